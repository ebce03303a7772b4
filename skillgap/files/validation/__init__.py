"""From a document to a value of the core, or to all of its problems at their places."""

from __future__ import annotations

from skillgap.files.validation.adapters import json_schema
from skillgap.files.validation.checking import validate
from skillgap.files.validation.places import Places

__all__ = ["Places", "json_schema", "validate"]
