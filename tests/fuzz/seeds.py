"""Sound files of every kind, made of generated values: what damage begins with."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from skillgap.core.gaps import report
from skillgap.core.planning import plan, situation
from skillgap.core.profiles import profile
from skillgap.files.assessments import dump_assessment
from skillgap.files.encoding import document
from skillgap.files.matrices import SEPARATORS
from skillgap.files.parts import Source, parse_parts
from skillgap.files.reports import dump_plan, dump_report
from skillgap.files.rubrics import LoadedPack, checked, digest
from skillgap.files.settings import HEADER, KeyChoice, Settings
from tests.strategies import answers_to, any_record, budgets, packs, texts

DAY = date(2026, 11, 24)
Kit = dict[str, str]
"""A text of each kind; they belong together: answers to the pack, a report and a plan made of both."""


@st.composite
def kits(draw: st.DrawFn) -> Kit:
    """Sound files that belong together."""
    pack = draw(packs())
    answers = draw(answers_to(pack))
    text = document(pack, "a pack")
    sources = (Source("pack.toml", "pack.toml", text),)
    loaded = LoadedPack(checked(parse_parts(sources)), Path("pack.toml"), digest(sources))
    goal = profile(pack, pack.roles[0].id, pack.roles[0].grades[0].id)
    time = replace(draw(budgets(DAY)), deadline=draw(st.none() | st.dates(date(2026, 12, 1), date(2030, 1, 1))))
    planned = plan(situation(pack, loaded.ref, goal, answers), time)
    return {
        "pack": text,
        "answers": dump_assessment(answers),
        "report": dump_report(report(pack, loaded.ref, goal, answers, DAY)),
        "plan": dump_plan(planned),
        "settings": HEADER + document(draw(any_settings()), ""),
        "matrix": draw(matrices()),
    }


def any_settings() -> st.SearchStrategy[Settings]:
    """Settings that can be in force."""
    keys = st.lists(st.builds(KeyChoice, action=texts(), keys=texts()), max_size=2).map(tuple)
    hours = st.none() | st.floats(0.5, 100).map(lambda hours: round(hours, 2))
    return any_record(Settings, keys=keys, hours_per_week=hours)


@st.composite
def matrices(draw: st.DrawFn) -> str:
    """Competency matrices as a spreadsheet writes them."""
    levels = draw(st.integers(2, 4))
    head = ["Skill", "Area", *(f"Level {number}" for number in range(1, levels + 1)), "Junior", "Senior"]
    rows = [
        [f"Skill {row}", draw(texts()), *(draw(texts()) or "I can" for _ in range(levels)), "1", "2"]
        for row in range(draw(st.integers(1, 4)))
    ]
    text = io.StringIO()
    separator = draw(st.sampled_from(list(SEPARATORS.values())))
    csv.writer(text, delimiter=separator, lineterminator=draw(st.sampled_from(["\n", "\r\n"]))).writerows([head, *rows])
    return text.getvalue()


def gathered(count: int) -> list[Kit]:
    """The same kits each time: damage is what a case draws, and making sound files is slow."""
    found: list[Kit] = []

    @seed(20_261_124)
    @settings(max_examples=count, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(kits())
    def gather(kit: Kit) -> None:
        found.append(kit)

    gather()
    return found
