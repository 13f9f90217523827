"""The whole way, from a text to its times."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.analysis.time.calendars import Day
from reader.analysis.time.grammar import drafts
from reader.analysis.time.reference import reference
from reader.analysis.time.resolve import resolve
from reader.analysis.time.tokens import segments

if TYPE_CHECKING:
    import datetime

    from reader.analysis.model import TimeExpression


def find_times(text: str, document_date: datetime.date | None) -> list[TimeExpression]:
    """Every time expression of `text`, in text order, none overlapping another.

    `document_date` is the day that «اليوم» means; without one, what hangs on it stays unresolved. The clock of
    the machine is never asked. Linear in the length of the text.
    """
    found = [(at, draft) for at, segment in enumerate(segments(text)) for draft in drafts(segment)]
    day = None if document_date is None else Day(document_date.year, document_date.month, document_date.day)
    known = reference(day, [draft for _, draft in found])
    return [resolve(draft, known, at) for at, draft in found]
