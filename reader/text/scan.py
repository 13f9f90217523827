"""Runs of letters, of digits, and signs one by one: what every tokeniser here is built from.

The one regular expression that takes a text apart. What counts as one word to the cursor (`segment`), as a token
to the rules for names, events and times, or as a unit to the recogniser, is put together from these runs.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple

from reader.text.arabic import INVISIBLE, LETTERS, RIDING, TATWEEL
from reader.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator


class Kind(StrEnum):
    """What a run is made of."""

    ARABIC = "word"
    """Letters of the Arabic script, or tatweel alone, with all that rides on them."""
    LETTERS = "latin"
    """Letters of any other script, with what rides on them."""
    DIGITS = "number"
    SIGN = "other"
    """Any other single character that is seen, a mark of another script too."""


class Run(NamedTuple):
    """A run of one kind, `[start, end)`, without what nobody sees behind it; with that it ends at `reach`."""

    start: int
    end: int
    kind: Kind
    reach: int


_RUN: Final = re.compile(
    rf"(?P<word>(?:[{LETTERS}{TATWEEL}][{RIDING}]*)+)"
    rf"|(?P<latin>(?:[^\W\d_{LETTERS}{RIDING}][{RIDING}]*)+)"
    rf"|(?P<number>\d+)"
    rf"|(?P<other>[^\s{RIDING}])"
)
_UNSEEN: Final = re.compile(f"[{INVISIBLE}]")
_SEEN: Final = re.compile(f"[^{INVISIBLE}]")
_KINDS: Final[dict[str | None, Kind]] = {kind.value: kind for kind in Kind}


def scan(text: str, start: int = 0, end: int | None = None) -> Iterator[Run]:
    """The runs of `text` between `start` and `end`, in order; white space parts them and is none. Linear."""
    for match in _RUN.finditer(text, start, len(text) if end is None else end):
        start, reach = match.span()
        seen = reach
        while not text[seen - 1].isalnum() and _UNSEEN.match(text, seen - 1):
            seen -= 1
        yield Run(start, seen, _KINDS[match.lastgroup], reach)


def without_unseen(text: str, span: Span) -> Span:
    """`span` without what nobody sees at its ends, marks of direction among it."""
    seen = _SEEN.search(text, *span)
    if seen is None:
        return span
    end = span.end
    while _UNSEEN.match(text, end - 1):
        end -= 1
    return Span(seen.start(), end)
