"""What a person is told when the program ends on a mistake of its own."""

from __future__ import annotations

import platform
import traceback
from importlib.metadata import version

from skillgap import __version__
from skillgap.core.text import shown
from skillgap.errors import CannotAccess, Defect
from skillgap.files.paths import data_folder
from skillgap.files.storage import make_folder, write_atomic


def told(defect: Exception, outcome: str = "no file is left half-written") -> Defect:
    """Give the message of a defect; how it came about goes to `error.txt`, to stderr only where that fails.

    `outcome` says in half a sentence what became of the person's files. The traceback holds lines of the program and
    the text of the error, no values of variables: what a person wrote is theirs.
    """
    opening = f"skillgap ended by a mistake of its own ({type(defect).__name__}); {outcome}"
    trace = "".join(traceback.format_exception(defect))
    versions = f"skillgap {__version__}, Python {platform.python_version()}, Textual {version('textual')}"
    file = data_folder() / "error.txt"
    try:
        make_folder(file.parent)
        write_atomic(file, f"{versions}, {platform.system()}\n\n{trace}", replace=True)
    except CannotAccess:
        return Defect(f"{opening}\n{trace.rstrip()}")
    return Defect(f"{opening}\nHow it came about is in {shown(str(file), limit=4096)}, for whoever mends it.")
