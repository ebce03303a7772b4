"""Rubric packs: found by id or path, read, checked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from skillgap.core.assessment import RubricRef
from skillgap.core.integrity import faults
from skillgap.core.names import hint
from skillgap.core.rubric import Pack
from skillgap.errors import BadInput, Usage
from skillgap.files import cache
from skillgap.files.parts import PartPlaces, Parts, Source, parse_parts, read_sources
from skillgap.files.paths import own_packs_folder, shipped_packs_folder
from skillgap.files.toml import shown
from skillgap.files.validation import validate

DEFAULT_PACK = "ai-engineering"


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
    pack = validate(Pack, parts.whole, places=places)
    problems = [places.problem(fault.key, fault.what, fault.remedy) for fault in faults(pack)]
    if problems:
        raise BadInput(sorted(problems))
    return pack


def digest(sources: tuple[Source, ...]) -> str:
    """Give the digest of a pack: the first digits of that of its files, wherever they lie."""
    return cache.content_key(sources)[:16]


def open_pack(name: str | None, default: str = DEFAULT_PACK) -> LoadedPack:
    """Load the pack that a person named by id or path. Raises Usage for an unknown id."""
    return load_pack(find_pack(name or default))


def find_pack(name: str) -> Path:
    """Give the path of a pack by path or id. Raises Usage when there is none."""
    path = Path(name)
    if "/" in name or "\\" in name or name.endswith(".toml") or path.exists():
        return path
    known = dict(known_packs())
    if name in known:
        return known[name]
    raise Usage(f'no pack "{shown(name)}"; {hint(name, known)}')


def known_packs() -> Iterator[tuple[str, Path]]:
    """Give id and path of the packs in the own and in the shipped folder; an own one hides a shipped one."""
    seen: set[str] = set()
    for folder in (own_packs_folder(), shipped_packs_folder()):
        for path in sorted(folder.iterdir()) if folder.is_dir() else ():
            is_pack = (path / "pack.toml").is_file() if path.is_dir() else path.suffix == ".toml"
            if is_pack and path.stem not in seen:
                seen.add(path.stem)
                yield path.stem, path
