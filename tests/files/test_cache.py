"""The cache of parsed packs is quick, and never believed when it does not match."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from skillgap.errors import BadInput
from skillgap.files import cache, rubrics
from skillgap.files.paths import cache_folder, shipped_packs_folder
from skillgap.files.rubrics import LoadedPack, load_pack


@pytest.fixture
def pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SKILLGAP_HOME", str(tmp_path / "home"))
    folder = tmp_path / "pack"
    shutil.copytree(shipped_packs_folder() / "ai-engineering", folder)
    return folder


def entries() -> list[Path]:
    return sorted((cache_folder() / "packs").glob("*"))


def parse_nothing(*_: object) -> None:
    raise AssertionError("the pack was parsed")


def test_the_second_reading_parses_nothing_and_gives_the_same(pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = load_pack(pack)
    monkeypatch.setattr(rubrics, "parse_parts", parse_nothing)
    assert load_pack(pack) == first


def test_a_changed_file_is_seen_at_once(pack: Path) -> None:
    before = load_pack(pack)
    head = pack / "pack.toml"
    head.write_text(head.read_text().replace('title = "', 'title = "New ', 1))
    after = load_pack(pack)
    assert after.pack.title == f"New {before.pack.title}"
    assert after.digest != before.digest


def test_a_broken_pack_is_never_kept(pack: Path) -> None:
    head = pack / "pack.toml"
    head.write_text(head.read_text() + "\n[nonsense]\n")
    for _ in range(2):
        with pytest.raises(BadInput, match="nonsense"):
            load_pack(pack)
    assert entries() == []


@pytest.mark.parametrize("junk", [b"", b"{", b"[]", b"\xff\xfe", b'{"of": 1}', b"[" * 100_000])
def test_a_spoiled_entry_is_ignored_and_made_again(pack: Path, junk: bytes) -> None:
    first = load_pack(pack)
    (entry,) = entries()
    entry.write_bytes(junk)
    assert load_pack(pack) == first
    assert json.loads(entry.read_text())["pack"]["id"] == first.pack.id


def test_an_entry_under_another_name_or_of_another_version_is_ignored(
    pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = load_pack(pack)
    (entry,) = entries()
    kept = json.loads(entry.read_text())
    kept["pack"]["title"] = "Forged"
    entry.write_text(json.dumps({**kept, "of": "0.0.0 " + kept["of"].split()[1]}))
    assert load_pack(pack).pack.title == first.pack.title


def test_a_folder_that_cannot_be_written_stops_nothing(pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (pack.parent / "home").write_text("a file where the folder should be")
    assert isinstance(load_pack(pack), LoadedPack)


def test_old_entries_do_not_pile_up(pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "MOST_ENTRIES", 2)
    head = pack / "pack.toml"
    text = head.read_text()
    for number in range(4):
        head.write_text(f"# {number}\n{text}")
        load_pack(pack)
    assert len(entries()) == 2
