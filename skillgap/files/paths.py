"""Where things are kept. Importing this creates nothing, and neither does asking."""

from __future__ import annotations

import os
from pathlib import Path

import skillgap


def data_folder() -> Path:
    """Give the folder of a person's own files; `SKILLGAP_HOME` overrides the platform's."""
    home = os.environ.get("SKILLGAP_HOME")
    return Path(home) if home else _platform("user_data_path")


def _config_folder() -> Path:
    """Give the folder of the settings; below `SKILLGAP_HOME` when that is set."""
    home = os.environ.get("SKILLGAP_HOME")
    return Path(home) if home else _platform("user_config_path")


def cache_folder() -> Path:
    """Give the folder of what can be made again; below `SKILLGAP_HOME` when that is set."""
    home = os.environ.get("SKILLGAP_HOME")
    return Path(home) / "cache" if home else _platform("user_cache_path")


def assessment_file() -> Path:
    """Give the assessment that the app opens when none is named."""
    return data_folder() / "assessment.toml"


def settings_file() -> Path:
    """Give the settings file."""
    return _config_folder() / "settings.toml"


def own_packs_folder() -> Path:
    """Give the folder whose packs are found by id beside the shipped ones."""
    return data_folder() / "packs"


def shipped_packs_folder() -> Path:
    """Give the folder of the packs that come with the program.

    A checkout's `rubrics/` beside the package wins over a copy inside the package: an editable install may leave
    an old copy there.
    """
    package = Path(skillgap.__file__).parent
    checkout = package.parent / "rubrics"
    return checkout if (package.parent / "pyproject.toml").is_file() and checkout.is_dir() else package / "rubrics"


def completion_script(shell: str) -> Path:
    """Give the file that teaches a shell to complete the command line."""
    return Path(skillgap.__file__).parent / "completions" / f"skillgap.{shell}"


def _platform(kind: str) -> Path:
    import platformdirs  # noqa: PLC0415  (27 ms that a command with explicit paths does not need)

    folder: Path = getattr(platformdirs, kind)("skillgap", appauthor=False)
    return folder
