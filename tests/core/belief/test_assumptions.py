"""Every constant says what it is and where it comes from, in the code and in the documentation alike."""

from __future__ import annotations

import ast
import dataclasses
import inspect
from itertools import pairwise
from pathlib import Path

import pytest

from skillgap.core.belief import assumptions
from skillgap.core.belief.assumptions import DEFAULTS, Assumptions

FIELDS = dataclasses.fields(Assumptions)
DOCS = Path(__file__).parents[3] / "docs"


def docstrings() -> dict[str, str]:
    """The text below each field, as a settings screen shows it."""
    module = ast.parse(inspect.getsource(assumptions))
    (body,) = (node.body for node in module.body if isinstance(node, ast.ClassDef))
    return {
        field.target.id: str(text.value.value)
        for field, text in pairwise(body)
        if isinstance(field, ast.AnnAssign)
        and isinstance(field.target, ast.Name)
        and isinstance(text, ast.Expr)
        and isinstance(text.value, ast.Constant)
    }


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
def test_a_constant_names_its_source_or_owns_up_to_none(field: dataclasses.Field[float]) -> None:
    text = docstrings()[field.name].lower()
    has_paper = any(str(year) in text for year in range(1950, 2027))
    assert has_paper or any(word in text for word in ("assumption", "convention"))


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
def test_the_documentation_states_each_constant_as_it_is(field: dataclasses.Field[float]) -> None:
    row = f"| `{field.name}` | {getattr(DEFAULTS, field.name):.6g} |"
    lines = [line for page in DOCS.glob("*.md") for line in page.read_text("utf-8").splitlines()]
    assert sum(line.startswith(row) for line in lines) == 1


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
def test_a_constant_outside_its_range_is_refused_by_name(field: dataclasses.Field[float]) -> None:
    for value in (field.metadata["low"] - 0.001, field.metadata["high"] + 0.001, float("nan")):
        with pytest.raises(ValueError, match=field.name):
            dataclasses.replace(DEFAULTS, **{field.name: value})  # type: ignore[arg-type]
