"""What dates are counted from: the document date, the weekday that the text calls today, the last date read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from reader.analysis.time.calendars import Day, hijri_years, month_length
from reader.analysis.time.meaning import Clock, Date, Draft, Era, From, Meaning, Step, Years

if TYPE_CHECKING:
    from collections.abc import Sequence

_PRESENT = 20  # the century that no text is later than
_LONG_PAST = 100  # years
_OLD = 2  # years: dates older than this are history, not news
_NARRATIVE = 0.6  # the share of such dates that makes a text a history
SEASON_BEGINS = 7
"""The month in which seasons of play and school years change."""


@dataclass(frozen=True, slots=True)
class Point:
    """A date of the text, as precise as it was given."""

    year: int
    month: int | None = None
    day: int | None = None
    hijri: tuple[int, int | None] | None = None
    """Year and month, where it was given in the Hijri calendar."""
    season: int | None = None
    """The first year of the season of play or the school year that it is, or is told in."""

    @property
    def start(self) -> Day:
        return Day(self.year, self.month or 1, self.day or 1)


class Listed(NamedTuple):
    """The last date that an item of a list began with, and what is known of the list."""

    date: Point
    segment: int
    """That of the item."""
    year: int | None = None
    """The year that the list stands under."""
    goes: int = 0
    """Whether its dates go on (1), back (-1), or that is not known (0)."""


@dataclass(slots=True)
class Reference:
    """The state of a reading: `last` moves as dates are met, the rest is known from the start."""

    now: Day | None
    document: Day | None = None
    """The document date: what `relative` is told from."""
    stated: bool = False
    """Whether nobody has given `now`: it is what the text says, if it says it."""
    weekday: int | None = None
    """The weekday of the day of speaking, where the text tells («اليوم الأحد») and no date is known."""
    hijri: bool = False
    """Whether the years of the text are Hijri where it does not say."""
    annal: int | None = None
    """The Hijri year that heads the annal being read."""
    narrative: bool = False
    century: int | None = None
    """The first two digits of the years in which the text was written, where it states one of the present century."""
    first_year: int | None = None
    """The first year that the text states."""
    last: Point | None = None
    last_stated: bool = False
    """Whether the text says all of `last`."""
    listed: Listed | None = None
    """Where the list stands that is being read."""
    last_segment: int = -1
    last_end: int = -1
    """Where in the text `last` stands: its segment, and its end."""

    def base(self) -> Point | None:
        """What a date without a year is looked for from."""
        return self.last if self.last is not None and self.narrative else self.today()

    def is_ahead(self) -> bool:
        """Whether the last date is to come: the hours of a programme are of the day above them."""
        return self.now is not None and self.last is not None and self.last.start > self.now

    def today(self) -> Point | None:
        """What «الماضي» and «المقبل» are looked for from."""
        return None if self.now is None else Point(*self.now)


def forget_day(known: Reference, drafts: Sequence[Draft]) -> None:
    """An annal says nothing from the day that somebody prints it on: its years are long past."""
    years = [year for draft in drafts if (year := _civil_year(draft.meaning))]
    if known.now is not None and max(years, default=0) < known.now.year - _LONG_PAST:
        known.now = None


def find_years(known: Reference, drafts: Sequence[Draft]) -> None:
    """The years that the text states: it was written no earlier than the last of them."""
    years = [year for draft in drafts if (year := _civil_year(draft.meaning))]
    known.first_year = next(iter(years), None)
    if known.now is not None:
        known.century = known.now.year // 100
    elif max(years, default=0) // 100 == _PRESENT:
        known.century = _PRESENT


def find_day(known: Reference, drafts: Sequence[Draft]) -> None:
    """The day of speaking, where nobody has said it but the text does."""
    if known.now is None:
        known.now, known.stated = _stated_day(drafts), True


def find_weekday(known: Reference, drafts: Sequence[Draft]) -> None:
    """Its weekday, where not even the text says more."""
    if known.now is None:
        known.weekday = _stated_weekday(drafts)


def find_narrative(known: Reference, drafts: Sequence[Draft]) -> None:
    """Whether the text is a history: it states months of years, most of them far from its day, and says no «أمس»; or an
    annal. A year alone is told in passing in news too («تأسس عام 1988»).

    Without a day to see them from, years that it states are enough.
    """
    if known.now is None:
        years = [year for draft in drafts if (year := _civil_year(draft.meaning))]
        reported = known.weekday is not None or any(_is_news(draft.meaning) for draft in drafts)
        known.narrative = known.hijri or (bool(years) and not reported)
        return
    spoken = any(_speaks_of_now(draft.meaning) for draft in drafts)
    years = [year for draft in drafts if (year := _civil_year(draft.meaning)) and _says_month(draft.meaning)]
    far = sum(1 for year in years if abs(year - known.now.year) > _OLD)  # later than its day: another's date
    known.narrative = known.hijri or (not spoken and far >= 1 and far >= _NARRATIVE * len(years))


def _civil_year(meaning: Meaning) -> int | None:
    if isinstance(meaning, Years):
        return meaning.first
    if not isinstance(meaning, Date) or not meaning.year or meaning.era is Era.BCE:
        return None
    return meaning.year if meaning.era is Era.CIVIL else hijri_years(meaning.year, meaning.year)[0].year


def _says_month(meaning: Meaning) -> bool:
    return isinstance(meaning, Date) and meaning.month is not None


def _speaks_of_now(meaning: Meaning) -> bool:
    """«أمس», «الأسبوع الماضي», «يوم الجمعة»: what news says and histories do not."""
    if isinstance(meaning, Step):
        return meaning.origin is From.NOW and meaning.unit in ("D", "W", "M")
    if not isinstance(meaning, Date):
        return False
    ahead = meaning.steps is not None and meaning.origin is From.NOW
    return ahead or (meaning.weekday is not None and meaning.month is None)


def _is_news(meaning: Meaning) -> bool:
    """«أمس», «الأسبوع الماضي», «مارس الماضي»: what only news says. Histories say «اليوم» too, for nowadays."""
    if isinstance(meaning, Step):
        return meaning.origin is From.NOW and meaning.unit in ("D", "W", "M") and meaning.count != 0
    return isinstance(meaning, Date) and bool(meaning.steps) and meaning.origin is From.NOW


def _is_spoken(step: Step) -> bool:
    return step.unit == "D" and step.origin is From.NOW


def _stated_day(drafts: Sequence[Draft]) -> Day | None:
    """The day of speaking, where the text gives its full date («اليوم الأحد 17 سبتمبر 2023»)."""
    for draft in drafts:
        date = draft.meaning.day if isinstance(draft.meaning, Clock) else draft.meaning
        if not isinstance(date, Date) or date.spoken is None or date.era is not Era.CIVIL:
            continue
        if date.year and date.month and date.day and date.day <= month_length(date.year, date.month):
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
