"""Write docs/lint.md from the rules of `skillgap pack check`.

Run `python tools/lint.py` after a change of a rule; a test compares.
"""

from __future__ import annotations

from pathlib import Path

from skillgap.core.lint import TOPICS, Rule

PAGE = Path(__file__).parents[1] / "docs" / "lint.md"
INTRO = """\
# What `skillgap pack check` finds

<!-- Made from the code by tools/lint.py; do not edit. -->

`skillgap pack check PATH` first makes sure that a pack can be used, then looks for what would mislead the people who
use it. Each finding stands on a line of its own as `file:line:column: severity: code what; remedy`.

An **error** means that the program refuses the pack; all errors are named at once, on stderr, and nothing is said about
meaning until they are mended. A **warning** is about meaning: the pack works, and someone will be misled. Warnings go
to stdout, the summary to stderr.

| Option | Meaning |
| --- | --- |
| `--strict` | exit 1 on warnings too; without it only errors do |
| `--select CODES` | only these codes or beginnings of codes, as in `--select SG1,SG804` |
| `--ignore CODES` | none of these; the longer beginning decides when both fit |
| `--json` | a list of findings with file, line, column, code, severity, what, remedy, key and title, errors included |

A comment on the line above, or at the end of the same line, silences codes in one place:

```toml
# skillgap: ignore SG106, SG107
"I have good results with various models.",
```

Errors cannot be silenced. Rules about English sentences (SG103 to SG106) and about numbers in prose (SG804) apply to
packs in English only. How anchors should read is said in [Writing anchors](authoring.md#writing-anchors).
"""


def page() -> str:
    """Give the whole page."""
    parts = [INTRO, "\n".join(_overview())]
    for topic, rules in TOPICS.items():
        parts.append(f"## {topic}\n")
        parts += [_section(rule) for rule in rules]
    return "\n".join(parts)


def _overview() -> list[str]:
    rows = [
        f"| [{rule.code}](#{rule.code.lower()}) | {rule.severity} | {rule.title} |"
        for rules in TOPICS.values()
        for rule in rules
    ]
    return ["| Code | Severity | Finds |", "| --- | --- | --- |", *rows, ""]


def _section(rule: Rule) -> str:
    lines = [
        f"### {rule.code}",
        "",
        f"*{rule.severity}*: {rule.title}.",
        "",
        rule.why,
        "",
        f"What to do: {rule.remedy}.",
    ]
    for label, example in (("Found", rule.bad), ("Fine", rule.good)):
        if example:
            lines += ["", f"{label}:", "", "```text", *example.rstrip("\n").split("\n"), "```"]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
