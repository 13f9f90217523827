"""What lies over the text at the moment: the marks of the analysis, and what the reader is doing.

Kept apart from the page that draws it: which marks touch a row is a question about positions only.
"""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter
from typing import TYPE_CHECKING

from reader.document.marks import Mark, Role
from reader.layout.runs import MarkIndex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.text.span import Span

_start = attrgetter("start")
_mark_start = attrgetter("span.start")


class Overlay:
    """All that is drawn over the text."""

    def __init__(self) -> None:
        self.chosen: str | None = None
        self.hits: Sequence[Span] = ()
        """Matches of a search, in text order, none over another."""
        self.current: Span | None = None
        """The match one is at."""
        self.at: Span | None = None
        """The mention one has come to."""
        self.marker: Span | None = None
        """What the timeline points at."""
        self.selection: Span | None = None
        self.mentions: list[Mark] = []
        """What is named, the hidden types left out; in text order."""
        self._marks: Sequence[Mark] = ()
        self._hidden: frozenset[Role] = frozenset()
        self._drawn = MarkIndex()

    def mark(self, marks: Sequence[Mark]) -> None:
        """The analysis's marks, all of them."""
        self._marks = marks
        self._layer()

    def hide(self, roles: frozenset[Role]) -> None:
        """Leave the marks of these roles out."""
        self._hidden = roles
        self._layer()

    def choose(self, ref: str | None) -> None:
        """Light up what `ref` names; everything else is dimmed while it is."""
        self.chosen = ref
        self._layer()

    def over(self, span: Span) -> list[Mark]:
        """Every mark that touches `span`: meaning first, then what the reader is doing."""
        doing = (
            (self.marker, Role.EVENT),
            (self.at, Role.CURRENT_HIT),
            (self.current, Role.CURRENT_HIT),
            (self.selection, Role.SELECTION),
        )
        return [
            *self._drawn.touching(span),
            *(Mark(hit, Role.HIT) for hit in self._hits_over(span)),
            *(Mark(place, role) for place, role in doing if place is not None and place.overlaps(span)),
        ]

    def mention_at(self, span: Span) -> Mark | None:
        """The mention that `span` touches: the shortest, where one lies in another."""
        named = [mark for mark in self._drawn.touching(span) if _is_mention(mark)]
        return min(named, key=lambda mark: mark.span.length, default=None)

    def mention_beside(self, position: int, step: int) -> Mark | None:
        """The mention that starts next after `position`, or for a negative `step` before it; round the end."""
        if not self.mentions:
            return None
        if step > 0:
            return self.mentions[bisect_left(self.mentions, position + 1, key=_mark_start) % len(self.mentions)]
        return self.mentions[bisect_left(self.mentions, position, key=_mark_start) - 1]

    def _hits_over(self, span: Span) -> Sequence[Span]:
        # The one hit that may begin before the row and reach into it is the one before the first inside.
        first = max(0, bisect_left(self.hits, span.start, key=_start) - 1)
        last = bisect_left(self.hits, span.end, key=_start)
        return [hit for hit in self.hits[first:last] if hit.overlaps(span)]

    def _layer(self) -> None:
        shown = [mark for mark in self._marks if mark.role not in self._hidden]
        lit = [Mark(m.span, Role.CHOSEN, m.ref) for m in self._marks if m.ref and m.ref == self.chosen]
        self.mentions = [mark for mark in shown if _is_mention(mark)]
        self._drawn = MarkIndex([*shown, *lit])


def _is_mention(mark: Mark) -> bool:
    return mark.ref is not None and mark.role not in (Role.EVENT, Role.TIME, Role.CHOSEN)
