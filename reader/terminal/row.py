"""A row of the screen as its terminal gets it: cells from left to right, each in a style."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from reader.text import cells

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

BLANK = " "
BRAILLE_BLANK = "\u2800"
"""The only blank of one cell's width that is a left-to-right letter to the bidirectional algorithm."""

PLAIN = "\x1b[0m"
SGR = re.compile(r"\x1b\[([\d;:]*)m")
"""A change of style."""
_FINE_COLOUR = re.compile(r"[345]8[;:](?:2[;:]\d*[;:]\d*[;:]\d*|5[;:]\d*)")
_BASIC = {"1", "4", "7", *map(str, range(30, 38)), *map(str, range(40, 48))}


class Cell(NamedTuple):
    """A character with its marks, `width` columns wide, in the style that the escapes `style` make."""

    text: str
    width: int = 1
    style: str = ""

    @property
    def is_blank(self) -> bool:
        """Whether no ink is in it."""
        return self.text in (BLANK, BRAILLE_BLANK)


Row: TypeAlias = tuple[Cell, ...]
"""Cells from left to right."""


def cells_of(text: str, style: str = "") -> Iterator[Cell]:
    """The cells of a stretch in one style; a mark without a letter before it in `text` is left out."""
    letter = ""
    for character in text:
        if width(character):
            if letter:
                yield Cell(letter, width(letter[0]), style)
            letter = character
        elif letter:
            letter += character
    if letter:
        yield Cell(letter, width(letter[0]), style)


@lru_cache(maxsize=4096)
def width(character: str) -> int:
    """The columns of one character."""
    return cells.width(character)


def styled(text: str) -> Row:
    """The cells of a text with escapes that change its style, and no others."""
    row: list[Cell] = []
    style, at = "", 0
    for change in SGR.finditer(text):
        row += cells_of(text[at : change.start()], style)
        style, at = restyled(style, change[0]), change.end()
    return (*row, *cells_of(text[at:], style))


def restyled(style: str, change: str) -> str:
    """The style in force after an escape that changes it (`SGR`)."""
    first, _, rest = change[2:-1].partition(";")
    if first.strip("0"):
        return style.replace(change, "") + change
    return f"\x1b[{rest}m" if rest else ""


def numbers_of(style: str) -> list[str]:
    """What a style says, but for its colours of 256 and of 24 bits: 1 bold, 4 underlined, 31 red …"""
    return [number for change in SGR.findall(style) for number in _FINE_COLOUR.sub("", change).split(";") if number]


@lru_cache(maxsize=256)
def basic(style: str) -> str:
    """The style as a terminal has it that knows only bold, underline, reverse and eight colours."""
    kept = [number for number in numbers_of(style) if number in _BASIC]
    return f"\x1b[{';'.join(kept)}m" if kept else ""


def printed(row: Iterable[Cell]) -> str:
    """The row with the escapes of its styles; what follows it is plain."""
    return "".join(
        f"{style}{text}{PLAIN}" if style else text
        for style, text in (
            (style, "".join(cell.text for cell in stretch)) for style, stretch in groupby(row, lambda cell: cell.style)
        )
    )
