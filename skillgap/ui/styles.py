"""The style sheet of the app, which is parsed again only when the colours change."""

from __future__ import annotations

from textual.css.stylesheet import Stylesheet


class KeptStylesheet(Stylesheet):
    """Textual parses all styles anew whenever a screen is shown for the first time; here what was parsed is kept."""

    def set_variables(self, variables: dict[str, str]) -> None:
        """Take the colours of a theme; forget what was parsed if they are others than before."""
        if variables != self._variables:
            super().set_variables(variables)

    def reparse(self) -> None:
        """Parse what is new, or all of it with other colours. Raises what `parse` does."""
        self.parse()
