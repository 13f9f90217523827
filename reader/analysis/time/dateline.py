"""The date a text gives itself, at its head: «القاهرة – 12 مارس 2021»."""

from __future__ import annotations

import datetime
import re

from reader.analysis.model import TimeType

_HEAD = 5  # lines
_LONGEST = 60  # characters of a line that is a dateline and nothing else
_LEAD = 40  # characters before the date, where the text goes on behind it
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
# What may stand before the date in a dateline: a place, an agency, «في», «نُشر بتاريخ».
_BEFORE = re.compile(r"[^.!؟?؛]{0,40}")
_BEHIND = re.compile(r"[ \t]*(?:\([^)]{1,25}\)[ \t]*)?[-–—:|،]|[ \t]*\)?[ \t]*$")


def document_date_hint(text: str) -> datetime.date | None:
    """The day of a dateline among the first lines, or None. Conservative: a full civil date, in a line that is
    nothing else or right before the dash that opens the news («بيروت، 3 أيار 2020 – …»)."""
    from reader.analysis.time.find import find_times

    lines = [line for line in text[:2000].splitlines() if line.strip()][:_HEAD]
    for line in lines:
        head = line[:200]
        for time in find_times(head, None)[:1]:
            if time.type is not TimeType.DATE or not _DAY.fullmatch(time.value) or time.doubtful:
                continue
            before, behind = head[: time.span.start], head[time.span.end :]
            whole = len(line) <= _LONGEST and not behind.strip(" \t)–—-|:،.")
            opens = len(before) <= _LEAD and _BEHIND.match(behind) is not None
            if (whole or opens) and _BEFORE.fullmatch(before):
                return datetime.date.fromisoformat(time.value)
    return None
