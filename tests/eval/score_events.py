"""Score times and events against tests/data/events: `python tests/eval/score_events.py [--seen|--unseen] [--fails]`.

Times are matched by overlap. A trigger is right where it overlaps a trigger of a core event; a second entry for one
event, and an entry for none, is wrong; secondary, habitual and reporting ones are neutral. A date scores 1 where
its interval is an accepted one, ½ where it overlaps one, 0 otherwise; «undated» is right only where it is accepted.
Of the core events that were found: the status, who takes part and where. The gold leaves dropped subjects out, so
where it names nobody, whoever is found is neither right nor wrong. It marks no clauses: one is the better, the more
of the event's own words (triggers, who and where, as far as they stand in the sentence) and the fewer words that tell
of something else (other events, who says so, habits, traps) lie in it.
The failures of the unseen half are never shown.
"""

from __future__ import annotations

import argparse
import io
import re
import sys
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final

from counts import HEAD, Count
from gold import Gold, Interval, load_all

from reader.reading import Reading
from reader.text.segment import sentences
from reader.text.span import Span

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Iterator, Sequence

    import gold

    from reader.analysis.model import Analysis, Event

_DAY = re.compile(r"(-?\d{4,})-(\d\d)-(\d\d)")
STATUSES: Final = ("planned", "ongoing", "background")
FIELDS: Final = ("who", "where")


