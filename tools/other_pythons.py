"""Run the ordinary tests on the other Pythons of this machine, and with the lowest versions that are allowed.

`python tools/other_pythons.py` makes an environment for each in a temporary folder. Pythons are looked for as
`python3.N` on the path and where pyenv keeps them; one that does not start, or is older than the lowest allowed, is
left out. With names it tries those alone: `3.12 3.13 lowest newest`, where newest takes what is newest today of every
dependency within the ranges of pyproject.toml. Gives 1 when anything fails.
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
Version = tuple[int, int]


def main(wanted: list[str]) -> int:
    """Try the environments that are wanted, or all but the newest versions."""
    known = environments()
    if unknown := [name for name in wanted if name not in known]:
        print(f"not here: {', '.join(unknown)}; there are {', '.join(known)}")
        return 2
    failed = []
    with tempfile.TemporaryDirectory(prefix="skillgap-pythons-") as folder:
        for name in wanted or [name for name in known if name != "newest"]:
            print(f"-- {name}", flush=True)
            python, constraints = known[name]
            failed += [] if passes(python, constraints, Path(folder) / name) else [name]
    print(f"failed: {', '.join(failed)}" if failed else "other Pythons and the lowest versions: all passed")
    return int(bool(failed))


def environments() -> dict[str, tuple[Path, list[str]]]:
    """Give the Python and the constraints, as pip takes them, of each environment that can be made here."""
    own, tested = Path(sys.executable), ["-c", "constraints.txt"]
    others = {version: path for version, path in pythons().items() if version != sys.version_info[:2]}
    return {
        **{".".join(map(str, version)): (path, tested) for version, path in sorted(others.items())},
        "lowest": (own, lowest_versions()),
        "newest": (own, []),
    }


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
    command = [str(path), "-c", "import ensurepip, sys, venv; print(*sys.version_info[:2])"]
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


def passes(python: Path, constraints: list[str], folder: Path) -> bool:
    """Make an environment, run the tests in it, and once more alone what failed; tell whether all passed."""
    home = {name: text for name, text in os.environ.items() if name not in ("PYTHONHOME", "PYTHONPATH", "VIRTUAL_ENV")}
    inner = folder / ("Scripts" if os.name == "nt" else "bin") / "python"

    def done(*command: str | Path) -> bool:
        return subprocess.run(command, cwd=ROOT, env=home, check=False).returncode == 0

    tests = (inner, "-m", "pytest", "-o", f"cache_dir={folder / 'tests'}")
    return (
        done(python, "-m", "venv", folder)
        and done(inner, "-m", "pip", "install", "-q", *constraints, "-e", ".[dev]")
        and (done(*tests, "-n", "auto") or done(*tests, "--last-failed", "--last-failed-no-failures", "none"))
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
