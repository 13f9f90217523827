"""Analyses texts with QARI_DEBUG set, and says where a step raised or an analysis contradicts itself.

    python tests/eval/no_exception.py [FOLDER …]

By default the real passages beside the repository. Nothing is scored, and no text is shown: of each fault the name
of the file, what was raised, and the line of the program.
"""

from __future__ import annotations

import hashlib
import os
import sys
import traceback
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from reader.analysis.pipeline import analyse
from reader.analysis.steps import DEBUG
from reader.reading import Reading

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Sequence

    from reader.analysis.model import Analysis, Event
    from reader.document.model import Document
    from reader.text.span import Span

ROOT = Path(__file__).resolve().parents[2]
REAL = ROOT.parent / "shared" / "real" / "texts"
SHORT = 3_000
"""Bytes of a passage that the suite has time for."""


def sample(count: int) -> list[Path]:
    """So many short real passages, the same ones every time and chosen by nobody; none where there are none here."""
    short = (path for path in REAL.glob("*.txt") if path.stat().st_size < SHORT)
    return sorted(short, key=lambda path: hashlib.sha256(path.name.encode()).digest())[:count]


def faults(document: Document, date: datetime.date | None = None, view: Span | None = None) -> list[str]:
    """What is wrong in the analyses of the document as they grow, where `view` is in sight. Raises what a step
    raises, where DEBUG is set."""
    analyses = analyse(document, date, view=None if view is None else lambda: view)
    return [fault for analysis in analyses for fault in contradictions(document.text, analysis)]


def contradictions(text: str, analysis: Analysis) -> Iterator[str]:
    """What an analysis says that cannot be, in words without the text."""
    yield from _of_mentions(text, analysis)
    yield from _of_places("time", text, [time.span for time in analysis.times])
    yield from _of_events(text, analysis)
    ids = [entity.id for entity in analysis.entities]
    yield from _unless(ids == [f"e{number}" for number in range(1, len(ids) + 1)], "entities are numbered otherwise")
    for entity in analysis.entities:
        yield from _unless(set(entity.maybe) <= set(ids) - {entity.id}, f"{entity.id} may be one that is not there")


def _of_mentions(text: str, analysis: Analysis) -> Iterator[str]:
    for entity in analysis.entities:
        spans = [mention.span for mention in entity.mentions]
        yield from _unless(bool(spans), f"{entity.id} is named nowhere")
        yield from _unless(spans == sorted(spans), f"the mentions of {entity.id} are out of order")
        yield from _unless(
            all(m.type is entity.type for m in entity.mentions), f"{entity.id} has mentions of two types"
        )
        if not all(any(map(str.isalnum, span.of(text))) for span in spans):
            yield f"a mention of {entity.id} has neither letter nor digit"
    firsts = [entity.mentions[0].span for entity in analysis.entities if entity.mentions]
    yield from _unless(firsts == sorted(firsts), "entities are not by first mention")
    yield from _of_places("mention", text, sorted(m.span for entity in analysis.entities for m in entity.mentions))


def _of_places(what: str, text: str, spans: Sequence[Span]) -> Iterator[str]:
    yield from _unless(all(0 <= s.start < s.end <= len(text) for s in spans), f"a {what} lies outside the text")
    yield from _unless(
        all(a.end <= b.start for a, b in pairwise(spans)), f"two of a {what} overlap, or are out of order"
    )


def _of_events(text: str, analysis: Analysis) -> Iterator[str]:
    ids = {entity.id for entity in analysis.entities}
    numbers = [event.id for event in analysis.events]
    yield from _unless(numbers == [f"v{n}" for n in range(1, len(numbers) + 1)], "events are numbered otherwise")
    for event in analysis.events:
        inside = 0 <= event.clause.start < event.clause.end <= len(text)
        yield from _unless(inside and event.clause.covers(event.trigger), f"{event.id} is not told in its clause")
        yield from _unless(event.time is None or 0 <= event.time < len(analysis.times), f"{event.id} has no such time")
        yield from _unless({*event.participants, *event.places} <= ids, f"{event.id} has somebody who is not there")
        days = [_day(day) for day in (event.earliest, event.latest) if day is not None]
        yield from _unless(days == sorted(days), f"{event.id} ends before it begins")
    order = [_when(event) for event in analysis.events]
    yield from _unless(order == sorted(order), "events are not in chronological order")


def _when(event: Event) -> tuple[int, tuple[int, ...], int]:
    """The dated by their first day, then those so many days from an unknown one, then the undated in text order."""
    if event.earliest is not None:
        return 0, _day(event.earliest), 0
    if event.relative is not None:
        return 1, (event.relative,), 0
    return 2, (), event.trigger.start


def _day(iso: str) -> tuple[int, ...]:
    year, month, day = iso.rsplit("-", 2)
    return int(year), int(month), int(day)


def _unless(holds: bool, fault: str) -> Iterator[str]:
    if not holds:
        yield fault


def _tried(path: Path) -> list[str]:
    try:
        return faults(Reading.open(path).document)
    except Exception as error:
        where = traceback.extract_tb(error.__traceback__)[-1]
        return [f"{type(error).__name__} at {Path(where.filename).name}:{where.lineno} ({where.name})"]


def main() -> int:
    os.environ[DEBUG] = "1"
    paths = [path for folder in map(Path, sys.argv[1:] or [str(REAL)]) for path in sorted(folder.glob("*.txt"))]
    found = [(path, fault) for path in paths for fault in _tried(path)]
    for path, fault in found:
        sys.stdout.write(f"{path.stem}: {fault}\n")
    sys.stdout.write(f"{len(paths)} texts, {len(found)} faults\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
