"""What happened when: events with their clause, date, participants and places."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime
    from collections.abc import Sequence

    from reader.analysis.model import Entity, Event, TimeExpression
    from reader.text.span import Span


def find_events(
    text: str,
    blocks: Sequence[Span],
    entities: Sequence[Entity],
    times: Sequence[TimeExpression],
    document_date: datetime.date | None,
) -> tuple[Event, ...]:
    """The events of the text, in chronological order, the undated last in text order."""
    return ()
