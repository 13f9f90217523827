"""Learns the weights of the room of events: `python tests/eval/learn.py [TABLE …] [--unread FILE …]`, by default all.

`parts` (who, and where), `when` and `same` are learned on the real passages of the training part and the even half
of our own, `parts` and `same` on the open passages whose events are told too (`open_events`; `when` learned no better
from them). What the recogniser has read it hears too well, so `ties` (who and where again, by what is heard beside
`parts`) is learned on the even half and the told passages that are held out, `told` (what is worth a row) on the even
half, all open text that is held out and, whole, the files named. Printed is F by passages held out, a fifth at a
time. Nothing else is read.
"""

from __future__ import annotations

import argparse
import io
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import answers
import numpy as np
import open_events
import real
import score_events
from gold import load_all

from reader.analysis import events
from reader.analysis.events import dating, gate, hearing, pairing, restating
from reader.analysis.events.weighing import probable
from reader.analysis.model import EntityType
from reader.analysis.steps import Step
from reader.reading import Reading
from reader.text.span import Span
from reader.training.opened import open_passage, open_passages
from reader.training.samples import UNSAID

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from gold import Gold
    from numpy.typing import NDArray

    from reader.analysis.events.sentence import Candidate, Sentence
    from reader.analysis.events.status import Frame
    from reader.analysis.model import Entity, TimeExpression
    from reader.training.samples import Sample

    Numbers = NDArray[np.float64]

DATA: Final = Path(events.__file__).parent / "data"
OPEN: Final = Path(events.__file__).parents[2] / "training" / "open"
RIDGE: Final = {"parts": 20.0, "ties": 10.0, "when": 20.0, "told": 10.0, "same": 10.0}
"""How strongly weights are drawn to 0: by F on passages held out."""
LEAST_MET: Final = 5
"""Passages with a feature that is learned: what fewer have is theirs alone, a word of theirs at times."""
OWN: Final = {"parts": 1.0, "ties": 1.0, "when": 3.0, "told": 3.0, "same": 1.0}
"""How much more one of our own passages counts: there are few of them."""
SMALLEST: Final = 0.03
"""Of the weights that are kept."""
FOLDS: Final = 5
STEPS: Final = 12
LONGEST_SEARCH: Final = 200


_THINGS: Final = (EntityType.PRODUCT, EntityType.WORK, EntityType.OTHER)
"""Of these the open passages do not say whether they take part; the others do («عرض فيلم …»)."""


class Example(NamedTuple):
    """What was seen in a passage, and the answers, None where the gold has none."""

    passage: str
    features: tuple[str, ...]
    answers: tuple[bool | None, ...]


def watching(step: str, watch: Callable[[Any], None], run: Callable[[], None], steps: str = "TELLING") -> None:
    """Runs with `watch` right before a step of `steps`."""
    room = vars(events)
    before = room[steps]
    at = next(number for number, one in enumerate(before) if one.name == f"events: {step}")
    room[steps] = (*before[:at], Step("watch", watch), *before[at:])
    try:
        run()
    finally:
        room[steps] = before


def _trigger(candidate: Candidate) -> Span:
    token = candidate.sentence.tokens[candidate.token]
    return Span(token.start, token.end)


def parts(passage: Gold) -> Iterator[Example]:
    """Each happening of the gold with each name in its reach: does it take part, is it the place?"""
    return _parts(passage, pairing.features)


def ties(passage: Gold) -> Iterator[Example]:
    """The same, by what is heard of the two beside what the table `parts` says."""

    def features(candidate: Candidate, reach: pairing.Reach) -> Iterable[str]:
        seen = probable(pairing.TABLE, pairing.features(candidate, reach))
        heard = hearing.tie(candidate, reach.stands(candidate))
        return pairing.features_of_tie(candidate, reach, seen, heard) if heard is not None else ()

    return _parts(passage, features)


def _parts(passage: Gold, features_of: Callable[[Candidate, pairing.Reach], Iterable[str]]) -> Iterator[Example]:
    seen: list[tuple[Span, Entity, tuple[str, ...]]] = []

    def watch(sentence: Sentence) -> None:
        before = sentence.paragraph.subject, sentence.paragraph.feminine
        for candidate in sentence.candidates:
            reached = [(one.entity, tuple(features_of(candidate, one))) for one in pairing.in_reach(candidate)]
            seen.extend((_trigger(candidate), entity, features) for entity, features in reached if features)
            pairing.go_on(candidate)
        sentence.paragraph.subject, sentence.paragraph.feminine = before

    watching("who and where", watch, lambda: _read(passage))
    told = {event.id: event for event in passage.events}
    for trigger, entity, features in seen:
        event = told.get(score_events._overlapped(trigger, passage) or "")
        if event is not None:
            who, where = (_is_one_of(entity, names, passage) for names in (event.participants, event.places))
            asked = event.participants and not (passage.genre == open_events.GENRE and entity.type in _THINGS)
            yield Example(passage.name, features, (who if asked else None, where))


