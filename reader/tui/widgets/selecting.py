"""Selecting on the page, with the mouse and with keys, in positions of the text.

What the eye sees in visual order is one stretch in logical order: a selection is always a span of the text,
and what is copied is the text as it was written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.layout.navigate import Caret, cell_at, paragraph_at, sentence_at, word_at
from reader.text.span import Span
from reader.tui import keymap
from reader.tui.key import Scope
from reader.tui.messages import CopyRequested, MentionChosen, SelectionChanged
from reader.tui.widgets.page import PageView

if TYPE_CHECKING:
    from textual import events

    from reader.layout.line import Line

FORWARD, BACK = 1, -1
WHOLE = {2: word_at, 3: sentence_at, 4: paragraph_at}
"""What so many clicks select."""


class SelectingPage(PageView):
    """A page whose text can be picked: by dragging, by two clicks a word, by three a sentence, by four a paragraph;
    or by keys, where every motion of the page carries one end of the selection along."""

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
        self._fixed = self._caret = self.overlay.caret = None
        self.selecting = False
        self._select(None)

    def leave_selection(self) -> bool:
        """Select nothing any more; whether something was selected, or keys were selecting."""
        left = self.selecting or self.selected is not None
        self.clear_selection()
        return left

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The caret's keys mean something only while there is a caret; Control-C, while something is selected."""
        if action in ("caret", "all", "other_end"):
            return self.selecting
        if action == "copy_selected":
            return self.selected is not None
        return super().check_action(action, parameters)

    # with keys

    def action_select(self) -> None:
        """Begin where the reader looks, or at the end of what the mouse has selected; again: from the caret on."""
        if self._caret is not None:
            self._fixed = None
            self._move_caret(self._caret)
        elif self.selected is not None:
            self._take_up(self.selected)
        else:
            self._move_caret(Caret(self._looked_at()))

    def _looked_at(self) -> int:
        """The match, or the mention, that one has come to, or the first of what is lit; else the page's top."""
        overlay, shown = self.overlay, self.shown
        lit = (span for span in (overlay.current, overlay.at, *overlay.lit) if span and span.overlaps(shown))
        return max(shown.start, next(lit, shown).start)

    def _take_up(self, span: Span) -> None:
        """Keys go on with this selection, at its end."""
        self._fixed = cell_at(self._page, span.start)
        self._move_caret(Caret(cell_at(self._page, span.end - 1).start))

    def action_caret(self, way: str) -> None:
        """The caret to the "left" or "right", "up" or "down" a row, a "word", a "sentence" or a "paragraph" on, or
        a "word_back" …"""
        if self._caret is None:
            return
        around = self._whole_at(self._caret.position, way)
        if around is not None and self._fixed == cell_at(self._page, self._caret.position):
            self._take_up(around)
        else:
            self._move_caret(self._moved(self._caret, way))

    def _whole_at(self, position: int, way: str) -> Span | None:
        """What is taken first, before one goes on from its end: not the rest of a sentence, but all of it."""
        find = {"sentence": sentence_at, "paragraph": paragraph_at}.get(way)
        return find(self._page, position) if find else None

    def action_all(self) -> None:
        self._take_up(Span(0, len(self.document.text)))

    def action_other_end(self) -> None:
        """The caret to the other end of the selection."""
        if self._caret is not None and self._fixed is not None:
            fixed, self._fixed = self._fixed, cell_at(self._page, self._caret.position)
            self._move_caret(Caret(fixed.start))

    def action_extend(self, way: str) -> None:
        """Shift and an arrow: begin selecting if need be, and move."""
        if not self.selecting:
            self.action_select()
        self.action_caret({"forward": "left", "back": "right"}.get(way, way))

    def action_copy(self) -> None:
        self._copy(cited=False)

    def action_copy_cited(self) -> None:
        """Copy, and below it the source."""
        self._copy(cited=True)

    def action_copy_selected(self) -> None:
        self._copy(cited=False)

    def _copy(self, *, cited: bool) -> None:
        self.post_message(CopyRequested(self.selected, cited=cited))
        self.clear_selection()

    # motions of the page, which carry the caret along

    def action_line(self, step: int) -> None:
        if self.selecting:
            self.action_caret("down" if step > 0 else "up")
        else:
            super().action_line(step)

    def action_page(self, step: int) -> None:
        super().action_page(step)
        self._move_rows(step * self.page_rows)

    def action_half(self, step: int) -> None:
        super().action_half(step)
        self._move_rows(step * self.half_rows)

    def action_top(self) -> None:
        super().action_top()
        self._carry(0)

    def action_end(self) -> None:
        super().action_end()
        self._carry(len(self.document.text))

    def come_to(self, span: Span) -> None:
        """Where keys select, up to the far end of `span`."""
        super().come_to(span)
        if self._caret is not None:
            self._carry(span.start if span.start <= self._caret.position else max(span.start, span.end - 1))

    def _move_rows(self, rows: int) -> None:
        if self._caret is not None:
            self._move_caret(self._caret.step_row(self._page, rows))

    def _carry(self, position: int) -> None:
        if self._caret is not None:
            self._move_caret(Caret(cell_at(self._page, position).start))

    def _move_caret(self, caret: Caret) -> None:
        here = cell_at(self._page, caret.position)
        if not here.length:  # nothing is drawn at all
            return
        self._fixed = self._fixed or here
        self._caret = caret
        self.selecting = True
        self.overlay.caret = here
        self.show(here)
        self._select(_union(self._fixed, here))

    def _moved(self, caret: Caret, way: str) -> Caret:
        unit, _, back = way.partition("_")
        move = {
            "word": caret.step_word,
            "sentence": caret.step_sentence,
            "paragraph": caret.step_paragraph,
        }.get(unit)
        if move is not None:
            return move(self._page, BACK if back else FORWARD)
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
        self._fixed = self._caret = self.overlay.caret = None
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
            return
        around = WHOLE[min(event.chain, max(WHOLE))](self._page, under.start)
        self._select(around)
        if around is not None:
            self.post_message(CopyRequested(around))

    def _click(self, under: Span | None) -> None:
        self.clear_selection()
        named = None if under is None else self.overlay.mention_at(under)
        if named is not None and named.ref is not None:
            self.post_message(MentionChosen(named.ref, named.span))

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
