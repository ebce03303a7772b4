"""where: the folders of the platform, or of SKILLGAP_HOME."""

from __future__ import annotations

from pathlib import Path

import pytest

from skillgap.files.paths import shipped_packs_folder
from tests.cli.running import run


def places() -> dict[str, str]:
    ran = run("where")
    assert (ran.code, ran.err) == (0, "")
    return {line[:12].strip(): line[12:] for line in ran.out.splitlines()}


def test_a_home_of_ones_own_holds_everything(sealed_environment: Path) -> None:
    home = sealed_environment / "skillgap"
    found = places()
    assert found["assessment"] == f"{home}/assessment.toml"
    assert found["settings"] == f"{home}/settings.toml"
    assert found["own packs"] == f"{home}/packs"
    assert found["packs"] == str(shipped_packs_folder())


def test_without_one_the_platform_decides(sealed_environment: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SKILLGAP_HOME")
    found = places()
    assert found["assessment"] == f"{sealed_environment}/data/skillgap/assessment.toml"
    assert found["settings"] == f"{sealed_environment}/config/skillgap/settings.toml"