def _is_one_of(entity: Entity, names: Iterable[str], passage: Gold) -> bool:
    places = [span for name in names for span in score_events._places(passage.text, name)]
    return any(mention.span.overlaps(span) for mention in entity.mentions for span in places)


def when(passage: Gold) -> Iterator[Example]:
    """Each time with each word of its sentence that may tell of a happening: does it date it?"""
    seen: list[tuple[Span, TimeExpression, tuple[str, ...]]] = []

    def watch(sentence: Sentence) -> None:
        for _, time in sentence.dates:
            reach = dating.in_reach(sentence, time)
            seen.extend((_trigger(one), time, tuple(dating.features(one, time))) for one in reach)

    watching("when", watch, lambda: _read(passage))
    told = {event.id: event for event in passage.events}
    for trigger, time, features in seen:
        event = told.get(score_events._overlapped(trigger, passage) or "")
        dates = event.dates if event is not None else ()
        yield Example(
            passage.name, features, (score_events.interval_of(time.earliest, time.latest) in {*dates} - {None},)
        )


def same(passage: Gold) -> Iterator[Example]:
    """Each two happenings of the gold that follow each other within reach: are they one?"""
    seen: list[tuple[Span, Span, tuple[str, ...]]] = []

    def watch(frame: Frame) -> None:
        for at, one in enumerate(frame.candidates):
            before = restating.recent(frame.candidates[:at], one)
            seen.extend((_trigger(other), _trigger(one), tuple(restating.features(other, one))) for _, other in before)

    watching("told again", watch, lambda: _read(passage), "STANDING")
    for one, other, features in seen:
        ids = [score_events._overlapped(trigger, passage) for trigger in (one, other)]
        if None not in ids:
            yield Example(passage.name, features, (ids[0] == ids[1],))


def told(passage: Gold) -> Iterator[Example]:
    """Each word that may tell of a happening: is it worth a row? What is told again without its time is not."""
    core = {event.id for event in passage.events if event.tier == "core"}
    again: set[str] = set()
    for candidate, features in _candidates(lambda: _read(passage)):
        trigger = _trigger(candidate)
        id_ = score_events._overlapped(trigger, passage)
        if id_ is None:
            if not any(trigger.overlaps(span) for span in passage.neutral):
                yield Example(passage.name, features, (False,))
        elif id_ in core:
            yield Example(passage.name, features, (id_ not in again or candidate.dated.is_stated,))
            again.add(id_)


def told_of_open(number: int, sample: Sample) -> Iterator[Example]:
    """The same of a passage of open text, which does not say what is told again."""
    read = lambda: Reading.open("-", stdin=io.BytesIO(sample.text.encode())).analyse()  # noqa: E731
    for candidate, features in _candidates(read):
        trigger = _trigger(candidate)
        said = [label.type for label in sample.happenings or () if label.span.overlaps(trigger)]
        if UNSAID not in said:
            yield Example(f"open {number}", features, (bool(said),))


def _candidates(run: Callable[[], object]) -> list[tuple[Candidate, tuple[str, ...]]]:
    seen: list[tuple[Candidate, tuple[str, ...]]] = []

    def watch(sentence: Sentence) -> None:
        seen.extend((one, tuple(gate.features(one))) for one in sentence.candidates)

    watching("nothing unlikely", watch, lambda: (run(), None)[1])
    return seen


def _read(passage: Gold) -> None:
    score_events.analyse(passage)


class Rows:
    """Features of examples, by number: a sparse matrix of zeros and ones."""

    def __init__(self, rows: Sequence[Sequence[int]], width: int) -> None:
        self.width = width
        self._sizes = np.array([len(row) for row in rows])
        self._at = np.array([at for row in rows for at in row], int)
        self._begins = np.cumsum([0, *self._sizes[:-1]])

    def __matmul__(self, weights: Numbers) -> Numbers:
        return np.add.reduceat(weights[self._at], self._begins)

    def back(self, values: Numbers) -> Numbers:
        """The transposed matrix by `values`."""
        return np.bincount(self._at, np.repeat(values, self._sizes), self.width).astype(float)


