"""Rules for days and months: with and without a year, in words and in figures, weekdays, days from today."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.analysis.time import calendars
from reader.analysis.time.meaning import (
    Date,
    DayOf,
    Draft,
    Era,
    From,
    Nth,
    Step,
)
from reader.analysis.time.rules.shared import counts, era_of, is_hijri, names_a_place, says_era, year_of, year_step

if TYPE_CHECKING:
    from reader.analysis.time.rules.found import Builder, Found


# «حزيران/يونيو», «آذار (مارس)», «سبتمبر أيلول»: one month by two names.
_OTHER_NAME = "(?P<other_name>[{slash}{dash}{open}]?(?P<second>{months}){close}?)?"
_MONTH = "(?P<month>{months})" + _OTHER_NAME

_HIJRI = ("hijri_month", "weak_hijri_month", "hijri_era")
_SHARES = {"the_half": 2, "the_third": 3, "the_quarter": 4}
_GAMES = frozenset(("فاز", "خسر", "تعادل", "هدف", "اهداف", "مباراة", "المباراة", "الدوري", "الشوط"))


def month_date(found: Found) -> Draft | list[Draft] | None:
    """A month with what is said around it: day, weekday, year."""
    told = year_of(found)
    if told is None:
        return None
    if names_a_place(found):
        return []
    year, era = told
    month_token = found.tokens("month")[0]
    month = int(month_token.entry.key)
    if year is None and not found.has("day") and _names_a_war(found):
        return []
    if month_token.word == "صفر" and year is None and not found.has("month_word") and _score(found):
        return None
    day = found.ordinal("day") if found.has("day") else None
    if day is not None and not 1 <= day <= 31:
        return None
    hijri = is_hijri(found)
    if hijri and era is Era.CIVIL and year:
        year = calendars.hijri_year_in(year, month)
    steps = found.integer("qualifier")
    meaning = Date(
        year=year,
        month=month,
        day=day,
        weekday=found.integer("weekday"),
        era=Era.HIJRI if hijri else era,
        steps=steps,
        year_step=year_step(found),
        unsaid=hijri and year is not None and year < 100 and not says_era(found),
        spoken=None if _is_counted_day(found) else found.integer("spoken"),
        named=_is_name(found) and year is None and day is not None,
    )
    return _with_its_part(found, meaning)


def _is_counted_day(found: Found) -> bool:
    """«في اليوم السادس من ديسمبر»: a day of the month, not the one of speaking."""
    before = found.token(-1)
    return before is not None and before.entry.cls == "in"


def _with_its_part(found: Found, date: Date) -> Draft:
    """As far as the date goes, with the part of the day that is said: before the weekday (`part`), before the day
    itself (`day_part`), or before «اليوم» or «أمس» in front of it all (`eve`)."""
    if found.has("parted") and date.year is not None and _counts_behind(found, date.year):
        part = found.get("part") or found.get("day_part")
        return found.draft(replace(date, year=None), until="parted", part=part)
    if found.has("second") and found.integer("second") != date.month:  # «مارس/أبريل»: two months
        date = replace(date, year=None, steps=None, year_step=None)
        return found.draft(date, until="other_name", part=found.get("part"))
    return found.draft(date, part=found.get("part") or found.get("day_part") or found.get("eve"))


def _counts_behind(found: Found, year: int) -> bool:
    """«في 4 مايو، 2000 جندي»."""
    after = found.token(0)
    return after is not None and after.entry.cls == "other" and counts(year, after.word)


def day_behind_month(found: Found) -> Draft | list[Draft] | None:
    """«فبراير/شباط 10، عام 1998», «مايو 4, 2006»: only where a year makes a day of the number."""
    return month_date(found) if found.first("year", "year4") else None


def night_over(found: Found) -> Draft | list[Draft] | None:
    """«ليلة 14 على 15 يوليو»: the night that begins on the first of the two."""
    if not found.ordinal("day") < found.ordinal("until"):
        return None
    return month_date(found)


def _score(found: Found) -> bool:
    """«1 صفر»: nil, not the month."""
    if found.first("gone", "left", "half", "last") or _tells_hijri(found):
        return False
    return not found.has("day") or found.tokens("day")[0].entry.cls == "small"


def _tells_hijri(found: Found) -> bool:
    """Whether the paragraph has a Hijri year or another such month, and no game: «سنة 901 هـ … ثم خرج في صفر»."""
    segment = found.segment
    if segment.tells_hijri is None:
        words = {token.word for token in segment.tokens}
        hijri = any(token.entry.cls in _HIJRI and token.word != "صفر" for token in segment.tokens)
        segment.tells_hijri = hijri and words.isdisjoint(_GAMES)
    return segment.tells_hijri


def _is_name(found: Found) -> bool:
    before = found.token(-1)
    return before is not None and before.entry.cls == "event_noun"


def _names_a_war(found: Found) -> bool:
    """«حرب تشرين», «ثورة يوليو»: the month is a name, where no year says when it was."""
    before = found.token(-1)
    return before is not None and before.entry.cls == "event_noun" and before.entry.key == "war"


def weak_month(found: Found) -> Draft | list[Draft] | None:
    """A month whose name is another word too: only where something says that it is a month."""
    beside = found.has("month_word") or found.first("year", "year4", "year3", "year_unit", "qualifier") is not None
    before = found.token(-1)
    places = ("in", "since", "to", "edge", "during", "between", "before", "after")
    in_it = before is not None and before.entry.cls in places and not _verbal(found)
    return month_date(found) if beside or in_it or _names_a_war(found) else None


def _verbal(found: Found) -> bool:
    """«في صفر درجة», «إلى آب لأسرة»: what follows a bare weak name must not lean on it."""
    after = found.token(0)
    return after is not None and after.entry.cls in ("counted", "percent")


def nth_of_month(found: Found) -> Draft | list[Draft] | None:
    """«أول اثنين من شهر …», «آخر أسبوع في سبتمبر», «الأسبوع الأول من مارس», «الجمعة الأخيرة من رمضان»."""
    drafted = month_date(found)
    if not isinstance(drafted, Draft) or not isinstance(drafted.meaning, Date):
        return drafted
    last = found.tokens("nth")[0].entry.cls in ("last_of", "vague_qualifier")
    number = -1 if last else found.ordinal("nth")
    if found.has("week") and found.key("week") != "W":
        return None
    if found.has("two") and found.tokens("two")[0].word != "اثنين":
        return None
    of_week = 1 if found.has("two") else found.integer("weekday")
    meaning = Nth(number, replace(drafted.meaning, weekday=None), of_week)
    return drafted._replace(meaning=meaning) if number in (-1, 1, 2, 3, 4, 5) else None


def share_of_month(found: Found) -> Draft | list[Draft] | None:
    """«النصف الثاني من فبراير», «الثلث الأول من شهر رجب»: the month, and whether its beginning or its end."""
    drafted = month_date(found)
    if not isinstance(drafted, Draft):
        return drafted
    shares = _SHARES[found.tokens("share")[0].entry.cls]
    last = found.tokens("nth")[0].entry.cls == "vague_qualifier"
    number = shares if last else found.ordinal("nth")
    if number > shares:
        return None
    return drafted._replace(mod="START" if number == 1 else "END" if number == shares else "MID")


def numeric_date(found: Found) -> Draft | None:
    year, month, day = (int(part) for part in found.key("date").split("-"))
    era = era_of(found)
    if 1300 <= year <= 1500 and not found.has("era"):
        era = Era.HIJRI  # nobody writes a civil date of the 14th century in figures
    weekday = found.integer("weekday")
    return found.draft(Date(year, month, day, weekday, era))


def numeric_month(found: Found) -> Draft | None:
    year, month = (int(part) for part in found.key("date").split("-"))
    return found.draft(Date(year, month))


def numeric_day(found: Found) -> Draft | None:
    month, day = (int(part) for part in found.key("date").split("-"))
    return found.draft(Date(None, month, day))


def day_of_pointed_month(found: Found) -> Draft | None:
    qualifier = found.tokens("month_qualifier") or found.tokens("pointed")
    origin = From.LAST if qualifier and qualifier[0].entry.cls in ("anaphor", "that", "same") else From.NOW
    count = int(qualifier[0].entry.key) if qualifier else 0
    day = found.ordinal("day")
    return found.draft(DayOf(day, Step("M", count, origin))) if 1 <= day <= 31 else None


def day_pointed_at(found: Found) -> Draft | None:
    """«يوم 25 الجاري», «في 25 من الماضي»: of this month, of the last; «في 3 المقبلة» counts."""
    token = found.tokens("pointed")[0]
    ahead = int(token.entry.key) > 0 and not found.has("as_day")  # «في 2 المقبل» may count
    return None if ahead or token.word.endswith(("ة", "ين", "ان", "ات")) else day_of_pointed_month(found)


def range_day(found: Found) -> Draft | None:
    """«12» in «من 12 إلى 15 أكتوبر»: its month comes from the other end."""
    day = found.ordinal("day")
    return found.draft(Date(day=day)) if 1 <= day <= 31 else None


def days_figure(found: Found) -> list[Draft] | None:
    """«12-15 مايو 2020»: two days in one figure."""
    drafted = month_date(found)
    if not isinstance(drafted, Draft) or not isinstance(drafted.meaning, Date):
        return None
    token = found.tokens("days")[0]
    first, second = (int(part) for part in token.entry.key.split("-"))
    dash = next(at for at, char in enumerate(token.word) if not char.isdigit())
    date = drafted.meaning
    whole = drafted.first
    begins = token.end - len(token.word) + dash + 1  # from behind: marks of direction may stand around the dash
    head = replace(date, day=first, weekday=None, year_step=None)
    left = Draft(whole, whole, token.start, token.start + dash, head, tense=drafted.tense)
    return [left, drafted._replace(start=begins, meaning=replace(date, day=second, weekday=None))]


def weekday(found: Found) -> Draft | list[Draft]:
    """A weekday, alone or with «الماضي»; a dual qualifier («المقبلين») belongs to a range and stays outside."""
    if names_a_place(found):
        return []
    day = int(found.key("weekday"))
    part = found.get("part")
    if not found.has("qualifier"):
        return found.draft(Date(weekday=day), part=part or found.get("late"))
    token = found.tokens("qualifier")[0]
    origin = From.LAST if token.entry.cls == "anaphor" else From.NOW
    meaning = Date(weekday=day, steps=int(token.entry.key), origin=origin)
    until = "qualifier" if token.word.endswith("ين") else None
    return found.draft(meaning, until=until, part=part)


def weekday_of_item(found: Found) -> Draft | None:
    """«الجمعة 20: افتتاح»: the day that an item of a programme begins with; «السبت 8 - 10» are hours."""
    day = found.ordinal("day")
    if not 1 <= day <= 31 or not found.segment.is_item(found.match.start(), found.match.end()):
        return None
    return found.draft(Date(day=day, weekday=int(found.key("weekday"))))


def spoken_day(found: Found) -> Draft | None:
    """«اليوم», «أمس السبت», «مساء غد»."""
    token = found.tokens("spoken")[0]
    before, after = found.token(-1), found.token(0)
    bare = not (found.has("weekday") or found.has("part"))
    if token.entry.cls == "today" and bare:
        if before is not None and (before.entry.cls in ("in", "once", "times") or before.word == "ب"):
            return None  # «مرتين في اليوم», «باليوم»
        if after is not None and after.entry.cls in ("ordinal", "vague_qualifier"):
            return None  # «اليوم الثالث»
    part = found.get("part") or found.get("late")
    said = found.integer("weekday")
    meaning = Step("D", int(token.entry.key), weekday=said)
    return found.draft(meaning, part=part)


RULES: tuple[tuple[str, Builder], ...] = (
    (
        "(?:(?P<eve>{part})?{day_word}?(?P<spoken>[{today}{deictic}]){comma}?)?"
        "(?:(?P<part>{part})?{day_word}?(?P<weekday>{weekday}){comma}?(?:{agreeing}"
        "{clitic_preposition}?)?)?(?P<day_part>{part})?{day_word}?(?P<day>{day_of_month}|{seventh_day}){of}?{month_word}?"
        + _MONTH
        + "{year_tail}?",
        month_date,
    ),
    (
        "(?:{day_word}?(?P<weekday>{weekday}){comma}?)?(?P<day>{small})[{dash}{slash}]"
        + _MONTH
        + "[{dash}{slash}]?(?P<year4>{year4})",
        month_date,
    ),
    (
        "(?P<part>{part})(?P<day>{day_of_month})[{upon}{to}](?P<until>{day_of_month}){of}?{month_word}?"
        + _MONTH
        + "{year_tail}?",
        night_over,
    ),
    ("(?P<month>{month})" + _OTHER_NAME + "(?P<day>{small}){year_tail}", day_behind_month),
    ("(?P<days>{days_figure}){month_word}?" + _MONTH + "{year_tail}?", days_figure),
    (
        "{month_word}?(?P<month>[{month}{hijri_month}])" + _OTHER_NAME + "{year_tail}?",
        month_date,
    ),
    (
        "(?P<month_word>{month_word})?(?P<month>[{weak_month}{weak_hijri_month}])" + _OTHER_NAME + "{year_tail}?",
        weak_month,
    ),
    (
        "(?P<nth>[{first}{last_of}])(?:(?P<weekday>[{weekday}{bare_weekday}])|(?P<two>{number})|(?P<week>{unit}))"
        "(?:{of}|{in})?{month_word}?" + _MONTH + "{year_tail}?",
        nth_of_month,
    ),
    (
        "(?P<week>{the_unit})(?P<nth>{ordinals}|{vague_qualifier})(?:{of}|{in}){month_word}?" + _MONTH + "{year_tail}?",
        nth_of_month,
    ),
    (
        "{day_word}?(?P<weekday>{weekday})(?P<nth>{vague_qualifier})(?:{of}|{in}){month_word}?"
        + _MONTH
        + "{year_tail}?",
        nth_of_month,
    ),
    (
        "(?P<share>[{the_half}{the_third}{the_quarter}])(?P<nth>{ordinals}|{vague_qualifier})(?:{of}|{in}){month_word}?"
        + _MONTH
        + "{year_tail}?",
        share_of_month,
    ),
    ("(?P<month>[{weak_month}])[{slash}{dash}{open}]?[{month}]{close}?{year_tail}?", month_date),
    (
        "{day_word}?(?:(?P<weekday>{weekday}){comma}?{agreeing}?)?{day_word}?(?P<date>{date_figure})"
        "(?P<era>{any_era})?",
        numeric_date,
    ),
    (
        "(?<=[{in}{since}{to}{clitic_preposition}{month_word}{of}])(?P<date>{month_figure})(?!{counted})",
        numeric_month,
    ),
    ("{day_word}(?P<date>{day_month_figure})", numeric_day),
    (
        "{day_word}?(?:{weekday}{comma}?)?{day_word}?(?P<day>{day_of_month}){of}?"
        "(?:(?P<month_qualifier>[{this}{that}{same}]){the_month}|{the_month}"
        "(?P<pointed>[{qualifier}{anaphor}]))",
        day_of_pointed_month,
    ),
    ("(?:(?P<as_day>{day_word})|(?<={in}))(?P<day>{small}){of}?(?P<pointed>{qualifier})", day_pointed_at),
    (
        "{day_word}?(?P<day>{day_of_month})"
        "(?=(?:{to}|{clitic_and}|{dash}|{comma}){1,2}(?:{day_of_month}(?:{clitic_and}|{comma})){0,3}"
        "{day_of_month}{of}?{month_word}?{months})",
        range_day,
    ),
    ("{day_word}?(?P<weekday>{weekday})(?P<day>{small})", weekday_of_item),
    (
        "(?:(?P<part>{part}))?{day_word}?(?P<weekday>{weekday})(?:{dash}?{weekday}(?!{small}))?"
        "(?P<qualifier>[{qualifier}{anaphor}])?"
        "(?P<late>[{part_adverb}{part}](?![{weekday}{today}{deictic}{day_word}]))?",
        weekday,
    ),
    (
        "(?:(?P<part>{part}))?{day_word}?{this}?(?P<spoken>[{today}{deictic}])"
        "(?:{comma}?{day_word}?(?P<weekday>{weekday}))?"
        "(?P<late>[{part_adverb}{part}](?![{weekday}{today}{deictic}{day_word}]))?",
        spoken_day,
    ),
)
