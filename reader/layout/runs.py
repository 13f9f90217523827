"""Marks laid over a row: stretches of cells that look alike."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from reader.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.document.marks import Mark, Role
    from reader.layout.line import Cell, Line


class MarkIndex:
    """Marks that can be asked for by place; they may overlap, and come in any order.

    A query costs what it finds, however long some marks are: marks are kept apart by length (powers of two),
    and in each class only those that begin at most one length before the place are looked at.
    """

    def __init__(self, marks: Iterable[Mark] = ()) -> None:
        self._classes: dict[int, list[Mark]] = defaultdict(list)
        for mark in sorted(marks, key=_reading_order):
            self._classes[mark.span.length.bit_length()].append(mark)

    def touching(self, span: Span) -> list[Mark]:
        """The marks that share a code point with `span`: by start, the longer first."""
        found: list[Mark] = []
        for bits, marks in self._classes.items():
            first = bisect_left(marks, span.start - (1 << bits), key=_start)
            last = bisect_left(marks, span.end, lo=first, key=_start)
            found += (mark for mark in marks[first:last] if _shared(mark.span, span))
        return sorted(found, key=_reading_order)


def _shared(one: Span, other: Span) -> int:
    """How many code points two spans share."""
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _start(mark: Mark) -> int:
    return mark.span.start


def _reading_order(mark: Mark) -> tuple[int, int]:
    return mark.span.start, -mark.span.end


class Run(NamedTuple):
    """Neighbouring cells under the same marks, left to right."""

    text: str
    width: int
    marks: tuple[Mark, ...]
    """By start, the longer (the outer) first."""
    span: Span
    """From the first to the last position shown; other text may lie between where directions mix."""

    @property
    def roles(self) -> frozenset[Role]:
        return frozenset(mark.role for mark in self.marks)


def runs(line: Line, marks: MarkIndex) -> Iterator[Run]:
    """The cells of `line`, left to right, grouped by the marks that they are under.

    A cell is under every mark that touches it. So a lam-alef cell whose lam is a prefix and whose alef begins
    a name is drawn as the name: the eye would rather see a prefix lit than a name cut.
    """
    above: dict[int, list[Mark]] = defaultdict(list)
    for mark in marks.touching(line.span):
        for position in range(max(mark.span.start, line.span.start), min(mark.span.end, line.span.end)):
            above[position].append(mark)

    def over(cell: Cell) -> tuple[Mark, ...]:
        start, end = cell.span
        if end - start == 1:
            return tuple(above.get(start, ()))
        found = dict.fromkeys(mark for position in range(start, end) for mark in above.get(position, ()))
        return tuple(sorted(found, key=_reading_order))

    for over_all, group in groupby(line.cells, key=over):
        cells = list(group)
        span = Span(min(cell.span.start for cell in cells), max(cell.span.end for cell in cells))
        yield Run("".join(cell.text for cell in cells), sum(cell.width for cell in cells), over_all, span)
