"""The pages of the manual that come from the code: run `python -m skillgap.ui.manual` to write them again."""

from __future__ import annotations

import sys
from pathlib import Path

from skillgap.files.settings import Settings
from skillgap.files.validation.adapters import json_schema
from skillgap.ui.actions import Action, key_name
from skillgap.ui.actions.screens import SCREENS

_KEYS_HEAD = """\
# Keys

Every action has a name. To bind other keys, name the action in `settings.toml`:

```toml partial
keys = [
    { action = "rate.skip", keys = "s,x" },
]
```

`?` in the app shows the keys that are bound now; `:` finds every action by name. Everything can be done with the
mouse too. `^r` is ctrl and r.
"""
_SETTINGS_HEAD = """\
# Settings

`skillgap where` prints where `settings.toml` is. Every key may be left out; one that is wrong or unknown is named
when the app starts and on the Settings screen (`,`), and the rest counts. What you change there is written to its
own line of the file: your comments, the order and keys that the app does not know stay.

| Key | Default | Meaning |
| --- | --- | --- |
"""


def keys_page() -> str:
    """Give docs/keys.md."""
    return _KEYS_HEAD + "".join(_table(title, actions) for title, actions in SCREENS.items())


def settings_page() -> str:
    """Give docs/settings.md."""
    fields = json_schema(Settings, "settings", "settings")["properties"]
    rows = (
        f"| `{name}` | {_value(field.get('default'))} | {' '.join(field['description'].split())} |\n"
        for name, field in fields.items()
    )
    return _SETTINGS_HEAD + "".join(rows) + "\nThe names of actions are in [keys.md](keys.md).\n"


def _table(title: str, actions: tuple[Action, ...]) -> str:
    rows = "".join(f"| {_keys(action)} | `{action.id}` | {action.text} |\n" for action in actions)
    return f"\n## {title}\n\n| Keys | Action | What it does |\n| --- | --- | --- |\n{rows}"


def _keys(action: Action) -> str:
    return " ".join(f"`{key_name(key)}`" for key in action.keys) or "from the palette"


def _value(value: object) -> str:
    if value is None or value == []:
        return ""
    return f"`{str(value).lower() if isinstance(value, bool) else value}`"


def write(folder: Path) -> None:
    """Write both pages."""
    (folder / "keys.md").write_text(keys_page(), encoding="utf-8")
    (folder / "settings.md").write_text(settings_page(), encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1] if len(sys.argv) > 1 else "docs"))
