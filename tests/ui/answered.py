"""How to read the page of Results in front."""

from __future__ import annotations

from skillgap.ui.widgets.row_sheet import RowSheet
from tests.ui.conftest import Person


def first_gaps(person: Person, count: int = 3) -> list[str]:
    return [row.name for row in person.session.report().gaps[:count]]


def pages(person: Person) -> RowSheet:
    return person.app.screen.query_one("#page", RowSheet)


def listed(person: Person) -> list[str]:
    """The names of the rows of the page in front, in order."""
    names = {skill.id: skill.name for skill in person.session.loaded.pack.skills}
    return [names[key] for key in pages(person).keys]
