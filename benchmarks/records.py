"""Results as TOML, with the machine and the versions; two of them compared."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
import tomllib
from dataclasses import asdict
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Any

import tomli_w

from benchmarks.measurements import Measurement
from benchmarks.timing import ROOT

PACKAGES = ("skillgap", "textual", "pydantic", "tomli-w")
NOTED = 1.10
"""From this change of a median on, a comparison says so: up by it, or down by as much."""

Suites = dict[str, list[Measurement]]


def surroundings() -> dict[str, Any]:
    """Say what the figures come from."""
    asked = ["git", "rev-parse", "--short", "HEAD"]
    commit = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=False)
    return {
        "date": date.today(),  # noqa: DTZ011 - the day where it runs
        "commit": commit.stdout.strip() or "unknown",
        "python": sys.version.split()[0],
        "system": f"{platform.system()} {platform.machine()}",
        "processor": _processor(),
        "cores": os.cpu_count() or 0,
        "load": round(os.getloadavg()[0], 2),
        "versions": {name: version(name) for name in PACKAGES},
    }


def described(run: dict[str, Any]) -> str:
    """Put the surroundings of a run in one line."""
    versions = ", ".join(f"{name} {number}" for name, number in run["versions"].items())
    return (
        f"{run['date']}, commit {run['commit']}, Python {run['python']}, {run['system']}, {run['processor']}, "
        f"{run['cores']} cores, load {run['load']} at the start, {versions}"
    )


def save(file: Path, run: dict[str, Any], suites: Suites) -> None:
    """Write the results."""
    rows = [{"suite": suite, **_filled(measured)} for suite, each in suites.items() for measured in each]
    file.write_text(tomli_w.dumps({"run": run, "measurement": rows}), encoding="utf-8")


def load(file: Path) -> tuple[dict[str, Any], Suites]:
    """Read results that `save` wrote."""
    data = tomllib.loads(file.read_text(encoding="utf-8"))
    suites: Suites = {}
    for row in data["measurement"]:
        suite = row.pop("suite")
        suites.setdefault(suite, []).append(Measurement(**{k: _frozen(v) for k, v in row.items()}))
    return data["run"], suites


def compared(old: Suites, new: Suites) -> str:
    """Set two results side by side: by ratios to the floor where there is one, else by medians."""
    before = {(suite, m.name, m.size): m for suite, each in old.items() for m in each}
    lines = [
        "| suite | case | size | before | after | ratio | |",
        "| --- | --- | ---: | ---: | ---: | ---: | --- |",
    ]
    for suite, each in new.items():
        for measured in each:
            was = before.pop((suite, measured.name, measured.size), None)
            lines.append(_compared(suite, was, measured))
    lines += [f"| {suite} | {name} | {size or ''} | gone | | | |" for suite, name, size in before]
    return "\n".join(lines)


def _compared(suite: str, was: Measurement | None, now: Measurement) -> str:
    size = now.size or ""
    if was is None:
        return f"| {suite} | {now.name} | {size} | | {now.median:.2f} {now.unit} | new | |"
    by_ratio = was.ratio is not None and now.ratio is not None and was.floor == now.floor
    one, other = (was.ratio, now.ratio) if by_ratio else (was.median, now.median)
    unit = "x" if by_ratio else now.unit
    change = (other or 0) / one if one else 1.0
    word = "slower or larger" if change >= NOTED else "faster or smaller" if change <= 1 / NOTED else ""
    return f"| {suite} | {now.name} | {size} | {one:.2f} {unit} | {other:.2f} {unit} | {change:.2f} | {word} |"


def _filled(measured: Measurement) -> dict[str, Any]:
    return {
        key: list(value) if isinstance(value, tuple) else value
        for key, value in asdict(measured).items()
        if value is not None
    }


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or "unknown processor"
    return next(
        (line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "unknown processor"
    )
