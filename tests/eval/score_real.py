"""Scores names, panels and events on the real passages: `python tests/eval/score_real.py PART [--genres] [--fails]`.

PART is `dev` (rules and thresholds are chosen there), `train`, or `test`, whose failures are never shown and whose
every opening is written into the model card. `agreement` compares the second reader's labels with the first's.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from typing import TYPE_CHECKING

import score_entities
import score_events
from counts import HEAD, Count
from real import article, gold, labelled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reader.training.passages import Passage


def names(texts: Sequence[Passage]) -> Iterator[str]:
    """Mentions and rows by type, and all rows together."""
    counts = score_entities.evaluate(map(article, texts))
    rows = Count()
    for name, count in counts.items():
        if name.startswith("panel") and "other" not in name:
            rows.add(count.right, count.found, count.gold)
    yield from score_entities.report(counts)
    yield f"{'panel, five types':22} {rows}"


def events(texts: Iterable[Passage], *, fails: bool) -> Iterator[str]:
    """Triggers, dates, status, order, who and where."""
    score = score_events.Score()
    for passage in filter(None, map(gold, texts)):
        score.add(passage, score_events.analyse(passage))
    yield from (line for line in score.lines() if not line.startswith("time"))
    if fails:
        yield from score.fails


def agreement() -> Iterator[str]:
    """F of the second reader's names (by type, exact) and triggers (any overlap) against the first's."""
    first = {passage.id: passage for part in ("train", "dev", "test") for passage in labelled(part)}
    counts: dict[str, Count] = defaultdict(Count)
    for other in labelled("twice"):
        one = first[other.id]
        for type_ in {name[2][:3] for row in (one.row, other.row) for name in row["names"]}:
            a, b = ({tuple(n[:2]) for n in row["names"] if n[2][:3] == type_} for row in (one.row, other.row))
            counts[type_].add(len(a & b), len(b), len(a))
        core = [[event for event in row["events"] if event["tier"] == "core"] for row in (one.row, other.row)]
        everything = [[span for event in row["events"] for span in event["triggers"]] for row in (one.row, other.row)]
        found = sum(_meets(event, everything[0]) for event in core[1])
        missed = sum(_meets(event, everything[1]) for event in core[0])
        counts["core triggers, found by the first"].add(found, len(core[1]), len(core[1]))
        counts["core triggers, found by the second"].add(missed, len(core[0]), len(core[0]))
        pairs = [
            (a, b)
            for a in core[0]
            for b in core[1]
            if any(x[0] < y[1] and y[0] < x[1] for x in a["triggers"] for y in b["triggers"])
        ]
        counts["date of both"].add(sum(_same_date(a, b) for a, b in pairs), len(pairs), len(pairs))
    yield f"{'':34} {HEAD}"
    yield from (f"{name:34} {count}" for name, count in counts.items())


def _meets(event: dict[str, list[list[int]]], spans: Iterable[list[int]]) -> bool:
    return any(a[0] < b[1] and b[0] < a[1] for a in event["triggers"] for b in spans)


def _same_date(one: dict[str, str], other: dict[str, str]) -> bool:
    return bool({*one["date"].split(" or ")} & {*other["date"].split(" or ")})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("part", choices=("train", "dev", "test", "agreement"))
    parser.add_argument("--genres", action="store_true", help="each genre by itself, too")
    parser.add_argument("--fails", action="store_true", help="what went wrong (never of the test part)")
    options = parser.parse_args()
    if options.part == "agreement":
        sys.stdout.write("\n".join(agreement()) + "\n")
        return
    texts = labelled(options.part)
    if not texts:
        sys.exit("the texts of the real passages do not lie beside the repository")
    fails = options.fails and options.part != "test"
    groups = {"all": texts}
    if options.genres:
        for passage in texts:
            groups.setdefault(passage.row["genre"], []).append(passage)
    for genre, some in groups.items():
        sys.stdout.write(f"\n{options.part}, {genre}: {len(some)} passages\n")
        sys.stdout.write("\n".join([*names(some), *events(some, fails=fails and genre == "all")]) + "\n")
    if fails:
        for passage in texts:
            sys.stdout.write(f"\n== {passage.id}\n" + "\n".join(score_entities.errors(article(passage))) + "\n")


if __name__ == "__main__":
    main()
