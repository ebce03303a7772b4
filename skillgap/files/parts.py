"""A folder of TOML files read as one document, with each key still known to its file and line."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from skillgap.core.records import dataclass
from skillgap.core.text import shown
from skillgap.errors import BadInput, CannotAccess, Problem
from skillgap.files.positions import KeyPath
from skillgap.files.toml import Document, parse, read_text
from skillgap.files.toml.bounds import MAX_VALUES, is_crowded
from skillgap.files.toml.reading import LIMIT
from skillgap.files.validation import Places

_LONGEST = 4_096
MOST_FILES = 2_000
MOST_ENTRIES = 20_000  # of whatever kind: to look through a whole disk is no reading of a pack
MOST_BYTES = 32 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Parts:
    """Documents and their merged data. Arrays of tables are joined in the order of the file names."""

    documents: tuple[Document, ...]
    data: dict[str, Any]
    origin: dict[str, list[tuple[int, int]]]
    """For each top key, the document and the index in it of every element (index -1: not an array)."""

    @property
    def whole(self) -> Document:
        """The merged data as a document, named after the first file."""
        first = self.documents[0]
        return Document(first.file, first.text, self.data)


@dataclass(frozen=True, slots=True)
class Source:
    """One file of a pack as text: its name in messages, its place below the pack, its content."""

    file: str
    name: str
    text: str


def read_sources(path: Path) -> tuple[Source, ...]:
    """Read one file, or all TOML files below a folder, as text.

    Raises CannotAccess for what cannot be read and BadInput with the problems of all files.
    """
    sources: list[Source] = []
    problems: list[Problem] = []
    folder = path if _is_folder(path) else None
    for file in _files(folder) if folder else [path]:
        name = file.relative_to(folder).as_posix() if folder else file.name
        try:
            sources.append(Source(shown(str(file), limit=_LONGEST), name, read_text(file)))
        except BadInput as error:
            problems += error.problems
    if problems:
        raise BadInput([*problems, *_parsed(sources)[1]])
    return tuple(sources)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):  # reading it will say why
        return False


def parse_parts(sources: tuple[Source, ...]) -> Parts:
    """Parse and merge the files of a pack. Raises BadInput with the problems of all files."""
    if is_crowded(source.text for source in sources):
        what = f"the files of the pack hold more than {MAX_VALUES:,} lines, or keys and values, together"
        raise BadInput([Problem(sources[0].file, 1, 1, what, "name the folder of one pack, or make two packs of it")])
    documents, problems = _parsed(sources)
    if problems:
        raise BadInput(problems)
    return _merge(documents)


def _parsed(sources: Iterable[Source]) -> tuple[list[Document], list[Problem]]:
    documents: list[Document] = []
    problems: list[Problem] = []
    for source in sources:
        try:
            documents.append(Document(source.file, source.text, parse(source.text, source.file)))
        except BadInput as error:
            problems += error.problems
    return documents, problems


class PartPlaces(Places):
    """Places of a merged document: each key path is looked up in the file that it came from."""

    __slots__ = ("_parts", "_places")

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts.whole)
        self._parts = parts
        self._places = [Places(document) for document in parts.documents]

    def at(self, path: KeyPath) -> tuple[int, int]:
        """Line and column of a key path of the merged data, in its own file."""
        number, local = self._locate(path)
        return self._places[number].at(local)

    def problem(self, path: KeyPath, what: str, remedy: str = "") -> Problem:
        """A problem with what stands at `path` of the merged data."""
        number, local = self._locate(path)
        return self._places[number].problem(local, what, remedy)

    def is_header(self, path: KeyPath) -> bool:
        """Whether a table or array is written as `[table]` or `[[table]]` in its own file."""
        number, local = self._locate(path)
        return self._places[number].is_header(local)

    def _locate(self, path: KeyPath) -> tuple[int, KeyPath]:
        origin = self._parts.origin.get(str(path[0])) if path else None
        if not origin:
            return 0, ()
        if origin[0][1] < 0 or len(path) == 1:
            return origin[0][0], path
        place = path[1] if isinstance(path[1], int) and path[1] < len(origin) else 0
        number, index = origin[place]
        return number, (path[0], index, *path[2:])


def _files(folder: Path) -> list[Path]:
    """TOML files below a folder, `pack.toml` first, then by name. Links to folders are not followed."""
    found: list[Path] = []
    size = 0
    home = os.path.realpath(folder)
    for file in _walk(folder):
        # realpath, unlike Path.resolve, has no quarrel with links that go round in a circle: reading names those
        if not Path(os.path.realpath(file)).is_relative_to(home):
            raise BadInput([Problem(shown(str(file)), 0, 0, "is a link out of the pack's folder", "copy the file in")])
        found.append(file)
        length = file.stat().st_size if file.is_file() else 0
        size += length if length <= LIMIT else 0  # reading names a file that is too large
        if len(found) > MOST_FILES or size > MOST_BYTES:
            what = f"holds more than {MOST_FILES} TOML files or {MOST_BYTES // 2**20} MiB of them"
            raise BadInput([Problem(shown(str(folder)), 0, 0, what, "name the folder of one pack")])
    if not found:
        raise BadInput([Problem(shown(str(folder)), 0, 0, "holds no TOML file", "name the folder or file of a pack")])
    return sorted(found, key=lambda file: (file.name != "pack.toml" or file.parent != folder, file.as_posix()))


def _walk(folder: Path) -> Iterator[Path]:
    def refuse(error: OSError) -> None:
        raise CannotAccess(f"{shown(str(error.filename))}: cannot be read: {error.strerror}")

    entries = 0
    for root, folders, files in os.walk(folder, onerror=refuse):
        entries += len(folders) + len(files)
        if entries > MOST_ENTRIES:
            what = f"holds more than {MOST_ENTRIES:,} files and folders"
            raise BadInput([Problem(shown(str(folder)), 0, 0, what, "name the folder of one pack")])
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(root) / name for name in sorted(files) if name.endswith(".toml") and not name.startswith("."))


def _merge(documents: list[Document]) -> Parts:
    data: dict[str, Any] = {}
    origin: dict[str, list[tuple[int, int]]] = {}
    problems: list[Problem] = []
    for number, document in enumerate(documents):
        for key, value in document.data.items():
            if key not in data:
                data[key] = list(value) if _is_tables(value) else value
            elif _is_tables(value) and _is_tables(data[key]):
                data[key] += value
            else:
                other = documents[origin[key][0][0]].file
                what = f'"{shown(key)}" stands in {other} already'
                problems.append(Places(document).problem((key,), what, "keep one of them"))
                continue
            places = [(number, index) for index in range(len(value))] if _is_tables(value) else [(number, -1)]
            origin.setdefault(key, []).extend(places)
    if problems:
        raise BadInput(problems)
    return Parts(tuple(documents), data, origin)


def _is_tables(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(row, dict) for row in value)
