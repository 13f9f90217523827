"""From what an expression says to what it means: value, days, and what they rest on."""

from __future__ import annotations

from dataclasses import replace

from reader.analysis.model import TimeBasis, TimeExpression, TimeType
from reader.analysis.time import calendars, values
from reader.analysis.time.answer import Answer, basis_of, dated, monthly, seasonal, yearly
from reader.analysis.time.calendars import Day
from reader.analysis.time.choose import choose_day, choose_month, choose_season, weekday_offset
from reader.analysis.time.hijri import hijri_answer, hijri_dated, hijri_text
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
    Nth,
    PartOfYear,
    Step,
    Tense,
    Years,
)
from reader.analysis.time.reference import SEASON_BEGINS, Listed, Point, Reference
from reader.analysis.time.steps import step_answer
from reader.text.span import Span

_HALF_YEAR = 6
_YEAR = 366  # days
_PARAGRAPHS = 3  # that an item of a list may fill
_AHEAD = 2  # months that a programme may be ahead of its day
_BESIDE = 12  # characters: «يوم الجمعة عند الساعة …»


def resolve(draft: Draft, known: Reference, segment: int) -> TimeExpression:
    """The expression that a draft stands for. Moves `known.last` on."""
    span, meaning = Span(draft.start, draft.end), draft.meaning
    if isinstance(meaning, Clock) and meaning.day is None:
        told = known.last_stated and (known.last_segment == segment or known.is_ahead())
        meaning = replace(meaning, beside=told or 0 <= draft.start - known.last_end <= _BESIDE)
    if isinstance(meaning, After):
        reach = 1 if known.narrative else 0
        near = known.last is not None and known.last_segment >= segment - reach
        answer = step_answer(meaning.step, known) if near else None
        if answer is None or answer.basis is TimeBasis.UNRESOLVED:
            start = draft.start if draft.trimmed is None else draft.trimmed
            return TimeExpression(Span(start, draft.end), meaning.duration.type, meaning.duration.value, draft.mod)
    else:
        in_list = _in_list(meaning, known, segment) if draft.heads_item else None
        answer = in_list or _answer(meaning, draft.tense, known)
        if draft.heads_item and answer.point is not None and (in_list or answer.basis is TimeBasis.EXPLICIT):
            known.listed = _listed(known, answer.point, segment, says_year=in_list is None)
    mod = draft.mod
    if draft.part:
        answer = replace(answer, type=TimeType.TIME, value=f"{answer.value}T{draft.part}")
    if draft.backwards:
        answer = replace(answer, doubtful=True)
    if draft.hijri:
        answer = replace(answer, hijri=hijri_text(draft.hijri))
    if draft.annal and answer.point is not None and answer.point.hijri is not None:
        known.annal = answer.point.hijri[0]
    if answer.point is not None:
        known.last, known.last_segment, known.last_end = answer.point, segment, draft.end
        of_day = known.last_stated and isinstance(meaning, Clock) and meaning.beside
        known.last_stated = of_day or answer.basis is TimeBasis.EXPLICIT
    return _expression(span, answer, mod, known)


def _expression(span: Span, answer: Answer, mod: str | None, known: Reference) -> TimeExpression:
    dated = answer.type in (TimeType.DATE, TimeType.TIME) and "X" not in answer.value.split("T")[0]
    reach = values.bounds(answer.value) if dated else None
    relative = answer.relative
    today = known.document or known.now
    if relative is None and today is not None and reach and reach[0] == reach[1]:
        relative = reach[0].number - today.number
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
            return step_answer(meaning, known)
        case Date():
            return _date(meaning, tense, known)
        case DayOf():
            return _day_of(meaning, known)
        case Nth():
            return _nth(meaning, tense, known)
        case Decade():
            return _decade(meaning, known)
        case Century() | Millennium() | Years():
            return _years(meaning)
        case PartOfYear():
            return _part_of_year(meaning, tense, known)
        case Holiday():
            return _holiday(meaning, tense, known)
        case Clock():
            return _clock(meaning, tense, known)
        case After():
            return step_answer(meaning.step, known)


