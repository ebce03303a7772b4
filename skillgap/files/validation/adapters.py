"""pydantic, at arm's length: imported when first used, one adapter for each class."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from pydantic import TypeAdapter

T = TypeVar("T")


_adapters: dict[type[Any], TypeAdapter[Any]] = {}


def adapter(kind: type[T]) -> TypeAdapter[T]:
    """The adapter of a class, built once: building takes milliseconds, validating microseconds."""
    if kind not in _adapters:
        from pydantic import TypeAdapter  # noqa: PLC0415 - `--version` and cached packs do without

        _adapters[kind] = TypeAdapter(kind)
    return _adapters[kind]


def json_schema(kind: type[Any], title: str, id: str) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a class, for editors; descriptions are its field docstrings."""
    schema = adapter(kind).json_schema()
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": id, "title": title}
    return head | {key: value for key, value in schema.items() if key not in head}
