"""Answers to look at results with, and how to read the page in front."""

from __future__ import annotations

from pathlib import Path

from skillgap.ui.widgets.row_sheet import RowSheet
from tests.ui.conftest import Person

EXAMPLE = Path(__file__).parents[2] / "examples" / "backend-engineer.toml"
FEW = """
[target]
role = "ai-engineer"
grade = "senior"
[[answer]]
skill = "python-engineering"
level = 4
[[answer]]
skill = "llm-api-integration"
level = 0
[[answer]]
skill = "backend-apis"
na = "no backend here"
"""


def put(file: Path, text: str) -> Path:
    """Write answers where the app will look for them."""
    file.parent.mkdir(parents=True)
    file.write_text(text)
    return file


def first_gaps(person: Person, count: int = 3) -> list[str]:
    return [row.name for row in person.session.report(person.session.today).gaps[:count]]


def pages(person: Person) -> RowSheet:
    return person.app.screen.query_one("#page", RowSheet)


def listed(person: Person) -> list[str]:
    """The names of the rows of the page in front, in order."""
    names = {skill.id: skill.name for skill in person.session.loaded.pack.skills}
    return [names[key] for key in pages(person).keys]
