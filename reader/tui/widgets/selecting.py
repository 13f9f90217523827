"""Selecting on the page, with the mouse and with keys, in positions of the text.

What the eye sees in visual order is one stretch in logical order: a selection is always a span of the text,
and what is copied is the text as it was written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.text.span import Span
from reader.tui import keymap
from reader.tui.keymap import Scope
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
    _caret: Span | None = None
    """The cluster where it ends at the moment."""
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
        caret = self._begin_of(self.overlay.current) or self._begin_of(self.overlay.at) or self._first()
        if caret is not None:
            self.selecting = True
            self._fixed = None
            self._move_caret(caret)

    def action_line(self, step: int) -> None:
        if self.selecting:
            self.action_caret("down" if step > 0 else "up")
        else:
            super().action_line(step)

    def action_caret(self, way: str) -> None:
        """The caret to the "left" or "right", "up" or "down" a row, a "word" on or "word_back"."""
        if self._caret is None:
            return
        target = self._target(self._caret, way)
        if target is not None:
            self._move_caret(target)

    def action_extend(self, way: str) -> None:
        """Shift and an arrow: begin selecting if need be, and move."""
        if not self.selecting:
            self.action_select()
        self.action_caret({"forward": "left", "back": "right"}.get(way, way))

    def action_copy(self) -> None:
        if self.selected is not None:
            self.post_message(CopyRequested(self.selected))
            self.clear_selection()

    def _move_caret(self, caret: Span) -> None:
        self._fixed = self._fixed or caret
        self._caret = caret
        self.show(caret)
        self._select(_union(self._fixed, caret))

    def _target(self, caret: Span, way: str) -> Span | None:
        if way in ("word", "word_back"):
            return self._word_beside(caret, FORWARD if way == "word" else BACK)
        if way in ("up", "down"):
            return self._row_beside(caret, FORWARD if way == "down" else BACK)
        line = self._line_of(caret.start)
        leftward = FORWARD if line is None or line.direction else BACK
        return self._cluster_beside(caret, leftward if way == "left" else -leftward)

    def _cluster_beside(self, caret: Span, step: int) -> Span | None:
        """The drawn cluster that follows or precedes `caret` in the text; the page moves on where need be."""
        for line in self.lines_around(caret.start):
            cells = sorted(cell.span for cell in line.cells if cell.span.length)
            beside = [s for s in cells if (s.start >= caret.end if step > 0 else s.end <= caret.start)]
            if beside:
                return beside[0] if step > 0 else beside[-1]
        return None

    def _row_beside(self, caret: Span, step: int) -> Span | None:
        rows = self.lines_around(caret.start)
        at = next((i for i, line in enumerate(rows) if _holds(line, caret.start)), None)
        if at is None:
            return None
        column = _column_of(rows[at], caret)
        beyond = rows[at + 1 :] if step > 0 else rows[:at][::-1]
        return next((cell_at(line, column) for line in beyond if line.cells), None)

    def _word_beside(self, caret: Span, step: int) -> Span | None:
        """The last cluster of the next word, or the first of the one before."""
        rows = self.lines_around(caret.start)
        around = Span(rows[0].span.start, rows[-1].span.end) if rows else caret
        found = [word.shift(around.start) for word in _words(around.of(self.document.text))]
        if step > 0:
            word = next((w for w in found if w.end > caret.end), None)
            return word and Span(word.end - 1, word.end)
        word = next((w for w in reversed(found) if w.start < caret.start), None)
        return word and Span(word.start, word.start + 1)

    def _begin_of(self, lit: Span | None) -> Span | None:
        """The first cluster of what is lit, where it is on the page."""
        spans = (cell.span for line in self.lines for cell in line.cells)
        return min((span for span in spans if lit and span.overlaps(lit)), default=None)

    def _first(self) -> Span | None:
        spans = (cell.span for line in self.lines for cell in line.cells if cell.span.length)
        return min(spans, default=None)

    def _line_of(self, position: int) -> Line | None:
        return next((line for line in self.lines_around(position) if _holds(line, position)), None)

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
            self._fixed, self._caret = self._begin, under
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
            self._select(self._word_at(under) if event.chain == 2 else self._paragraph_at(under.start))

    def _click(self, under: Span | None) -> None:
        self.clear_selection()
        named = None if under is None else self.overlay.mention_at(under)
        if named is not None and named.ref is not None:
            self.post_message(MentionChosen(named.ref, named.span))

    def _word_at(self, under: Span) -> Span | None:
        line = self._line_of(under.start)
        paragraph = under if line is None else line.span
        found = (word.shift(paragraph.start) for word in _words(paragraph.of(self.document.text)))
        return next((word for word in found if word.overlaps(under)), None)

    def _paragraph_at(self, position: int) -> Span | None:
        line = self._line_of(position)
        return None if line is None or line.block is None else self.document.blocks[line.block].span

    def inside(self, event: events.MouseEvent) -> tuple[int, int]:
        """The column and row of the pointer, the air around the text left out."""
        return event.x - self.gutter.left, event.y - self.gutter.top

    def span_at(self, x: int, y: int, *, beyond: bool = True) -> Span | None:
        """The cluster at this column and row; with `beyond`, the nearest one to it."""
        rows = self.lines
        if not rows or (not beyond and not 0 <= y < len(rows)):
            return None
        line = rows[max(0, min(y, len(rows) - 1))]
        column = x - self.margin - line.left
        return cell_at(line, column) if beyond or 0 <= column < line.width else None

    def _select(self, span: Span | None) -> None:
        if span != self.overlay.selection:
            self.overlay.selection = span
            self.redraw()
            self.post_message(SelectionChanged(span))


def cell_at(line: Line, column: int) -> Span:
    """The span drawn at `column` of a row (`left` not counted), or at its nearest end; the row's where empty."""
    reached = 0
    for cell in line.cells:
        reached += cell.width
        if column < reached:
            return cell.span
    return line.cells[-1].span if line.cells else Span(line.span.start, line.span.start)


def _column_of(line: Line, span: Span) -> int:
    reached = 0
    for cell in line.cells:
        if cell.span.overlaps(span):
            return reached
        reached += cell.width
    return 0


def _holds(line: Line, position: int) -> bool:
    return line.span.start <= position < line.span.end


def _union(one: Span, other: Span) -> Span:
    return Span(min(one.start, other.start), max(one.end, other.end))


def _words(text: str) -> list[Span]:
    # Imported on use: the first page is painted sooner without it.
    from reader.text.segment import words

    return words(text)
