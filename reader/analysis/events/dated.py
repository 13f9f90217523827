"""When something happened, as far as that is known, and days as numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from reader.analysis.model import Certainty, EventBasis
from reader.analysis.time.calendars import Day

if TYPE_CHECKING:
    from reader.analysis.model import TimeExpression

_DECADE, _CENTURY = re.compile(r"\d{3}"), re.compile(r"\d{2}")


@dataclass(frozen=True, slots=True)
class Dated:
    """When a candidate happened."""

    certainty: Certainty = Certainty.UNDATED
    earliest: str | None = None
    latest: str | None = None
    date: str | None = None
    relative: int | None = None
    """Days from the document date, as far as the text says: all that is known where that date is not."""
    time: int | None = None
    basis: EventBasis = EventBasis.NO_TIME

    @property
    def is_stated(self) -> bool:
        return self.certainty is Certainty.STATED

    @property
    def is_known(self) -> bool:
        return self.certainty is not Certainty.UNDATED


class Life(NamedTuple):
    """The ends of a life, as far as brackets behind a name tell them."""

    birth: Dated
    death: Dated | None


def stated(index: int, time: TimeExpression) -> Dated:
    """By the time with this index in the document, which the text says of it."""
    if time.earliest is None and time.relative is None:
        return Dated(time=index, basis=EventBasis.VAGUE_TIME)
    basis = EventBasis.OWN_TIME
    return Dated(Certainty.STATED, time.earliest, time.latest, common_date(time), time.relative, index, basis)


def day_number(day: str) -> int:
    """The Julian day number of an ISO day."""
    return Day.of(day).number


def common_date(time: TimeExpression) -> str | None:
    """As much of the date as is known: `2023-09-15`, `2023-09`, `2023`, `198X`, `18XX`."""
    value, first, last = time.value, time.earliest, time.latest
    if _DECADE.fullmatch(value):
        return value + "X"
    if _CENTURY.fullmatch(value):
        return value + "XX"
    if first is None or last is None:
        return None
    if first == last:
        return first
    if first[:-3] == last[:-3]:
        return first[:-3]
    for digits in (4, 3, 2):
        if first[:digits] == last[:digits] and not first.startswith("-"):
            return first[:digits].ljust(4, "X")
    return first[:-6] if first[:-6] == last[:-6] else None


def is_ahead(when: Dated | TimeExpression, today: str | None) -> bool:
    """Whether it begins after the day of the document, ISO."""
    if today is None or when.earliest is None:
        return (when.relative or 0) > 0
    return day_number(when.earliest) > day_number(today)
