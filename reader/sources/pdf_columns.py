"""How wide the columns of a page of a PDF are: a line that fills its own goes on in the next one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.sources.pdf_lines import Line


_NEAR = 8
"""Lines, from the top of a page on, among which those beside one are."""


class _Column(NamedTuple):
    """A stretch of the width of a page in which lines stand that have others beside them."""

    left: float
    right: float


def rooms(page: Sequence[Line]) -> list[float | None]:
    """The width of the column that each line of a page stands in; None of what has nothing beside it."""
    columns = _columns(_beside_others(page))
    found: list[float | None] = []
    for line in page:
        here = [
            column
            for column in columns
            if column.left - line.size <= line.left and line.right <= column.right + line.size
        ]
        found.append(here[0].right - here[0].left if here else None)
    return found


def _beside_others(page: Sequence[Line]) -> list[Line]:
    """The lines that have another one to their left or right."""
    beside: list[Line] = []
    in_height = sorted(page, key=lambda line: -line.y)
    for number, line in enumerate(in_height):
        for other in in_height[number + 1 : number + 1 + _NEAR]:
            if line.y - other.y > line.size:
                break
            if line.right < other.left or other.right < line.left:
                beside += (line, other)
    return beside


def _columns(lines: Sequence[Line]) -> list[_Column]:
    """The lines by the width that they share; what reaches over two columns joins them."""
    columns: list[_Column] = []
    for line in sorted(lines, key=lambda line: line.left):
        if columns and line.left < columns[-1].right:
            columns[-1] = columns[-1]._replace(right=max(columns[-1].right, line.right))
        else:
            columns.append(_Column(line.left, line.right))
    return columns
