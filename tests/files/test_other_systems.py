"""What Windows and macOS do differently, as far as it can be acted out here."""

from __future__ import annotations

import errno
import os
import stat
import sys
import unicodedata
from pathlib import Path

import pytest

from skillgap.errors import CannotAccess, Usage
from skillgap.files.assessments import dump_assessment, load_assessment
from skillgap.files.rubrics import find_pack, known_packs, load_pack
from skillgap.files.settings import Settings, load_settings, save_settings
from skillgap.files.storage import lock, moving, write_atomic, writing
from tests.cli.running import ANSWERS, SMALL, run


def with_windows_ends(source: Path, file: Path) -> Path:
    file.write_bytes(source.read_bytes().replace(b"\n", b"\r\n"))
    return file


# Ends of lines


def test_answers_and_packs_read_the_same_with_windows_ends(tmp_path: Path) -> None:
    pack = tmp_path / "pack"
    pack.mkdir()
    for file in SMALL.glob("*.toml"):
        with_windows_ends(file, pack / file.name)
    there, here = load_pack(pack), load_pack(SMALL)
    assert there.pack == here.pack
    answers = load_assessment(with_windows_ends(ANSWERS, tmp_path / "answers.toml"), there)
    assert answers == load_assessment(ANSWERS, here)
    assert "\r" not in dump_assessment(answers)


def test_a_mistake_has_its_place_with_windows_ends(tmp_path: Path) -> None:
    file = tmp_path / "answers.toml"
    file.write_bytes(b'[[answer]]\r\nskill = "python"\r\nlevel = 9\r\n')
    ran = run("score", file, "--pack", SMALL, "-o", tmp_path / "out")
    assert ran.err.startswith(f"{file}:3:1: error: level 9 is outside the scale")
    file.write_bytes(b"a = 1\r\nb = True\r\n")
    assert run("show", file).err.startswith(f"{file}:2:5: error: True is no value in TOML")


def test_settings_with_windows_ends_keep_what_is_written_there(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_bytes(b'# mine\r\ntheme = "nord"\r\nmouse = false # no\r\n')
    save_settings(file, Settings(theme="dracula", mouse=False), only=["theme"])
    assert b"# mine" in file.read_bytes()
    assert load_settings(file).settings == Settings(theme="dracula", mouse=False)


# Names of files


@pytest.mark.parametrize(
    "name", [r"C:\packs\mine", r"..\mine", r"\\server\share\mine", "C:/packs/mine", r"mine\pack.toml"]
)
def test_a_path_of_windows_is_a_path_and_no_id(name: str) -> None:
    assert find_pack(name) == Path(name)
    ran = run("roles", "--pack", name)
    assert (ran.code, ran.out) == (3, "")
    assert "there is no such file" in ran.err


@pytest.mark.parametrize("name", ["CON", "nul", "COM1", "x:y"])
def test_an_id_that_is_a_device_elsewhere_is_no_path(name: str) -> None:
    with pytest.raises(Usage, match="no pack"):
        find_pack(name)


def test_names_are_found_however_their_accents_are_stored(sealed_environment: Path) -> None:
    folder = sealed_environment / "skillgap" / "packs" / unicodedata.normalize("NFD", "größe-é")
    folder.mkdir(parents=True)
    for file in SMALL.glob("*.toml"):
        (folder / file.name).write_bytes(file.read_bytes())
    assert dict(known_packs())["small"] == folder
    assert find_pack("small") == folder
    ran = run("pack", "list")
    assert ran.code == 0
    assert unicodedata.normalize("NFD", "größe-é") in ran.out, "three marks on a letter are no storm"


# Writing


def test_a_file_that_another_program_holds_for_a_moment_is_written_on_windows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.toml"
    file.write_text("old")
    refusals = [PermissionError(errno.EACCES, "in use")] * 3
    replace = Path.replace

    def busy(self: Path, target: Path) -> Path:
        if refusals:
            raise refusals.pop()
        return replace(self, target)

    monkeypatch.setattr(moving, "_WINDOWS", True)
    monkeypatch.setattr(writing, "_WINDOWS", True)
    monkeypatch.setattr(moving, "PAUSES", (0.0,) * 5)
    monkeypatch.setattr(Path, "replace", busy)
    write_atomic(file, "new", replace=True)
    assert (file.read_text(), refusals) == ("new", [])
    refusals += [PermissionError(errno.EACCES, "in use")] * 9
    with pytest.raises(CannotAccess, match="permission denied"):
        write_atomic(file, "newer", replace=True)
    assert [path.name for path in tmp_path.iterdir()] == ["a.toml"]
    assert file.read_text() == "new"


def test_elsewhere_a_refusal_is_told_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[Path] = []

    def refuse(self: Path, _: Path) -> Path:
        calls.append(self)
        raise PermissionError(errno.EACCES, "no")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(PermissionError):
        moving.move(tmp_path / "a", tmp_path / "b")
    assert len(calls) == 1


def test_a_folder_that_cannot_be_synced_is_no_reason_not_to_write(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sync = os.fsync

    def files_only(file: int) -> None:
        if stat.S_ISDIR(os.fstat(file).st_mode):
            raise OSError(errno.EINVAL, "not here")
        sync(file)

    monkeypatch.setattr(os, "fsync", files_only)
    write_atomic(tmp_path / "a.toml", "text", replace=False)
    assert (tmp_path / "a.toml").read_text() == "text"


def test_without_locks_of_the_system_answers_are_written_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "fcntl", None)
    file = tmp_path / "a.toml"
    with lock(file) as claim:
        assert claim.held
        write_atomic(file, "text", replace=False)
    assert file.read_text() == "text"
    assert [path.name for path in tmp_path.iterdir()] == ["a.toml"]