class Score:
    """Counts over any number of passages, and what went wrong in them."""

    def __init__(self) -> None:
        self.counts: dict[str, Count] = defaultdict(Count)
        self.extra: Counter[str] = Counter()
        self.fails: list[str] = []

    def add(self, passage: Gold, analysis: Analysis) -> None:
        self._times(passage, analysis)
        matched = self._triggers(passage, analysis)
        for wanted in passage.events:
            self._event(passage, analysis, wanted, matched[wanted.id][1] if wanted.id in matched else None)
        right = sum(
            matched[one][0] < matched[other][0] for one, other in passage.before if {one, other} <= matched.keys()
        )
        covered = sum({one, other} <= matched.keys() for one, other in passage.before)
        self.counts["order"].add(right, covered, len(passage.before))

    def _times(self, passage: Gold, analysis: Analysis) -> None:
        left = list(analysis.times)
        found = right = 0
        for time in passage.times:
            overlapping = [candidate for candidate in left if candidate.span.overlaps(time.span)]
            # A date in two calendars may be one expression or two of equal value.
            equal = [candidate for candidate in overlapping if candidate.value in time.values]
            left = [candidate for candidate in left if candidate not in (equal or overlapping[:1])]
            found, right = found + bool(overlapping), right + bool(equal)
            if not equal:
                said = overlapping[0].value if overlapping else "missed"
                self.fails.append(f"{passage.name}: time «{time.span.of(passage.text)}» {time.values} is {said}")
        self.counts["time"].add(found, found + len(left), len(passage.times))
        self.counts["time value"].add(right, found + len(left), len(passage.times))
        self.fails += [f"{passage.name}: time «{time.span.of(passage.text)}» is none" for time in left]

    def _triggers(self, passage: Gold, analysis: Analysis) -> dict[str, tuple[int, Event]]:
        """The first entry for each event of the gold, and its place in the list."""
        matched: dict[str, tuple[int, Event]] = {}
        for place, event in enumerate(analysis.events):
            shown = f"{passage.name}: event «{event.trigger.of(passage.text)}»"
            id_ = _overlapped(event.trigger, passage)
            if id_ is not None and id_ not in matched:
                matched[id_] = place, event
            elif id_ is not None:
                self._surplus("double", passage, analysis, event)
                self.fails.append(f"{shown} is {id_} again")
            elif not any(event.trigger.overlaps(span) for span in passage.neutral):
                trap = any(event.trigger.overlaps(span) for span in passage.traps)
                self._surplus("trap" if trap else "none", passage, analysis, event)
                self.fails.append(f"{shown} is {'a trap' if trap else 'none'}")
        return matched

    def _surplus(self, why: str, passage: Gold, analysis: Analysis, event: Event) -> None:
        self.extra[why] += 1
        for name in ("trigger", "trigger and date"):
            self.counts[name].add(0, 1, 0)
        for field, ids in _said(event).items():
            self.counts[f"{field} of all"].add(0, len(ids), 0)

    def _event(self, passage: Gold, analysis: Analysis, wanted: gold.Event, found: Event | None) -> None:
        if wanted.tier != "core":
            self.extra["secondary"] += found is not None
            return
        shown = f"{passage.name}: {wanted.id} «{wanted.triggers[0].of(passage.text)}»"
        date = date_score(wanted.dates, _found_interval(found)) if found else 0.0
        self.counts["trigger"].add(found is not None, found is not None, 1)
        self.counts["trigger and date"].add(date, found is not None, 1)
        if found is None:
            for field, names in _wanted(wanted).items():
                self.counts[f"{field} of all"].add(0, 0, len(names))
            self.fails.append(f"{shown} missed")
            return
        self.counts["date"].add(date, 1, 1)
        if date < 1:
            self.fails.append(f"{shown} dated {found.date} ({found.earliest}/{found.latest}): {date}")
        self._status(shown, wanted.status, found.status.value)
        self._arguments(shown, passage, analysis, wanted, found)
        self._clause(shown, passage, wanted, found)

    def _status(self, shown: str, wanted: str, found: str) -> None:
        self.counts["status"].add(found == wanted, 1, 1)
        for status in STATUSES:
            self.counts[status].add(found == wanted == status, found == status, wanted == status)
        if found != wanted:
            self.fails.append(f"{shown} is {found}, not {wanted}")

    def _arguments(self, shown: str, passage: Gold, analysis: Analysis, wanted: gold.Event, found: Event) -> None:
        mentions = {entity.id: [mention.span for mention in entity.mentions] for entity in analysis.entities}
        names = {entity.id: entity.name for entity in analysis.entities}
        said = _said(found)
        for field, gold_names in _wanted(wanted).items():
            if field == "who" and not gold_names:
                continue
            places = [_places(passage.text, name) for name in gold_names]
            right = _matched(places, [mentions[id_] for id_ in said[field]])
            for measure in (field, f"{field} of all"):
                self.counts[measure].add(right, len(said[field]), len(gold_names))
            if right < max(len(said[field]), len(gold_names)):
                self.fails.append(f"{shown} {field} is {[names[id_] for id_ in said[field]]}, not {list(gold_names)}")

    def _clause(self, shown: str, passage: Gold, wanted: gold.Event, found: Event) -> None:
        own, strange = _words(passage, wanted, found)
        inside = sum(found.clause.covers(span) for span in own)
        stray = sum(found.clause.covers(span) for span in strange)
        self.counts["clause"].add(inside, inside + stray, len(own))
        if stray or inside < len(own):
            self.fails.append(f"{shown} clause «{found.clause.of(passage.text)}»")

    @property
    def figures(self) -> dict[str, float]:
        """F in per cent, of `order` and `date` the share that is right: what the floors are under."""
        shares = {name: self.counts[name].precision for name in ("date", "status", "order")}
        return {name: count.f for name, count in self.counts.items() if count.gold} | shares

    def lines(self) -> Iterator[str]:
        """The figures, one a line."""
        yield f"{'':17} {HEAD}"
        yield from (f"{name:17} {count}" for name, count in self.counts.items())
        yield "listed beside: " + ", ".join(f"{why} {number}" for why, number in sorted(self.extra.items()))


def half(*, unseen: bool) -> list[Gold]:
    """The passages of the odd (unseen) or the even numbers."""
    return [passage for passage in load_all() if passage.unseen is unseen]


def scored(passages: Iterable[Gold]) -> Score:
    score = Score()
    for passage in passages:
        score.add(passage, analyse(passage))
    return score


