"""Choose the role and grade to be measured against, line by line."""

from __future__ import annotations

from skillgap.core.demands import facts, levels_asked, must_haves
from skillgap.core.names import counted
from skillgap.core.profiles import Profile, matching_grade, profile
from skillgap.core.rubric import Pack
from skillgap.core.text import shown
from skillgap.plain.lines import Lines, number_in
from skillgap.plain.sitting import Sitting


def target_text(goal: Profile) -> str:
    """Name a role and grade."""
    return f"{shown(goal.role.name)}, {shown(goal.grade.title)}"


def choose_target(sitting: Sitting, lines: Lines) -> bool:
    """Ask for role and grade and take them; tell whether they were chosen."""
    pack, now = sitting.interview.pack, sitting.profile
    lines.say("Roles:", *_numbered([role.name for role in pack.roles]))
    place = _chosen(lines, "Which role?", len(pack.roles), pack.roles.index(now.role), shown(now.role.name))
    if place is None:
        return False
    role = pack.roles[place]
    goals = [profile(pack, role.id, grade.id) for grade in role.grades]
    near = role.grades.index(matching_grade(role, now.grade.id, now.role.grade_index(now.grade.id)))
    lines.say(f"Grades of {shown(role.name)}:", *_numbered([_grade(pack, goal) for goal in goals]))
    place = _chosen(lines, "Which grade?", len(goals), near, shown(goals[near].grade.title))
    if place is None:
        return False
    sitting.choose_target(role.id, goals[place].grade.id)
    lines.say(*about(pack, sitting.profile))
    return True


def about(pack: Pack, goal: Profile) -> list[str]:
    """Say what a role and grade ask."""
    texts = [f"Measured against {goal.role.name}, {goal.grade.title}.", goal.role.summary, goal.grade.note]
    if musts := must_haves(pack, goal):
        texts.append(f"Must-haves, each with the least level: {'; '.join(musts)}.")
    if goal.role.typical_week:
        texts += ["A week:", *(f"- {line}" for line in goal.role.typical_week)]
    texts.append(goal.role.entry and f"Comes from: {goal.role.entry}")
    return [shown(" ".join(text.split()), limit=1000) for text in texts if text]


def _grade(pack: Pack, goal: Profile) -> str:
    count = len(must_haves(pack, goal))
    parts = [*facts(goal), counted(count, "must-have") if count else ""]
    asked = ", ".join(f"{count} at {name}" for count, name in levels_asked(pack, goal))
    return f"{goal.grade.title}: {', '.join(filter(None, parts))}. Asked: {asked}"


def _numbered(texts: list[str]) -> list[str]:
    return [f"  {number} {shown(text, limit=500)}" for number, text in enumerate(texts, 1)]


def _chosen(lines: Lines, question: str, count: int, usual: int, name: str) -> int | None:
    """Ask for a number; give its place from 0, the usual one for Enter alone, None when nothing is chosen."""
    while (typed := lines.ask(f"{question} 1 to {count}. Enter alone: {name}. q changes nothing:")) is not None:
        if typed.lower() == "q":
            break
        if not typed:
            return usual
        if number := number_in(typed, count):
            return number - 1
        lines.say(f"Not understood: {shown(typed, limit=40)}. Type a number from 1 to {count}.")
    lines.say("Nothing was changed.")
    return None
