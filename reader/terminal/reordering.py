"""What terminals do by themselves to a row before they draw it: models of it, and nothing else.

Each was found by drawing rows of Latin and Arabic letters, digits, brackets and box drawing in several styles.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Protocol

from reader.terminal.row import BRAILLE_BLANK, Cell, numbers_of
from reader.text.bidi import line_levels, mirror, resolve, visual_order

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator

    from reader.terminal.row import Row

BOXES = ("\u2500", "\u259f")
"""The first and the last of box drawing and block elements, which terminals draw themselves, without a font."""
LAST_LINE = "\u257f"
"""The last of box drawing alone."""
LAST_SHAPE = "\u25ff"
"""The last of the geometric shapes, which follow them."""

_NEUTRAL = "!"
"""What stands for a bracket, and for what UAX #9 would remove although it has a cell (the soft hyphen)."""
_REMOVED = {"BN", "B", "S", "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}

_ANY_SCRIPT = "\u061b\u061f\u0640\u06dd"
"""Of a right-to-left class, yet common to several scripts (Scripts.txt), so that they do not turn a word."""
_ARABIC_PERCENT = "\u066a"


class Reordering(Protocol):
    """What one kind of terminal makes of a row."""

    def shown(self, row: Row) -> Row:
        """The cells as they stand on the screen when `row` was written, left to right."""


@dataclass(frozen=True, slots=True)
class Rows:
    """The bidirectional algorithm on each row, whatever its colours."""

    base: int | None = 0
    """Direction of a row: 0 left-to-right, 1 right-to-left, None that of its first letter."""
    by_style: bool = False
    """Each stretch in one style, of lines or of letters, by itself, since each is drawn by itself."""
    latin_up_to: str = ""
    """Of the shapes, from box drawing on, the last that counts as a left-to-right letter; "" where none does."""
    boxes_lead: bool = False
    """A row with a box in it is left-to-right, whatever its first letter."""
    pairs: bool = True
    """A bracket goes where its other one goes (rule N0)."""
    mirrors: bool = True
    """A bracket is turned in a right-to-left stretch (L4)."""

    def shown(self, row: Row) -> Row:
        """The cells as they stand on the screen when `row` was written, left to right."""
        return tuple(cell for part in self.parts(row) for cell in self._turned(part))

    def parts(self, row: Row) -> Iterator[Row]:
        """The stretches that are ordered each by itself."""
        if not self.by_style:
            return iter((row,))
        return _split(row, lambda cell: (cell.style, BOXES[0] <= cell.text[0] <= LAST_LINE, cell.width))

    def _turned(self, row: Row) -> Iterator[Cell]:
        base = 0 if self.boxes_lead and any(is_box(cell.text) for cell in row) else self.base
        resolved = resolve("".join(map(self._character, row)), base)
        levels = line_levels(resolved, 0, len(row))
        for index in visual_order(resolved, 0, len(row)):
            turned = self.mirrors and (levels[index] or 0) % 2
            yield mirrored(row[index]) if turned else row[index]

    def _character(self, cell: Cell) -> str:
        """What stands for this cell in the algorithm."""
        first = cell.text[0]
        if BOXES[0] <= first <= self.latin_up_to:
            return BRAILLE_BLANK
        if unicodedata.bidirectional(first) in _REMOVED or (not self.pairs and mirror(first)):
            return _NEUTRAL
        return first


@dataclass(frozen=True, slots=True)
class Words:
    """Each stretch without a blank, in one face of the font, is turned round whole where its first letter is of a
    right-to-left script: that is what HarfBuzz does with a stretch whose direction it is left to guess.

    Only the letters move: colours and lines stay in their columns.
    """

    def shown(self, row: Row) -> Row:
        """The cells as they stand on the screen when `row` was written, left to right."""
        return tuple(
            cell for word in self.parts(row) for cell in (turned_round(word) if _is_right_to_left(word) else word)
        )

    def parts(self, row: Row) -> Iterator[Row]:
        """The words, and what is between them."""
        return _split(row, lambda cell: (cell.is_blank, is_box(cell.text), cell.width, _face(cell.style)))


def turned_round(word: Row) -> Row:
    """The letters from right to left, brackets mirrored, in styles that stay where they are."""
    return tuple(mirrored(cell)._replace(style=place.style) for cell, place in zip(reversed(word), word, strict=True))


def mirrored(cell: Cell) -> Cell:
    """The cell as it is drawn in a right-to-left stretch (UAX #9 L4)."""
    other = mirror(cell.text[0])
    return cell._replace(text=other + cell.text[1:]) if other else cell


def is_box(text: str) -> bool:
    """Whether this is box drawing, or a block element."""
    return BOXES[0] <= text[0] <= BOXES[1]


def _split(row: Row, key: Callable[[Cell], Hashable]) -> Iterator[Row]:
    return (tuple(part) for _, part in groupby(row, key))


def _is_right_to_left(word: Row) -> bool:
    for cell in word:
        first = cell.text[0]
        class_ = unicodedata.bidirectional(first)
        if first == _ARABIC_PERCENT or (class_ in ("R", "AL", "AN") and first not in _ANY_SCRIPT):
            return True
        if class_ == "L":
            return False
    return False


@lru_cache(maxsize=256)
def _face(style: str) -> tuple[bool, bool]:
    """Whether the style is bold, and whether it is slanted."""
    numbers = numbers_of(style)
    return "1" in numbers, "3" in numbers
