"""The chart of areas, and the canvas below it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from skillgap.core.report import Report
from skillgap.core.text import cells
from skillgap.ui.canvas import QUARTERS, Layer
from skillgap.ui.opening import open_session
from skillgap.ui.pages.results_profile import LEAST_WIDTH, can_be_drawn, profile_page
from skillgap.ui.pages.room import Room
from skillgap.ui.text import ASCII, UNICODE, Glyphs
from tests.ui.given import EXAMPLE, put


def drawn(layer: Layer) -> list[str]:
    return ["".join(QUARTERS[layer.bits(x, y)] for x in range(layer.width)) for y in range(layer.height)]


def room(width: int, height: int, glyphs: Glyphs = UNICODE) -> Room:
    return Room(width, height, glyphs, lambda action: action.keys[0])


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    file = put(tmp_path_factory.mktemp("answers") / "data" / "assessment.toml", EXAMPLE.read_text())
    session = open_session(file, clock=lambda: datetime(2026, 11, 24))  # noqa: DTZ001 - a person's wall clock
    session.close()
    return session.report()


def test_a_line_and_a_filled_shape_have_the_quarters_that_they_should() -> None:
    line = Layer(4, 2)
    line.line((0, 0), (3.5, 1.5))
    assert drawn(line) == ["▀▄  ", "  ▀▄"]
    square = Layer(4, 3)
    square.fill([(0.5, 0.5), (2.5, 0.5), (2.5, 2), (0.5, 2)])
    assert drawn(square) == ["▗▄▄ ", "▐██ ", "▝▀▀ "]


def test_what_is_outside_is_left_out() -> None:
    layer = Layer(2, 1)
    layer.line((-5, -5), (20, 20))
    layer.fill([(-9, -9), (9, -9), (9, 9), (-9, 9)])
    assert drawn(layer) == ["██"]


@pytest.mark.parametrize("glyphs", [UNICODE, ASCII])
def test_every_area_is_named_and_every_line_is_as_wide_as_the_room(report: Report, glyphs: Glyphs) -> None:
    for width, height in ((LEAST_WIDTH, 12), (52, 26), (76, 16), (130, 44)):
        lines = [line.plain for line in profile_page(report, 5, room(width, height, glyphs))]
        assert len(lines) <= height
        assert {cells(line) for line in lines[:-1]} == {width}
        text = "\n".join(lines)
        assert "Software engineering" in text
        assert glyphs is UNICODE or text.isascii()
        if width > 70:
            assert all(area.title.split()[0].strip(",") in text for area in report.areas)


def test_more_is_filled_where_more_is_reached(report: Report) -> None:
    def filled(you: float) -> int:
        areas = tuple(replace(area, you=you) for area in report.areas)
        page = profile_page(replace(report, areas=areas), 5, room(80, 30))
        return sum(line.plain.count("█") for line in page)

    assert 10 < filled(1.0) < filled(2.0) < filled(3.0)


def test_names_that_are_wide_keep_columns_straight(report: Report) -> None:
    areas = tuple(replace(area, title="評価とテストの基盤づくり") for area in report.areas)
    lines = profile_page(replace(report, areas=areas), 5, room(60, 20))
    assert {line.cell_length for line in lines[:-1]} == {60}


def test_two_areas_or_a_small_window_make_no_shape(report: Report) -> None:
    assert can_be_drawn(report, room(60, 12))
    assert not can_be_drawn(replace(report, areas=report.areas[:2]), room(60, 12))
    assert not can_be_drawn(report, room(40, 12))
