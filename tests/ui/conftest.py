"""The app for tests: opened on a file of its own, with keys that need no waiting."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from pathlib import Path

import pytest
from textual.events import Paste
from textual.pilot import Pilot
from textual.worker import WorkerCancelled

from skillgap.files.settings import Found, Settings
from skillgap.ui.app import SkillgapApp
from skillgap.ui.order import Order
from skillgap.ui.session import Session
from skillgap.ui.widgets.sheet import Sheet
from tests.ui.given import EXAMPLE, FEW, put

NO_BORDERS = str.maketrans(dict.fromkeys("│╭╮╰╯", " "))
Opening = Callable[..., AbstractAsyncContextManager["Person"]]


class Person:
    """What somebody at the keyboard does and sees."""

    def __init__(self, app: SkillgapApp, pilot: Pilot[int]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def session(self) -> Session:
        """The open session."""
        assert self.app.session is not None
        return self.app.session

    def level(self, skill: str) -> int | None:
        """The level that was given to a skill."""
        return self.session.assessment.answer(skill).level

    async def press(self, *keys: str) -> None:
        """Press keys, and wait for what they do."""
        await self.pilot.press(*keys)
        await self.settle()

    async def type(self, text: str) -> None:
        """Put a text into the field that has the focus; faster than key by key."""
        assert self.app.screen.focused is not None
        self.app.post_message(Paste(text))
        await self.settle()

    async def settle(self) -> None:
        """Wait until the app has nothing left to do."""
        await self.pilot.pause()
        while any(worker.is_running for worker in self.app.workers):
            with suppress(WorkerCancelled):
                await self.app.workers.wait_for_complete()
            await self.pilot.pause()

    def rows(self) -> list[str]:
        """The screen as rows of text."""
        width = self.app.size.width
        return ["".join(s.text for s in row)[:width] for row in self.app.screen._compositor.render_strips()]

    def sees(self, text: str) -> bool:
        """Whether a text stands on the screen, however its words are broken into rows."""
        return "".join(text.split()) in "".join("".join(self.rows()).translate(NO_BORDERS).split())

    def was_told(self, text: str) -> bool:
        """Whether a message in passing said something."""
        return any(text in note.message for note in self.app._notifications)

    def page(self) -> str:
        """The text of the sheets on the screen, scrolled out of sight or not."""
        return "\n".join(line.plain for sheet in self.app.screen.query(Sheet) for line in sheet.lines)


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    """The assessment file of a test; it does not exist yet."""
    return tmp_path / "data" / "assessment.toml"


@pytest.fixture
def rated(answers: Path) -> Path:
    """A complete assessment."""
    return put(answers, EXAMPLE.read_text())


@pytest.fixture
def begun(answers: Path) -> Path:
    """An assessment with three answers."""
    return put(answers, FEW)


@pytest.fixture
def opened(answers: Path) -> Opening:
    """Open the app: `async with opened(mode="rate") as person`."""

    @asynccontextmanager
    async def opening(
        *,
        mode: str = "home",
        size: tuple[int, int] = (80, 24),
        file: Path = answers,
        pack: str | None = None,
        role: str | None = None,
        grade: str | None = None,
        settings: Settings | None = None,
        theme: str | None = None,
        quick: bool = False,
        grace: float = 0,
    ) -> AsyncIterator[Person]:
        found = Found(settings) if settings else None
        order = Order(file=file, pack=pack, role=role, grade=grade, quick=quick)
        app = SkillgapApp(order, found, mode=mode, theme=theme)
        app.grace = grace
        async with app.run_test(size=size) as pilot:
            person = Person(app, pilot)
            await person.settle()
            yield person

    return opening
