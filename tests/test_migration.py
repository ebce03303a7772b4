"""A team's pack goes from version 1 to version 2: what someone who has rated themselves sees, command by command."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import Any

import pytest

from skillgap.files.toml import load
from tests.cli.running import ON_A_DAY, Ran, run

SCALE = "".join(
    f'[[scale.level]]\nvalue = {value}\nname = "{name}"\n' for value, name in enumerate(("None", "Guided", "Alone"))
)
HEAD = """
schema = 1
id = "team"
title = "Our team"
version = "{version}"
default_role = "{role}"
default_grade = "{grade}"
{scale}
[[area]]
id = "all"
title = "All"
"""
SKILL = """
[[skill]]
id = "{id}"
name = "{name}"
area = "all"
aliases = [{aliases}]
anchors = ["I have not done {what}.", "I have done {what} with help.", "I do {what} alone{more}."]
"""
ROLE = """
[[role]]
id = "{id}"
name = "{name}"
aliases = [{aliases}]
grade = [{{ id = "{grade}", title = "{grade}", aliases = [{grade_aliases}] }}]
targets = [{targets}]
"""


def skill(name: str, what: str, more: str = "", was: str = "") -> str:
    aliases = f'"{was}"' if was else ""
    return SKILL.format(id=name.lower(), name=name, what=what, more=more, aliases=aliases)


def role(name: str, grade: str, skills: list[str], was: tuple[str, str] | None = None) -> str:
    targets = ", ".join(f'{{ skill = "{item}", required = [2], weight = 2 }}' for item in skills)
    former = [f'"{item}"' for item in was] if was else ["", ""]
    return ROLE.format(
        id=name.lower(), name=name, grade=grade, targets=targets, aliases=former[0], grade_aliases=former[1]
    )


ONE = [
    HEAD.format(version="1.0", role="helper", grade="junior", scale=SCALE),
    *[skill("Writing", "letters"), skill("Debugging", "repairs"), skill("Escalation", "handovers")],
    *[skill("Phone", "calls"), skill("Tools", "scripts")],
    role("Helper", "junior", ["writing", "debugging", "escalation", "phone", "tools"]),
]
TWO = [
    HEAD.format(version="2.0", role="supporter", grade="entry", scale=SCALE),
    skill("Correspondence", "letters", was="writing"),  # renamed
    skill("Debugging", "repairs", more=", and others repeat my steps"),  # re-anchored
    skill("Calls", "calls", more=", in two languages", was="phone"),  # renamed and re-anchored
    skill("Tools", "scripts"),  # as it was; "escalation" is gone
    skill("Coaching", "teaching"),  # new
    role("Supporter", "entry", ["correspondence", "debugging", "calls", "tools", "coaching"], was=("helper", "junior")),
]


@pytest.fixture(autouse=True)
def packs() -> None:
    for name, parts in (("one", ONE), ("two", TWO)):
        Path(name).mkdir()
        Path(name, "pack.toml").write_text("".join(parts))
        assert run("pack", "check", name).code == 0


@pytest.fixture
def rated(monkeypatch: pytest.MonkeyPatch) -> None:
    """Answers given to version 1, in `me.toml`: writing 2, debugging 2, escalation 1, phone n/a, tools 1."""
    interview(monkeypatch, "one", "2\n2\n1\nn not here\n1\n")


def interview(monkeypatch: pytest.MonkeyPatch, pack: str, said: str) -> Ran:
    monkeypatch.setattr(sys, "stdin", io.StringIO(said))
    ran = run("rate", "--plain", "--pack", pack, "--assessment", "me.toml")
    assert ran.code == 0, ran.err
    return ran


def answers() -> dict[str, dict[str, Any]]:
    return {answer["skill"]: answer for answer in load(Path("me.toml")).data["answer"]}


def scored(pack: str) -> Ran:
    ran = run("score", "me.toml", "--pack", pack, *ON_A_DAY, "-o", "out", "--force")
    assert ran.code == 0, ran.err
    return ran


@pytest.mark.usefixtures("rated")
def test_with_the_version_that_was_answered_nothing_is_to_be_looked_at_again() -> None:
    assert "look again" not in scored("one").out
    assert "look again" not in run("show", "me.toml", "--pack", "one").out


@pytest.mark.usefixtures("rated")
def test_before_the_change_the_author_sees_what_becomes_of_answers() -> None:
    out = run("pack", "diff", "one", "two", "--answers", "me.toml").out
    for line in (
        "skill added: coaching",
        "skill removed: escalation",
        "skill renamed: writing -> correspondence",
        "skill renamed: phone -> calls",
        "skill re-anchored: debugging, level 2; please look again at its answers",
        "role renamed: helper -> supporter",
        "grade of supporter renamed: junior -> entry",
        "  carried over: 2",
        "  please look again, the anchors have changed: debugging, calls",
        "  kept, but not counted, for want of such a skill: escalation",
        "  not answered: coaching",
    ):
        assert f"{line}\n" in out


@pytest.mark.usefixtures("rated")
def test_scoring_carries_over_what_it_can_and_says_the_rest() -> None:
    ran = scored("two")
    assert "Supporter, entry: gap report" in ran.out, "the renamed role and grade are found"
    assert "Answers: 3 of 5 skills rated, 1 not applicable, 1 unanswered" in ran.out
    assert "Note: Please look again: the anchors have changed since you answered Debugging, Calls.\n" in ran.out
    assert "Answers that match no skill: escalation\n" in ran.out
    assert ran.err.splitlines()[:-1] == [
        "note: these answers are to team 1.0, not team 2.0",
        "note: writing is correspondence now",
        "note: phone is calls now",
        "note: role helper is supporter now",
        "note: grade junior is entry now",
    ]
    rows = {row["id"]: row for row in load(Path("out/report.toml")).data["skill"]}
    assert {name: (row.get("level"), "look_again" in row) for name, row in rows.items()} == {
        "correspondence": (2, False),
        "debugging": (2, True),
        "calls": (None, True),
        "tools": (1, False),
        "coaching": (None, False),
    }
    assert "Please look again" in run("show", "out/report.toml").out


@pytest.mark.usefixtures("rated")
def test_the_answers_are_shown_with_their_marks_and_nothing_in_the_file_changes() -> None:
    before = Path("me.toml").read_bytes()
    out = run("show", "me.toml", "--pack", "two").out
    assert "  correspondence: level 2\n" in out
    assert "  debugging: level 2; please look again: its anchors have changed since it was answered\n" in out
    assert "  escalation: level 1; no such skill in this version, kept\n" in out
    scored("two")
    assert Path("me.toml").read_bytes() == before


@pytest.mark.usefixtures("rated")
def test_the_interview_asks_what_is_new_then_what_has_changed_and_drops_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    escalation = answers()["escalation"]
    ran = interview(monkeypatch, "two", "f coaching\n1\n2\n1\n")
    assert "Please look again: the anchors have changed since you answered Debugging, Calls.\n" in ran.out
    asked = [line.rpartition(": ")[2] for line in ran.out.splitlines() if line.startswith("Skill ")]
    assert asked[-3:] == ["Coaching", "Debugging", "Calls"]
    assert "Your answer so far: 2 Alone; please look again: its anchors have changed since it was answered\n" in ran.out
    assert ran.out.endswith("5 of 5 skills rated, 0 not applicable, 0 open.\n")
    assert answers()["escalation"] == escalation
    assert answers().keys() == {"correspondence", "debugging", "calls", "tools", "coaching", "escalation"}
    assert "look again" not in scored("two").out


@pytest.mark.usefixtures("rated")
def test_a_mark_stays_until_the_skill_is_rated_again(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "1 to look at again.\n" in interview(monkeypatch, "two", "f debugging\n1\nq\n").out
    assert "the anchors have changed since you answered Calls.\n" in scored("two").out


def test_answers_written_by_hand_cannot_say_their_wording_and_that_is_said() -> None:
    Path("me.toml").write_text(
        '[rubric]\nid = "team"\nversion = "1.0"\n'
        '[[answer]]\nskill = "debugging"\nlevel = 2\n[[answer]]\nskill = "writing"\nlevel = 1\n'
    )
    out = scored("two").out
    assert "the anchors have changed since" not in out, "it is not known that they have for these answers"
    note = "Please look again: the answers are to team 1.0, this is team 2.0, and 2 of them do not record which wording"
    assert f"Note: {note} they were given to.\n" in out
    told = run("pack", "diff", "one", "two", "--answers", "me.toml").out
    assert "  please look again, the anchors have changed: debugging\n" in told


def test_opening_answers_written_by_hand_does_not_make_them_answers_to_this_version(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    Path("me.toml").write_text('[rubric]\nid = "team"\nversion = "1.0"\n[[answer]]\nskill = "debugging"\nlevel = 2\n')
    interview(monkeypatch, "two", "f tools\n2\nq\n")
    assert load(Path("me.toml")).data["rubric"]["version"] == "1.0"
    assert "1 of them do not record which wording" in scored("two").out
    interview(monkeypatch, "two", "f debugging\n2\nq\n")
    interview(monkeypatch, "two", "f coaching\n1\nq\n")
    assert load(Path("me.toml")).data["rubric"]["version"] == "2.0"
