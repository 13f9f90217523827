"""The date a text gives itself, at its head: «القاهرة – 12 مارس 2021»."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING

from reader.analysis.model import TimeType
from reader.analysis.time.find import find_times

if TYPE_CHECKING:
    from reader.analysis.model import TimeExpression

_HEAD = 5  # lines
_LONGEST = 60  # characters of a line that is a dateline and nothing else
_LEAD = 40  # characters before the date, where the text goes on behind it
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
# What may stand before the date in a dateline: a place, an agency, «في», «نُشر بتاريخ».
_BEFORE = re.compile(r"[^.!؟?؛]{0,40}")
_BEHIND = re.compile(r"[ \t]*(?:\([^)]{1,25}\)[ \t]*)?[-–—:|]|[ \t]*\)?[ \t]*$")
_AFTER_PLACE = re.compile(r"[^.!؟?؛]{0,40}[،,–—)-][ \t]*")  # «بيروت، 3 أيار 2020، …»
_LATER = 2  # years, and how many dates: a text that tells what came long after a day was not written on it


def document_date_hint(text: str) -> datetime.date | None:
    """The day of a dateline among the first lines, or None. Conservative: a full civil date, in a line that is
    nothing else or right before the dash that opens the news («بيروت، 3 أيار 2020 – …»)."""
    lines = [line for line in text[:2000].splitlines() if line.strip()][:_HEAD]
    for line in lines:
        head = line[:200]
        for time in find_times(head, None)[:1]:
            if time.type is not TimeType.DATE or not _DAY.fullmatch(time.value) or time.doubtful:
                continue
            before, behind = head[: time.span.start], head[time.span.end :]
            whole = len(line) <= _LONGEST and not behind.strip(" \t)–—-|:،.")
            comma = behind.lstrip()[:1] == "،" and _AFTER_PLACE.fullmatch(before) is not None
            opens = len(before) <= _LEAD and (comma or _BEHIND.match(behind) is not None)
            if (whole or opens) and _BEFORE.fullmatch(before) and not _is_outlived(text, time):
                return datetime.date.fromisoformat(time.value)
    return None


def _is_outlived(text: str, day: TimeExpression) -> bool:
    """Whether the text tells of days long after: «في 16 يوليو 1969 –» opens a history as well."""
    year = int(day.value[:4])
    later = (time.latest for time in find_times(text[:2000], None) if time.latest and not time.latest.startswith("-"))
    return sum(int(latest.split("-")[0]) >= year + _LATER for latest in later) >= _LATER
