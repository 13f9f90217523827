"""What all screens of the reader have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.screen import Screen

if TYPE_CHECKING:
    from textual import events

    from reader.tui.app import ReaderApp


class ReaderScreen(Screen[None], inherit_bindings=False):
    """A screen of `ReaderApp`. Textual's own keys are left out: every key is in the keymap."""

    @property
    def reader(self) -> ReaderApp:
        """The application, with what it knows beyond Textual's."""
        return cast("ReaderApp", self.app)

    def take_key(self, event: events.Key) -> bool:  # noqa: ARG002
        """A first look at a key, before the keymap's: whether it has been dealt with."""
        return False
