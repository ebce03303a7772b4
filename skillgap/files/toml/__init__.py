"""Read, parse and write TOML: every file of the program goes in and out through here."""

from __future__ import annotations

from skillgap.files.toml.parsing import Document, load, parse
from skillgap.files.toml.reading import read_bytes, read_text
from skillgap.files.toml.writing import Inline, dump

__all__ = ["Document", "Inline", "dump", "load", "parse", "read_bytes", "read_text"]
