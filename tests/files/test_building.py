"""The quick builder and pydantic agree: the same data fits, and gives the same value."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from skillgap.core.assessment import Assessment
from skillgap.core.plan import Plan
from skillgap.core.report import Report
from skillgap.core.rubric import Pack
from skillgap.files.building import Misfit, build
from skillgap.files.parts import parse_parts, read_sources
from skillgap.files.paths import shipped_packs_folder

_SOURCES = read_sources(shipped_packs_folder() / "ai-engineering")
PACK = json.loads(json.dumps(parse_parts(_SOURCES).data, default=str))
SAMPLES: dict[type[Any], dict[str, Any]] = {
    Pack: {key: value[:2] if isinstance(value, list) else value for key, value in PACK.items()},
    Assessment: {
        "schema": 1,
        "rubric": {"id": "x", "version": "1"},
        "target": {"role": "r", "grade": "g"},
        "updated": "2026-11-24",
        "answer": [
            {"skill": "a", "level": 3, "evidence": [{"kind": "linked", "where": "x", "date": "2026-01-01"}]},
            {"skill": "b", "na": "", "confidence": "sure", "last_used": "2026-01-01"},
        ],
        "check": [{"item": "i", "option": 0, "probability": 1, "seed": 4}],
    },
    Report: {
        "date": "2026-11-24",
        "rubric": {"id": "x"},
        "target": {"role": "r", "grade": "g", "role_name": "R", "grade_title": "G"},
        "summary": {
            "verdict": "meets",
            "verdict_text": "Yes.",
            "readiness": 90,
            "band": [80, 95.5],
            "must_haves": 0,
            "must_haves_met": 0,
            "skills": 1,
            "rated": 1,
            "not_applicable": 0,
            "unanswered": 0,
            "coverage": 100,
        },
        "skill": [{"id": "a", "name": "A", "area": "x", "state": "rated", "level": 1, "target": 1, "weight": 2.5}],
    },
    Plan: {
        "created": "2026-11-24",
        "rubric": {"id": "x"},
        "target": {"role": "r", "grade": "g"},
        "budget": {"hours_per_week": 8, "start": "2026-11-24"},
        "outlook": {
            "readiness_now": 1,
            "readiness_then": 2,
            "points": 1,
            "points_possible": 1,
            "hours": 5,
            "weeks": 1,
        },
        "step": [{"id": "a-1", "skill": "a", "name": "A", "to": 1, "hours": 5, "points": 1, "done": "2026-12-01"}],
    },
}


def by_pydantic(kind: type[Any], data: Any) -> Any:
    try:
        return TypeAdapter(kind).validate_json(json.dumps(data))
    except ValidationError:
        return Misfit


def by_us(kind: type[Any], data: Any) -> Any:
    try:
        return build(kind, data)
    except Misfit:
        return Misfit


@pytest.mark.parametrize("kind", SAMPLES)
def test_sound_data_gives_the_same_value(kind: type[Any]) -> None:
    value = build(kind, SAMPLES[kind])
    assert value == by_pydantic(kind, SAMPLES[kind])
    assert isinstance(value, kind)


def test_the_whole_shipped_pack_gives_the_same_value() -> None:
    assert build(Pack, PACK) == by_pydantic(Pack, PACK)


ODD = st.sampled_from(
    [
        True,
        False,
        0,
        1,
        -3,
        2.0,
        2.5,
        "",
        "1",
        "meets",
        "2026-02-30",
        "2026-02-03",
        "20260203",
        "2026-1-1",
        [],
        {},
        [1],
        {"x": 1},
    ]
)


@st.composite
def mutated(draw: st.DrawFn) -> tuple[type[Any], Any]:
    kind = draw(st.sampled_from(list(SAMPLES)))
    data = copy.deepcopy(SAMPLES[kind])
    for _ in range(draw(st.integers(1, 2))):
        spot: Any = data
        while True:
            keys = list(spot) if isinstance(spot, dict) else list(range(len(spot)))
            if not keys:
                break
            key = draw(st.sampled_from(keys))
            if isinstance(spot[key], dict | list) and draw(st.booleans()):
                spot = spot[key]
                continue
            act = draw(st.sampled_from(["put", "drop", "add"]))
            if act == "put":
                spot[key] = copy.deepcopy(draw(ODD))
            elif act == "drop":
                del spot[key]
            elif isinstance(spot, dict):
                spot[draw(st.sampled_from(["id", "levle", "kind", "note"]))] = copy.deepcopy(draw(ODD))
            else:
                spot.append(copy.deepcopy(draw(ODD)))
            break
    return kind, data


@settings(max_examples=120, deadline=None)
@given(mutated())
def test_both_refuse_the_same_data(case: tuple[type[Any], Any]) -> None:
    kind, data = case
    assert by_us(kind, data) == by_pydantic(kind, data)
