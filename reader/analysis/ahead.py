"""What is in view, read before its turn: the names and times there, until the analysis comes so far.

A long text is read in short steps with a look at the view before each, so that a leap in it is soon answered.
Between two analyses of beginnings, while names are gathered and events dated, nobody looks: some ten seconds at
the end of 2 MB.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from reader.analysis.entities import gather
from reader.analysis.names import find_names, read_ahead
from reader.analysis.steps import attempt
from reader.analysis.time import find_times

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Iterator, Sequence

    from reader.analysis.model import Analysis, Entity, Mention, TimeExpression
    from reader.text.span import Span

STEP: Final = 5_000
"""Characters read between two looks at the view: half a second's work for the recogniser on two cores."""
AROUND: Final = 2_000
"""Characters before and after the view that are read once the view itself has been: the page that one turns to."""


class Ahead:
    """What has been read of `text` before its turn. `groups` are its blocks as they are read together; `view`
    tells what is in sight, and is asked again and again, since it moves. Without it nothing is read here."""

    def __init__(
        self,
        text: str,
        groups: Sequence[Sequence[Span]],
        date: datetime.date | None,
        view: Callable[[], Span] | None,
        stop: Callable[[], bool],
    ) -> None:
        self._text = text
        self._groups = groups
        self._date = date
        self._view = view
        self._stop = stop
        self._starts = [group[0].start for group in groups if group]
        self._read: set[int] = set()
        self._mentions: list[Mention] = []
        self._times: list[TimeExpression] = []

    def lead(self, analysis: Analysis, count: int) -> Iterator[Analysis]:
        """Has the recogniser read the first `count` groups, on from where `analysis` ends; yields `analysis` with
        what is in view, whenever that has come or moved to unread text."""
        if self._view is None:
            return
        edges = [*self._starts, len(self._text)]
        done = known = bisect_left(self._starts, analysis.reach)
        # What the next analysis tells within a step is not told twice.
        told = count if edges[count] - edges[known] <= STEP else known
        while (unread := self._unread(self._view(), told)) or done < count:
            if unread:
                self._find(unread)
            else:
                begin, done = done, min(count, bisect_right(edges, edges[done] + STEP, done + 2) - 1)
                attempt("names", self._read_ahead, range(begin, done))
            if self._stop():
                return
            if unread:
                yield self.added_to(analysis)

    def added_to(self, analysis: Analysis) -> Analysis:
        """`analysis`, which is of a beginning, with what was found behind it."""
        mentions = [mention for mention in self._mentions if mention.span.start >= analysis.reach]
        times = sorted((time for time in self._times if time.span.start >= analysis.reach), key=lambda time: time.span)
        if not mentions and not times:
            return analysis
        gathered: list[Entity] = []
        attempt("entities", lambda: gathered.extend(gather(self._text, mentions).entities))
        return replace(analysis, entities=joined(analysis.entities, gathered), times=(*analysis.times, *times))

    def _unread(self, view: Span, first: int) -> list[int]:
        """The groups in view from number `first` on that have not been read; if there are none, those around it."""
        for around in (0, AROUND):
            begin = max(first, bisect_right(self._starts, view.start - around) - 1)
            end = bisect_left(self._starts, view.end + around)
            if unread := [number for number in range(begin, end) if number not in self._read]:
                return unread
        return []

    def _find(self, numbers: Sequence[int]) -> None:
        self._read.update(numbers)
        attempt("names", self._find_names, numbers)
        attempt("times", self._find_times, numbers)

    def _read_ahead(self, numbers: Sequence[int]) -> None:
        read_ahead(self._text, self._blocks(numbers), stop=self._stop)

    def _find_names(self, numbers: Sequence[int]) -> None:
        self._mentions += find_names(self._text, self._blocks(numbers), stop=self._stop).mentions

    def _find_times(self, numbers: Sequence[int]) -> None:
        for number in numbers:
            group = self._groups[number]
            for time in find_times(self._text[group[0].start : group[-1].end], self._date):
                self._times.append(replace(time, span=time.span.shift(group[0].start)))

    def _blocks(self, numbers: Sequence[int]) -> list[Span]:
        return [block for number in numbers for block in self._groups[number]]


def joined(known: Sequence[Entity], later: Sequence[Entity]) -> tuple[Entity, ...]:
    """`known`, ids and all, with the mentions of `later`: those that share a name with a known one are the same,
    the others are new and numbered on. The mentions of `later` stand behind those of `known`."""
    numbers: dict[tuple[str, str], int] = {}
    for number, entity in enumerate(known):
        for name in (entity.name, *entity.aliases):
            numbers.setdefault((entity.type, name), number)
    entities = list(known)
    more: dict[int, list[Mention]] = defaultdict(list)
    for entity in later:
        names = ((entity.type, name) for name in (entity.name, *entity.aliases))
        same = next((numbers[name] for name in names if name in numbers), None)
        if same is None:
            entities.append(replace(entity, id=f"e{len(entities) + 1}", maybe=()))
        else:
            more[same] += entity.mentions
    for number, mentions in more.items():
        all_ = (*known[number].mentions, *sorted(mentions, key=lambda mention: mention.span))
        entities[number] = replace(known[number], mentions=all_)
    return tuple(entities)
