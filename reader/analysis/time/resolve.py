"""From what an expression says to what it means: value, days, and what they rest on."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reader.analysis.model import TimeBasis, TimeExpression, TimeType
from reader.analysis.time import calendars, values
from reader.analysis.time.calendars import Day, HijriDay
from reader.analysis.time.choose import choose_day, choose_month, choose_season, weekday_offset
from reader.analysis.time.meaning import (
    After,
    Century,
    Clock,
    Date,
    DayOf,
    Decade,
    Draft,
    Era,
    Fixed,
    From,
    Holiday,
    Meaning,
    Millennium,
    PartOfYear,
    Step,
    Tense,
)
from reader.analysis.time.reference import Point, Reference
from reader.text.span import Span

_UNKNOWN = {
    "D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Y": "XXXX", "DE": "XXX", "CE": "XX", "ML": "X",
    "TH": "XXXX-XX-XXTXX", "TM": "XXXX-XX-XXTXX", "TS": "XXXX-XX-XXTXX",
}  # fmt: skip
_HOURS = {"TH": 24, "TM": 24 * 60, "TS": 24 * 60 * 60}
_LONGEST = 9000  # years: further back, only «long ago» is said


@dataclass(frozen=True, slots=True)
class Answer:
    """A resolved meaning. `point` is what later expressions may be counted from."""

    value: str
    basis: TimeBasis = TimeBasis.EXPLICIT
    point: Point | None = None
    relative: int | None = None
    hijri: str | None = None
    doubtful: bool = False
    type: TimeType = TimeType.DATE


def resolve(draft: Draft, known: Reference, segment: int) -> TimeExpression:
    """The expression that a draft stands for. Moves `known.last` on."""
    span, meaning = Span(draft.start, draft.end), draft.meaning
    if isinstance(meaning, After):
        near = known.last is not None and known.last_segment == segment
        answer = _step(meaning.step, known) if near else None
        if answer is None or answer.basis is TimeBasis.UNRESOLVED:
            start = draft.start if draft.trimmed is None else draft.trimmed
            return TimeExpression(Span(start, draft.end), meaning.duration.type, meaning.duration.value, draft.mod)
    else:
        answer = _answer(meaning, draft.tense, known)
    mod = draft.mod
    if isinstance(meaning, Step) and meaning.unit == "W" and mod == "END" and answer.value[:4] != "XXXX":
        answer, mod = replace(answer, value=f"{answer.value}-WE"), None  # «نهاية الأسبوع»
    if draft.part:
        answer = replace(answer, type=TimeType.TIME, value=f"{answer.value}T{draft.part}")
    if draft.hijri:
        answer = replace(answer, hijri=_hijri_text(draft.hijri))
    if answer.point is not None:
        known.last, known.last_segment = answer.point, segment
    return _expression(span, answer, mod, known)


def _expression(span: Span, answer: Answer, mod: str | None, known: Reference) -> TimeExpression:
    dated = answer.type in (TimeType.DATE, TimeType.TIME) and "X" not in answer.value.split("T")[0]
    reach = values.bounds(answer.value) if dated else None
    relative = answer.relative
    if relative is None and known.now is not None and reach and reach[0] == reach[1]:
        relative = reach[0].number - known.now.number
    return TimeExpression(
        span=span,
        type=answer.type,
        value=answer.value,
        mod=mod,
        earliest=reach[0].iso() if reach else None,
        latest=reach[1].iso() if reach else None,
        relative=relative,
        hijri=answer.hijri,
        basis=answer.basis,
        doubtful=answer.doubtful,
    )


def _answer(meaning: Meaning, tense: Tense, known: Reference) -> Answer:
    match meaning:
        case Fixed():
            vague = meaning.value.endswith("_REF")
            basis = TimeBasis.UNRESOLVED if vague else TimeBasis.EXPLICIT
            return Answer(meaning.value, basis, type=meaning.type)
        case Step():
            return _step(meaning, known)
        case Date():
            return _date(meaning, tense, known)
        case DayOf():
            return _day_of(meaning, known)
        case Decade():
            return _decade(meaning, known)
        case Century():
            return _century(meaning)
        case Millennium():
            return Answer(f"BC{meaning.number - 1}" if meaning.era is Era.BCE else str(meaning.number - 1))
        case PartOfYear():
            return _part_of_year(meaning, tense, known)
        case Holiday():
            return _holiday(meaning, tense, known)
        case Clock():
            return _clock(meaning, tense, known)
        case After():
            return _step(meaning.step, known)


def _dated(day: Day, basis: TimeBasis, **more: bool) -> Answer:
    text = f"{values.year(day.year)}-{day.month:02}-{day.day:02}"
    return Answer(text, basis, Point(*day), **more)


def _monthly(year: int, month: int, basis: TimeBasis) -> Answer:
    return Answer(f"{values.year(year)}-{month:02}", basis, Point(year, month))


def _yearly(year: int, basis: TimeBasis) -> Answer:
    return Answer(values.year(year), basis, Point(year))


def _basis(known: Reference) -> TimeBasis:
    """Of what is found from `known.base()`."""
    return TimeBasis.PREVIOUS_DATE if known.stated or known.base() is known.last else TimeBasis.DOCUMENT_DATE


# Steps: «أمس», «الأسبوع الماضي», «قبل شهرين», «العام التالي»


def _step(step: Step, known: Reference) -> Answer:
    origin, basis = _origin(step, known)
    if origin is None:
        return _loose_step(step, known)
    if step.unit in _HOURS:
        days = int(step.count // _HOURS[step.unit]) if step.count < -_HOURS[step.unit] else 0
        day = origin.start.plus(days)
        return Answer(f"{_dated(day, basis).value}TXX", basis, Point(*day), type=TimeType.TIME)
    if abs(step.count) > _LONGEST:
        return Answer("PAST_REF" if step.count < 0 else "FUTURE_REF", TimeBasis.UNRESOLVED)
    return _counted(step, origin, basis)


def _origin(step: Step, known: Reference) -> tuple[Point | None, TimeBasis]:
    """What a step is counted from; None where that is not known finely enough."""
    now = None if known.now is None else Point(*known.now)
    basis = TimeBasis.PREVIOUS_DATE if known.stated else TimeBasis.DOCUMENT_DATE
    if step.origin is From.NOW and not (known.narrative and now is None):
        return now, basis
    last = known.last
    if last is None:
        # «مقارنة بالعام السابق» without a date before it
        return (now if step.count < 0 else None), basis
    needs = {"D": last.day, "W": last.day, "M": last.month}.get(step.unit, 1)
    if step.origin is From.NOW and step.unit == "D":
        return None, TimeBasis.UNRESOLVED
    return (last if needs else None), TimeBasis.PREVIOUS_DATE


def _counted(step: Step, origin: Point, basis: TimeBasis) -> Answer:
    count, day = step.count, origin.start
    match step.unit:
        case "D":
            day = day.plus(int(count))
            if step.weekday and day.weekday != step.weekday:
                # «أمس السبت» dated a day late: the weekday tells better than the page
                return replace(_dated(_nearest(day, step.weekday), basis), doubtful=True)
            return _dated(day, basis)
        case "W":
            day = day.plus(round(7 * count))
            year, week = calendars.iso_week(day)
            return Answer(f"{year:04}-W{week:02}", basis, Point(*day))
        case "M":
            return _monthly(*calendars.add_months(day.year, day.month, int(count)), basis)
        case "Y":
            year, _ = calendars.add_months(day.year, day.month, round(12 * count))
            return _yearly(year, basis)
        case "season":
            first = day.year + int(count) - (day.month < 7)
            return Answer(f"{first:04}/{first + 1:04}", basis)
        case "DE":
            return Answer(f"{day.year // 10 + int(count):03}", basis)
        case "CE":
            return Answer(f"{day.year // 100 + int(count):02}", basis)
    return Answer(_UNKNOWN.get(step.unit, "X"), TimeBasis.UNRESOLVED)


def _nearest(day: Day, weekday: int) -> Day:
    return day.plus((weekday - day.weekday + 3) % 7 - 3)


def _loose_step(step: Step, known: Reference) -> Answer:
    """A step from a day that is not known; its weekday, and how far off it is, may be."""
    unknown = _UNKNOWN.get(step.unit, "X")
    type_ = TimeType.TIME if step.unit in _HOURS else TimeType.DATE
    if step.origin is From.LAST or step.unit != "D":
        return Answer(unknown, TimeBasis.UNRESOLVED, type=type_)
    relative = int(step.count)
    if known.weekday is None:
        return Answer(unknown, TimeBasis.UNRESOLVED, relative=relative)
    weekday = step.weekday or (known.weekday - 1 + relative) % 7 + 1
    return Answer(f"XXXX-WXX-{weekday}", TimeBasis.WEEKDAY_ANCHOR, relative=relative)


# Calendar dates


def _date(date: Date, tense: Tense, known: Reference) -> Answer:
    if date.month is None and date.year is None:
        if date.weekday is None:
            return Answer(f"XXXX-XX-{date.day:02}" if date.day else "XXXX", TimeBasis.UNRESOLVED)
        return _weekday(date, tense, known)
    if date.era is Era.HIJRI:
        return _hijri(date, tense, known)
    if date.year is None and date.year_step is not None:
        year = _step(date.year_step, known)
        if year.point is None:
            return Answer(f"XXXX{_tail(date)}", TimeBasis.UNRESOLVED)
        return _civil(replace(date, year=year.point.year), year.basis)
    if date.year is None:
        return _yearless(date, tense, known)
    if date.era is Era.BCE:
        return _civil(replace(date, year=1 - date.year), TimeBasis.EXPLICIT)
    return _civil(date, TimeBasis.EXPLICIT)


def _civil(date: Date, basis: TimeBasis) -> Answer:
    """A date whose year is known, astronomical; a day that its month has not is left out."""
    year, month = date.year or 0, date.month
    if month is None:
        return _yearly(year, basis)
    if date.day is None:
        return _monthly(year, month, basis)
    if date.day > calendars.month_length(year, month):
        return replace(_monthly(year, month, basis), doubtful=True)
    day = Day(year, month, date.day)
    return _dated(day, basis, doubtful=date.weekday is not None and date.weekday != day.weekday)


def _tail(date: Date) -> str:
    return f"-{date.month:02}" + (f"-{date.day:02}" if date.day else "")


def _yearless(date: Date, tense: Tense, known: Reference) -> Answer:
    base, month = known.base(), date.month or 1
    impossible = bool(date.day and date.day > (29 if month == 2 else calendars.month_length(2000, month)))
    if impossible:
        date = replace(date, day=None)
    if base is None or date.named:
        return Answer(f"XXXX{_tail(date)}", TimeBasis.UNRESOLVED, doubtful=impossible)
    if base is known.last and date.steps is None:
        year = _year_of_story(date, base)
    elif date.day:
        year = choose_day(month, date.day, base.start, tense, date.steps, date.weekday)
    else:
        year = choose_month(month, base.start, tense, date.steps)
    answer = _civil(replace(date, year=year), _basis(known))
    return replace(answer, doubtful=answer.doubtful or impossible)


def _year_of_story(date: Date, last: Point) -> int:
    """The nearest such month to the last date: a story that leaves a year out has said it, save past a New Year."""
    if last.month is None or date.month is None:
        return last.year
    apart = date.month - last.month
    return last.year + (1 if apart < -6 else -1 if apart > 6 else 0)


def _weekday(date: Date, tense: Tense, known: Reference) -> Answer:
    weekday = date.weekday or 1
    value = f"XXXX-WXX-{weekday}"
    if date.origin is From.LAST and known.last is not None and known.last.day and date.steps:
        day = known.last.start
        day = day.plus(weekday_offset(weekday, day.weekday, tense, date.steps))
        return _dated(day, TimeBasis.PREVIOUS_DATE)
    if known.now is not None:
        offset = weekday_offset(weekday, known.now.weekday, tense, date.steps)
        basis = TimeBasis.PREVIOUS_DATE if known.stated else TimeBasis.DOCUMENT_DATE
        return _dated(known.now.plus(offset), basis)
    if known.weekday is not None:
        offset = weekday_offset(weekday, known.weekday, tense, date.steps)
        return Answer(value, TimeBasis.WEEKDAY_ANCHOR, relative=offset)
    return Answer(value, TimeBasis.UNRESOLVED)


def _day_of(meaning: DayOf, known: Reference) -> Answer:
    month = _step(meaning.month, known)
    if month.point is None or month.point.month is None:
        return Answer(f"XXXX-XX-{meaning.day:02}", TimeBasis.UNRESOLVED)
    return _civil(Date(month.point.year, month.point.month, meaning.day), month.basis)


# Hijri


def _hijri_text(date: Date) -> str:
    parts = [f"{date.year:04}" if date.year else "XXXX"]
    parts += [f"{part:02}" for part in (date.month, date.day) if part]
    return "-".join(parts)


def _hijri(date: Date, tense: Tense, known: Reference) -> Answer:
    basis = TimeBasis.EXPLICIT
    if date.year is None:
        year = _hijri_year(date, tense, known)
        if year is None:
            return Answer("XXXX", TimeBasis.UNRESOLVED, hijri=_hijri_text(date))
        date, basis = replace(date, year=year), _basis(known)
    hijri, year = _hijri_text(date), date.year or 1
    if date.month is None:
        first, last = calendars.hijri_years(year, year)
        value = values.year(first.year)
        if first.year != last.year:
            value = f"{value}/{values.year(last.year)}"
        return Answer(value, basis, Point(last.year), hijri=hijri)
    first, last = calendars.hijri_month(year, date.month)
    if date.day is None or date.day > 30:
        value = f"{_dated(first, basis).value}/{_dated(last, basis).value}"
        return Answer(value, basis, Point(first.year, first.month), hijri=hijri, doubtful=bool(date.day))
    number = calendars.hijri_to_number(HijriDay(year, date.month, date.day))
    return replace(_dated(calendars.from_number(number), basis), hijri=hijri)


def _hijri_year(date: Date, tense: Tense, known: Reference) -> int | None:
    """The Hijri year of «12 ربيع الأول», near the day it is told from."""
    if date.year_step is not None and known.now is not None:
        return calendars.to_hijri(known.now).year + int(date.year_step.count)
    base = known.base()
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


# Periods


def _decade(decade: Decade, known: Reference) -> Answer:
    if decade.century is not None:
        return Answer(f"{decade.century:02}{decade.digit}")
    if decade.steps is not None:
        year = known.now.year if known.now else known.latest_year
        if year is None:
            return Answer(f"XX{decade.digit}", TimeBasis.UNRESOLVED)
        return Answer(f"{year // 100 + decade.steps:02}{decade.digit}", _basis(known))
    base = known.base()
    if base is None:
        return Answer(f"XX{decade.digit}", TimeBasis.UNRESOLVED)
    century = base.year // 100
    if base is known.last:
        century += max((-1, 0, 1), key=lambda by: -abs((century + by) * 100 + decade.digit * 10 - base.year))
    elif decade.digit * 10 + 9 >= base.year % 100:
        century -= 1  # the decade that is not over is called the present one
    return Answer(f"{century:02}{decade.digit}", _basis(known))


def _century(century: Century) -> Answer:
    if century.era is Era.HIJRI:
        first, last = calendars.hijri_years(100 * century.number - 99, 100 * century.number)
        value = f"{values.year(first.year)}/{values.year(last.year)}"
        return Answer(value, hijri=f"{century.number - 1:02}")
    return Answer(f"{'BC' if century.era is Era.BCE else ''}{century.number - 1:02}")


def _part_of_year(part: PartOfYear, tense: Tense, known: Reference) -> Answer:
    if part.year is not None:
        answer = _answer(part.year, tense, known)
        if answer.point is None:
            return Answer(f"XXXX-{part.code}", TimeBasis.UNRESOLVED)
        return Answer(f"{values.year(answer.point.year)}-{part.code}", answer.basis, Point(answer.point.year))
    if known.now is None:
        return Answer(f"XXXX-{part.code}", TimeBasis.UNRESOLVED)
    year = choose_season(part.code, known.now, part.steps or 0)
    return Answer(f"{year:04}-{part.code}", TimeBasis.DOCUMENT_DATE)


def _holiday(holiday: Holiday, tense: Tense, known: Reference) -> Answer:
    year = holiday.year if isinstance(holiday.year, Date) else None
    step = holiday.year if isinstance(holiday.year, Step) else None
    date = Date(None, holiday.month, holiday.day, era=holiday.era, steps=holiday.steps, year_step=step)
    if year is not None and year.year:
        number, era = year.year, year.era
        if holiday.era is Era.HIJRI and era is Era.CIVIL:
            number = calendars.hijri_year_in(number, holiday.month)
        date = replace(date, year=number)
    return _date(date, tense, known)


def _clock(clock: Clock, tense: Tense, known: Reference) -> Answer:
    day = clock.day or Step("D", 0)
    near = known.last
    if clock.day is None and near is not None and near.day and (known.narrative or known.now is None):
        answer = _dated(near.start, TimeBasis.PREVIOUS_DATE)
    else:
        answer = _answer(day, tense, known)
    return replace(answer, value=f"{answer.value}T{clock.time}", type=TimeType.TIME)
