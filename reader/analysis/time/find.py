"""The whole way, from a text to its times."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from reader.analysis.steps import Step, attempt_each, take
from reader.analysis.time import era, grammar, joining, reference
from reader.analysis.time.calendars import Day
from reader.analysis.time.grammar import rules_of
from reader.analysis.time.reference import Reference
from reader.analysis.time.resolve import resolve
from reader.analysis.time.rules import annals, clock, days, periods, spans, years
from reader.analysis.time.tokens import segments
from reader.analysis.words.fences import fenced

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Iterable, Sequence

    from reader.analysis.model import Notice, TimeExpression
    from reader.analysis.time.grammar import Rule
    from reader.analysis.time.meaning import Draft
    from reader.analysis.time.rules.found import Builder
    from reader.analysis.time.tokens import Segment
    from reader.text.span import Span


@dataclass(slots=True)
class _Times:
    """A text while times are sought in it."""

    cut: Iterable[Segment]
    """Its segments as they are cut, …"""
    known: Reference
    rules: list[Rule] = field(default_factory=list)
    segments: list[Segment] = field(default_factory=list)
    """… and those in which times have been sought."""
    found: list[TimeExpression] = field(default_factory=list)

    @property
    def drafts(self) -> list[Draft]:
        return [draft for segment in self.segments for draft in segment.drafts]


def _rules(name: str, table: tuple[tuple[str, Builder], ...]) -> Step[_Times]:
    """A step that adds rules of grammar."""
    return Step(f"times: rules for {name}", lambda times: times.rules.extend(rules_of(table)))


def _in_each(name: str, rule: Callable[[Segment], None]) -> Step[_Times]:
    """A step that looks at one segment at a time."""
    return Step(f"times: {name}", lambda times: attempt_each(rule, times.segments))


def _in_all(name: str, rule: Callable[[Reference, Sequence[Draft]], None]) -> Step[_Times]:
    """A step that finds what the text's dates are counted from."""
    return Step(f"times: {name}", lambda times: rule(times.known, times.drafts))


def _match(times: _Times) -> None:
    """A segment that says no time needs no tokens any more: those of a book would fill the memory."""

    def match(segment: Segment) -> None:
        times.segments.append(segment)
        grammar.match(segment, times.rules)
        if not segment.drafts:
            segment.tokens.clear()
            segment.heads = frozenset()

    attempt_each(match, times.cut)


def _count_years(times: _Times) -> None:
    times.known.hijri = era.is_hijri(times.segments)
    attempt_each(era.count_in_hijri if times.known.hijri else era.count_in_civil, times.segments)
    if times.known.hijri:
        reference.forget_day(times.known, times.drafts)


def _resolve(times: _Times) -> None:
    """In text order, since a date may be counted from the one before."""

    def of(segment: Segment) -> None:
        attempt_each(lambda draft: times.found.append(resolve(draft, times.known, segment.number)), segment.drafts)

    attempt_each(of, times.segments)


STEPS: Final = (
    _rules("days", days.RULES),
    _rules("annals", annals.RULES),
    _rules("years", years.RULES),
    _rules("periods", periods.RULES),
    _rules("spans", spans.RULES),
    _rules("the clock", clock.RULES),
    Step("times: grammar", _match),
    _in_each("edges", joining.take_edges),
    _in_each("both calendars", joining.join_calendars),
    _in_each("an hour and its date", joining.join_clock),
    _in_each("an hour and its day", joining.lend_days),
    _in_each("hours of an afternoon", joining.share_afternoons),
    _in_each("one duration", joining.join_durations),
    _in_each("ends of a range", joining.lend),
    _in_each("ranges that run backwards", joining.doubt_backwards),
    _in_each("tenses", joining.read_tenses),
    _in_each("one tense a range", joining.share_tenses),
    _in_each("what items begin with", joining.see_items),
    Step("times: the calendar", _count_years),
    _in_all("years of the text", reference.find_years),
    _in_all("day of the text", reference.find_day),
    _in_all("weekday of the text", reference.find_weekday),
    _in_all("narrative", reference.find_narrative),
    Step("times: values", _resolve),
)
"""What is done to find the times of a text, in this order."""


@dataclass(frozen=True, slots=True)
class Timed:
    """Times in text order, and what there is to know about how they were found."""

    times: tuple[TimeExpression, ...]
    notices: tuple[Notice, ...] = ()


def read_times(
    text: str,
    document_date: datetime.date | None,
    paragraphs: Sequence[Span] = (),
    *,
    stop: Callable[[], bool] = lambda: False,
) -> Timed:
    """The time expressions of `text`, none overlapping another.

    `document_date` is the day that «اليوم» means; without one, what hangs on it stays unresolved. The clock of
    the machine is never asked. A line break inside one of the `paragraphs`, where they are known, changes nothing.
    Linear in the length of the text. When `stop()` turns true the work ends early.
    """
    day = None if document_date is None else Day(document_date.year, document_date.month, document_date.day)
    cut = takewhile(lambda _: not stop(), segments(fenced(text), paragraphs))
    times = _Times(cut, Reference(day, document=day))
    failed = take(STEPS, times)
    return Timed(tuple(times.found), failed)


def find_times(text: str, document_date: datetime.date | None) -> list[TimeExpression]:
    """The times that `read_times` gives."""
    return list(read_times(text, document_date).times)
