"""The process of one connection of `skillgap serve`: python -m skillgap.cli.connection HOME [options of the app]."""

from __future__ import annotations

import io
import os
import sys
from contextlib import redirect_stderr

from skillgap.cli.parser import build
from skillgap.cli.running import tell
from skillgap.cli.start import run_app
from skillgap.errors import SkillgapError


def main(arguments: list[str]) -> int:
    """Show the app to a browser, with `arguments[0]` as its home unless that is empty; give its exit code."""
    home, *rest = arguments
    if home:
        os.environ["SKILLGAP_HOME"] = home
    said = io.StringIO()
    try:
        with redirect_stderr(said):  # where the answers are is no news to the one who serves
            code = run_app(build().parse_args(rest), "home")
    except SkillgapError as error:
        return tell(error)
    if code:
        print(said.getvalue(), end="", file=sys.stderr)
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
