"""Steps resolved: «أمس», «الأسبوع الماضي», «قبل شهرين», «في العام التالي»."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.analysis.model import TimeBasis, TimeType
from reader.analysis.time import calendars
from reader.analysis.time.answer import UNKNOWN, Answer, dated, monthly, seasonal, yearly
from reader.analysis.time.hijri import hijri_dated
from reader.analysis.time.meaning import Date, Era, From, Step
from reader.analysis.time.reference import SEASON_BEGINS, Point, Reference

if TYPE_CHECKING:
    from reader.analysis.time.calendars import Day

_HOURS = {"TH": 24, "TM": 24 * 60, "TS": 24 * 60 * 60}
_A_YEAR = {"D": 365, "W": 52, "M": 12}
_LONGEST = 11_000  # years: further back, only «long ago» is said


def step_answer(step: Step, known: Reference) -> Answer:
    origin, basis = _origin(step, known)
    if origin is None:
        return _loose_step(step, known)
    if step.unit in _HOURS and step.origin is From.LAST and origin.day and abs(step.count) < _HOURS[step.unit]:
        return Answer(f"{dated(origin.start, basis).value}TXX", basis, origin, type=TimeType.TIME)
    if step.unit in _HOURS and step.origin is From.LAST:
        return Answer(UNKNOWN[step.unit], TimeBasis.UNRESOLVED, type=TimeType.TIME)  # of no hour known
    if step.unit in _HOURS:
        days = int(step.count // _HOURS[step.unit]) if step.count < -_HOURS[step.unit] else 0
        day = origin.start.plus(days)
        return Answer(f"{dated(day, basis).value}TXX", basis, Point(*day), type=TimeType.TIME)
    if abs(step.count) > _LONGEST * _A_YEAR.get(step.unit, 1):
        return Answer("PAST_REF" if step.count < 0 else "FUTURE_REF", TimeBasis.UNRESOLVED)
    hijri = _in_hijri(step, origin.hijri) if origin.hijri is not None else None
    if hijri is not None and hijri.year is not None and hijri.year > 0:
        return replace(hijri_dated(hijri), basis=basis)
    answer = _counted(step, origin, basis)
    if hijri is None and origin.hijri is not None and answer.point is not None and answer.point.day:
        then = calendars.to_hijri(answer.point.start)
        answer = replace(answer, point=replace(answer.point, hijri=(then.year, then.month)))
    return answer


def _origin(step: Step, known: Reference) -> tuple[Point | None, TimeBasis]:
    """What a step is counted from; None where that is not known finely enough."""
    now = None if known.now is None else Point(*known.now)
    basis = TimeBasis.PREVIOUS_DATE if known.stated else TimeBasis.DOCUMENT_DATE
    if step.origin is From.NOW:
        return now or _written(step, known), basis
    last = known.last
    if last is None:
        # «مقارنة بالعام السابق» without a date before it
        return (now if step.count < 0 else None), basis
    needs = {"D": last.day, "W": last.day, "M": last.month}.get(step.unit, 1)
    return (last if needs else None), TimeBasis.PREVIOUS_DATE


def _written(step: Step, known: Reference) -> Point | None:
    """A year of the century in which the text was written, for «القرن الماضي»."""
    return Point(known.century * 100) if step.unit == "CE" and known.century is not None else None


def _in_hijri(step: Step, hijri: tuple[int, int | None]) -> Date | None:
    """«وفي السنة التالية», «من الشهر نفسه» behind a Hijri date."""
    year, month = hijri
    if step.unit == "Y":
        return Date(year + int(step.count), era=Era.HIJRI)
    if step.unit != "M" or month is None:
        return None
    years, month = divmod(month - 1 + int(step.count), 12)
    return Date(year + years, month + 1, era=Era.HIJRI)


def _counted(step: Step, origin: Point, basis: TimeBasis) -> Answer:
    count, day = step.count, origin.start
    match step.unit:
        case "D":
            day = day.plus(int(count))
            if step.weekday and day.weekday != step.weekday:
                # «أمس السبت» dated a day late: the weekday tells better than the page
                return replace(dated(_nearest(day, step.weekday), basis), doubtful=True)
            return dated(day, basis)
        case "W" | "WE":
            day = day.plus(round(7 * count))
            year, week = calendars.iso_week(day)
            weekend = "-WE" if step.unit == "WE" else ""
            return Answer(f"{year:04}-W{week:02}{weekend}", basis, Point(*day))
        case "M":
            return monthly(*calendars.add_months(day.year, day.month, int(count)), basis)
        case "Y":
            year, _ = calendars.add_months(day.year, day.month, round(12 * count))
            return yearly(year, basis)
        case "season":
            return seasonal(day.year + int(count) - (day.month < SEASON_BEGINS), basis)
        case "DE":
            return Answer(f"{day.year // 10 + int(count):03}", basis)
        case "CE":
            return Answer(f"{day.year // 100 + int(count):02}", basis)
    return Answer(UNKNOWN.get(step.unit, "X"), TimeBasis.UNRESOLVED)


def _nearest(day: Day, weekday: int) -> Day:
    return day.plus((weekday - day.weekday + 3) % 7 - 3)


def _loose_step(step: Step, known: Reference) -> Answer:
    """A step from a day that is not known; its weekday, and how far off it is, may be."""
    unknown = UNKNOWN.get(step.unit, "X")
    type_ = TimeType.TIME if step.unit in _HOURS else TimeType.DATE
    if step.origin is From.LAST or step.unit != "D":
        return Answer(unknown, TimeBasis.UNRESOLVED, type=type_)
    relative = int(step.count)
    if known.weekday is None:
        return Answer(unknown, TimeBasis.UNRESOLVED, relative=relative)
    weekday = step.weekday or (known.weekday - 1 + relative) % 7 + 1
    return Answer(f"XXXX-WXX-{weekday}", TimeBasis.WEEKDAY_ANCHOR, relative=relative)
