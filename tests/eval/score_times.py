"""How well times are found in the sentences of tests/data/cases, each with the day on which it was written.

python tests/eval/score_times.py
"""

from __future__ import annotations

import datetime
import json
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from counts import HEAD, Count

from reader.analysis.time import find_times
from reader.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.analysis.model import TimeExpression

FILE: Final = Path(__file__).resolve().parents[1] / "data" / "cases" / "timex_cases.jsonl"


class Case(NamedTuple):
    """A text, its day, and its times with the values that are right."""

    text: str
    day: datetime.date
    times: tuple[tuple[Span, tuple[str, ...]], ...]


@cache
def cases() -> tuple[Case, ...]:
    lines = map(json.loads, FILE.read_text("utf-8").splitlines())
    return tuple(
        Case(
            line["text"],
            datetime.date.fromisoformat(line["dct"]),
            tuple((Span(time["start"], time["end"]), _values(time)) for time in line["timexes"]),
        )
        for line in lines
    )


def _values(time: dict[str, str]) -> tuple[str, ...]:
    return (time["value"], time["alt"]) if "alt" in time else (time["value"],)


def evaluate(texts: Sequence[Case]) -> dict[str, Count]:
    """Spans are right to the letter, values where the spans overlap; a time in a text without any is a trap."""
    counts = {"time": Count(), "time value": Count(), "without a time": Count()}
    for case in texts:
        found = find_times(case.text, case.day)
        spans = {time.span for time in found} & {span for span, _ in case.times}
        counts["time"].add(len(spans), len(found), len(case.times))
        values = sum(_has_value(found, span, right) for span, right in case.times)
        counts["time value"].add(values, len(found), len(case.times))
        if not case.times:
            counts["without a time"].add(not found, 1, 1)
    return counts


def _has_value(found: Sequence[TimeExpression], span: Span, right: Sequence[str]) -> bool:
    return any(time.value in right for time in found if time.span.overlaps(span))


def main() -> None:
    lines = [f"{name:15} {count}" for name, count in evaluate(cases()).items()]
    sys.stdout.write("\n".join([f"{'':15} {HEAD}", *lines]) + "\n")


if __name__ == "__main__":
    main()
