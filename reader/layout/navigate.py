"""Moving about the page with the keyboard: from one position to the next, by cluster, word or row.

A caret stands on something drawn: the start of the text that a cell shows. Every function takes a position
anywhere and returns such a one (0 where a document shows nothing). `by` is 1 forward in reading order, -1 back;
only the pieces that a move touches are laid out.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

from reader.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.layout.line import Line
    from reader.layout.page import Page, Place

_LINE_END = re.compile(r"[\r\n\x85\u2028\u2029]+")
"""In a piece of prose it is white space."""
_start, _end = attrgetter("start"), attrgetter("end")


@dataclass(frozen=True, slots=True)
class Caret:
    """A position, and the column that it keeps to while it moves up and down: a short row does not shift it."""

    position: int
    column: int | None = None

    def step(self, page: Page, by: int) -> Caret:
        """To the next cluster, or the one before."""
        return Caret(step(page, self.position, by))

    def step_word(self, page: Page, by: int) -> Caret:
        """To the end of this word or the next, or to the start of this one or the one before."""
        return Caret(step_word(page, self.position, by))

    def step_sentence(self, page: Page, by: int) -> Caret:
        """The same by sentences."""
        return Caret(step_sentence(page, self.position, by))

    def step_paragraph(self, page: Page, by: int) -> Caret:
        """The same by paragraphs."""
        return Caret(step_paragraph(page, self.position, by))

    def step_row(self, page: Page, rows: int) -> Caret:
        """So many rows down (up where negative), at the column where such moves began."""
        column = self.column
        if column is None:
            column = page.line_at(page.place_of(self.position)).column_of(self.position)
        return Caret(step_row(page, self.position, rows, column), column)


def step(page: Page, position: int, by: int) -> int:
    """The cluster (or lam-alef pair) after or before the one at `position`; the same at the document's ends."""
    place = page.place_of(position)
    starts = _starts(page.line_at(place))
    index = bisect_right(starts, position) if by > 0 else bisect_left(starts, position) - 1
    if 0 <= index < len(starts):
        return starts[index]
    beside = _beside(page, place, by)
    return snap(page, position) if beside is None else beside


def step_word(page: Page, position: int, by: int) -> int:
    """The last cluster of this word or the next, or the first of this one or the one before; a document's end
    where there is none. Where one selects on the way, it is whole words."""
    return _step_part(page, position, by, _words)


def step_sentence(page: Page, position: int, by: int) -> int:
    """The same by sentences, closing marks included."""
    return _step_part(page, position, by, _sentences)


def step_paragraph(page: Page, position: int, by: int) -> int:
    """The same by paragraphs: the blocks of the document."""
    return _step_part(page, position, by, _paragraphs)


def _step_part(page: Page, position: int, by: int, parts: Callable[[Page, Place], list[Span]]) -> int:
    here = cell_at(page, position)
    place: Place | None = page.place_of(here.start)
    while place is not None:
        found = parts(page, place)
        index = bisect_right(found, here.end, key=_end) if by > 0 else bisect_left(found, here.start, key=_start) - 1
        if 0 <= index < len(found):
            return snap(page, found[index].end - 1 if by > 0 else found[index].start)
        place = page.next_piece(place, by)
    return snap(page, len(page.document.text) if by > 0 else 0)


def word_at(page: Page, position: int) -> Span | None:
    """The word that `position` is in, however many rows it takes; None between two words."""
    return _part_at(position, _words(page, page.place_of(position)))


def sentence_at(page: Page, position: int) -> Span | None:
    """The sentence that `position` is in; None between two of them. One that is longer than what is laid out at once
    ends there."""
    return _part_at(position, _sentences(page, page.place_of(position)))


def paragraph_at(page: Page, position: int) -> Span | None:
    """The paragraph, heading, stanza … that `position` is in; None between two of them."""
    return _part_at(position, _paragraphs(page, page.place_of(position)))


def _part_at(position: int, parts: list[Span]) -> Span | None:
    index = bisect_right(parts, position, key=_end)
    return parts[index] if index < len(parts) and parts[index].start <= position else None


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


def cell_at(page: Page, position: int) -> Span:
    """What a caret at `position` stands on: the text that one cell shows; empty where a document shows nothing."""
    position = snap(page, position)
    found = page.line_at(page.place_of(position)).cell_of(position)
    return found[1].span if found else Span(0, 0)


def snap(page: Page, position: int) -> int:
    """The nearest position at which a caret may stand: that of the cell that shows `position`, or of the next in
    the row, or else the row's last; beside a row in which nothing is drawn, the first after it or the last before."""
    place = page.place_of(position)
    line = page.line_at(place)
    if not line.cells:
        return _beside(page, place, 1) or _beside(page, place, -1) or 0
    found = line.cell_of(position)
    return found[1].span.start if found else _starts(line)[-1]


def _drawn_row(page: Page, place: Place, by: int) -> Place | None:
    """The nearest row after or before `place` in which something is drawn."""
    step = 1 if by > 0 else -1
    while (target := page.move(place, step)) != place:
        if page.line_at(target).cells:
            return target
        place = target
    return None


def _beside(page: Page, place: Place, by: int) -> int | None:
    """The first thing drawn in the rows after `place`, or the last in those before."""
    row = _drawn_row(page, place, by)
    return None if row is None else _starts(page.line_at(row))[0 if by > 0 else -1]


def _starts(line: Line) -> list[int]:
    return sorted(cell.span.start for cell in line.cells)


def _words(page: Page, place: Place) -> list[Span]:
    """The words of the piece at `place`."""
    # Imported on use: the first page is painted sooner without it.
    from reader.text.segment import words

    span = page.piece_span(place)
    return [word.shift(span.start) for word in words(span.of(page.document.text))]


def _sentences(page: Page, place: Place) -> list[Span]:
    """The sentences of the piece at `place`; a line of verse is one."""
    from reader.text.segment import sentences

    span = page.piece_span(place)
    text = _LINE_END.sub(lambda end: " " * len(end[0]), span.of(page.document.text))
    return [sentence.shift(span.start) for sentence in sentences(text)]


def _paragraphs(page: Page, place: Place) -> list[Span]:
    """The paragraph that the piece at `place` is of."""
    block = page.line_at(place._replace(row=0)).block  # blank rows are of none
    return [] if block is None else [page.document.blocks[block].span]
