"""What a benchmark gives: samples with a unit, against a floor of the same run, and what must hold of them."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import log

HEADINGS = ("case", "size", "median", "min to max", "ratio to its floor", "target", "holds")


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurement:
    """One case at one size. Less is better, whatever the unit."""

    name: str
    unit: str
    samples: tuple[float, ...]
    size: int | None = None
    """How many skills, steps or files it worked on."""
    floor: str = ""
    """The case of the same run to which it is compared."""
    ratios: tuple[float, ...] = ()
    """Sample over sample of the floor, round by round."""
    most: float | None = None
    """What the median may be at most, in the unit."""
    most_ratio: float | None = None
    """What the median of the ratios may be at most."""

    @property
    def median(self) -> float:
        """The middle of the samples, in the unit."""
        return statistics.median(self.samples)

    @property
    def ratio(self) -> float | None:
        """The middle of the ratios; None without a floor."""
        return statistics.median(self.ratios) if self.ratios else None

    @property
    def holds(self) -> bool | None:
        """Whether its targets are met; None when it has none."""
        met = []
        if self.most is not None:
            met.append(self.median <= self.most)
        if self.most_ratio is not None and self.ratio is not None:
            met.append(self.ratio <= self.most_ratio)
        return all(met) if met else None


def against(measured: Measurement, floor: Measurement, most_ratio: float | None = None) -> Measurement:
    """Give the measurement with its ratios to a floor sampled in the same rounds."""
    pairs = zip(measured.samples, floor.samples, strict=True)
    return Measurement(
        name=measured.name,
        unit=measured.unit,
        samples=measured.samples,
        size=measured.size,
        floor=floor.name,
        ratios=tuple(one / other for one, other in pairs),
        most=measured.most,
        most_ratio=most_ratio,
    )


def sampled(runs: dict[str, Callable[[], float]], rounds: int) -> dict[str, tuple[float, ...]]:
    """Run all in turn, `rounds` times over, after a round that only warms up; give what each of them gave."""
    found: dict[str, list[float]] = {name: [] for name in runs}
    for number in range(rounds + 1):
        for name, run in runs.items():
            value = run()
            if number:
                found[name].append(value)
    return {name: tuple(values) for name, values in found.items()}


def table(measurements: Sequence[Measurement]) -> str:
    """Give a Markdown table, and a line on growth for each case measured at several sizes."""
    rows = [HEADINGS, ("---", "---:", "---:", "---:", "---", "---", "---"), *map(_row, measurements)]
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    grown = list(growths(measurements))
    if grown:
        lines += ["", *(f"- {name}: time or memory grows as size to the power of {power:.2f}" for name, power in grown)]
    return "\n".join(lines)


def growths(measurements: Iterable[Measurement]) -> Iterable[tuple[str, float]]:
    """Give, for each case of at least four sizes, the slope of log median over log size by least squares.

    0 means that size does not matter, 1 that it grows as size does.
    """
    sized = sorted((m for m in measurements if m.size), key=lambda m: m.name)
    for name, group in groupby(sized, key=lambda m: m.name):
        points = [(log(m.size or 1), log(m.median)) for m in group if m.median > 0]
        if len(points) >= 4:
            yield name, statistics.linear_regression(*zip(*points, strict=True)).slope


def _row(measured: Measurement) -> tuple[str, ...]:
    size = f"{measured.size:,}" if measured.size else ""
    spread = f"{_figure(min(measured.samples))} to {_figure(max(measured.samples))}"
    ratio = f"{measured.ratio:.2f} x {measured.floor}" if measured.ratio is not None else ""
    targets = []
    if measured.most_ratio is not None:
        targets.append(f"{measured.most_ratio:g} x")
    if measured.most is not None:
        targets.append(f"{measured.most:g} {measured.unit}")
    holds = {True: "yes", False: "NO", None: ""}[measured.holds]
    median = f"{_figure(measured.median)} {measured.unit}"
    return measured.name, size, median, spread, ratio, ", ".join(targets), holds


def _figure(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"
