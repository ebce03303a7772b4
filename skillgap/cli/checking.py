"""pack check: what is wrong with a pack, and what would mislead the people who use it."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict

from skillgap.cli.common import put, put_json, say
from skillgap.core.lint import RULES
from skillgap.core.names import counted, hint
from skillgap.core.rubric import Pack
from skillgap.core.text import shown
from skillgap.errors import Usage
from skillgap.files.checking import Placed, check_pack, chosen
from skillgap.files.rubrics import find_pack


def check(options: argparse.Namespace) -> int:
    """Print findings on stdout and a summary on stderr; structure errors go to stderr, as those of any file do.

    Gives 1 when there is an error, or with --strict a warning, else 0. Raises Usage for codes that do not exist.
    """
    select, ignore = _codes(options.select, "--select"), _codes(options.ignore, "--ignore")
    checked = check_pack(find_pack(options.path))
    found = chosen(checked.found, select, ignore)
    if options.json:
        put_json([{**asdict(item), "title": RULES[item.code].title} for item in found])
    elif checked.pack:
        put(map(str, found))
    else:
        say("\n".join(map(str, found)))
    if checked.pack:
        say(f"{shown(options.path)}: {_summary(found, checked.pack)}")
    is_bad = any(options.strict or item.severity == "error" for item in found)
    return int(is_bad)


def _summary(found: Iterable[Placed], pack: Pack) -> str:
    by_code = Counter(item.code for item in found)
    if by_code:
        codes = ", ".join(f"{code} {count}" for code, count in sorted(by_code.items()))
        return f"no errors, {counted(by_code.total(), 'warning')} ({codes})"
    parts = (("skill", pack.skills), ("role", pack.roles), ("step", pack.steps), ("check", pack.checks))
    return f"no errors, no warnings ({', '.join(counted(len(items), noun) for noun, items in parts)})"


def _codes(given: list[str] | None, option: str) -> tuple[str, ...]:
    codes = tuple(code.strip().upper() for text in given or () for code in text.split(",") if code.strip())
    for code in codes:
        if not any(known.startswith(code) for known in RULES):
            raise Usage(f'{option}: there is no code "{shown(code)}"; {hint(code, RULES)}')
    return codes
