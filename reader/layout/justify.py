"""Rows with two straight margins, as Arabic print sets them: a few letters drawn out (kashida), then wider spaces.

At most one stretch a word, between two letters that join, never in a name, never among vowel signs, never in
scripture; the words' letters stay where they are in the text, and nothing of this is ever copied. Where a stretch
looks best: after the order of precedence of Microsoft's Uniscribe («SCRIPT_JUSTIFY», Arabic kashida classes).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from reader.text.arabic import LETTERS, TASHKEEL, TATWEEL
from reader.text.shape import Glyph
from reader.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

LONGEST: Final = 2
"""Cells of a stretch, at most."""
LEAST_LETTERS: Final = 4
"""Letters of a word that is stretched; a shorter one would look torn."""
WIDEST_SPACE: Final = 3
"""Cells of a space, at most: a row that would need more stays ragged."""
_BEFORE: Final = {**dict.fromkeys("ةهد", 1), **dict.fromkeys("اأإآطلكگ", 2), **dict.fromkeys("ويىعقف", 4)}
"""Rank of a stretch before the final form of a letter; lower looks better."""
_BEFORE_OTHER, _INSIDE, _AFTER_SEEN = 5, 6, 0
VOWELLED: Final = 3
"""Letters for each vowel sign, at most, in a text that is fully vowelled: scripture, a poem, a primer."""
_VERSE = re.compile("﴿[^﴾]*﴾?")
_SIGN, _LETTER = re.compile(f"[{TASHKEEL}]"), re.compile(f"[{LETTERS}]")


class _Place(NamedTuple):
    """Where a word may be stretched: behind the glyph of this number."""

    rank: int
    glyph: int


def justified(
    text: str, glyphs: Sequence[Glyph], free: int, is_fixed: Callable[[Span], bool] = lambda _: False
) -> list[Glyph]:
    """The glyphs of a right-to-left row, in logical order, `free` columns wider; as they were where that cannot be
    done well. `is_fixed` tells the words that may not be stretched."""
    stretches = _stretches(text, glyphs, free, is_fixed)
    spaces = [number for number, glyph in enumerate(glyphs) if glyph.text == " "]
    rest = free - sum(stretches.values())
    if rest > len(spaces) * (WIDEST_SPACE - 1):
        return list(glyphs)
    wider = (
        {number: rest // len(spaces) + (at < rest % len(spaces)) for at, number in enumerate(spaces)} if rest else {}
    )
    return [_wider(glyph, stretches.get(number, 0), wider.get(number, 0)) for number, glyph in enumerate(glyphs)]


def scripture(text: str) -> list[Span]:
    """What is never stretched: all of a fully vowelled paragraph, and of others the verses in their brackets."""
    if len(_SIGN.findall(text)) * VOWELLED > len(_LETTER.findall(text)):
        return [Span(0, len(text))]
    return [Span(*verse.span()) for verse in _VERSE.finditer(text)]


def _wider(glyph: Glyph, stretch: int, space: int) -> Glyph:
    """A letter is drawn out to its left, where the next one touches it."""
    if stretch or space:
        return Glyph(TATWEEL * stretch + glyph.text + " " * space, glyph.width + stretch + space, glyph.span)
    return glyph


def _stretches(text: str, glyphs: Sequence[Glyph], free: int, is_fixed: Callable[[Span], bool]) -> dict[int, int]:
    """Cells to add behind each glyph: one round after another, the best places first."""
    places = sorted(filter(None, (_place(text, glyphs, word, is_fixed) for word in _words(text, glyphs))))
    found: dict[int, int] = {}
    for _ in range(LONGEST):
        for place in places:
            if free:
                found[place.glyph] = found.get(place.glyph, 0) + 1
                free -= 1
    return found


def _words(text: str, glyphs: Sequence[Glyph]) -> list[list[int]]:
    """The numbers of the glyphs of each word, what is written to it without a space included."""
    runs = groupby(range(len(glyphs)), key=lambda number: not text[glyphs[number].span.start].isspace())
    return [list(run) for is_word, run in runs if is_word]


def _place(text: str, glyphs: Sequence[Glyph], word: list[int], is_fixed: Callable[[Span], bool]) -> _Place | None:
    if sum(bool(_form(glyphs[number].text)) for number in word) < LEAST_LETTERS:
        return None
    written = Span(glyphs[word[0]].span.start, glyphs[word[-1]].span.end)
    if TATWEEL in written.of(text) or _SIGN.search(written.of(text)) or is_fixed(written):
        return None
    joined = [number for number in word[:-1] if _form(glyphs[number].text) in ("initial", "medial")]
    ranked = [_Place(_rank(text, glyphs, number), number) for number in joined]
    return min(ranked, key=lambda place: (place.rank, -place.glyph), default=None)


def _rank(text: str, glyphs: Sequence[Glyph], number: int) -> int:
    letter, following = (text[glyphs[at].span.start] for at in (number, number + 1))
    if letter in "سشصض":
        return _AFTER_SEEN
    if _form(glyphs[number + 1].text) == "final":
        return _BEFORE.get(following, _BEFORE_OTHER)
    return _INSIDE


@lru_cache(maxsize=1024)
def _form(char: str) -> str:
    """ "initial", "medial", "final" or "isolated"; "" for what is no joined letter."""
    if len(char) != 1:
        return ""
    return unicodedata.decomposition(char).partition(">")[0].lstrip("<") if "\ufb50" <= char <= "\ufefc" else ""
