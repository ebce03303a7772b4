"""A write that is killed at any system call leaves the old text or the new one, whole, and no litter for long."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest

from skillgap.files.storage import write_atomic
from skillgap.ui.keeping import Keeper
from tests.proof.tracing import can_trace, killed_at

pytestmark = pytest.mark.skipif(not can_trace(), reason="tracing a child is not allowed here")

OLDEST, OLD, NEW = "oldest = 1\n", "old = 1\n" * 2000, "new = 1\n" * 3000
THEIRS = "theirs = 1\n"
MOMENT = datetime(2026, 11, 24, 9, 30)  # noqa: DTZ001 - a person's own time
MOST = 1000
"""System calls that a write never needs."""


def fresh(file: Path) -> None:
    """A file that was replaced once."""
    file.write_text(OLD)
    file.with_name("a.toml.bak").unlink(missing_ok=True)  # it may be the same file under another name
    file.with_name("a.toml.bak").write_text(OLDEST)


def litter(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.name.endswith(".tmp")]


def deaths(work: Callable[[], object], prepare: Callable[[], object]) -> Iterator[int]:
    """Do a work again and again, killed one stop later each time, prepared anew; ends with the time it survives."""
    for stop in range(1, MOST):
        prepare()
        code = killed_at(work, stop)
        assert code in (0, 9)
        yield stop
        if code == 0:
            return
    raise AssertionError("the work never ended")


@pytest.mark.parametrize("keep", [True, False], ids=["kept", "replaced"])
def test_a_replaced_file_is_the_old_or_the_new_one_whenever_its_writer_dies(tmp_path: Path, keep: bool) -> None:
    file, previous = tmp_path / "a.toml", tmp_path / "a.toml.bak"
    seen = set()
    for _ in deaths(lambda: write_atomic(file, NEW, replace=True, keep_previous=keep), lambda: fresh(file)):
        found = file.read_text(), previous.read_text()
        seen.add(found)
        assert len(litter(tmp_path)) <= 2
        write_atomic(file, "next = 1\n", replace=True, keep_previous=True)
        assert sorted(path.name for path in tmp_path.iterdir()) == ["a.toml", "a.toml.bak"], (
            "the next write leaves no trace of a kill"
        )
    expected = {(OLD, OLDEST), (NEW, OLD), (OLD, OLD)} if keep else {(OLD, OLDEST), (NEW, OLDEST)}
    assert seen == expected, "the kills fell before, within and after the change, and nothing else was ever there"


def test_a_new_file_is_there_whole_or_not_at_all(tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    found = [
        file.read_text() if file.exists() else None
        for _ in deaths(lambda: write_atomic(file, NEW, replace=False), lambda: file.unlink(missing_ok=True))
    ]
    assert set(found) == {None, NEW}
    assert not litter(tmp_path), "each write removed what the kill before it left; the last one was not killed"


def test_the_text_of_another_program_is_somewhere_whenever_we_die(tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    keeper = Keeper(file)

    def prepare() -> None:
        fresh(file)
        keeper.note()
        file.write_text(THEIRS)
        for copy in tmp_path.glob("*.conflict-*"):
            copy.unlink()

    for _ in deaths(lambda: keeper.write(lambda _: NEW, MOMENT), prepare):
        texts = [path.read_text() for path in tmp_path.iterdir() if path.suffix in (".toml", ".bak")]
        assert THEIRS in texts
        assert file.read_text() in (THEIRS, NEW)
    assert file.read_text() == NEW
