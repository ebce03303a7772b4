"""The settings while the app is open: every change is written at once and can be taken back."""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from skillgap.errors import Problem, SkillgapError
from skillgap.files.settings import Found, Settings, load_settings, save_settings


class Preferences:
    """The settings in force, what is wrong with their file, and the changes of this sitting."""

    def __init__(self, found: Found, file: Path) -> None:
        self.file = file
        self.now = found.settings
        self.problems: tuple[Problem, ...] = found.problems
        self.trouble = ""
        """Why the last change is not in the file; empty when it is."""
        self._undo: list[Settings] = []
        self._redo: list[Settings] = []

    def change(self, **changes: Any) -> bool:
        """Change settings and write them; tell whether anything is different now. Never raises."""
        changed = replace(self.now, **changes)
        if changed == self.now:
            return False
        self._undo.append(self.now)
        self._redo.clear()
        self._put(changed)
        return True

    def undo(self) -> bool:
        """Take the last change back; tell whether there was one."""
        return self._step(self._undo, self._redo)

    def redo(self) -> bool:
        """Make the last change that was taken back again."""
        return self._step(self._redo, self._undo)

    def _step(self, back: list[Settings], forth: list[Settings]) -> bool:
        if not back:
            return False
        forth.append(self.now)
        self._put(back.pop())
        return True

    def _put(self, settings: Settings) -> None:
        names = [f.name for f in fields(Settings) if getattr(settings, f.name) != getattr(self.now, f.name)]
        self.now, self.trouble = settings, ""
        try:
            save_settings(self.file, settings, names)
        except SkillgapError as error:
            self.trouble = str(error)
        else:
            self.problems = load_settings(self.file).problems
