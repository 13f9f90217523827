"""Times: found, and given TIMEX3 values. For others: `find_times`, `read_times` and `document_date_hint`.

The way of the data: tokens (words and clitics, one tag each) → grammar (rules over tags → drafts that say what
was said) → reference (what this text counts from) → resolve (values, days, and what they rest on).
"""

from __future__ import annotations

from reader.analysis.time.dateline import document_date_hint
from reader.analysis.time.find import STEPS, Timed, find_times, read_times

__all__ = ["STEPS", "Timed", "document_date_hint", "find_times", "read_times"]
