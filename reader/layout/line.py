"""One row of the page: cells in visual order, each knowing the span of the text it shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.text.span import Span


class Cell(NamedTuple):
    """What is drawn in one place: one cluster (or a lam-alef pair), `width` columns wide."""

    text: str
    width: int
    span: Span


@dataclass(frozen=True, slots=True)
class Line:
    """A row. The spans of all lines of a page, one after another, are the whole text.

    `cells` run left to right on the screen, `left` blank columns precede them (right alignment), `span` is
    the logical range that the row stands for, white space and line ends that are not drawn included.
    """

    cells: tuple[Cell, ...]
    span: Span
    left: int = 0
    direction: int = 1
    """The base level of the paragraph: 1 right-to-left, 0 left-to-right."""
    block: int | None = None
    """Index into `Document.blocks`; None for the blank rows between blocks."""

    @property
    def width(self) -> int:
        """Columns that the cells take, `left` not counted."""
        return sum(cell.width for cell in self.cells)

    def placed(self) -> Iterator[tuple[int, Cell]]:
        """The cells, left to right, each with the column where it begins."""
        column = self.left
        for cell in self.cells:
            yield column, cell
            column += cell.width

    def cell_of(self, position: int) -> tuple[int, Cell] | None:
        """The cell that shows `position`, with its column; else the next one that is drawn, in logical order.

        None where nothing is drawn from `position` on: white space at the row's end, an empty row.
        """
        later = (placed for placed in self.placed() if placed[1].span.end > position)
        return min(later, key=lambda placed: placed[1].span.start, default=None)

    def column_of(self, position: int) -> int:
        """The column where `position` is shown; behind the last letter where nothing is drawn from there on.

        Behind is the column to the left of the row in a right-to-left paragraph, at least 0.
        """
        found = self.cell_of(position)
        if found:
            return found[0]
        return max(0, self.left - 1) if self.direction else self.left + self.width

    def position_at(self, column: int) -> int:
        """The position shown at `column`; beside the cells that of the first or last thing drawn, in logical
        order, whichever end of the row is nearer in its direction. The row's start where it is empty."""
        for left, cell in self.placed():
            if left <= column < left + cell.width:
                return cell.span.start
        before = (column >= self.left) == bool(self.direction)
        nearest = min if before else max
        return nearest((cell.span.start for cell in self.cells), default=self.span.start)
