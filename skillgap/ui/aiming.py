"""Another target: taken at once, and said with the one before it, since no undo leads back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.ui.actions.common import TARGET
from skillgap.ui.text import safe

if TYPE_CHECKING:
    from skillgap.ui.app import SkillgapApp


def aim(app: SkillgapApp, role: str, grade: str) -> None:
    """Measure against a role and grade; the first time, go on to the questions."""
    session = app.session
    if session is None:
        return
    before, is_first = session.profile, not session.has_target
    session.choose_target(role, grade)
    app.session_changed()
    if is_first:
        app.action_go("rate")
    elif session.profile != before:
        text = f"Measured against {session.profile.name} now, before: {before.name}; {app.key_of(TARGET)} changes it."
        app.notify(safe(text, 200), timeout=6, markup=False)
