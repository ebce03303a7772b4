"""The options that say when there is time and what a person decided, turned into values."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, timedelta

from skillgap.cli.common import day
from skillgap.core import choices as decide
from skillgap.core.choices import Choices
from skillgap.core.dates import deadline_problem
from skillgap.core.feasible import budget_flaws
from skillgap.core.names import hint
from skillgap.core.plan import Budget, Period
from skillgap.core.rubric import Pack
from skillgap.core.steps import split_id, step_id
from skillgap.core.text import shown
from skillgap.errors import Usage

_NEVER = "none"


def budget(options: argparse.Namespace, now: date, default: Budget | None, hours: float) -> Budget:
    """Put together the hours of a plan from the options, an earlier plan and the pack's default.

    Raises Usage, with all of them, for what cannot be planned and for dates that leave nothing to plan.
    """
    base = default or Budget(hours_per_week=hours, start=now)
    weekdays = _numbers(options.weekdays, "--weekdays") if options.weekdays else base.weekdays
    usual = sum(weekdays) if options.weekdays else base.hours_per_week
    made = replace(
        base,
        hours_per_week=options.hours if options.hours is not None else usual,
        start=day(options.start, "--start") or now,
        deadline=None if options.by == _NEVER else day(options.by, "--by") or base.deadline,
        weekdays=weekdays,
        periods=tuple(dict.fromkeys((*(() if options.no_holidays else base.periods), *_periods(options)))),
        review_percent=base.review_percent if options.review is None else options.review,
        pace=base.pace if options.pace is None else options.pace,
        includes_experience=_switch(options.include_experience, base.includes_experience),
        must_haves_first=_switch(options.must_haves_first, base.must_haves_first),
    )
    faults = [f"{flaw.what}; {flaw.remedy}{_option(flaw.key)}" for flaw in budget_flaws(made)]
    if problem := deadline_problem(now, made.start, made.deadline):
        faults.append(f"{problem}; name another with --by")
    if faults:
        raise Usage("\n".join(faults))
    return made


def _option(key: tuple[str | int, ...]) -> str:
    """The option for the hours of a week; what else may be wrong was typed just now."""
    return " with --hours" if key == ("hours_per_week",) else ""


def _switch(given: bool | None, before: bool) -> bool:
    return before if given is None else given


def _numbers(text: str, option: str) -> tuple[float, ...]:
    try:
        return tuple(float(part) for part in text.split(","))
    except ValueError:
        raise Usage(f'{option} "{shown(text)}" is no list of hours; write it as 2,0,2,0,0,4,0') from None


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def _periods(options: argparse.Namespace) -> Iterable[Period]:
    for text in options.holiday or ():
        yield _period(text, "--holiday", 0)
    for text in options.period or ():
        days, _, hours = text.rpartition("=")
        count = _number(hours) if days else None
        if count is None:
            raise Usage(f'--period "{shown(text)}" has no hours; write it as 2027-02-01..2027-02-28=3')
        yield _period(days, "--period", count)


def _period(text: str, option: str, hours: float) -> Period:
    first, _, last = text.partition("..")
    starts = day(first, option)
    ends = day(last, option) if last else starts
    if starts is None or ends is None:
        raise Usage(f'{option} "{shown(text)}" is no stretch of days; write it as 2026-12-21..2027-01-03')
    return Period(starts=starts, ends=ends, hours_per_week=hours)


def choices(options: argparse.Namespace, before: Choices, pack: Pack, start: date) -> Choices:
    """Add what the options decide to what was decided before.

    Raises Usage for what the pack does not have and for a week or date that is none.
    """
    now = before
    for name in options.forget or ():
        now = _forgotten(now, name)
    for text in options.pin or ():
        name, _, when = text.partition("=")
        now = decide.pin(now, _step(pack, name, "--pin"), _week(when, start, text))
    for text in options.exclude or ():
        name, _, reason = text.partition("=")
        known = pack.skill_alias.get(name)
        now = decide.exclude(now, known or _step(pack, name, "--exclude"), reason)
    for text in options.good_enough or ():
        now = decide.call_good_enough(now, *_enough(pack, text))
    for name in options.first or ():
        now = decide.put_first(now, _step(pack, name, "--first"))
    for name in options.project or ():
        known_projects = [project.id for project in pack.projects]
        if name not in known_projects:
            raise Usage(f'--project: this pack has no project "{shown(name)}"; {hint(name, known_projects)}')
        now = decide.take_project(now, name)
    return now


def _forgotten(now: Choices, name: str) -> Choices:
    """Take back all that was decided about a step, skill or project. Raises Usage when nothing was."""
    changed = now
    undo: tuple[Callable[[Choices, str], Choices], ...] = (
        decide.unpin,
        decide.include,
        decide.want_more,
        decide.take_its_turn,
        decide.drop_project,
    )
    for change in undo:
        changed = change(changed, name)
    if changed == now:
        raise Usage(f'--forget: nothing was decided about "{shown(name)}"; the plan lists your choices in [choices]')
    return changed


def _step(pack: Pack, name: str, option: str) -> str:
    """The present id of a step. Raises Usage when the pack has none of that name."""
    skill, to = split_id(name)
    known = pack.skill_alias.get(skill)
    if known is None:
        near = _nearest_step(pack, name, skill or name)
        raise Usage(f'{option}: no step "{shown(name)}"; a step is a skill, a hyphen and a level, as in sql-2; {near}')
    if not 1 <= to <= pack.scale.top:
        raise Usage(f'{option}: no step "{shown(name)}"; levels go from 1 to {pack.scale.top}')
    return step_id(known, to)


def _nearest_step(pack: Pack, name: str, skill: str) -> str:
    """Name the step that was probably meant; of a skill without a level, its first and last."""
    known = pack.skill_alias.get(name)
    if known is None:
        return hint(skill, pack.skill_by_id)
    return f"of this skill there are {step_id(known, 1)} to {step_id(known, pack.scale.top)}"


def _week(when: str, start: date, text: str) -> date:
    """A day in the week of the plan, or the day that is written."""
    if when.isascii() and when.isdigit() and 1 <= int(when[:6]) <= 9999 and len(when) <= 4:
        return start + timedelta(weeks=int(when) - 1)
    found = day(when, "--pin") if "-" in when else None
    if found is None:
        raise Usage(f'--pin "{shown(text)}" has no week; write it as sql-2=5 or sql-2=2027-01-11')
    return found


def _enough(pack: Pack, text: str) -> tuple[str, int | None, str]:
    name, _, reason = text.partition("=")
    skill, has_level, level = name.partition(":")
    known = pack.skill_alias.get(skill)
    if known is None:
        raise Usage(f'--good-enough: no skill "{shown(skill)}"; {hint(skill, pack.skill_by_id)}')
    if has_level and not (level.isascii() and level.isdigit() and int(level[:3]) <= pack.scale.top):
        raise Usage(f'--good-enough: "{shown(level)}" is no level; write 0 to {pack.scale.top}')
    return known, int(level) if has_level else None, reason
