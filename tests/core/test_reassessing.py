"""Rating again: what was said then stays, and looking back stands beside it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from skillgap.core.assessment import Answer, Assessment, Earlier, RubricRef, clear, rate, set_aside
from skillgap.core.gaps import report
from skillgap.core.interview import Interview
from skillgap.core.profiles import profile
from skillgap.core.reading import note_blocks
from skillgap.core.reassessing import asks_back, compare, look_back, question, start, stop, then_text
from tests.core.packs import EXAMPLE, EXAMPLE_ANSWERS

MARCH, NOVEMBER = date(2026, 3, 1), date(2026, 11, 24)
GOAL = profile(EXAMPLE, "first", "g1")


def given_in_march() -> Assessment:
    said = Assessment()
    for answer in EXAMPLE_ANSWERS.answers:
        said = rate(said, answer.skill, answer.level or 0, day=MARCH)
    return said


def test_a_level_that_is_changed_on_a_later_day_keeps_the_former_one_and_asks_back() -> None:
    before = given_in_march()
    after = rate(before, "rag", 3, day=NOVEMBER)
    answer = after.answer("rag")
    assert (answer.level, answer.date) == (3, NOVEMBER)
    assert answer.earlier == (Earlier(level=1, date=MARCH),)
    assert asks_back(before.answer("rag"), answer) == Earlier(level=1, date=MARCH)
    told = look_back(after, "rag", 0)
    assert told.answer("rag").earlier == (Earlier(level=1, date=MARCH, looking_back=0),)
    assert told.answer("rag").level == 3


def test_a_slip_that_is_mended_the_same_day_is_no_re_assessment() -> None:
    first = rate(Assessment(), "rag", 1, day=MARCH)
    mended = rate(first, "rag", 2, day=MARCH)
    assert mended.answer("rag").earlier == ()
    assert asks_back(first.answer("rag"), mended.answer("rag")) is None
    later = rate(mended, "rag", 3, day=NOVEMBER)
    again = rate(later, "rag", 4, day=NOVEMBER)
    assert again.answer("rag").earlier == (Earlier(level=2, date=MARCH),)
    assert asks_back(later.answer("rag"), again.answer("rag")) is None
    same = rate(mended, "rag", 2, day=NOVEMBER)
    assert same.answer("rag") == replace(mended.answer("rag"), date=NOVEMBER)


def test_a_re_assessment_waits_for_every_rated_skill_and_keeps_even_an_unchanged_level() -> None:
    said = set_aside(given_in_march(), "mlops", "not mine")
    begun = start(said)
    interview = Interview(pack=EXAMPLE, role="first", assessment=begun)
    assert set(interview.again) == {skill.id for skill in interview.skills} - {"mlops"}
    assert interview.waiting == interview.again
    assert start(begun) == begun
    assert stop(begun) == said
    assert compare(EXAMPLE, GOAL, begun).then is None, "nothing is rated again yet"
    rated = rate(begun, "rag", 1, day=MARCH)
    assert rated.answer("rag").earlier == (Earlier(level=1, date=MARCH),)
    assert asks_back(begun.answer("rag"), rated.answer("rag")) is not None
    assert "rag" not in Interview(pack=EXAMPLE, role="first", assessment=rated).again
    ended = stop(rated)
    assert ended.answer("rag") == rated.answer("rag")
    assert ended.answer("python") == said.answer("python")
    assert clear(begun, "rag").answer("rag") == Answer(skill="rag")
    assert set_aside(begun, "rag", "no").answer("rag").again is None


def test_the_report_tells_the_gain_as_a_range_between_the_two_views() -> None:
    said = given_in_march()
    for skill, now, back in (("rag", 3, 0), ("evaluation", 2, 0), ("python", 4, None)):
        said = rate(start(said) if skill == "python" else said, skill, now, day=NOVEMBER)
        said = said if back is None else look_back(said, skill, back)
    said = stop(said)
    made = report(EXAMPLE, RubricRef(id="test"), GOAL, said, NOVEMBER)
    assert made.then is not None
    assert (made.then.skills, made.then.since) == (3, MARCH)
    assert (made.then.readiness, made.then.looking_back, made.then.now) == (61.67, 55, 95)
    assert made.then.shift == -0.5
    assert [(row.skill, row.then, row.looking_back, row.now) for row in made.shifts] == [
        ("python", 4, None, 4),
        ("rag", 1, 0, 3),
        ("evaluation", 0, 0, 2),
    ]
    text = then_text(made.then)
    assert "readiness was 61.7 then and is 95 now, by the ratings of each day" in text
    assert "you put yourself 0.5 levels lower than you did then (readiness 55)" in text
    assert "the gain is between 33.3 and 40 points." in text
    blocks = dict(note_blocks(made))
    assert blocks["Then and now"][0] == text
    assert "Rag: 1 then (2026-03-01), 0 looking back, 3 now" in blocks["Then and now"]


def test_leaving_looking_back_out_is_said_and_costs_nothing() -> None:
    said = rate(given_in_march(), "rag", 2, day=NOVEMBER)
    found = compare(EXAMPLE, GOAL, said)
    assert found.then is not None
    assert found.then.looking_back is None
    assert "Looking back was left out" in then_text(found.then)
    assert report(EXAMPLE, RubricRef(id="test"), GOAL, given_in_march(), NOVEMBER).then is None


def test_the_question_names_the_day_and_what_was_said() -> None:
    assert question("RAG", Earlier(level=2, date=MARCH), "2 Guided").startswith(
        "Looking back, where were you with RAG on 2026-03-01"
    )
    assert "then? You said 1 Aware." in question("RAG", Earlier(level=1), "1 Aware")


@settings(max_examples=15, deadline=None)
@given(levels=st.lists(st.tuples(st.sampled_from(["rag", "python"]), st.integers(0, 4), st.integers(0, 3)), max_size=8))
def test_no_earlier_level_is_ever_lost_and_readiness_is_that_of_the_last(levels: list[tuple[str, int, int]]) -> None:
    said, day, plain = Assessment(), MARCH, Assessment()
    for skill, level, days in levels:
        day = date.fromordinal(day.toordinal() + days)
        before = said.answer(skill)
        said = rate(said, skill, level, day=day)
        plain = rate(plain, skill, level)
        after = said.answer(skill)
        assert after.earlier[: len(before.earlier)] == before.earlier
        assert len(after.earlier) - len(before.earlier) == (
            before.date is not None and day > before.date and level != before.level
        )
    now, alone = (report(EXAMPLE, RubricRef(id="test"), GOAL, each, day).summary for each in (said, plain))
    assert now == alone
