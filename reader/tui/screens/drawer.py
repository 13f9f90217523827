"""A list at the left edge, over whatever is on the screen, which stays to be seen beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.screen import ModalScreen

from reader.tui import keymap
from reader.tui.key import Scope
from reader.tui.screens.base import ReaderScreen
from reader.tui.widgets.status import KeysLine

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

    from reader.tui.screens.base import Reader
    from reader.tui.widgets.choice_list import ChoiceList

NARROW = 50
"""Columns of the screen under which nothing is seen beside the list."""


class Drawer(ReaderScreen, ModalScreen[None], inherit_bindings=False):
    """Shows `choices`, and the keys for them, those of `scopes`."""

    BINDINGS = keymap.bindings_of("interrupt")
    DEFAULT_CSS = """
    Drawer {
        layout: vertical;
        overflow: hidden;
        #choices { width: 30%; min-width: 38; max-width: 60; height: 1fr; background: $surface; }
        #keys { height: 1; }
        &.-narrow #choices { width: 100%; min-width: 0; }
    }
    """

    def __init__(self, reader: Reader, choices: ChoiceList[Any], *scopes: Scope) -> None:
        super().__init__(reader)
        self.choices = choices
        self._scopes = (*scopes, Scope.CHOICE)
        self.keys = KeysLine(reader.paint, reader.options)

    def compose(self) -> ComposeResult:
        yield self.choices
        yield self.keys

    def on_mount(self) -> None:
        self.choices.focus()
        self.on_filter_switched()

    def on_filter_switched(self) -> None:
        self.keys.show(*([Scope.FILTER] if self.choices.filter.typing else self._scopes))

    def on_resize(self, event: events.Resize) -> None:
        self.set_class(event.size.width < NARROW, "-narrow")

    def dress(self) -> None:
        for part in (self.choices, self.keys):
            part.dress(self.reader.paint, self.reader.options)

    def close(self) -> None:
        """Back to what lies below."""
        self.app.pop_screen()

    def action_give_up(self) -> None:
        """Close it, with nothing chosen."""
        self.close()

    def action_help(self) -> None:
        self.reader.show_help(*self._scopes)
