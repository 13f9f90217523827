"""Which of many: the year of a day without one, the week of a weekday, by tense and qualifier.

Past looks back and future ahead, both from the day itself on; «الماضي» and «المقبل» leave that day out; a plain
imperfect takes the nearest, save for weekdays, where it tells what is coming.
"""

from __future__ import annotations

from reader.analysis.time.calendars import Day, month_length
from reader.analysis.time.meaning import Tense
from reader.analysis.time.values import bounds


def weekday_offset(weekday: int, today: int, tense: Tense, steps: int | None) -> int:
    """Days from today to a weekday; ISO numbers."""
    ahead = (weekday - today) % 7
    if steps is None:
        return ahead - 7 if tense is Tense.PAST and ahead else ahead
    if steps > 0:
        return (ahead or 7) + 7 * (steps - 1)
    if steps < 0:
        return ahead - 7 + 7 * (steps + 1)
    return weekday - today  # «الجمعة الجاري»: of this week


def choose_day(month: int, day: int, base: Day, tense: Tense, steps: int | None, weekday: int | None) -> int:
    """The year of a day and month. A weekday said beside it decides, where a near year fits."""
    years = [year for year in range(base.year - 4, base.year + 5) if day <= month_length(year, month)]
    years = years or [base.year]

    def distance(year: int) -> int:
        return Day(year, month, day).number - base.number

    if weekday is not None and steps is None:
        fitting = [year for year in years if Day(year, month, day).weekday == weekday]
        nearest = min(fitting, key=lambda year: abs(distance(year)), default=None)
        if nearest is not None and abs(distance(nearest)) <= 366:
            return nearest
    if steps == 0:
        return base.year
    before = [year for year in years if distance(year) < 0 or (steps is None and distance(year) == 0)]
    after = [year for year in years if distance(year) > 0 or (steps is None and distance(year) == 0)]
    if steps is None and tense is Tense.PRESENT:
        return min(years, key=lambda year: abs(distance(year)))
    ahead = steps > 0 if steps is not None else tense is Tense.FUTURE
    return min(after, default=base.year) if ahead else max(before, default=base.year)


def choose_month(month: int, base: Day, tense: Tense, steps: int | None) -> int:
    """The year of a month."""
    if steps is None:
        if month == base.month:
            return base.year
        if tense is Tense.PRESENT:
            apart = month - base.month
            return base.year + (1 if apart < -6 else -1 if apart > 6 else 0)
        steps = 1 if tense is Tense.FUTURE else -1
    if steps > 0:
        return base.year + (month <= base.month) + steps - 1
    if steps < 0:
        return base.year - (month >= base.month) + steps + 1
    return base.year


def choose_season(code: str, now: Day, steps: int) -> int:
    """The year of «الصيف الماضي», «الشتاء المقبل», «هذا الربيع»."""
    years = range(now.year - 3, now.year + 4)
    reach = {year: bounds(f"{year:04}-{code}") or (now, now) for year in years}
    if steps < 0:
        return max(year for year in years if reach[year][1] < now) + steps + 1
    if steps > 0:
        return min(year for year in years if reach[year][0] > now) + steps - 1
    return next((year for year in years if reach[year][0] <= now <= reach[year][1]), now.year)
