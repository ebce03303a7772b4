"""Change single keys of a TOML text that a person wrote, and leave every other character of it alone."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from typing import Any

from skillgap.files.positions import Scan
from skillgap.files.toml.parsing import parse
from skillgap.files.toml.writing import dump


def edited(text: str, changes: Mapping[str, Any], file: str) -> str:
    """Give a text with other values for keys of its root; None takes a key away.

    Comments, blank lines, the order of keys and the way other values are written stay. Where a key is written in a
    way that cannot be replaced by itself (a table, a dotted key), the whole text is written again. Raises BadInput
    for a text that is no TOML; `file` names it.
    """
    wanted = parse(text, file)
    result = text
    for key, value in changes.items():
        result = _with(result, key, value)
        if value is None:
            wanted.pop(key, None)
        else:
            wanted[key] = value
    return result if _means(result, wanted) else dump(wanted)


def _with(text: str, key: str, value: Any) -> str:
    """A text with one key set, added or taken away; it may be broken where the key is no plain line of the root."""
    line = "" if value is None else dump({key: value})
    scan = Scan(text)
    start = scan.run().get((key,))
    if start is None:
        return _added(text, line, scan)
    start = text.rfind("\n", 0, start) + 1
    end = _end_of(text, start)
    written = text[start:end]
    if line and (comment := _comment_of(written, key)):
        line = f"{line.rstrip()}  {comment}\n"
    return text[:start] + line + text[end:]


def _added(text: str, line: str, scan: Scan) -> str:
    """Below the last plain value of the root: what follows a header belongs to a table."""
    edge = min((scan.offsets[path] for path in scan.headed if path), default=None)
    if not line:
        return text
    if edge is None:
        return text + ("" if not text or text.endswith("\n") else "\n") + line
    return f"{text[:edge]}{line}\n{text[edge:]}"


def _end_of(text: str, start: int) -> int:
    """The end of the last line of a value."""
    for match in re.finditer(r"\n|\Z", text[start:]):
        end = start + match.end()
        if _parsed(text[start:end]) is not None:
            return end
    return text.find("\n", start) + 1 or len(text)


def _comment_of(written: str, key: str) -> str:
    """The comment behind the value, at the end of its last line."""
    last = written.rstrip("\r\n").rfind("\n") + 1
    for match in re.finditer("#", written[last:]):
        data = _parsed(written[: last + match.start()])
        if data is not None and key in data:
            return written[last + match.start() :].rstrip()
    return ""


def _parsed(text: str) -> dict[str, Any] | None:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return None


def _means(text: str, wanted: Mapping[str, Any]) -> bool:
    """Whether a text says exactly what is wanted; types count, since 1 and true are equal."""
    found = _parsed(text)
    return found is not None and repr(sorted(found.items())) == repr(sorted(_plain(wanted).items()))


def _plain(data: Any) -> Any:
    if isinstance(data, Mapping):
        return {key: _plain(value) for key, value in data.items()}
    return [_plain(value) for value in data] if isinstance(data, list | tuple) else data
