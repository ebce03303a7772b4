"""Run a part of the tests on the other Pythons of this machine, and with the lowest versions that are allowed.

`python tools/other_pythons.py` makes an environment for each in a temporary folder. Pythons are looked for as
`python3.N` on the path and where pyenv keeps them; one that does not start, or is older than the lowest allowed, is
left out. What runs is a cross-section: values, files, commands and a few screens. Gives 1 when anything fails.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
LOWEST = (3, 11)
NEWEST = (3, 14)
NEEDED = ("pytest", "pytest-asyncio", "pytest-xdist", "hypothesis", "icalendar")
TESTS = (
    *(f"tests/files/test_{name}.py" for name in ("toml_classes", "validation", "storage", "assessments", "settings")),
    *("tests/files/test_other_systems.py", "tests/plain", "tests/core/test_scoring.py", "tests/cli/test_golden.py"),
    *("tests/cli/test_bad_input.py", "tests/ui/test_rate.py"),
)
Version = tuple[int, int]


def main() -> int:
    """Try each Python but this one, then this one with the lowest versions."""
    failed = []
    with tempfile.TemporaryDirectory(prefix="skillgap-pythons-") as folder:
        for version, python in sorted(pythons().items()):
            if version != sys.version_info[:2]:
                name = ".".join(map(str, version))
                failed += (
                    [] if tried(python, Path(folder) / name, ["-c", "constraints.txt"], f"Python {name}") else [name]
                )
        lowest = tried(Path(sys.executable), Path(folder) / "lowest", lowest_versions(), "the lowest versions")
        failed += [] if lowest else ["lowest versions"]
    print(f"failed: {', '.join(failed)}" if failed else "other Pythons and the lowest versions: all passed")
    return int(bool(failed))


def pythons() -> dict[Version, Path]:
    """Give a Python of each version that is allowed and starts."""
    found: dict[Version, Path] = {}
    for path in candidates():
        version = started(path)
        if version and LOWEST <= version <= NEWEST:
            found.setdefault(version, path)
    return found


def candidates() -> Iterator[Path]:
    """Give the places where a Python may be."""
    for minor in range(LOWEST[1], NEWEST[1] + 1):
        if named := shutil.which(f"python3.{minor}"):
            yield Path(named)
    home = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"))
    yield from sorted(home.glob("versions/3.*/bin/python"))


def started(path: Path) -> Version | None:
    """Give the version that a Python says it has; None when it does not start, as a shim of pyenv may not."""
    command = [path, "-c", "import ensurepip, sys, venv; print(*sys.version_info[:2])"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=30)
        major, minor = map(int, done.stdout.split())
    except (OSError, subprocess.SubprocessError, ValueError):
        return None
    return major, minor


def lowest_versions() -> list[str]:
    """Give the lowest allowed version of each dependency, as pip takes it."""
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    return [re.sub(r">=([\d.]+).*", r"==\1", line) for line in wanted]


def tried(python: Path, folder: Path, constraints: list[str], name: str) -> bool:
    """Make an environment, run the tests in it, and tell whether all passed."""
    print(f"-- {name}", flush=True)
    home = {name: text for name, text in os.environ.items() if name not in ("PYTHONHOME", "PYTHONPATH", "VIRTUAL_ENV")}
    inner = folder / ("Scripts" if os.name == "nt" else "bin") / "python"
    commands = (
        [python, "-m", "venv", folder],
        [inner, "-m", "pip", "install", "-q", *constraints, "-e", ".", *NEEDED],
        [inner, "-m", "pytest", "-p", "no:cacheprovider", "-n", "auto", *TESTS],
    )
    return all(subprocess.run(command, cwd=ROOT, env=home, check=False).returncode == 0 for command in commands)


if __name__ == "__main__":
    sys.exit(main())
