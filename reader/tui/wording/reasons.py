"""What is known of an event beside its clause: who, where, and why it stands where it does on the timeline (the words
of the text, and what they are counted from)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.analysis.model import Certainty, TimeBasis
from reader.document.marks import Mark, Role
from reader.messages import comma, semicolon
from reader.text.controls import visible
from reader.text.span import Span
from reader.tui.state.timeline_rows import time_of
from reader.tui.wording.phrases import phrase
from reader.wording import basis

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.analysis.model import Analysis, Entity, Event, TimeExpression
    from reader.tui.wording.dates import Wording

LONGEST = 80
"""Characters of a time expression that are shown."""
FROM = {
    TimeBasis.EXPLICIT: "said",
    TimeBasis.PREVIOUS_DATE: "from_previous_date",
    TimeBasis.WEEKDAY_ANCHOR: "from_weekday_anchor",
    TimeBasis.UNRESOLVED: "from_nothing",
}


def cast(event: Event, entities: Mapping[str, Entity], lang: str) -> tuple[str, list[Mark]]:
    """Who takes part in an event and where, in a line, the names marked: «الأطراف: سمير، ليلى؛ المكان: صور»."""
    said, marks = "", []
    for key, ids in (("who", event.participants), ("where", event.places)):
        known = [entities[id_] for id_ in ids if id_ in entities]
        for number, entity in enumerate(known):
            said += comma(lang) if number else (semicolon(lang) if said else "") + phrase(key, lang)
            name = visible(entity.name[:LONGEST])
            marks.append(Mark(Span(len(said), len(said) + len(name)).shift(1), Role(entity.type.value), entity.id))
            said += f"\u2068{name}\u2069"  # isolated (UAX #9)
    return said, marks


def reason(event: Event, text: str, analysis: Analysis, wording: Wording) -> str:
    """What the date of an event rests on, in a line: «يوم الجمعة»، من تاريخ النص ١٧ سبتمبر ٢٠٢٣."""
    lang = wording.lang
    time = time_of(event, analysis.times)
    if time is None:
        return basis(event.basis, lang)
    inferred = event.certainty is Certainty.INFERRED
    said = _said(time, text, analysis, wording, inferred=inferred)
    if inferred:
        said = phrase("because", lang, a=basis(event.basis, lang), b=said)
    return phrase("and_also", lang, a=said, b=phrase("doubtful", lang)) if time.doubtful else said


def _said(time: TimeExpression, text: str, analysis: Analysis, wording: Wording, *, inferred: bool) -> str:
    lang, words = wording.lang, " ".join(visible(time.span.of(text)[:LONGEST]).split())
    day = analysis.document_date
    distance = time.basis is TimeBasis.UNRESOLVED and time.relative is not None
    if time.basis in FROM and not distance:
        return phrase("quoted" if inferred else FROM[time.basis], lang, words=words)
    if day is None:
        return phrase("from_unknown_date", lang, words=words)
    return phrase("from_document_date", lang, words=words, day=wording.full(day.isoformat()))
