"""What a value may look like at a key path, in words, read from the JSON Schema of its class."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from skillgap.core.names import quoted
from skillgap.files.positions import KeyPath
from skillgap.files.validation.adapters import adapter

Schema = dict[str, Any]
EXAMPLE_DATE = "2026-11-23"

_FORMATS = {"date": "a date", "date-time": "a date and time", "time": "a time of day"}
_TYPES = {"integer": "a whole number", "number": "a number", "boolean": "true or false", "object": "a table"}


class Shape:
    """The JSON Schema of a class, walked by key paths; a place with several forms has several schemas."""

    def __init__(self, schema: Schema) -> None:
        self._schema = schema
        self._definitions: Schema = schema.get("$defs", {})

    def at(self, path: KeyPath) -> list[Schema]:
        """The forms that the value at `path` may take; none when the path is unknown."""
        forms = list(self._forms(self._schema))
        for step in path:
            forms = [inner for form in forms for inner in self._within(form, step)]
        return forms

    def keys(self, path: KeyPath) -> list[str]:
        """The known keys of the table at `path`, in the order of the class."""
        return list(dict.fromkeys(key for form in self.at(path) for key in form.get("properties", {})))

    def holds_tables(self, form: Schema) -> bool:
        """Whether a form is an array of tables."""
        return any(item.get("type") == "object" for item in self._forms(form.get("items")))

    def _forms(self, schema: Any) -> Iterator[Schema]:
        """A schema without references and alternatives; null is left out, as TOML has none."""
        if not isinstance(schema, dict):
            return
        if "$ref" in schema:
            yield from self._forms(self._definitions[schema["$ref"].rpartition("/")[2]])
        elif alternatives := schema.get("anyOf") or schema.get("oneOf") or schema.get("allOf"):
            for alternative in alternatives:
                yield from self._forms(alternative)
        elif schema.get("type") != "null":
            yield schema

    def _within(self, form: Schema, step: str | int) -> Iterator[Schema]:
        if isinstance(step, str):
            yield from self._forms(form.get("properties", {}).get(step, form.get("additionalProperties")))
        elif step < len(form.get("prefixItems", ())):
            yield from self._forms(form["prefixItems"][step])
        else:
            yield from self._forms(form.get("items"))

    def phrase(self, forms: Sequence[Schema]) -> str:
        """Say what is allowed, such as `a whole number from 0 to 5 or "na"`."""
        values = [value for form in forms for value in fixed(form)]
        words = list(dict.fromkeys(self._words(form) for form in forms if not fixed(form)))
        if len(values) > 1 and not words:
            return f"one of {', '.join(map(literal, values))}"
        words += map(literal, values)
        return " or ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))

    def _words(self, form: Schema) -> str:
        kind = form.get("type")
        if kind == "array":
            name = "an array of tables" if self.holds_tables(form) else "an array"
            return name + _span(form, "minItems", "maxItems", "item")
        if kind == "string":
            name = _FORMATS.get(form.get("format", ""), "a string") + _span(form, "minLength", "maxLength", "character")
            return f"{name} matching {form['pattern']}" if "pattern" in form else name
        return _TYPES.get(str(kind), "something else") + _range(form)


def literal(value: Any) -> str:
    """Write a plain value as TOML does."""
    if isinstance(value, str):
        return quoted(value)
    return str(value).lower() if isinstance(value, bool) else str(value)


def fixed(form: Schema) -> list[Any]:
    """The values of an enumeration or constant."""
    return list(form["enum"]) if "enum" in form else [form["const"]] if "const" in form else []


def _range(form: Schema) -> str:
    least, most = form.get("minimum"), form.get("maximum")
    if least is not None and most is not None:
        return f" from {least} to {most}"
    limits = [
        ("at least", least),
        ("above", form.get("exclusiveMinimum")),
        ("at most", most),
        ("below", form.get("exclusiveMaximum")),
    ]
    words = [f"{word} {limit}" for word, limit in limits if limit is not None]
    return f" {' and '.join(words)}" if words else ""


def _span(form: Schema, least: str, most: str, unit: str) -> str:
    low, high = form.get(least), form.get(most)
    if low is None and high is None:
        return ""
    words = [f"at least {low}" if low is not None else "", f"at most {high}" if high is not None else ""]
    count = str(low) if low == high else " and ".join(filter(None, words))
    return f" of {count} {unit}{'' if count.endswith(' 1') or count == '1' else 's'}"


_shapes: dict[type[Any], Shape] = {}


def shape_of(kind: type[Any]) -> Shape:
    """The shape of a class that pydantic can validate."""
    if kind not in _shapes:
        _shapes[kind] = Shape(adapter(kind).json_schema())
    return _shapes[kind]
