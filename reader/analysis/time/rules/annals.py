"""Rules for days as chroniclers write them: by nights, by ordinals without the article, by «منه»."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.analysis.time.meaning import Date, DayOf, Draft, From, Step
from reader.analysis.time.rules.days import month_date

if TYPE_CHECKING:
    from reader.analysis.time.rules.found import Builder, Found

_HIJRI = "{month_word}?(?P<month>[{hijri_month}{weak_hijri_month}])"
_ON = "(?:(?P<part>{part})?{day_word}?(?P<weekday>{weekday}){comma}?)?(?P<day_part>{part})?"
_NIGHTS = (
    "(?:(?P<count>{words}|{small})[{units}{part}{tanwin_unit}]?|(?P<two>{dual})|{part})"
    "(?:(?P<gone>{elapsed})|(?P<left>{remaining}))"
)
_MONTH_OF_NIGHTS = 30


def counted_nights(found: Found) -> Draft | list[Draft] | None:
    """«لسبع خلون من رمضان» is its seventh, «لثلاث بقين من رمضان» its twenty-seventh."""
    drafted = month_date(found)
    if not isinstance(drafted, Draft) or not isinstance(drafted.meaning, Date):
        return drafted
    day = _night(found)
    return drafted._replace(meaning=replace(drafted.meaning, day=day)) if 1 <= day <= _MONTH_OF_NIGHTS else None


def nights_of_it(found: Found) -> Draft | None:
    """«في رمضان لسبع خلون منه»."""
    day = _night(found)
    return found.draft(DayOf(day, Step("M", 0, From.LAST))) if 1 <= day <= _MONTH_OF_NIGHTS else None


def _night(found: Found) -> int:
    nights = int(found.number("count") or 0) if found.has("count") else 2 if found.has("two") else 1
    return nights if found.has("gone") else _MONTH_OF_NIGHTS - nights


def day_in_words(found: Found) -> Draft | list[Draft] | None:
    """«النصف من شعبان», «سلخ ذي الحجة»."""
    drafted = month_date(found)
    if not isinstance(drafted, Draft) or not isinstance(drafted.meaning, Date):
        return drafted
    day = _MONTH_OF_NIGHTS if found.has("last") else _MONTH_OF_NIGHTS // 2
    return drafted._replace(meaning=replace(drafted.meaning, day=day))


def day_of_it(found: Found) -> Draft | None:
    """«في السادس عشر منه», «يوم السبت الثالث عشر من الشهر»: of the month told before."""
    day = found.ordinal("day")
    return found.draft(DayOf(day, Step("M", 0, From.LAST)), part=found.get("part")) if 1 <= day <= 31 else None


RULES: tuple[tuple[str, Builder], ...] = (
    (
        _ON + "{day_word}?(?P<day>{bare_ordinal}[{number}{twenty}]?)" + _HIJRI + "{year_tail}?",
        month_date,
    ),
    (_ON + "{clitic_preposition}?" + _NIGHTS + "{of}" + _HIJRI + "{year_tail}?", counted_nights),
    (_NIGHTS + "{of_it}", nights_of_it),
    (_ON + "(?:(?P<half>{the_half}){of}|(?P<last>{last_day}){of}?)" + _HIJRI + "{year_tail}?", day_in_words),
    ("(?<={in})(?:(?P<part>{part})|{day_word})?{weekday}?(?P<day>{ordinals}|{small}){of_it}", day_of_it),
    ("(?:(?P<part>{part})|{day_word})?{weekday}(?P<day>{ordinals}|{small}){of_it}", day_of_it),
    (
        "(?:(?P<part>{part})|{day_word})?{weekday}(?P<day>{ordinals}|{bare_ordinal}[{number}{twenty}]?){of}?{the_month}"
        "(?![{qualifier}{anaphor}{vague_qualifier}])",
        day_of_it,
    ),
)
