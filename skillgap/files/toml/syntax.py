"""Friendly words for what `tomllib` refuses: the common mistakes, at the place where they were made."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property

from skillgap.core.text import shown
from skillgap.errors import Problem
from skillgap.files.positions import KeyPath, Scan
from skillgap.files.toml import values
from skillgap.files.toml.reading import place_after

_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_CONFLICT = re.compile(r"(<{7}|={7}|>{7})(\s|$)")
_STRING_OR_COMMENT = re.compile(
    r"""
      "{3} (?: [^"\\]++ | \\[\s\S] | "(?!"") )*+ "{3,5}
    | '{3} (?: [^']++ | '(?!'') )*+ '{3,5}
    | (?P<wide> "{3} | '{3} )
    | " (?: [^"\\\n]++ | \\. )*+ "
    | ' [^'\n]*+ '
    | \#[^\n]*+
    | (?P<open> " | ' )
    """,
    re.VERBOSE,
)


class _Spot:
    """The place in a text where parsing stopped."""

    def __init__(self, text: str, at: int) -> None:
        self.text = text
        self.at = at
        self.char = text[at : at + 1]
        self.line_start = text.rfind("\n", 0, at) + 1
        self.line = text[self.line_start : text.find("\n", at) if "\n" in text[at:] else None]
        self.rest = self.line[at - self.line_start :]

    @cached_property
    def before(self) -> Scan:
        """What was read before this place."""
        scan = Scan(self.text[: self.at])
        scan.run()
        return scan

    @property
    def inside(self) -> str:
        """The innermost thing that is open here: table, array or inline."""
        return self.before.frames[-1].kind

    def line_of(self, offset: int) -> int:
        """The number of the line of an offset, from 1."""
        return self.text.count("\n", 0, offset) + 1

    def problem(self, file: str, what: str, remedy: str, at: int | None = None) -> Problem:
        """A problem here, or at another offset."""
        line, column = place_after(self.text[: self.at if at is None else at])
        return Problem(file, line, column, what, remedy)


def explain(message: str, text: str, file: str) -> Problem:
    """Turn a message of `tomllib` about `text` into a problem with a place and a remedy."""
    text = text.replace("\r\n", "\n")  # as tomllib does before it counts
    spot = _Spot(text, _offset(message, text))
    said = _PLACE.sub("", message)
    if _CONFLICT.match(spot.line):
        what = "a merge conflict was left in the file"
        return spot.problem(file, what, "keep one version and delete the marks", spot.line_start)
    if spot.char not in ("", "\n", "\t") and not spot.char.isprintable():
        return _bad_character(spot, file)
    for beginning, rule in _RULES.items():
        if said.startswith(beginning):
            return rule(spot, file)
    return spot.problem(file, said[:1].lower() + shown(said[1:]), "")


def _offset(message: str, text: str) -> int:
    match = _PLACE.search(message)
    if not match or not match[1]:
        return len(text)
    start = 0
    for _ in range(int(match[1]) - 1):
        start = text.index("\n", start) + 1
    return start + int(match[2]) - 1


def _open_text(spot: _Spot, file: str) -> Problem:
    for match in _STRING_OR_COMMENT.finditer(spot.text[: spot.at]):
        if quote := match["wide"] or match["open"]:
            what = f"text without its closing {quote}"
            return spot.problem(file, what, f"add {quote} where the text ends", match.start())
    return spot.problem(file, "text without its closing quote", "add the quote")


def _bad_character(spot: _Spot, file: str) -> Problem:
    if spot.char in ("", "\n"):
        return _open_text(spot, file)
    if spot.char == "\r":
        return spot.problem(file, "a carriage return without a line feed", "end every line in the same way")
    return spot.problem(file, f"the invisible character U+{ord(spot.char):04X}", "delete it")


def _bad_value(spot: _Spot, file: str) -> Problem:
    scan = spot.before
    if spot.inside == "array" and (not spot.rest.strip() or re.match(r"[\w.-]+\s*=", spot.rest)):
        return _open_array(spot, file)
    if spot.char in ("", "\n", "#", "}"):
        return spot.problem(file, f'no value after "{_last_key(scan)} ="', "write one, or delete the line")
    if spot.char == ",":
        return spot.problem(file, "a comma without a value before it", "delete the comma")
    if spot.char == "=":
        return spot.problem(file, 'a second "="', "delete it")
    what, remedy = values.explain(_up_to_end(spot), _assigned(scan))
    return spot.problem(file, what, remedy)


def _up_to_end(spot: _Spot) -> str:
    """What stands here, up to what ends a value in an array or inline table."""
    ends = {"array": r"[,\]]|\s#", "inline": r"[,}]|\s#"}.get(spot.inside, r"\s#")
    return re.split(ends, spot.rest)[0].strip()


def _more_after_value(spot: _Spot, file: str) -> Problem:
    """A value was read, and then its line goes on."""
    if spot.char in "]};":
        return spot.problem(file, f'a "{spot.char}" too many', "delete it")
    scan = spot.before
    start = spot.text.find("=", scan.frames[0].value_start, spot.at)
    value = spot.text[start + 1 : spot.line_start + len(spot.line)].partition(" #")[0].strip()
    if value[:1] in "\"'" and "\n" not in value:
        return _more_after_text(spot, file, value[0])
    if start < 0 or "\n" in value or value[:1] in "[{" or "=" in value:
        what = f"{_quoted(spot.rest)} after the end of a statement"
        return spot.problem(file, what, "start a new line")
    what, remedy = values.explain(value, _assigned(scan))
    return spot.problem(file, what, remedy, spot.text.index(value, start))


def _more_after_text(spot: _Spot, file: str, quote: str) -> Problem:
    if quote in spot.rest:
        remedy = 'write a quote within "text" as \\"' if quote == '"' else 'put the text in "double quotes"'
        return spot.problem(file, "text goes on after its closing quote", remedy)
    what = f"{_quoted(spot.rest)} after the closing quote"
    return spot.problem(file, what, "move it into the quotes, or to a new line")


def _bad_key(spot: _Spot, file: str) -> Problem:
    if spot.inside == "inline":
        if spot.char == "}":
            comma = spot.text.rfind(",", 0, spot.at)
            return spot.problem(file, "an inline table may not end with a comma", "delete the comma", comma)
        if spot.char in ("", "\n", "#"):
            return _open_inline(spot, file)
        if spot.char == ",":
            return spot.problem(file, "a comma with nothing before it", "delete the comma")
    if spot.char in ("=", "]", "."):
        return spot.problem(file, f'no name before "{spot.char}"', "write one")
    if spot.char in ("", "\n", "#"):
        return spot.problem(file, "no name where a key should be", "write one")
    return spot.problem(file, f"a key cannot begin with {_quoted(spot.char)}", "put the key in double quotes")


def _no_equals(spot: _Spot, file: str) -> Problem:
    words = spot.line[: spot.at - spot.line_start].rpartition("{")[2].rpartition(",")[2].strip()
    if spot.char == ":":
        return spot.problem(file, '":" where "=" should be', f"write {shown(words)} = ...")
    if spot.char in ("'", '"') and spot.text[: spot.at].endswith(("'", '"')):
        return spot.problem(file, "more quotes than the two around a key", "write it in one pair of quotes")
    name, equals, _ = spot.rest.partition("=")
    if equals and spot.inside == "table" and '"' not in name:
        key = f"{words}{' ' if spot.text[spot.at - 1].isspace() else ''}{name.strip()}"
        return spot.problem(file, f"{_quoted(spot.char)} in a key without quotes", f"write {_quoted(key)} = ...")
    return spot.problem(file, f'no "=" after {_quoted(words)}', f"write {shown(words)} = ...")


def _open_header(spot: _Spot, file: str) -> Problem:
    brackets = 2 if spot.line.lstrip().startswith("[[") else 1
    name = re.split(r"[\]#]", spot.line.strip().lstrip("["))[0].strip()
    if not spot.rest.strip() or spot.char in "]#":
        what = f"a header without its closing {']' * brackets}"
        return spot.problem(file, what, f"write {'[' * brackets}{shown(name)}{']' * brackets}")
    if "'" in name or '"' in name:
        return spot.problem(file, f"{_quoted(spot.char)} in a header", "write each name in one pair of quotes")
    what = f"{_quoted(spot.char)} in a header without quotes"
    return spot.problem(file, what, f"write {'[' * brackets}{_quoted(name)}{']' * brackets}")


def _open_array(spot: _Spot, file: str) -> Problem:
    if spot.rest.strip() and not re.match(r"[\w.-]+\s*=|\[", spot.rest):
        return spot.problem(file, 'no "," or "]" before this', "add one")
    start = spot.before.frames[-1].start
    return spot.problem(file, 'an array without its closing "]"', 'add "]" where it ends', start)


def _open_inline(spot: _Spot, file: str) -> Problem:
    if spot.rest.strip() and spot.char != "#":
        return spot.problem(file, 'no "," or "}" before this', "add one")
    start = spot.before.frames[-1].start
    what = 'an inline table without its closing "}" in the same line'
    return spot.problem(file, what, 'add "}", or write the table under a [header]', start)


def _bad_escape(spot: _Spot, file: str) -> Problem:
    at = spot.text.rfind("\\", 0, spot.at + 1)
    what = f"{_quoted(spot.text[at : at + 2])} begins no valid escape"
    return spot.problem(file, what, "write \\\\ for a backslash, or use 'single quotes'", at)


def _bad_date(spot: _Spot, file: str) -> Problem:
    value = re.split(r"[,#\]}]", spot.rest)[0].strip()
    what = f"{shown(value, limit=40)} is no date or time that exists"
    return spot.problem(file, what, "write it as 2026-11-23 or 2026-11-23T09:30:00")


def _twice(spot: _Spot, file: str) -> Problem:
    scan = spot.before
    if scan.header is not None:
        path, own = scan.header_path(), scan.header
        name, several = f"[{_dotted(path)}]", f"[[{_dotted(path)}]]"
        remedy = f"join the two, or write {several} each time"
        if spot.text.startswith("[[", own):
            name, remedy = several, "rename one of the two"
    else:
        frame = scan.frames[-1]
        path, own = frame.value, frame.value_start
        name, remedy = _quoted(str(path[-1]) if path else ""), "keep one"
    first = scan.offsets.get(path, own)
    if first < own:
        return spot.problem(file, f"{name} stands twice, first in line {spot.line_of(first)}", remedy, own)
    for length in range(len(path) - 1, 0, -1):
        if (first := scan.offsets.get(path[:length], own)) < spot.line_start:
            what = f"{_quoted(str(path[length - 1]))} is complete since line {spot.line_of(first)}"
            return spot.problem(file, what, f"write {name} there, or rename one of the two", own)
    return spot.problem(file, f"{name} cannot be added to what stands before", "rename it", own)


def _bad_statement(spot: _Spot, file: str) -> Problem:
    if spot.rest.startswith(("//", ";", "/*", "--")):
        return spot.problem(file, "a comment begins with #", "write # before it")
    if spot.char in "]},":
        return spot.problem(file, f'a "{spot.char}" too many', "delete it")
    if spot.char in "=.":
        return spot.problem(file, f'no name before "{spot.char}"', "write one")
    if spot.char == "{":
        return spot.problem(file, "a table without a name, as in JSON", "write a line name = value for each")
    return spot.problem(file, f"a key cannot begin with {_quoted(spot.char)}", "put the key in double quotes")


_RULES: dict[str, Callable[[_Spot, str], Problem]] = {
    "Unterminated string": _open_text,
    "Expected \"'": _open_text,
    "Expected '\"": _open_text,
    "Illegal character": _bad_character,
    "Found invalid character": _bad_character,
    "Invalid value": _bad_value,
    "Expected newline or end of document": _more_after_value,
    "Invalid initial character for a key": _bad_key,
    "Expected '='": _no_equals,
    "Expected ']": _open_header,
    "Unclosed array": _open_array,
    "Unclosed inline table": _open_inline,
    "Unescaped": _bad_escape,
    "Invalid hex value": _bad_escape,
    "Escaped character": _bad_escape,
    "Invalid date or datetime": _bad_date,
    "Cannot": _twice,
    "Duplicate": _twice,
    "Invalid statement": _bad_statement,
}


def _last_key(scan: Scan) -> str:
    path = scan.frames[-1].value
    return shown(str(path[-1])) if path else "the"


def _assigned(scan: Scan) -> str:
    """The beginning of the statement or element that a better value would continue: `name = `, or nothing."""
    frame = scan.frames[-1]
    return "" if frame.kind == "array" or not frame.value else f"{_last_key(scan)} = "


def _dotted(path: KeyPath) -> str:
    return shown(".".join(step for step in path if isinstance(step, str)))


def _quoted(text: str) -> str:
    return f'"{shown(text, limit=60)}"'