def _in_list(meaning: Meaning, known: Reference, segment: int) -> Answer | None:
    """«- 15 أبريل 2022: … - 11 مايو: …»: an item goes on in the year of its list, whatever the document date; past a
    New Year where the list has gone the other way so far. None where its weekday speaks against that."""
    before = _list_before(known, segment)
    if before is None or not isinstance(meaning, Date):
        return None
    unsaid = meaning.year is None and meaning.year_step is None and meaning.steps is None and meaning.spoken is None
    if not unsaid or meaning.named or meaning.month is None or meaning.era is not Era.CIVIL:
        return None
    answer = _civil(replace(meaning, year=_year_in_list(meaning, before)), TimeBasis.PREVIOUS_DATE)
    return None if answer.doubtful else answer


def _list_before(known: Reference, segment: int) -> Listed | None:
    """The list of which an item in this segment may be."""
    return known.listed if known.listed is not None and segment <= known.listed.segment + _PARAGRAPHS else None


def _year_in_list(date: Date, before: Listed) -> int:
    if before.year is not None:
        return before.year
    if not before.goes:
        return _year_of_story(date, before.date)
    day, last = (date.month or 1, date.day or 1), (before.date.month or 1, before.date.day or 1)
    turns = day < last if before.goes > 0 else day > last
    return before.date.year + before.goes * turns


def _listed(known: Reference, date: Point, segment: int, *, says_year: bool) -> Listed | None:
    """What is known of the list behind an item with this date; none begins with the date of the page."""
    if says_year and known.now is not None and date.day and date.start == known.now:
        return None
    before, goes = _list_before(known, segment), 0
    if before is not None and before.date.month:
        number, last = date.start.number, before.date.start.number
        goes = before.goes if number == last else 1 if number > last else -1
    if not says_year:
        return Listed(date, segment, before.year if before is not None else None, goes)
    if before is not None and before.goes and goes != before.goes:
        goes = 0  # another list
    return Listed(date, segment, date.year if date.month is None else None, goes)


def _date(date: Date, tense: Tense, known: Reference) -> Answer:
    if date.month is None and date.year is None:
        if date.weekday is None:
            return Answer(f"XXXX-XX-{date.day:02}" if date.day else "XXXX", TimeBasis.UNRESOLVED)
        return (_fitting_day(date, known) if date.day else None) or _weekday(date, tense, known)
    if date.era is Era.HIJRI:
        return _hijri_year_of_story(date, known) or hijri_answer(date, tense, known)
    if date.year is None and date.year_step is not None:
        year = step_answer(date.year_step, known)
        if year.point is None:
            return Answer(f"XXXX{_tail(date)}", TimeBasis.UNRESOLVED)
        return _civil(replace(date, year=year.point.year), year.basis)
    if date.year is None:
        return _yearless(date, tense, known)
    if date.era is Era.BCE:
        return _civil(replace(date, year=1 - date.year), TimeBasis.EXPLICIT)
    return _civil(date, TimeBasis.EXPLICIT)


def _hijri_year_of_story(date: Date, known: Reference) -> Answer | None:
    """«شعبان من السنة نفسها», behind a Hijri year or a civil one."""
    told = step_answer(date.year_step, known) if date.year is None and date.year_step is not None else None
    if told is None or told.point is None or date.year_step is None:
        return None
    if told.point.hijri is not None:
        return hijri_dated(replace(date, year=told.point.hijri[0]), told.basis)
    if date.year_step.origin is not From.LAST:
        return None
    return hijri_dated(replace(date, year=calendars.hijri_year_in(told.point.year, date.month or 1)), told.basis)


def _civil(date: Date, basis: TimeBasis) -> Answer:
    """A date whose year is known, astronomical; a day that its month has not is left out."""
    year, month = date.year or 0, date.month
    if month is None:
        return yearly(year, basis)
    if date.day is None:
        return monthly(year, month, basis)
    if date.day > calendars.month_length(year, month):
        return replace(monthly(year, month, basis), doubtful=True)
    day = Day(year, month, date.day)
    return dated(day, basis, doubtful=date.weekday is not None and date.weekday != day.weekday)


