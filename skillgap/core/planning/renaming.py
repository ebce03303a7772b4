"""An earlier plan and its choices, with the present ids of skills in place of former ones."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from skillgap.core.choices import Choices
from skillgap.core.plan import Plan, PlannedStep
from skillgap.core.rubric import Pack
from skillgap.core.steps import split_id, step_id


def renamed(pack: Pack, plan: Plan | None, choices: Choices) -> tuple[Plan | None, Choices]:
    """Give both as if they had been made with the ids of this pack; what it does not know stays as it is."""
    if plan is not None:
        steps = tuple(replace(row, id=_step(pack, row.id), skill=_skill(pack, row.skill)) for row in plan.steps)
        left = tuple(replace(row, id=_step(pack, row.id), skill=_skill(pack, row.skill)) for row in plan.left_outs)
        notes = tuple(replace(row, id=_step(pack, row.id)) for row in plan.kept_notes)
        plan = replace(plan, steps=_merged(steps), left_outs=left, kept_notes=notes)
    return plan, replace(
        choices,
        pins=tuple(replace(row, step=_step(pack, row.step)) for row in choices.pins),
        exclusions=tuple(replace(row, step=_step(pack, row.step)) for row in choices.exclusions),
        good_enough=tuple(replace(row, skill=_skill(pack, row.skill)) for row in choices.good_enough),
        first=tuple(_step(pack, name) for name in choices.first),
    )


def _merged(steps: Iterable[PlannedStep]) -> tuple[PlannedStep, ...]:
    """Make one step of those that share an id since skills were merged: what is done counts, each note is kept."""
    found: dict[str, PlannedStep] = {}
    for step in steps:
        old = found.get(step.id)
        if old is None:
            found[step.id] = step
            continue
        first, second = (old, step) if old.done or not step.done else (step, old)
        notes = dict.fromkeys(note for note in (first.note, second.note) if note)
        found[step.id] = replace(first, note="; ".join(notes))
    return tuple(found.values())


def _skill(pack: Pack, name: str) -> str:
    return pack.skill_alias.get(name, name)


def _step(pack: Pack, name: str) -> str:
    """The present id of a step, or of a skill."""
    if name in pack.skill_alias:
        return pack.skill_alias[name]
    skill, to = split_id(name)
    return step_id(pack.skill_alias[skill], to) if skill in pack.skill_alias else name
