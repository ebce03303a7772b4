"""What a rule is, and what it finds."""

from __future__ import annotations

from typing import Literal

from skillgap.core.records import dataclass
from skillgap.core.text import shown

Key = tuple[str | int, ...]
Severity = Literal["error", "warning"]
_DOZEN = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule of a pack: its code, what it is about, why it holds and what to do about a finding."""

    code: str
    title: str
    """What is found, as a noun phrase."""
    why: str
    remedy: str
    severity: Severity = "warning"
    """An error makes the program refuse the pack; a warning does not."""
    bad: str = ""
    """A few lines that break the rule."""
    good: str = ""
    """The same, kept."""

    def at(self, key: Key, what: str, remedy: str = "") -> Finding:
        """Find what breaks this rule at a key path."""
        return Finding(rule=self, key=key, what=what, remedy=remedy or self.remedy)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One place of a pack that breaks a rule. Texts are safe to show."""

    rule: Rule
    key: Key
    """Such as ("skill", 3, "anchors", 2)."""
    what: str
    remedy: str

    @property
    def code(self) -> str:
        """The rule's code."""
        return self.rule.code

    @property
    def severity(self) -> Severity:
        """The rule's severity."""
        return self.rule.severity


def habit(found: list[Finding], total: int, share: float, what: str) -> list[Finding]:
    """Say a habit once: of more than a dozen findings that are more than `share` of `total` places, keep the first.

    `what` tells of all of them; its "{count}" and "{total}" are filled in. A team that writes otherwise throughout has
    decided so, and hundreds of findings would hide the rest.
    """
    if len(found) <= _DOZEN or len(found) <= share * total:
        return found
    return [found[0].rule.at(found[0].key, what.format(count=len(found), total=total))]


def quoted(text: str, limit: int = 60) -> str:
    """Quote a text from a pack, bounded and harmless."""
    return f'"{shown(text, limit=limit)}"'
