"""A reading as JSON, schema 1: offsets are half-open and count code points of `text`.

A key may be added, never renamed or dropped, within one schema.
"""

from __future__ import annotations

import json
from itertools import islice
from typing import TYPE_CHECKING, Any

from reader import wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.analysis.model import Entity, Event, Mention, TimeExpression
    from reader.document.model import Block
    from reader.reading import Reading
    from reader.text.span import Span

SCHEMA = 1

_SIGNS = "\x85\u2028\u2029"
_LINE_ENDS = {ord(char): f"\\u{ord(char):04x}" for char in _SIGNS}
_PIECES = 10_000
"""Strings, brackets and the like that make up a part."""


def dumps(reading: Reading, lang: str) -> str:
    """One document as JSON, on one line without its end. What is said in words (`basis` of events, `notices`) is said
    in `lang`.

    What some programs take for a line end, though JSON does not, is escaped: a line stays a line.
    """
    return _escaped(json.dumps(_Writer(reading, lang).document(), ensure_ascii=False))


def parts(reading: Reading, lang: str) -> Iterator[str]:
    """The same, indented, a part at a time: the whole of a book, put together, takes tens of megabytes."""
    pieces = json.JSONEncoder(ensure_ascii=False, indent=2).iterencode(_Writer(reading, lang).document())
    while part := "".join(islice(pieces, _PIECES)):
        yield _escaped(part)


def _escaped(written: str) -> str:
    return written.translate(_LINE_ENDS) if any(map(written.__contains__, _SIGNS)) else written


class _Writer:
    """Writes a reading as plain values: names are readable, all that is quoted and counted is as it was written."""

    def __init__(self, reading: Reading, lang: str) -> None:
        self._reading = reading
        self._lang = lang
        self._text = reading.original.text

    def document(self) -> dict[str, Any]:
        """The document and its analysis."""
        analysis, source = self._reading.analysis, self._reading.original.source
        return {
            "schema": SCHEMA,
            "source": {
                "name": source.name,
                "kind": source.kind,
                "encoding": source.encoding,
                "sha256": source.sha256,
            },
            "title": self._reading.document.metadata.title,
            "language": self._reading.document.metadata.language,
            "document_date": analysis.document_date.isoformat() if analysis.document_date else None,
            "document_date_basis": analysis.document_date_basis,
            "notices": list(wording.told(self._reading, self._lang)),
            "text": self._text,
            "blocks": [self._block(block) for block in self._reading.document.blocks],
            "entities": [self._entity(entity) for entity in analysis.entities],
            "times": [self._time(time) for time in analysis.times],
            "events": [self._event(event) for event in analysis.events],
        }

    def _entity(self, entity: Entity) -> dict[str, Any]:
        """An entity with all its mentions; `country`, `geonameid` and `maybe` (ids) only where there is one."""
        known = {"country": entity.country, "geonameid": entity.geonameid, "maybe": list(entity.maybe) or None}
        return {
            "id": entity.id,
            "type": entity.type,
            "name": entity.name,
            "aliases": list(entity.aliases),
            "titles": list(entity.titles),
            **{key: value for key, value in known.items() if value is not None},
            "mentions": [self._mention(mention) for mention in entity.mentions],
        }

    def _event(self, event: Event) -> dict[str, Any]:
        """An event; `summary` is its clause, verbatim."""
        clause = self._quoted(event.clause)
        return {
            "id": event.id,
            "start": clause["start"],
            "end": clause["end"],
            "trigger": self._quoted(event.trigger),
            "kind": event.kind,
            "from": event.earliest,
            "to": event.latest,
            "date": event.date,
            "relative": event.relative,
            "certainty": event.certainty,
            "basis": wording.basis(event.basis, self._lang),
            "status": event.status,
            "time": event.time,
            "participants": list(event.participants),
            "places": list(event.places),
            "summary": clause["text"],
            "headline": event.headline,
            "headline_short": event.headline_short,
        }

    def _mention(self, mention: Mention) -> dict[str, Any]:
        return {
            **self._quoted(mention.span),
            "level": mention.level,
            "title": mention.title,
            "score": round(mention.score, 4),
            "basis": mention.basis,
        }

    def _time(self, time: TimeExpression) -> dict[str, Any]:
        return {
            **self._quoted(time.span),
            "type": time.type,
            "value": time.value,
            "mod": time.mod,
            "from": time.earliest,
            "to": time.latest,
            "relative": time.relative,
            "hijri": time.hijri,
            "basis": time.basis,
        }

    def _block(self, block: Block) -> dict[str, Any]:
        span = self._reading.written(block.span)
        return {"kind": block.kind, "level": block.level, "start": span.start, "end": span.end}

    def _quoted(self, span: Span) -> dict[str, Any]:
        written = self._reading.written(span)
        return {"start": written.start, "end": written.end, "text": written.of(self._text)}
