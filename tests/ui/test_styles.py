"""Styles are parsed once for each set of colours."""

from __future__ import annotations

import pytest
from textual.css import parse as parsing
from textual.css.stylesheet import StylesheetParseError

from skillgap.ui.styles import KeptStylesheet

FIRST, SECOND = "Label { color: $ink; }", "Input { width: 4; }"


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every style that is parsed from now on."""
    seen: list[str] = []
    parse = parsing.parse

    def counted(scope: str, css: str, *args: object, **named: object) -> object:
        seen.append(css)
        return parse(scope, css, *args, **named)  # type: ignore[arg-type]

    monkeypatch.setattr("textual.css.stylesheet.parse", counted)
    return seen


def test_a_screen_that_is_shown_for_the_first_time_parses_only_its_own_styles(parsed: list[str]) -> None:
    sheet = KeptStylesheet(variables={"ink": "red"})
    sheet.add_source(FIRST)
    sheet.reparse()
    sheet.add_source(SECOND)
    sheet.set_variables({"ink": "red"})
    sheet.reparse()
    assert parsed == [FIRST, SECOND]
    assert "width: 4" in sheet.css


def test_other_colours_are_seen(parsed: list[str]) -> None:
    sheet = KeptStylesheet(variables={"ink": "red"})
    sheet.add_source(FIRST)
    before = sheet.css
    sheet.set_variables({"ink": "blue"})
    sheet.reparse()
    assert parsed == [FIRST, FIRST]
    assert sheet.css != before


def test_a_style_that_is_wrong_leaves_the_others_in_force() -> None:
    sheet = KeptStylesheet(variables={"ink": "red"})
    sheet.add_source(FIRST)
    before = sheet.css
    sheet.add_source("Input { width: blue; }")
    with pytest.raises(StylesheetParseError):
        sheet.reparse()
    assert sheet.css == before
