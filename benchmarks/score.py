"""Headless scoring of packs of 48 to 2,000 skills, the whole process, with the pack cached and with it parsed."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.measurements import Measurement, against, sampled
from benchmarks.pack_check import write_answers, write_pack
from benchmarks.timing import PYTHON, SKILLGAP, environment, process

SIZES = (48, 200, 700, 2000)


def measurements(rounds: int) -> Iterator[Measurement]:
    """Measure all sizes."""
    with tempfile.TemporaryDirectory() as name:
        for size in SIZES:
            yield from _one_size(Path(name) / str(size), size, max(2, min(rounds, 2000 // size)))


def _one_size(folder: Path, size: int, rounds: int) -> Iterator[Measurement]:
    folder.mkdir()
    write_pack(folder / "pack", size)
    write_answers(folder / "answers.toml", range(size))
    env = environment(folder / "home")
    score = [SKILLGAP, "score", str(folder / "answers.toml"), "--pack", str(folder / "pack"), "-o", str(folder / "out")]
    whole = process([*score, "--hours", "8", "--force"], env)

    def parsed() -> float:
        shutil.rmtree(folder / "home", ignore_errors=True)
        return whole()

    floor_run = process([PYTHON, "-c", "import tomllib, pydantic; pydantic.BaseModel"], env)
    times = sampled({"floor": floor_run, "parsed": parsed, "cached": whole}, rounds)
    milliseconds = {key: tuple(1000 * t for t in values) for key, values in times.items()}
    floor = Measurement(name="import tomllib and pydantic", unit="ms", samples=milliseconds["floor"], size=size)
    yield floor
    for key in ("parsed", "cached"):
        own = Measurement(name=f"score, pack {key}", unit="ms", samples=milliseconds[key], size=size)
        yield against(own, floor)
