"""The help: every key of the keymap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.tui import keymap
from reader.tui.key import Scope
from reader.tui.screens.base import ReaderScreen
from reader.tui.widgets.key_table import KeyTable
from reader.tui.widgets.status import KeysLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from reader.tui.screens.base import Reader

KEPT = 2
"""Rows of the last page that stay in sight on the next."""


class HelpScreen(ReaderScreen):
    """All keys, over whatever was on the screen; those of the parts in `first` at the head."""

    BINDINGS = keymap.bindings(Scope.HELP)
    DEFAULT_CSS = """
    HelpScreen {
        layout: vertical;
        overflow: hidden;
        #table { height: 1fr; }
        #keys { height: 1; }
    }
    """

    def __init__(self, reader: Reader, first: Sequence[Scope] = ()) -> None:
        super().__init__(reader)
        self.table = KeyTable(first, reader.paint, reader.options)
        self.keys = KeysLine(reader.paint, reader.options)

    def compose(self) -> ComposeResult:
        yield self.table
        yield self.keys

    def on_mount(self) -> None:
        self.keys.show(Scope.HELP)

    def action_line(self, step: int) -> None:
        self.table.scroll_rows(step)

    def action_page(self, step: int) -> None:
        self.table.scroll_rows(step * max(1, self.table.size.height - KEPT))
