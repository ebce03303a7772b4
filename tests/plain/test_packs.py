"""A pack as a person reads it: whole, in the width there is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skillgap.core.rubric import Area, Pack
from skillgap.core.text import cells
from skillgap.files.paths import shipped_packs_folder
from skillgap.files.rubrics import load_pack
from skillgap.plain.packs import pack_lines
from tests.core.packs import pack, role, skill
from tests.strategies import packs


@pytest.fixture(scope="module")
def shipped() -> Pack:
    return load_pack(shipped_packs_folder() / "ai-engineering").pack


def line_of(lines: list[str], start: str) -> list[str]:
    (found,) = [line for line in lines if line.strip().startswith(start)]
    return found.split()


def test_the_whole_shipped_pack_fits_80_columns(shipped: Pack) -> None:
    lines = list(pack_lines(shipped, 80))
    text = " ".join(" ".join(lines).split())
    assert max(map(cells, lines)) <= 80
    for item in shipped.skills:
        assert f"{item.name} ({item.id}) " in text
        for level, anchor in enumerate(item.anchors):
            assert f" {level} {anchor} " in text
        assert f" A mentor may ask: {item.ask} Hours: {item.hours_note} " in text
    for step in shipped.scale.levels:
        assert f" {step.value} {step.name} {step.meaning} " in text


def test_each_role_of_the_shipped_pack_is_one_table_of_its_skills_and_grades(shipped: Pack) -> None:
    lines = list(pack_lines(shipped, 80))
    for item in shipped.roles:
        start = lines.index(f"{item.name} ({item.id})")
        heading = next(n for n in range(start, len(lines)) if lines[n].endswith("  weight"))
        assert lines[heading].split() == [*(grade.id for grade in item.grades), "weight"]
        end = lines.index("", heading) if "" in lines[heading:] else len(lines)
        rows = [line for line in lines[heading + 1 : end] if line.startswith("  ")]
        assert len(rows) == sum(any(target.required) for target in item.targets)


def test_all_that_the_shipped_pack_says_of_jobs_projects_path_and_market_can_be_read(shipped: Pack) -> None:
    text = " ".join(" ".join(pack_lines(shipped, 80)).split())
    assert shipped.path
    assert shipped.market
    said = [line for role in shipped.roles for line in (role.entry, role.compensation_note, *role.typical_week)]
    said += [grade.note for role in shipped.roles for grade in role.grades]
    said += [line for project in shipped.projects for line in (project.summary, project.claim, *project.acceptance)]
    said += [line for theme in shipped.path.themes for line in (theme.title, theme.summary)]
    said += [shipped.path.note, shipped.market.source, *shipped.market.advice]
    said += [", ".join(group.companies) for group in shipped.market.groups]
    said += [source.what for source in shipped.sources]
    assert [line for line in said if " ".join(line.split()) not in text] == []
    assert "USD 600,000 to 1,000,000 and more" in text
    assert "Projects: RAG without a framework; Retrieval shoot-out" in text


EXAMPLE = pack(
    [skill("git"), replace(skill("sql"), area="data"), skill("free")],
    [
        role("first", {"sql": ([1, 2, 3], 2.5), "git": ([0, 1, 4], 1)}, sql=[0, 2, 3]),
        role("second", {"free": ([0, 0, 0], 1), "git": ([1, 1, 1], 5)}),
    ],
)
EXAMPLE = replace(EXAMPLE, areas=(Area(id="data", title="Data"), *EXAMPLE.areas))


def test_targets_stand_by_area_with_levels_floors_and_weights() -> None:
    lines = list(pack_lines(EXAMPLE, 80))
    first = lines.index("First (first)")
    table = lines[first + 2 : first + 7]
    assert [line.split() for line in table] == [
        ["g1", "g2", "g3", "weight"],
        ["Data"],
        ["Sql", "1", "2", "(2)", "3", "(3)", "2.5"],
        ["All"],
        ["Git", "-", "1", "4", "1"],
    ]
    at = [table[0].index(grade) - 3 for grade in ("g1", "g2", "g3")]
    for row, figures in ((table[2], "123"), (table[4], "-14")):
        assert [row[place] for place in at] == list(figures), "figures stand below their grade"


def test_a_skill_that_a_role_does_not_ask_is_not_in_its_table() -> None:
    lines = list(pack_lines(EXAMPLE, 80))
    assert not [line for line in lines[lines.index("Second (second)") :] if "Free" in line]


def test_more_grades_than_fit_go_into_tables_below() -> None:
    many = pack([skill("git")], [role("r", {"git": ([1] * 20, 1)})])
    lines = list(pack_lines(many, 60))
    heads = [line.split() for line in lines if line.endswith("  weight")]
    assert [name for head in heads for name in head[:-1]] == [f"g{number}" for number in range(1, 21)]
    assert max(map(cells, lines)) <= 60
    assert sum(line.startswith("  Git") and line.split()[-1] == "1" for line in lines) == len(heads) > 1


@settings(max_examples=40)
@given(drawn=packs(), width=st.integers(40, 120))
def test_any_pack_can_be_shown_and_nothing_in_it_acts_on_the_terminal(drawn: Pack, width: int) -> None:
    for line in pack_lines(drawn, width):
        assert "\x1b" not in line
        assert "\n" not in line
