"""What is in view, read before its turn: the names and times there, until the analysis comes so far.

A long text is read in short steps with a look at the view before each, so that a leap in it is soon answered.
While the names of a beginning are gathered and its events dated, which takes a minute at the end of 10 MB, the view
is looked at from beside.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from concurrent.futures import Future, wait
from contextvars import copy_context
from dataclasses import replace
from typing import TYPE_CHECKING, Final, TypeVar

from reader import ending
from reader.analysis.entities import gather
from reader.analysis.names import find_names, read_ahead
from reader.analysis.steps import attempt
from reader.analysis.time import find_times

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Generator, Iterator, Sequence

    from reader.analysis.model import Analysis, Entity, Mention, TimeExpression
    from reader.text.span import Span

STEP: Final = 5_000
"""Characters read between two looks at the view: half a second's work for the recogniser on two cores."""
AROUND: Final = 2_000
"""Characters before and after the view that are read once the view itself has been: the page that one turns to."""
LOOK: Final = 0.1
"""Seconds between two looks at the view while something else is done."""
_Result = TypeVar("_Result")


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
        done, told = bisect_left(self._starts, analysis.reach), self._told(analysis, count)
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

    def meanwhile(
        self, analysis: Analysis, count: int, work: Callable[[], _Result]
    ) -> Generator[Analysis, None, _Result]:
        """Does `work` on the first `count` groups, and gives what it gives; yields `analysis` with what comes in view
        before that is over. Without a view nothing is done beside."""
        if self._view is None:
            return work()
        told, result = self._told(analysis, count), _aside(work)
        while not wait([result], LOOK).done:
            unread = [] if self._stop() else self._unread(self._view(), told)
            if unread:
                self._find(unread)
            if unread and not self._stop():
                yield self.added_to(analysis)
        return result.result()

    def added_to(self, analysis: Analysis) -> Analysis:
        """`analysis`, which is of a beginning, with what was found behind it."""
        mentions = [mention for mention in self._mentions if mention.span.start >= analysis.reach]
        times = sorted((time for time in self._times if time.span.start >= analysis.reach), key=lambda time: time.span)
        if not mentions and not times:
            return analysis
        gathered: list[Entity] = []
        attempt("entities", lambda: gathered.extend(gather(self._text, mentions).entities))
        return replace(analysis, entities=joined(analysis.entities, gathered), times=(*analysis.times, *times))

    def _told(self, analysis: Analysis, count: int) -> int:
        """From which group on what is in view has to be told: what the next analysis, of `count` groups, tells within
        a step is not told twice."""
        edges, known = [*self._starts, len(self._text)], bisect_left(self._starts, analysis.reach)
        return count if edges[count] - edges[known] <= STEP else known

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
        text, blocks, _ = self._cut_out(numbers)
        read_ahead(text, blocks, stop=self._stop)

    def _find_names(self, numbers: Sequence[int]) -> None:
        text, blocks, start = self._cut_out(numbers)
        found = find_names(text, blocks, stop=self._stop).mentions
        self._mentions += [replace(mention, span=mention.span.shift(start)) for mention in found]

    def _find_times(self, numbers: Sequence[int]) -> None:
        for number in numbers:
            group = self._groups[number]
            for time in find_times(self._text[group[0].start : group[-1].end], self._date):
                self._times.append(replace(time, span=time.span.shift(group[0].start)))

    def _cut_out(self, numbers: Sequence[int]) -> tuple[str, list[Span], int]:
        """The part of the text in which these groups stand, their blocks in it, and where it begins: what is done to
        a text before it is read, to a book takes longer than a key may wait."""
        start, end = self._groups[numbers[0]][0].start, self._groups[numbers[-1]][-1].end
        blocks = [block.shift(-start) for number in numbers for block in self._groups[number]]
        return self._text[start:end], blocks, start


def _aside(work: Callable[[], _Result]) -> Future[_Result]:
    """What `work` will have given, in a thread that ends with the program."""
    result: Future[_Result] = Future()

    def run() -> None:
        try:
            result.set_result(work())
        except BaseException as error:  # whatever it is: somebody waits for it
            result.set_exception(error)

    ending.aside(copy_context().run, run)
    return result


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