def _tail(date: Date) -> str:
    return f"-{date.month:02}" + (f"-{date.day:02}" if date.day else "")


def _yearless(date: Date, tense: Tense, known: Reference) -> Answer:
    base, month = known.base() if date.steps is None else known.today(), date.month or 1
    impossible = bool(date.day and date.day > (29 if month == 2 else calendars.month_length(2000, month)))
    if impossible:
        date = replace(date, day=None)
    if base is None or date.named:
        return Answer(f"XXXX{_tail(date)}", TimeBasis.UNRESOLVED, relative=date.spoken, doubtful=impossible)
    if base is known.last:
        year = _year_of_story(date, base)
    elif date.day:
        year = choose_day(month, date.day, base.start, tense, date.steps, date.weekday)
    else:
        year = choose_month(month, base.start, tense, date.steps)
    answer = _civil(replace(date, year=year), basis_of(base, known))
    if answer.point is not None and base is known.last:
        answer = replace(answer, point=replace(answer.point, season=base.season))
    return replace(answer, doubtful=answer.doubtful or impossible)


def _year_of_story(date: Date, last: Point) -> int:
    """The nearest such month to the last date: a story that leaves a year out has said it, save past a New Year."""
    if last.season is not None and date.month is not None:
        return last.season + (date.month < SEASON_BEGINS)
    if last.month is None or date.month is None:
        return last.year
    apart = date.month - last.month
    return last.year + (1 if apart < -_HALF_YEAR else -1 if apart > _HALF_YEAR else 0)


def _weekday(date: Date, tense: Tense, known: Reference) -> Answer:
    weekday = date.weekday or 1
    value = f"XXXX-WXX-{weekday}"
    if date.origin is From.LAST and known.last is not None and known.last.day and date.steps:
        day = known.last.start
        day = day.plus(weekday_offset(weekday, day.weekday, tense, date.steps))
        return dated(day, TimeBasis.PREVIOUS_DATE)
    if known.now is not None:
        offset = weekday_offset(weekday, known.now.weekday, tense, date.steps)
        basis = TimeBasis.PREVIOUS_DATE if known.stated else TimeBasis.DOCUMENT_DATE
        return dated(known.now.plus(offset), basis)
    if known.weekday is not None:
        offset = weekday_offset(weekday, known.weekday, tense, date.steps)
        return Answer(value, TimeBasis.WEEKDAY_ANCHOR, relative=offset)
    return Answer(value, TimeBasis.UNRESOLVED)


def _fitting_day(date: Date, known: Reference) -> Answer | None:
    """«الجمعة 20»: the day of that number and weekday in the month of the last date, where one of days has been told
    near the document's, or in those around it."""
    today = known.today()
    base = known.last if known.last is not None and known.last.month and _is_near(known.last, today) else today
    if base is None or date.day is None or base.hijri is not None:
        return None
    months = (divmod(base.year * 12 + (base.month or 1) - 1 + ahead, 12) for ahead in range(-1, _AHEAD + 1))
    days = (Day(year, month + 1, date.day) for year, month in months if _has_day(year, month + 1, date.day))
    fitting = [day for day in days if day.weekday == date.weekday]
    nearest = min(fitting, key=lambda day: abs(day.number - base.start.number), default=None)
    return None if nearest is None else dated(nearest, basis_of(base, known))


def _is_near(date: Point, today: Point | None) -> bool:
    return today is None or abs(date.start.number - today.start.number) <= _YEAR


def _has_day(year: int, month: int, day: int) -> bool:
    return day <= calendars.month_length(year, month)


def _day_of(meaning: DayOf, known: Reference) -> Answer:
    month = step_answer(meaning.month, known)
    if month.point is None or month.point.month is None:
        return Answer(f"XXXX-XX-{meaning.day:02}", TimeBasis.UNRESOLVED)
    if month.point.hijri is not None:
        year, of_year = month.point.hijri
        return hijri_dated(Date(year, of_year, meaning.day, era=Era.HIJRI), month.basis)
    return _civil(Date(month.point.year, month.point.month, meaning.day), month.basis)


