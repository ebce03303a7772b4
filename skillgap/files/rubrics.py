"""Rubric packs: found by id or path, read, checked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path

from skillgap.core.assessment import RubricRef
from skillgap.core.integrity import Fault, faults
from skillgap.core.names import hint, is_id
from skillgap.core.records import dataclass
from skillgap.core.rubric import Pack
from skillgap.core.text import shown
from skillgap.errors import MOST_PROBLEMS, BadInput, CannotAccess, Problem, Usage, first_of
from skillgap.files import cache
from skillgap.files.parts import PartPlaces, Parts, Source, parse_parts, read_sources
from skillgap.files.paths import own_packs_folder, shipped_packs_folder
from skillgap.files.salvage import salvage
from skillgap.files.toml import load
from skillgap.files.validation import validate

_DEFAULT_PACK = "ai-engineering"


@dataclass(frozen=True, slots=True)
class LoadedPack:
    """A pack that holds together, and where it came from."""

    pack: Pack
    path: Path
    digest: str
    """First 16 hexadecimal digits of a SHA-256 over the names and texts of the pack's files."""

    @property
    def ref(self) -> RubricRef:
        """How files name this pack."""
        return RubricRef(id=self.pack.id, version=self.pack.version, digest=self.digest)


def load_pack(path: Path) -> LoadedPack:
    """Read and check a pack. Raises BadInput with every problem found, CannotAccess for what cannot be read."""
    sources = read_sources(path)
    kept = cache.recall(sources)
    if kept is not None:
        return LoadedPack(kept, path, digest(sources))
    parts = parse_parts(sources)
    pack = checked(parts)
    cache.keep(sources, parts.data)
    return LoadedPack(pack, path, digest(sources))


def checked(parts: Parts) -> Pack:
    """Make a pack that holds together of its parts. Raises BadInput with every problem found."""
    places = PartPlaces(parts)
    try:
        pack = validate(Pack, parts.whole, places=places)
    except BadInput as error:
        if len(error.problems) >= MOST_PROBLEMS:
            raise
        pack, left_out = salvage(Pack, parts.data)
        new = (fault for fault in faults(pack) if not left_out.touches(fault.key))
        rest = (_problem(places, fault) for fault in new)
        raise BadInput(first_of(chain(error.problems, rest))) from None
    if problems := first_of(_problem(places, fault) for fault in faults(pack)):
        raise BadInput(problems)
    return pack


def _problem(places: PartPlaces, fault: Fault) -> Problem:
    """Give a fault its place; it may quote names from the pack that would act on a terminal."""
    problem = places.problem(fault.key, shown(fault.what, limit=1000), shown(fault.remedy, limit=1000))
    return replace(problem, code=fault.code)


def digest(sources: tuple[Source, ...]) -> str:
    """Give the digest of a pack: the first digits of that of its files, wherever they lie."""
    return cache.content_key(sources)[:16]


def open_pack(name: str | None) -> LoadedPack:
    """Load the pack that a person named by id or path, the shipped one for None. Raises Usage for an unknown id."""
    return load_pack(find_pack(name or _DEFAULT_PACK))


def find_pack(name: str) -> Path:
    """Give the path of a pack by id or path; an id comes first unless it is written as a path, such as `./small`.

    Raises Usage when there is none.
    """
    path = Path(name)
    if "/" in name or "\\" in name or name.endswith(".toml"):
        return path
    known = dict(known_packs())
    if name in known:
        return known[name]
    if _exists(path):
        return path
    raise Usage(f'no pack "{shown(name)}"; {hint(name, known)}')


def _exists(path: Path) -> bool:
    """Tell whether a path leads to something; not when the system does not say."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def known_packs() -> Iterator[tuple[str, Path]]:
    """Give id and path of the packs in the person's folder and in the shipped one; theirs hide shipped ones.

    A pack whose head cannot be read goes by the name of its folder or file.
    """
    seen: set[str] = set()
    for folder in (own_packs_folder(), shipped_packs_folder()):
        for path in sorted(folder.iterdir()) if folder.is_dir() else ():
            head = path / "pack.toml" if path.is_dir() else path
            if head.suffix == ".toml" and _exists(head) and (name := _id_in(head) or path.stem) not in seen:
                seen.add(name)
                yield name, path


def _id_in(head: Path) -> str | None:
    try:
        name = load(head).data.get("id")
    except (BadInput, CannotAccess):
        return None
    return name if isinstance(name, str) and is_id(name) else None
