"""A line of classical verse on the grid: its two hemistichs in two columns, or each on a row of its own.

What the writer parted them with («***») is not drawn; the gap between the columns stands for it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from reader.document.lines import hemistichs
from reader.document.model import BlockKind
from reader.layout.line import Cell, Line
from reader.layout.paragraph import Paragraph
from reader.text.arabic import strip_marks
from reader.text.span import Span

if TYPE_CHECKING:
    from reader.document.model import Document
    from reader.layout.view import PageOptions

GAP: Final = 4
"""Columns between the two hemistichs, at least."""
INDENT: Final = 6
"""Columns that the second hemistich stands in on a row of its own."""
_POEM: Final = 200
"""Lines of verse before and after one that are looked at together with it."""


class Poems:
    """The lines of verse of a document: those of one poem are all set in two columns, or all in one."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._widest: dict[int, int] = {}

    def rows(self, block: int, span: Span, width: int, options: PageOptions) -> list[Line] | None:
        """`couplet`, in two columns where the widest hemistich of the poem has room in one."""
        columns = width >= GAP + 2 * self._width(block)
        return couplet(self._document.text, span, width, options, columns=columns, block=block)

    def _width(self, block: int) -> int:
        """Columns of the widest hemistich among the lines of verse around the block."""
        if block not in self._widest:
            blocks = self._document.blocks
            first = last = block
            while first > max(0, block - _POEM) and blocks[first - 1].kind is BlockKind.VERSE:
                first -= 1
            while last < min(len(blocks), block + _POEM) and blocks[last].kind is BlockKind.VERSE:
                last += 1
            widths = [_columns(blocks[number].span.of(self._document.text)) for number in range(first, last)]
            self._widest.update(dict.fromkeys(range(first, last), max(widths)))
        return self._widest[block]


def _columns(line: str) -> int:
    """Columns of the wider half: its letters without their marks, or a few less where lam meets alef."""
    halves = hemistichs(line) or ()
    return max((len(strip_marks(half.of(line))) for half in halves), default=0)


def couplet(
    text: str, span: Span, width: int, options: PageOptions, *, columns: bool, block: int | None = None
) -> list[Line] | None:
    """The rows of the right-to-left line of verse `span` of `text`, in two `columns` or one below the other; None
    where it shows no two hemistichs.

    The spans of the rows, one after another, are the whole line.
    """
    halves = hemistichs(span.of(text))
    if halves is None:
        return None
    first, second = (half.shift(span.start) for half in halves)
    room = (width - GAP) // 2
    one, other = (Paragraph(half.of(text), 1, options, offset=half.start) for half in (first, second))
    if columns and max(_width(one), _width(other)) <= room:
        return [_beside(one, other, span, Span(first.end, second.start), width, room, block)]
    rows = one.lines(width, block=block)
    below = other.lines(width, first=_indent(other, width), block=block)
    rows[0] = replace(rows[0], span=Span(span.start, rows[0].span.end))
    rows[-1] = replace(rows[-1], span=Span(rows[-1].span.start, second.start))
    below[-1] = replace(below[-1], span=Span(below[-1].span.start, span.end))
    return [*rows, *below]


def _beside(
    one: Paragraph, other: Paragraph, span: Span, parting: Span, width: int, room: int, block: int | None
) -> Line:
    """Both on one row: each begins at the right edge of its half."""
    right, left = one.cells(one.glyphs), other.cells(other.glyphs)
    taken = sum(cell.width for cell in right)
    gap = width - taken - room
    start = room - sum(cell.width for cell in left)
    return Line((*left, Cell(" " * gap, gap, parting), *right), span, start, 1, block)


def _width(paragraph: Paragraph) -> int:
    return sum(cell.width for cell in paragraph.cells(paragraph.glyphs))


def _indent(half: Paragraph, width: int) -> int:
    return INDENT if _width(half) + INDENT <= width else 0
