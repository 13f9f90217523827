"""Where a paragraph may be broken into rows, and where it is: greedy, in logical order, by cell width.

The opportunities are those of UAX #14 that matter on a grid of cells, with two of its rules made firmer for
Arabic: white space before «،» or after «(» is no opportunity, and a number stays with its unit.
"""

from __future__ import annotations

import re
import unicodedata
from enum import Enum, auto
from functools import lru_cache
from typing import TYPE_CHECKING

from reader.layout import quotes
from reader.text.arabic import CLOSING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.text.shape import Glyph

TAB_STOP = 8
"""Columns between tab stops, counted from the row's start."""

SPACES = frozenset(" \t\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000")
"""White space that a row may be broken after. NBSP, U+2007 and U+202F are not in it: UAX #14, class GL."""

_UNIT = re.compile(
    r"(?:[%٪‰؉°℃℉]|كيلومتر|كلم|كم|سم|ملم|مم|كغم|كجم|كغ|ملغ|هـ|ق\.م|م[²³]?|[kcm]?m[²³]?|[km]?g|[kMGT]?Hz|[KMGT]B)(?![^\W_])"
)
_URL = re.compile(r"(?i:[a-z]{2,10}://|www\.)\S+")
_URL_BREAKS = frozenset("/?&=#")
_BACK_OFF = 8
"""How many clusters an emergency break may give up to keep a bracket or a full stop with its word."""


class _Kind(Enum):
    """What a character means to a break."""

    PLAIN = auto()
    SPACE = auto()
    OPEN = auto()
    CLOSE = auto()
    QUOTE = auto()
    HYPHEN = auto()
    DASH = auto()
    BREAK = auto()
    GLUE = auto()
    WIDE = auto()
    BEARER = auto()
    """White space that carries a mark, as the pause signs of the Quran are written: drawn, with its word."""


_KINDS = {
    **dict.fromkeys(CLOSING, _Kind.CLOSE),
    **dict.fromkeys("。、！？：；，．", _Kind.CLOSE),
    **dict.fromkeys(SPACES, _Kind.SPACE),
    **dict.fromkeys("-‐", _Kind.HYPHEN),
    **dict.fromkeys("–—", _Kind.DASH),
    **dict.fromkeys("\"'«»‹›“”‘’", _Kind.QUOTE),
    **dict.fromkeys("\u00a0\u2007\u202f\u2060\ufeff", _Kind.GLUE),
    "\u200b": _Kind.BREAK,
}
_KINDS_BY_CATEGORY = {"Ps": _Kind.OPEN, "Pe": _Kind.CLOSE}


@lru_cache(maxsize=4096)
def _kind(char: str) -> _Kind:
    kind = _KINDS.get(char) or _KINDS_BY_CATEGORY.get(unicodedata.category(char))
    if kind is None:
        kind = _Kind.WIDE if unicodedata.east_asian_width(char) in "WF" else _Kind.PLAIN
    return kind


def is_space(text: str, glyph: Glyph) -> bool:
    """Whether the glyph is white space that hangs at a row's end (and carries no mark that is shown)."""
    return text[glyph.span.start] in SPACES and (glyph.span.length == 1 or not glyph.text.strip())


def _kind_of(text: str, glyph: Glyph) -> _Kind:
    kind = _kind(text[glyph.span.start])
    return _Kind.BEARER if kind is _Kind.SPACE and not is_space(text, glyph) else kind


def advance(text: str, glyph: Glyph, column: int, stops: Sequence[int] = ()) -> int:
    """The columns that `glyph` takes when it begins at `column` of its row: a tab runs to the next of the `stops`, and
    behind those to the next one of all rows."""
    if glyph.width and text[glyph.span.start] == "\t":
        return next((stop for stop in stops if stop > column), column - column % TAB_STOP + TAB_STOP) - column
    return glyph.width


