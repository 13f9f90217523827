"""Scores the rows of the timeline against tests/data/headlines: `python tests/eval/score_headlines.py [--fails]`.

Of the events of the gold that are found, in per cent: rows that are word for word an accepted one, that name the
doer, that have the object whole, that say nothing which no accepted row says, and that end where a phrase ends; `right`
is all four of the latter. The failures of the half for checking are never shown. README.md there says how the gold is
written.
"""

from __future__ import annotations

import argparse
import datetime
import hashlib
import json
import re
import sys
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

import answers
import gold
import real
import score_events
from counts import Count

from reader.text.span import Span
from reader.training import opened

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from reader.analysis.model import Analysis

ROOT: Final = Path(__file__).resolve().parents[2]
FOLDER: Final = ROOT / "tests" / "data" / "headlines"
HALVES: Final = ("build", "check")
WIDTHS: Final = ("long", "short")
PUT_IN, DOER, OBJECT = "put in", "doer", "object"
BRACKET: Final = re.compile(r"\[([^\]]*)\]")
_SIGNS: Final = " ،,.؛:!؟?«»“”\"'()…"


class Text(NamedTuple):
    """What a row of the gold points into."""

    text: str
    date: datetime.date | None


class Piece(NamedTuple):
    """Words of an accepted row, and what they are in it."""

    words: tuple[str, ...]
    role: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """An event, and its accepted rows by width."""

    text: str
    trigger: Span
    rows: Mapping[str, Sequence[Sequence[Piece]]]


class Verdict(NamedTuple):
    """Of one row; None where the gold asks for no such thing."""

    exact: bool
    doer: bool | None
    object: bool | None
    nothing_extra: bool
    ends: bool

    @property
    def right(self) -> bool:
        return self.exact or (self.doer is not False and self.object is not False and self.nothing_extra and self.ends)


def words(written: str) -> tuple[str, ...]:
    """Without the signs around them."""
    return tuple(word for part in written.split() if (word := part.strip(_SIGNS)))


@cache
def texts() -> dict[str, Text]:
    """Those that the gold may point into, by name; the real passages only where they lie beside the repository."""
    own = {f"events/{one.name}": Text(one.text, one.document_date) for one in gold.load_all() if not one.unseen}
    lent = {f"real/{one.id}": Text(one.text, _day(one.row["document_date"])) for one in real.labelled("train")}
    open_ = (sample.text for sample in opened.open_text(ROOT / "reader" / "training" / "open"))
    return own | lent | {f"open/{hashlib.sha256(text.encode()).hexdigest()[:10]}": Text(text, None) for text in open_}


def _day(written: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(written) if written else None


def load(half: str, *, lent: bool = True) -> Iterator[Wanted]:
    """The gold of a half, as far as its texts are here; without the real passages beside the repository if not
    `lent`."""
    for line in (FOLDER / f"{half}.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        text = texts().get(row["text"])
        if text is not None and (lent or not row["text"].startswith("real/")):
            accepted = {width: [_pieces(text.text, one) for one in row[width]] for width in WIDTHS}
            yield Wanted(row["text"], Span(*row["trigger"]), accepted)


def _pieces(text: str, row: Iterable[tuple[int, int, str]]) -> list[Piece]:
    return [Piece(words(text[start:end]), role) for start, end, role in row]


def judge(said: str, accepted: Sequence[Sequence[Piece]]) -> Verdict:
    """What is to be said of a row: the doer and the object by the accepted row that it meets best."""
    put_in = words(" ".join(BRACKET.findall(said)))
    spoken = words(BRACKET.sub(" ", said))
    met = [(_doer(row, spoken, put_in), _object(row, spoken)) for row in accepted]
    best = min(met, key=lambda two: two.count(False))
    every = {word for row in accepted for piece in row if piece.role != PUT_IN for word in piece.words}
    names = {word for row in accepted for piece in row if piece.role == PUT_IN for word in piece.words}
    ends = {piece.words[-1] for row in accepted for piece in row if piece.words}
    return Verdict(
        any(_same(row, spoken, put_in) for row in accepted),
        *best,
        set(spoken) <= every and (not put_in or not names.isdisjoint(put_in)),
        said.endswith("]") or spoken[-1:] == () or spoken[-1] in ends,
    )


def _same(row: Sequence[Piece], spoken: Sequence[str], put_in: Sequence[str]) -> bool:
    plain = [word for piece in row if piece.role != PUT_IN for word in piece.words]
    names = {word for piece in row if piece.role == PUT_IN for word in piece.words}
    return plain == list(spoken) and bool(names) == bool(put_in) and (not names or not names.isdisjoint(put_in))


def _doer(row: Sequence[Piece], spoken: Sequence[str], put_in: Sequence[str]) -> bool | None:
    """Any word of it will do, spoken or put in."""
    named = [word for piece in row if piece.role in (PUT_IN, DOER) for word in piece.words]
    return None if not named else not {*spoken, *put_in}.isdisjoint(named)


def _object(row: Sequence[Piece], spoken: Sequence[str]) -> bool | None:
    wanted = [word for piece in row if piece.role == OBJECT for word in piece.words]
    return None if not wanted else set(wanted) <= set(spoken)


@cache
def analysed(name: str) -> Analysis:
    """What the program says about a text."""
    text, date = texts()[name]
    return score_events.analyse_text(text, date)


class Score:
    """Counts by width and what is asked, and the rows that are not right."""

    def __init__(self, gold: Iterable[Wanted]) -> None:
        self.counts: dict[str, Count] = defaultdict(Count)
        self.fails: list[str] = []
        for wanted in gold:
            found = next((one for one in analysed(wanted.text).events if one.trigger.overlaps(wanted.trigger)), None)
            self.counts["found"].add(found is not None, 1, 1)
            if found is not None:
                self._add(wanted, "long", found.headline)
                self._add(wanted, "short", found.headline_short)

    def _add(self, wanted: Wanted, width: str, said: str) -> None:
        accepted = wanted.rows[width]
        if not accepted:
            return
        verdict = judge(said, accepted)
        for name in (*Verdict._fields, "right"):
            if (value := getattr(verdict, name)) is not None:
                self.counts[f"{width} {name.replace('_', ' ')}"].add(value, 1, 1)
        if not verdict.right:
            place = f"{wanted.text} {wanted.trigger.start} {width}"
            self.fails.append(f"{place}: {said} <> {_shown(accepted[0])} {verdict}")

    @property
    def figures(self) -> dict[str, float]:
        """In per cent: rows that are right, and those that are an accepted one word for word."""
        return {name: self.counts[name].recall for name in ("long right", "long exact", "short right", "short exact")}


def _shown(row: Sequence[Piece]) -> str:
    return " ".join(f"[{' '.join(words)}]" if role == PUT_IN else " ".join(words) for words, role in row)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--fails", action="store_true", help="the rows of the half for building that are not right")
    options = parser.parse_args()
    answers.recall()
    for half in HALVES:
        score = Score(load(half))
        sys.stdout.write(f"{half}\n")
        for name, count in score.counts.items():
            sys.stdout.write(f"  {name:22} {count.gold:4g} {count.recall:6}\n")
        if options.fails and half == "build":
            sys.stdout.write("\n".join(score.fails) + "\n")
    answers.keep()


if __name__ == "__main__":
    main()
