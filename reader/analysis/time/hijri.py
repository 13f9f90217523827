"""Hijri dates resolved: their civil days, and the year of one that is given without."""

from __future__ import annotations

from dataclasses import replace

from reader.analysis.model import TimeBasis
from reader.analysis.time import calendars, values
from reader.analysis.time.answer import Answer, basis_of, dated
from reader.analysis.time.calendars import HijriDay
from reader.analysis.time.meaning import Date, Tense
from reader.analysis.time.reference import Point, Reference

_HUNDREDS_LEFT_OUT = 200
"""Hijri years from which annals leave the hundreds out; before, «سنة تسع وثلاثين» is the year 39."""


def hijri_text(date: Date) -> str:
    parts = [f"{date.year:04}" if date.year else "XXXX"]
    parts += [f"{part:02}" for part in (date.month, date.day) if part]
    return "-".join(parts)


def hijri_answer(date: Date, tense: Tense, known: Reference) -> Answer:
    if date.year is not None:
        return hijri_dated(
            replace(date, year=_full_year(date.year, known, born=date.born) if date.unsaid else date.year)
        )
    year = _hijri_year(date, tense, known)
    base = _base(date, known)
    answer = hijri_dated(replace(date, year=year), basis_of(base, known)) if year is not None else None
    if answer is None or (_is_guessed(date, base) and not _falls_on(answer, date.weekday)):
        return Answer("XXXX", TimeBasis.UNRESOLVED, hijri=hijri_text(date))
    return answer


def _is_guessed(date: Date, base: Point | None) -> bool:
    """Whether its year is nowhere in the text: not said («الماضي»), nor that of the annal, whose days are counted from
    another sighting of the moon."""
    return date.year_step is None and date.steps is None and (base is None or base.hijri is None)


def _falls_on(answer: Answer, weekday: int | None) -> bool:
    """Whether a day is that weekday, give or take the one by which months begin elsewhere; or no weekday is said."""
    days = values.bounds(answer.value)
    if weekday is None or days is None or days[0] != days[1]:
        return True
    return (days[0].weekday - weekday + 1) % 7 <= 2


def hijri_dated(date: Date, basis: TimeBasis = TimeBasis.EXPLICIT) -> Answer:
    """A Hijri date whose year is known; the thirtieth of a month of 29 days is its last."""
    hijri, year = hijri_text(date), date.year or 1
    known_as = (year, date.month)
    if date.month is None:
        first, last = calendars.hijri_years(year, year)
        value = values.year(first.year)
        if first.year != last.year:
            value = f"{value}/{values.year(last.year)}"
        return Answer(value, basis, Point(last.year, hijri=known_as), hijri=hijri)
    first, last = calendars.hijri_month(year, date.month)
    if date.day is None or date.day > 30:
        value = f"{dated(first, basis).value}/{dated(last, basis).value}"
        point = Point(first.year, first.month, hijri=known_as)
        return Answer(value, basis, point, hijri=hijri, doubtful=bool(date.day))
    day = min(calendars.from_number(calendars.hijri_to_number(HijriDay(year, date.month, date.day))), last)
    return replace(dated(day, basis), hijri=hijri, point=Point(*day, hijri=known_as))


def _full_year(year: int, known: Reference, *, born: bool) -> int:
    """«ومولده سنة أربع وثمانين» in the annal of 746 is 684, the last such year; «وحج سنة تسع وسبعين» in the life of one
    who was born in 775 is 779, the nearest."""
    told = known.annal or (known.last.hijri[0] if known.last is not None and known.last.hijri is not None else 0)
    if told < _HUNDREDS_LEFT_OUT:
        return year
    ago = (told - year) % 100
    return told - ago if known.annal or born or ago < 100 - ago else told - ago + 100


def _base(date: Date, known: Reference) -> Point | None:
    return known.base() if date.steps is None else known.today()


def _hijri_year(date: Date, tense: Tense, known: Reference) -> int | None:
    """The Hijri year of «12 ربيع الأول», near the day it is told from."""
    if date.year_step is not None and known.now is not None:
        return calendars.to_hijri(known.now).year + int(date.year_step.count)
    base, month = _base(date, known), date.month or 1
    if base is None:
        return None
    if base is known.last and base.hijri is not None:
        return max(base.hijri[0], known.annal or 0)  # the year of a birth told in an annal is not its own
    if base is known.last and base.month is None:
        return calendars.hijri_year_in(base.year, month)
    today = calendars.to_hijri(base.start)
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
