"""How sure is this: the factors end in the number shown, and what is not known is said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skillgap.core.assessment import Assessment, Response, RubricRef, rate, set_aside
from skillgap.core.factors import MODES
from skillgap.core.gaps import report
from skillgap.core.profiles import profile
from skillgap.core.report import Report
from skillgap.core.sureness import Account, Sureness
from tests.core.packs import EXAMPLE_ANSWERS
from tests.core.test_estimated import CHECKS, DAY, PACK

GOAL = profile(PACK, "first", "g1")


def asked(said: Assessment) -> Sureness:
    made = report(PACK, RubricRef(id="test"), GOAL, said, DAY)
    return Sureness(pack=PACK, profile=GOAL, assessment=said, today=DAY, report=made)


def part(account: Account, title: str) -> list[str]:
    return [line.words for section in account.sections if section.title.startswith(title) for line in section.lines]


def answered(*options: int) -> Assessment:
    found = tuple(Response(item=check.id, option=option) for check, option in zip(CHECKS, options, strict=False))
    return replace(EXAMPLE_ANSWERS, checks=found)


@given(
    levels=st.dictionaries(st.sampled_from([skill.id for skill in PACK.skills]), st.integers(0, 4)),
    aside=st.sets(st.sampled_from([skill.id for skill in PACK.skills]), max_size=2),
    options=st.lists(st.integers(0, 4), max_size=12),
)
@settings(max_examples=20, deadline=None)
def test_every_account_ends_in_the_number_that_is_shown(
    levels: dict[str, int], aside: set[str], options: list[int]
) -> None:
    said = answered(*options)
    said = replace(said, answers=())
    for name, level in levels.items():
        said = rate(said, name, level)
    for name in aside:
        said = set_aside(said, name, "")
    sure = asked(said)
    made: Report = sure.report
    if made.summary.readiness is None:
        assert made.factors == ()
        with pytest.raises(ValueError, match="nothing is rated"):
            sure.readiness()
    else:
        assert made.factors[-1].readiness == made.summary.readiness
        account = sure.readiness()
        assert account.sections[0].lines[-1].number == account.number
        assert account.mode == MODES[made.mode]
        assert part(account, "What it does not know")
    for row in made.skills:
        if row.state == "not-applicable":
            with pytest.raises(ValueError, match="no level"):
                sure.skill(row.id)
            continue
        account = sure.skill(row.id)
        shown = f"{row.level}" if row.state == "rated" else None
        assert account.sections[0].lines[-1].number == account.number
        assert shown is None or account.number == shown
        if row.inferred is not None:
            assert account.number == f"{row.inferred:.1f}" or abs(float(account.number) - row.inferred) < 0.06
            assert account.mode == MODES["inferred"]


def test_plain_readiness_says_what_each_gap_takes_and_that_nobody_has_checked() -> None:
    account = asked(EXAMPLE_ANSWERS).readiness()
    assert [(line.number, line.words) for line in account.sections[0].lines] == [
        ("100.0 %", "6 rated skills, if each were at what the profile asks"),
        ("80.0 %", "Evaluation, level 0 of 2: 20 off"),
        ("66.7 %", "Rag, level 1 of 3: 13.3 off"),
        ("61.7 %", "Statistics, level 2 of 4: 5 off"),
    ]
    doubts = part(account, "What it does not know")
    assert "Every one a level lower or higher would make it 45.0 or 80.8 %." in doubts[0]
    assert "each off by up to a quarter, the ratings gave 52.1 to 71.2 %" in doubts[1]
    assert "no check is answered; from 10 on" in doubts[2]
    levers = part(account, "What would tell most")
    assert len(levers) == 3
    assert all(words.endswith(" %.") for words in levers), "they are sentences"
    assert part(account, "Blind spots") == ["Not known: they show once checks are answered."]


def test_ten_checks_change_the_account_with_the_headline() -> None:
    sure = asked(answered(*[2] * 10))
    account = sure.readiness()
    assert account.mode.startswith("Your ratings, weighed")
    words = [line.words for line in account.sections[0].lines]
    assert [word.partition(":")[0] for word in words] == [
        "Before any answer",
        "Your ratings, and how generously people rate",
        "The checks you answered",
    ]
    assert any("four times in five" in doubt for doubt in part(account, "What it does not know"))
    assert len(part(account, "What would change it most")) == 3


def test_a_skill_says_what_was_answered_shown_and_left_out() -> None:
    sure = asked(answered(1, 1))
    account = sure.skill("python")
    assert account.number == "4"
    assert part(account, "What it is made of") == ["You rated it 4 Level 4; how sure you were is not said"]
    model = part(account, "A second opinion")
    assert [words.partition(";")[0] for words in model] == [
        "What your answers as a whole suggest",
        "You rated it 4",
        "Not right: Which?",
        "Not right: Which?",
    ]
    assert "How fresh it is: when you last used it is not said." in part(account, "What it does not know")
    (note,) = part(account, "What the checks say")
    assert note.startswith("You rated Python 4 and answered none of two checks right.")
    assert part(asked(answered(1, 1)).readiness(), "Blind spots") == [note]


def test_an_open_skill_is_inferred_and_says_so() -> None:
    some = replace(EXAMPLE_ANSWERS, answers=EXAMPLE_ANSWERS.answers[:3])
    account = asked(some).skill("statistics")
    assert "no answer of yours" in account.mode
    assert "What you would say: it is not rated." in part(account, "What it does not know")
    assert any(words.startswith("A rating would put") for words in part(account, "What would tell more"))
    assert asked(some).today == date(2026, 11, 24)
