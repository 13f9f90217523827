"""What a structured source is made of, put together into one text with its blocks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from reader.document.model import Block, BlockKind
from reader.text.arabic import INVISIBLE
from reader.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

_NOTHING = re.compile(rf"[\s{INVISIBLE}]*")
_BETWEEN = "\n\n"
_AS_LINES = frozenset({BlockKind.VERSE, BlockKind.CODE})
"""Where a line end is more than white space."""


class Part(NamedTuple):
    """A block before its place in the text is known; `level` is that of a `Block`."""

    kind: BlockKind
    text: str
    level: int = 0


def compose(parts: Iterable[Part]) -> tuple[str, tuple[Block, ...]]:
    """The text of all parts with a blank line between them, and a block for each.

    A part without anything to see is left out, since a block has something to show.
    """
    texts: list[str] = []
    blocks: list[Block] = []
    position = 0
    for kind, raw, level in parts:
        text = _lines(raw) if kind in _AS_LINES else _line(raw)
        if _NOTHING.fullmatch(text):
            continue
        texts.append(text)
        blocks.append(Block(kind, Span(position, position + len(text)), level))
        position += len(text) + len(_BETWEEN)
    return _BETWEEN.join(texts), tuple(blocks)


def plain_parts(text: str, blocks: Iterable[Block]) -> list[Part]:
    """The blocks of a plain text as parts, to go among those of another source (the body of a mail)."""
    return [Part(block.kind, block.span.of(text), block.level) for block in blocks]


def one_line(text: str) -> str:
    """`text` with one space for every run of white space: in a page or a book a line end means nothing."""
    return " ".join(text.split())


def table_row(cells: list[Part], columns: int) -> list[Part]:
    """A row of a table: one line with tabs, where each of its cells is one paragraph."""
    filled = [cell for cell in cells if cell.text.strip()]
    if columns > 1 and len(cells) == columns and all(cell.kind is BlockKind.PARAGRAPH for cell in filled):
        return [cells_in_line(one_line(cell.text) for cell in cells)]
    return filled


def cells_in_line(cells: Iterable[str]) -> Part:
    """A row of a table. Empty cells keep their place, but for the last ones; a single one is a paragraph."""
    row = list(cells)
    line = "\t".join(row)
    return Part(BlockKind.PARAGRAPH, line.rstrip("\t") if "\t" in line.strip("\t") else line.strip("\t"))


def _line(text: str) -> str:
    """`text` without white space around it, but for the tabs of empty cells before other ones."""
    line = text.strip()
    empty = re.match(r"\t*", text) if "\t" in line else None
    return f"{empty[0]}{line}" if empty else line


def _lines(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.splitlines()).strip("\n")
