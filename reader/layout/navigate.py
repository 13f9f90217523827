"""Moving about the page with the keyboard: from one position to the next, by cluster, word, row or percent.

A caret stands on something drawn: the start of the text that a cell shows. Every function takes a position
anywhere and returns such a one (0 where a document shows nothing). `by` is 1 forward in reading order, -1 back;
only the pieces that a move touches are laid out.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from reader.text.segment import words

if TYPE_CHECKING:
    from reader.layout.line import Line
    from reader.layout.page import Page, Place


def step(page: Page, position: int, by: int) -> int:
    """The cluster (or lam-alef pair) after or before the one at `position`; the same at the document's ends."""
    place = page.place_of(position)
    starts = _starts(page.line_at(place))
    index = bisect_right(starts, position) if by > 0 else bisect_left(starts, position) - 1
    if 0 <= index < len(starts):
        return starts[index]
    beyond = _drawn_row(page, place, by)
    if beyond is None:
        return snap(page, position)
    return _starts(page.line_at(beyond))[0 if by > 0 else -1]


def step_visual(page: Page, position: int, by: int) -> int:
    """The cell at the right (1) or left (-1) of the one at `position`, whatever its direction.

    At the edge of a row it goes on where the paragraph does: in a right-to-left one, left is forward.
    """
    place = page.place_of(position)
    line = page.line_at(place)
    here = line.cell_of(snap(page, position))
    if here is None:
        return snap(page, position)
    index = line.cells.index(here[1]) + by
    if 0 <= index < len(line.cells):
        return line.cells[index].span.start
    forward = (by < 0) == bool(line.direction)
    beyond = _drawn_row(page, place, 1 if forward else -1)
    if beyond is None:
        return here[1].span.start
    line = page.line_at(beyond)
    return line.cells[-1 if forward == bool(line.direction) else 0].span.start


def step_word(page: Page, position: int, by: int) -> int:
    """The start of the next word, or of this one or the one before; a document's end where there is none."""
    place: Place | None = page.place_of(position)
    while place is not None:
        span = page.piece_span(place)
        starts = [span.start + word.start for word in words(span.of(page.document.text))]
        index = bisect_right(starts, position) if by > 0 else bisect_left(starts, position) - 1
        if 0 <= index < len(starts):
            return snap(page, starts[index])
        place = page.next_piece(place, by)
    return snap(page, len(page.document.text) if by > 0 else 0)


def step_row(page: Page, position: int, rows: int, column: int | None = None) -> int:
    """What stands `rows` further down (up where negative) at `column`, or else at the column of `position`.

    A caller that keeps the column over several moves does not lose it in a short row. Blank rows are passed
    over; at the document's ends it is its first or last row.
    """
    place = page.place_of(position)
    if column is None:
        column = page.line_at(place).column_of(position)
    target = page.move(place, rows)
    if not page.line_at(target).cells:
        target = _drawn_row(page, target, rows) or _drawn_row(page, target, -rows) or target
    return page.line_at(target).position_at(column)


def row_start(page: Page, position: int) -> int:
    """The first thing drawn in the row of `position`, in reading order."""
    return min(_starts(page.line_at(page.place_of(snap(page, position)))), default=0)


def row_end(page: Page, position: int) -> int:
    """The last thing drawn in the row of `position`, in reading order."""
    return max(_starts(page.line_at(page.place_of(snap(page, position)))), default=0)


def snap(page: Page, position: int) -> int:
    """The nearest position at which a caret may stand: that of the cell that shows `position`, or of the next
    in the row; else the row's last, else the nearest row's."""
    place = page.place_of(position)
    line = page.line_at(place)
    if not line.cells:
        nearest = _drawn_row(page, place, 1) or _drawn_row(page, place, -1)
        return _starts(page.line_at(nearest))[0] if nearest else 0
    found = line.cell_of(position)
    return found[1].span.start if found else _starts(line)[-1]


def percent(page: Page, position: int) -> int:
    """How much of the text lies before `position`, in percent; 100 in an empty document."""
    length = len(page.document.text)
    return min(100, 100 * position // length) if length else 100


def at_percent(page: Page, share: int) -> int:
    """The position before which `share` percent of the text lie; the last one for 100."""
    return snap(page, len(page.document.text) * min(max(0, share), 100) // 100)


def _drawn_row(page: Page, place: Place, by: int) -> Place | None:
    """The nearest row after or before `place` in which something is drawn."""
    step = 1 if by > 0 else -1
    while (target := page.move(place, step)) != place:
        if page.line_at(target).cells:
            return target
        place = target
    return None


def _starts(line: Line) -> list[int]:
    return sorted(cell.span.start for cell in line.cells)
