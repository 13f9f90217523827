"""The row above the page: what is open, and which of how many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.strip import Strip
from textual.widget import Widget

from reader.text.controls import visible
from reader.tui.widgets.line_text import fitted, row
from reader.tui.wording.phrases import number, phrase

if TYPE_CHECKING:
    from reader.tui.options import ScreenOptions
    from reader.tui.theme import Paint


ROOMY = 60
"""Columns from which the source is named beside the title."""


class TitleLine(Widget):
    """The `title` at the side where one begins to read; at the other, where there are more texts than one, the
    `source` and `place`, its number among them (from 1) and how many there are."""

    def __init__(self, title: str, source: str, place: tuple[int, int], paint: Paint, options: ScreenOptions) -> None:
        super().__init__(id="title")
        self._title = visible(title)
        self._source = visible(source)
        self._place = place
        self._paint = paint
        self._options = options
        self._focused = True

    def entitle(self, title: str) -> None:
        """What is open is called so."""
        self._title = visible(title)
        self.refresh()

    def show_focus(self, focused: bool) -> None:
        """Whether the page below has the keys: its title stands out while it has them."""
        self._focused = focused
        self.refresh()

    def dress(self, paint: Paint, options: ScreenOptions) -> None:
        self._paint = paint
        self._options = options
        self.refresh()

    def render_line(self, y: int) -> Strip:
        width, plain = self.size.width, self._paint.plain
        if y or not width:
            return Strip.blank(width, plain)
        edge = Strip.blank(1, plain)
        place = row(self._said(), self._paint.muted)
        room = max(1, width - place.cell_length - 5)
        style = self._paint.plain if self._focused else self._paint.muted
        title = row(self._title, style)
        if title.cell_length > room:
            title = row(self._title, style, width=room)
        return fitted(Strip.join([title, edge]), Strip.join([edge, place]), width, plain)

    def _said(self) -> str:
        number_, count = self._place
        if count < 2:
            return ""
        a, b = (number(n, self._options.interface_digits) for n in (number_, count))
        said = phrase("of", self._options.lang, a=a, b=b)
        if self._source == self._title or self.size.width < ROOMY:
            return said
        return f"\u2068{self._source}\u2069  {said}"  # isolated (UAX #9)
