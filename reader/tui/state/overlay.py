"""What lies over the text at the moment: the marks of the analysis, and what the reader is doing.

Kept apart from the page that draws it: which marks touch a row is a question about positions only.
"""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter
from typing import TYPE_CHECKING

from reader.document.marks import Mark, Role
from reader.layout.runs import MarkIndex
from reader.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

_start = attrgetter("start")
_mark_start = attrgetter("span.start")


class Marks:
    """The marks of an analysis, to be asked for by place. Made in a worker: a book has a hundred thousand."""

    def __init__(self, marks: Sequence[Mark] = ()) -> None:
        """`marks` are sorted by start."""
        self._index = MarkIndex(marks)
        self._mentions = [mark for mark in marks if _is_mention(mark)]
        self.count = len(marks)

    def touching(self, span: Span) -> list[Mark]:
        """The marks that share a code point with `span`."""
        return self._index.touching(span)

    def mention_beside(self, position: int, step: int, hidden: frozenset[Role]) -> Mark | None:
        """The mention that starts next after `position`, or for a negative `step` before it; round the end.

        Those of `hidden` roles are passed over.
        """
        mentions = self._mentions
        if step > 0:
            first = bisect_left(mentions, position + 1, key=_mark_start)
        else:
            first = bisect_left(mentions, position, key=_mark_start) - 1
        around = (mentions[(first + i * step) % len(mentions)] for i in range(len(mentions)))
        return next((mark for mark in around if mark.role not in hidden), None)


class Overlay:
    """All that is drawn over the text; whoever changes something has the page drawn anew."""

    def __init__(self) -> None:
        self.marks = Marks()
        self.reach = 0
        """Up to where all names are known."""
        self.hidden: frozenset[Role] = frozenset()
        """Roles whose marks are left out."""
        self.chosen: str | None = None
        """What is lit (a mark's `ref`); everything else is dimmed while something is."""
        self.lit: Sequence[Span] = ()
        """Where the chosen one is mentioned, in text order."""
        self.pointed: str | None = None
        """What the cursor of a panel is on (a mark's `ref`): lit too, and nothing is dimmed for it."""
        self.hits: Sequence[Span] = ()
        """Matches of a search, in text order, none over another."""
        self.current: Span | None = None
        """The match one is at."""
        self.at: Span | None = None
        """The mention one has come to."""
        self.marker: Span | None = None
        """What the timeline points at."""
        self.selection: Span | None = None
        self.caret: Span | None = None
        """The end of the selection that keys move."""

    def over(self, span: Span) -> list[Mark]:
        """Every mark that touches `span`: meaning first, then what the reader is doing."""
        doing = (
            (self.marker, Role.EVENT),
            (self.at, Role.CURRENT_HIT),
            (self.current, Role.CURRENT_HIT),
            (self.caret, Role.CURRENT_HIT),
            (self._selected, Role.SELECTION),
        )
        marks = self.marks.touching(span)
        lit = {self.chosen, self.pointed} - {None}
        return [
            *(mark for mark in marks if mark.role not in self.hidden),
            *(Mark(mark.span, Role.CHOSEN, mark.ref) for mark in marks if mark.ref in lit),
            *(Mark(hit, Role.HIT) for hit in self._hits_over(span)),
            *(Mark(place, role) for place, role in doing if place is not None and place.overlaps(span)),
        ]

    @property
    def _selected(self) -> Span | None:
        """What is selected, the caret at one of its ends left out: that is to be seen."""
        selection, caret = self.selection, self.caret
        if selection is None or caret is None:
            return selection
        return Span(caret.end, selection.end) if caret.start == selection.start else Span(selection.start, caret.start)

    def stands_in(self, part: int, parts: int, length: int) -> bool:
        """Whether a match, or what is chosen, stands in this part (from 0) of so many of a text of `length`."""
        first, last = part * length // parts, (part + 1) * length // parts
        at = bisect_left(self.hits, first, key=_start)
        if at < len(self.hits) and self.hits[at].start < last:
            return True
        at = bisect_left(self.lit, first, key=_start)
        return at < len(self.lit) and self.lit[at].start < last

    def may_be_named(self, span: Span) -> bool:
        """Whether a name is here, or may yet be found."""
        return span.end > self.reach or any(map(_is_mention, self.marks.touching(span)))

    def mention_at(self, span: Span) -> Mark | None:
        """The mention that `span` touches: the shortest, where one lies in another."""
        shown = (mark for mark in self.marks.touching(span) if mark.role not in self.hidden)
        return min(filter(_is_mention, shown), key=lambda mark: mark.span.length, default=None)

    def mention_beside(self, position: int, step: int) -> Mark | None:
        """The next mention that is shown, or the one before."""
        return self.marks.mention_beside(position, step, self.hidden)

    def _hits_over(self, span: Span) -> Sequence[Span]:
        # The one hit that may begin before the row and reach into it is the one before the first inside.
        first = max(0, bisect_left(self.hits, span.start, key=_start) - 1)
        last = bisect_left(self.hits, span.end, key=_start)
        return [hit for hit in self.hits[first:last] if hit.overlaps(span)]


def _is_mention(mark: Mark) -> bool:
    return mark.ref is not None and mark.role not in (Role.EVENT, Role.TIME)
