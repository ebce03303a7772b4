"""All benchmarks, or some: a table of ratios against floors of the same run; results kept and compared.

python -m benchmarks [SUITE ...] [--rounds N] [--save FILE.toml]
python -m benchmarks --compare OLD.toml NEW.toml
"""

from __future__ import annotations

import argparse
import sys
from importlib import import_module
from pathlib import Path

from benchmarks import records
from benchmarks.measurements import table

SUITES = {
    "startup": "benchmarks.startup",
    "score": "benchmarks.score",
    "pack-check": "benchmarks.pack_check",
    "belief": "benchmarks.belief",
    "planner": "benchmarks.planner_growth",
    "plans": "benchmarks.plans",
    "app": "benchmarks.app",
    "checks": "benchmarks.checks",
    "reports": "benchmarks.reports",
    "terminal": "benchmarks.terminal",
}
"""Names and modules; each has `measurements(rounds)`."""


def main() -> int:
    """Run what is asked for; 1 when a target is missed."""
    options = _options()
    if options.compare:
        (old_run, old), (new_run, new) = map(records.load, options.compare)
        print(f"before: {records.described(old_run)}\nafter:  {records.described(new_run)}\n")
        print(records.compared(old, new))
        return 0
    run = records.surroundings()
    print(f"{records.described(run)}, {options.rounds} rounds")
    suites: records.Suites = {}
    for name in options.suites or SUITES:
        suites[name] = list(import_module(SUITES[name]).measurements(options.rounds))
        print(f"\n## {name}\n\n{table(suites[name])}", flush=True)
        if options.save:
            records.save(options.save, run, suites)
    missed = [f"{suite}: {m.name} {m.size or ''}" for suite, each in suites.items() for m in each if m.holds is False]
    print("\n" + ("missed: " + "; ".join(missed) if missed else "every target is met"))
    return int(bool(missed))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("suites", nargs="*", metavar="SUITE", help=", ".join(SUITES))
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--save", type=Path, metavar="FILE.toml")
    parser.add_argument("--compare", nargs=2, type=Path, metavar=("OLD.toml", "NEW.toml"))
    options = parser.parse_args()
    for name in options.suites:
        if name not in SUITES:
            parser.error(f"no suite {name}; there are {', '.join(SUITES)}")
    return options


if __name__ == "__main__":
    sys.exit(main())
