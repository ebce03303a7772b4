"""Keep text on disk: whole or not at all, and by one program at a time."""

from __future__ import annotations

from skillgap.files.storage.folders import made_folders, make_folder
from skillgap.files.storage.locking import Lock, lock
from skillgap.files.storage.names import beside, is_there
from skillgap.files.storage.writing import (
    Exists,
    all_or_none,
    digest,
    previous_of,
    remove_leftovers,
    write_atomic,
    write_together,
)

__all__ = [
    "Exists",
    "Lock",
    "all_or_none",
    "beside",
    "digest",
    "is_there",
    "lock",
    "made_folders",
    "make_folder",
    "previous_of",
    "remove_leftovers",
    "write_atomic",
    "write_together",
]
