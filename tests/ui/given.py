"""Answers files to open the app on."""

from __future__ import annotations

from pathlib import Path

EXAMPLE = Path(__file__).parents[2] / "examples" / "backend-engineer.toml"
FEW = """
[target]
role = "ai-engineer"
grade = "senior"
[[answer]]
skill = "python-engineering"
level = 4
[[answer]]
skill = "llm-api-integration"
level = 0
[[answer]]
skill = "backend-apis"
na = "no backend here"
"""


def put(file: Path, text: str) -> Path:
    """Write answers where the app will look for them."""
    file.parent.mkdir(parents=True)
    file.write_text(text)
    return file
