"""The panels as rows: tab-separated with a header line, CSV (RFC 4180), or a JSON array of objects."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reader.analysis.model import Entity, EntityType
    from reader.reading import Reading

Row: TypeAlias = dict[str, Any]

_SPECIAL = re.compile('[",\r\n]')

ENTITY_COLUMNS = ("type", "id", "name", "count", "aliases", "first", "score")
EVENT_COLUMNS = (
    *("date", "from", "to", "certainty", "status", "kind", "who", "where", "start", "end", "clause"),
    "headline",
)


def entity_rows(reading: Reading, types: Iterable[EntityType]) -> Iterator[Row]:
    """One row an entity of these types, by first mention; `first` is the position of that mention."""
    wanted = set(types)
    for entity in reading.analysis.entities:
        if entity.type in wanted:
            yield {
                "type": str(entity.type),
                "id": entity.id,
                "name": entity.name,
                "count": len(entity.mentions),
                "aliases": list(entity.aliases),
                "first": reading.written(min(mention.span for mention in entity.mentions)).start,
                "score": round(max(mention.score for mention in entity.mentions), 4),
            }


def event_rows(reading: Reading) -> Iterator[Row]:
    """One row an event, in chronological order, undated ones last; `who` and `where` are names."""
    names = {entity.id: entity for entity in reading.analysis.entities}
    for event in reading.analysis.events:
        clause = reading.written(event.clause)
        yield {
            "date": event.date,
            "from": event.earliest,
            "to": event.latest,
            "certainty": str(event.certainty),
            "status": str(event.status),
            "kind": event.kind,
            "who": _names(event.participants, names),
            "where": _names(event.places, names),
            "start": clause.start,
            "end": clause.end,
            "clause": clause.of(reading.original.text),
            "headline": event.headline,
        }


def as_tsv(columns: Sequence[str], rows: Iterable[Row]) -> str:
    """Tab-separated lines under a header; a tab or line end inside a value becomes a space."""
    lines = ["\t".join(columns)]
    lines += ["\t".join(" ".join(_cell(row[column]).split()) for column in columns) for row in rows]
    return "\n".join(lines) + "\n"


def as_csv(columns: Sequence[str], rows: Iterable[Row]) -> str:
    """Comma-separated lines under a header, quoted where needed."""
    lines = [columns, *([_cell(row[column]) for column in columns] for row in rows)]
    return "".join(",".join(map(_quoted, line)) + "\n" for line in lines)


def _quoted(cell: str) -> str:
    """By hand: Python's csv leaves a lone carriage return bare before 3.13, and then fails to read it."""
    return '"' + cell.replace('"', '""') + '"' if _SPECIAL.search(cell) else cell


def as_json(rows: Iterable[Row]) -> str:
    """A JSON array of objects, one a row; lists stay lists."""
    return json.dumps(list(rows), ensure_ascii=False, indent=2) + "\n"


def _names(ids: Iterable[str], entities: dict[str, Entity]) -> list[str]:
    return [entities[id_].name for id_ in ids if id_ in entities]


def _cell(value: object) -> str:
    if value is None:
        return ""
    return " | ".join(value) if isinstance(value, list) else str(value)
