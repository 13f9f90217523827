"""Rules for calendar dates: days, months, years, centuries, weekdays, holidays."""

from __future__ import annotations

import re

from reader.analysis.model import TimeType
from reader.analysis.time import calendars, tense
from reader.analysis.time.meaning import (
    Century,
    Date,
    DayOf,
    Decade,
    Draft,
    Era,
    Fixed,
    From,
    Holiday,
    Millennium,
    PartOfYear,
    Step,
)
from reader.analysis.time.tokens import YEARS
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.analysis.time.grammar import Builder, Found

_HIJRI_YEARS = range(1, 1501)
_MONTH_CLASSES = ("hijri_month", "weak_hijri_month")


def _era(found: Found, group: str) -> Era:
    return Era(found.key(group)) if found.has(group) else Era.CIVIL


def year_of(found: Found) -> tuple[int | None, Era] | None:
    """The year of a `year_tail` and its era; None where the number cannot be a year."""
    group = found.first("year", "year4", "year3")
    if group is None:
        return None, Era.CIVIL
    number = found.number(group)
    era_group = group.replace("year", "era")
    if number is None or not 1 <= number <= 9999:
        return None
    year = int(number)
    if found.has(era_group):
        return year, Era(found.key(era_group))
    if group == "year" and year < 32:
        return year, Era.HIJRI if _is_hijri(found) else Era.CIVIL
    if group == "year" and year < 100 and not _is_hijri(found):
        return 1900 + year, Era.CIVIL  # «حرب عام 73»
    if year > YEARS[-1]:
        return None
    return year, Era.HIJRI if _is_hijri(found) and year in _HIJRI_YEARS else Era.CIVIL


def _is_hijri(found: Found) -> bool:
    return found.has("month") and found.tokens("month")[0].entry.cls in _MONTH_CLASSES


def year_step(found: Found) -> Step | None:
    """«من العام الماضي», «في العام نفسه», «من هذا العام»."""
    if not found.has("year_unit"):
        return None
    if not found.has("year_qualifier"):
        pointed_back = found.has("year_pointer") and found.tokens("year_pointer")[0].entry.cls != "this"
        return Step("Y", 0, From.LAST if pointed_back else From.NOW)
    token = found.tokens("year_qualifier")[0]
    return Step("Y", int(token.entry.key), From.LAST if token.entry.cls == "anaphor" else From.NOW)


def month_date(found: Found) -> Draft | list[Draft] | None:
    """A month with what is said around it: day, weekday, year."""
    told = year_of(found)
    if told is None:
        return None
    if _names_a_place(found):
        return []
    year, era = told
    month_token = found.tokens("month")[0]
    month = int(month_token.entry.key)
    if month_token.word == "صفر" and year is None and not found.has("month_word") and _score(found):
        return None
    day = found.ordinal("day") if found.has("day") else None
    if day is not None and not 1 <= day <= 31:
        return None
    hijri = _is_hijri(found)
    if hijri and era is Era.CIVIL and year:
        year = calendars.hijri_year_in(year, month)
    steps = int(found.key("qualifier")) if found.has("qualifier") else None
    meaning = Date(
        year=year,
        month=month,
        day=day,
        weekday=int(found.key("weekday")) if found.has("weekday") else None,
        era=Era.HIJRI if hijri else era,
        steps=steps,
        year_step=year_step(found),
        spoken=int(found.key("spoken")) if found.has("spoken") else None,
        named=_is_name(found) and year is None and day is not None,
    )
    return found.draft(meaning, part=found.key("part") if found.has("part") else None)


def _score(found: Found) -> bool:
    """«1 صفر»: nil, not the month."""
    return not found.has("day") or found.tokens("day")[0].entry.cls == "small"


def _names_a_place(found: Found) -> bool:
    """«شارع 26 يوليو», «حي الخميس»."""
    before = found.token(-1)
    return before is not None and before.entry.cls == "named_after"


def _is_name(found: Found) -> bool:
    before = found.token(-1)
    return before is not None and before.entry.cls == "event_noun"