def date_score(accepted: Sequence[Interval | None], found: Interval | None) -> float:
    """1 for an accepted interval, ½ for one that overlaps an accepted one, 0 otherwise."""
    if found in accepted:
        return 1.0
    return 0.5 if found and any(interval and interval.overlaps(found) for interval in accepted) else 0.0


def analyse(passage: Gold) -> Analysis:
    """What the program says about a passage, given no more than its bytes and its document date."""
    return analyse_text(passage.text, passage.document_date)


def analyse_text(text: str, document_date: datetime.date | None) -> Analysis:
    return Reading.open("-", stdin=io.BytesIO(text.encode()), document_date=document_date).analyse()


def _said(event: Event) -> dict[str, tuple[str, ...]]:
    return dict(zip(FIELDS, (event.participants, event.places), strict=True))


def _wanted(event: gold.Event) -> dict[str, tuple[str, ...]]:
    return dict(zip(FIELDS, (event.participants, event.places), strict=True))


def _places(text: str, name: str) -> list[Span]:
    """Everywhere that a name stands."""
    return [Span(*match.span()) for match in re.finditer(re.escape(name), text)]


def _matched(wanted: Iterable[Sequence[Span]], found: Iterable[Sequence[Span]]) -> int:
    """How many of the wanted names are, each where it stands, mentions of a found entity of their own."""
    left, right = list(found), 0
    for places in wanted:
        hit = next((spans for spans in left if any(one.overlaps(other) for one in spans for other in places)), None)
        if hit is not None:
            left.remove(hit)
            right += 1
    return right


def _words(passage: Gold, wanted: gold.Event, found: Event) -> tuple[list[Span], list[Span]]:
    """Of the sentence in which an event was found: its own words, and those that tell of something else."""
    sentence = next(span for span in sentences(passage.text) if span.overlaps(found.trigger))
    named = [_places(passage.text, name) for name in wanted.participants + wanted.places]
    near = [[span for span in spans if sentence.covers(span)] for spans in named]
    nearest = [min(spans, key=lambda span: abs(span.start - found.trigger.start)) for spans in near if spans]
    own = [span for span in wanted.triggers if sentence.covers(span)]
    others = [span for event in passage.events if event.id != wanted.id for span in event.triggers]
    strange = (*others, *passage.neutral, *passage.traps)
    return own + nearest, [span for span in strange if sentence.covers(span)]


def _overlapped(trigger: Span, passage: Gold) -> str | None:
    """The event whose trigger is overlapped most."""
    overlaps = [
        (min(span.end, trigger.end) - max(span.start, trigger.start), event.id)
        for event in passage.events
        for span in event.triggers
        if span.overlaps(trigger)
    ]
    return max(overlaps)[1] if overlaps else None


def _found_interval(event: Event) -> Interval | None:
    return interval_of(event.earliest, event.latest)


def interval_of(earliest: str | None, latest: str | None) -> Interval | None:
    """Two ISO days as an interval, None where one lacks."""
    if earliest is None or latest is None:
        return None
    first, last = (
        (int(match[1]), int(match[2]), int(match[3])) if (match := _DAY.fullmatch(day)) else (0, 0, 0)
        for day in (earliest, latest)
    )
    return Interval(first, last)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    chosen = parser.add_mutually_exclusive_group()
    chosen.add_argument("--seen", action="store_true", help="the half that rules may be made from")
    chosen.add_argument("--unseen", action="store_true", help="the half that nobody looks at: figures only")
    parser.add_argument("--fails", action="store_true", help="what went wrong, of the seen half")
    options = parser.parse_args()
    if options.fails and options.unseen:
        parser.error("the failures of the unseen half are not to be seen")
    for name, unseen, left_out in (("seen", False, options.unseen), ("unseen", True, options.seen)):
        if not left_out:
            passages = half(unseen=unseen)
            score = scored(passages)
            fails = score.fails if options.fails and not unseen else []
            sys.stdout.write("\n".join([f"{name}: {len(passages)} passages", *score.lines(), *fails]) + "\n\n")


if __name__ == "__main__":
    main()
