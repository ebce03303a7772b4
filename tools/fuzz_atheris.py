"""Coverage-guided fuzzing: `pip install atheris; python tools/fuzz_atheris.py -max_total_time=600`.

Every input is a file as a whole, thrown at a command among sound files, and held to the same promises as the
fuzzed tests: `tests/fuzz/trials.py` says which. Inputs that reach new lines of the program become the ground for
further ones; half the changes are those of libFuzzer, half the damage of `tests/fuzz/damage.py`, which keeps a file
readable enough to be looked at closely. Options are libFuzzer's. An input that breaks a promise is written to
`crash-...`; `python tools/fuzz_atheris.py crash-...` tries it again. Not needed for anything else: atheris is no
dependency of the tests.
"""

from __future__ import annotations

import os
import sys
import tempfile
from functools import cache
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).parents[1]))
with atheris.instrument_imports(include=["skillgap", "tomllib"]):
    from skillgap.cli import parser, running
    from tests.fuzz.trials import FILES, Place
from tests.fuzz.damage import blow, damaged
from tests.fuzz.seeds import gathered

KITS = 12
HEAD = 3
"""Bytes that say which kind of file, among which sound files, and for which command."""


def main() -> None:
    """Fuzz until the time given is over or a promise is broken."""
    running.build = cache(parser.build)  # type: ignore[attr-defined]  # one parser for all runs
    home = Path(tempfile.mkdtemp(prefix="skillgap-fuzz-"))
    os.environ["SKILLGAP_HOME"] = str(home / "home")
    kits = gathered(KITS)
    places = [Place(home / str(number), kit) for number, kit in enumerate(kits)]
    kinds = tuple(FILES)

    def attempt(data: bytes) -> None:
        if len(data) >= HEAD:
            places[data[1] % KITS].trial(kinds[data[0] % len(kinds)], data[HEAD:], data[2] % 8)

    def mutate(data: bytes, most: int, seed: int) -> bytes:
        if seed % 2 or len(data) < HEAD:
            return bytes(atheris.Mutate(data, most))
        several = [blow(seed.to_bytes(8)[start : start + 6]) for start in (0, 2)]
        return data[:HEAD] + damaged(data[HEAD:].decode("utf-8", "replace"), several)[: most - HEAD]

    corpus = home / "corpus"
    corpus.mkdir()
    for number, kit in enumerate(kits):
        for place, kind in enumerate(kinds):
            (corpus / f"{number}-{kind}").write_bytes(bytes((place, number, number)) + kit[kind].encode())
    tried = [argument for argument in sys.argv[1:] if not argument.startswith("-")]
    arguments = [sys.argv[0], "-max_len=20000", *sys.argv[1:], *([] if tried else [str(corpus)])]
    atheris.Setup(arguments, attempt, custom_mutator=mutate)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
