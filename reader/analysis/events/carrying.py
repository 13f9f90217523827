"""What is known of an event without a time of its own from those around it."""

from __future__ import annotations

import datetime
import re
from calendar import monthrange
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from reader.analysis.events.dated import Dated
from reader.analysis.events.dating import BIRTH, DEATH, counted_from, is_later
from reader.analysis.model import Certainty, EventBasis

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.analysis.events.sentence import Candidate, Sentence
    from reader.analysis.model import TimeExpression

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


def count_from(sentence: Sentence) -> None:
    """«في 10 آب بعد ستة أيام من انفجار المرفأ»: six days before the 10th."""
    for candidate in sentence.candidates:
        stretch = counted_from(candidate)
        count = _COUNT.fullmatch(stretch.value) if stretch is not None else None
        if stretch is None or count is None or candidate.dated.is_known:
            continue
        before = [time for _, time in sentence.dates if time.span.end <= stretch.span.start and time.earliest]
        said = sentence.text[before[-1].span.end : stretch.span.end].split() if before else []
        way = -1 if "بعد" in said else 1 if "قبل" in said else 0
        if way and (dated := _counted(before[-1], way * int(count[1]), count[2])) is not None:
            _inherit(candidate, dated, EventBasis.WITH_DATED)


def _counted(time: TimeExpression, steps: int, unit: str) -> Dated | None:
    """So many days, weeks, months or years from a time, as far as it says those; None before our era."""
    first, last = time.earliest or "", time.latest or ""
    if first[:1] in ("", "-") or (unit in "DW" and first != last):
        return None
    year, month, day = map(int, first.split("-"))
    if unit in "DW":
        there = datetime.date(year, month, day) + datetime.timedelta(steps * (7 if unit == "W" else 1))
        return Dated(earliest=there.isoformat(), latest=there.isoformat(), date=there.isoformat())
    if unit == "M" and first[:7] == last[:7]:
        year, month = divmod(year * 12 + month - 1 + steps, 12)
        date = f"{year:04}-{month + 1:02}"
        return Dated(earliest=f"{date}-01", latest=f"{date}-{monthrange(year, month + 1)[1]}", date=date)
    if unit == "Y" and first[:4] == last[:4]:
        date = f"{year + steps:04}"
        return Dated(earliest=f"{date}-01-01", latest=f"{date}-12-31", date=date)
    return None


def go_on(sentence: Sentence) -> None:
    """What is joined to a verb with a date goes on on that date."""
    for before, candidate in _behind_dated(sentence):
        later = any(is_later(candidate, time) for index, time in sentence.times if index == before.dated.time)
        if before.sense.kind not in (BIRTH, DEATH) and candidate.joined and not later:
            _inherit(candidate, before.dated, EventBasis.JOINED_TO_DATED)


def _behind_dated(sentence: Sentence) -> Iterator[tuple[Candidate, Candidate]]:
    """Each candidate without a date of its own, and the verb with one before it."""
    before: Candidate | None = None
    for candidate in sentence.candidates:
        if candidate.dated.is_stated and not candidate.clause.relative:
            before = candidate
        elif before is not None:
            yield before, candidate
