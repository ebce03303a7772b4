"""Lines broken between words, in terminal cells."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from skillgap.core.text import cells
from skillgap.plain.wrapping import NARROWEST, cut, wrapped


def test_lines_are_led_by_a_hanging_indent() -> None:
    assert list(wrapped("one two three four five", 24, "  1 ")) == ["  1 one two three four", "    five"]
    assert list(wrapped("one two", 80, "- ", "+ ")) == ["- one two"]


def test_wide_letters_take_two_cells() -> None:
    assert list(wrapped("東京 大阪 名古屋 京都 神戸 札幌", 22)) == ["東京 大阪 名古屋 京都", "神戸 札幌"]


@given(st.text(st.sampled_from("ab 東é\u0301"), max_size=80), st.integers(NARROWEST, 60))
def test_no_word_is_lost_and_no_line_is_too_wide_but_for_a_single_word(text: str, width: int) -> None:
    lines = list(wrapped(text, width))
    assert " ".join(lines).split() == text.split()
    assert all(cells(line) <= width or " " not in line for line in lines)


@given(st.text(st.sampled_from("ab 東é\u0301"), max_size=40), st.integers(1, 20))
def test_what_is_cut_fits_and_says_so(text: str, width: int) -> None:
    short = cut(text, width)
    assert short == text or (cells(short) <= width and short.endswith("…"))
