"""Rows of a table: paragraphs of one line whose cells are parted by tabs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reader.document.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.document.model import Block

_TOGETHER: Final = 200
"""Blocks of which the rows are looked at together, counted from the first: whichever is asked for first."""
_LONGEST: Final = 1000
"""Code points of a row: what is longer is prose, or no table that could be shown as one."""


def is_row(text: str, block: Block) -> bool:
    """Whether the block is a row of a table: a line with a tab in it. One before it alone is an indentation."""
    if block.kind is not BlockKind.PARAGRAPH or block.span.length > _LONGEST:
        return False
    line = block.span.of(text).strip("\t")
    return "\t" in line and "\n" not in line


def table_around(text: str, blocks: Sequence[Block], index: int) -> range:
    """The rows right around a block that is one, it among them; of a long table a stretch, of any of its rows the
    same."""
    begin = index - index % _TOGETHER
    first, last = index, index + 1
    while first > begin and is_row(text, blocks[first - 1]):
        first -= 1
    while last < min(len(blocks), begin + _TOGETHER) and is_row(text, blocks[last]):
        last += 1
    return range(first, last)