def fit(rows: Rows, right: NDArray[np.bool_], shares: Numbers, ridge: float) -> Numbers:
    """The weights of a logistic regression with a penalty on their squares, by Newton's method; each step's equation
    is solved by conjugate gradients."""
    weights = np.zeros(rows.width)
    for _ in range(STEPS):
        said = 1 / (1 + np.exp(-(rows @ weights)))
        slope = rows.back(shares * (said - right)) + ridge * weights
        weights -= _solve(rows, shares * said * (1 - said), ridge, slope)
    return weights


def _solve(rows: Rows, bend: Numbers, ridge: float, wanted: Numbers) -> Numbers:
    found, rest = np.zeros_like(wanted), wanted.copy()
    step, size = rest.copy(), rest @ rest
    for _ in range(LONGEST_SEARCH):
        if size < 1e-8:
            break
        ahead = rows.back(bend * (rows @ step)) + ridge * step
        share = size / (step @ ahead)
        found, rest = found + share * step, rest - share * ahead
        size, before = rest @ rest, size
        step = rest + size / before * step
    return found


def learn(table: str, examples: Sequence[Example]) -> None:
    """Learns a table, prints how well, and writes it."""
    met = Counter(feature for _, feature in {(one.passage, feature) for one in examples for feature in one.features})
    known = {feature: at for at, feature in enumerate(sorted(f for f, count in met.items() if count >= LEAST_MET))}
    columns = [_question(table, number, examples, known) for number in range(len(examples[0].answers))]
    lines = [
        "\t".join((feature, *(f"{weights[at]:.2f}" for weights in columns)))
        for feature, at in known.items()
        if feature == "bias" or any(abs(weights[at]) >= SMALLEST for weights in columns)
    ]
    (DATA / f"{table}.tsv").write_text("\n".join(lines) + "\n", "utf-8")


def _question(table: str, number: int, examples: Sequence[Example], known: dict[str, int]) -> Numbers:
    asked = [example for example in examples if example.answers[number] is not None]
    numbers = [[known[feature] for feature in example.features if feature in known] for example in asked]
    right = np.array([example.answers[number] for example in asked], bool)
    shares = np.array([OWN[table] if example.passage[:2].isdigit() else 1.0 for example in asked])
    order = {name: at % FOLDS for at, name in enumerate(sorted({example.passage for example in asked}))}
    fold = np.array([order[example.passage] for example in asked])
    said = np.zeros(len(asked))
    for one in range(FOLDS):
        out = fold == one
        some = Rows([numbers[at] for at in np.flatnonzero(~out)], len(known))
        rest = Rows([numbers[at] for at in np.flatnonzero(out)], len(known))
        said[out] = rest @ fit(some, right[~out], shares[~out], RIDGE[table])
    said = 1 / (1 + np.exp(-said))
    best, at = max((_f(said >= at, right), at) for at in np.arange(0.2, 0.7, 0.05))
    sys.stdout.write(f"{table} {number}: {len(asked)} examples, {right.sum()} right; F {best:.3f} at {at:.2f}\n")
    return fit(Rows(numbers, len(known)), right, shares, RIDGE[table])


def _f(found: NDArray[np.bool_], right: NDArray[np.bool_]) -> float:
    return float(2 * (found & right).sum() / (found.sum() + right.sum()))


ASKED: Final = {"when": when, "parts": parts, "ties": ties, "same": same}


def _unread(path: Path, whole: Sequence[str]) -> list[Sample]:
    samples = map(open_passage, open_passages(path))
    return [sample for sample in samples if sample.text and (sample.held_out or path.stem in whole)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tables", nargs="*", metavar="TABLE", help=", ".join(RIDGE))
    parser.add_argument("--unread", nargs="+", default=[], metavar="FILE", help="names of files of open text")
    options = parser.parse_args()
    answers.recall()
    own = [passage for passage in load_all() if not passage.unseen]
    labelled = [*filter(None, map(real.gold, real.labelled("train"))), *own]
    for table in options.tables or RIDGE:
        if table == "told":
            unread = [one for path in sorted(OPEN.glob("*.txt")) for one in _unread(path, options.unread)]
            opened = [row for number, one in enumerate(unread) for row in told_of_open(number, one)]
            learn(table, opened + [row for passage in own for row in told(passage)])
        elif table == "ties":
            heard = (*own, *open_events.told(unread=True))
            learn(table, [row for passage in heard for row in ties(passage)])
        else:
            told_too = open_events.told() if table in ("parts", "same") else []
            learn(table, [row for passage in (*labelled, *told_too) for row in ASKED[table](passage)])
    answers.keep()


if __name__ == "__main__":
    main()
