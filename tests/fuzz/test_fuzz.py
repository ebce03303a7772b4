"""Thousands of damaged files: each ends in a result or in a message with a place, quickly, and never in a traceback.

The ordinary suite tries 2,000; the slow one as many as the environment variable SKILLGAP_FUZZ says.
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from skillgap.cli import parser, running
from tests.fuzz.damage import blow, damaged
from tests.fuzz.seeds import Kit, gathered
from tests.fuzz.trials import Place

ORDINARY = 2_000
SLOW = int(os.environ.get("SKILLGAP_FUZZ", "12000"))

WEIGHTS = ("pack",) * 4 + ("answers",) * 3 + ("report", "plan", "plan", "settings", "matrix")


def fuzz(folder: Path, pool: list[Kit], cases: int) -> int:
    """Try so many cases; give how many were tried."""
    tried = 0
    places = [Place(folder / str(number), kit) for number, kit in enumerate(pool)]

    @settings(max_examples=cases, database=None, suppress_health_check=list(HealthCheck))
    @given(st.binary(min_size=9, max_size=21))
    def attempt(case: bytes) -> None:
        nonlocal tried
        tried += 1
        kind, kit = WEIGHTS[case[0] % len(WEIGHTS)], case[1] % len(pool)
        several = [blow(case[at : at + 6]) for at in range(3, len(case) - 5, 6)]
        places[kit].trial(kind, damaged(pool[kit][kind], several), case[2] % 100)

    attempt()
    return tried


@pytest.fixture
def one_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    """Build the parser of the command line once: that takes longer than most commands."""
    monkeypatch.setattr(running, "build", cache(parser.build))


@pytest.mark.usefixtures("one_parser")
def test_damaged_files_end_in_a_result_or_a_message(tmp_path: Path) -> None:
    assert fuzz(tmp_path, gathered(8), ORDINARY) >= ORDINARY


@pytest.mark.slow
@pytest.mark.usefixtures("one_parser")
def test_many_more_damaged_files_do_too(tmp_path: Path) -> None:
    assert fuzz(tmp_path, gathered(200), SLOW) >= SLOW
