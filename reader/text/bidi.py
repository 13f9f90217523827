"""The Unicode Bidirectional Algorithm, UAX #9: levels of a paragraph, order of a line, mirrored characters.

Levels belong to the whole paragraph, order to a line of it: resolve first, then break lines, then order each.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import cycle, groupby, pairwise
from typing import TYPE_CHECKING, Final

from bidi import get_base_level

from reader.text.bidi_data import MIRROR_PAIRS
from reader.text.bidi_levels import classify, isolates, levels

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.text.span import Span

_LRI: Final = "\u2066"
_PDI: Final = "\u2069"
_AS_LATIN: Final = dict.fromkeys(map(ord, "/\\?#&=:.@"), "x")
"""The signs between the parts of an address or a path, for the levels of a unit."""
_MIRRORED = dict(zip(MIRROR_PAIRS[::2], MIRROR_PAIRS[1::2], strict=True))
_MIRRORED |= {right: left for left, right in _MIRRORED.items()}

_SPACE_OR_SEPARATOR = re.compile(rb"[SBWijkyefghzx]+")


@dataclass(frozen=True, slots=True)
class Resolved:
    """A paragraph with its embedding levels."""

    base: int
    """The paragraph's level: 0 left-to-right, 1 right-to-left."""
    levels: tuple[int | None, ...]
    """The level of each code point; None where rule X9 removes it (embedding codes, ZWNJ and the like)."""
    classes: bytes
    """The original bidi class of each code point, as `bidi_levels.CODES` writes it."""


def resolve(text: str, base: int | None = None, isolated: Sequence[Span] = ()) -> Resolved:
    """The levels of the paragraph `text`, in linear time.

    `base` is 0 or 1; None takes the direction of the first strong character outside isolates, and 0 where
    there is none (P2, P3). Behind a paragraph separator (class B) inside `text` embeddings and context start
    afresh, at the same base. `isolated`, in order and apart, are resolved as if they stood between LRI and PDI
    (HL4); what is between them sees each as one neutral. What parts a unit («/ملفات/صور») counts as Latin there, so
    that its parts stand from left to right, each in its own direction.
    """
    classes = classify(text)
    if base is None:
        base = _base_level(text, classes)
    if isolated:
        return Resolved(base, _levels_around(text, base, isolated), classes)
    return Resolved(base, tuple(levels(text, classes, base)), classes)


def _levels_around(text: str, base: int, isolated: Sequence[Span]) -> tuple[int | None, ...]:
    """The levels of `text` with isolate signs put around the spans, and taken out again."""
    edges = [0, *(edge for span in isolated for edge in span), len(text)]
    pieces = [text[start:end] for start, end in pairwise(edges)]
    pieces[1::2] = [unit.translate(_AS_LATIN) for unit in pieces[1::2]]
    marked = "".join(piece + sign for piece, sign in zip(pieces, cycle((_LRI, _PDI)), strict=False))[:-1]
    found = levels(marked, classify(marked), base)
    return tuple(
        level for number, (start, end) in enumerate(pairwise(edges)) for level in found[start + number : end + number]
    )


def _base_level(text: str, classes: bytes) -> int:
    try:
        level: int = get_base_level(text)
    except ValueError:  # it takes neither an empty text nor a lone surrogate
        return isolates(classes.partition(b"B")[0]).direction.get(-1, 0)
    return level


def line_levels(resolved: Resolved, start: int, end: int) -> list[int | None]:
    """The levels of the line `[start, end)` after L1: separators, and white space before them or at its end,
    go back to the base level."""
    line = list(resolved.levels[start:end])
    classes = resolved.classes[start:end]
    for match in _SPACE_OR_SEPARATOR.finditer(classes):
        first, last = match.span()
        if last < len(classes):
            last = 1 + max(classes.rfind(b"S", first, last), classes.rfind(b"B", first, last))
        for index in range(first, last):
            if line[index] is not None:
                line[index] = resolved.base
    return line


def visual_order(resolved: Resolved, start: int, end: int) -> list[int]:
    """Indices into the text of the line `[start, end)`, left to right (L1, L2).

    Code points that X9 removes are left out. Marks come before their base in right-to-left runs; L3 and L4
    (`mirror`) are for whoever draws.
    """
    numbered = [(level, start + n) for n, level in enumerate(line_levels(resolved, start, end)) if level is not None]
    runs = [(level, [index for _, index in run]) for level, run in groupby(numbered, key=lambda pair: pair[0])]
    for level in range(max((level for level, _ in runs), default=0), 0, -1):
        runs = _reverse_from(level, runs)
    return [index for level, run in runs for index in (reversed(run) if level % 2 else run)]


def _reverse_from(lowest: int, runs: list[tuple[int, list[int]]]) -> list[tuple[int, list[int]]]:
    """L2 for one level: turn each stretch of runs at level `lowest` or higher, leaving the runs themselves."""
    turned: list[tuple[int, list[int]]] = []
    for high, stretch in groupby(runs, key=lambda run: run[0] >= lowest):
        together = list(stretch)
        turned += reversed(together) if high else together
    return turned


def mirror(char: str) -> str | None:
    """The character that mirrors `char` in a right-to-left run (L4), or None where none does."""
    return _MIRRORED.get(char)
