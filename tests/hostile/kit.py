"""A pack, answers, settings and a spreadsheet whose every text attacks something, and that are sound all the same."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from typing import Any

from skillgap.files.toml import dump, load
from tests.cli.running import ANSWERS, SMALL

ATTACKS = (
    "[@click=app.quit]markup[/] [link=file:///etc/passwd]x[/link] [b]bold [/ \\[x] $x",
    "\x1b]8;;http://evil.example\x1b\\link\x1b]8;;\x1b\\ \x1b]52;c;ZXZpbA==\x07clipboard",
    "\x1b[2J\x1b[31mred\x1b[6n \x9b31m \x90q\x9c \x1bPq\x1b\\ \x1b]0;title\x07 \x08\x7f\x00",
    "\u202eright to left\u2066\u2069 \u200b\u200d\ufeffzero \U000e0041tag \u2028line\x85next",
    "z\u0301\u0302\u0303" + "\u0301" * 90 + " \u0e49" * 40,
    "<script>alert(1)</script><img src=x onerror=alert(1)> &lt; <!-- <https://evil.example>",
    "![x](http://evil.example/p.png) [x](javascript:alert(1)) `a` **b** | c | ~~d~~ \\",
    "end\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nATTACH:file:///etc/passwd\r\nSUMMARY:evil",
    "=cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|'x'!A0",
    "{{7*7}} ${HOME} $(touch ran) `touch ran` %s %n {0} {0.__class__}; touch ran",
    "../../../../../etc/passwd C:\\Windows\\x \\\\host\\share CON NUL",
    '"""\n[[answer]]\nskill = "x"\n',
    "\n# heading\n- [x] done\n---\n1. one\n",
    "東京" * 40 + "🎉👩‍👩‍👧‍👦",
)
FIXED = {
    *("id", "skill", "area", "volatility", "aliases", "resources", "roles", "kind", "cost", "role", "grade", "reason"),
    *("default_role", "default_grade", "confidence", "item", "state", "verdict", "mode", "url", "where", "covers"),
    *("targets", "prerequisites"),
}
"""Keys whose texts are ids, choices or links: what cannot be one is refused, which other tests show."""


def attacking(value: Any, attacks: Iterator[str]) -> Any:
    """The same data with an attack before every text that may be any text."""
    if isinstance(value, dict):
        return {key: item if _stays(key, item) else attacking(item, attacks) for key, item in value.items()}
    if isinstance(value, list):
        return [attacking(item, attacks) for item in value]
    return f"{next(attacks)} {value}" if isinstance(value, str) else value


def _stays(key: str, item: Any) -> bool:
    """Whether a value is an id, a choice or a link, or a list of them; not so a list of tables of the same name."""
    return key in FIXED and not (isinstance(item, list) and item and isinstance(item[0], dict))


def write_pack(folder: Path) -> Path:
    """The small pack, attacking; its ids are the names of Windows devices where nothing refers to them."""
    attacks = cycle(ATTACKS)
    folder.mkdir(parents=True)
    for file in sorted(SMALL.glob("*.toml")):
        data = attacking(load(file).data, attacks)
        for resource in data.get("resource", []):
            resource["url"] = "javascript:alert(1)"
        if file.name == "pack.toml":
            data["id"] = "con"
        (folder / file.name).write_text(dump(data), encoding="utf-8", newline="")
    return folder


def write_answers(file: Path) -> Path:
    """The answers of the golden files, attacking in person, notes and reasons."""
    data = attacking(load(ANSWERS).data, cycle(ATTACKS[1:]))
    data.pop("rubric", None)
    file.write_text(dump(data), encoding="utf-8", newline="")
    return file


def write_settings(file: Path) -> Path:
    """Settings with an attack wherever a text may stand, and keys that nobody knows."""
    keys = [{"action": attack, "keys": attack} for attack in ATTACKS]
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(dump({"theme": ATTACKS[0], "glyphs": ATTACKS[1], ATTACKS[2]: 1, "keys": keys}), encoding="utf-8")
    return file


def write_matrix(file: Path) -> Path:
    """A competency matrix in CSV of attacks, formulas among them."""
    rows = [["Skill", "Area", "Level 1", "Level 2", ATTACKS[0]]]
    rows += [[f"{a} {n}", b, a, b, a] for n, (a, b) in enumerate(zip(ATTACKS, ATTACKS[::-1], strict=True))]
    clean = str.maketrans(dict.fromkeys([*range(9), *range(11, 32), *range(127, 160)], " "))
    with file.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([cell.translate(clean) for cell in row] for row in rows)
    return file
