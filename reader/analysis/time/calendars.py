"""Days in the calendars that Arabic texts use, counted as Julian day numbers.

A *civil* day is what history books print: Julian up to 4 October 1582, Gregorian from 15 October 1582.
Years are astronomical throughout: 1 BCE is 0, 332 BCE is -331.
"""

from __future__ import annotations

from typing import NamedTuple

_FIRST_GREGORIAN = 2_299_161  # Julian day number of 15 October 1582
_HIJRI_EPOCH = 1_948_440  # 1 Muharram 1 AH = 16 July 622 (Julian), the civil epoch
_UNIX_EPOCH = 2_440_588  # Julian day number of 1 January 1970

UMM_AL_QURA = range(1343, 1501)
"""Hijri years whose months the Umm al-Qura tables give; others are reckoned by the 30-year cycle."""


class Day(NamedTuple):
    """A civil day."""

    year: int
    month: int
    day: int

    @classmethod
    def of(cls, iso: str) -> Day:
        """The day that `iso` writes."""
        sign = -1 if iso.startswith("-") else 1
        year, month, day = map(int, iso.removeprefix("-").split("-"))
        return cls(sign * year, month, day)

    def iso(self) -> str:
        return f"{iso_year(self.year)}-{self.month:02}-{self.day:02}"

    @property
    def number(self) -> int:
        """The Julian day number."""
        return to_number(self.year, self.month, self.day)

    @property
    def weekday(self) -> int:
        """ISO: Monday is 1, Sunday 7."""
        return self.number % 7 + 1

    def plus(self, days: int) -> Day:
        return from_number(self.number + days)


class HijriDay(NamedTuple):
    """A day of the Hijri calendar."""

    year: int
    month: int
    day: int


def iso_year(year: int) -> str:
    """Four digits, signed before the year 0, as ISO 8601 writes expanded years."""
    return f"{year:04}" if year >= 0 else f"-{-year:04}"


def is_leap(year: int) -> bool:
    return year % 4 == 0 and (year <= 1582 or year % 100 != 0 or year % 400 == 0)


def month_length(year: int, month: int) -> int:
    if month == 2:
        return 29 if is_leap(year) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def to_number(year: int, month: int, day: int) -> int:
    """The Julian day number of a civil day (Fliegel and Van Flandern's integer form)."""
    shift = (14 - month) // 12
    y, m = year + 4800 - shift, month + 12 * shift - 3
    days = day + (153 * m + 2) // 5 + 365 * y + y // 4
    if (year, month, day) >= (1582, 10, 15):
        return days - y // 100 + y // 400 - 32_045
    return days - 32_083


def from_number(number: int) -> Day:
    """The civil day of a Julian day number."""
    if number >= _FIRST_GREGORIAN:
        a = number + 32_044
        century = (4 * a + 3) // 146_097
        rest = a - 146_097 * century // 4
    else:
        century, rest = 0, number + 32_082
    y = (4 * rest + 3) // 1461
    of_year = rest - 1461 * y // 4
    m = (5 * of_year + 2) // 153
    return Day(100 * century + y - 4800 + m // 10, m + 3 - 12 * (m // 10), of_year - (153 * m + 2) // 5 + 1)


def add_months(year: int, month: int, count: int) -> tuple[int, int]:
    years, zero_based = divmod(year * 12 + month - 1 + count, 12)
    return years, zero_based + 1


def iso_week(day: Day) -> tuple[int, int]:
    """The ISO year and week."""
    thursday = day.plus(4 - day.weekday)
    return thursday.year, (thursday.number - to_number(thursday.year, 1, 1)) // 7 + 1


def week_start(year: int, week: int) -> Day:
    """The Monday of an ISO week."""
    fourth = Day(year, 1, 4)
    return fourth.plus(7 * (week - 1) + 1 - fourth.weekday)


def hijri_month_start(year: int, month: int) -> int:
    """The Julian day number of the first of a Hijri month: Umm al-Qura where its tables reach, else tabular."""
    if year in UMM_AL_QURA:
        from hijridate import Hijri

        return Hijri(year, month, 1, validate=False).to_gregorian().toordinal() + _UNIX_EPOCH - 719_163
    # The civil tabular calendar: leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26 and 29 of each 30.
    return _HIJRI_EPOCH + 354 * (year - 1) + (11 * year + 3) // 30 + (59 * (month - 1) + 1) // 2


def hijri_to_number(day: HijriDay) -> int:
    return hijri_month_start(day.year, day.month) + day.day - 1


def hijri_month(year: int, month: int) -> tuple[Day, Day]:
    """The first and the last civil day of a Hijri month."""
    following = (year, month + 1) if month < 12 else (year + 1, 1)
    return from_number(hijri_month_start(year, month)), from_number(hijri_month_start(*following) - 1)


def hijri_years(first: int, last: int) -> tuple[Day, Day]:
    """The first and the last civil day of a run of Hijri years."""
    return from_number(hijri_month_start(first, 1)), from_number(hijri_month_start(last + 1, 1) - 1)


def to_hijri(day: Day) -> HijriDay:
    """The Hijri day of a civil day."""
    number = day.number
    year = max(1, (number - _HIJRI_EPOCH) * 30 // 10_631 + 1)
    while hijri_month_start(year + 1, 1) <= number:
        year += 1
    while year > 1 and hijri_month_start(year, 1) > number:
        year -= 1
    month = 12
    while month > 1 and hijri_month_start(year, month) > number:
        month -= 1
    return HijriDay(year, month, number - hijri_month_start(year, month) + 1)


def is_same_year(hijri: int, civil: int) -> bool:
    """Whether a Hijri year meets a civil one: 1205 and 1790."""
    if not 1 <= hijri <= UMM_AL_QURA.stop:
        return False
    first, last = hijri_years(hijri, hijri)
    return first.year <= civil <= last.year


def hijri_year_in(year: int, month: int) -> int:
    """The Hijri year whose `month` begins in a civil year: «رمضان 2020» is that of 1441."""
    guess = to_hijri(Day(year, 1, 1)).year
    for hijri in (guess, guess + 1):
        if hijri_month(hijri, month)[0].year == year:
            return hijri
    return guess
