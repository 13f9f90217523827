"""Dates that stand alone in their line, each the heading of what is told below it: a chronicle, a programme by days."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from reader.analysis.events.dated import stated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.analysis.events.dated import Dated
    from reader.analysis.model import TimeExpression

_SIGNS: Final = 30
"""Characters before a date and behind it that may be no more than signs («## 1907», «- 12 مايو 2020:»)."""
_FEWEST: Final = 3
"""Dates that stand alone in a text whose headings they are: a page has one of its own, and that of its last change."""
_REACH: Final = 1_500
"""Characters below a heading that are of its day: a section further on may be of another."""


class Headings:
    """Those of a text, where they are many."""

    def __init__(self, text: str, times: Sequence[TimeExpression]) -> None:
        alone = [(time.span.end, stated(at, time)) for at, time in enumerate(times) if _is_alone(text, time)]
        self._found = alone if len(alone) >= _FEWEST else []

    def above(self, position: int) -> Dated | None:
        """The date under which stands what begins at a position of the text."""
        before = bisect_left(self._found, position, key=lambda heading: heading[0]) - 1
        if before < 0 or position - self._found[before][0] > _REACH:
            return None
        return self._found[before][1]


def _is_alone(text: str, time: TimeExpression) -> bool:
    if time.earliest is None:
        return False
    _, _, before = text[max(0, time.span.start - _SIGNS) : time.span.start].rpartition("\n")
    behind, _, _ = text[time.span.end : time.span.end + _SIGNS].partition("\n")
    return len(before) < _SIGNS and len(behind) < _SIGNS and not any(map(str.isalnum, before + behind))
