"""TIMEX3 values: how they are written, and the days they reach from and to."""

from __future__ import annotations

import re

from reader.analysis.time.calendars import Day, from_number, month_length, week_start

Bounds = tuple[Day, Day]

_DURATION_UNITS = {"TS": "S", "TM": "M", "TH": "H"}
_SEASON_START = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_DATE = re.compile(r"(BC)?(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?")
_PART = re.compile(r"(BC)?(\d{4})-(SP|SU|FA|WI|Q[1-4]|H[12])")
_SHORT = re.compile(r"(BC)?(\d{1,3})")


def year(number: int) -> str:
    """An astronomical year as TIMEX3 writes it: 0079, and BC0332 for -331."""
    return f"{number:04}" if number > 0 else f"BC{1 - number:04}"


def duration(count: float | None, unit: str) -> str:
    """`P3D`, `PT2H`, `PXY` for an unknown count."""
    number = "X" if count is None else f"{count:g}"
    short = _DURATION_UNITS.get(unit)
    return f"PT{number}{short}" if short else f"P{number}{unit}"


_LARGER_FIRST = "YMWDhms"
_SIMPLE = re.compile(r"P(T?)(\d+)([YMWDHS])")


def combined(first: str, second: str) -> str | None:
    """`PT90H` and `PT30M` are `PT90H30M`; None where the second unit is not the smaller one."""
    one, two = _SIMPLE.fullmatch(first), _SIMPLE.fullmatch(second)
    if one is None or two is None:
        return None
    ranks = [_LARGER_FIRST.index(match[3].lower() if match[1] else match[3]) for match in (one, two)]
    if ranks[0] >= ranks[1]:
        return None
    return first + (second[2:] if one[1] else second[1:])


def bounds(value: str) -> Bounds | None:
    """The first and the last day of a DATE or TIME value; None where it names no known days.

    Seasons are the meteorological ones (winter begins in December of its year), centuries run from the
    year that their digits begin, as in seed and cases (the 1980s are 1980-1989, the 19th century 1800-1899).
    """
    if "/" in value:
        halves = [bounds(half) for half in value.split("/")]
        return (halves[0][0], halves[-1][1]) if halves[0] and halves[-1] else None
    value = value.split("T")[0]
    if match := _DATE.fullmatch(value):
        return _calendar(match)
    if match := _WEEK.fullmatch(value):
        monday = week_start(int(match[1]), int(match[2]))
        # A weekend is Friday to Sunday: which two days it is differs from country to country.
        return monday.plus(4 if match[3] else 0), monday.plus(6)
    if match := _PART.fullmatch(value):
        return _part_of_year(1 - int(match[2]) if match[1] else int(match[2]), match[3])
    if match := _SHORT.fullmatch(value):
        width = 10 ** (4 - len(match[2]))
        first = int(match[2]) * width
        if match[1]:
            first = -first - width + 1
        return Day(max(first, 1) if not match[1] else first, 1, 1), Day(first + width - 1, 12, 31)
    return None


def _calendar(match: re.Match[str]) -> Bounds:
    number = 1 - int(match[2]) if match[1] else int(match[2])
    if match[4]:
        day = Day(number, int(match[3]), int(match[4]))
        return day, day
    if match[3]:
        month = int(match[3])
        return Day(number, month, 1), Day(number, month, month_length(number, month))
    return Day(number, 1, 1), Day(number, 12, 31)


def _part_of_year(number: int, code: str) -> Bounds:
    if code in _SEASON_START:
        first, months = _SEASON_START[code], 3
    else:
        months = 3 if code[0] == "Q" else 6
        first = months * (int(code[1]) - 1) + 1
    years, zero_based = divmod(first - 1 + months, 12)
    following = Day(number + years, zero_based + 1, 1)
    return Day(number, first, 1), from_number(following.number - 1)
