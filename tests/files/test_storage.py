from __future__ import annotations

import errno
import hashlib
import os
import signal
import stat
import subprocess
import sys
import tempfile
import textwrap
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from skillgap.errors import CannotAccess
from skillgap.files import storage
from skillgap.files.storage import Exists, digest, lock, made_folders, make_folder, write_atomic, writing

needs_posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX files")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def run(code: str, *arguments: object, **options: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", textwrap.dedent(code), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


# -- writing


def test_a_new_file_is_written_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "report.toml"
    write_atomic(path, "a = 'ü'\n", replace=False)
    assert path.read_bytes() == "a = 'ü'\n".encode()
    assert names(tmp_path) == ["report.toml"]
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_replacing_keeps_the_mode_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_text("old")
    path.chmod(0o644)
    write_atomic(path, "new", replace=True)
    assert path.read_text() == "new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o644
    assert names(tmp_path) == ["a.toml"]


@needs_posix
@pytest.mark.skipif(os.name == "posix" and os.geteuid() != 0, reason="only root can give files away")
def test_replacing_keeps_the_owner(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_text("old")
    os.chown(path, 1234, 4321)
    write_atomic(path, "new", replace=True)
    assert (path.stat().st_uid, path.stat().st_gid) == (1234, 4321)


def test_an_existing_file_is_not_replaced_unasked(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_text("old")
    with pytest.raises(Exists) as caught:
        write_atomic(path, "new", replace=False)
    assert str(caught.value) == f"cannot write {path}: it exists already; --force replaces it"
    assert caught.value.exit_code == 3
    assert path.read_text() == "old"
    assert names(tmp_path) == ["a.toml"]


@pytest.mark.parametrize("hard_links", [True, False])
def test_a_file_that_appears_while_writing_is_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hard_links: bool
) -> None:
    path = tmp_path / "a.toml"

    def sync(file: int) -> None:
        path.write_text("theirs")

    monkeypatch.setattr(os, "fsync", sync)
    if not hard_links:
        monkeypatch.setattr(writing, "_linked", lambda *_: False)
    with pytest.raises(Exists):
        write_atomic(path, "ours", replace=False)
    assert path.read_text() == "theirs"
    assert names(tmp_path) == ["a.toml"]


def test_without_hard_links_a_new_file_is_written_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "_linked", lambda *_: False)
    path = tmp_path / "a.toml"
    write_atomic(path, "one", replace=False)
    write_atomic(path, "two", replace=True, keep_previous=True)
    assert path.read_text() == "two"
    assert (tmp_path / "a.toml.bak").read_text() == "one"
    assert names(tmp_path) == ["a.toml", "a.toml.bak"]


def test_the_previous_version_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    for text in ("one", "two", "three", "three"):
        write_atomic(path, text, replace=True, keep_previous=True)
    assert path.read_text() == "three"
    assert (tmp_path / "a.toml.bak").read_text() == "two", "writing the same again must not push it out"
    assert names(tmp_path) == ["a.toml", "a.toml.bak"]