def wrap(
    text: str, glyphs: Sequence[Glyph], width: int, rest: int | None = None, stops: Sequence[int] = ()
) -> list[int]:
    """The index of the first glyph of each row, for glyphs of `text` in logical order.

    The first row is `width` columns wide, the others `rest` (the same where None); tabs run to `stops`. White
    space at a row's end hangs: it counts for nothing. A word is broken only where it is wider than a row by itself,
    an address after a slash if that helps, else between clusters. No row begins with closing punctuation or a
    glyph without width, none ends with an opening bracket, unless there is no other way. No glyph may be
    wider than a row. Linear in the number of glyphs; no glyphs make one row.
    """
    opportunities = _Opportunities(text, glyphs)
    kinds = opportunities.kinds
    starts, limit = [0], width
    index = column = ordinary = 0
    in_word = False
    while index < len(glyphs):
        glyph, kind = glyphs[index], kinds[index]
        drawn = glyph.width and kind is not _Kind.SPACE
        if drawn and not (in_word and kind is _Kind.PLAIN) and opportunities.before(index):
            ordinary = index
        if drawn and column + glyph.width > limit and index > starts[-1]:
            index = ordinary if ordinary > starts[-1] else opportunities.within_word(starts[-1], index)
            starts.append(index)
            limit, column, in_word = width if rest is None else rest, 0, False
            continue  # measured anew from the row's start: tab stops, and perhaps the width, have changed
        column += advance(text, glyph, column, stops)
        in_word = bool(drawn) and kind is _Kind.PLAIN
        index += 1
    return starts


class _Opportunities:
    """Where the rows of one paragraph may begin."""

    def __init__(self, text: str, glyphs: Sequence[Glyph]) -> None:
        self._text = text
        self._glyphs = glyphs
        self.kinds = [_kind_of(text, glyph) for glyph in glyphs]
        self._urls: set[int] | None = None

    def before(self, index: int) -> bool:
        """Whether a row may begin with the drawn glyph `index`."""
        return index > 0 and self._after(index) and not self._closes(index)

    def _after(self, index: int) -> bool:
        """Whether what precedes `index` may end a row; glyphs without width are seen through."""
        previous = index - 1
        unseen: set[_Kind] = set()
        while previous >= 0 and (self.kinds[previous] is _Kind.SPACE or not self._glyphs[previous].width):
            unseen.add(self.kinds[previous])
            previous -= 1
        if previous < 0:
            return _Kind.SPACE in unseen
        if self._opens(previous):
            return False
        if _Kind.SPACE in unseen or self.kinds[previous] is _Kind.BEARER:
            return not self._is_unit(previous, index)
        if _Kind.GLUE in unseen:
            return False
        return _Kind.BREAK in unseen or self._between(previous, index)

    def _between(self, previous: int, index: int) -> bool:
        """Whether two drawn glyphs with no white space between them may be parted."""
        kind = self.kinds[previous]
        if kind in (_Kind.HYPHEN, _Kind.DASH):
            return self._is_letter(previous - 1) and self._is_letter(index)
        both = (kind, self.kinds[index])
        return _Kind.WIDE in both and _Kind.GLUE not in both and _Kind.QUOTE not in both

    def _opens(self, index: int) -> bool:
        kind = self.kinds[index]
        return kind is _Kind.OPEN or (kind is _Kind.QUOTE and quotes.opens(self._text, self._at(index)) is True)

    def _closes(self, index: int) -> bool:
        kind = self.kinds[index]
        if kind is _Kind.QUOTE:
            return quotes.opens(self._text, self._at(index)) is False
        return kind in (_Kind.CLOSE, _Kind.BEARER)

    def _is_unit(self, number: int, index: int) -> bool:
        return self._char(number).isdecimal() and _UNIT.match(self._text, self._at(index)) is not None

    def _is_letter(self, index: int) -> bool:
        return index >= 0 and self._char(index).isalpha()

    def _char(self, index: int) -> str:
        return self._text[self._at(index)]

    def _at(self, index: int) -> int:
        return self._glyphs[index].span.start

    def within_word(self, start: int, index: int) -> int:
        """Where to break a word that began with the row at `start` and has no room for glyph `index`."""
        for candidate in range(index, start, -1):
            if candidate in self._address_breaks():
                return candidate
        for candidate in range(index, max(start, index - _BACK_OFF), -1):
            drawn = self._glyphs[candidate].width and self.kinds[candidate] is not _Kind.SPACE
            if drawn and not self._closes(candidate) and not self._opens(candidate - 1):
                return candidate
        return index

    def _address_breaks(self) -> set[int]:
        """Glyphs that follow a slash or the like inside an address of the web."""
        if self._urls is None:
            inside = {position for url in _URL.finditer(self._text) for position in range(url.start(), url.end())}
            self._urls = {
                index
                for index in range(1, len(self._glyphs))
                if self._at(index) in inside
                and self._char(index - 1) in _URL_BREAKS
                and self._char(index) not in _URL_BREAKS
            }
        return self._urls
