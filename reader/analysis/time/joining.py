"""Expressions put together with what stands beside them: edges, modifiers, a second calendar, the range they end."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.analysis.model import TimeType
from reader.analysis.time import values
from reader.analysis.time.grammar import letters
from reader.analysis.time.meaning import Clock, Date, Draft, Era, Fixed, From, Step, Tense
from reader.analysis.time.tense import looks_ahead, tense

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.analysis.time.meaning import Meaning
    from reader.analysis.time.tokens import Segment

_HALF_DAY = 12
_BUT = ("عدا", "باستثناء", "سوى")
_NOT_TELLING = ("other", "in", "of", "comma", "clitic_preposition", "open", "close", "mark", "numbered", "named_after")


def take_edges(segment: Segment) -> None:
    """«مطلع», «أواخر», «منتصف» before a date belong to it; «نحو» only marks it."""
    frees = [0, *(draft.last for draft in segment.drafts)]
    segment.drafts = [_with_edge(segment, draft, free) for draft, free in zip(segment.drafts, frees, strict=False)]


def _with_edge(segment: Segment, draft: Draft, free: int) -> Draft:
    known, at = letters(), draft.first - 1
    if at > free and segment.tags[at] == known["of"] and segment.tags[at - 1] == known["edge"]:
        at -= 1
    if at < free or draft.mod:
        return draft
    token = segment.tokens[at]
    if token.entry.cls == "edge":
        step = draft.meaning
        if isinstance(step, Step) and step.unit == "W" and token.word == "نهاية":
            return draft._replace(first=at, start=token.start, meaning=replace(step, unit="WE"))  # the weekend
        return draft._replace(first=at, start=token.start, mod=token.entry.key)
    if token.entry.cls == "modifier":
        return draft._replace(mod=token.entry.key)
    return draft


def _joining(both: Callable[[Segment, Draft, Draft], Draft | None]) -> Callable[[Segment], None]:
    """Joins neighbours of which `both` makes one."""

    def join(segment: Segment) -> None:
        joined: list[Draft] = []
        for draft in segment.drafts:
            one = both(segment, joined[-1], draft) if joined else None
            if one is not None:
                joined[-1] = one
            else:
                joined.append(draft)
        segment.drafts = joined

    return join


@_joining
def join_calendars(segment: Segment, left: Draft, right: Draft) -> Draft | None:
    """«سنة 505هـ/1111م» and «… الموافق …» are one expression, valued in the civil calendar."""
    known, tags = letters(), segment.tags
    if isinstance(left.meaning, Step) and tags[left.last : right.first] in (known["open"], known["agreeing"]):
        return _of_speaking(segment, left, right)
    if not (isinstance(left.meaning, Date) and isinstance(right.meaning, Date)):
        return None
    between = tags[left.last : right.first]
    if between == known["in"] and left.meaning.weekday and not (left.meaning.month or left.meaning.year):
        return _agreeing(left, right) if right.meaning.month else None
    joiners = {known["slash"], known["open"], known["agreeing"], known["dash"], known["clitic_preposition"]}
    if not between or len(between) > 4 or not set(between) <= joiners | {known["comma"], known["close"]}:
        return None
    if not set(between) & joiners:
        return None
    if not (left.meaning.month or left.meaning.year):
        return _agreeing(left, right) if {known["agreeing"], known["open"]} & set(between) else None
    hijri, civil = (left, right) if left.meaning.era is Era.HIJRI else (right, left)
    if not (isinstance(hijri.meaning, Date) and isinstance(civil.meaning, Date)):
        return None
    if hijri.meaning.era is not Era.HIJRI or civil.meaning.era is not Era.CIVIL or civil.meaning.year is None:
        return None
    last, end = _closed(segment, left, right)
    meaning = civil.meaning
    return left._replace(last=last, end=end, meaning=meaning, hijri=hijri.meaning, mod=left.mod or right.mod)


def _of_speaking(segment: Segment, left: Draft, right: Draft) -> Draft | None:
    """«اليوم السبت (10 يناير 2026)»: the date of a day told from the day of speaking."""
    step, date = left.meaning, right.meaning
    if not (isinstance(step, Step) and isinstance(date, Date)) or not (date.month and date.day) or left.part:
        return None
    if step.unit != "D" or step.origin is not From.NOW:
        return None
    last, end = _closed(segment, left, right)
    meaning = replace(date, weekday=step.weekday, spoken=int(step.count))
    return left._replace(last=last, end=end, meaning=meaning)


def _closed(segment: Segment, left: Draft, right: Draft) -> tuple[int, int]:
    """Where two end that are one, with the bracket that opens between them and closes behind."""
    known, tags, last = letters(), segment.tags, right.last
    if known["open"] in tags[left.last : right.first] and tags[last : last + 1] == known["close"]:
        return last + 1, segment.tokens[last].end
    return last, right.end


def _agreeing(left: Draft, right: Draft) -> Draft | None:
    """«الثلاثاء الموافق 12 سبتمبر», «الثلاثاء في 12 سبتمبر»: one day, said twice."""
    if not (isinstance(left.meaning, Date) and isinstance(right.meaning, Date)) or not right.meaning.day:
        return None
    meaning = replace(right.meaning, weekday=left.meaning.weekday)
    return left._replace(last=right.last, end=right.end, meaning=meaning)


@_joining
def join_clock(segment: Segment, left: Draft, right: Draft) -> Draft | None:
    """«التاسعة صباحا يوم 3 مايو 2024»: an hour and the date behind it are one time."""
    known, hour, date = letters(), left.meaning, right.meaning
    if not (isinstance(hour, Clock) and isinstance(date, Date)) or not (date.month and date.day) or right.part:
        return None
    if segment.tags[left.last : right.first] not in ("", known["of"], known["in"], known["comma"]):
        return None
    if isinstance(hour.day, Date) and date.weekday is None:
        date = replace(date, weekday=hour.day.weekday)
    elif isinstance(hour.day, Step):
        date = replace(date, spoken=int(hour.day.count), weekday=date.weekday or hour.day.weekday)
    meaning = replace(hour, day=date)
    return left._replace(last=right.last, end=right.end, meaning=meaning, hijri=right.hijri)


@_joining
def join_durations(segment: Segment, left: Draft, right: Draft) -> Draft | None:
    """«90 ساعة و30 دقيقة» is one duration."""
    first, second = left.meaning, right.meaning
    if not (isinstance(first, Fixed) and isinstance(second, Fixed)) or left.mod or right.mod:
        return None
    if segment.tags[left.last : right.first] != letters()["clitic_and"]:
        return None
    value = values.combined(first.value, second.value)
    if value is None or first.type is not TimeType.DURATION or second.type is not TimeType.DURATION:
        return None
    return left._replace(last=right.last, end=right.end, meaning=Fixed(TimeType.DURATION, value))


_APART = 8
"""Tokens between an hour and the day that it is of («في نادي القصة»)."""


def lend_days(segment: Segment) -> None:
    """«الساعة السابعة مساء في نادي القصة يوم الأربعاء المقبل»: an hour is of the day that its clause says."""
    for at in range(1, len(segment.drafts)):
        left, right = segment.drafts[at - 1], segment.drafts[at]
        hour, date = left.meaning, right.meaning
        if not (isinstance(hour, Clock) and isinstance(date, Date)) or hour.day is not None or right.part:
            continue
        if (date.day or date.weekday) and _is_near(segment, at):
            segment.drafts[at - 1] = left._replace(meaning=replace(hour, day=date))


def _is_near(segment: Segment, at: int) -> bool:
    """Whether nothing is told between two neighbours, and the second says of itself that it is a day."""
    first = segment.drafts[at].first
    between = segment.tokens[segment.drafts[at - 1].last : first]
    is_day = segment.tokens[first].entry.cls == "day_word" or (between and between[-1].entry.cls == "in")
    telling = any(token.entry.cls not in _NOT_TELLING or token.word in _BUT for token in between)
    return bool(is_day) and len(between) <= _APART and not telling


def share_afternoons(segment: Segment) -> None:
    """«من الساعة 4 إلى 6 مساء»: both are of one part of the day."""
    for at in range(1, len(segment.drafts)):
        left, right = segment.drafts[at - 1], segment.drafts[at]
        if not (isinstance(left.meaning, Clock) and isinstance(right.meaning, Clock)):
            continue
        bare = segment.tokens[left.last - 1].entry.cls in ("small", "clock_figure", "ordinal")
        later = f"{int(left.meaning.time[:2]) + _HALF_DAY}{left.meaning.time[2:]}"
        if bare and _connected(segment, left, right) and later < right.meaning.time:
            segment.drafts[at - 1] = left._replace(meaning=replace(left.meaning, time=later))


def lend(segment: Segment) -> None:
    """In a range, one end takes from the other what it leaves out: month, year, «الماضي»."""
    for at in range(len(segment.drafts) - 1, 0, -1):
        left, right = segment.drafts[at - 1], segment.drafts[at]
        if _connected(segment, left, right) or left.last == right.first:
            segment.drafts[at - 1] = _lent(left, right)


def _lent(left: Draft, right: Draft) -> Draft:
    a, b = left.meaning, right.meaning
    if not (isinstance(a, Date) and isinstance(b, Date)):
        return left
    if a.day and not a.month and b.month:
        a = replace(a, month=b.month, era=b.era, steps=b.steps)
    if a.month and b.month and a.year is None and b.year is not None and not a.year_step and a.steps is None:
        a = replace(a, year=b.year - (1 if a.month > b.month else 0), era=b.era)
    if a.month and b.month and a.year is None and b.year is None and a.steps is None and not a.year_step:
        a = replace(a, year_step=b.year_step, steps=b.steps)
    if b.era is Era.BCE and a.unsaid and a.year and b.year and a.year > b.year:
        a = replace(a, era=Era.BCE, unsaid=False)  # «بين 1279 و1213 ق.م»
    if a.weekday and b.weekday and not (a.month or b.month) and a.steps is None:
        a = replace(a, steps=b.steps)
    return left._replace(meaning=a)


def doubt_backwards(segment: Segment) -> None:
    """«من 15 إلى 12 مارس»: the end of a range that lies before its beginning is kept, and marked."""
    known = letters()
    for at in range(1, len(segment.drafts)):
        left, right = segment.drafts[at - 1], segment.drafts[at]
        between = segment.tags[left.last : right.first]
        joined = between in (known["to"], known["dash"]) or left.last == right.first
        if joined and _is_later(left.meaning, right.meaning):
            segment.drafts[at] = right._replace(backwards=True)


def _is_later(one: Meaning, other: Meaning) -> bool:
    """Whether the first of two dates of one era is after the second, as far as both are said."""
    if not (isinstance(one, Date) and isinstance(other, Date)) or one.era is not other.era or one.era is Era.BCE:
        return False
    parts = zip((one.year, one.month, one.day), (other.year, other.month, other.day), strict=True)
    both = [(a, b) for a, b in parts if a and b]
    return bool(one.year and other.year) and [a for a, _ in both] > [b for _, b in both]


def read_tenses(segment: Segment) -> None:
    """The tense of the clause around each expression: where it is looked for."""
    segment.drafts = [draft._replace(tense=_tense(segment, draft)) for draft in segment.drafts]


def _tense(segment: Segment, draft: Draft) -> Tense:
    date = draft.meaning
    if isinstance(date, Date) and date.month and date.year is None and looks_ahead(segment, draft.first):
        return Tense.PRESENT
    return tense(segment, draft.first, draft.last)


def see_items(segment: Segment) -> None:
    """Which expressions an item of a list begins with («- 11 مايو: …»); of a range both ends."""
    for at in range(len(segment.drafts) - 1, -1, -1):
        draft = segment.drafts[at]
        behind = segment.drafts[at + 1] if at + 1 < len(segment.drafts) else None
        last = behind.last if behind is not None and _connected(segment, draft, behind) else draft.last
        if segment.is_item(draft.first, last):
            segment.drafts[at] = draft._replace(heads_item=True)
            if behind is not None and last == behind.last:
                segment.drafts[at + 1] = behind._replace(heads_item=True)


def share_tenses(segment: Segment) -> None:
    """Both ends of a range are looked for in one direction."""
    for at in range(len(segment.drafts) - 1, 0, -1):
        left, right = segment.drafts[at - 1], segment.drafts[at]
        if _connected(segment, left, right):
            segment.drafts[at - 1] = left._replace(tense=right.tense)


def _connected(segment: Segment, left: Draft, right: Draft) -> bool:
    """Whether only «إلى», «حتى», «و», a dash, a slash or a comma stands between."""
    known, between = letters(), segment.tags[left.last : right.first]
    allowed = {known[name] for name in ("to", "clitic_and", "dash", "slash", "comma")}
    return 1 <= len(between) <= 2 and set(between) <= allowed
