"""Writing report and plan into a folder: asks where, and before it replaces anything; says where it wrote."""

from __future__ import annotations

from pathlib import Path

from skillgap.core.text import shown
from skillgap.errors import SkillgapError
from skillgap.plain.commands import Command
from skillgap.plain.lines import Lines
from skillgap.plain.sitting import Sitting


def export_command(sitting: Sitting, lines: Lines) -> Command:
    """The command of a place that writes the files."""
    return Command(
        key="x",
        word="export",
        takes="FOLDER",
        what="write report.toml and plan.toml",
        do=lambda folder: export(sitting, lines, folder),
    )


def export(sitting: Sitting, lines: Lines, folder: str = "") -> None:
    """Write report.toml and plan.toml into a folder; ask for it when none is given."""
    typed = folder or lines.ask("Into which folder? Enter alone: this one.")
    if typed is None:
        return
    place = _expanded(typed or ".")
    try:
        taken = sitting.taken(place)
        if taken:
            lines.say(f"{' and '.join(taken)} in {shown(str(place))}: there already, and nothing was written")
            if not lines.is_sure("Replace what is there?"):
                return
        files = sitting.export(place, replace=bool(taken))
    except SkillgapError as error:
        lines.say(shown(str(error), limit=1000))
    else:
        lines.say("Wrote " + " and ".join(shown(str(file), limit=1000) for file in files))


def _expanded(text: str) -> Path:
    try:
        return Path(text).expanduser()
    except RuntimeError:  # an unknown ~name is a name like any other
        return Path(text)