def weak_month(found: Found) -> Draft | list[Draft] | None:
    """A month whose name is another word too: only where something says that it is a month."""
    beside = found.has("month_word") or found.first("year", "year4", "year3", "year_unit", "qualifier") is not None
    before = found.token(-1)
    places = ("in", "since", "to", "edge", "during", "between", "before", "after")
    in_it = before is not None and before.entry.cls in places and not _verbal(found)
    return month_date(found) if beside or in_it else None


def _verbal(found: Found) -> bool:
    """«في صفر درجة», «إلى آب لأسرة»: what follows a bare weak name must not lean on it."""
    after = found.token(0)
    return after is not None and after.entry.cls in ("counted", "percent")


def numeric_date(found: Found) -> Draft | None:
    year, month, day = (int(part) for part in found.key("date").split("-"))
    era = Era(found.key("era")) if found.has("era") else Era.CIVIL
    if 1300 <= year <= 1500 and not found.has("era"):
        era = Era.HIJRI  # nobody writes a civil date of the 14th century in figures
    weekday = int(found.key("weekday")) if found.has("weekday") else None
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
    left = Draft(whole, whole, token.start, token.start + dash, Date(day=first), tense=drafted.tense)
    last = Date(date.year, date.month, second, None, date.era, date.steps, date.origin, date.year_step)
    left = left._replace(meaning=Date(date.year, date.month, first, None, date.era, date.steps))
    return [left, drafted._replace(start=token.start + dash + 1, meaning=last)]


def year_date(found: Found) -> Draft | None:
    """A year with its noun: «عام 1948», «سنة 92هـ»."""
    told = year_of(found)
    if told is None or told[0] is None:
        return None
    year, era = told
    if year < 32 and not found.has("era"):
        return None
    before = found.token(-1)
    if before is not None and before.entry.cls == "office":
        return None
    return found.draft(Date(year, era=era))


def era_year(found: Found) -> Draft | None:
    """A bare number with its era: «3100 ق.م», «656هـ»."""
    number = found.number("year")
    era = Era(found.key("era"))
    if number is None or not 1 <= number <= 9999:
        return None
    if era is Era.CIVIL and found.tokens("era")[0].word == "م" and not _year_may_stand(found):
        return None  # «20 م», «سباق 1500 م»: metres
    return found.draft(Date(int(number), era=era))


def shared_era_year(found: Found) -> Draft | None:
    """«661» in «661 - 750م», «2205» in «بين عامي 2205 و2197 قبل الميلاد»: the era stands behind the other end."""
    before = found.token(-1)
    if before is not None and before.entry.cls in ("small", "number", "numbered", "slash"):
        return None
    number = found.number("year")
    era = Era(found.key("era"))
    if not number or number > 9999 or (era is Era.CIVIL and number < 100):
        return None
    return found.draft(Date(int(number), era=era))


def _year_may_stand(found: Found) -> bool:
    before = found.token(-1)
    number = found.number("year")
    places = ("in", "since", "to", "before", "after", "between", "open", "slash", "dash", "clitic_and", "agreeing")
    return before is not None and before.entry.cls in places and number is not None and number >= 100


def bare_year(found: Found) -> Draft | None:
    """Four digits where a year may stand, unless what follows is counted."""
    year = int(found.key("year"))
    after, before = found.token(0), found.token(-1)
    named = before is not None and before.entry.cls == "event_noun"
    if after is not None and after.entry.cls == "other" and not named and _counts(year, after.word):
        return None
    if before is not None and before.entry.cls in ("clitic_and", "dash", "comma") and not _after_year(found):
        return None
    return found.draft(Date(year))


def last_word_year(found: Found) -> Draft | None:
    """«مونديال قطر 2022.»: a year that closes its phrase; a round number there may be a count."""
    year, after = int(found.key("year")), found.token(0)
    if after is not None and after.entry.cls == "other" and not (after.word[0] == "و" or tense.of_word(after)):
        return None
    return found.draft(Date(year)) if 1900 <= year < 2050 and year % 100 else None


