"""The one place that knows in which order a document is analysed."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from itertools import takewhile
from typing import TYPE_CHECKING, Any, Final

from reader.analysis import entities, events, names, time
from reader.analysis.ahead import Ahead
from reader.analysis.model import Analysis, DateBasis, Notice, NoticeKind
from reader.analysis.paragraphs import paragraphs
from reader.analysis.steps import Step, attempt, take
from reader.text.language import ARABIC

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Iterator, Sequence

    from reader.analysis.model import Entity, Event, Happening, Mention, TimeExpression
    from reader.document.model import Document
    from reader.text.span import Span

FIRST_STEP = 4_000
"""Characters after which the first panel entries appear: a screen and a bit."""
GROWTH = 8
"""How many times more each step reads than the one before: all steps together cost an eighth more than one."""
DATELINE = 2_000
"""Characters at the beginning in which a document may say its own date."""
_DATELINE: Final = "dateline"
"""What the search for it is called where it fails."""


def nothing_found_out(analysis: Analysis) -> bool:
    """Whether every room has failed, so that what is not in the analysis says nothing."""
    failed = {notice.step for notice in analysis.notices if notice.kind is NoticeKind.STEP_FAILED}
    return failed >= {step.name for step in STEPS}


def prepare() -> None:
    """Load the recogniser: the rooms themselves are loaded with this one."""
    names.load()


@dataclass(slots=True)
class _Work:
    """A beginning of a document on its way to an analysis."""

    text: str
    blocks: Sequence[Span]
    date: datetime.date | None
    stop: Callable[[], bool]
    mentions: Sequence[Mention] = ()
    happenings: tuple[Happening, ...] | None = None
    entities: tuple[Entity, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    events: tuple[Event, ...] = ()
    notices: list[Notice] = field(default_factory=list)

    @property
    def reach(self) -> int:
        """Where the last block that is read ends."""
        return self.blocks[-1].end if self.blocks else 0


def _find_names(work: _Work) -> None:
    named = names.find_names(work.text[: work.reach], work.blocks, stop=work.stop)
    work.mentions, work.happenings = named.mentions, named.happenings
    work.notices += named.notices


def _gather(work: _Work) -> None:
    gathered = entities.gather(work.text, work.mentions, work.blocks)
    work.entities = gathered.entities
    work.notices += gathered.notices


def _find_times(work: _Work) -> None:
    timed = time.read_times(work.text[: work.reach], work.date, work.blocks, stop=work.stop)
    work.times = timed.times
    work.notices += timed.notices


def _find_events(work: _Work) -> None:
    found = events.find_events(
        work.text, work.blocks, work.entities, work.times, work.date, work.happenings, stop=work.stop
    )
    work.events = found.events
    work.notices += found.notices


DATED: Final = (Step("times", _find_times), Step("events", _find_events))
"""What hangs on the document date."""
STEPS: Final = (Step("names", _find_names), Step("entities", _gather), *DATED)
"""From text to analysis, in this order."""
EVERY_STEP: Final[tuple[Step[Any], ...]] = (*names.STEPS, *entities.STEPS, *time.STEPS, *events.STEPS)
"""What the rooms do in turn: any of these can be left out."""


def analyse(
    document: Document,
    document_date: datetime.date | None = None,
    *,
    known: Analysis | None = None,
    view: Callable[[], Span] | None = None,
    stop: Callable[[], bool] = lambda: False,
) -> Iterator[Analysis]:
    """Analyses of longer and longer beginnings of `document`; the last is of the whole and `complete`.

    `document_date` is what the reader said, and wins over what the document says. `known` is a
    complete analysis of the same document with another date, which changes no name: then one step does it all.
    `view` tells which part of the text is in sight: names and times there come first, in analyses of their own, and
    stay in those of beginnings that do not reach so far; both functions are then asked from two threads. When `stop()`
    turns true no further analysis comes. A step that fails costs what it would have given, and `notices` say so. Takes
    time linear in the length of the text.
    """
    date, basis, undated = _document_date(document, document_date)
    blocks = paragraphs(document)
    groups = names.stretches(blocks) if known is None else [tuple(blocks)]
    ahead = Ahead(document.text, groups, date, view if known is None else None, stop)
    analysis = Analysis(document_date=date, document_date_basis=basis)
    for count in _steps(groups) if known is None else [len(groups)]:
        yield from ahead.lead(analysis, count)
        if stop():
            return
        read = [block for group in groups[:count] for block in group]
        work = _Work(document.text, read, date, stop)
        if known is not None:
            work.entities, work.happenings, work.notices = known.entities, known.happenings, _of_names(known)
        failed = yield from ahead.meanwhile(analysis, count, partial(_take, STEPS if known is None else DATED, work))
        if stop():
            return
        notices = tuple(dict.fromkeys((*_of_language(document), *undated, *work.notices, *failed)))
        complete = count == len(groups)
        found = (work.entities, work.times, work.events)
        analysis = Analysis(*found, date, basis, complete, notices, work.reach, work.happenings)
        yield ahead.added_to(analysis)


def _take(steps: Sequence[Step[_Work]], work: _Work) -> tuple[Notice, ...]:
    return take(takewhile(lambda _: not work.stop(), steps), work)


def _steps(groups: Sequence[Sequence[Span]]) -> Iterator[int]:
    """How many groups each step reads: the first few, then many times more, then all."""
    reach = FIRST_STEP
    for count, group in enumerate(groups, 1):
        end = group[-1].end
        if end >= reach and count < len(groups):
            yield count
            reach = max(reach, end) * GROWTH
    yield len(groups)


def _of_names(known: Analysis) -> list[Notice]:
    """What there is to know about all but what hangs on the date."""
    dated = {_DATELINE, *(step.name for step in DATED)}
    return [notice for notice in known.notices if notice.step.partition(":")[0] not in dated]


def _of_language(document: Document) -> tuple[Notice, ...]:
    return () if document.metadata.language == ARABIC else (Notice(NoticeKind.NOT_ARABIC),)


def _document_date(
    document: Document, given: datetime.date | None
) -> tuple[datetime.date | None, DateBasis | None, tuple[Notice, ...]]:
    """The document date, where it comes from, and what there is to know about how it was sought."""
    if given is not None:
        return given, DateBasis.OPTION, ()
    if document.metadata.date is not None:
        return document.metadata.date, DateBasis.METADATA, ()
    hint: list[datetime.date | None] = []
    failed = attempt(_DATELINE, lambda: hint.append(time.document_date_hint(document.text[:DATELINE])))
    date = hint[0] if hint else None
    return date, DateBasis.DATELINE if date else None, (failed,) if failed else ()
