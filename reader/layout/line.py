"""One row of the page: cells in visual order, each knowing the span of the text it shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

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
