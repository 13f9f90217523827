"""Entity F of a recogniser, or of all that finds names, on text that it was not trained on.

`python -m reader.training.evaluate --help`. Exact: same characters, same type. Relaxed: same type
and some overlap. Against ANERcorp, AQMAR and Wojood a name may begin up to two clitic letters later than their
token, and a product, a work and something else all count as MISC.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from reader.analysis.recogniser.network import load, stretches
from reader.analysis.words.clitics import CLITIC_LETTERS, MOST_CLITICS
from reader.text.span import Span
from reader.training.corpus import join, own_text, read_columns
from reader.training.samples import ANY_OF, UNSAID, Convention, Sample

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from reader.analysis.model import Mention
    from reader.training.samples import Label

    Match = Callable[[Sample, Label, Span], bool]

_MISC = frozenset(("product", "work", "other"))
_TOGETHER = 3
"""Sentences of a corpus that are read as one paragraph."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Precision, recall and their harmonic mean, in per cent, and the number of names looked for."""

    precision: float
    recall: float
    f: float
    gold: int


class Finder(Protocol):
    """What finds names in the paragraphs of a document: the recogniser alone, or all of `names`."""

    def __call__(self, text: str, blocks: list[Span]) -> list[Mention]: ...


def held_out(corpora: Path, own: Path) -> dict[str, list[Sample]]:
    """The development sets by name, a sample a document and a line a paragraph; a corpus that is not there is
    left out. Of AQMAR, which does not say where its few articles end, all is one document."""
    public = {
        "anercorp": (corpora / "anercorp" / "train.txt", Convention.ANERCORP),
        "aqmar": (corpora / "aqmar" / "dev.txt", Convention.AQMAR),
        "wojood": (corpora / "wojood_sample" / "val.flat_native.txt", Convention.WOJOOD),
    }
    read = {name: read_columns(path, convention) for name, (path, convention) in public.items() if path.is_file()}
    sets: dict[str, list[Sample]] = {}
    if "anercorp" in read:
        groups = groupby((sample for sample in read["anercorp"] if sample.held_out), key=lambda sample: sample.group)
        sets["anercorp"] = [_document(list(group)) for _, group in groups]
    if "aqmar" in read:
        sets["aqmar"] = [_document(read["aqmar"])]
    if "wojood" in read:
        sets["wojood"] = _paragraphs(read["wojood"])
    ours = [sample for sample in own_text(own) if sample.held_out]
    return sets | {"own": [replace(sample, text=sample.text.replace("\n", " ")) for sample in ours]}


def _paragraphs(sentences: Sequence[Sample]) -> list[Sample]:
    return [join(sentences[index : index + _TOGETHER]) for index in range(0, len(sentences), _TOGETHER)]


def _document(sentences: Sequence[Sample]) -> Sample:
    return join(_paragraphs(sentences), "\n")


def evaluate(samples: Iterable[Sample], find: Finder) -> tuple[dict[str, Figures], dict[str, Figures]]:
    """Exact and relaxed figures by type; "all" is over all types."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for sample in samples:
        found = predict(sample, find)
        for name, match in (("exact", _exact), ("relaxed", _relaxed)):
            _count(sample, found, match, counts, name)
    types = sorted({key.split()[1] for key in counts})
    exact = {type_: _figures([counts[f"exact {type_}"]]) for type_ in types}
    relaxed = {type_: _figures([counts[f"relaxed {type_}"]]) for type_ in types}
    exact["all"] = _figures([counts[f"exact {type_}"] for type_ in types])
    relaxed["all"] = _figures([counts[f"relaxed {type_}"] for type_ in types])
    return exact, relaxed


def predict(sample: Sample, find: Finder) -> list[tuple[Span, str]]:
    """What is found in the text, a line a paragraph; types merged as the sample's are."""
    merged = sample.convention is not Convention.OURS
    return [
        (mention.span, ANY_OF if merged and mention.type in _MISC else str(mention.type))
        for mention in find(sample.text, [Span(*line.span()) for line in re.finditer(r"[^\n]+", sample.text)])
    ]


def _count(
    sample: Sample, found: Iterable[tuple[Span, str]], match: Match, counts: dict[str, Counter[str]], name: str
) -> None:
    merged = sample.convention is not Convention.OURS
    gold = [
        replace(label, type=ANY_OF) if merged and label.type in _MISC else label
        for label in sample.labels
        if label.type != UNSAID
    ]
    unsaid = [label.span for label in sample.labels if label.type == UNSAID]
    left = list(gold)
    for span, type_ in found:
        if any(span.overlaps(other) for other in unsaid):
            continue
        hit = next((label for label in left if label.type == type_ and match(sample, label, span)), None)
        counts[f"{name} {type_}"]["found"] += 1
        if hit is not None:
            left.remove(hit)
            counts[f"{name} {type_}"]["right"] += 1
    for label in gold:
        counts[f"{name} {label.type}"]["gold"] += 1


def _exact(sample: Sample, label: Label, span: Span) -> bool:
    if span.end != label.span.end or span.start < label.span.start:
        return False
    before = sample.text[label.span.start : span.start]
    if sample.convention is Convention.OURS:
        return not before
    return len(before) <= MOST_CLITICS and set(before) <= set(CLITIC_LETTERS)


def _relaxed(_: Sample, label: Label, span: Span) -> bool:
    return span.overlaps(label.span)


def _figures(counters: Sequence[Counter[str]]) -> Figures:
    right, found, gold = (sum(counter[key] for counter in counters) for key in ("right", "found", "gold"))
    precision, recall = right / max(found, 1), right / max(gold, 1)
    f = 2 * precision * recall / (precision + recall) if right else 0.0
    return Figures(round(100 * precision, 1), round(100 * recall, 1), round(100 * f, 1), gold)


def report(sets: dict[str, list[Sample]], find: Finder) -> str:
    """A table: a row for each set and type."""
    rows = [f"{'set':9} {'type':13} {'names':>5} {'P':>6} {'R':>6} {'F':>6} {'relaxed F':>9}"]
    for name, samples in sets.items():
        exact, relaxed = evaluate(samples, find)
        for type_, figures in exact.items():
            numbers = f"{figures.gold:5} {figures.precision:6} {figures.recall:6} {figures.f:6}"
            rows.append(f"{name:9} {type_:13} {numbers} {relaxed[type_].f:9}")
    return "\n".join(rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, help="folder of anercorp/, aqmar/, wojood_sample/")
    parser.add_argument("--own", type=Path, required=True, help="folder of our own labelled text")
    parser.add_argument("--weights", type=Path, required=True, help="folder of the weights, or checkpoint.pt")
    parser.add_argument("--set", nargs="*", help="only these sets")
    parser.add_argument("--convention", type=int, default=0, help="of a checkpoint: the convention to ask for")
    options = parser.parse_args()
    if options.weights.suffix == ".pt":
        from reader.training.network import recogniser_of

        recogniser = recogniser_of(options.weights, options.convention)
    else:
        recogniser = load(options.weights)
    sets = held_out(options.corpora, options.own)
    chosen = {name: samples for name, samples in sets.items() if not options.set or name in options.set}
    print(report(chosen, lambda text, blocks: recogniser.find(text, stretches(blocks))))  # noqa: T201


if __name__ == "__main__":
    main()
