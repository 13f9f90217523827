"""A reading as JSON, schema 1: offsets are half-open and count code points of `text`.

A key may be added, never renamed or dropped, within one schema.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from reader import wording

if TYPE_CHECKING:
    from reader.analysis.model import Analysis, Entity, Event, Mention, TimeExpression
    from reader.document.model import Block, Document
    from reader.reading import Reading
    from reader.text.span import Span

SCHEMA = 1

_LINE_ENDS = {ord(char): f"\\u{ord(char):04x}" for char in "\x85\u2028\u2029"}


def dumps(reading: Reading, lang: str, *, indent: int | None = None) -> str:
    """One document as JSON, without a final line end; on one line unless `indent` is given. What is said in words
    (`basis` of events, `notices`) is said in `lang`.

    What some programs take for a line end, though JSON does not, is escaped: a line stays a line.
    """
    written = json.dumps(as_dict(reading.document, reading.analysis, lang), ensure_ascii=False, indent=indent)
    return written.translate(_LINE_ENDS)


def as_dict(document: Document, analysis: Analysis, lang: str) -> dict[str, Any]:
    """The document and its analysis as plain values."""
    text, source = document.text, document.source
    return {
        "schema": SCHEMA,
        "source": {
            "name": source.name,
            "kind": source.kind,
            "encoding": source.encoding,
            "sha256": source.sha256,
        },
        "title": document.metadata.title,
        "language": document.metadata.language,
        "document_date": analysis.document_date.isoformat() if analysis.document_date else None,
        "document_date_basis": analysis.document_date_basis,
        "notices": [wording.notice(notice, lang) for notice in analysis.notices],
        "text": text,
        "blocks": [_block(block) for block in document.blocks],
        "entities": [entity_dict(entity, text) for entity in analysis.entities],
        "times": [_time(time, text) for time in analysis.times],
        "events": [event_dict(event, text, lang) for event in analysis.events],
    }


def entity_dict(entity: Entity, text: str) -> dict[str, Any]:
    """An entity with all its mentions; `country`, `geonameid` and `maybe` (ids) only where there is one."""
    known = {"country": entity.country, "geonameid": entity.geonameid, "maybe": list(entity.maybe) or None}
    return {
        "id": entity.id,
        "type": entity.type,
        "name": entity.name,
        "aliases": list(entity.aliases),
        "titles": list(entity.titles),
        **{key: value for key, value in known.items() if value is not None},
        "mentions": [_mention(mention, text) for mention in entity.mentions],
    }


def event_dict(event: Event, text: str, lang: str) -> dict[str, Any]:
    """An event; `summary` is its clause, verbatim."""
    return {
        "id": event.id,
        **_place(event.clause),
        "trigger": {**_place(event.trigger), "text": event.trigger.of(text)},
        "kind": event.kind,
        "from": event.earliest,
        "to": event.latest,
        "date": event.date,
        "relative": event.relative,
        "certainty": event.certainty,
        "basis": wording.basis(event.basis, lang),
        "status": event.status,
        "time": event.time,
        "participants": list(event.participants),
        "places": list(event.places),
        "summary": event.clause.of(text),
    }


def _place(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def _block(block: Block) -> dict[str, Any]:
    return {"kind": block.kind, "level": block.level, **_place(block.span)}


def _mention(mention: Mention, text: str) -> dict[str, Any]:
    return {
        **_place(mention.span),
        "text": mention.span.of(text),
        "level": mention.level,
        "title": mention.title,
        "score": round(mention.score, 4),
        "basis": mention.basis,
    }


def _time(time: TimeExpression, text: str) -> dict[str, Any]:
    return {
        **_place(time.span),
        "text": time.span.of(text),
        "type": time.type,
        "value": time.value,
        "mod": time.mod,
        "from": time.earliest,
        "to": time.latest,
        "relative": time.relative,
        "hijri": time.hijri,
        "basis": time.basis,
    }
