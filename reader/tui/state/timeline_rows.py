"""The timeline as rows: events under the period and the day they belong to, as precisely as they are known."""

from __future__ import annotations

import datetime
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from reader.analysis.model import Certainty, EventStatus
from reader.tui.wording.dates import is_common_part, last_day, month_and_day
from reader.tui.wording.phrases import phrase

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reader.analysis.model import Event, TimeExpression
    from reader.tui.wording.dates import Wording

ABOUT = "~"
"""Before a day that was worked out, not said."""
DOUBT = "؟"
"""Behind a day that the text says in a way that contradicts itself."""


class Dot(StrEnum):
    """The sign of an event on the line."""

    PAST = "●"
    INFERRED = "◐"
    PLANNED = "○"
    FAINT = "–"
    """Undated, or the background of the story. A dot would be taken for a zero beside Arabic-Indic digits."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A period (`level` 1) or a day in it (2)."""

    text: str
    level: int = 1
    shorter: tuple[str, ...] = ()
    """The same in fewer words, for a narrow panel: the fewest last."""


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event on the line."""

    event: Event
    dot: Dot


class _Dated(NamedTuple):
    """An event with its headings."""

    period: str
    day: str | None
    event: Event


TimelineRow = Heading | EventRow


def timeline(
    events: Sequence[Event], wording: Wording, times: Sequence[TimeExpression] = (), *, story: bool = False
) -> list[TimelineRow]:
    """`events` with headings: each period once, as they come (the analysis gives them in order of time).

    In the order of the story, which is that of the text, a heading comes wherever the period changes. `times`
    are those that the events point to.
    """
    dated = [_dated(event, wording, time_of(event, times)) for event in events]
    if story:
        dated.sort(key=lambda entry: entry.event.clause.start)
    else:
        dated = _gathered(dated, phrase("undated", wording.lang))
    rows: list[TimelineRow] = []
    for period, entries in groupby(dated, key=lambda entry: entry.period):
        of_period = list(entries)
        rows.append(Heading(period, shorter=_shorter(of_period[0].event, wording)))
        for day, group in groupby(of_period, key=lambda entry: entry.day):
            of_day = [entry.event for entry in group]
            if day:
                rows.append(Heading(_about(of_day) + day + _doubt(of_day, times), level=2))
            rows += (EventRow(event, dot_of(event)) for event in of_day)
    return rows


def nearest(rows: Sequence[TimelineRow], day: datetime.date) -> int | None:
    """Where in `rows` the event stands that is nearest to `day`, with all the days that it may have been on; of several
    the first. None where no event has a date."""
    found = {
        index: max(abs(first - day), abs(last - day))
        for index, row in enumerate(rows)
        if isinstance(row, EventRow)
        for first, last in _days(row.event)
    }
    return min(found, key=lambda index: found[index], default=None)


def _days(event: Event) -> Iterator[tuple[datetime.date, datetime.date]]:
    """The first and the last day that an event may have been on; none where they are before Christ, or unknown."""
    with suppress(ValueError):
        yield datetime.date.fromisoformat(event.earliest or ""), datetime.date.fromisoformat(event.latest or "")


def dot_of(event: Event) -> Dot:
    """What is said to come is hollow, what is merely background is faint, and so is what has no date."""
    if event.status is EventStatus.BACKGROUND:
        return Dot.FAINT
    if event.status is EventStatus.PLANNED:
        return Dot.PLANNED
    if event.certainty is Certainty.INFERRED:
        return Dot.INFERRED
    return Dot.FAINT if event.certainty is Certainty.UNDATED else Dot.PAST


def period_of(event: Event, wording: Wording) -> str:
    """The month, year or vaguer period of an event; how far it is from the publication; or that it has none."""
    stretch = event.date is None or is_common_part(event.date, event.earliest, event.latest)
    period = wording.period(event.date) if event.date and not stretch else None
    if period:
        return period
    if event.earliest and event.latest:
        return wording.between(event.earliest, event.latest)
    if event.relative is not None:
        return wording.apart(event.relative)
    return phrase("undated", wording.lang)


def day_of(event: Event, wording: Wording) -> str | None:
    """The day of an event, or the days of a stretch within one month."""
    if not event.date:
        return None
    first, last = event.earliest, event.latest
    if first and last and month_and_day(first)[0] == event.date and not _is_whole_month(first, last):
        return wording.between(first, last)
    return wording.day(event.date)


def _dated(event: Event, wording: Wording, time: TimeExpression | None) -> _Dated:
    period, day = period_of(event, wording), day_of(event, wording)
    if not wording.hijri:
        return _Dated(period, day, event)
    from reader.tui.wording.hijri import hijri_given, hijri_of_days, hijri_of_period  # not needed until it is asked for

    months = hijri_of_period(event, wording)
    of_day = hijri_given(time.hijri, wording) if time and time.hijri else ""
    if not of_day and day and event.earliest and event.latest:
        of_day = hijri_of_days(event.earliest, event.latest, wording)
    return _Dated(_beside(period, months, wording), _beside(day, of_day, wording) or None, event)


def _shorter(event: Event, wording: Wording) -> tuple[str, ...]:
    """Other wordings of the heading over an event: with the Hijri year alone, and without."""
    if not wording.hijri:
        return ()
    from reader.tui.wording.hijri import hijri_of_period

    period = period_of(event, wording)
    return _beside(period, hijri_of_period(event, wording, years=True), wording), period


def _beside(civil: str | None, hijri: str, wording: Wording) -> str:
    return phrase("beside", wording.lang, a=civil, b=hijri) if civil and hijri else civil or hijri


def time_of(event: Event, times: Sequence[TimeExpression]) -> TimeExpression | None:
    """The time expression that the date of an event rests on, if it rests on one."""
    return times[event.time] if event.time is not None and event.time < len(times) else None


def _is_whole_month(first: str, last: str) -> bool:
    """Whether a stretch is all of its month, or more: then its days say nothing that the month does not."""
    (month, day), (other, end) = month_and_day(first), month_and_day(last)
    return month != other or (day == 1 and end == last_day(month))


def _gathered(dated: Iterable[_Dated], undated: str) -> list[_Dated]:
    """The events of a period, and of a day in it, together, where the first of them stands; undated ones last."""
    periods: dict[str, dict[str | None, list[_Dated]]] = {}
    for entry in dated:
        periods.setdefault(entry.period, {}).setdefault(entry.day, []).append(entry)
    last = periods.pop(undated, {})
    return [entry for days in (*periods.values(), last) for of_day in days.values() for entry in of_day]


def _doubt(events: Iterable[Event], times: Sequence[TimeExpression]) -> str:
    told = (time_of(event, times) for event in events)
    return f" {DOUBT}" if any(time is not None and time.doubtful for time in told) else ""


def _about(events: Iterable[Event]) -> str:
    return ABOUT if all(event.certainty is Certainty.INFERRED for event in events) else ""
