"""where and completions."""

from __future__ import annotations

import argparse

from skillgap.cli.common import put
from skillgap.core.text import shown
from skillgap.files import paths


def where(_: argparse.Namespace) -> None:
    """Print where files are kept."""
    put(
        f"{name:<12}{shown(str(path), limit=4096)}"
        for name, path in (
            ("assessment", paths.assessment_file()),
            ("settings", paths.settings_file()),
            ("own packs", paths.own_packs_folder()),
            ("packs", paths.shipped_packs_folder()),
        )
    )


def completions(options: argparse.Namespace) -> None:
    """Print the completion script of a shell."""
    print(paths.completion_script(options.shell).read_text(encoding="utf-8"), end="")
