"""What all screens of the reader have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.screen import Screen

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events

    from reader.tui.app import QariApp


class ReaderScreen(Screen[None], inherit_bindings=False):
    """A screen of `QariApp`. Textual's own keys are left out: every key is in the keymap."""

    @property
    def reader(self) -> QariApp:
        """The application, with what it knows beyond Textual's."""
        return cast("QariApp", self.app)

    def take_key(self, event: events.Key) -> bool:
        """A first look at a key, before the keymap's: whether the part that has the focus took it as text."""
        take_key: Callable[[events.Key], bool] | None = getattr(self.focused, "take_key", None)
        return take_key is not None and take_key(event)
