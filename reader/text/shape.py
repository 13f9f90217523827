"""Joined forms: what to draw for each cluster of a text, in logical order.

A word is shaped as a skeleton of bare letters, one for each place, so that joined forms fall back on the text
place by place; marks ride on them afterwards.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from reader.text import cells
from reader.text.arabic import ISOLATES, LETTERS, TASHKEEL, TATWEEL, ZWJ, ZWNJ
from reader.text.clusters import PLAIN, Break, break_property, clusters
from reader.text.controls import visible
from reader.text.joining import joined_forms, lam_alef
from reader.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

TAB_WIDTH: Final = 4
"""Cells of a tab: a fixed width, because a tab stop means nothing before the line is ordered."""

_CACHED_LENGTH = 64
"""Longer words (run-on text, hostile text) are shaped anew each time, to keep the cache small."""

_WORD = re.compile(f" (?:[^{PLAIN}][^ ]*)?|[^ ]+")
"""Joining never crosses a space; what may belong to the space, a mark for instance, stays with it."""

_JOINERS = re.compile(f"[{ZWNJ}{ZWJ}{ISOLATES}]")
"""What acts on joining and is never drawn. Isolates part letters as ZWNJ does (ArabicShaping.txt, type U)."""

_JOINS = re.compile(f"[{LETTERS}{TATWEEL}]")
_HIDDEN = re.compile(f"[{TASHKEEL}]+")
_DOTTED_CIRCLE = "◌"
_BLANKS: Final = {"\n": " ", "\r\n": " ", "\t": " " * TAB_WIDTH}

_BUILT: Final = {
    "ۂ": ("ہ", "\u0654"),  # by canonical decomposition; the others by their look
    "ڵ": ("ل", "\u065a"),  # Kurdish
    "ێ": ("ی", "\u065a"),
    "ځ": ("ح", "\u0654"),  # Pashto
    "څ": ("ح", "\u06db"),
    "ښ": ("س", "\u065c\u06ec"),
    "ټ": ("ت", "\u0325"),
    "ډ": ("د", "\u0325"),
    "ړ": ("ر", "\u0325"),
    "ڼ": ("ن", "\u0325"),
    "ګ": ("ک", "\u0325"),
    "ڊ": ("د", "\u065c"),  # Sindhi
}
"""Letters without joined forms, as a letter that has them and a sign that belongs to it."""

_SPELLED: Final = {"\ufdfa": "صلى الله عليه وسلم", "\ufdfb": "جل جلاله", "\ufdfd": "بسم الله الرحمن الرحيم"}
"""Phrases in one code point, which no font draws legibly in one cell: they are written out."""

_AYAH: Final = frozenset("\u06dd\u08e2")
_CIRCLE: Final = "\u25cb"

_BARE_LETTER = re.compile(f"(?![{''.join(_BUILT)}{''.join(_SPELLED)}])[{LETTERS}{TATWEEL}]")

_MARK_RANKS: Final = dict.fromkeys(
    "\u0654\u0655\u0658\u06dc\u06e3\u06e7\u06e8\u08ca\u08cb\u08cd\u08ce\u08cf\u08d3\u08f3", 0
)
_MARK_RANKS["\u0651"] = 1
_OTHER_MARK = 2
"""Order of marks on a letter (UTR #53): what belongs to the letter itself, then shadda, then the rest."""

_OVERLOOKED = re.compile("[\u034f\u180b-\u180d\u180f\ufe00-\ufe0f\U0001f3fb-\U0001f3ff\U000e0100-\U000e01ef]")
"""Variation selectors, the grapheme joiner, skin tones."""


class Glyph(NamedTuple):
    """What is drawn for `span`: `text` may be printed as it is and advances the cursor by `width` cells.

    What is never drawn (joiners, bidi marks, a hidden mark that has no letter) has the text "" and width 0.
    """

    text: str
    width: int
    span: Span


def shape(text: str, *, tashkeel: bool = True) -> list[Glyph]:
    """The glyphs of `text` in logical order; their spans follow each other and cover all of it.

    There is one for each extended grapheme cluster, but lam and alef with their marks share one, and a sign
    that Unicode prepends to digits (U+06DD and the like) has its own. Marks follow their letter (UAX #9 L3),
    shadda before vowels. ﷺ, ﷻ and ﷽ are written out, several cells wide. A circle stands for U+06DD, a
    dotted one for its like: many terminals give them no cell. Without `tashkeel` vowel
    and recitation marks are not drawn, hamzas are. A mark with nothing to ride on gets a dotted circle. A line end is
    drawn as a space, a tab as `TAB_WIDTH` of them, a control character as a sign. Emoji are drawn as plain pictures
    one after another, without joiners, skin tones and style selectors: about the width of those no two terminals agree.
    """
    glyphs: list[Glyph] = []
    at = 0
    for word in _WORD.findall(text):
        shaped = _shape_cached if len(word) <= _CACHED_LENGTH else _shape_word
        glyphs += [
            Glyph(drawn, width, Span(at + start, at + end)) for drawn, width, (start, end) in shaped(word, tashkeel)
        ]
        at += len(word)
    return glyphs


class _Unit(NamedTuple):
    """A cluster taken apart."""

    base: str
    sign: str
    """What makes the base another letter (`_BUILT`): no vowel sign, and never hidden."""
    marks: str
    bones: str
    """Its part of the skeleton: the letter, or a space for what does not join, and the joiners behind.

    A cluster that joining passes through, such as a bidi mark, has none.
    """
    span: Span


def _shape_word(word: str, tashkeel: bool) -> tuple[Glyph, ...]:
    units = list(_units(visible(word)))
    forms = joined_forms("".join([unit.bones for unit in units]))
    drawn: list[_Drawn] = []
    place = 0
    letter: int | None = None  # where in `drawn` the letter stands that the next one touches
    for base, sign, marks, bones, span in units:
        text = forms[place] if bones and bones[0] == base else base
        if marks or not tashkeel:
            text, marks = _shown(text, marks, tashkeel)
        marks = sign + marks
        if letter is not None and bones and (ligature := lam_alef(drawn[letter].text, text)):
            marks = "".join([part.marks for part in drawn[letter:]]) + marks
            span = Span(drawn[letter].span.start, span.end)
            text = ligature
            del drawn[letter:]
        drawn.append(_Drawn(text, marks, span))
        if bones:
            letter = len(drawn) - 1 if bones == base else None
            place += len(bones)
    return tuple([_glyph(text + marks, span) for text, marks, span in drawn])


class _Drawn(NamedTuple):
    text: str
    marks: str
    span: Span


_shape_cached = lru_cache(maxsize=1 << 15)(_shape_word)


def _glyph(text: str, span: Span) -> Glyph:
    width = cells.width(text)
    return Glyph(text, width, span) if width or not text else Glyph(_DOTTED_CIRCLE + text, 1, span)


def _units(word: str) -> Iterator[_Unit]:
    for span in clusters(word):
        cluster = word[span[0] : span[1]]
        if _BARE_LETTER.fullmatch(cluster):
            yield _Unit(cluster, "", "", cluster, span)
        elif cluster in _BLANKS:
            yield _Unit(_BLANKS[cluster], "", "", " ", span)
        elif cluster in _SPELLED:
            yield _Unit(_spelled(cluster), "", "", " ", span)
        else:
            yield from _parts(cluster, span)


def _parts(cluster: str, span: Span) -> Iterator[_Unit]:
    """A cluster that is more than a letter, the signs prepended to it apart."""
    prepended = 0
    while prepended < len(cluster) - 1 and break_property(cluster[prepended]) is Break.PREPEND:
        yield _Unit(_stand_in(cluster[prepended]), "", "", " ", Span(prepended, prepended + 1).shift(span.start))
        prepended += 1
    yield _taken_apart(unicodedata.normalize("NFC", cluster[prepended:]), Span(span.start + prepended, span.end))


def _taken_apart(cluster: str, span: Span) -> _Unit:
    has_base = _is_printed(cluster[0]) and break_property(cluster[0]) is not Break.EXTEND
    base, sign = _BUILT.get(cluster[0], (cluster[0], "")) if has_base else ("", "")
    marks = "".join(filter(_is_printed, cluster[has_base:]))
    bones = base if _JOINS.match(base) else " " if base else ""
    return _Unit(_stand_in(base), sign, marks, bones + "".join(_JOINERS.findall(cluster)), span)


def _stand_in(base: str) -> str:
    """What is drawn for a format character that has ink, which half of the terminals give no cell; else `base`."""
    if base in _AYAH:
        return _CIRCLE
    return _DOTTED_CIRCLE if base in cells.DRAWN_FORMATS else base


@cache
def _spelled(phrase: str) -> str:
    """The cells of a phrase from left to right, as one glyph is drawn."""
    return "".join([glyph.text for glyph in reversed(shape(_SPELLED[phrase]))])


@lru_cache(maxsize=1024)
def _is_printed(ch: str) -> bool:
    """Whether `ch` is drawn: no format character, no variation selector, no skin tone of an emoji."""
    if unicodedata.category(ch) == "Cf":
        return break_property(ch) is Break.PREPEND
    return not _OVERLOOKED.match(ch)


def _shown(text: str, marks: str, tashkeel: bool) -> tuple[str, str]:
    if not tashkeel:
        text, marks = _HIDDEN.sub("", text), _HIDDEN.sub("", marks)
    return text, "".join(sorted(marks, key=lambda mark: _MARK_RANKS.get(mark, _OTHER_MARK)))
