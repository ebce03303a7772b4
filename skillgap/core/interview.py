"""The interview: which skills are asked, in which order, what is answered and what comes next."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import cached_property
from typing import Literal

from skillgap.core.assessment import Assessment
from skillgap.core.quick import QuickRound
from skillgap.core.records import dataclass
from skillgap.core.rubric import Area, Pack, Skill
from skillgap.core.wording import reworded

Status = Literal["open", "rated", "not-applicable"]


@dataclass(frozen=True, kw_only=True)
class Interview:
    """The questions of one role, with the answers so far. Every change gives a new interview."""

    pack: Pack
    role: str
    assessment: Assessment
    quick: QuickRound | None = None
    """The quick round that is under way; None asks every skill in turn."""

    @cached_property
    def skills(self) -> tuple[Skill, ...]:
        """The skills that the role asks at any grade, by area in the pack's order."""
        role = self.pack.role_by_id[self.role]
        asked = {target.skill for target in role.targets if any(target.required)}
        return tuple(
            skill
            for area in self.pack.areas
            for skill in self.pack.skills
            if skill.area == area.id and skill.id in asked
        )

    @cached_property
    def areas(self) -> tuple[Area, ...]:
        """The areas of the skills asked."""
        used = {skill.area for skill in self.skills}
        return tuple(area for area in self.pack.areas if area.id in used)

    @cached_property
    def place(self) -> dict[str, int]:
        """Place of each skill in the order of questions, from 0."""
        return {skill.id: place for place, skill in enumerate(self.skills)}

    def of_area(self, area: str) -> tuple[Skill, ...]:
        """Give the skills asked of one area."""
        return tuple(skill for skill in self.skills if skill.area == area)

    def status(self, skill: str) -> Status:
        """Tell whether a skill is open, rated or not applicable."""
        answer = self.assessment.answer(skill)
        if answer.level is not None:
            return "rated"
        return "open" if answer.na is None else "not-applicable"

    @cached_property
    def look_again(self) -> tuple[str, ...]:
        """The skills asked whose anchors have changed since they were answered."""
        changed = reworded(self.pack, self.assessment)
        return tuple(skill.id for skill in self.skills if skill.id in changed)

    @cached_property
    def again(self) -> tuple[str, ...]:
        """The skills asked that a re-assessment still waits for."""
        return tuple(skill.id for skill in self.skills if self.assessment.answer(skill.id).again)

    @cached_property
    def waiting(self) -> tuple[str, ...]:
        """The answered skills to be rated or looked at again."""
        return tuple(skill.id for skill in self.skills if skill.id in {*self.again, *self.look_again})

    def count(self, status: Status) -> int:
        """How many of the skills asked have a status."""
        return self._counts[status]

    @cached_property
    def _counts(self) -> Counter[Status]:
        return Counter(self.status(skill.id) for skill in self.skills)

    @property
    def is_complete(self) -> bool:
        """Nothing is open."""
        return self.count("open") == 0

    def neighbour(self, skill: str, step: int) -> str:
        """Give the skill `step` places further; the first or last one at the ends."""
        place = min(max(self.place[skill] + step, 0), len(self.skills) - 1)
        return self.skills[place].id

    @cached_property
    def route(self) -> tuple[str, ...]:
        """The open skills in the order in which they are asked; in a quick round only until it is done."""
        if self.quick is not None:
            return self.quick.route(self.pack, self.assessment)
        return tuple(skill.id for skill in self.skills if self.status(skill.id) == "open")

    @property
    def progress(self) -> tuple[int, int]:
        """How many skills are answered, of how many that are asked; in a quick round those of the round."""
        if self.quick is not None:
            return self.quick.asked(self.assessment), self.quick.size
        return len(self.skills) - self.count("open"), len(self.skills)

    @property
    def is_round_done(self) -> bool:
        """A quick round is under way, and all that it asks is answered."""
        return self.quick is not None and not self.route

    def next_open(self, skill: str) -> str | None:
        """Give the next skill that is open or to be rated again after `skill`, starting over at the end.

        None when no further one is asked.

        In a quick round it is the one whose rating tells most, and never `skill` itself while there is another.
        """
        if self.quick is not None:
            others = [name for name in self.route if name != skill]
            return others[0] if others else next(iter(self.route), None)
        start = self.place.get(skill, -1) + 1
        order = (*self.skills[start:], *self.skills[:start])
        return next((item.id for item in order if self._is_due(item.id)), None)

    def _is_due(self, skill: str) -> bool:
        """Whether a full interview asks a skill: it is open, or a re-assessment waits for it."""
        return self.status(skill) == "open" or bool(self.assessment.answer(skill).again)

    @property
    def first(self) -> str:
        """The skill to show when the assessment is opened: where it was left, else the first open one."""
        if self.quick is None and self.assessment.resume in self.place:
            return self.assessment.resume
        return self.next_open("") or self.skills[0].id

    def passing(self, skill: str) -> Interview:
        """Give the interview in which a skill was skipped: a quick round asks it last."""
        return self if self.quick is None else replace(self, quick=self.quick.passing(skill))

    def with_round(self, quick: QuickRound | None) -> Interview:
        """Give the interview as a quick round, or asking every skill."""
        return replace(self, quick=quick)

    def with_assessment(self, assessment: Assessment) -> Interview:
        """Give the interview with other answers."""
        return replace(self, assessment=assessment)
