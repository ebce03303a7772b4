"""`dataclass` of the standard library, which makes frozen values with slots in a quarter of the time.

The standard library compiles six methods for each class: a fifth of what `skillgap score` took. Here only `__init__`
is compiled. What comes out is a dataclass to everybody else: fields, replace, pattern matching, pickling and pydantic
see no difference, and type checkers see the standard decorator.
"""

from __future__ import annotations

import dataclasses
from operator import attrgetter

__all__ = ["dataclass"]

TYPE_CHECKING = False  # typing is not worth its import where nothing else needs it
if TYPE_CHECKING:
    from collections.abc import Callable
    from dataclasses import dataclass
    from typing import Any
else:

    def dataclass(*, frozen: bool = False, slots: bool = False, order: bool = False, kw_only: bool = False) -> Any:
        """Give the decorator; what is not frozen, has no slots or has an order is left to the standard library."""
        if order or not (frozen and slots):
            return dataclasses.dataclass(frozen=frozen, slots=slots, order=order, kw_only=kw_only)
        return lambda kind: _frozen(kind, kw_only)


def _frozen(kind: type[Any], kw_only: bool) -> Any:
    made: Any = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True, kw_only=kw_only)(kind)
    made.__dataclass_params__.frozen = True
    fields = dataclasses.fields(made)
    made.__init__ = _init(made, fields)
    made.__eq__, made.__hash__ = _comparison([field.name for field in fields if field.compare])
    made.__repr__ = _repr
    made.__setattr__ = made.__delattr__ = _refuse
    made.__getstate__, made.__setstate__ = _state, _set_state
    return made


def _init(kind: type[Any], fields: tuple[dataclasses.Field[Any], ...]) -> Callable[..., None]:
    """Compile `__init__`, as fast when it is called as the standard one."""
    known: dict[str, Any] = {"_set": object.__setattr__, "_absent": dataclasses.MISSING}
    head, body = ["self"], []
    for field in sorted(fields, key=lambda field: bool(field.kw_only)):
        if field.kw_only and "*" not in head:
            head.append("*")
        name = value = field.name
        if field.default_factory is not dataclasses.MISSING:
            known[f"_make_{name}"] = field.default_factory
            value = f"_make_{name}() if {name} is _absent else {name}"
            head.append(f"{name}=_absent")
        elif field.default is not dataclasses.MISSING:
            known[f"_default_{name}"] = field.default
            head.append(f"{name}=_default_{name}")
        else:
            head.append(name)
        body.append(f' _set(self, "{name}", {value})')
    if hasattr(kind, "__post_init__"):
        body.append(" self.__post_init__()")
    made: dict[str, Any] = {}
    exec(f"def __init__({', '.join(head)}):\n{chr(10).join(body) or ' pass'}", known, made)  # noqa: S102
    init: Callable[..., None] = made["__init__"]
    init.__qualname__ = f"{kind.__qualname__}.__init__"
    init.__annotations__ = {**{field.name: field.type for field in fields}, "return": None}
    return init


def _comparison(names: list[str]) -> tuple[Callable[..., Any], Callable[..., int]]:
    """Give `__eq__` and `__hash__` over the fields of these names."""
    values = attrgetter(*names) if names else type

    def equal(self: Any, other: Any) -> Any:
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    def number(self: Any) -> int:
        return hash(values(self))

    return equal, number


def _repr(self: Any) -> str:
    shown = (f"{field.name}={getattr(self, field.name)!r}" for field in dataclasses.fields(self) if field.repr)
    return f"{self.__class__.__qualname__}({', '.join(shown)})"


def _refuse(self: Any, name: str, *_: Any) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot change {name!r} of a frozen {self.__class__.__name__}")


def _state(self: Any) -> list[Any]:
    return [getattr(self, field.name) for field in dataclasses.fields(self)]


def _set_state(self: Any, state: list[Any]) -> None:
    for field, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, field.name, value)
