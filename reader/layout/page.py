"""The page: a document in rows of one width, laid out piece by piece as it is looked at.

Rows have two kinds of address. A global row counts from the document's start and needs everything before it
laid out. A `Place` needs only its own piece: what scrolls uses places, so that a book of any length opens,
ends and resizes at once.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import OrderedDict
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from reader.document.model import BlockKind, Document
from reader.layout.couplet import Poems
from reader.layout.direction import Directions
from reader.layout.line import Line
from reader.layout.paragraph import Paragraph
from reader.layout.pieces import Pieces
from reader.layout.table import Tables
from reader.layout.view import DEFAULT_OPTIONS, PageOptions
from reader.text import cells
from reader.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["Page", "PageOptions", "Place"]

INDENT = 2
"""Columns that a quotation, or an item of the second depth, stands in from the start side."""

KEPT = 100_000
"""Code points whose rows are remembered, the piece in hand apart: a thousand rows, some 30 MB."""

_LEAST = 100
"""Code points that a short piece counts for: its rows cost that much."""

_MARKER = re.compile(r"[ \t]*((?:[-–—•*●▪◦‣·]|\(?\w{1,3} ?[.)\-–ـ])[ \t]+)")
_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.ITEM})
"""Kinds whose rows may be justified."""
_INDENTED = frozenset({BlockKind.VERSE, BlockKind.CODE})
"""Kinds whose white space at the start of a line means something."""


class Place(NamedTuple):
    """A row of the page: row `row` of piece `piece`, both from 0. Places compare in reading order."""

    piece: int
    row: int


class Page:
    """The rows of `document`, `width` columns wide (at least 1).

    The spans of all rows, one after another, are the whole text: what lies between two blocks belongs to the
    blank row between them, or else to the row before. A document without text has one empty row.
    """

    def __init__(
        self,
        document: Document,
        width: int,
        options: PageOptions = DEFAULT_OPTIONS,
        *,
        like: Page | None = None,
        is_fixed: Callable[[Span], bool] = lambda _: False,
    ) -> None:
        """`like` is a page of the same document: what does not depend on width and options is taken from it.
        `is_fixed` tells the words that are not drawn out where rows are justified: names."""
        self.document = document
        self.width = max(1, width)
        self.options = options
        self._is_fixed = is_fixed
        self._pieces: Pieces = like._pieces if like else Pieces(document)
        same = like is not None and like.options.direction is options.direction
        self._directions: Directions = like._directions if like and same else Directions(document, options.direction)
        self._poems: Poems = like._poems if like else Poems(document)
        self._tables = Tables(document, self.width, options)
        self._kept: OrderedDict[int, tuple[Line, ...]] = OrderedDict()
        self._kept_size = 0
        self._first_rows = [0]

    # Places: only the pieces that are touched are laid out.

    def line_at(self, place: Place) -> Line:
        """The row at `place`; the nearest one where the page, at another width, had more rows."""
        piece, row = self.move(place, 0)
        return self._rows(piece)[row]

    def rows(self, place: Place, count: int) -> list[Line]:
        """`count` rows from `place` on; fewer at the end of the document."""
        return list(islice(self._rows_from(self.move(place, 0)), max(0, count)))

    def move(self, place: Place, delta: int) -> Place:
        """The place `delta` rows further on (back where negative), within the document."""
        last = len(self._pieces) - 1
        piece = min(max(0, place.piece), last)
        row = min(max(0, place.row), len(self._rows(piece)) - 1) + delta
        while row < 0 and piece > 0:
            piece -= 1
            row += len(self._rows(piece))
        while row >= len(self._rows(piece)) and piece < last:
            row -= len(self._rows(piece))
            piece += 1
        return Place(piece, min(max(0, row), len(self._rows(piece)) - 1))

    def last_place(self, height: int = 1) -> Place:
        """Where to begin so that `height` rows end with the document's last."""
        last = len(self._pieces) - 1
        return self.move(Place(last, len(self._rows(last)) - 1), 1 - height)

    def place_of(self, position: int) -> Place:
        """The row that shows `position` or stands for it."""
        piece = self._pieces.at(position)
        row = bisect_right(self._rows(piece), position, key=lambda line: line.span.start) - 1
        return Place(piece, max(0, row))

    def piece_span(self, place: Place) -> Span:
        """The part of the text that is laid out together with the row at `place`."""
        return self._pieces[place.piece].span

    def next_piece(self, place: Place, by: int) -> Place | None:
        """The first row of the piece after (1) or before (-1) that of `place`; None at the document's ends."""
        piece = place.piece + by
        return Place(piece, 0) if 0 <= piece < len(self._pieces) else None

    # Global rows: everything before them is laid out once, to be counted.

    def lines(self, first_row: int, count: int) -> list[Line]:
        """`count` rows from row `first_row` (from 0) on; fewer at the end of the document, none beyond."""
        place = self._place_at(max(0, first_row))
        return self.rows(place, count) if place else []

    def _place_at(self, row: int) -> Place | None:
        while self._first_rows[-1] <= row and len(self._first_rows) <= len(self._pieces):
            self._first_row(len(self._first_rows))
        piece = bisect_right(self._first_rows, row) - 1
        return Place(piece, row - self._first_rows[piece]) if piece < len(self._pieces) else None

    def _first_row(self, piece: int) -> int:
        """The global row that `piece` begins with; one past the last piece, the number of all rows."""
        firsts = self._first_rows
        while len(firsts) <= piece:
            firsts.append(firsts[-1] + len(self._rows(len(firsts) - 1)))
        return firsts[piece]

    # Laying out.

    def _rows_from(self, place: Place) -> Iterator[Line]:
        yield from self._rows(place.piece)[place.row :]
        for piece in range(place.piece + 1, len(self._pieces)):
            yield from self._rows(piece)

    def _rows(self, piece: int) -> tuple[Line, ...]:
        """The rows of a piece, its blank row included; the most recent ones are kept."""
        if piece in self._kept:
            self._kept.move_to_end(piece)
            return self._kept[piece]
        while self._kept and self._kept_size > KEPT:
            dropped, _ = self._kept.popitem(last=False)
            self._kept_size -= self._size(dropped)
        self._kept_size += self._size(piece)
        rows = self._kept[piece] = self._lay_out(piece)
        return rows

    def _size(self, piece: int) -> int:
        return max(_LEAST, self._pieces[piece].span.length)

    def _lay_out(self, index: int) -> tuple[Line, ...]:
        span, block = self._pieces[index]
        kind = None if block is None else self.document.blocks[block].kind
        stops = () if block is None else self._tables.stops(block)
        paragraph = Paragraph(
            span.of(self.document.text),
            self._directions.of(block),
            self.options,
            offset=span.start,
            indented=kind in _INDENTED or bool(stops),
            stops=stops,
        )
        first, rest = (0, 0) if block is None else self._indents(block, span)
        if stops and stops[-1] <= self.width // 2:  # else no row of the table is broken
            rest = stops[span.of(self.document.text).count("\t") - 1]
        lines = None
        if block is not None and kind is BlockKind.VERSE and paragraph.base:
            lines = self._poems.rows(block, span, self.width, self.options)
        fixed = self._is_fixed if self.options.justify and kind in _PROSE and not stops else None
        lines = lines or paragraph.lines(self.width, first=first, rest=rest, block=block, is_fixed=fixed)
        lines = [row for line in lines for row in (line, *[_blank_after(line, self.width)] * self.options.spacing)]
        reach = self._pieces.reach(index)
        if self._pieces.spaced(index):
            lines.append(_blank_after(lines[-1], self.width))
        lines[0] = replace(lines[0], span=Span(reach.start, lines[0].span.end))
        lines[-1] = replace(lines[-1], span=Span(lines[-1].span.start, reach.end))
        return tuple(lines)

    def _indents(self, index: int, part: Span) -> tuple[int, int]:
        """Columns left free at the start side of a piece's first row and of its others."""
        block = self.document.blocks[index]
        if block.kind is BlockKind.QUOTE:
            first = rest = INDENT * max(1, block.level)
        elif block.kind is BlockKind.ITEM:
            marker = _MARKER.match(self.document.text, *block.span)
            first = INDENT * max(0, block.level - 1)
            rest = first + (cells.width(marker[1]) if marker else 0)
            if part.start > block.span.start:
                first = rest
        else:
            return 0, 0
        return (first, rest) if rest <= self.width // 2 else (0, 0)


def _blank_after(line: Line, width: int) -> Line:
    return Line((), Span(line.span.end, line.span.end), width if line.direction else 0, line.direction)
