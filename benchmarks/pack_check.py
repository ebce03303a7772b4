"""`pack check` on packs of 250 to 2,000 skills with five checks a skill: time and peak memory of the whole process.

python -m benchmarks.pack_check [ROUNDS]

The packs are made up, hold every part, and are sound but for a few planted findings, so that places are looked up too.
The aim is 3 s and 300 MiB for 1,000 skills with 5,000 checks.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.measurements import Measurement, table
from benchmarks.timing import SKILLGAP, environment

SIZES = (250, 500, 1000, 2000)
GOAL_SIZE, GOAL_SECONDS, GOAL_MEBIBYTES = 1000, 3.0, 300.0
CHECKS = 5
VERBS = ("Designs", "Builds", "Measures", "Reviews", "Runs", "Teaches", "Documents", "Deploys")
THINGS = ("services", "pipelines", "dashboards", "queries", "models", "releases", "interviews", "budgets", "alerts")
WHERE = ("for one team", "in production", "with review", "across two products", "from a written request")


@dataclass(frozen=True)
class Measured:
    """One run of the command."""

    seconds: float
    cpu: float
    """Seconds of processor time, which other work on the machine changes less."""
    mebibytes: float


def measurements(rounds: int) -> Iterator[Measurement]:
    """Measure all sizes, three rounds at most."""
    with tempfile.TemporaryDirectory() as name:
        for size in SIZES:
            folder = Path(name) / str(size)
            write_pack(folder, size)
            runs = [measure(folder, Path(name)) for _ in range(min(rounds, 3))]
            at_goal = size == GOAL_SIZE
            for kind, unit, most, samples in (
                ("seconds", "s", GOAL_SECONDS if at_goal else None, [run.seconds for run in runs]),
                ("processor seconds", "s", None, [run.cpu for run in runs]),
                ("peak memory", "MiB", GOAL_MEBIBYTES if at_goal else None, [run.mebibytes for run in runs]),
            ):
                yield Measurement(name=f"pack check, {kind}", unit=unit, samples=tuple(samples), size=size, most=most)


def measure(pack: Path, home: Path) -> Measured:
    """Run the check in a process of its own; its peak memory comes from the system's account of it."""
    began = time.perf_counter()
    pid = os.posix_spawn(
        SKILLGAP,
        [SKILLGAP, "pack", "check", str(pack)],
        environment(home),
        file_actions=[(os.POSIX_SPAWN_OPEN, fd, os.devnull, os.O_WRONLY, 0) for fd in (1, 2)],
    )
    _, status, usage = os.wait4(pid, 0)
    assert os.waitstatus_to_exitcode(status) == 0
    seconds = time.perf_counter() - began
    return Measured(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def write_pack(folder: Path, size: int) -> int:
    """Write a pack of `size` skills, a file for each hundred; give the number of bytes."""
    folder.mkdir()
    files = {"pack": _head(size), "roles": _roles(size)}
    for start in range(0, size, 100):
        several = range(start, min(size, start + 100))
        files[f"skills-{start}"] = "".join(_skill(number) for number in several)
        files[f"steps-{start}"] = "".join(_steps(number) for number in several)
        files[f"checks-{start}"] = "".join(_check(number, n) for number in several for n in range(CHECKS))
    for name, text in files.items():
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    return sum(len(text.encode()) for text in files.values())


def write_answers(file: Path, skills: Iterable[int]) -> None:
    """Write an assessment of the pack with levels for some skills, towards the highest grade of the first role."""
    rows = "".join(f'[[answer]]\nskill = "skill-{n}"\nlevel = {1 + n % 4}\n' for n in skills)
    head = 'schema = 1\n[rubric]\nid = "large"\nversion = "1"\n[target]\nrole = "role-0"\ngrade = "g2"\n'
    file.write_text(head + rows, encoding="utf-8")


def _head(size: int) -> str:
    levels = "".join(f'[[scale.level]]\nvalue = {n}\nname = "Level {n}"\n' for n in range(6))
    areas = "".join(f'[[area]]\nid = "area-{n}"\ntitle = "Area {n}"\n' for n in range(25))
    return (
        f'schema = 1\nid = "large"\ntitle = "Large"\nversion = "1"\nsummary = "{size + 1} skills."\n{levels}{areas}'
        '[[foil]]\nterm = "Annealed request folding"\nskill = "skill-0"\n'
    )


def _anchor(number: int, level: int) -> str:
    verb, thing, where = VERBS[(number + level) % 8], THINGS[(number // 8 + level) % 9], WHERE[(number + level) % 5]
    return f"{verb} the {thing} of part {number} {where}, as step {level} of the plan says."


def _skill(number: int) -> str:
    anchors = "".join(f'  "{_anchor(number, level)}",\n' for level in range(6))
    needs = [f'{{ skill = "skill-{number - n}", level = 1, at = {n + 1} }}' for n in (1, 2) if number > n]
    flaw = 'terms = ["part", "[bold]part[/bold]"]\n' if number % 50 == 7 else ""
    return (
        f'[[skill]]\nid = "skill-{number}"\nname = "Skill {number}"\narea = "area-{number % 25}"\n'
        f'definition = "What part {number} is for and how it is known to work."\n{flaw}'
        f"prerequisites = [{', '.join(needs)}]\nanchors = [\n{anchors}]\n"
    )


def _roles(size: int) -> str:
    text = ""
    for role in range(4):
        targets = "".join(
            f'  {{ skill = "skill-{n}", required = [1, 2, {3 + (n + role) % 3}], weight = {1 + (n + role) % 5} }},\n'
            for n in range(size)
        )
        grades = "".join(f'[[role.grade]]\nid = "g{n}"\ntitle = "Grade {n}"\n' for n in range(3))
        text += f'[[role]]\nid = "role-{role}"\nname = "Role {role}"\ntargets = [\n{targets}]\n{grades}'
    return text


def _steps(number: int) -> str:
    steps = "".join(
        f'[[step]]\nskill = "skill-{number}"\nto = {to}\nhours = {8 * to}\nresources = ["book-{number}"]\n'
        f'part = "chapter {to}"\npractice = "Do exercise {to} of {number}."\nexit = "You can show exercise {to}."\n'
        for to in range(1, 6)
    )
    return steps + (
        f'[[resource]]\nid = "book-{number}"\ntitle = "Book {number}"\nurl = "https://books.example.org/{number}"\n'
    )


def _check(number: int, place: int) -> str:
    options = [f"Because part {number} is {word}." for word in ("slow today", "full again", "not there", "far away")]
    return (
        f'[[check]]\nid = "check-{number}-{place}"\nskill = "skill-{number}"\nlevel = {1 + place % 5}\n'
        f'question = "Why does request {place} to part {number} not return?"\noptions = {options}\n'
        f'answer = {1 + (number + place) % 4}\nwhy = "The log of part {number} says so in line {place}."\n'
        f'url = "https://docs.example.org/{number}#{place}"\n'
    )


if __name__ == "__main__":
    print(table(list(measurements(int(sys.argv[1]) if len(sys.argv) > 1 else 3))))
