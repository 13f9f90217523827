"""What dates are counted from: the document date, the weekday that the text calls today, the last date read."""

from __future__ import annotations

from dataclasses import dataclass

from reader.analysis.time.calendars import Day
from reader.analysis.time.meaning import Clock, Date, Draft, Era, From, Step
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_OLD = 2  # years: dates older than this are history, not news
_NARRATIVE = 0.6  # the share of such dates that makes a text a history


@dataclass(frozen=True, slots=True)
class Point:
    """A date of the text, as precise as it was given."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def start(self) -> Day:
        return Day(self.year, self.month or 1, self.day or 1)


@dataclass(slots=True)
class Reference:
    """The state of a reading: `last` moves as dates are met, the rest is known from the start."""

    now: Day | None
    stated: bool = False
    """Whether `now` was found in the text, not given from outside."""
    weekday: int | None = None
    """The weekday of the day of speaking, where the text tells («اليوم الأحد») and no date is known."""
    narrative: bool = False
    latest_year: int | None = None
    """The latest year that the text states: it was written no earlier."""
    last: Point | None = None
    last_segment: int = -1

    def base(self) -> Point | None:
        """What a date without a year is looked for from."""
        if self.last is not None and (self.narrative or self.now is None):
            return self.last
        return None if self.now is None else Point(*self.now)


def reference(document: Day | None, drafts: Sequence[Draft]) -> Reference:
    """The reference of a text, from all that was recognised in it."""
    years = [draft.meaning.year for draft in drafts if _is_dated(draft)]  # type: ignore[union-attr]
    known = [year for year in years if year is not None]
    made = Reference(document, latest_year=max(known, default=None))
    if document is None:
        made.now, made.stated = _stated_day(drafts), True
    if made.now is None:
        made.weekday = _stated_weekday(drafts)
        made.narrative = bool(known)
        return made
    spoken = any(isinstance(draft.meaning, Step) and _is_spoken(draft.meaning) for draft in drafts)
    old = sum(1 for year in known if year < made.now.year - _OLD)
    made.narrative = not spoken and old >= 1 and old >= _NARRATIVE * len(known)
    return made


def _is_dated(draft: Draft) -> bool:
    meaning = draft.meaning
    return isinstance(meaning, Date) and meaning.era is Era.CIVIL and meaning.year is not None


def _is_spoken(step: Step) -> bool:
    return step.unit == "D" and step.origin is From.NOW


def _stated_day(drafts: Sequence[Draft]) -> Day | None:
    """The day of speaking, where the text gives its full date («اليوم الأحد 17 سبتمبر 2023»)."""
    for draft in drafts:
        date = draft.meaning
        if isinstance(date, Date) and date.spoken is not None and date.era is Era.CIVIL:
            if date.year and date.month and date.day and date.day <= 28:
                return Day(date.year, date.month, date.day).plus(-date.spoken)
    return None


def _stated_weekday(drafts: Sequence[Draft]) -> int | None:
    """The weekday of the day of speaking («اليوم الأحد», «أمس السبت»)."""
    for draft in drafts:
        step = draft.meaning.day if isinstance(draft.meaning, Clock) else draft.meaning
        if isinstance(step, Step) and step.weekday and _is_spoken(step):
            return (step.weekday - 1 - int(step.count)) % 7 + 1
        if isinstance(step, Date) and step.weekday and step.spoken is not None:
            return (step.weekday - 1 - step.spoken) % 7 + 1
    return None
