"""What to write so that a terminal that reorders ends at the cells that one wants: reordering turned round.

Turning a row round is mostly what the terminal itself would do to it. Where that is not so (a number at the right
of an Arabic word would be taken to come before it, and be moved to its left), a blank in between is written as one
that counts as a Latin letter. What is returned has been tried on the model of the terminal.
"""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from itertools import groupby, product
from typing import TYPE_CHECKING

from reader.terminal.reordering import Words, turned_round
from reader.terminal.row import BLANK, BRAILLE_BLANK

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.terminal.reordering import Reordering, Rows
    from reader.terminal.row import Cell, Row

_RIGHT_TO_LEFT = ("R", "AL")
_NUMBERS = ("EN", "AN")
_FORMS = ("\ufb50", "\ufefc")
"""The first and the last of the joined forms (Arabic Presentation Forms A and B)."""


def encoded(row: Row, terminal: Rows | Words) -> Row:
    """The cells to write so that `row` is shown, in the same columns; the nearest to that where none would do."""
    if isinstance(terminal, Words):
        return tuple(cell for word in terminal.parts(row) for cell in _word(word, terminal))
    return tuple(cell for part in terminal.parts(row) for cell in _part(part, terminal))


def as_written(row: Row, terminal: Rows) -> Row:
    """The cells in the order that is read, for a terminal that does all the rest: joining the letters, too.

    Lam-alef would take two cells as letters of its own: a word that has it keeps its joined forms.
    """
    words = groupby(encoded(row, terminal), lambda cell: cell.is_blank)
    return tuple(cell for _, word in words for cell in _letters(tuple(word)))


def _letters(word: Row) -> Row:
    plain = tuple(cell._replace(text=_letter(cell.text[0]) + cell.text[1:]) for cell in word)
    return word if any(len(one.text) > len(other.text) for one, other in zip(plain, word, strict=True)) else plain


def _letter(form: str) -> str:
    return unicodedata.normalize("NFKC", form) if _FORMS[0] <= form <= _FORMS[1] else form


def _word(word: Row, terminal: Words) -> Row:
    return _best(word, terminal, (word, turned_round(word)))


def _part(row: Row, terminal: Rows) -> Row:
    if not any(_class(cell) in _RIGHT_TO_LEFT + _NUMBERS for cell in row):
        return row
    return _best(row, replace(terminal, by_style=False), _candidates(row, terminal))


def _candidates(row: Row, terminal: Rows) -> Iterator[Row]:
    """The row turned round in some ways, the plainest first."""
    whole = replace(terminal, by_style=False)
    if terminal.base != 0:
        yield replace(whole, base=1).shown(row)
    apart = _numbers_apart(row)
    # Where brackets cannot come out right as they are drawn, the letters still do if brackets are written turned.
    for mirrors, pairs in product(sorted({terminal.mirrors, True}), (True, False)):
        left_to_right = replace(whole, base=0, pairs=pairs, mirrors=mirrors)
        yield left_to_right.shown(row)
        yield left_to_right.shown(apart)
        if terminal.base is None:
            yield left_to_right.shown(_latin_from_the_start(apart))


def _best(row: Row, terminal: Reordering, candidates: Iterable[Row]) -> Row:
    """The first candidate that is shown as `row`; else the one of which fewest cells are misplaced."""
    best, fewest = row, len(row) + 1
    for candidate in candidates:
        misplaced = sum(map(_differ, terminal.shown(candidate), row))
        if misplaced < fewest:
            best, fewest = candidate, misplaced
        if not misplaced:
            break
    return best


def _differ(one: Cell, other: Cell) -> bool:
    return one != other and not (one.is_blank and other.is_blank and one.style == other.style)


def _numbers_apart(row: Row) -> Row:
    """A Latin blank between an Arabic word and a number at its right, which nothing Arabic follows."""
    cells = list(row)
    blank: int | None = None
    after_arabic = False
    for index, cell in enumerate(row):
        class_ = _class(cell)
        if class_ in _RIGHT_TO_LEFT:
            after_arabic, blank = True, None
        elif class_ == "L":
            after_arabic = False
        elif cell.text == BLANK:
            blank = index
        elif class_ == "EN" and after_arabic and blank is not None:
            cells[blank] = cells[blank]._replace(text=BRAILLE_BLANK)
            after_arabic = False
    return tuple(cells)


def _latin_from_the_start(row: Row) -> Row:
    """The leftmost blank as a Latin one: it is what comes first in a row that is left-to-right."""
    first = next((index for index, cell in enumerate(row) if cell.text == BLANK), None)
    return row if first is None else (*row[:first], row[first]._replace(text=BRAILLE_BLANK), *row[first + 1 :])


def _class(cell: Cell) -> str:
    return unicodedata.bidirectional(cell.text[0])
