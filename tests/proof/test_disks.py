"""Disks that fill up or turn read-only, and other programs at the same files, while the real program runs."""

from __future__ import annotations

import contextlib
import os
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.proof.killing import RATE, ratings, temporary
from tests.terminal.driver import Terminal, forked

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="limits and mounts of Linux")

ENOUGH = (resource.RLIM_INFINITY, resource.RLIM_INFINITY)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 64 KiB of its own."""
    folder = tmp_path / "disk"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)]
    if shutil.which("mount") is None or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("mounting is not allowed here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


@contextlib.contextmanager
def unchangeable(folder: Path) -> Iterator[None]:
    """A folder in which nothing can be made, renamed or removed for a while, by root neither."""
    if shutil.which("chattr") is None or subprocess.run(["chattr", "+i", folder], check=False).returncode:
        pytest.skip("folders cannot be locked here")
    try:
        yield
    finally:
        subprocess.run(["chattr", "-i", folder], check=True)


def limited(app: Terminal, size: tuple[int, int]) -> None:
    """Set how large a file of the program may be."""
    resource.prlimit(app.pid, resource.RLIMIT_FSIZE, size)


def test_what_does_not_fit_is_said_kept_and_written_when_it_fits(tmp_path: Path) -> None:
    file = tmp_path / "assessment.toml"
    with forked(tmp_path, *RATE) as app:
        app.wait("41 open")
        app.press("3")
        app.wait("1 of 41 rated")
        limited(app, (100, resource.RLIM_INFINITY))
        app.press("4")
        app.wait("Not saved")
        app.wait("larger than is allowed")
        assert ratings(file) == [3], "the old file is whole"
        assert not temporary(tmp_path)
        app.press("q")
        app.wait("not saved")
        app.press("enter")
        app.until(lambda shown: "Stay here" not in shown, "it does not stay")
        limited(app, ENOUGH)
        app.press("5")
        app.wait("3 of 41 rated")
        app.until(lambda shown: "Not saved" not in shown, "it never said that all is well")
        assert ratings(file) == [3, 4, 5]
        app.press("q")
        assert app.end() == 0


@pytest.mark.slow
def test_answers_that_can_never_be_written_give_the_exit_code_of_that(tmp_path: Path) -> None:
    with forked(tmp_path, *RATE) as app:
        app.wait("41 open")
        limited(app, (100, resource.RLIM_INFINITY))
        app.press("4")
        app.wait("Not saved")
        app.press("q")
        app.wait("Quit and lose")
        app.press("down", "down", "enter")
        assert app.end() == 3
    assert not (tmp_path / "assessment.toml").exists()
    assert not temporary(tmp_path)


@pytest.mark.slow
def test_a_disk_that_fills_up_loses_nothing(disk: Path) -> None:
    file, filler = disk / "home" / "assessment.toml", disk / "filler"
    with forked(disk / "home", *RATE, XDG_CACHE_HOME=str(disk.parent)) as app:
        app.wait("41 open")
        app.press("0")
        app.wait("1 of 41 rated")
        with contextlib.suppress(OSError), filler.open("wb", buffering=0) as full:
            while True:
                full.write(b"x" * 512)
        app.press("1")
        app.wait("the disk is full")
        assert ratings(file) == [0]
        filler.unlink()
        app.press("2")
        app.wait("3 of 41 rated")
        assert ratings(file) == [0, 1, 2]
        app.press("q")
        assert app.end() == 0
    assert not temporary(disk)


@pytest.mark.slow
def test_a_folder_that_turns_read_only_loses_nothing(tmp_path: Path) -> None:
    file = tmp_path / "home" / "assessment.toml"
    with forked(file.parent, *RATE) as app:
        app.wait("41 open")
        app.press("2")
        app.wait("1 of 41 rated")
        with unchangeable(file.parent):
            app.press("3")
            app.wait("permission denied")
            assert ratings(file) == [2]
        app.press("4")
        app.wait("3 of 41 rated")
        assert ratings(file) == [2, 3, 4]
        app.press("q")
        assert app.end() == 0
    with unchangeable(file.parent), forked(file.parent, *RATE) as app:
        app.wait("Read-only")
        app.press("5", "q")
        assert app.end() == 0
    assert ratings(file) == [2, 3, 4]


def test_what_another_program_does_to_the_file_is_noticed_and_both_are_kept(tmp_path: Path) -> None:
    file = tmp_path / "assessment.toml"
    with forked(tmp_path, *RATE) as app:
        app.wait("41 open")
        app.press("3")
        app.wait("1 of 41 rated")
        file.write_text("# mine\n" + file.read_text().replace("level = 3", "level = 5"))
        app.press("2")
        app.wait("assessment.conflict-")
        assert ratings(file) == [3, 2]
        (copy,) = tmp_path.glob("assessment.conflict-*.toml")
        assert ratings(copy) == [5]
        file.unlink()
        app.press("1")
        app.wait("had taken the file away")
        assert ratings(file) == [3, 2, 1]
        text = "# edited while it is open, and nothing is answered any more\n" + file.read_text()
        file.write_text(text)
        app.press("s", "q")
        assert app.end() == 0
        assert "taken the file away" in app.raw.decode(), "a notice is on the person's own screen as well"
    assert file.read_text() == text, "the place alone replaces nobody's text"


@pytest.mark.slow
def test_of_two_at_once_one_writes_and_the_other_says_why_not(tmp_path: Path) -> None:
    file = tmp_path / "assessment.toml"
    with forked(tmp_path, *RATE) as first, forked(tmp_path, *RATE) as second:
        first.wait("41 open")
        second.wait("41 open")
        writer, reader = (first, second) if "Read-only" not in first.text else (second, first)
        reader.wait(f"process {writer.pid} has it open")
        reader.press("5")
        writer.press("3")
        writer.wait("1 of 41 rated")
        reader.press("4")
        reader.wait("0 of 41 rated")
        assert ratings(file) == [3]
        writer.press("q")
        assert writer.end() == 0
        reader.press(":", *"read again", "enter")
        reader.wait("1 of 41 rated")
        reader.press("2")
        reader.wait("2 of 41 rated")
        reader.press("q")
        assert reader.end() == 0
    assert ratings(file) == [3, 2]


@pytest.mark.slow
def test_a_folder_that_is_taken_away_and_comes_back(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with forked(home, *RATE) as app:
        app.wait("41 open")
        app.press("3")
        app.wait("1 of 41 rated")
        os.rename(home, tmp_path / "elsewhere")  # noqa: PTH104
        home.write_text("a file in the way")
        app.press("2")
        app.wait("Not saved")
        home.unlink()
        app.press("1")
        app.wait("3 of 41 rated")
        time.sleep(0.1)
        assert ratings(home / "assessment.toml") == [3, 2, 1]
        app.press("q")
        assert app.end() == 0
