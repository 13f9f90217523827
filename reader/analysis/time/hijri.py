"""Hijri dates resolved: their civil days, and the year of one that is given without."""

from __future__ import annotations

from dataclasses import replace

from reader.analysis.model import TimeBasis
from reader.analysis.time import calendars, values
from reader.analysis.time.answer import Answer, basis_of, dated
from reader.analysis.time.calendars import HijriDay
from reader.analysis.time.meaning import Date, Tense
from reader.analysis.time.reference import Point, Reference


def hijri_text(date: Date) -> str:
    parts = [f"{date.year:04}" if date.year else "XXXX"]
    parts += [f"{part:02}" for part in (date.month, date.day) if part]
    return "-".join(parts)


def hijri_answer(date: Date, tense: Tense, known: Reference) -> Answer:
    basis = TimeBasis.EXPLICIT
    if date.year is None:
        year = _hijri_year(date, tense, known)
        if year is None:
            return Answer("XXXX", TimeBasis.UNRESOLVED, hijri=hijri_text(date))
        date, basis = replace(date, year=year), basis_of(_base(date, known), known)
    hijri, year = hijri_text(date), date.year or 1
    if date.month is None:
        first, last = calendars.hijri_years(year, year)
        value = values.year(first.year)
        if first.year != last.year:
            value = f"{value}/{values.year(last.year)}"
        return Answer(value, basis, Point(last.year), hijri=hijri)
    first, last = calendars.hijri_month(year, date.month)
    if date.day is None or date.day > 30:
        value = f"{dated(first, basis).value}/{dated(last, basis).value}"
        return Answer(value, basis, Point(first.year, first.month), hijri=hijri, doubtful=bool(date.day))
    number = calendars.hijri_to_number(HijriDay(year, date.month, date.day))
    return replace(dated(calendars.from_number(number), basis), hijri=hijri)


def _base(date: Date, known: Reference) -> Point | None:
    return known.base() if date.steps is None else known.today()


def _hijri_year(date: Date, tense: Tense, known: Reference) -> int | None:
    """The Hijri year of «12 ربيع الأول», near the day it is told from."""
    if date.year_step is not None and known.now is not None:
        return calendars.to_hijri(known.now).year + int(date.year_step.count)
    base = _base(date, known)
    if base is None:
        return None
    today, month = calendars.to_hijri(base.start), date.month or 1
    ahead = (month, date.day or today.day) >= (today.month, today.day)
    here = month == today.month and date.day in (None, today.day)
    steps = date.steps if date.steps is not None else {Tense.PAST: -1, Tense.FUTURE: 1}.get(tense)
    if here and date.steps is None:
        return today.year
    match steps:
        case 1 | 2:
            return today.year + (0 if ahead and not here else 1)
        case -1 | -2:
            return today.year - (1 if ahead else 0)
        case 0:
            return today.year
    months = month - today.month  # the nearest
    return today.year + (1 if months < -6 else -1 if months > 6 else 0)
