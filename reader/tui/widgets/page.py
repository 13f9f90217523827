"""The page: one column of text, drawn row by row, with a scroll bar at its left.

It keeps its place as a place in the text, never as a row number of the whole document: only the rows on the
screen are ever laid out, so a book opens as fast as a letter. What is drawn over the text is the overlay's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from reader.document.marks import Mark, Role
from reader.document.model import BlockKind, Document
from reader.layout.page import Page, Place
from reader.text.span import Span
from reader.tui import keymap
from reader.tui.before import geometry
from reader.tui.key import Scope
from reader.tui.messages import PageMoved, PlaceLeft
from reader.tui.state.overlay import Overlay
from reader.tui.widgets.drawn_line import draw

if TYPE_CHECKING:
    from textual import events

    from reader.layout.line import Line
    from reader.tui.options import ScreenOptions
    from reader.tui.theme import Paint

BLOCK_ROLES = {BlockKind.HEADING: Role.HEADING, BlockKind.QUOTE: Role.QUOTE, BlockKind.CODE: Role.CODE}
THUMB, TRACK, TICK = "▐", "▕", "╺"
"""Of the scroll bar: where one is, where one may go, and there what is sought or chosen."""
WHEEL = 3
"""Rows for a turn of the wheel."""
STRIPS = 4000
"""Drawn rows to remember: some hundred pages, a few megabytes."""
KEPT = 2
"""Rows of the last page that stay in sight on the next."""


class PageView(Widget, can_focus=True):
    """Shows `document`; moves by rows, pages and positions; says what is visible and clicked."""

    BINDINGS = keymap.bindings(Scope.PAGE)

    def __init__(self, document: Document, paint: Paint, options: ScreenOptions) -> None:
        super().__init__(id="page")
        self.document = document
        self.overlay = Overlay()
        self._paint = paint
        self._options = options
        self._page = Page(document, geometry.COLUMN, self._options.page)
        self._straight: object = None
        """The marks whose names are not drawn out on a page with straight margins."""
        self._top = Place(0, 0)
        self._anchor = 0
        self._asked: tuple[Place, float] | None = None
        """A part of the text that was asked for, and the row that it led to."""
        self._lines: list[Line] = []
        self._strips: dict[object, Strip] = {}

    # what others ask for

    @property
    def shown(self) -> Span:
        """The text on the screen."""
        lines = self._lines
        return Span(lines[0].span.start, lines[-1].span.end) if lines else Span(self._anchor, self._anchor)

    @property
    def progress(self) -> float:
        """How far one has read: 0 at the start, 1 when the end is on the page; what was asked for, while one is
        there."""
        if self._asked is not None and self._asked[0] == self._top:
            return self._asked[1]
        last = self._last_start
        return min(1.0, self.shown.start / last) if last else 1.0

    @property
    def _last_start(self) -> int:
        """Where the last page begins."""
        return self._page.line_at(self._page.last_place(max(1, self.size.height))).span.start

    def dress(self, paint: Paint, options: ScreenOptions) -> None:
        """New colours, tashkeel, digits: lay out anew, with the same text at the top."""
        self._paint = paint
        self._options = options
        self._lay_out()

    def grow(self, document: Document, page: Page) -> None:
        """The text goes on: `page` is one of all of it. What is on the screen stays where it is."""
        self.document = document
        self._page = page
        self._asked = None
        self._lay_out()

    def redraw(self) -> None:
        """The overlay has changed."""
        if self._options.justify and self._straight is not self.overlay.marks:
            self._lay_out()
        self.refresh()

    @property
    def lines(self) -> list[Line]:
        """The rows on the screen."""
        return self._lines

    def bar_pressed(self, x: int, y: int) -> bool:
        """Go where the scroll bar says, if that is what was pressed."""
        if x != self.margin - 2 or not 0 <= y < self.size.height:
            return False
        self._leave()
        self.drag_bar(y)
        return True

    def drag_bar(self, y: int) -> None:
        """Go where the scroll bar says at this row of the page."""
        self.go_to_part(y / max(1, self.size.height - 1))

    def show(self, span: Span) -> None:
        """Bring `span` on the page: as it is where it is there already, else a third from the top."""
        shown = self.shown
        if not (shown.start <= span.start and span.end <= shown.end and self._lines):
            self._go(self._page.move(self._page.place_of(span.start), -(self.size.height // 3)))

    def come_to(self, span: Span) -> None:
        """The same, as a motion of the reader's."""
        self.show(span)

    def go_to(self, position: int) -> None:
        """The row of `position` becomes the first."""
        self._go(self._page.place_of(position))

    def go_to_part(self, part: float) -> None:
        """`part` of the way through the text, from 0 to 1."""
        part = min(1.0, max(0.0, part))
        self.go_to(round(self._last_start * part))
        self._asked = (self._top, part)

    # drawing

    def on_resize(self) -> None:
        self._lay_out()

    def _lay_out(self) -> None:
        """Anew, from the first position that was on the screen: the anchor stays until one moves."""
        self._straight = self.overlay.marks
        fixed = self.overlay.may_be_named
        self._page = Page(self.document, self._column, self._options.page, like=self._page, is_fixed=fixed)
        self._strips.clear()
        self._top = self._page.place_of(self._anchor)
        self._fill()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        line = self._lines[y] if y < len(self._lines) else None
        text = Strip([]) if line is None else self._drawn(line)
        return self._framed(text, self._bar(y))

    def _drawn(self, line: Line) -> Strip:
        marks = [*self._block_marks(line), *self.overlay.over(line.span)]
        dimmed = self.overlay.chosen is not None
        key = (line.span, line.block, dimmed, *marks)
        if key not in self._strips:
            if len(self._strips) >= STRIPS:
                self._strips.clear()
            self._strips[key] = draw(line, marks, self._paint, dimmed=dimmed)
        return self._strips[key]

    def _block_marks(self, line: Line) -> list[Mark]:
        kind = None if line.block is None else self.document.blocks[line.block].kind
        return [Mark(line.span, BLOCK_ROLES[kind])] if kind in BLOCK_ROLES else []

    def _framed(self, text: Strip, bar: Segment) -> Strip:
        """The scroll bar, air, the text, air."""
        plain, margin = self._paint.plain, self.margin
        after = self.size.width - margin - text.cell_length
        before = [Segment(" " * (margin - 2), plain), bar, Segment(" ", plain)]
        return Strip([*before, *text, Segment(" " * after, plain)], self.size.width)

    def _bar(self, y: int) -> Segment:
        height, length = self.size.height, len(self.document.text)
        shown = self.shown
        if shown.length >= length:
            return Segment(" ", self._paint.plain)
        thumb = max(1, round(height * shown.length / length))
        start = round((height - thumb) * self.progress)
        there = self.overlay.stands_in(y, height, length)
        sign = THUMB if start <= y < start + thumb else TICK if there else TRACK
        return Segment(sign, self._paint.accent if there else self._paint.line)

    @property
    def _column(self) -> int:
        """Columns of the text."""
        return geometry.column(self.size.width, self._options.width, self._options.margin)

    @property
    def margin(self) -> int:
        """Columns at the left of the text; the bar stands in the last but one."""
        return geometry.margin(self.size.width, self._column)

    def _fill(self) -> None:
        """The rows from the top place on; from higher up where the text would end above the page's foot."""
        height = self.size.height
        self._lines = self._page.rows(self._top, height)
        if len(self._lines) < height and self._top > (0, 0):
            self._top = self._page.last_place(height)
            self._lines = self._page.rows(self._top, height)
        if self.is_attached:
            self.post_message(PageMoved(self.shown))

    def look_ahead(self) -> None:
        """Lay the next page out, and draw it, while this one is being read: it is what one asks for most."""
        height = self.size.height
        for line in self._page.rows(self._page.move(self._top, height), height):
            self._drawn(line)

    # moving

    def _leave(self) -> None:
        """The page is about to go far away."""
        self.post_message(PlaceLeft(self.shown.start))

    def _go(self, place: Place) -> None:
        self._top = place
        self._fill()
        self._anchor = self.shown.start
        self.refresh()

    def scroll_rows(self, rows: int) -> None:
        """The text moves up by `rows` (down for a negative number)."""
        self._go(self._page.move(self._top, rows))

    def action_line(self, step: int) -> None:
        self.scroll_rows(step)

    @property
    def page_rows(self) -> int:
        """Rows that a page moves by."""
        return max(1, self.size.height - KEPT)

    @property
    def half_rows(self) -> int:
        return max(1, self.size.height // 2)

    def action_page(self, step: int) -> None:
        self.scroll_rows(step * self.page_rows)

    def action_half(self, step: int) -> None:
        self.scroll_rows(step * self.half_rows)

    def action_top(self) -> None:
        self._leave()
        self._go(self._page.place_of(0))

    def action_end(self) -> None:
        self._leave()
        self._go(self._page.last_place(self.size.height))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.scroll_rows(WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.scroll_rows(-WHEEL)
