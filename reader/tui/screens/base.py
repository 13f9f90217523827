"""What all screens of the reader have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.screen import Screen

from reader.tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from textual import events

    from reader.tui.app import QariApp


class ReaderScreen(Screen[None], inherit_bindings=False):
    """A screen of `QariApp`. Textual's own keys are left out: every key is in the keymap."""

    @property
    def reader(self) -> QariApp:
        """The application, with what it knows beyond Textual's."""
        return cast("QariApp", self.app)

    def take_key(self, event: events.Key) -> bool:
        """A first look at a key, before the keymap's: whether it has been dealt with."""
        return isinstance(self.focused, RowList) and self.focused.take_key(event)
