"""Numbers in digits of any script: what each can be in a date, an hour, or a stretch of years."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from reader.analysis.time.calendars import is_same_year
from reader.analysis.time.lexicon import Entry, fold_word

YEARS: Final = range(1000, 2200)


@lru_cache(maxsize=1 << 14)
def figure(surface: str) -> tuple[str, Entry]:
    """A number in digits of any script: its digits in ASCII, and what it can be."""
    word = fold_word(surface).text.replace("–", "-").replace("\\", "/").replace(" ", "")
    parts = re.split(r"\D", word)
    signs = set(re.findall(r"\D", word))
    if any(len(part) > 9 for part in parts) or len(signs) > 1:
        return word, Entry("figure", "")
    values = [int(part) for part in parts]
    if not signs:
        return word, Entry(_whole(word, values[0]), str(values[0]))
    sign = signs.pop()
    if sign == ":" and len(values) in (2, 3) and values[0] <= 24 and max(values[1:]) < 60:
        return word, Entry("clock_figure", f"{values[0]:02}:{values[1]:02}")
    if sign in "/.-" and len(values) == 3:
        return word, _full_date(values, [len(part) for part in parts])
    if sign in "/-" and len(values) == 2:
        return word, _pair(values, [len(part) for part in parts], sign)
    return word, Entry("figure", "")


def _whole(word: str, value: int) -> str:
    if len(word) <= 2 and value:
        return "small" if value <= 31 else "two_digits"
    return "year4" if len(word) == 4 and value in YEARS else "integer"


def _full_date(values: list[int], lengths: list[int]) -> Entry:
    """Day, month, year, as Arabic texts write numeric dates, or the ISO order; month first only where it must be."""
    if lengths[0] == 4:
        year, month, day = values
    elif lengths[2] == 4 or (lengths == [2, 2, 2]):
        day, month, year = values
        year += 0 if lengths[2] == 4 else (2000 if year < 50 else 1900)
    else:
        return Entry("figure", "")
    if month > 12 >= day:
        day, month = month, day
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return Entry("figure", "")
    return Entry("date_figure", f"{year}-{month}-{day}")


def _pair(values: list[int], lengths: list[int], sign: str) -> Entry:
    first, second = values
    match lengths:
        case [1 | 2 | 3 | 4, 3 | 4] if sign == "/" and is_same_year(first, second):
            return Entry("years_pair", f"{first}/{second}")
        case [4, 4] if first in YEARS and second in YEARS:
            return Entry("years_figure", f"{first}{sign}{second}")
        case [3 | 4, 3 | 4] if sign == "-" and first != second and min(first, second) >= 100:
            return Entry("old_years_figure", f"{first}-{second}")
        case [4, 2] if first in YEARS and second == (first + 1) % 100:
            return Entry("years_figure", f"{first}/{first + 1}")
        case [4, 1 | 2] if first in YEARS and 1 <= second <= 12:
            return Entry("month_figure", f"{first}-{second}")
        case [1 | 2, 4] if second in YEARS and 1 <= first <= 12:
            return Entry("month_figure", f"{second}-{first}")
        case [1 | 2, 1 | 2] if sign == "/" and 1 <= first <= 31 and 1 <= second <= 12:
            return Entry("day_month_figure", f"{second}-{first}")
        case [1 | 2, 1 | 2] if sign == "-" and 1 <= first < second <= 31:
            return Entry("days_figure", f"{first}-{second}")
    return Entry("figure", "")
