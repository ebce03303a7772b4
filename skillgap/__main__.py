"""`python -m skillgap`."""

from __future__ import annotations

import sys

from skillgap.cli import main

if __name__ == "__main__":
    sys.exit(main())
