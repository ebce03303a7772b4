"""Settings: typed, forgiving, and never the end of the app."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from skillgap.errors import BadInput
from skillgap.files.settings import KeyChoice, Settings, load_settings, save_settings


def write(path: Path, text: str) -> Path:
    path.write_text(text)
    return path


def said(path: Path) -> list[str]:
    return [str(problem).removeprefix(f"{path}:") for problem in load_settings(path).problems]


def test_without_a_file_there_are_defaults(tmp_path: Path) -> None:
    found = load_settings(tmp_path / "settings.toml")
    assert found.settings == Settings()
    assert not found.problems


def test_what_is_saved_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "new" / "settings.toml"
    settings = Settings(
        theme="nord",
        glyphs="ascii",
        mouse=False,
        show_target=True,
        hours_per_week=6.5,
        keys=(KeyChoice(action="rate.skip", keys="x"),),
    )
    save_settings(path, settings)
    assert load_settings(path).settings == settings
    assert not load_settings(path).problems


def test_only_what_differs_from_the_defaults_is_written(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    save_settings(path, Settings(theme="nord"))
    assert tomllib.loads(path.read_text()) == {"theme": "nord"}
    save_settings(path, Settings())
    assert tomllib.loads(path.read_text()) == {"theme": "skillgap"}, "what stands in the file keeps its place"


def test_every_fault_is_named_with_its_place_and_the_rest_counts(tmp_path: Path) -> None:
    path = write(tmp_path / "settings.toml", 'theme = 3\nglyfs = "ascii"\nmouse = false\nhours_per_week = 900\n')
    assert load_settings(path).settings == Settings(mouse=False)
    assert said(path) == [
        '1:1: error: "theme" must be a string, not 3; write theme = "3"',
        '2:1: error: unknown key "glyfs"; did you mean "glyphs"?',
        "4:1: error: 900 hours a week cannot be planned; write 0.5 to 100",
    ]


def test_a_broken_file_means_defaults_and_is_never_overwritten(tmp_path: Path) -> None:
    path = write(tmp_path / "settings.toml", "theme = \n")
    assert load_settings(path).settings == Settings()
    assert said(path)[0].startswith("1:9: error:")
    with pytest.raises(BadInput):
        save_settings(path, Settings(theme="nord"))
    assert path.read_text() == "theme = \n"


def test_a_folder_in_the_place_of_the_file_is_no_end_either(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.mkdir()
    found = load_settings(path)
    assert found.settings == Settings()
    assert "it is a folder" in str(found.problems[0])
    path = tmp_path / "\x1b[31m" / "settings.toml"
    path.mkdir(parents=True)
    assert [str(problem) for problem in load_settings(path).problems] == [
        f"{tmp_path}/\\u001B[31m/settings.toml: error: it is a folder"
    ]


def test_unknown_keys_survive_a_change_in_the_app(tmp_path: Path) -> None:
    path = write(tmp_path / "settings.toml", 'from_the_future = 1\ntheme = "nord"\n')
    save_settings(path, Settings(theme="dracula"))
    assert tomllib.loads(path.read_text()) == {"from_the_future": 1, "theme": "dracula"}
    assert (tmp_path / "settings.toml.bak").read_text().startswith("from_the_future")


@pytest.mark.parametrize("hours", [0, -1, 0.4, 100.5])
def test_hours_that_cannot_be_planned_are_refused(tmp_path: Path, hours: float) -> None:
    path = write(tmp_path / "settings.toml", f"hours_per_week = {hours}\n")
    assert load_settings(path).settings.hours_per_week is None
    assert len(said(path)) == 1


HAND_WRITTEN = """\
# my settings

theme = "nord"   # after the sea # truly
keys = [  # what my fingers know
    { action = "rate.skip", keys = "x" },
]
hours_per_week = 6
glyphs = "ascii"
from_the_future = 1

[a.table]
theme = "not this one"
"""


def test_what_a_person_wrote_stays_but_for_what_is_changed(tmp_path: Path) -> None:
    path = write(tmp_path / "settings.toml", HAND_WRITTEN)
    before = load_settings(path).settings
    save_settings(path, replace(before, theme="dracula", mouse=False, hours_per_week=None, keys=()))
    assert (
        path.read_text()
        == """\
# my settings

theme = "dracula"  # after the sea # truly
glyphs = "ascii"
from_the_future = 1

mouse = false

[a.table]
theme = "not this one"
"""
    )


def test_lists_of_keys_are_replaced_whole(tmp_path: Path) -> None:
    path = write(tmp_path / "settings.toml", HAND_WRITTEN)
    choices = KeyChoice(action="rate.undo", keys="z"), KeyChoice(action="app.find", keys="f")
    save_settings(path, replace(load_settings(path).settings, keys=choices), only=["keys"])
    assert load_settings(path).settings.keys == choices
    assert "# my settings" in path.read_text()
    assert tomllib.loads(path.read_text())["a"] == {"table": {"theme": "not this one"}}


def test_a_wrong_key_is_left_alone_when_another_one_is_changed(tmp_path: Path) -> None:
    path = write(tmp_path / "settings.toml", "theme = 3 # hm\nmouse = true\n")
    save_settings(path, replace(load_settings(path).settings, mouse=False), only=["mouse"])
    assert path.read_text() == "theme = 3 # hm\nmouse = false\n"


def test_keys_written_as_tables_are_written_again_as_a_list(tmp_path: Path) -> None:
    path = write(tmp_path / "settings.toml", 'theme = "nord"\n[[keys]]\naction = "rate.skip"\nkeys = "x"\n')
    choices = (KeyChoice(action="rate.undo", keys="z"),)
    save_settings(path, Settings(keys=choices), only=["keys"])
    assert load_settings(path).settings == Settings(theme="nord", keys=choices)
