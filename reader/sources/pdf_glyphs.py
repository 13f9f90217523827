"""The glyphs of a PDF: which characters stand in one place, and in which order a file gives them."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from reader.sources.pdf_visual import is_rtl

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_GRID = 20
"""Places nearer than a twentieth of a point are one."""
_SHADDA = "\u0651"
_HAMZA_TAKES = {"أ": "\u064b\u064c\u064e\u064f\u0652", "إ": "\u064d\u0650"}
"""Vowels by where the hamza sits: kasra below, the others above. It always has one, the lam of the article none."""
_GOD_TURNED = "هلل"
"""The ligature in «الله», which some producers give last letter first whatever they do with others."""


class Glyph(NamedTuple):
    """One character where its glyph starts (`x`, on the baseline `y`) and how far it reaches; in points.

    The characters of one glyph start at one place: those of a ligature, and marks with their letter where
    the producer has said what a word is.
    """

    char: str
    x: float
    y: float
    left: float
    right: float
    size: float


class Cluster(NamedTuple):
    """What stands in one place, from `x` on: a letter or a ligature, with the marks that are known to be its own."""

    text: str
    x: float
    left: float
    right: float
    y: float
    size: float


def turned_ligatures(glyphs: Iterable[Glyph]) -> frozenset[bool]:
    """The `Habits.turned` of a file, judged by its ligatures of lam and alef: which of the two comes first."""
    votes = {True: 0, False: -1}  # unless shown otherwise: as the word comes, so its letters
    for group, falling in _places(glyphs):
        letters = "".join(glyph.char for glyph in group if not is_mark(glyph.char))
        if len(letters) == 2 and "ل" in letters and not set("اأإآ").isdisjoint(letters):
            votes[falling] += -1 if letters[1] == "ل" else 1
    return frozenset(falling for falling, vote in votes.items() if vote < 0)


def is_mark(char: str) -> bool:
    return unicodedata.category(char) == "Mn"


def _places(glyphs: Iterable[Glyph]) -> list[tuple[list[Glyph], bool]]:
    """The characters of each place, and whether the word they are in comes from right to left."""
    places: dict[tuple[int, int], list[Glyph]] = {}
    for glyph in glyphs:
        places.setdefault((round(_GRID * glyph.x), round(_GRID * glyph.y)), []).append(glyph)
    groups = list(places.values())
    return [(group, len(group) < 2 or _falls(groups, index)) for index, group in enumerate(groups)]


def _falls(groups: list[list[Glyph]], index: int) -> bool:
    """Whether the places around this one in the file, in its word, go from right to left."""
    here = groups[index][0]
    around = groups[max(0, index - 1) : index + 2]
    word = [near[0].x for near in around if is_rtl(near[0].char) and abs(near[0].y - here.y) < here.size]
    return len(word) < 2 or word[0] >= word[-1]


def clusters(glyphs: Sequence[Glyph], turned: frozenset[bool]) -> tuple[list[Cluster], list[Cluster], list[Cluster]]:
    """Letters, marks that stand for themselves, and spaces.

    A space that starts where a letter does has been guessed by who read the file.
    """
    letters: list[Cluster] = []
    marks: list[Cluster] = []
    spaces: list[Cluster] = []
    for group, falling in _places(glyphs):
        seen = [glyph for glyph in group if not glyph.char.isspace()] or group[:1]
        base = "".join(glyph.char for glyph in seen if not is_mark(glyph.char))
        if len(base) > 1 and falling in turned and is_rtl(base):
            base = base[::-1]
        if base == _GOD_TURNED:
            base = base[::-1]
        left, right = min(glyph.left for glyph in seen), max(glyph.right for glyph in seen)
        cluster = Cluster(base, seen[0].x, left, right, seen[0].y, max(glyph.size for glyph in seen))
        for glyph in seen:
            if is_mark(glyph.char):
                cluster = cluster._replace(text=marked(cluster.text, glyph.char))
        (spaces if base.isspace() else letters if base else marks).append(cluster)
    return letters, marks, spaces


def marked(text: str, mark: str) -> str:
    """Doubling comes before the vowel, as it is typed; the vowel of a lam with its alef is that of the lam, unless it
    is one that the hamza there takes. What is drawn in two pieces, each of which says all of it, is still one mark."""
    if mark in text:
        return text
    if mark == _SHADDA:
        return text[:1] + mark + text[1:]
    letters = [char for char in text if not is_mark(char)]
    if len(letters) == 2 and letters[1] in "اأإآ" and mark not in _HAMZA_TAKES.get(letters[1], ""):
        alef = text.index(letters[1])
        return text[:alef] + mark + text[alef:]
    return text + mark
