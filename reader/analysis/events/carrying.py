"""What is known of an event without a time of its own from those around it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from reader.analysis.events.dated import stated
from reader.analysis.model import Certainty, EventBasis
from reader.analysis.time import values
from reader.analysis.time.calendars import Day, add_months
from reader.analysis.words.keys import key
from reader.analysis.words.verbs import BIRTH, DEATH

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.analysis.events.dated import Dated
    from reader.analysis.events.sentence import Candidate, Sentence
    from reader.analysis.model import TimeExpression

_DAYS: Final = {"D": 1, "W": 7}
_COUNT: Final = re.compile(r"P(\d{1,3})([DWMY])")
"""A TIMEX3 duration of one unit."""


def _inherit(candidate: Candidate, dated: Dated, basis: EventBasis) -> None:
    """What has no time of its own gets this date."""
    if not candidate.dated.is_known and candidate.dated.time is None:
        candidate.dated = replace(dated, certainty=Certainty.INFERRED, basis=basis)


def go_with_opening(sentence: Sentence) -> None:
    """«وبعد وفاة أبيه سنة 1002 ترك …»: the verb goes with the noun."""
    first = next(iter(sentence.candidates), None)
    if first is not None and first.during and first.dated.is_stated:
        for candidate in sentence.candidates:
            _inherit(candidate, first.dated, EventBasis.WITH_DATED)


def under_heading(sentence: Sentence) -> None:
    """What says no day of its own was on that of its heading."""
    if sentence.heading is not None and not any(time.earliest for _, time in sentence.times):
        for candidate in sentence.candidates:
            _inherit(candidate, sentence.heading, EventBasis.UNDER_DATE)


def count(candidate: Candidate) -> None:
    """«في 10 آب بعد ستة أيام من انفجار المرفأ»: six days before the 10th."""
    sentence, stretch = candidate.sentence, candidate.stretch
    counted = _COUNT.fullmatch(stretch.value) if stretch is not None else None
    before = [one for one in sentence.dates if stretch is not None and one[1].span.end <= stretch.span.start]
    if stretch is None or counted is None or not before:
        return
    index, time = before[-1]
    said = [key(word).removeprefix("و") for word in sentence.text[time.span.end : stretch.span.end].split()]
    way = -1 if "بعد" in said else 1 if "قبل" in said else 0
    value = _counted(time, way * int(counted[1]), counted[2]) if way else None
    reach = values.bounds(value) if value is not None else None
    if value is not None and reach is not None:
        first, last = (day.iso() for day in reach)
        there = replace(time, value=value, earliest=first, latest=last, relative=None)
        _inherit(candidate, stated(index, there), EventBasis.WITH_DATED)


def _counted(time: TimeExpression, steps: int, unit: str) -> str | None:
    """The value of so many days, weeks, months or years from a time of our era, as far as it says those."""
    first, last = time.earliest, time.latest
    if first is None or last is None or first.startswith("-"):
        return None
    day = Day.of(first)
    if unit in _DAYS and first == last:
        return day.plus(steps * _DAYS[unit]).iso()
    if unit == "M" and first[:-3] == last[:-3]:
        year, month = add_months(day.year, day.month, steps)
        return f"{values.year(year)}-{month:02}"
    return values.year(day.year + steps) if unit == "Y" and first[:4] == last[:4] else None


def go_on(sentence: Sentence) -> None:
    """What is joined to a verb with a date goes on on that date: but not a life on the day that it began or ended."""
    for before, candidate in _behind_dated(sentence):
        if before.sense.kind not in (BIRTH, DEATH) and candidate.joined and not candidate.later:
            _inherit(candidate, before.dated, EventBasis.JOINED_TO_DATED)


def _behind_dated(sentence: Sentence) -> Iterator[tuple[Candidate, Candidate]]:
    """Each candidate without a date of its own, and the verb with one before it."""
    before: Candidate | None = None
    for candidate in sentence.candidates:
        if candidate.dated.is_stated and not candidate.clause.relative:
            before = candidate
        elif before is not None:
            yield before, candidate
