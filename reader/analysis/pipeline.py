"""The one place that knows in which order a document is analysed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.analysis.ahead import Ahead
from reader.analysis.entities import describe, gather
from reader.analysis.events import find_events
from reader.analysis.model import Analysis, DateBasis
from reader.analysis.names import find_mentions, notice, stretches
from reader.analysis.time import document_date_hint, find_times
from reader.document.model import BlockKind
from reader.text.arabic import LETTERS
from reader.text.language import ARABIC

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Iterator, Sequence

    from reader.analysis.model import Entity, Event, TimeExpression
    from reader.document.model import Block, Document
    from reader.text.span import Span

_ARABIC_LETTER = re.compile(f"[{LETTERS}]")
FIRST_STEP = 4_000
"""Characters after which the first panel entries appear: a screen and a bit."""
GROWTH = 8
"""How many times more each step reads than the one before: all steps together cost an eighth more than one."""
NOT_ARABIC = "names, times and events are sought as Arabic writes them, and this text is not in Arabic"
DATELINE = 2_000
"""Characters at the beginning in which a document may say its own date."""


def analyse(
    document: Document,
    document_date: datetime.date | None = None,
    *,
    entities: tuple[Entity, ...] | None = None,
    view: Callable[[], Span] | None = None,
    stop: Callable[[], bool] = lambda: False,
) -> Iterator[Analysis]:
    """Analyses of longer and longer beginnings of `document`; the last is of the whole and `complete`.

    `document_date` is what the reader said, and wins over what the document says. `entities` are those of a
    complete analysis of the same document, which another date does not change: then one step does it all. `view`
    tells which part of the text is in sight: names and times there come first, in analyses of their own, and stay
    in those of beginnings that do not reach so far. When `stop()` turns true no further analysis comes. Takes time
    linear in the length of the text.
    """
    date, basis = _document_date(document, document_date)
    blocks = [block.span for block in document.blocks if _is_read(document.text, block)]
    groups = stretches(blocks) if entities is None else [tuple(blocks)]
    ahead = Ahead(document.text, groups, date, view if entities is None else None, stop)
    analysis = Analysis(document_date=date, document_date_basis=basis)
    for count in _steps(groups) if entities is None else [len(groups)]:
        yield from ahead.lead(analysis, count)
        if stop():
            return
        read = [block for group in groups[:count] for block in group]
        named = _named(document.text, read, stop) if entities is None else entities
        times, events = _when(document.text, read, named, date)
        if stop():
            return
        reach = read[-1].end if read else 0
        analysis = Analysis(named, times, events, date, basis, count == len(groups), _notices(document), reach)
        yield ahead.added_to(analysis)


def _steps(groups: Sequence[Sequence[Span]]) -> Iterator[int]:
    """How many groups each step reads: the first few, then many times more, then all."""
    reach = FIRST_STEP
    for count, group in enumerate(groups, 1):
        end = group[-1].end
        if end >= reach and count < len(groups):
            yield count
            reach = max(reach, end) * GROWTH
    yield len(groups)


def _is_read(text: str, block: Block) -> bool:
    """Code says nothing, and what has no Arabic letter would only be guessed at."""
    return block.kind is not BlockKind.CODE and _ARABIC_LETTER.search(text, *block.span) is not None


def _named(text: str, blocks: list[Span], stop: Callable[[], bool]) -> tuple[Entity, ...]:
    return describe(text, blocks, gather(text, find_mentions(text, blocks, stop=stop)))


def _notices(document: Document) -> tuple[str, ...]:
    """What to know about the analysis of this document."""
    foreign = document.metadata.language != ARABIC
    return tuple(filter(None, (notice(), NOT_ARABIC if foreign else None)))


def _when(
    text: str, blocks: list[Span], entities: tuple[Entity, ...], date: datetime.date | None
) -> tuple[tuple[TimeExpression, ...], tuple[Event, ...]]:
    """What hangs on the document date: times, and the events that they date."""
    end = blocks[-1].end if blocks else 0
    times = tuple(find_times(text[:end], date))
    return times, find_events(text, blocks, entities, times, date)


def _document_date(document: Document, given: datetime.date | None) -> tuple[datetime.date | None, DateBasis | None]:
    if given is not None:
        return given, DateBasis.OPTION
    if document.metadata.date is not None:
        return document.metadata.date, DateBasis.METADATA
    hint = document_date_hint(document.text[:DATELINE])
    return (hint, DateBasis.DATELINE) if hint else (None, None)
