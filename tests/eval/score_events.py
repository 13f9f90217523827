"""Score times and events against tests/data/events: `python tests/eval/score_events.py [--seen|--unseen] [--fails]`.

Times are matched by overlap. A trigger is right where it overlaps a trigger of a core event; a second entry for one
event, and an entry for none, is wrong; secondary, habitual and reporting ones are neutral. A date scores 1 where
its interval is an accepted one, ½ where it overlaps one, 0 otherwise; «undated» is right only where it is accepted.
The failures of the unseen half are never shown.
"""

from __future__ import annotations

import argparse
import io
import re
import sys
from collections import Counter
from typing import TYPE_CHECKING

from gold import Gold, Interval, load_all

from reader.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import gold

    from reader.analysis.model import Analysis, Event
    from reader.text.span import Span

_DAY = re.compile(r"(-?\d{4,})-(\d\d)-(\d\d)")


class Score:
    """Counts over any number of passages, and what went wrong in them."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.dates = 0.0
        self.fails: list[str] = []

    def add(self, passage: Gold, analysis: Analysis) -> None:
        self._times(passage, analysis)
        self._order(passage, self._events(passage, analysis))

    def _times(self, passage: Gold, analysis: Analysis) -> None:
        left = list(analysis.times)
        for time in passage.times:
            found = [candidate for candidate in left if candidate.span.overlaps(time.span)]
            shown = f"{passage.name}: time «{time.span.of(passage.text)}» {time.values}"
            self.counts["time gold"] += 1
            if not found:
                self.fails.append(f"{shown} missed")
                continue
            # A date in two calendars may be one expression or two of equal value.
            right = [candidate for candidate in found if candidate.value in time.values]
            taken = right or found[:1]
            left = [candidate for candidate in left if candidate not in taken]
            self.counts["time found"] += 1
            self.counts["time value"] += bool(right)
            if not right:
                self.fails.append(f"{shown} is {found[0].value}")
        self.counts["time extra"] += len(left)
        self.fails += [f"{passage.name}: time «{time.span.of(passage.text)}» is none" for time in left]

    def _events(self, passage: Gold, analysis: Analysis) -> dict[str, tuple[int, Event]]:
        matched: dict[str, tuple[int, Event]] = {}
        for place, event in enumerate(analysis.events):
            shown = f"{passage.name}: event «{event.trigger.of(passage.text)}»"
            id_ = _overlapped(event.trigger, passage)
            if id_ is None:
                if not any(event.trigger.overlaps(span) for span in passage.neutral):
                    self.counts["extra"] += 1
                    trap = any(event.trigger.overlaps(span) for span in passage.traps)
                    self.counts["trap"] += trap
                    self.fails.append(f"{shown} is {'a trap' if trap else 'none'}")
            elif id_ in matched:
                self.counts["double"] += 1
                self.fails.append(f"{shown} is {id_} again")
            else:
                matched[id_] = place, event
        for wanted in passage.events:
            self._event(passage, wanted, matched[wanted.id][1] if wanted.id in matched else None)
        return matched

    def _event(self, passage: Gold, wanted: gold.Event, found: Event | None) -> None:
        core = wanted.tier == "core"
        self.counts["core"] += core
        shown = f"{passage.name}: {wanted.id} «{wanted.triggers[0].of(passage.text)}»"
        if found is None:
            if core:
                self.fails.append(f"{shown} missed")
            return
        self.counts["secondary found"] += not core
        planned = found.status.value == "planned"
        self.counts["planned false"] += planned and wanted.status != "planned"
        if wanted.status == "planned":
            self.counts["planned"] += 1
            self.counts["planned right"] += planned
        if planned != (wanted.status == "planned"):
            self.fails.append(f"{shown} is {found.status.value}, not {wanted.status}")
        if core:
            right = date_score(wanted.dates, _found_interval(found))
            self.counts["core found"] += 1
            self.dates += right
            if right < 1:
                self.fails.append(f"{shown} dated {found.date} ({found.earliest}/{found.latest}): {right}")

    def _order(self, passage: Gold, matched: dict[str, tuple[int, Event]]) -> None:
        self.counts["pairs gold"] += len(passage.before)
        for one, other in passage.before:
            if one in matched and other in matched:
                self.counts["pairs"] += 1
                self.counts["pairs right"] += matched[one][0] < matched[other][0]

    def lines(self) -> Iterator[str]:
        """The figures, one a line."""
        count = self.counts
        times = count["time found"] + count["time extra"]
        events = count["core found"] + count["extra"] + count["double"]
        yield f"times    {_f1(count['time found'], times, count['time gold'])}  of {count['time gold']}"
        yield f"  value  {_f1(count['time value'], times, count['time gold'])}  accuracy of those found: " + _share(
            count["time value"], count["time found"]
        )
        yield f"triggers {_f1(count['core found'], events, count['core'])}  of {count['core']} core"
        yield f"  +date  {_f1(self.dates, events, count['core'])}"
        yield f"  wrong: {count['extra']} ({count['trap']} traps), double: {count['double']}"
        yield f"dates    {_share(self.dates, count['core found'])} of core found"
        yield f"planned  {_share(count['planned right'], count['planned'])}, and {count['planned false']} wrongly so"
        yield f"order    {_share(count['pairs right'], count['pairs'])}, covering " + _share(
            count["pairs"], count["pairs gold"]
        )
        yield f"secondary listed: {count['secondary found']}"


def date_score(accepted: Sequence[Interval | None], found: Interval | None) -> float:
    """1 for an accepted interval, ½ for one that overlaps an accepted one, 0 otherwise."""
    if found in accepted:
        return 1.0
    return 0.5 if found and any(interval and interval.overlaps(found) for interval in accepted) else 0.0


def analyse(passage: Gold) -> Analysis:
    """What the program says about a passage, given no more than its bytes and its document date."""
    source = io.BytesIO(passage.text.encode())
    return Reading.open("-", stdin=source, document_date=passage.document_date).analyse()


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
    if event.earliest is None or event.latest is None:
        return None
    first, last = (
        (int(match[1]), int(match[2]), int(match[3])) if (match := _DAY.fullmatch(day)) else (0, 0, 0)
        for day in (event.earliest, event.latest)
    )
    return Interval(first, last)


def _f1(right: float, found: float, wanted: float) -> str:
    precision, recall = right / found if found else 0.0, right / wanted if wanted else 0.0
    both = 2 * right / (found + wanted) if found + wanted else 0.0
    return f"F1 {both:.3f}  P {precision:.3f}  R {recall:.3f}"


def _share(part: float, whole: float) -> str:
    return f"{part / whole:.3f} ({part:g}/{whole:g})" if whole else "none"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    half = parser.add_mutually_exclusive_group()
    half.add_argument("--seen", action="store_true", help="the half that rules may be made from")
    half.add_argument("--unseen", action="store_true", help="the half that nobody looks at: figures only")
    parser.add_argument("--fails", action="store_true", help="what went wrong, of the seen half")
    chosen = parser.parse_args()
    if chosen.fails and chosen.unseen:
        parser.error("the failures of the unseen half are not to be seen")
    passages = load_all()
    for name, unseen, left_out in (("seen", False, chosen.unseen), ("unseen", True, chosen.seen)):
        if left_out:
            continue
        score = Score()
        part = [passage for passage in passages if passage.unseen is unseen]
        for passage in part:
            score.add(passage, analyse(passage))
        shown = [f"{name}: {len(part)} passages", *score.lines()]
        if chosen.fails and not unseen:
            shown += score.fails
        sys.stdout.write("\n".join(shown) + "\n")


if __name__ == "__main__":
    main()
