"""The published JSON Schemas: as the program makes them, and true of its files."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from skillgap.core.assessment import Assessment
from skillgap.core.plan import Plan
from skillgap.core.report import Report
from skillgap.core.rubric import Pack
from skillgap.files import schemas
from skillgap.files.encoding import json_data
from skillgap.files.parts import parse_parts, read_sources
from skillgap.files.paths import shipped_packs_folder
from skillgap.files.toml import load
from tests.conftest import ROOT
from tests.strategies import any_assessments, any_plans, any_reports, packs

FOLDER = ROOT / "docs" / "schemas"
QUICK = settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@pytest.mark.parametrize("name", schemas.names())
def test_the_published_schema_is_the_one_that_the_program_makes(name: str) -> None:
    published = (FOLDER / schemas.file_name(name)).read_text(encoding="utf-8")
    assert published == schemas.text(name), "run python -m skillgap.files.schemas docs/schemas"


def test_no_published_schema_is_left_over() -> None:
    assert sorted(file.name for file in FOLDER.iterdir()) == sorted(map(schemas.file_name, schemas.names()))


def test_the_tool_writes_all_of_them(tmp_path: Path) -> None:
    schemas.write_all(tmp_path / "new")
    assert {file.name: file.read_text() for file in (tmp_path / "new").iterdir()} == {
        file.name: file.read_text() for file in FOLDER.iterdir()
    }


# A checker of the part of JSON Schema that these files use; it knows nothing of the program.

KNOWN = {
    "$defs", "$id", "$ref", "$schema", "additionalProperties", "const", "default", "description", "enum", "format",
    "items", "maxItems", "minItems", "prefixItems", "properties", "required", "title", "type",
}  # fmt: skip
TYPES: dict[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
}


def faults(value: Any, form: dict[str, Any], whole: dict[str, Any], path: str = "") -> Iterator[str]:
    if "$ref" in form:
        form = form | whole["$defs"][form["$ref"].rpartition("/")[2]]
    assert form.keys() <= KNOWN, form.keys() - KNOWN
    kinds = TYPES[form["type"]]
    if not isinstance(value, kinds) or (isinstance(value, bool) and bool not in kinds):
        yield f"{path} is no {form['type']}"
        return
    if "const" in form and value != form["const"]:
        yield f"{path} is not {form['const']}"
    if value not in form.get("enum", [value]):
        yield f"{path} is none of {form['enum']}"
    if form.get("format") == "date":
        date.fromisoformat(str(value))
    if isinstance(value, dict):
        yield from _object_faults(value, form, whole, path)
    if isinstance(value, list):
        first = form.get("prefixItems", [])
        if not form.get("minItems", 0) <= len(value) <= form.get("maxItems", len(value)):
            yield f"{path} has {len(value)} items"
        for place, item in enumerate(value):
            yield from faults(item, first[place] if place < len(first) else form["items"], whole, f"{path}/{place}")


def _object_faults(value: dict[str, Any], form: dict[str, Any], whole: dict[str, Any], path: str) -> Iterator[str]:
    known = form["properties"]
    yield from (f"{path}/{key} is missing" for key in form.get("required", []) if key not in value)
    for key, item in value.items():
        if key in known:
            yield from faults(item, known[key], whole, f"{path}/{key}")
        elif form.get("additionalProperties", True) is False:
            yield f"{path}/{key} is unknown"


def fits(name: str, data: Any) -> list[str]:
    whole = schemas.schema(name)
    return list(faults(json.loads(json.dumps(data, default=str)), whole, whole))


@QUICK
@given(value=any_assessments())
def test_every_assessment_fits(value: Assessment) -> None:
    assert fits("assessment", json_data(value)) == []


@QUICK
@given(value=any_reports())
def test_every_report_fits(value: Report) -> None:
    assert fits("report", json_data(value)) == []


@QUICK
@given(value=any_plans())
def test_every_plan_fits(value: Plan) -> None:
    assert fits("plan", json_data(value)) == []


@QUICK
@given(value=packs())
def test_every_pack_fits(value: Pack) -> None:
    assert fits("pack", json_data(value)) == []


def test_the_shipped_files_fit() -> None:
    folder = shipped_packs_folder() / "ai-engineering"
    assert fits("pack", parse_parts(read_sources(folder)).data) == []
    for file in folder.rglob("*.toml"):
        assert fits("pack-part", load(file).data) == []
    for file in (ROOT / "examples").glob("*.toml"):
        assert fits("assessment", load(file).data) == []


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        ({"answer": [{"skill": "x", "level": "1"}]}, "/answer/0/level is no integer"),
        ({"answer": [{"level": 1}]}, "/answer/0/skill is missing"),
        ({"answer": {"skill": "x"}}, "/answer is no array"),
        ({"answr": []}, "/answr is unknown"),
        ({"answer": [{"skill": "x", "confidence": "very"}]}, "/answer/0/confidence is none of"),
        ({"answer": [{"skill": "x", "na": None}]}, "/answer/0/na is no string"),
    ],
)
def test_what_the_program_refuses_does_not_fit(data: dict[str, Any], fault: str) -> None:
    (found,) = fits("assessment", data)
    assert found.startswith(fault)


@pytest.mark.parametrize("name", schemas.names())
def test_nothing_in_a_schema_is_null(name: str) -> None:
    assert "null" not in schemas.text(name)
