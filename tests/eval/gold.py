"""The project's own gold for times and events: reads tests/data/events, whose README says what its marks mean."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from reader.text.span import Span

FOLDER = Path(__file__).resolve().parents[1] / "data" / "events"
STATUSES = {"past", "planned", "ongoing", "background"}
TIERS = {"core", "secondary"}
TIMEX_TYPES = {"DATE", "TIME", "DURATION", "SET"}
MONTHS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "Q1": (1, 3), "Q2": (4, 6), "Q3": (7, 9), "Q4": (10, 12),
          "H1": (1, 6), "H2": (7, 12)}  # fmt: skip
_MARK = re.compile(r"\[([^\[\]|]+)\|([^\[\]|]+)\]")
_DATE = re.compile(r"(-?\d{4})(?:-(\d\d)(?:-(\d\d))?|-W(\d\d)|-(SP|SU|FA|Q[1-4]|H[12]))?")

Day = tuple[int, int, int]
"""Year (astronomical), month, day: compared as they stand."""


class GoldError(ValueError):
    """A gold file says something that its own text or the format does not bear."""


class Interval(NamedTuple):
    """The first and the last day of a date as precise as it is known."""

    first: Day
    last: Day

    def overlaps(self, other: Interval) -> bool:
        return self.first <= other.last and other.first <= self.last


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression; any of `values` is right."""

    span: Span
    type: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """One happening, however often the text says it: `triggers[0]` is the head, the others say it again.

    Any of `dates` is right; None is «undated».
    """

    id: str
    triggers: tuple[Span, ...]
    dates: tuple[Interval | None, ...]
    status: str
    tier: str
    participants: tuple[str, ...]
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gold:
    """One passage. `neutral` may be listed or left out; `traps` are no events; `before` are pairs of event ids."""

    name: str
    genre: str
    document_date: datetime.date | None
    text: str
    times: tuple[Time, ...]
    events: tuple[Event, ...]
    neutral: tuple[Span, ...]
    traps: tuple[Span, ...]
    before: frozenset[tuple[str, str]]

    @property
    def unseen(self) -> bool:
        """Whether it belongs to the half that no writer of rules looks at: the odd numbers."""
        return int(self.name[:2]) % 2 == 1


def load_all(folder: Path = FOLDER) -> list[Gold]:
    """Every passage, by number. Raises GoldError where a file contradicts itself."""
    return [load(path) for path in sorted(folder.glob("[0-9][0-9]-*.txt"))]


def load(path: Path) -> Gold:
    """One passage. Raises GoldError with the file's name where it contradicts itself."""
    try:
        return parse(path.read_text("utf-8"), path.stem)
    except (GoldError, ValueError) as error:
        raise GoldError(f"{path.name}: {error}") from error


def parse(source: str, name: str = "00") -> Gold:
    """A passage from its written form: head, marked text and table, parted by lines of `---`."""
    parts = [part.strip("\n") for part in re.split(r"^---$", source, flags=re.M)]
    if len(parts) != 3:
        raise GoldError("expected a head, a text and a table")
    head = dict(line.split(": ", 1) for line in parts[0].splitlines())
    if unknown := head.keys() - {"genre", "document_date", "dateline"}:
        raise GoldError(f"unknown in the head: {sorted(unknown)}")
    text, marks = _unmark(parts[1])
    rows = [line for line in parts[2].splitlines() if not line.startswith("order:")]
    events = tuple(_event(row, marks, text) for row in rows)
    known = [event.id for event in events]
    _check_labels(marks, known)
    given = head.get("document_date")
    return Gold(
        name=name,
        genre=head["genre"],
        document_date=datetime.date.fromisoformat(given) if given else None,
        text=text,
        times=tuple(_time(span, label) for span, label in marks if label.split()[0] in TIMEX_TYPES),
        events=events,
        neutral=tuple(span for span, label in marks if label in {"say", "ok"}),
        traps=tuple(span for span, label in marks if label == "no"),
        before=by_date(events) | _stated(parts[2], set(known)),
    )


