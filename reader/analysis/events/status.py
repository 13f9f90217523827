"""Where events stand, seen from the day of the document: past, planned, going on, or the background of news."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.analysis.events.dated import day_number, is_ahead
from reader.analysis.words.verbs import Flag

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.analysis.events.sentence import Candidate
    from reader.analysis.model import TimeExpression

FRAME = 31
"""Days before the document date from which an event is background to news."""
_WINDOW = 3
"""Words before a trigger in which a verb may say that it lasts."""


@dataclass(slots=True)
class Frame:
    """Where a text stands in time."""

    candidates: list[Candidate]
    times: Sequence[TimeExpression]
    today: str | None
    """The document date, ISO."""
    news: bool = False
    """It speaks of days around its own."""


def find_news(frame: Frame) -> None:
    frame.news = any(map(_is_of_today, frame.times))


def _is_of_today(time: TimeExpression) -> bool:
    return time.relative is not None and abs(time.relative) <= FRAME


def is_ongoing(_: Frame, candidate: Candidate) -> bool:
    """«واصل … زيارته», «لا يزال …»."""
    return any(Flag.LASTING in verb.flags for verb in candidate.verbs_before(_WINDOW))


def is_planned(_: Frame, candidate: Candidate) -> bool:
    """The text says so («سيزور», «من المقرر أن يزور»)."""
    return candidate.planned


def is_over(frame: Frame, candidate: Candidate) -> bool:
    """What is dated before the day of the document is planned no more («سيصبح وزيرا عام 1210»)."""
    latest = candidate.dated.latest
    return frame.today is not None and latest is not None and day_number(latest) < day_number(frame.today)


def is_to_come(frame: Frame, candidate: Candidate) -> bool:
    return is_ahead(candidate.dated, frame.today)


def is_background(frame: Frame, candidate: Candidate) -> bool:
    latest = candidate.dated.latest
    if not frame.news or frame.today is None or latest is None:
        return False
    return day_number(latest) < day_number(frame.today) - FRAME
