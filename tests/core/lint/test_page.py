"""docs/lint.md is what the rules say."""

from __future__ import annotations

import runpy

from skillgap.core.lint import RULES
from tests.conftest import ROOT

PAGE = ROOT / "docs" / "lint.md"


def test_the_page_of_rules_is_that_of_the_code() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert runpy.run_path(str(ROOT / "tools" / "lint.py"))["page"]() == text, "run python tools/lint.py"
    for rule in RULES.values():
        assert f"\n### {rule.code}\n" in text
        assert rule.why in text
