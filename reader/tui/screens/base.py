"""What all screens of the reader have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.screen import Screen

if TYPE_CHECKING:
    from reader.tui.app import ReaderApp


class ReaderScreen(Screen[None], inherit_bindings=False):
    """A screen of `ReaderApp`. Textual's own keys are left out: every key is in the keymap."""

    @property
    def reader(self) -> ReaderApp:
        """The application, with what it knows beyond Textual's."""
        return cast("ReaderApp", self.app)
