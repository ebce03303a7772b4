"""What several commands share: dates, targets, output files."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from skillgap.core.assessment import TargetRef
from skillgap.core.names import hint
from skillgap.core.plan import Budget
from skillgap.core.profiles import Profile, profile
from skillgap.core.rubric import Pack
from skillgap.core.text import shown
from skillgap.errors import Usage

MOST_HOURS = 100


def say(line: str) -> None:
    """Narrate on stderr."""
    print(line, file=sys.stderr)


def put(lines: Iterable[str]) -> None:
    """Print results on stdout."""
    for line in lines:
        print(line)


def put_json(data: Any) -> None:
    """Print data as JSON on stdout."""
    print(json.dumps(data, indent=2, ensure_ascii=False))


def day(text: str | None, option: str, default: date | None = None) -> date | None:
    """Read a date option. Raises Usage when it is not an ISO date."""
    if text is None:
        return default
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Usage(f'{option} "{shown(text)}" is not a date; write it as 2027-05-31') from None


def today(options: argparse.Namespace) -> date:
    """Give the date that files are to carry: --today, else the local date."""
    return day(options.today, "--today") or date.today()  # noqa: DTZ011 - a person's own calendar day


def budget(options: argparse.Namespace, now: date, default: Budget | None, hours: float) -> Budget:
    """Put together the hours of a plan from the options, an earlier plan and the pack's default.

    Raises Usage for hours that cannot be planned and for a deadline that is not after the start.
    """
    start = day(options.start, "--start") or now
    deadline = day(options.by, "--by") or (default.deadline if default else None)
    given = options.hours if options.hours is not None else (default.hours_per_week if default else hours)
    if not 0 < given <= MOST_HOURS:
        raise Usage(f"--hours {given:g} cannot be planned; write hours a week above 0, at most {MOST_HOURS}")
    if deadline is not None and deadline <= start:
        raise Usage(f"the deadline {deadline} is not after the start {start}; name a later one with --by")
    experience = options.include_experience or (default.includes_experience if default else False)
    return Budget(
        hours_per_week=given,
        start=start,
        deadline=deadline,
        includes_experience=experience,
        must_haves_first=options.must_haves_first or (default.must_haves_first if default else False),
    )


def chosen_profile(pack: Pack, role: str | None, grade: str | None, target: TargetRef | None) -> Profile:
    """Give the profile that the options, the assessment or the pack name, in this order.

    Raises Usage for a role or grade that the pack does not have.
    """
    role_name = role or (target.role if target else "") or pack.default_role or pack.roles[0].id
    role_id = pack.role_alias.get(role_name)
    if role_id is None:
        raise Usage(f'no role "{shown(role_name)}"; {hint(role_name, pack.role_alias)}')
    grades = [item.id for item in pack.role_by_id[role_id].grades]
    same_role = target is not None and pack.role_alias.get(target.role) == role_id
    grade_id = grade or (target.grade if target and same_role else "") or pack.default_grade
    if grade_id not in grades:
        if grade or same_role:
            raise Usage(f'role "{role_id}" has no grade "{shown(grade_id)}"; {hint(grade_id, grades)}')
        grade_id = grades[0]
    return profile(pack, role_id, grade_id)


def require_absent(paths: Iterable[Path], force: bool) -> None:
    """Refuse to overwrite files without leave, before anything is written. Raises CannotAccess."""
    from skillgap.errors import CannotAccess

    taken = [path for path in paths if path.exists() or path.is_symlink()]
    if taken and not force:
        names = ", ".join(shown(str(path)) for path in taken)
        raise CannotAccess(
            f"{names}: exists already; nothing was written; use --force to overwrite or -o to name another"
        )
