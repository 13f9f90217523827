"""What comes out of resolving: a value, what it rests on, and what may be counted from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.analysis.model import TimeBasis, TimeType
from reader.analysis.time import values
from reader.analysis.time.reference import Point, Reference

if TYPE_CHECKING:
    from reader.analysis.time.calendars import Day

UNKNOWN = {
    "D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Y": "XXXX",
    "DE": "XXX", "CE": "XX", "ML": "X",
    "TH": "XXXX-XX-XXTXX", "TM": "XXXX-XX-XXTXX", "TS": "XXXX-XX-XXTXX",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Answer:
    """A resolved meaning. `point` is what later expressions may be counted from."""

    value: str
    basis: TimeBasis = TimeBasis.EXPLICIT
    point: Point | None = None
    relative: int | None = None
    hijri: str | None = None
    doubtful: bool = False
    type: TimeType = TimeType.DATE


def dated(day: Day, basis: TimeBasis, *, doubtful: bool = False) -> Answer:
    text = f"{values.year(day.year)}-{day.month:02}-{day.day:02}"
    return Answer(text, basis, Point(*day), doubtful=doubtful)


def monthly(year: int, month: int, basis: TimeBasis) -> Answer:
    return Answer(f"{values.year(year)}-{month:02}", basis, Point(year, month))


def yearly(year: int, basis: TimeBasis) -> Answer:
    return Answer(values.year(year), basis, Point(year))


def seasonal(first: int, basis: TimeBasis) -> Answer:
    return Answer(f"{first:04}/{first + 1:04}", basis, Point(first, season=first))


def basis_of(base: Point | None, known: Reference) -> TimeBasis:
    """Of what is found from `base`, the last date of the text or its day."""
    told = known.stated or base is None or base is known.last
    return TimeBasis.PREVIOUS_DATE if told else TimeBasis.DOCUMENT_DATE
