"""Open passages of which not only the happenings are marked, but when they were and who took part: the lines
`#e NUMBER WORD ; date=… ; who=NAME / … ; where=NAME / … ; same=NUMBER` below a passage."""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Final

from gold import Event, Gold, by_date, interval

from reader import training
from reader.training.opened import TOLD_LINE, open_passage, open_passages, told_names
from reader.training.samples import UNSAID

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from gold import Interval

    from reader.text.span import Span

OPEN: Final = Path(training.__file__).parent / "open"
GENRE: Final = "open"
_DATE: Final = re.compile(r"^# genre=.*; *date=(\d{4}-\d\d-\d\d)", re.M)
_NO_EVENT: Final = "0"
"""What a line says that takes a mark back."""


def told(*, unread: bool = False) -> list[Gold]:
    """The passages with such lines; `unread`: those that the recogniser was not trained on. Raises GoldError or
    ValueError where one does not fit its passage."""
    passages = (passage for path in sorted(OPEN.glob("*.txt")) for passage in open_passages(path))
    lined = ((number, passage) for number, passage in enumerate(passages) if TOLD_LINE.search(passage))
    return [_gold(number, passage) for number, passage in lined if not unread or open_passage(passage).held_out]


def _gold(number: int, passage: str) -> Gold:
    sample = open_passage(passage)
    happenings = sample.happenings or ()
    events = tuple(_events(passage, [label.span for label in happenings if label.type != UNSAID]))
    return Gold(
        name=f"open {number}",
        genre=GENRE,
        document_date=day(passage),
        text=sample.text,
        times=(),
        events=events,
        neutral=tuple(label.span for label in happenings if label.type == UNSAID),
        traps=(),
        before=by_date(events),
    )


def day(passage: str) -> datetime.date | None:
    """When it was written, if it says so."""
    given = _DATE.search(passage)
    return datetime.date.fromisoformat(given[1]) if given else None


def _events(passage: str, marked: Sequence[Span]) -> Iterator[Event]:
    """The happenings of the lines; what is told again is a trigger of the first that tells it."""
    lines = {match[1]: match for match in TOLD_LINE.finditer(passage)}
    again: dict[str, list[Span]] = defaultdict(list)
    for number, line in lines.items():
        again[_first(line, lines)].append(marked[int(number) - 1])
    for number, triggers in again.items():
        if number != _NO_EVENT:
            _, date, who, where, _ = lines[number].groups()
            yield Event(number, tuple(triggers), (_interval(date),), "past", "core", told_names(who), told_names(where))


def _first(line: re.Match[str], lines: Mapping[str, re.Match[str]]) -> str:
    """The number of the first that tells what the line tells."""
    while line[5] and line[5] in lines and int(line[5]) < int(line[1]):
        line = lines[line[5]]
    return line[5] if line[5] == _NO_EVENT else line[1]


def _interval(date: str) -> Interval | None:
    """Days only: of an hour its day."""
    return interval(re.sub(r"T[\d:]+", "", date)) if date else None
