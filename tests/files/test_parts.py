"""A pack's folder read as one document: in a fixed order, bounded, and never out of the folder."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from skillgap.errors import BadInput, CannotAccess
from skillgap.files import parts
from skillgap.files.parts import PartPlaces, Parts, parse_parts, read_sources
from tests.conftest import ROOT

SMALL = ROOT / "tests" / "data" / "packs" / "small"


def write(folder: Path, **texts: str) -> Path:
    for name, text in texts.items():
        file = folder / f"{name.replace('__', '/')}.toml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    return folder


def load_parts(path: Path) -> Parts:
    return parse_parts(read_sources(path))


def problems(folder: Path) -> list[str]:
    with pytest.raises(BadInput) as caught:
        load_parts(folder)
    return [str(problem).replace(f"{folder}/", "") for problem in caught.value.problems]


def test_tables_of_one_name_are_joined_in_the_order_of_file_names(tmp_path: Path) -> None:
    write(tmp_path, b="[[s]]\nn = 2\n[[s]]\nn = 3", a__z="[[s]]\nn = 1", c="[[s]]\nn = 4", pack="[[s]]\nn = 0")
    assert [row["n"] for row in load_parts(tmp_path).data["s"]] == [0, 1, 2, 3, 4]


def test_a_single_file_is_a_whole(tmp_path: Path) -> None:
    write(tmp_path, x="a = 1")
    assert load_parts(tmp_path / "x.toml").data == {"a": 1}


def test_every_place_leads_to_its_own_file(tmp_path: Path) -> None:
    write(tmp_path, a="\n[[s]]\nn = 1\n[[s]]\nn = 2", b="x = 1\n\n[[s]]\nn = 3\n[t]\nu.v = [5]")
    places = PartPlaces(load_parts(tmp_path))
    found = {
        path: str(places.problem(path, "x")).replace(f"{tmp_path}/", "").partition(": error")[0]
        for path in (("s", 0, "n"), ("s", 1, "n"), ("s", 2, "n"), ("s", 2, "missing"), ("t", "u", "v", 0), ("x",), ())
    }
    assert list(found.values()) == [
        "a.toml:3:1",
        "a.toml:5:1",
        "b.toml:4:1",
        "b.toml:3:1",
        "b.toml:6:8",
        "b.toml:1:1",
        "a.toml:1:1",
    ]


def test_two_values_of_one_key_are_a_mistake_named_with_both_files(tmp_path: Path) -> None:
    write(tmp_path, a='title = "x"\n[scale]\nlevel = []', b='title = "y"\n[scale]\nlevel = []')
    assert problems(tmp_path) == [
        f'b.toml:1:1: error: "title" stands in {tmp_path}/a.toml already; keep one of them'.replace(f"{tmp_path}/", ""),
        'b.toml:2:1: error: "scale" stands in a.toml already; keep one of them',
    ]


def test_a_table_and_an_array_of_one_name_are_a_mistake(tmp_path: Path) -> None:
    write(tmp_path, a="[[s]]\nn = 1", b="[s]\nn = 1")
    assert problems(tmp_path) == ['b.toml:1:1: error: "s" stands in a.toml already; keep one of them']


def test_problems_of_two_files_come_in_one_go(tmp_path: Path) -> None:
    write(tmp_path, a="x = ", b="= 1", c="x = 1")
    (tmp_path / "d.toml").write_bytes(b"x = '\xff'")
    assert [line.partition(": error")[0] for line in problems(tmp_path)] == ["d.toml:1:6", "a.toml:1:5", "b.toml:1:1"]


def test_hidden_and_other_files_are_not_read(tmp_path: Path) -> None:
    write(tmp_path, a="x = 1")
    for name in (".hidden.toml", ".git/config.toml", "notes.md", "a.toml.bak"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("= broken")
    assert load_parts(tmp_path).data == {"x": 1}


def test_an_empty_folder_says_what_to_name(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as caught:
        load_parts(tmp_path)
    assert str(caught.value) == f"{tmp_path}: error: holds no TOML file; name the folder or file of a pack"


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret.toml").write_text("x = 1")
    write(tmp_path / "pack", a="y = 1")
    (tmp_path / "pack" / "z.toml").symlink_to(tmp_path / "secret.toml")
    assert problems(tmp_path / "pack") == ["z.toml: error: is a link out of the pack's folder; copy the file in"]


def test_a_link_within_the_folder_is_read_and_a_folder_is_never_followed(tmp_path: Path) -> None:
    write(tmp_path, a="x = 1")
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "outside").symlink_to("/")
    assert [source.name for source in read_sources(tmp_path)] == ["a.toml"]


def test_links_that_go_round_in_a_circle_are_named(tmp_path: Path) -> None:
    write(tmp_path, a="x = 1")
    (tmp_path / "b.toml").symlink_to("c.toml")
    (tmp_path / "c.toml").symlink_to("b.toml")
    with pytest.raises(CannotAccess, match="its symbolic links go round in a circle"):
        read_sources(tmp_path)


@pytest.mark.parametrize("kind", ["pipe", "missing"])
def test_what_is_no_file_is_refused_and_never_waited_for(tmp_path: Path, kind: str) -> None:
    write(tmp_path, a="x = 1")
    reason = "it is a named pipe, not a file"
    if kind == "pipe":
        os.mkfifo(tmp_path / "b.toml")
    else:
        (tmp_path / "b.toml").symlink_to(tmp_path / "gone.toml")
        reason = "there is no such file"
    with pytest.raises(CannotAccess) as caught:
        load_parts(tmp_path)
    assert str(caught.value) == f"cannot read {tmp_path}/b.toml: {reason}"


def test_too_many_files_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "MOST_FILES", 2)
    write(tmp_path, a="", b="", c="")
    assert problems(tmp_path) == [
        f"{tmp_path}: error: holds more than 2 TOML files or 32 MiB of them; name the folder of one pack"
    ]


def test_too_much_text_is_refused_before_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "MOST_BYTES", 100)
    monkeypatch.setattr(parts, "read_text", None)
    write(tmp_path, a="#" * 60, b="#" * 60)
    with pytest.raises(BadInput, match="holds more than"):
        load_parts(tmp_path)


def test_names_of_files_cannot_act_on_a_terminal(tmp_path: Path) -> None:
    (tmp_path / "x\x1b[31m\n.toml").write_text("= 1")
    assert problems(tmp_path)[0].startswith("x\\u001B[31m\\n.toml:1:1: error: ")


def test_a_folder_that_is_a_whole_disk_is_not_walked_to_its_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = 0

    def endless(folder: Path, **_: object) -> Iterator[tuple[str, list[str], list[str]]]:
        nonlocal seen
        while seen < 100_000:
            seen += 1
            yield str(folder), ["d"], ["f"] * 99

    monkeypatch.setattr(os, "walk", endless)
    with pytest.raises(BadInput, match=r"holds more than 20,000 files and folders; name the folder of one pack"):
        load_parts(tmp_path)
    assert seen < 1_000


def test_many_files_are_bounded_together(tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"{number}.toml").write_text("[[skill]]\nx = 1\n" * 60_000)
    with pytest.raises(BadInput, match=r"0\.toml:1:1: error: the files of the pack hold more than 500,000 lines"):
        load_parts(tmp_path)
    (tmp_path / "0.toml").write_text(f'title = "{"=" * 500_000}"\n')
    assert len(load_parts(tmp_path).data["skill"]) == 120_000