def _nth(meaning: Nth, tense: Tense, known: Reference) -> Answer:
    """The nth week is that of the nth set of seven days, by the day in their middle."""
    month = _date(meaning.month, tense, known)
    reach = values.bounds(month.value)
    if reach is None:
        weekday = f"XXXX-WXX-{meaning.weekday}" if meaning.weekday else "XXXX-WXX"
        return Answer(weekday, TimeBasis.UNRESOLVED)
    first, last = reach
    if meaning.weekday is None:
        day = first.plus(7 * meaning.number - 4) if meaning.number > 0 else last.plus(-3)
        year, week = calendars.iso_week(day)
        return Answer(f"{values.year(year)}-W{week:02}", month.basis, Point(*day))
    ahead = (meaning.weekday - first.weekday) % 7 + 7 * (meaning.number - 1)
    day = first.plus(ahead) if meaning.number > 0 else last.plus(-((last.weekday - meaning.weekday) % 7))
    return replace(dated(day, month.basis), hijri=_day_in_hijri(day, month)) if day <= last else month


def _day_in_hijri(day: Day, month: Answer) -> str | None:
    return f"{month.hijri}-{calendars.to_hijri(day).day:02}" if month.hijri else None


def _decade(decade: Decade, known: Reference) -> Answer:
    if decade.century is not None:
        return Answer(f"{decade.century:02}{decade.digit}")
    if decade.steps is not None:
        if known.century is None:
            return Answer(f"XX{decade.digit}", TimeBasis.UNRESOLVED)
        return Answer(f"{known.century + decade.steps:02}{decade.digit}", basis_of(known.today(), known))
    base = known.base()
    if base is None and known.first_year is not None:
        # A story that has not said a year yet will: its first is later than the decade.
        century = (known.first_year - decade.digit * 10) // 100
        return Answer(f"{century:02}{decade.digit}", TimeBasis.PREVIOUS_DATE)
    if base is None:
        return Answer(f"XX{decade.digit}", TimeBasis.UNRESOLVED)
    century = base.year // 100
    if base is known.last:
        century += max((-1, 0, 1), key=lambda by: -abs((century + by) * 100 + decade.digit * 10 - base.year))
    elif decade.digit * 10 + 9 >= base.year % 100:
        century -= 1  # the decade that is not over is called the present one
    return Answer(f"{century:02}{decade.digit}", basis_of(base, known))


def _years(years: Century | Millennium | Years) -> Answer:
    if isinstance(years, Years):
        return seasonal(years.first, TimeBasis.EXPLICIT)
    return _century(years)


def _century(century: Century | Millennium) -> Answer:
    if isinstance(century, Millennium):
        return Answer(f"BC{century.number - 1}" if century.era is Era.BCE else str(century.number - 1))
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
    if part.origin is From.LAST and known.last is not None:
        return _season_of_story(part, known.last)
    if known.now is None or part.origin is From.LAST:
        return Answer(f"XXXX-{part.code}", TimeBasis.UNRESOLVED)
    year = choose_season(part.code, known.now, part.steps or 0)
    return Answer(f"{year:04}-{part.code}", TimeBasis.DOCUMENT_DATE)


def _season_of_story(part: PartOfYear, last: Point) -> Answer:
    """«الخريف التالي»: the first that begins after the last date; behind a bare year that of the year after."""
    base = last.start if last.month else Day(last.year, 12, 31)
    year = choose_season(part.code, base, part.steps or 0) if part.steps else last.year
    return Answer(f"{values.year(year)}-{part.code}", TimeBasis.PREVIOUS_DATE, Point(year))


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
    told = clock.beside or known.narrative or known.now is None
    if clock.day is None and near is not None and near.day and told:
        answer = dated(near.start, TimeBasis.PREVIOUS_DATE)
    else:
        answer = _answer(day, tense, known)
    return replace(answer, value=f"{answer.value}T{clock.time}", type=TimeType.TIME)
