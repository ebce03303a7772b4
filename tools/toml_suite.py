"""Try the TOML project's published examples: `python tools/toml_suite.py FOLDER`, the `tests` folder of toml-test.

Every invalid example has to be refused with a place and a remedy, every valid one to be read. Those that hold control
characters of the upper range are refused on purpose, since they act on some terminals. Gives 1 when one is not as
it has to be.
"""

from __future__ import annotations

import sys
from pathlib import Path

from skillgap.errors import BadInput
from skillgap.files.toml import load

VERSION = "files-toml-1.0.0"
"""The list of the examples for the version of TOML that Python reads."""


def main(folder: Path) -> int:
    """Try each example; print those that are not as they have to be, then the counts."""
    names = [name for name in (folder / VERSION).read_text(encoding="utf-8").split() if name.endswith(".toml")]
    refused = read = 0
    wrong: list[str] = []
    for name in names:
        why = _refusal(folder / name)
        is_right = why is not None if name.startswith("invalid") else why is None or "control character" in why
        wrong += [] if is_right else [f"{name}: {why or 'was read'}"]
        refused += why is not None
        read += why is None
    print(*wrong, f"{len(names)} examples: {read} read, {refused} refused, {len(wrong)} wrongly", sep="\n")
    return int(bool(wrong))


def _refusal(file: Path) -> str | None:
    """Say why a file is refused; what has no place or no remedy counts as read."""
    try:
        load(file)
    except BadInput as error:
        (problem,) = error.problems
        return str(problem) if problem.line and problem.column and problem.remedy else None
    return None


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
