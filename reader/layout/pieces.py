"""A document in pieces: blocks, and parts of those blocks that are too long to be laid out at once.

Cutting costs a few microseconds a block and looks at no letter of a block of ordinary length, so a book opens at once.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from reader.document.model import Block, BlockKind, Document
from reader.document.table import is_row
from reader.text.clusters import clusters
from reader.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 4000
"""Code points of a piece, at most: some fifty rows, laid out in a few hundredths of a second."""

SHORT = 60
"""Code points below which source lines that follow each other directly are set without a blank row: an
address, a cast list. Longer ones are paragraphs in a text that parts them by one line end."""

_SENTENCE_ENDS = (". ", "؟ ", "! ", "؛ ", "? ", "۔ ", ".\n", "؟\n", "!\n", "…\n")
_CLUSTER = 64
"""Code points that are looked at to find the edge of a cluster; a longer one is cut."""

_LINE_END = re.compile(r"\r\n|[\n\r\x85\u2028\u2029]")
_AS_LINES = frozenset({BlockKind.VERSE, BlockKind.CODE})


class Piece(NamedTuple):
    """A part of a block, laid out by itself; without a block, the whole of a document that has none."""

    span: Span
    block: int | None


class Pieces:
    """The pieces of one document, in order; they do not depend on the width of the page."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        self._blocks = document.blocks
        self._pieces: list[Piece] = []
        for index, block in enumerate(document.blocks):
            if block.span.end - block.span.start <= LONGEST and block.kind not in _AS_LINES:
                self._pieces.append(Piece(block.span, index))  # nearly always
            else:
                self._pieces += (Piece(part, index) for part in _parts(document.text, block))
        if not self._pieces:
            self._pieces.append(Piece(Span(0, 0), None))

    def __len__(self) -> int:
        return len(self._pieces)

    def __getitem__(self, index: int) -> Piece:
        return self._pieces[index]

    def at(self, position: int) -> int:
        """The piece that shows `position`, or that the gap at `position` belongs to."""
        return max(0, bisect_right(self._starts, position) - 1)

    @cached_property
    def _starts(self) -> list[int]:
        return [piece.span.start for piece in self._pieces]

    def reach(self, index: int) -> Span:
        """The piece's span together with the gap up to the next piece, and the one before the first."""
        start = self._pieces[index].span.start if index else 0
        end = self._pieces[index + 1].span.start if index + 1 < len(self._pieces) else len(self._text)
        return Span(start, end)

    def spaced(self, index: int) -> bool:
        """Whether a blank row follows the piece."""
        if index + 1 >= len(self._pieces):
            return False
        before, after = self._pieces[index].block, self._pieces[index + 1].block
        return before is not None and after is not None and before != after and self._parted(before, after)

    def _parted(self, before: int, after: int) -> bool:
        first, second = self._blocks[before], self._blocks[after]
        kinds = {first.kind, second.kind}
        if BlockKind.HEADING in kinds:
            return True
        if kinds == {BlockKind.ITEM} or (is_row(self._text, first) and is_row(self._text, second)):
            return False
        if len(_LINE_END.findall(self._text, first.span.end, second.span.start)) > 1:
            return True
        if kinds <= _AS_LINES and len(kinds) == 1:
            return False
        return max(first.span.length, second.span.length) >= SHORT


def _parts(text: str, block: Block) -> Iterator[Span]:
    """The spans of a block's pieces: they follow each other without gap and cover it."""
    start = block.span.start
    if block.kind in _AS_LINES:
        for line_end in _LINE_END.finditer(text, start, block.span.end - 1):
            yield from _cut(text, start, line_end.end())
            start = line_end.end()
    yield from _cut(text, start, block.span.end)


def _cut(text: str, start: int, end: int) -> Iterator[Span]:
    """`[start, end)` in parts of `LONGEST` code points at most."""
    while end - start > LONGEST:
        cut = _cut_before(text, start + LONGEST // 2, start + LONGEST)
        yield Span(start, cut)
        start = cut
    yield Span(start, end)


def _cut_before(text: str, low: int, high: int) -> int:
    """The last good place in `(low, high]`: after a sentence, after white space, between two clusters."""
    sentence = max(text.rfind(end, low, high) for end in _SENTENCE_ENDS)
    if sentence >= 0:
        return sentence + 2
    space = max(text.rfind(char, low, high) for char in " \n\t")
    if space >= 0:
        return space + 1
    last = clusters(text[high - _CLUSTER : high + 1])[-1]
    return high - _CLUSTER + last.start if last.start else high
