"""Which way each block of a document runs.

UAX #9 takes the first strong letter (P2, P3); where a higher protocol knows better it may say so (HL1). In a document
that is mostly Arabic an item, a turn of a dialogue or a sentence that only begins with a Latin word runs with the rest.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple

from reader.document.model import BlockKind
from reader.document.table import is_row, table_around
from reader.text.bidi_levels import classify, isolates
from reader.text.isolates import isolates as units

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.document.model import Block, Document

LEFT_TO_RIGHT: Final = 0
"""The direction of code, whatever letters its comments begin with (UTS #55, 4.1)."""
RIGHT_TO_LEFT: Final = 1
"""The direction of a block without letters where no block precedes it."""

SAMPLE: Final = 20_000
"""Code points of a document that say which way most of it runs."""
LOOKED_AT: Final = 4_000
"""Code points of a block whose letters are counted."""
_RUN: Final = 200
"""Blocks of one list or dialogue that are looked at together."""

_TURN: Final = re.compile(r"[^\n:]{1,40}:(?:\s|\Z)")
"""Who speaks, at the beginning of a turn («Ali: …»)."""
_LINE_END: Final = re.compile(r"\r\n|[\n\r\x85\u2028\u2029]")


class Direction(StrEnum):
    """Where a block's direction comes from; the value is what the command line takes."""

    MAJORITY = "majority"
    """In a mostly Arabic document most letters of the block, or of the list or dialogue that it stands in."""
    STRICT = "strict"
    """The first strong letter, always."""


class _Letters(NamedTuple):
    """Letters of each direction."""

    left: int
    right: int

    def __add__(self, other: object) -> _Letters:
        assert isinstance(other, _Letters)
        return _Letters(self.left + other.left, self.right + other.right)


class Directions:
    """The base levels of a document's blocks, found as they are asked for."""

    def __init__(self, document: Document, direction: Direction = Direction.MAJORITY) -> None:
        self._text = document.text
        self._blocks = document.blocks
        self._known: dict[int, int] = {}
        self._counted: dict[int, _Letters] = {}
        sample = _count(document.text[:SAMPLE])
        self._strict = direction is Direction.STRICT
        self._by_majority = not self._strict and sample.right >= sample.left and sample.right > 0

    def of(self, block: int | None) -> int:
        """0 or 1: that of the block's own letters, else of the block before it."""
        unknown: list[int] = []
        level = RIGHT_TO_LEFT if block is None else None
        while level is None and block is not None and block >= 0:
            table = self._table(block)
            level = self._known[block] if block in self._known else self._own(block, table)
            rows = table or range(block, block + 1)
            unknown += rows
            block = rows[0] - 1
        found = RIGHT_TO_LEFT if level is None else level
        self._known.update(dict.fromkeys(unknown, found))
        return found

    def _table(self, index: int) -> range | None:
        """The rows of the table that a block is one of: all run one way, or its columns would change sides."""
        block = self._blocks[index]
        if index in self._known or self._strict or block.kind is BlockKind.CODE or not is_row(self._text, block):
            return None
        return table_around(self._text, self._blocks, index)

    def _own(self, index: int, table: range | None) -> int | None:
        if self._blocks[index].kind is BlockKind.CODE:
            return LEFT_TO_RIGHT
        if table is not None:
            letters = sum(map(self._letters, table), _Letters(0, 0))
            return int(letters.right >= letters.left) if any(letters) else None
        first = self._first_strong(index)
        if first != 0 or not self._by_majority:
            return first
        letters = self._letters(index)
        if letters.right >= letters.left and letters.right:
            return 1
        around = sum((self._letters(other) for other in self._company(index)), _Letters(0, 0))
        return int(around.right > around.left)

    def _first_strong(self, index: int) -> int | None:
        """The level of the first strong letter outside isolates (P2, P3)."""
        block = self._blocks[index]
        for start in range(block.span.start, block.span.end, LOOKED_AT):
            part = self._text[start : min(start + LOOKED_AT, block.span.end)]
            level = isolates(classify(part)).direction.get(-1)
            if level is not None:
                return level
        return None

    def _letters(self, index: int) -> _Letters:
        """The block's letters, without those of addresses, options and the like."""
        if index not in self._counted:
            start, end = self._blocks[index].span
            text = self._text[start : min(end, start + LOOKED_AT)]
            inside = sum((_count(span.of(text)) for span in units(text)), _Letters(0, 0))
            whole = _count(text)
            self._counted[index] = _Letters(whole.left - inside.left, whole.right - inside.right)
        return self._counted[index]

    def _company(self, index: int) -> Iterator[int]:
        """The other blocks of the list or dialogue in which the block stands."""
        for step in (-1, 1):
            at = index + step
            while 0 <= at < len(self._blocks) and abs(at - index) <= _RUN and self._goes_on(min(at, at - step)):
                yield at
                at += step

    def _goes_on(self, index: int) -> bool:
        """Whether the block and the next one are items of one list, or turns of one dialogue on two lines."""
        one, other = self._blocks[index], self._blocks[index + 1]
        if one.kind is other.kind is BlockKind.ITEM:
            return True
        adjacent = len(_LINE_END.findall(self._text, one.span.end, other.span.start)) == 1
        return adjacent and self._is_turn(one) and self._is_turn(other)

    def _is_turn(self, block: Block) -> bool:
        return block.kind is BlockKind.PARAGRAPH and _TURN.match(self._text, *block.span) is not None


def _count(text: str) -> _Letters:
    kinds = classify(text)
    return _Letters(kinds.count(b"L"), kinds.count(b"R") + kinds.count(b"A"))