def heading_year(found: Found) -> Draft:
    """«1995: …», a year that heads a line."""
    return found.draft(Date(int(found.key("year"))))


def _counts(year: int, word: str) -> bool:
    """Whether the word after a four-digit number is counted by it: an indefinite noun, not a verb or a particle.

    «في 1967 تغيرت» and «منذ 2011 لم» go on with a verb; «2000 قرية» and «1500 قطعة» count.
    """
    if word.startswith(("ال", *"وفبلك")) or len(word) < 3:
        return False
    if word.endswith("ا") and len(word) > 4 and word[0] not in "ي":
        return True
    return word.endswith("ة") or (year % 100 == 0 and tense.shape(word) is None)


def _after_year(found: Found) -> bool:
    """Whether the number follows another year: «بين 2011 و2014», «1990 - 1995»."""
    earlier = found.token(-2)
    return earlier is not None and earlier.entry.cls in ("year4", "close", "common_era", "years_figure")


def two_digit_year(found: Found) -> Draft | None:
    return found.draft(Date(1900 + int(found.key("year"))))


def years_figure(found: Found) -> Draft | list[Draft] | None:
    """«(1956-1970)» is two dates; «موسم 2020/2021» is one stretch of two years."""
    token = found.tokens("years")[0]
    first, second = (int(part) for part in re.split(r"\D", token.entry.key))
    if "/" in token.entry.key:
        return found.draft(Fixed(TimeType.DATE, f"{first}/{second}"))
    at, _ = found.match.span("years")
    dash = token.start + next(i for i, char in enumerate(token.word) if not char.isdigit())
    era = _era(found, "era")
    right = found.draft(Date(second, era=era))
    return [Draft(at, at, token.start, dash, Date(first, era=era)), right._replace(start=dash + 1)]


def weekday(found: Found) -> Draft | list[Draft]:
    """A weekday, alone or with «الماضي»; a dual qualifier («المقبلين») belongs to a range and stays outside."""
    if _names_a_place(found):
        return []
    day = int(found.key("weekday"))
    part = found.key("part") if found.has("part") else None
    if not found.has("qualifier"):
        return found.draft(Date(weekday=day), part=part or (found.key("late") if found.has("late") else None))
    token = found.tokens("qualifier")[0]
    origin = From.LAST if token.entry.cls == "anaphor" else From.NOW
    meaning = Date(weekday=day, steps=int(token.entry.key), origin=origin)
    until = "qualifier" if token.word.endswith("ين") else None
    return found.draft(meaning, until=until, part=part)


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
        two_before = found.token(-2)
        if two_before is not None and two_before.entry.cls == "named_after" and two_before.word in _MEDIA:
            return None  # «صحيفة … اليوم»
    part = found.key("part") if found.has("part") else found.key("late") if found.has("late") else None
    said = int(found.key("weekday")) if found.has("weekday") else None
    meaning = Step("D", int(token.entry.key), weekday=said)
    return found.draft(meaning, part=part)


_MEDIA = frozenset(("صحيفة", "جريدة", "مجلة", "قناة"))


def century(found: Found) -> Draft | None:
    number = found.ordinal("number")
    era = Era(found.key("era")) if found.has("era") else Era.CIVIL
    return found.draft(Century(number, era)) if 1 <= number <= 99 else None


def two_centuries(found: Found) -> list[Draft] | None:
    """«القرنين التاسع عشر والعشرين»."""
    if found.key("pair") != "CE":
        return None
    era = Era(found.key("era")) if found.has("era") else Era.CIVIL
    left = found.draft(Century(found.ordinal("left"), era), until="and")
    at, _ = found.match.span("right")
    right = found.draft(Century(found.ordinal("right"), era))
    return [left, right._replace(first=at, start=found.segment.tokens[at].start)]


