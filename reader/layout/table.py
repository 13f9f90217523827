"""Tables on the grid: the cells of neighbouring rows stand in columns, each as wide as its widest cell."""

from __future__ import annotations

from itertools import accumulate, groupby, zip_longest
from typing import TYPE_CHECKING, Final

from reader.document.table import is_row, table_around
from reader.layout.view import view
from reader.text.shape import shape

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from reader.document.model import Document
    from reader.layout.view import PageOptions

GAP: Final = 2
"""Columns of the grid between two columns of a table."""


class Tables:
    """Where the columns of a document's tables begin, on a page of this width."""

    def __init__(self, document: Document, width: int, options: PageOptions) -> None:
        self._document = document
        self._width = width
        self._options = options
        self._known: dict[int, tuple[int, ...]] = {}

    def stops(self, block: int) -> tuple[int, ...]:
        """Where the cells of a block begin, but for the first one; none where it is no row of a table, or that has no
        room: all of a row, or a column that leaves half of the page for the last cell."""
        if block not in self._known:
            self._find(block)
        return self._known[block]

    def _find(self, block: int) -> None:
        """The columns of all rows around the block; where they have no room, of those with as many cells: several
        tables may follow each other."""
        text, blocks = self._document.text, self._document.blocks
        if not is_row(text, blocks[block]):
            self._known[block] = ()
            return
        rows = {row: self._widths(row) for row in table_around(text, blocks, block)}
        together = self._fitted(rows.values())
        for _, alike in groupby(rows, lambda row: len(rows[row])):
            some = list(alike)
            self._known.update(dict.fromkeys(some, together or self._fitted([rows[row] for row in some])))

    def _widths(self, block: int) -> list[int]:
        """Columns of the grid that each cell takes."""
        written = self._document.blocks[block].span.of(self._document.text)
        shown = view(written, self._options).text
        return [
            sum(glyph.width for glyph in shape(cell, tashkeel=self._options.tashkeel)) for cell in shown.split("\t")
        ]

    def _fitted(self, rows: Collection[Sequence[int]]) -> tuple[int, ...]:
        if len(rows) < 2:
            return ()
        before_another = zip_longest(*(row[:-1] for row in rows), fillvalue=0)
        stops = tuple(accumulate(max(column) + GAP for column in before_another))
        widest = max(stops[len(row) - 2] + row[-1] for row in rows)
        return stops if widest <= self._width or stops[-1] <= self._width // 2 else ()
