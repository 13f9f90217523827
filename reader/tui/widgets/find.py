"""The find bar: one row to type a query into, with the count of matches.

An input of our own: Textual's shows Arabic as it is stored, which a terminal that does not reorder prints
backwards. Text is added and taken at the end; what is pasted is taken as it comes (folding sees to its forms).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from reader.text.controls import visible
from reader.tui import keymap
from reader.tui.keymap import Scope
from reader.tui.messages import FindClosed, HitStepped, QueryChanged
from reader.tui.phrases import number, phrase
from reader.tui.widgets.line_text import fitted, row

if TYPE_CHECKING:
    from textual import events

    from reader.tui.options import ScreenOptions
    from reader.tui.theme import Paint

LONGEST = 200
"""Characters of a query; more is a slip of the clipboard."""


class FindBar(Widget, can_focus=True):
    """Tells of its query as it is typed; the screen searches and sets `hits`."""

    BINDINGS = keymap.bindings(Scope.FIND)

    def __init__(self, paint: Paint, options: ScreenOptions) -> None:
        super().__init__(id="find")
        self._paint = paint.surface
        self._options = options
        self.query_text = ""
        self.exact = False
        self._hits: tuple[int, int] | None = None

    def dress(self, paint: Paint, options: ScreenOptions) -> None:
        self._paint = paint.surface
        self._options = options
        self.refresh()

    def show(self, current: int, count: int) -> None:
        """Which match of how many; 0 of 0 where there is none."""
        self._hits = (current, count)
        self.refresh()

    def open(self) -> None:
        """Ready to type a new query."""
        self._type("")
        self.display = True
        self.focus()

    # typing

    async def on_key(self, event: events.Key) -> None:
        """Anything printable is typed; no letter is a command here."""
        if event.is_printable and event.character:
            event.stop()
            event.prevent_default()
            self._type(self.query_text + event.character)

    def on_paste(self, event: events.Paste) -> None:
        event.stop()
        self._type(self.query_text + " ".join(event.text.split()))

    def action_erase(self) -> None:
        self._type(self.query_text[:-1])

    def action_clear(self) -> None:
        self._type("")

    def action_exact(self) -> None:
        self.exact = not self.exact
        self._type(self.query_text)

    def action_step(self, step: int) -> None:
        self.post_message(HitStepped(step))

    def action_accept(self) -> None:
        self.post_message(FindClosed(keep=bool(self.query_text)))

    def action_cancel(self) -> None:
        self.post_message(FindClosed(keep=False))

    def _type(self, query: str) -> None:
        self.query_text = query[:LONGEST]
        self._hits = None
        self.refresh()
        self.post_message(QueryChanged(self.query_text, exact=self.exact))

    # drawing

    def render_line(self, y: int) -> Strip:
        width, paint = self.size.width, self._paint
        if y or not width:
            return Strip.blank(width, paint.plain)
        title = row(f"{phrase('find', self._options.lang)}: ", paint.accent)
        count = row(self._count(), paint.muted)
        room = max(1, width - title.cell_length - count.cell_length - 4)
        typed = row(self._tail(room), paint.plain)
        caret = Strip([Segment("▏", paint.accent)], 1)
        edge = Strip.blank(1, paint.plain)
        right = Strip.join([caret, typed, title, edge])
        return fitted(right, Strip.join([edge, count]), width, paint.plain)

    def _tail(self, room: int) -> str:
        """The end of the query, where all of it has no room: one sees what one types."""
        typed = visible(self.query_text)
        return typed if len(typed) <= room else "…" + typed[1 - room :]

    def _count(self) -> str:
        lang, digits = self._options.lang, self._options.interface_digits
        exact = f"{phrase('exact', lang)} · " if self.exact else ""
        if self._hits is None or not self.query_text:
            return exact.removesuffix(" · ")
        current, count = self._hits
        if not count:
            return exact + phrase("no_hit", lang)
        return exact + phrase("of", lang, a=number(current, digits), b=number(count, digits))