def decade(found: Found) -> Draft | None:
    """«الثمانينيات», «ستينيات القرن الماضي», «عشرينيات القرن الحادي والعشرين»."""
    digit = int(found.key("decade"))
    if found.has("number"):
        return found.draft(Decade(digit, found.ordinal("number") - 1))
    if found.has("century_step"):
        return found.draft(Decade(digit, steps=int(found.key("century_step"))))
    if found.tokens("decade")[0].entry.cls == "decade":
        return None
    return found.draft(Decade(digit))


def decade_by_number(found: Found) -> Draft | None:
    """«العقد الثاني من القرن العشرين» is 191."""
    if found.key("unit") != "DE":
        return None
    return found.draft(Decade(found.ordinal("nth") - 1, found.ordinal("number") - 1))


def millennium(found: Found) -> Draft | None:
    era = Era(found.key("era")) if found.has("era") else Era.CIVIL
    if found.has("number"):
        return found.draft(Millennium(found.ordinal("number"), era))
    before = found.token(-1)
    edged = before is not None and before.entry.cls == "edge" and found.tokens("millennium")[0].word == "الالفية"
    return found.draft(Millennium(3)) if edged else None


def part_of_year(found: Found) -> Draft | None:
    """Seasons, quarters, halves, with their year or «الماضي»."""
    token = found.tokens("code")[0]
    code = token.entry.key
    if found.has("nth"):
        number = 4 if found.tokens("nth")[0].entry.cls == "vague_qualifier" else found.ordinal("nth")
        if number > (2 if code == "H" else 4):
            return None
        code = f"{code}{number}"
    told = year_of(found)
    if told is None:
        return None
    year, era = told
    steps = int(found.key("qualifier")) if found.has("qualifier") else None
    of = Date(year, era=era) if year else year_step(found)
    return found.draft(PartOfYear(code, of, steps))


def holiday(found: Found) -> Draft | None:
    calendar, month, day = found.key("holiday").split("-")
    told = year_of(found)
    if told is None:
        return None
    steps = int(found.key("qualifier")) if found.has("qualifier") else None
    of = Date(told[0], era=told[1]) if told[0] else year_step(found)
    era = Era.HIJRI if calendar == "hijri" else Era.CIVIL
    return found.draft(Holiday(int(month), int(day), era, steps, of))


_MONTH = "(?P<month>{months})(?:(?:[{slash}{dash}]|{open}|{of}(?={open})){months}{close}?)?"

