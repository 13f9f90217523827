"""Rules for years: with their noun, with an era, in a range, and bare where a year may stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.analysis.model import TimeType
from reader.analysis.time import tense
from reader.analysis.time.calendars import hijri_years, is_same_year
from reader.analysis.time.meaning import (
    Date,
    Draft,
    Era,
    Fixed,
    Tense,
    Years,
)
from reader.analysis.time.rules.shared import as_said, counts, era_of, year_of
from reader.analysis.words.keys import key
from reader.analysis.words.verbs import BIRTH, DEATH, FOUNDING, RELEASE, Form, verb

if TYPE_CHECKING:
    from reader.analysis.time.rules.found import Builder, Found


def year_date(found: Found) -> Draft | None:
    """A year with its noun: «عام 1948», «سنة 92هـ»."""
    told = year_of(found)
    if told is None:
        return None
    year, era = told
    if year is None or (year < 32 and not (found.has("era") or _counts_few(found))):
        return None
    before = found.token(-1)
    if before is not None and before.entry.cls == "office":
        return None
    return found.draft(Date(as_said(found, year), era=era, unsaid=not found.has("era")))


def _counts_few(found: Found) -> bool:
    """«سنة إحدى عشرة», in annals: the year in words, and not «سنة واحدة»."""
    word = found.tokens("year")[0]
    return word.entry.cls == "number" and not word.word.startswith("واحد")


def era_year(found: Found) -> Draft | None:
    """A bare number with its era: «3100 ق.م», «656هـ»."""
    number = found.number("year")
    era = Era(found.key("era"))
    if number is None or not 1 <= number <= 9999:
        return None
    if era is Era.CIVIL and found.tokens("era")[0].word == "م" and not _year_may_stand(found):
        return None  # «20 م», «سباق 1500 م»: metres
    return found.draft(Date(int(number), era=era))


def ordinal_year(found: Found) -> Draft:
    """«السنة الثامنة للهجرة»."""
    return found.draft(Date(found.ordinal("year"), era=Era.HIJRI))


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
    if number is None or number < _FEW_METRES:
        return False
    if before is None or before.word == "\n":
        return found.match.end() < len(found.segment.tokens) and found.segment.tokens[found.match.end()].word in ":-–—"
    places = ("in", "since", "to", "before", "after", "between", "open", "slash", "dash", "clitic_and", "agreeing")
    return before.entry.cls in places


def bare_year(found: Found) -> Draft | None:
    """Four digits where a year may stand, unless what follows is counted; «[1502]-» numbers a paragraph."""
    year, at = int(found.key("year")), found.match.start() - 1
    if at in found.segment.heads and found.segment.tokens[at].word == "[":
        return None
    after, before = found.token(0), found.token(-1)
    named = before is not None and before.entry.cls == "event_noun"
    if after is not None and after.entry.cls == "other" and not named and counts(year, after.word):
        return None
    if before is not None and before.entry.cls in ("clitic_and", "dash", "comma") and not _after_year(found):
        return None
    return found.draft(Date(year, unsaid=True))


def last_word_year(found: Found) -> Draft | None:
    """«مونديال قطر 2022.»: a year that closes its phrase; a round number there may be a count."""
    year, after = int(found.key("year")), found.token(0)
    if after is not None and after.entry.cls == "other" and not (after.word[0] == "و" or tense.of_word(after)):
        return None
    return found.draft(Date(year, unsaid=True)) if 1900 <= year < 2050 and year % 100 else None


def heading_year(found: Found) -> Draft | None:
    """«1995: …», a year that heads a line, or is a heading."""
    year = int(found.key("year"))
    return found.draft(Date(year, unsaid=True)) if found.token(0) is not None or year in _NEAR else None


def _after_year(found: Found) -> bool:
    """Whether the number follows another year: «بين 2011 و2014», «1990 - 1995», and not «القرارين 1701 و1559»."""
    at = found.match.start() - 2
    earlier = found.segment.tokens[at] if at >= 0 else None
    if earlier is None or earlier.entry.cls not in ("year4", "close", "common_era", "years_figure"):
        return False
    numbered = at > 0 and found.segment.tokens[at - 1].entry.cls == "numbered"
    return not numbered


def item_year(found: Found) -> Draft | None:
    """«• 1995 تأسيس الفرقة»: a year that opens an item, or «1998 عاد إلى …» a line."""
    bullet, year, after = found.token(-1), int(found.key("year")), found.token(0)
    cell = after is not None and after.word == _CELL
    if cell != (bullet is not None and bullet.word == _CELL):
        return None
    if after is None or year not in _NEAR or (after.entry.cls == "other" and counts(year, after.word)):
        return None
    if bullet is None or bullet.word == "\n":
        return found.draft(Date(year, unsaid=True)) if tense.of_word(after) is Tense.PAST else None
    before = found.token(-2)
    opens = bullet.word in _BULLETS and (before is None or before.entry.cls == "stop")
    return found.draft(Date(year, unsaid=True)) if opens else None


def year_of_life(found: Found) -> Draft | None:
    """«ولد 1948 في حيفا», «تأسس 1975.»: behind verbs that count nothing; a round number may be a count."""
    year, word = int(found.key("year")), found.segment.tokens[found.match.start() - 1].word
    sense = verb(key(word), marbuta="ة" in word)
    if sense is None or sense.kind not in (BIRTH, DEATH, FOUNDING, RELEASE) or sense.form is not Form.PERFECT:
        return None
    return found.draft(Date(year, unsaid=True)) if year in _NEAR and year % 100 else None


def two_digit_year(found: Found) -> Draft | None:
    return found.draft(Date(1900 + int(found.key("year"))))


def second_short_year(found: Found) -> Draft | None:
    """«75» in «عامي 1974 و75»."""
    first, year = found.token(-2), int(found.key("year"))
    if first is None or first.entry.cls != "year4" or int(first.entry.key) % 100 >= year:
        return None
    return found.draft(Date(int(first.entry.key) // 100 * 100 + year))


def years_figure(found: Found) -> Draft | list[Draft] | None:
    """«(1956-1970)» is two dates; «2020/2021» and «موسم 2020-2021» are one stretch of two years."""
    token = found.tokens("years")[0]
    first, second = (int(part) for part in re.split(r"\D", token.entry.key))
    if "/" in token.entry.key and abs(first - second) != 1:
        return None  # «1920/1080»
    if "/" in token.entry.key or (found.has("season") and second == first + 1):
        return found.draft(_stretch(min(first, second), max(first, second), era_of(found)))
    at, _ = found.match.span("years")
    dash = next(at for at, char in enumerate(token.word) if not char.isdigit())
    era = era_of(found)
    if second < first < 1000 and era is not Era.BCE:
        return None
    right = found.draft(Date(second, era=era))
    begins = token.end - len(token.word) + dash + 1  # from behind: marks of direction may stand around the dash
    return [Draft(at, at, token.start, token.start + dash, Date(first, era=era)), right._replace(start=begins)]


def _stretch(first: int, last: int, era: Era) -> Years | Fixed:
    """«2020/2021», and «1437/1438هـ» in the civil calendar."""
    if era is not Era.HIJRI:
        return Years(first)
    begin, end = hijri_years(first, last)
    return Fixed(TimeType.DATE, f"{begin.year}/{end.year}")


def two_calendars(found: Found) -> Draft | None:
    """«سنة ١٢٠٥ / ١٧٩٠», «505/1111م»: a Hijri year and the civil one that it meets."""
    if found.has("years"):
        hijri, civil = (int(part) for part in found.key("years").split("/"))
    else:
        hijri, civil = (int(found.number(name) or 0) for name in ("hijri", "civil"))
    if not is_same_year(hijri, civil):
        return None
    return found.draft(Date(civil), hijri=Date(hijri, era=Era.HIJRI))


def first_of_years(found: Found) -> Draft:
    """«1990» in «حكم 1990 – 1995»."""
    return found.draft(Date(int(found.key("year")), unsaid=True))


def season_of_play(found: Found) -> Draft | None:
    """«موسم 1994 - 95», «الموسم 2014 - 2015»."""
    first, second = int(found.key("first")), int(found.key("second"))
    return found.draft(Years(first)) if second in (first + 1, (first + 1) % 100) else None


_NEAR = range(1800, 2050)
_CELL = "|"
_BULLETS = f"•*·▪●-–—{_CELL}"
_FEW_METRES = 100
# Tags that a bare year may follow, that make a number a count, and that may follow a year without a preposition.
_BEFORE = (
    "[{in}{since}{to}{before}{after}{between}{during}{open}{of}{clitic_and}{dash}{comma}"
    "{event_noun}{edge}{year_pair}{the_dual}{units}{the_units}{sports_season}]"
)
_BEHIND = (
    "[{stop}{comma}{close}{in}{to}{clitic_and}{clitic_preposition}{during}{after}{before}{since}{other}{ongoing}{verb}]"
)

RULES: tuple[tuple[str, Builder], ...] = (
    ("(?<={clitic_and})(?P<year>{two_digits})(?!{counting})", second_short_year),
    ("(?:{year_word}|{the_year})(?P<year>{digits}|{words})(?P<era>{any_era})?(?![{counted}{percent}])", year_date),
    ("(?:{year_word}|{the_year})(?P<year>{year4})(?P<era>{any_era})?", year_date),
    ("{the_year}{qualifier}(?P<year>{year4})(?P<era>{any_era})?(?!{counting})", year_date),
    ("{year_word}{open}(?P<year>{digits})(?P<era>{any_era})?{close}", year_date),
    ("(?P<year>{digits})(?P<era>{any_era})", era_year),
    ("(?<=" + _BEFORE + ")(?P<year>{year4})(?!{counting})", bare_year),
    ("(?<={other})(?P<year>{year4})(?=" + _BEHIND + "|$)", last_word_year),
    ("(?:(?<![^{stop}{mark}{dash}])|^)(?P<year>{year4})(?=[{colon}{dash}{stop}]|$)", heading_year),
    ("(?P<year>{year4})(?=[{other}{verb}{open}]|{mark}[{other}{verb}])", item_year),
    ("{the_year}(?P<year>{ordinals})(?P<era>{hijri_era})", ordinal_year),
    ("(?<=[{other}{verb}])(?P<year>{year4})(?={dash}{year4}(?!{counting}))", first_of_years),
    (
        "(?<={verb})(?P<year>{year4})(?=[{stop}{comma}{close}{in}{to}{clitic_and}{clitic_preposition}{since}{dash}]|$)",
        year_of_life,
    ),
    ("(?<={event_noun})(?P<year>{two_digits})(?![{counted}{units}{tanwin_unit}{other}{percent}])", two_digit_year),
    (
        "(?:(?P<season>[{sports_season}{the_season_of_play}])|{year_word}|{the_year}{year_kind}?)?"
        "(?P<years>{years_figure})(?P<era>{any_era})?",
        years_figure,
    ),
    (
        "(?:{sports_season}|{the_season_of_play})(?P<first>{year4})[{dash}{slash}]"
        "(?P<second>[{two_digits}{small}{year4}])",
        season_of_play,
    ),
    ("(?:{year_word}|{the_year})?(?P<years>{years_pair}){common_era}?", two_calendars),
    ("(?:{year_word}|{the_year})?(?P<hijri>{digits}){slash}(?P<civil>{digits}){common_era}?", two_calendars),
    ("(?P<years>{old_years_figure})(?P<era>{any_era})", years_figure),
    ("{year_word}?(?P<year>{digits})(?=(?:{dash}|{to}|{clitic_and}){digits}(?P<era>{any_era}))", shared_era_year),
)
