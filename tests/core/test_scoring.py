"""Plain scoring: the worked example and the promises."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillgap.core.assessment import Answer, Assessment
from skillgap.core.profiles import profile
from skillgap.core.scoring import VERDICTS, Rules, Score, fewest_to_verdict, readiness, score
from skillgap.core.standing import ladder, ranking, sensitivity
from tests.core.packs import EXAMPLE, EXAMPLE_ANSWERS, TOP, answers, pack, role, skill

FIRST = profile(EXAMPLE, "first", "g1")
SECOND = profile(EXAMPLE, "second", "g1")
NAMES = [need.skill for need in FIRST.requirements]


def near(value: Fraction | None, expected: float) -> bool:
    return value is not None and round(float(value), 3) == expected


def test_the_worked_example_comes_out_exactly() -> None:
    result = score(FIRST, EXAMPLE_ANSWERS)
    assert result.readiness == 100 * Fraction(37, 60)
    assert {row.skill: round(float(row.loss or 0), 3) for row in result.gaps} == {
        "evaluation": 20.0,
        "rag": 13.333,
        "statistics": 5.0,
    }
    assert [row.skill for row in result.gaps] == ["evaluation", "rag", "statistics"]
    assert result.band == (Fraction(45), Fraction(485, 6))
    assert [row.skill for row in result.blockers] == ["evaluation"]
    assert (result.must_haves_met, len(result.must_haves)) == (1, 2)
    assert result.verdict == "not-yet"
    assert result.coverage == 1


def test_of_equal_losses_the_larger_gap_comes_first_then_the_id() -> None:
    made = pack(
        [skill(name) for name in ("z", "y", "x", "w")],
        [role("r", {"z": ([2], 2), "y": ([4], 2), "x": ([2], 2), "w": ([1], 2)})],
    )
    result = score(profile(made, "r", "g1"), answers(z=1, y=2, x=1, w=3))
    assert [(row.skill, row.gap) for row in result.gaps] == [("y", 2), ("x", 1), ("z", 1)]
    assert {row.loss for row in result.gaps} == {Fraction(25, 2)}
    assert {row.skill: row.surplus for row in result.skills} == {"z": 0, "y": 0, "x": 0, "w": 2}


@pytest.mark.parametrize("levels", [{}, {"python": 2}, {"python": 4, "rag": 1, "statistics": 3}])
def test_readiness_alone_is_that_of_the_score(levels: dict[str, int]) -> None:
    assert readiness(FIRST, levels | {"not asked": 4}) == (score(FIRST, answers(**levels)).readiness or 0)


def test_weights_known_within_a_quarter_give_the_published_interval() -> None:
    low, high = sensitivity(score(FIRST, EXAMPLE_ANSWERS)) or (None, None)
    assert near(low, 52.083)
    assert near(high, 71.25)
    result = score(SECOND, EXAMPLE_ANSWERS)
    assert near(result.readiness, 91.111)
    low, high = sensitivity(result) or (None, None)
    assert near(low, 87.421)
    assert near(high, 94.030)


def test_the_interval_is_extreme_over_all_corners() -> None:
    result = score(FIRST, EXAMPLE_ANSWERS)
    rows = [
        (Fraction(min(r.level or 0, r.requirement.required), r.requirement.required), r.requirement.weight)
        for r in result.skills
    ]
    corners = []
    for corner in range(2 ** len(rows)):
        weights = [w * (Fraction(5, 4) if corner >> i & 1 else Fraction(3, 4)) for i, (_, w) in enumerate(rows)]
        corners.append(100 * sum(a * w for (a, _), w in zip(rows, weights, strict=True)) / sum(weights))
    assert sensitivity(result) == (min(corners), max(corners))


def test_the_fewest_ratings_to_a_verdict_are_the_smallest_set_that_gives_one() -> None:
    for count in range(len(NAMES) + 1):
        for rated in combinations(NAMES, count):
            rest = [name for name in NAMES if name not in rated]
            enough = (
                more
                for more in range(len(rest) + 1)
                for chosen in combinations(rest, more)
                if score(FIRST, answers(**dict.fromkeys((*rated, *chosen), 1))).verdict is not None
            )
            here = score(FIRST, answers(**dict.fromkeys(rated, 1)))
            assert fewest_to_verdict(here) == next(enough), rated


def test_the_second_role_ranks_first_and_is_no_tie() -> None:
    rows = ranking(EXAMPLE, "first", "g1", EXAMPLE_ANSWERS)
    assert [row.score.profile.role.id for row in rows] == ["second", "first"]
    assert [row.ties for row in rows] == [(), ()]


def test_a_role_with_two_good_answers_does_not_rank_above_one_that_is_answered() -> None:
    made = pack(
        [skill("a"), skill("b"), skill("c")],
        [role("known", {"a": ([2], 1)}), role("hardly", {"b": ([1], 1), "c": ([1], 9)})],
    )
    rows = ranking(made, "known", "g1", answers(a=1, b=1))
    assert [row.score.profile.role.id for row in rows] == ["known", "hardly"]


def test_roles_that_weights_cannot_tell_apart_are_said_to_tie() -> None:
    twins = pack(
        [skill("a"), skill("b")],
        [role("one", {"a": ([2], 1), "b": ([2], 1)}), role("two", {"a": ([2], 1), "b": ([2], 1.2)})],
    )
    rows = ranking(twins, "one", "g1", answers(a=1, b=2))
    assert [(row.score.profile.role.id, row.ties) for row in rows] == [("two", ("one",)), ("one", ("two",))]


@pytest.mark.parametrize(
    ("readiness", "missing", "verdict"),
    [(85, 0, "meets"), (84, 0, "close"), (85, 1, "close"), (70, 2, "close"), (99, 3, "not-yet"), (69, 0, "not-yet")],
)
def test_cut_offs_of_the_verdict(readiness: int, missing: int, verdict: str) -> None:
    wanted = {f"s{n}": ([1], 1.0) for n in range(100)}
    floors = {f"s{n}": [1] for n in range(missing)}
    made = pack([skill(name) for name in wanted], [role("r", wanted, **floors)])
    levels = {f"s{n}": int(n >= 100 - readiness) for n in range(100)}
    if not missing:
        assert score(profile(made, "r", "g1"), answers(**levels)).verdict == verdict
    else:
        result = score(profile(made, "r", "g1"), answers(**levels))
        assert len(result.blockers) == min(missing, 100 - readiness)
        if len(result.blockers) == missing:
            assert result.verdict == verdict


def test_readiness_just_below_a_cut_off_is_not_rounded_up() -> None:
    made = pack([skill("a"), skill("b")], [role("r", {"a": ([1], 849999), "b": ([1], 150001)})])
    result = score(profile(made, "r", "g1"), answers(a=1, b=0))
    assert result.verdict == "close"


def test_unanswered_leaves_the_sums_and_widens_the_span() -> None:
    known = replace(EXAMPLE_ANSWERS, answers=EXAMPLE_ANSWERS.answers[:3])
    result = score(FIRST, known)
    assert result.readiness == Fraction(100 * 19, 39)
    assert result.span == (Fraction(100 * 19, 60), Fraction(100 * 40, 60))
    assert result.coverage == Fraction(13, 20)
    assert result.verdict is None
    assert result.count("unanswered") == 3


def test_nothing_rated_gives_no_number_and_no_verdict() -> None:
    result = score(FIRST, Assessment())
    assert (result.readiness, result.band, result.verdict) == (None, None, None)
    assert result.span == (Fraction(0), Fraction(100))


def test_not_applicable_leaves_the_profile_and_a_waived_must_have_is_named() -> None:
    result = score(FIRST, answers(python=4, rag=1, evaluation=None, mlops=2, statistics=2, communication=3))
    assert [row.skill for row in result.waived] == ["evaluation"]
    assert (result.must_haves_met, len(result.must_haves)) == (1, 1)
    assert result.coverage == 1


def test_the_ladder_gives_the_highest_grade_met_and_the_next() -> None:
    made = pack([skill("a")], [role("r", {"a": ([1, 2, 3], 1)})])
    steps = ladder(made, "r", answers(a=2))
    assert steps.reached is not None
    assert steps.next is not None
    assert (steps.reached.profile.grade.id, steps.next.profile.grade.id) == ("g2", "g3")
    assert ladder(made, "r", answers(a=0)).reached is None
    assert ladder(made, "r", answers(a=3)).next is None


# ---- promises ----------------------------------------------------------------

LEVEL = st.one_of(st.none(), st.just("na"), st.integers(0, TOP))
SHEET = st.fixed_dictionaries(dict.fromkeys(NAMES, LEVEL))


def sheet(levels: dict[str, object]) -> Assessment:
    rows = []
    for name, level in levels.items():
        if level == "na":
            rows.append(Answer(skill=name, na=""))
        elif isinstance(level, int):
            rows.append(Answer(skill=name, level=level))
    return Assessment(answers=tuple(rows))


def figures(result: Score) -> tuple[Fraction, ...]:
    """Everything that must not fall when an answer is raised."""
    verdict = -1 if result.verdict is None else VERDICTS.index(result.verdict)
    best = -1 if result.best_verdict is None else VERDICTS.index(result.best_verdict)
    band, span = result.band or (Fraction(0),) * 2, result.span or (Fraction(0),) * 2
    return (
        result.readiness or Fraction(0),
        *band,
        *span,
        Fraction(result.must_haves_met),
        Fraction(verdict),
        Fraction(best),
    )


@given(SHEET, st.sampled_from(NAMES), st.integers(1, TOP))
def test_raising_one_answer_never_lowers_anything(levels: dict[str, object], name: str, up: int) -> None:
    low = {**levels, name: 0}
    for level in range(up):
        before, after = score(FIRST, sheet({**low, name: level})), score(FIRST, sheet({**low, name: level + 1}))
        assert all(a >= b for a, b in zip(figures(after), figures(before), strict=True))


@given(SHEET, st.randoms())
def test_input_order_never_changes_the_result(levels: dict[str, object], random: object) -> None:
    one = sheet(levels)
    rows = list(one.answers)
    random.shuffle(rows)  # type: ignore[attr-defined]
    assert score(FIRST, one) == score(FIRST, replace(one, answers=tuple(rows)))


@given(SHEET, st.sampled_from(NAMES), st.integers(0, TOP))
def test_leaving_a_skill_unanswered_never_helps(levels: dict[str, object], name: str, level: int) -> None:
    blank, said = score(FIRST, sheet({**levels, name: None})), score(FIRST, sheet({**levels, name: level}))
    assert blank.span is not None
    assert said.span is not None
    assert blank.span[0] <= said.span[0]
    assert blank.must_haves_met <= said.must_haves_met
    assert blank.coverage <= said.coverage
    if blank.verdict is not None:
        assert said.verdict is not None
        assert VERDICTS.index(blank.verdict) <= VERDICTS.index(said.verdict)


@given(SHEET, st.sampled_from(NAMES))
def test_not_applicable_is_the_same_as_not_in_the_profile(levels: dict[str, object], name: str) -> None:
    smaller = replace(FIRST, requirements=tuple(need for need in FIRST.requirements if need.skill != name))
    one, two = score(FIRST, sheet({**levels, name: "na"})), score(smaller, sheet({**levels, name: None}))
    assert (one.readiness, one.band, one.span, one.coverage) == (two.readiness, two.band, two.span, two.coverage)
    assert (one.verdict, one.must_haves_met, len(one.must_haves)) == (
        two.verdict,
        two.must_haves_met,
        len(two.must_haves),
    )


@given(SHEET)
def test_losses_sum_to_what_is_missing(levels: dict[str, object]) -> None:
    result = score(FIRST, sheet(levels))
    if result.readiness is not None:
        assert sum((row.loss or Fraction(0)) for row in result.skills) == 100 - result.readiness
    for row in result.gaps:
        assert row.level is not None
        assert row.gap == row.requirement.required - row.level > 0


@given(SHEET)
def test_nobody_has_more_gaps_than_the_one_who_starts_at_zero(levels: dict[str, object]) -> None:
    most = score(FIRST, sheet(dict.fromkeys(NAMES, 0))).gaps
    assert len(most) == len(NAMES)
    assert len(score(FIRST, sheet(levels)).gaps) <= len(most)


@given(SHEET, st.sampled_from(NAMES))
def test_a_higher_requirement_never_raises_readiness(levels: dict[str, object], name: str) -> None:
    harder = replace(
        FIRST,
        requirements=tuple(
            replace(need, required=min(TOP, need.required + 1)) if need.skill == name else need
            for need in FIRST.requirements
        ),
    )
    one, two = score(FIRST, sheet(levels)).readiness, score(harder, sheet(levels)).readiness
    assert one is None or (two is not None and two <= one)


def test_cut_offs_can_be_set() -> None:
    easy = Rules(meets=Fraction(60), close=Fraction(30))
    made = pack([skill("a")], [role("r", {"a": ([3], 1)})])
    assert score(profile(made, "r", "g1"), answers(a=2), easy).verdict == "meets"
    assert score(profile(made, "r", "g1"), answers(a=2)).verdict == "not-yet"
