"""Reading report files by the thousand, as somebody with a team does, against `tomllib` over the same texts."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
import time
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.measurements import Measurement, against, sampled
from benchmarks.timing import ROOT, SKILLGAP, environment
from skillgap.files.reports import load_report

SIZES = (10, 100, 1000, 10000)
MOST_RATIO = 2.0


def measurements(rounds: int) -> Iterator[Measurement]:
    """Measure all sizes; the largest in one round."""
    with tempfile.TemporaryDirectory() as name:
        files = list(_written(Path(name), max(SIZES)))
        for size in SIZES:
            yield from _one_size(files[:size], max(1, min(rounds, 5000 // size)))


def _one_size(files: list[Path], rounds: int) -> Iterator[Measurement]:
    def parsed() -> object:
        return [tomllib.loads(file.read_text(encoding="utf-8")) for file in files]

    def read() -> object:
        return [load_report(file) for file in files]

    times = sampled({"floor": lambda: _cpu(parsed), "own": lambda: _cpu(read)}, rounds)
    size = len(files)
    floor = Measurement(name="tomllib alone", unit="ms", samples=times["floor"], size=size)
    own = Measurement(name="load_report", unit="ms", samples=times["own"], size=size)
    yield floor
    yield against(own, floor, MOST_RATIO)


def _cpu(action: Callable[[], object]) -> float:
    began = time.process_time()
    action()
    return 1000 * (time.process_time() - began)


def _written(folder: Path, count: int) -> Iterator[Path]:
    """Write a true report `count` times."""
    example = str(ROOT / "examples" / "backend-engineer.toml")
    command = [SKILLGAP, "score", example, "-o", str(folder)]
    subprocess.run(command, env=environment(folder / "home"), check=True, capture_output=True)
    for number in range(count):
        file = folder / f"report-{number}.toml"
        shutil.copyfile(folder / "report.toml", file)
        yield file
