"""The part of a session in which ratings are checked: questions with a known answer, and terms that may not exist."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Literal

from skillgap.core.assessment import Assessment, Response
from skillgap.core.familiarity import Vocabulary, another_list, claim
from skillgap.core.quiz import respond
from skillgap.ui.reckoning import Reckoning


class Examined(Reckoning, ABC):
    """What a sitting of checks or terms changes; the session keeps it like any other answer."""

    current: str
    _undo: list[tuple[str, Assessment]]

    @abstractmethod
    def undo(self) -> str | None:
        """Take the last change back."""

    @abstractmethod
    def move_to(self, skill: str) -> None:
        """Put another skill in front."""

    @abstractmethod
    def save(self) -> bool:
        """Write what is not on disk yet."""

    @abstractmethod
    def _change(self, skill: str, changed: Assessment, following: str) -> None:
        """Keep a change of a skill's answer, with another skill in front."""

    def respond(self, response: Response) -> None:
        """Keep the answer to a check; the skill in front stays."""
        check = self.loaded.pack.check_by_id.get(self.loaded.pack.check_alias.get(response.item, ""))
        skill = check.skill if check else self.current
        self._change(skill, respond(self.assessment, response), following=self.current)

    def claim(self, term: str, familiarity: int) -> None:
        """Keep how familiar a term is; the skill in front stays."""
        self._change(self.current, claim(self.assessment, term, familiarity, self.today), following=self.current)

    def begin_other_terms(self) -> None:
        """Begin another list of terms in place of this one."""
        self._change(self.current, another_list(self.assessment), following=self.current)

    def take_back(self, part: Literal["checks", "terms"]) -> bool:
        """Take the last change back if it was one of a part of the answers; tell whether it was. The place stays."""
        if not self._undo or getattr(self._undo[-1][1], part) == getattr(self.assessment, part):
            return False
        here = self.current
        is_back = self.undo() is not None
        self.move_to(here)
        self.save()
        return is_back

    def vocabulary(self) -> Vocabulary:
        """Give the list of terms with what was said of it."""
        return Vocabulary(pack=self.loaded.pack, profile=self.profile, assessment=self.assessment)
