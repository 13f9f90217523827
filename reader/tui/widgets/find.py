"""The find bar: one row to type a query into, with the count of matches.

An input of our own: Textual's shows Arabic as it is stored, which a terminal that does not reorder prints
backwards. Text is added and taken at the end; what is pasted is taken as it comes (folding sees to its forms).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from reader.text.clusters import clusters
from reader.text.controls import visible
from reader.tui import keymap
from reader.tui.keymap import Scope
from reader.tui.messages import QueryPasted
from reader.tui.phrases import number, phrase
from reader.tui.widgets.line_text import fitted, row

if TYPE_CHECKING:
    from textual import events

    from reader.tui.options import ScreenOptions
    from reader.tui.theme import Paint

LONGEST = 200
"""Characters of a query; more is a slip of the clipboard."""


class FindBar(Widget, can_focus=True):
    """Holds the query and shows it; the screen gives it keys, searches, and says how many matches there are."""

    BINDINGS = keymap.bindings(Scope.FIND)

    def __init__(self, paint: Paint, options: ScreenOptions) -> None:
        super().__init__(id="find")
        self._paint = paint.surface
        self._options = options
        self.query_text = ""
        self.exact = False
        self._hits = (0, 0)

    def dress(self, paint: Paint, options: ScreenOptions) -> None:
        self._paint = paint.surface
        self._options = options
        self.refresh()

    def show(self, current: int, count: int) -> None:
        """Which match of how many; 0 of 0 where there is none."""
        self._hits = (current, count)
        self.refresh()

    def open(self) -> None:
        """Ready for a new query."""
        self.clear()
        self.display = True

    def type(self, text: str) -> None:
        """Add `text` to the query."""
        self.query_text = (self.query_text + text)[:LONGEST]
        self.refresh()

    def erase(self) -> None:
        """Take the last letter off, marks and all."""
        parts = clusters(self.query_text)
        self.query_text = self.query_text[: parts[-1].start] if parts else ""
        self.refresh()

    def clear(self) -> None:
        """An empty query."""
        self.query_text = ""
        self.refresh()

    def on_paste(self, event: events.Paste) -> None:
        event.stop()
        self.type(" ".join(event.text.split()))
        self.post_message(QueryPasted())

    # drawing

    def render_line(self, y: int) -> Strip:
        width, paint = self.size.width, self._paint
        if y or not width:
            return Strip.blank(width, paint.plain)
        title = row(f"{phrase('find', self._options.lang)}:", paint.accent)
        count = row(self._count(), paint.muted)
        room = max(1, width - title.cell_length - count.cell_length - 4)
        typed = row(self._tail(room), paint.plain)
        caret = Strip([Segment("▏", paint.accent)], 1)
        edge = Strip.blank(1, paint.plain)
        right = Strip.join([caret, typed, edge, title, edge])
        return fitted(right, Strip.join([edge, count]), width, paint.plain)

    def _tail(self, room: int) -> str:
        """The end of the query, where all of it has no room: one sees what one types."""
        typed = visible(self.query_text)
        return typed if len(typed) <= room else "…" + typed[1 - room :]

    def _count(self) -> str:
        lang, digits = self._options.lang, self._options.interface_digits
        exact = f"{phrase('exact', lang)} · " if self.exact else ""
        if not self.query_text:
            return exact.removesuffix(" · ")
        current, count = self._hits
        if not count:
            return exact + phrase("no_hit", lang)
        return exact + phrase("of", lang, a=number(current, digits), b=number(count, digits))