RULES: list[tuple[str, Builder]] = [
    # 14 July 2015, with weekday before and year behind
    ("(?:{day_word}?(?P<spoken>[{today}{deictic}]){comma}?)?(?:(?P<part>{part})?{day_word}?(?P<weekday>{weekday}){comma}?(?:{agreeing}{clitic_preposition}?)?)?{day_word}?(?P<day>{day_of_month}){of}?{month_word}?" + _MONTH + "{year_tail}?", month_date),
    ("(?P<days>{days_figure}){month_word}?" + _MONTH + "{year_tail}?", days_figure),
    ("{month_word}?(?P<month>[{month}{hijri_month}])(?:(?:[{slash}{dash}]|{open}){months}{close}?)?{year_tail}?", month_date),
    ("(?P<month_word>{month_word})?(?P<month>[{weak_month}{weak_hijri_month}])(?:(?:[{slash}{dash}]|{open}){months}{close}?)?{year_tail}?", weak_month),
    ("(?P<month>[{weak_month}])(?:[{slash}{dash}]|{open})[{month}]{close}?{year_tail}?", month_date),
    # 17/9/2023, 6/2022
    ("{day_word}?(?:(?P<weekday>{weekday}){comma}?{agreeing}?)?{day_word}?(?P<date>{date_figure})(?P<era>{any_era})?", numeric_date),
    ("(?<=[{in}{since}{to}{clitic_preposition}{month_word}{of}])(?P<date>{month_figure})(?!{counted})", numeric_month),
    ("{day_word}(?P<date>{day_month_figure})", numeric_day),
    # the tenth of this month
    ("{day_word}?(?:{weekday}{comma}?)?{day_word}?(?P<day>{day_of_month}){of}?(?:(?P<month_qualifier>[{this}{that}{same}]){the_month}|{the_month}(?P<pointed>[{qualifier}{anaphor}]))", day_of_pointed_month),
    ("{day_word}?(?P<day>{day_of_month})(?=(?:{to}|{clitic_and}|{dash}|{comma}){1,2}(?:{day_of_month}(?:{clitic_and}|{comma})){0,3}{day_of_month}{of}?{month_word}?{months})", range_day),
    # years
    ("(?:{year_word}|{the_year})(?P<year>{digits}|{words})(?P<era>{any_era})?(?![{counted}{percent}])", year_date),
    ("{year_word}{open}(?P<year>{digits})(?P<era>{any_era})?{close}", year_date),
    ("(?P<year>{digits})(?P<era>{any_era})", era_year),
    ("(?<=[{in}{since}{to}{before}{after}{between}{during}{open}{event_noun}{edge}{year_pair}{units}{the_units}{sports_season}{of}{clitic_and}{dash}{comma}])(?P<year>{year4})(?![{counted}{percent}{units}{tanwin_unit}{number}{slash}{figure}{small}{year_word}{month_word}])", bare_year),
    ("(?<={other})(?P<year>{year4})(?=[{stop}{comma}{close}{in}{to}{clitic_and}{clitic_preposition}{during}{after}{before}{since}{other}{ongoing}{perfect}{imperfect}]|$)", last_word_year),
    ("(?:(?<![^{stop}{mark}{dash}])|^)(?P<year>{year4})(?=[{colon}{dash}{stop}])", heading_year),
    ("(?<={event_noun})(?P<year>{two_digits})(?![{counted}{units}{tanwin_unit}{other}{percent}])", two_digit_year),
    ("(?:{sports_season}|{the_season_of_play}|{year_word}|{the_year}{year_kind}?)?(?P<years>{years_figure})(?P<era>{any_era})?", years_figure),
    ("(?P<years>{old_years_figure})(?P<era>{any_era})", years_figure),
    ("{year_word}?(?P<year>{digits})(?=(?:{dash}|{to}|{clitic_and}){digits}(?P<era>{any_era}))", shared_era_year),
    # weekdays and days from now
    ("(?:(?P<part>{part}))?{day_word}?(?P<weekday>{weekday})(?:{dash}?{weekday}(?!{small}))?(?P<qualifier>[{qualifier}{anaphor}])?(?P<late>[{part_adverb}{part}](?![{weekday}{today}{deictic}{day_word}]))?", weekday),
    ("(?:(?P<part>{part}))?{day_word}?{this}?(?P<spoken>[{today}{deictic}])(?:{comma}?{day_word}?(?P<weekday>{weekday}))?(?P<late>[{part_adverb}{part}](?![{weekday}{today}{deictic}{day_word}]))?", spoken_day),
    # centuries, decades, millennia
    ("{century}{article}?(?P<number>{ordinals}|{small})(?P<era>{any_era})?(?!{age})", century),
    ("(?P<pair>{the_dual})(?P<left>{ordinals})(?P<and>{clitic_and})(?P<right>{ordinals})(?P<era>{any_era})?", two_centuries),
    ("(?P<decade>[{the_decade}{decade}])(?:{of}?{century}(?:{article}?(?P<number>{ordinals}|{small})|(?P<century_step>{qualifier})){any_era}?)?(?!{age})", decade),
    ("(?P<unit>{the_unit})(?P<nth>{ordinals}){of}{century}(?P<number>{ordinals}|{small})", decade_by_number),
    ("(?P<millennium>{millennium})(?:(?P<number>{ordinals})(?P<era>{any_era})?)?", millennium),
    # parts of the year
    ("(?P<code>[{the_quarter}{the_half}{the_term}])(?P<nth>{ordinals}|{vague_qualifier}){of}{year_tail}", part_of_year),
    ("(?P<code>[{season}{the_season}]){year_tail}", part_of_year),
    ("(?P<holiday>{holiday}){year_tail}?", holiday),
]  # fmt: skip
