"""A day as a person types it, and as the interface says it back."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING

from reader.tui.wording.phrases import phrase

if TYPE_CHECKING:
    from reader.analysis.model import Analysis
    from reader.tui.wording.dates import Wording

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def day_typed(text: str) -> datetime.date | None:
    """The one day that `text` is: `2023-09-17`, `17/9/2023`, «١٧ سبتمبر ٢٠٢٣», «3 ربيع الأول 1445»; else None.

    A month, a day that its month has not, or a weekday that the date has not, is no day; nor is «أمس», which
    would need another day to count from.
    """
    from reader.analysis.time import find_times

    text = text.strip()
    found = find_times(text, None)
    if len(found) != 1 or found[0].span.of(text) != text or found[0].doubtful or not _DAY.fullmatch(found[0].value):
        return None
    try:
        return datetime.date.fromisoformat(found[0].value)
    except ValueError:  # a leap day of the Julian calendar alone
        return None


def day_said(day: datetime.date, wording: Wording) -> str:
    """«الأحد ١٧ سبتمبر ٢٠٢٣»."""
    date = day.isoformat()
    return f"{wording.day(date)} {wording.period(date)}"


def document_day(analysis: Analysis, wording: Wording) -> str:
    """The document date and where it is from, or that it is not known."""
    if analysis.document_date is None or analysis.document_date_basis is None:
        return phrase("date_unknown", wording.lang)
    basis = phrase(f"date_from_{analysis.document_date_basis.value}", wording.lang)
    return phrase("date_known", wording.lang, day=day_said(analysis.document_date, wording), basis=basis)
