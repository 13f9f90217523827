"""Dates as the interface says them, in Arabic and in English, no more precise than they are known."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.tui.wording.phrases import counted, number, phrase

if TYPE_CHECKING:
    from reader.text.arabic import Digits

MONTHS = {
    "ar": [
        "يناير",
        "فبراير",
        "مارس",
        "أبريل",
        "مايو",
        "يونيو",
        "يوليو",
        "أغسطس",
        "سبتمبر",
        "أكتوبر",
        "نوفمبر",
        "ديسمبر",
    ],
    "en": list(calendar.month_name)[1:],
}
WEEKDAYS = {
    "ar": ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"],
    "en": ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
}
DECADES_AR = [
    "العقد الأول من",
    "العقد الثاني من",
    "عشرينيات",
    "ثلاثينيات",
    "أربعينيات",
    "خمسينيات",
    "ستينيات",
    "سبعينيات",
    "ثمانينيات",
    "تسعينيات",
]
UNITS_AR = ["الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع", "العاشر"]
TENS_AR = ["العشر", "الثلاث", "الأربع", "الخمس", "الست", "السبع", "الثمان", "التسع"]
"""Without their ending, which is that of the case."""
TEENS_AR = ["الحادي", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع"]
WEEKDAYS_FROM = "0001"
"""Nobody names the weekday of a day before Christ."""

_DATE = re.compile(r"(-?\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_DECADE = re.compile(r"(-?\d{3})X")
_CENTURY = re.compile(r"(-?\d\d)XX")


def is_common_part(date: str, earliest: str | None, latest: str | None) -> bool:
    """Whether a decade or century is only what the ends of a stretch have in common («1970 – 1981»)."""
    whole = f"{date.replace('X', '0')}-01-01", f"{date.replace('X', '9')}-12-31"
    return date.endswith("X") and None not in (earliest, latest) and (earliest, latest) != whole


@dataclass(frozen=True, slots=True)
class Wording:
    """How to say dates: `lang` is "ar" or "en". Years are astronomical: 0 is 1 BC."""

    lang: str
    digits: Digits
    hijri: bool = False
    """Whether Hijri dates are to stand beside the civil ones."""

    def period(self, date: str) -> str | None:
        """The month, year, decade or century that an event's `date` lies in; None for what is none of these."""
        if found := _DATE.fullmatch(date):
            year, month = int(found[1]), found[2]
            return f"{self._month(int(month))} {self.year(year)}" if _is_month(month) else self.year(year)
        if found := _DECADE.fullmatch(date):
            return self._decade(int(found[1]))
        if found := _CENTURY.fullmatch(date):
            return self._century(int(found[1]), alone=True)
        return None

    def day(self, date: str) -> str | None:
        """The day of the month with its weekday, where `date` is that precise."""
        found = _DATE.fullmatch(date)
        if not found or not found[3]:
            return None
        day = self._number(int(found[3]))
        weekday = self._weekday(date)
        return f"{weekday} {day}" if weekday else day

    def full(self, date: str) -> str:
        """`date` by itself: day, month and year, as far as it goes; as it is where it is not understood."""
        found = _DATE.fullmatch(date)
        period = self.period(date)
        return f"{self._number(int(found[3]))} {period}" if found and found[3] and period else period or date

    def between(self, earliest: str, latest: str) -> str:
        """A stretch of time, from ISO day to ISO day; by years or months where it is made of whole ones."""
        (month, first), (other, last) = month_and_day(earliest), month_and_day(latest)
        if earliest.endswith("-01-01") and latest.endswith("-12-31"):
            said = (self.full(month[:-3]), self.full(other[:-3]))
        elif first == 1 and last == last_day(other):
            said = (self.full(month), self.full(other))
        elif month == other:
            said = (self._number(first), self._number(last))
        else:
            said = (self.full(earliest), self.full(latest))
        return phrase("between", self.lang, a=said[0], b=said[1]) if said[0] != said[1] else said[0]

    def apart(self, days: int) -> str:
        """`days` after the publication, or before it."""
        if not days:
            return phrase("day_of_publication", self.lang)
        distance = counted("days", abs(days), self.lang, self.digits)
        return phrase("after_publication" if days > 0 else "before_publication", self.lang, days=distance)

    def year(self, year: int) -> str:
        """A year; one before the year 1 counts back from it."""
        return self._number(year) if year > 0 else self._before_christ(self._number(1 - year))

    def _decade(self, decade: int) -> str:
        if self.lang == "en" or decade < 0:
            return phrase("decade", self.lang, n=self._number(abs(decade) * 10))
        return f"{DECADES_AR[decade % 10]} {self._century(decade // 10)}"

    def _century(self, century: int, *, alone: bool = False) -> str:
        """A century, `alone` or in the genitive."""
        count = century + 1 if century >= 0 else -century
        named = f"القرن {_ordinal_ar(count, alone=alone)}" if self.lang == "ar" else f"{_ordinal_en(count)} century"
        return named if century >= 0 else self._before_christ(named)

    def _before_christ(self, words: str) -> str:
        return phrase("before_christ", self.lang, when=words)

    def _weekday(self, date: str) -> str:
        from reader.analysis.time.calendars import Day  # with the whole room of times: not before an event is there

        month, of_month = month_and_day(date)
        if date < WEEKDAYS_FROM or of_month > last_day(month):
            return ""
        return WEEKDAYS[self.lang][Day(int(date[:4]), int(date[5:7]), of_month).weekday - 1]

    def _month(self, month: int) -> str:
        return MONTHS[self.lang][month - 1]

    def _number(self, value: int) -> str:
        return number(value, self.digits)


def month_and_day(date: str) -> tuple[str, int]:
    """The two parts of an ISO day; the year may have a sign."""
    month, _, day = date.rpartition("-")
    return month, int(day)


def last_day(month: str) -> int:
    """The length of an ISO month; 0 where there is no such month."""
    from reader.analysis.time.calendars import month_length

    year, _, number = month.rpartition("-")
    return month_length(int(year), int(number)) if 1 <= int(number) <= 12 else 0


def _is_month(month: str | None) -> bool:
    return month is not None and 1 <= int(month) <= 12


def _ordinal_ar(count: int, *, alone: bool) -> str:
    """1 to 99, masculine and definite: «التاسع عشر», «الحادي والعشرون», and in the genitive «العشرين»."""
    if count <= 10:
        return UNITS_AR[count - 1]
    tens, unit = divmod(count, 10)
    if tens == 1:
        return f"{TEENS_AR[unit - 1]} عشر"
    name = TENS_AR[tens - 2] + ("ون" if alone else "ين")
    return f"{TEENS_AR[unit - 1]} و{name}" if unit else name


def _ordinal_en(count: int) -> str:
    ending = "th" if 10 <= count % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th")
    return f"{count}{ending}"
