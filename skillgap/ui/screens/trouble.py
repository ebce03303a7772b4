"""What stands in the way of opening: said whole, with the ways out. Nothing is overwritten."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from skillgap.errors import BadInput, SkillgapError
from skillgap.ui.opening import Unreadable, restore
from skillgap.ui.sturdy import Modal
from skillgap.ui.text import safe

if TYPE_CHECKING:
    from skillgap.ui.app import SkillgapApp

_MOST = 20


class TroubleScreen(Modal[None]):
    """Lists the problems; the first choice, which is safe, is in focus."""

    CSS_PATH = "trouble.tcss"
    BINDINGS = [("escape,q", "leave", "Quit")]  # noqa: RUF012

    def __init__(self, error: SkillgapError) -> None:
        super().__init__()
        self._error = error

    @property
    def _spoilt(self) -> Unreadable | None:
        return self._error if isinstance(self._error, Unreadable) else None

    def compose(self) -> ComposeResult:
        """Problems, what was done about them (nothing), choices."""
        title = "Your answers cannot be read" if self._spoilt else "The rubric cannot be read"
        with Vertical(classes="dialog") as box:
            box.border_title = Content(title)
            with VerticalScroll(id="problems"):
                yield Static(Content("\n").join([Content(line) for line in _problem_lines(self._error)]))
            yield Static(self._reassurance(), classes="hint")
            yield OptionList(*self._choices(), id="choices", markup=False)
            yield Static(id="wrong", classes="hint")

    def on_mount(self) -> None:
        """The safe choice first."""
        self.query_one(OptionList).focus()

    def _reassurance(self) -> Content:
        if self._spoilt is None:
            return Content("Nothing was changed.")
        file = safe(str(self._spoilt.order.file), 300)
        return Content(f"Nothing was changed; the file stays as it is: {file}")

    def _choices(self) -> Iterator[Option]:
        yield Option(Content("Quit, and mend the file in an editor"), id="quit")
        yield Option(Content("Read it again"), id="again")
        spoilt = self._spoilt
        if spoilt is None or not spoilt.can_be_kept:
            return
        if spoilt.spare:
            count, when = len(spoilt.spare.assessment.answers), f"{spoilt.spare.written:%Y-%m-%d %H:%M}"
            text = f"Go on with the last good version: {count} answers, replaced on {when}"
            yield Option(
                Content.assemble(text, ("\nthe unreadable file is kept under a dated name", "$text-muted")), id="spare"
            )
        text = "Begin without answers"
        yield Option(
            Content.assemble(text, ("\nthe unreadable file is kept under a dated name", "$text-muted")), id="fresh"
        )

    @on(OptionList.OptionSelected)
    def _do(self, event: OptionList.OptionSelected) -> None:
        app = cast("SkillgapApp", self.app)
        if event.option_id == "quit":
            self.action_leave()
        elif event.option_id == "again":
            self.dismiss()
            app.read()
        elif self._spoilt is not None:
            self._restore(app, self._spoilt, from_spare=event.option_id == "spare")

    def _restore(self, app: SkillgapApp, spoilt: Unreadable, *, from_spare: bool) -> None:
        try:
            session = restore(spoilt, from_spare=from_spare)
        except SkillgapError as error:
            self.query_one("#wrong", Static).update(Content.styled(safe(str(error), 600), "$text-error"))
            return
        self.dismiss()
        app.post_message(app.Opened(session))

    def action_leave(self) -> None:
        """Quit."""
        cast("SkillgapApp", self.app).action_leave()


def _problem_lines(error: SkillgapError) -> list[str]:
    """Give every problem as a line, as the command line would; the first ones of very many."""
    cause = error.cause if isinstance(error, Unreadable) else error
    if not isinstance(cause, BadInput):
        return [safe(str(cause), 1000)]
    lines = [safe(str(problem), 1000) for problem in cause.problems[:_MOST]]
    rest = len(cause.problems) - _MOST
    return [*lines, f"... and {rest} more"] if rest > 0 else lines
