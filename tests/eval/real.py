"""The labelled real passages as the scores take them: articles of names, and gold of events.

Their texts lie beside the repository (`../shared/real/texts`); without them there is nothing here.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Final

from gold import Event, Gold, by_date, interval
from score_entities import Article, Clusters

from reader.text.span import Span
from reader.training.passages import passages
from reader.training.samples import INLINE

if TYPE_CHECKING:
    from reader.training.passages import Passage

TEXTS: Final = Path(__file__).resolve().parents[3] / "shared" / "real" / "texts"
NEUTRAL: Final = frozenset({"habit"})
"""Reasons for which something that is no event may be listed."""


def labelled(part: str) -> list[Passage]:
    """The passages of a part; none where their texts are not there."""
    return list(passages(TEXTS, part)) if TEXTS.is_dir() else []


def article(passage: Passage) -> Article:
    """Its names. An entity whose mentions are of two types has that of its first."""
    clusters: Clusters = defaultdict(set)
    types: dict[str, str] = {}
    for start, end, type_, entity in passage.row["names"]:
        key = f"{entity} {type_[:3]}"
        types[key] = INLINE[type_[:3]]
        clusters[key].add(Span(start, end))
    return Article(passage.id, passage.text, types, clusters)


def gold(passage: Passage) -> Gold | None:
    """Its events, None where they were not labelled; no times, which were not either."""
    row = passage.row
    if "events" not in row:
        return None
    longest: dict[str, str] = {}
    for start, end, _, entity in row["names"]:
        longest[entity] = max(longest.get(entity, ""), passage.text[start:end], key=len)
    events = tuple(
        Event(
            event["id"],
            tuple(Span(*span) for span in event["triggers"]),
            tuple(map(interval, event["date"].split(" or "))),
            event["status"],
            event["tier"],
            tuple(longest[id_] for id_ in event["who"]),
            tuple(longest[id_] for id_ in event["where"]),
        )
        for event in row["events"]
    )
    told = row["document_date"]
    return Gold(
        name=row["id"],
        genre=row["genre"],
        document_date=datetime.date.fromisoformat(told) if told else None,
        text=passage.text,
        times=(),
        events=events,
        neutral=tuple(Span(start, end) for start, end, reason in row["none"] if reason in NEUTRAL),
        traps=tuple(Span(start, end) for start, end, reason in row["none"] if reason not in NEUTRAL),
        before=by_date(events),
    )
