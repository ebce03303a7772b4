"""Packs as a stranger might write them."""

from __future__ import annotations

from pathlib import Path

MARKUP = "[b]bold[/b] [@click=app.bell]x[/] list[int] [/"
WIDE = "検索拡張生成 🚀 と評価 e\u0301e\u0301"
SNEAKY = "right\\u202Eleft zero\\u200Bwidth"
LONG = "Donaudampfschifffahrtsgesellschaft" * 6


def write_pack(folder: Path, names: list[str], *, levels: int = 5, areas: int = 3) -> Path:
    """Write a pack whose every text holds one of `names`."""
    path = folder / "strange.toml"
    lines = ['schema = 1\nid = "strange"\nversion = "1"\ndefault_role = "r"\n', f'title = "{names[0]}"\n']
    lines.append(f'summary = "{names[-1]}"\n')
    lines += [f'[[scale.level]]\nvalue = {n}\nname = "L{n} {names[0]}"\n' for n in range(levels)]
    lines += [f'[[area]]\nid = "a{n}"\ntitle = "{names[n % len(names)]} {n}"\n' for n in range(areas)]
    for n, name in enumerate(names):
        anchors = ", ".join(f'"{name} level {level}"' for level in range(levels))
        lines.append(
            f'[[skill]]\nid = "s{n}"\nname = "{name} {n}"\narea = "a{n % areas}"\n'
            f'definition = "{name}"\nanchors = [{anchors}]\n'
        )
    grade = f'[[role.grade]]\nid = "g"\ntitle = "{names[0]}"\nnote = "{names[0]}"\nyears = "[/b]"\n'
    lines.append(f'[[role]]\nid = "r"\nname = "{names[0]}"\nsummary = "{names[-1]}"\n{grade}')
    lines += [
        f'[[role.targets]]\nskill = "s{n}"\nrequired = [{levels - 1}]\nweight = 1\nfloor = [1]\n'
        for n in range(len(names))
    ]
    path.write_text("".join(lines), encoding="utf-8")
    return path


def hostile(folder: Path) -> Path:
    """Markup, wide and combining characters, direction marks, words without end."""
    return write_pack(folder, [MARKUP, WIDE, SNEAKY, LONG, "plain"])


def large(folder: Path, skills: int = 700) -> Path:
    """Many skills in many areas."""
    return write_pack(folder, [f"Skill number {n}" for n in range(skills)], levels=6, areas=40)
