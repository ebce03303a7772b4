"""The calibrated estimate of a person: answers, evidence and checks of a pack put into the model."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import Literal

from skillgap.core.assessment import Answer, Assessment, Response
from skillgap.core.belief.assumptions import DEFAULTS, Assumptions
from skillgap.core.belief.calibration import Calibration, Forecast, calibration
from skillgap.core.belief.consistency import Pattern, PrerequisiteConflict, prerequisite_conflicts, rating_pattern
from skillgap.core.belief.contrasts import Contrast, contrasts
from skillgap.core.belief.explain import Factor, Stage, explain_readiness, explain_skill
from skillgap.core.belief.facts import CheckOutcome, Evidence, Item, SkillFacts
from skillgap.core.belief.levers import Lever, rank_levers, strongest_levers
from skillgap.core.belief.notes import certainty_note, conflict_note, contrast_note, pattern_note
from skillgap.core.belief.posterior import Belief, believe, headline
from skillgap.core.belief.questions import Question, Stop, next_question
from skillgap.core.curriculum import Check
from skillgap.core.profiles import Profile, Requirement
from skillgap.core.records import dataclass
from skillgap.core.rubric import Pack, Prerequisite
from skillgap.core.wording import present_option

Mode = Literal["plain", "calibrated"]
_DAYS_A_MONTH = 30.4375
"""A twelfth of a Julian year."""


@dataclass(frozen=True, kw_only=True)
class Estimate:
    """What the model believes about a person and a profile."""

    pack: Pack
    facts: tuple[SkillFacts, ...]
    belief: Belief
    responses: tuple[Response, ...]
    """Responses to items of the pack."""
    unknown_items: tuple[str, ...]
    """Responses to items that the pack does not have; they change nothing and are kept."""
    reworded_items: tuple[str, ...]
    """Responses to a question or an option that says something else now; they change nothing and are kept."""

    @property
    def mode(self) -> Mode:
        """Which readiness is shown first: the calibrated one once enough checks are answered."""
        return headline(self.facts, self.belief.assumptions)

    @property
    def answered(self) -> int:
        """How many checks about skills of the profile are answered."""
        return sum(len(each.checks) for each in self.facts)

    @property
    def inferred(self) -> int:
        """How many skills of the profile are not rated: what is believed of them comes from the other answers."""
        return sum(each.rating is None for each in self.facts)

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """The pack's checks as items."""
        return tuple(_item_of(check, self.belief.assumptions) for check in self.pack.checks)

    @cached_property
    def contrasts(self) -> tuple[Contrast, ...]:
        """Blind spots and hidden strengths, the strongest first."""
        return contrasts(self.facts, self.belief)

    @cached_property
    def stages(self) -> tuple[Stage, ...]:
        """How the estimate of readiness came about; the last stage is the estimate."""
        return explain_readiness(self.facts, self.belief)

    def factors(self, skill: str) -> tuple[Factor, ...]:
        """Give how one skill's numbers came about; the last factor holds them. Raises KeyError for an unknown skill."""
        return explain_skill(self.facts, self.belief, skill)

    def next_question(self, without: Collection[str] = ()) -> Question | Stop:
        """Give the check to ask now, none of `without`, or why no further one is needed."""
        return next_question(self.facts, self.belief, [item for item in self.items if item.id not in without])

    def levers(self, count: int = 3) -> tuple[Lever, ...]:
        """Give the answers or proofs that would change the result most."""
        return strongest_levers(self.facts, self.belief, self.items, count=count)

    def levers_of(self, skill: str) -> tuple[Lever, ...]:
        """Give what could be answered or shown about one skill, the best first: one of a kind."""
        kinds: dict[type | None, Lever] = {}
        for lever in rank_levers(self.facts, self.belief, self.items):
            if lever.skill == skill:
                kinds.setdefault(None if lever.about is None else type(lever.about), lever)
        return tuple(kinds.values())

    def calibration(self) -> Calibration | None:
        """Compare stated probabilities with what was right; None when none was stated."""
        by_id = _check_by_id(self.pack)
        stated = [
            Forecast(probability=r.probability, right=is_right(by_id[r.item], r))
            for r in self.responses
            if r.probability is not None
        ]
        return calibration(stated) if stated else None

    def notes(self, assessment: Assessment) -> tuple[str, ...]:
        """Give what a person should know about their answers: facts, a common reason, one action."""
        names = {skill.id: skill.name for skill in self.pack.skills}
        ratings = {a.skill: a.level for a in assessment.answers if a.level is not None and a.skill in names}
        found = [contrast_note(each, names[each.skill]) for each in self.contrasts]
        found += [conflict_note(each, names) for each in self._conflicts(ratings)]
        if (note := pattern_note(self._pattern(ratings))) is not None:
            found.append(note)
        scored = self.calibration()
        if scored is not None and (certain := certainty_note(scored, self.belief.assumptions)) is not None:
            found.append(certain)
        return tuple(note.text for note in found)

    def _conflicts(self, ratings: Mapping[str, int]) -> tuple[PrerequisiteConflict, ...]:
        """The prerequisites rated lower than the pack asks of them, as far as that is worth a note."""
        missing = {
            skill.id: [p.skill for p in skill.prerequisites if p.at <= ratings[skill.id] and _is_below(ratings, p)]
            for skill in self.pack.skills
            if skill.id in ratings
        }
        top = self.belief.top
        return prerequisite_conflicts(ratings, missing, high=(top + 2) // 2, low=top // 4)

    def _pattern(self, ratings: Mapping[str, int]) -> Pattern:
        ordered = [ratings[skill.id] for skill in self.pack.skills if skill.id in ratings]
        return rating_pattern(ordered, assumptions=self.belief.assumptions)


def estimate(
    pack: Pack, profile: Profile, assessment: Assessment, today: date, assumptions: Assumptions = DEFAULTS
) -> Estimate | None:
    """Estimate a person against a profile as of `today`; None when no skill of the profile applies."""
    known = _check_by_id(pack)
    latest = _latest(known, assessment.checks)
    # a response to a question that says something else now counts neither way
    now = {name: present_option(known[name], r) for name, r in latest.items() if name in known}
    responses = tuple(latest[name] for name, option in now.items() if option is not None)
    outcomes: dict[str, list[CheckOutcome]] = {}
    for response in responses:
        check = known[response.item]
        right = is_right(check, response)
        outcomes.setdefault(check.skill, []).append(CheckOutcome(item=_item_of(check, assumptions), right=right))
    facts = tuple(
        _facts(pack, need, assessment.answer(need.skill), outcomes.get(need.skill, []), today)
        for need in profile.requirements
        if assessment.answer(need.skill).na is None
    )
    if not facts:
        return None
    return Estimate(
        pack=pack,
        facts=facts,
        belief=believe(facts, top=pack.scale.top, assumptions=assumptions),
        responses=responses,
        unknown_items=tuple(sorted(latest.keys() - known.keys())),
        reworded_items=tuple(sorted(name for name, option in now.items() if option is None)),
    )


def _is_below(ratings: Mapping[str, int], needed: Prerequisite) -> bool:
    return ratings.get(needed.skill, needed.level) < needed.level


def is_right(check: Check, response: Response) -> bool:
    """Tell whether a response names the right option; "I don't know" does not."""
    return present_option(check, response) == check.answer


def _item_of(check: Check, assumptions: Assumptions = DEFAULTS) -> Item:
    """Give the item-response parameters of a check."""
    item = Item.at_level(
        id=check.id,
        skill=check.skill,
        level=check.level,
        options=len(check.options),
        assumptions=assumptions,
    )
    if check.difficulty is None:
        return item
    return Item(id=item.id, skill=item.skill, difficulty=check.difficulty, slope=item.slope, guess=item.guess)


def _latest(known: Mapping[str, Check], responses: Iterable[Response]) -> dict[str, Response]:
    """One answer to each question, whatever it was called when it was given: the last one by day, else by place."""
    found: dict[str, Response] = {}
    for response in responses:
        name = known[response.item].id if response.item in known else response.item
        before = found.get(name)
        if before is None or not (before.date and response.date) or before.date <= response.date:
            found[name] = response
    return found


def _check_by_id(pack: Pack) -> dict[str, Check]:
    """Checks by present and former id."""
    found = {check.id: check for check in pack.checks}
    for check in pack.checks:
        for alias in check.aliases:
            found.setdefault(alias, check)
    return found


def _facts(pack: Pack, need: Requirement, answer: Answer, outcomes: list[CheckOutcome], today: date) -> SkillFacts:
    return SkillFacts(
        id=need.skill,
        weight=float(need.weight),
        required=need.required,
        floor=need.floor or None,
        rating=answer.level,
        confidence="never" if answer.is_never else answer.confidence or "fairly",
        months_unused=_months_between(answer.last_used, today),
        volatility=pack.skill_by_id[need.skill].volatility,
        evidence=tuple(
            Evidence(level=level, kind=proof.kind, months_old=_months_between(proof.date, today))
            for proof in answer.evidence
            if (level := proof.level if proof.level is not None else answer.level) is not None
        ),
        checks=tuple(sorted(outcomes, key=lambda each: each.item.id)),
    )


def _months_between(day: date | None, today: date) -> float | None:
    """Give the months from a day to today; 0 for a day to come, None for no day."""
    return None if day is None else max(0.0, (today - day).days / _DAYS_A_MONTH)
