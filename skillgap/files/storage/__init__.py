"""Keep text on disk: whole or not at all, and by one program at a time."""

from __future__ import annotations

from skillgap.files.storage.locking import Lock, lock
from skillgap.files.storage.writing import Exists, digest, make_folder, remove_leftovers, write_atomic

__all__ = ["Exists", "Lock", "digest", "lock", "make_folder", "remove_leftovers", "write_atomic"]