def _unmark(marked: str) -> tuple[str, list[tuple[Span, str]]]:
    text, marks, end = "", [], 0
    for match in _MARK.finditer(marked):
        text += marked[end : match.start()]
        marks.append((Span(len(text), len(text) + len(match[1])), match[2]))
        text += match[1]
        end = match.end()
    text += marked[end:]
    if stray := re.search(r".{0,20}[\[\]|].{0,20}", text):
        raise GoldError(f"a mark is broken near «{stray[0]}»")
    return text, marks


def _time(span: Span, label: str) -> Time:
    kind, values = label.split(" ", 1)
    return Time(span, kind, tuple(re.sub(r" mod=\w+", "", values).split(" or ")))


def _event(row: str, marks: list[tuple[Span, str]], text: str) -> Event:
    cells = [cell.strip() for cell in row.split("|")]
    if not 4 <= len(cells) <= 6:
        raise GoldError(f"a row of {len(cells)} columns: {row}")
    id_, dates, status, tier, who, where = cells + [""] * (6 - len(cells))
    triggers = tuple(span for span, label in marks if label == id_)
    participants, places = _names(who), _names(where)
    if not triggers or status not in STATUSES or tier not in TIERS:
        raise GoldError(f"no trigger, or an unknown status or tier: {row}")
    for missing in (name for name in participants + places if name not in text):
        raise GoldError(f"{id_}: «{missing}» does not occur")
    return Event(id_, triggers, tuple(map(interval, dates.split(" or "))), status, tier, participants, places)


def _names(cell: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in cell.split("،") if name.strip())


def _check_labels(marks: list[tuple[Span, str]], known: list[str]) -> None:
    if len(set(known)) != len(known):
        raise GoldError("an event is listed twice")
    for _, label in marks:
        if label not in {"say", "ok", "no", *known} and label.split()[0] not in TIMEX_TYPES:
            raise GoldError(f"the mark «{label}» is in no table")


def interval(date: str) -> Interval | None:
    """`2023-07`, `2019-SU`, `2023-W37`, `-0331`, `1980/1989` as days; None for `undated`."""
    if date == "undated":
        return None
    ends = [_days(part) for part in date.split("/")]
    whole = Interval(ends[0].first, ends[-1].last)
    if whole.first > whole.last:
        raise GoldError(f"«{date}» ends before it begins")
    return whole


def _days(date: str) -> Interval:
    match = _DATE.fullmatch(date)
    if match is None:
        raise GoldError(f"«{date}» is no date")
    year, month, day, week, part = int(match[1]), match[2], match[3], match[4], match[5]
    if week:
        first, last = (datetime.date.fromisocalendar(year, int(week), weekday) for weekday in (1, 7))
        return Interval((first.year, first.month, first.day), (last.year, last.month, last.day))
    if day:
        return Interval((year, int(month), int(day)), (year, int(month), int(day)))
    start, end = MONTHS[part] if part else (int(month), int(month)) if month else (1, 12)
    return Interval((year, start, 1), (year, end, last_day(year, end)))


def last_day(year: int, month: int) -> int:
    """The length of a month: Julian before 1582, Gregorian after."""
    if month == 2:
        leap = year % 4 == 0 and (year < 1582 or year % 100 != 0 or year % 400 == 0)
        return 29 if leap else 28
    return 30 if month in {4, 6, 9, 11} else 31


def by_date(events: tuple[Event, ...]) -> frozenset[tuple[str, str]]:
    """Pairs that the dates put in order, whichever of their accepted readings is taken."""
    return frozenset(
        (one.id, other.id)
        for one in events
        for other in events
        if all(a and b and a.last < b.first for a in one.dates for b in other.dates)
    )


def _stated(table: str, known: set[str]) -> frozenset[tuple[str, str]]:
    """Pairs from lines «order: e1 < e2 < e3»: what the text says, where the dates do not."""
    pairs: set[tuple[str, str]] = set()
    for line in re.findall(r"^order: (.+)$", table, flags=re.M):
        chain = line.split(" < ")
        if not known.issuperset(chain):
            raise GoldError(f"an unknown event in «{line}»")
        pairs.update(combinations(chain, 2))
    return frozenset(pairs)
