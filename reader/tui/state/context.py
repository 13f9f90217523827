"""A stretch of the text on one row, with what stands around it."""

from __future__ import annotations

import re
from typing import NamedTuple

from reader.text.cells import width
from reader.text.controls import visible
from reader.text.span import Span

BEFORE = 3
"""The part of a row, one in so many, that is for what stands before: the eye finds all stretches in one place."""
_CODE_POINTS_A_COLUMN = 4
"""More than that, marks on every letter, is not looked at."""
_SPACE = re.compile(r"\s+")


class Context(NamedTuple):
    """What to show, and where in it the stretch stands."""

    text: str
    stretch: Span


def context(text: str, span: Span, columns: int) -> Context:
    """`span` of `text` with whole words before it, and as much behind it as `columns` have room for or more."""
    reach = columns * _CODE_POINTS_A_COLUMN
    before = _SPACE.sub(" ", text[max(0, span.start - reach) : span.start]).lstrip()
    stretch = _SPACE.sub(" ", text[span.start : min(span.end, span.start + reach)])
    behind = _SPACE.sub(" ", text[span.end : span.end + reach])
    before = _tail(before, columns // BEFORE)
    shown = visible(before + stretch + behind)
    return Context(shown, Span(len(before), len(before) + len(stretch)))


def _tail(text: str, columns: int) -> str:
    """The last words of `text`, in so many columns; a part of a word that the stretch begins in the middle of too."""
    while width(text) > columns:
        _, space, rest = text.partition(" ")
        if not space:
            return ""
        text = rest
    return text
