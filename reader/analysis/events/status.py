"""Where events stand, seen from the day of the document: past, planned, going on, or the background of news."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.analysis.events.dated import day_number, is_ahead
from reader.analysis.words.verbs import Form

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.analysis.events.sentence import Candidate
    from reader.analysis.model import TimeExpression

FRAME = 31
"""Days before the document date from which an event is background to news."""


@dataclass(slots=True)
class Frame:
    """Where a text stands in time."""

    candidates: Sequence[Candidate]
    times: Sequence[TimeExpression]
    today: str | None
    """The document date, ISO."""
    news: bool = False
    """It speaks of days around its own."""
    until: float | None = None
    """The last day of which it tells in the past."""


def find_news(frame: Frame) -> None:
    frame.news = any(map(_is_of_today, frame.times))


def _is_of_today(time: TimeExpression) -> bool:
    if time.relative is not None:
        return abs(time.relative) <= FRAME
    return time.value in ("PRESENT_REF", "FUTURE_REF") or time.value.startswith("XXXX-WXX")


def find_end(frame: Frame) -> None:
    told = [one.dated.latest for one in frame.candidates if one.sense.form is Form.PERFECT and one.dated.latest]
    frame.until = max(map(day_number, told), default=None)


def is_story(frame: Frame, candidate: Candidate) -> bool:
    """In a story, whose dates are all past, «سيصبح» tells what came."""
    if frame.news or frame.until is None:
        return False
    return candidate.dated.latest is None or day_number(candidate.dated.latest) <= frame.until


def is_over(frame: Frame, candidate: Candidate) -> bool:
    latest = candidate.dated.latest
    return frame.today is not None and latest is not None and day_number(latest) < day_number(frame.today)


def is_to_come(frame: Frame, candidate: Candidate) -> bool:
    if candidate.sense.form is Form.PERFECT or (frame.today is None and candidate.dated.earliest is not None):
        return False
    return is_ahead(candidate.dated, frame.today)


def is_background(frame: Frame, candidate: Candidate) -> bool:
    latest = candidate.dated.latest
    if not frame.news or frame.today is None or latest is None:
        return False
    return day_number(latest) < day_number(frame.today) - FRAME
