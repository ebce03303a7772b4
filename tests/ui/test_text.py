"""How texts are laid out."""

from __future__ import annotations

from textual.content import Content

from skillgap.ui.text import wrapped


def test_a_number_and_its_percent_sign_stay_on_one_line() -> None:
    text = Content.styled("readiness 55 % is under 85 %.", "bold")
    for width in range(9, 40):
        lines = wrapped(text, width)
        assert not [line.plain for line in lines if line.plain.startswith("%")], width
        assert " ".join(line.plain for line in lines) == text.plain
        assert all(line.cell_length <= width for line in lines)
        assert all(line.spans for line in lines), "it looks as before"
