"""Selecting on the page, with the mouse and with keys, in positions of the text.

What the eye sees in visual order is one stretch in logical order: a selection is always a span of the text,
and what is copied is the text as it was written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.layout.navigate import Caret, cell_at, word_at
from reader.text.span import Span
from reader.tui import keymap
from reader.tui.key import Scope
from reader.tui.messages import CopyRequested, MentionChosen, SelectionChanged
from reader.tui.widgets.page import PageView

if TYPE_CHECKING:
    from textual import events

    from reader.layout.line import Line

FORWARD, BACK = 1, -1


class SelectingPage(PageView):
    """A page whose text can be picked: drag, double click for a word, triple for a paragraph; `v` for keys."""

    BINDINGS = keymap.bindings(Scope.SELECT)

    _fixed: Span | None = None
    """The cluster where the selection began."""
    _caret: Caret | None = None
    """Where it ends at the moment, while keys move it."""
    _dragging = False
    _on_bar = False
    """Whether it was the scroll bar that was pressed last."""
    selecting = False
    """Whether keys move the caret."""

    @property
    def selected(self) -> Span | None:
        """The part of the text that is selected."""
        return self.overlay.selection

    def clear_selection(self) -> None:
        self._fixed = self._caret = None
        self.selecting = False
        self._select(None)

    def leave_selection(self) -> bool:
        """Select nothing any more; whether something was selected, or keys were selecting."""
        left = self.selecting or self.selected is not None
        self.clear_selection()
        return left

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The caret's keys mean something only while there is a caret; copying, while something is selected."""
        if action == "caret":
            return self.selecting
        if action == "copy":
            return self.selected is not None
        return super().check_action(action, parameters)

    # with keys

    def action_select(self) -> None:
        """Begin at what is lit (a match, a mention), else at the first cluster on the page; again: leave."""
        if self.selecting:
            self.clear_selection()
            return
        shown = self.shown
        lit = (span for span in (self.overlay.current, self.overlay.at) if span is not None and span.overlaps(shown))
        self._fixed = None
        self._move_caret(Caret(max(shown.start, next(lit, shown).start)))

    def action_line(self, step: int) -> None:
        if self.selecting:
            self.action_caret("down" if step > 0 else "up")
        else:
            super().action_line(step)

    def action_caret(self, way: str) -> None:
        """The caret to the "left" or "right", "up" or "down" a row, a "word" on or "word_back"."""
        if self._caret is not None:
            self._move_caret(self._moved(self._caret, way))

    def action_extend(self, way: str) -> None:
        """Shift and an arrow: begin selecting if need be, and move."""
        if not self.selecting:
            self.action_select()
        self.action_caret({"forward": "left", "back": "right"}.get(way, way))

    def action_copy(self) -> None:
        if self.selected is not None:
            self.post_message(CopyRequested(self.selected))
            self.clear_selection()

    def _move_caret(self, caret: Caret) -> None:
        here = cell_at(self._page, caret.position)
        if not here.length:  # nothing is drawn at all
            return
        self._fixed = self._fixed or here
        self._caret = caret
        self.selecting = True
        self.show(here)
        self._select(_union(self._fixed, here))

    def _moved(self, caret: Caret, way: str) -> Caret:
        if way in ("word", "word_back"):
            return caret.step_word(self._page, FORWARD if way == "word" else BACK)
        if way in ("up", "down"):
            return caret.step_row(self._page, FORWARD if way == "down" else BACK)
        leftward = FORWARD if self._line_of(caret.position).direction else BACK
        return caret.step(self._page, leftward if way == "left" else -leftward)

    def _line_of(self, position: int) -> Line:
        return self._page.line_at(self._page.place_of(position))

    # with the mouse

    def on_mouse_down(self, event: events.MouseDown) -> None:
        x, y = self.inside(event)
        if event.button != 1:
            return
        self.capture_mouse()
        self._on_bar = self.bar_pressed(x, y)
        if self._on_bar:
            return
        self.selecting = False
        self._dragging = True
        self._fixed = self._caret = None
        self._begin = self.span_at(x, y)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        x, y = self.inside(event)
        if self._on_bar and event.button:
            self.drag_bar(y)
        if not self._dragging:
            return
        if not 0 <= y < self.size.height:
            self.scroll_rows(-1 if y < 0 else 1)
        under = self.span_at(x, y)
        if under is not None and self._begin is not None and (under != self._begin or self._fixed):
            self._fixed = self._begin
            self._select(_union(self._begin, under))

    def on_mouse_up(self) -> None:
        self.release_mouse()
        if self._dragging:
            self._dragging = False
            if self._fixed is not None and self.selected is not None:
                self.post_message(CopyRequested(self.selected))

    def on_click(self, event: events.Click) -> None:
        under = self.span_at(*self.inside(event), beyond=False)
        if self._fixed is not None or self._on_bar:  # the end of a drag
            return
        if under is None or event.chain == 1:
            self._click(under)
        else:
            self._select(word_at(self._page, under.start) if event.chain == 2 else self._paragraph_at(under.start))

    def _click(self, under: Span | None) -> None:
        self.clear_selection()
        named = None if under is None else self.overlay.mention_at(under)
        if named is not None and named.ref is not None:
            self.post_message(MentionChosen(named.ref, named.span))

    def _paragraph_at(self, position: int) -> Span | None:
        block = self._line_of(position).block
        return None if block is None else self.document.blocks[block].span

    def inside(self, event: events.MouseEvent) -> tuple[int, int]:
        """The column and row of the pointer, the air around the text left out."""
        return event.x - self.gutter.left, event.y - self.gutter.top

    def span_at(self, x: int, y: int, *, beyond: bool = True) -> Span | None:
        """The cluster at this column and row; with `beyond`, the nearest one to it."""
        rows = self.lines
        if not rows or (not beyond and not 0 <= y < len(rows)):
            return None
        line = rows[max(0, min(y, len(rows) - 1))]
        column = x - self.margin
        if not beyond and not 0 <= column - line.left < line.width:
            return None
        found = line.cell_of(line.position_at(column))
        return found[1].span if found else Span(line.span.start, line.span.start)

    def _select(self, span: Span | None) -> None:
        if span != self.overlay.selection:
            self.overlay.selection = span
            self.redraw()
            self.post_message(SelectionChanged(span))


def _union(one: Span, other: Span) -> Span:
    return Span(min(one.start, other.start), max(one.end, other.end))