def test_a_previous_version_that_cannot_be_kept_stops_the_write(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_text("old")
    (tmp_path / "a.toml.bak").mkdir()
    with pytest.raises(CannotAccess) as caught:
        write_atomic(path, "new", replace=True, keep_previous=True)
    assert str(caught.value) == f"cannot keep the previous version as {path}.bak: it is a folder"
    assert path.read_text() == "old"
    assert names(tmp_path) == ["a.toml", "a.toml.bak"]


@needs_posix
def test_a_symbolic_link_stays_and_what_it_points_at_is_written(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    real, link = tmp_path / "real" / "a.toml", tmp_path / "a.toml"
    link.symlink_to("real/a.toml")
    write_atomic(link, "new", replace=False)
    assert real.read_text() == "new"
    write_atomic(link, "newer", replace=True, keep_previous=True)
    assert link.is_symlink()
    assert real.read_text() == "newer"
    assert names(tmp_path) == ["a.toml", "real"]
    assert names(tmp_path / "real") == ["a.toml", "a.toml.bak"]


@needs_posix
def test_a_symbolic_link_may_cross_into_another_link(tmp_path: Path) -> None:
    for name, goal in (("a", "b"), ("b", "c")):
        (tmp_path / name).symlink_to(goal)
    (tmp_path / "c").write_text("old")
    write_atomic(tmp_path / "a", "new", replace=True)
    assert (tmp_path / "c").read_text() == "new"
    assert not (tmp_path / "c").is_symlink()


def folder_in_the_way(path: Path) -> str:
    path.mkdir()
    return "it is a folder"


def pipe(path: Path) -> str:
    os.mkfifo(path)
    return "it is a named pipe, not a file"


def device(path: Path) -> str:
    path.symlink_to("/dev/null")
    return "it is a device, not a file"


def circle(path: Path) -> str:
    path.symlink_to(path.name)
    return "its symbolic links go round in a circle"


@needs_posix
@pytest.mark.parametrize("make", [folder_in_the_way, pipe, device, circle])
def test_what_is_no_regular_file_is_left_alone(tmp_path: Path, make: Callable[[Path], str]) -> None:
    path = tmp_path / "a.toml"
    reason = make(path)
    before = path.lstat()
    for replace in (True, False):
        with pytest.raises(CannotAccess, match="cannot write ") as caught:
            write_atomic(path, "new", replace=replace)
        assert str(caught.value).endswith(f": {reason}")
    assert path.lstat().st_ino == before.st_ino
    assert names(tmp_path) == ["a.toml"]


def test_a_folder_that_vanished_is_named(tmp_path: Path) -> None:
    path = tmp_path / "gone" / "a.toml"
    with pytest.raises(CannotAccess) as caught:
        write_atomic(path, "new", replace=True)
    assert str(caught.value) == f"cannot write {path}: there is no folder {path.parent}"


@needs_posix
def test_a_file_where_a_folder_should_be_is_a_reason(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    path = tmp_path / "file" / "a.toml"
    with pytest.raises(CannotAccess) as caught:
        write_atomic(path, "new", replace=True)
    assert str(caught.value) == f"cannot write {path}: a part of its path is a file, not a folder"


AS_NOBODY = """
    import os, sys
    from pathlib import Path
    from skillgap.errors import CannotAccess
    from skillgap.files.storage import lock, write_atomic
    if os.geteuid() == 0:  # whom modes do not stop
        os.setgroups([])
        os.setgid(65534)
        os.setuid(65534)
    path = Path(sys.argv[1])
    try:
        write_atomic(path, "new", replace=True, keep_previous=True)
    except CannotAccess as error:
        print(error)
    with lock(path) as claim:
        print(claim.why)
"""


@needs_posix
def test_a_read_only_folder_is_a_reason() -> None:
    with tempfile.TemporaryDirectory() as name:  # tmp_path lies in a folder that only its owner may enter
        path = Path(name) / "a.toml"
        path.write_text("old")
        Path(name).chmod(0o555)
        done = run(AS_NOBODY, path)
        assert done.stdout.splitlines() == [
            f"cannot write {path}: permission denied",
            "its lock file cannot be made: permission denied",
        ]
        assert path.read_text() == "old"
        assert names(Path(name)) == ["a.toml"]
        Path(name).chmod(0o700)


@pytest.mark.parametrize(
    ("name", "reason"),
    [("n" * 300, "the name is too long"), ("a\0b", "the name cannot be a file name")],
)
def test_an_impossible_name_is_a_reason(tmp_path: Path, name: str, reason: str) -> None:
    with pytest.raises(CannotAccess, match=f": {reason}$"):
        write_atomic(tmp_path / name, "new", replace=True)
    assert names(tmp_path) == []


def test_the_longest_possible_name_is_written(tmp_path: Path) -> None:
    path = tmp_path / ("ü" * 124 + ".toml")
    write_atomic(path, "one", replace=False)
    write_atomic(path, "two", replace=True)
    assert path.read_text() == "two"
    assert names(tmp_path) == [path.name]


@needs_posix
def test_a_name_that_is_no_text_is_written_and_shown_harmlessly(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"\xff\x1b[31m.toml")
    write_atomic(path, "one", replace=False)
    assert path.read_text() == "one"
    with pytest.raises(Exists) as caught:
        write_atomic(path, "two", replace=False)
    assert f"{tmp_path}/\\xFF\\u001B[31m.toml:" in str(caught.value)


def test_text_that_is_no_unicode_does_not_cost_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    write_atomic(path, "note = 'caf\udce9'\n", replace=False)
    assert path.read_text() == "note = 'caf?'\n"
    assert digest("note = 'caf\udce9'\n") == digest(path.read_text())


@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, ""), OSError(errno.EROFS, ""), KeyboardInterrupt()])
@pytest.mark.parametrize("step", ["fsync", "replace", "keep"])
def test_no_failure_leaves_anything_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, error: BaseException
) -> None:
    path = tmp_path / "a.toml"
    path.write_text("old")

    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(os if step == "fsync" else Path, "fsync" if step == "fsync" else "replace", fail)
    with pytest.raises((CannotAccess, KeyboardInterrupt)) as caught:
        write_atomic(path, "new", replace=True, keep_previous=step == "keep")
    if isinstance(error, OSError):
        reason = "the disk is full" if error.errno == errno.ENOSPC else "the disk can only be read"
        action = f"keep the previous version as {path}.bak" if step == "keep" else f"write {path}"
        assert str(caught.value) == f"cannot {action}: {reason}"
    assert path.read_text() == "old"
    assert names(tmp_path) == ["a.toml"]


