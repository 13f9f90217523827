"""Hijri dates as the interface says them, beside the civil ones.

What has been reckoned is remembered: a timeline is laid out anew with every key that narrows it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from reader.analysis.time.calendars import Day, HijriDay, month_length, to_hijri
from reader.tui.wording.dates import is_common_part
from reader.tui.wording.phrases import number, phrase

if TYPE_CHECKING:
    from reader.analysis.model import Event
    from reader.tui.wording.dates import Wording

MONTHS = {
    "ar": [
        "محرم",
        "صفر",
        "ربيع الأول",
        "ربيع الآخر",
        "جمادى الأولى",
        "جمادى الآخرة",
        "رجب",
        "شعبان",
        "رمضان",
        "شوال",
        "ذو القعدة",
        "ذو الحجة",
    ],
    "en": [
        "Muharram",
        "Safar",
        "Rabi I",
        "Rabi II",
        "Jumada I",
        "Jumada II",
        "Rajab",
        "Shaban",
        "Ramadan",
        "Shawwal",
        "Dhu al-Qadah",
        "Dhu al-Hijjah",
    ],
}
FIRST = (622, 7, 16)
"""The civil day on which the Hijri calendar begins."""

_DAY = re.compile(r"(-?\d{4})-(\d\d)-(\d\d)")
_GIVEN = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_PERIOD = re.compile(r"(-?)(\d{2,4})(X{0,2})(?:-(\d\d))?(?:-\d\d)?")


def hijri_given(given: str, wording: Wording) -> str:
    """A Hijri date that a text gives (`1445-03-03`, `1445-03`, `1445`); nothing where its year is not known."""
    found = _GIVEN.fullmatch(given)
    if not found or not 1 <= int(found[2] or 1) <= 12:
        return ""
    if not found[2]:
        return phrase("hijri_year", wording.lang, n=number(int(found[1]), wording.digits))
    day = f"{number(int(found[3]), wording.digits)} " if found[3] else ""
    return day + _month_and_year(HijriDay(int(found[1]), int(found[2]), 1), wording)


@lru_cache(maxsize=1 << 13)
def hijri_of_days(first: str, last: str, wording: Wording) -> str:
    """The Hijri days of a stretch of ISO days; nothing before there were any, or where one of them is no day."""
    ends = _civil(first), _civil(last)
    if not all(day is not None and day >= FIRST for day in ends):
        return ""
    first_day, last_day = (_day(day, wording) for day in ends if day is not None)
    return _between(first_day, last_day, wording)


def _day(day: Day, wording: Wording) -> str:
    hijri = to_hijri(day)
    return f"{number(hijri.day, wording.digits)} {_month_and_year(hijri, wording)}"


def hijri_of_period(event: Event, wording: Wording, *, years: bool = False) -> str:
    """The Hijri months of the month under which an event stands; the `years` of that or of a longer time."""
    ends = _ends(event)
    return "" if ends is None or ends[0] < FIRST else _stretch(*ends, wording, years)


@lru_cache(maxsize=1 << 13)
def _stretch(begin: Day, end: Day, wording: Wording, years: bool) -> str:
    first, last = to_hijri(begin), to_hijri(end)
    if years or end.number - begin.number > 31:
        said = _between(number(first.year, wording.digits), number(last.year, wording.digits), wording)
        return phrase("hijri_year", wording.lang, n=said)
    if first.year != last.year:
        return _between(_month_and_year(first, wording), _month_and_year(last, wording), wording)
    return _between(_month(first, wording), _month_and_year(last, wording), wording, same=first.month == last.month)


def _ends(event: Event) -> tuple[Day, Day] | None:
    """The first and the last day of the period that an event stands under: `dates.Wording.period` says it."""
    found = _PERIOD.fullmatch(event.date or "")
    if not found or is_common_part(found[0], event.earliest, event.latest):
        first, last = _civil(event.earliest or ""), _civil(event.latest or "")
        return (first, last) if first and last else None
    years = 10 ** len(found[3])
    year = int(found[1] + found[2]) * years
    if found[4]:
        month = int(found[4])
        return (Day(year, month, 1), Day(year, month, month_length(year, month))) if 1 <= month <= 12 else None
    return Day(year, 1, 1), Day(year + years - 1, 12, 31)


def _civil(date: str) -> Day | None:
    found = _DAY.fullmatch(date)
    return Day(int(found[1]), int(found[2]), int(found[3])) if found and 1 <= int(found[2]) <= 12 else None


def _between(first: str, last: str, wording: Wording, *, same: bool = False) -> str:
    return last if same or first == last else phrase("between", wording.lang, a=first, b=last)


def _month(day: HijriDay, wording: Wording) -> str:
    return MONTHS[wording.lang][day.month - 1]


def _month_and_year(day: HijriDay, wording: Wording) -> str:
    return f"{_month(day, wording)} {number(day.year, wording.digits)}"
