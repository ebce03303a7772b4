"""settings.toml: how the app looks and behaves. A fault in it is named and never stops the app."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from skillgap.core.records import dataclass
from skillgap.core.text import shown
from skillgap.core.values import ROW, STRICT
from skillgap.errors import BadInput, Problem, SkillgapError

if TYPE_CHECKING:
    from skillgap.files.toml import Document

HEADER = "# skillgap settings. Keys that are left out have their defaults; docs/settings.md explains every key.\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyChoice:
    """Other keys for one action."""

    __pydantic_config__ = ROW
    action: str
    """The dotted name of the action, as in docs/keys.md: rate.skip."""
    keys: str
    """The keys, separated by commas: s,x or ctrl+s."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything that can be set."""

    __pydantic_config__ = STRICT
    theme: str = "skillgap"
    """Name of the colour theme."""
    glyphs: Literal["auto", "unicode", "ascii"] = "auto"
    """Which characters marks and bars are drawn with; ascii for terminals and fonts that lack the others, such as the
    Linux console, where auto is ascii."""
    mouse: bool = True
    """Whether the app takes the mouse; without it the terminal selects text as usual."""
    show_target: bool = False
    """Whether Rate shows what the target asks; knowing it sways a rating."""
    hours_per_week: float | None = None
    """Hours a week for new plans, 0.5 to 100; the pack's default when absent."""
    keys: tuple[KeyChoice, ...] = ()
    """Other keys for actions."""


@dataclass(frozen=True, slots=True)
class Found:
    """The settings in force, and what was wrong with the file."""

    settings: Settings
    problems: tuple[Problem, ...] = ()


def load_settings(path: Path) -> Found:
    """Read the settings; what is missing or wrong has its default. Never raises."""
    with suppress(OSError):  # a folder that is not ours to look into; to read the file says so
        if not path.exists():
            return Found(Settings())
    from skillgap.files.building import Misfit, build  # noqa: PLC0415 - only a settings file pays for reading one
    from skillgap.files.toml import load  # noqa: PLC0415

    try:
        document = load(path)
    except BadInput as error:
        return Found(Settings(), error.problems)
    except SkillgapError as error:
        return Found(Settings(), (_unreadable(path, error),))
    try:
        return _in_range(build(Settings, document.data), document)
    except Misfit:
        return _sound_part(document)


def save_settings(path: Path, settings: Settings, only: Iterable[str] | None = None) -> None:
    """Write the settings that differ from the defaults or stand in the file; `only` these fields when given.

    What a person wrote there stays as it is: comments, order, unknown keys, and wrong keys that are not being changed.
    Raises BadInput for a file that cannot be read as TOML, which is then left as it is, and CannotAccess.
    """
    from skillgap.files.encoding import encode  # noqa: PLC0415 - not at start-up
    from skillgap.files.storage import make_folder, write_atomic  # noqa: PLC0415
    from skillgap.files.toml import load  # noqa: PLC0415
    from skillgap.files.toml.editing import edited  # noqa: PLC0415

    there = load(path) if path.exists() else None
    data = there.data if there else {}
    now, usual = encode(settings), encode(Settings())
    names = [field.name for field in fields(Settings) if only is None or field.name in only]
    changes = {name: now.get(name) for name in names if now.get(name) != usual.get(name) or name in data}
    kept = {name: value for name, value in changes.items() if name not in data or data[name] != value}
    if kept or there is None:
        text = edited(there.text if there else HEADER, kept, shown(str(path), limit=4096))
        make_folder(path.parent)
        write_atomic(path, text, replace=True, keep_previous=True)


def _unreadable(path: Path, error: SkillgapError) -> Problem:
    file = shown(str(path), limit=4096)
    return Problem(file, 0, 0, str(error).removeprefix(f"cannot read {file}: "))


def _sound_part(document: Document) -> Found:
    """What fits, and every problem of the rest."""
    from skillgap.files.building import Misfit, build  # noqa: PLC0415
    from skillgap.files.validation import validate  # noqa: PLC0415 - only a mistake pays for pydantic

    sound = {}
    for key, value in document.data.items():
        try:
            build(Settings, {key: value})
        except Misfit:
            continue
        sound[key] = value
    found = _in_range(build(Settings, sound), document)
    try:
        validate(Settings, document)
    except BadInput as error:
        return Found(found.settings, tuple(sorted((*found.problems, *error.problems))))
    return found


def _in_range(settings: Settings, document: Document) -> Found:
    hours = settings.hours_per_week
    if hours is None:
        return Found(settings)
    from skillgap.core.hours import can_be_planned, refusal, remedy  # noqa: PLC0415 - not at start-up

    if can_be_planned(hours):
        return Found(settings)
    from skillgap.files.validation import Places  # noqa: PLC0415 - only a mistake pays for it

    problem = Places(document).problem(("hours_per_week",), refusal(hours), remedy())
    return Found(replace(settings, hours_per_week=None), (problem,))