@needs_posix
def test_a_disk_without_room_leaves_the_old_file_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_text("old")
    done = run(
        """
        import resource, sys
        from pathlib import Path
        from skillgap.errors import CannotAccess
        from skillgap.files.storage import write_atomic
        resource.setrlimit(resource.RLIMIT_FSIZE, (5_000, 5_000))
        try:
            write_atomic(Path(sys.argv[1]), "x" * 10_000, replace=True, keep_previous=True)
        except CannotAccess as error:
            print(error)
        """,
        path,
    )
    assert done.stdout == f"cannot write {path}: the file would be larger than is allowed here\n"
    assert done.stderr == ""
    assert path.read_text() == "old"
    assert "skillgap" not in "".join(names(tmp_path))


KILLED = """
    import os, signal, sys
    from pathlib import Path
    from skillgap.files.storage import write_atomic
    original = os.fsync
    def die(file):
        os.kill(os.getpid(), signal.SIGKILL)
    os.fsync = die
    write_atomic(Path(sys.argv[1]), "half", replace=True)
"""


@needs_posix
def test_the_leftover_of_a_killed_process_goes_with_the_next_write(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_text("old")
    bystanders = [".a.toml.skillgap-x.tmp", ".other.tmp", f".b.skillgap-{os.getppid()}-1.tmp", "skillgap-1-1.tmp"]
    for name in bystanders:
        (tmp_path / name).write_text("")
    assert run(KILLED, path).returncode == -signal.SIGKILL
    assert path.read_text() == "old"
    assert len(names(tmp_path)) == 2 + len(bystanders), "the killed process has left its temporary file"
    write_atomic(tmp_path / "another.toml", "new", replace=False)
    assert names(tmp_path) == sorted(["a.toml", "another.toml", *bystanders])


@needs_posix
def test_a_leftover_of_a_process_with_our_number_goes_too(tmp_path: Path) -> None:
    (tmp_path / f".a.toml.skillgap-{os.getpid()}-1.tmp").write_text("from an earlier boot")
    write_atomic(tmp_path / "a.toml", "new", replace=False)
    assert names(tmp_path) == ["a.toml"]


@needs_posix
def test_a_leftover_that_is_still_being_written_stays(tmp_path: Path) -> None:
    fcntl = pytest.importorskip("fcntl")
    name = ".a.toml.skillgap-4194999-1.tmp"  # a number that no process can have here, as from another container
    with (tmp_path / name).open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        write_atomic(tmp_path / "a.toml", "new", replace=False)
        assert names(tmp_path) == [name, "a.toml"]
    write_atomic(tmp_path / "a.toml", "new", replace=True)
    assert names(tmp_path) == ["a.toml"]


def test_threads_writing_one_file_leave_one_whole_text(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    texts = [str(i) * 20_000 for i in range(10)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda text: write_atomic(path, text, replace=True, keep_previous=False), texts * 5))
    assert path.read_text() in texts
    assert names(tmp_path) == ["a.toml"]


@needs_posix
def test_only_one_of_many_writers_creates_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"

    def create(text: str) -> bool:
        try:
            write_atomic(path, text, replace=False)
        except Exists:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(create, map(str, range(40)))) == 1


# -- folders and digests


def test_a_folder_is_made_with_its_parents(tmp_path: Path) -> None:
    make_folder(tmp_path / "a" / "b")
    make_folder(tmp_path / "a" / "b")
    assert (tmp_path / "a" / "b").is_dir()


def test_a_folder_that_cannot_be_made_is_a_reason(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(CannotAccess) as caught:
        make_folder(tmp_path / "file")
    assert str(caught.value) == f"cannot make the folder {tmp_path / 'file'}: a file has that name"
    with pytest.raises(CannotAccess, match="a part of its path is a file"):
        make_folder(tmp_path / "file" / "below")


def test_folders_that_were_made_for_nothing_go_again(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    with pytest.raises(CannotAccess, match="the name is too long"), made_folders(tmp_path / "a" / "b" / ("c" * 300)):
        pytest.fail("it cannot be made")
    with pytest.raises(KeyError), made_folders(tmp_path / "there", tmp_path / "a" / "b", tmp_path / "a" / "b"):
        raise KeyError((tmp_path / "a" / "kept").write_text(""))
    assert sorted(str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*")) == ["a", "a/kept", "there"]
    with made_folders(tmp_path / "new"):
        pass
    assert (tmp_path / "new").is_dir()


def test_a_digest_is_the_sha_256_of_the_bytes_on_disk(tmp_path: Path) -> None:
    write_atomic(tmp_path / "a", "ü\r\n", replace=False)
    assert digest("ü\r\n") == hashlib.sha256((tmp_path / "a").read_bytes()).hexdigest()


# -- locks


def test_the_second_claim_fails_at_once_and_says_who_holds_it(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    with lock(path) as first:
        assert first.held
        with lock(path) as second:
            assert not second.held
            assert second.why == f"process {os.getpid()} has it open"
        assert first.held
        assert not storage.Lock(path).acquire()
    assert not first.held
    with lock(path) as third:
        assert third.held
    assert names(tmp_path) == []


def test_claims_on_different_files_do_not_meet(tmp_path: Path) -> None:
    with lock(tmp_path / "a.toml") as one, lock(tmp_path / "b.toml") as two:
        assert one.held
        assert two.held


@needs_posix
def test_a_claim_through_a_link_is_a_claim_on_the_file(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text("")
    (tmp_path / "link.toml").symlink_to("a.toml")
    with lock(tmp_path / "a.toml"), lock(tmp_path / "link.toml") as second:
        assert not second.held


HOLDING = """
    import sys, time
    from pathlib import Path
    from skillgap.files.storage import lock
    with lock(Path(sys.argv[1])) as claim:
        print(claim.held, flush=True)
        sys.stdin.read()
"""


@needs_posix
def test_a_killed_process_holds_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    command = [sys.executable, "-c", textwrap.dedent(HOLDING), str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "True\n"
        with lock(path) as ours:
            assert not ours.held
            assert ours.why == f"process {other.pid} has it open"
        other.kill()
        other.wait()
    with lock(path) as ours:
        assert ours.held
    assert names(tmp_path) == []


def test_a_claim_in_a_folder_that_is_not_there_fails_with_a_reason(tmp_path: Path) -> None:
    with lock(tmp_path / "gone" / "a.toml") as claim:
        assert not claim.held
        assert claim.why == "its lock file cannot be made: there is no such folder"


@needs_posix
def test_of_many_that_come_and_go_never_two_hold_it(tmp_path: Path) -> None:
    path, inside, most = tmp_path / "a.toml", [0], [0]

    def visit(_: int) -> int:
        with lock(path) as claim:
            if not claim.held:
                return 0
            inside[0] += 1
            most[0] = max(most[0], inside[0])
            inside[0] -= 1
            return 1

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(visit, range(400))) > 0
    assert most == [1]
