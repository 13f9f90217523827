"""Our own text with other persons and places in it, so that the model learns where a name stands and not only
which names there are. One surface becomes one other surface throughout a text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from dataclasses import replace
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from reader.text.span import Span
from reader.training.samples import Label, Parts, Sample

if TYPE_CHECKING:
    import random
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from reader.training.clitics import Attested

_TYPES: Final = ("person", "location")
_SHARE: Final = 0.5
"""Share of the surfaces of a text that are replaced."""
_MOST_WORDS: Final = 4
_WORD: Final = re.compile(r"\S+")


class Pool:
    """Names by type and number of words, to draw from."""

    def __init__(self, samples: Iterable[Sample], places: Iterable[str], attested: Attested) -> None:
        names: dict[tuple[str, int], set[str]] = defaultdict(set)
        for sample in samples:
            for label in sample.labels:
                name = label.span.of(sample.text)
                if label.type in _TYPES and attested.clitics(name.split()[0]) == 0:
                    names[label.type, len(name.split())].add(name)
        for name in places:
            names["location", len(name.split())].add(name)
        self._names = {key: sorted(found) for key, found in names.items()}

    def draw(self, type_: str, name: str, rng: random.Random) -> str:
        """Another name of the type with as many words; the name itself where there is none."""
        words = len(name.split())
        return rng.choice(self._names.get((type_, words), [name])) if words <= _MOST_WORDS else name


def substitute(sample: Sample, pool: Pool, rng: random.Random) -> Sample:
    """The sample with some of its persons and places exchanged."""
    chosen: dict[str, str] = {}
    text = ""
    labels = []
    position = 0
    moved = [(0, 0)]
    for label in sample.labels:
        text += sample.text[position : label.span.start]
        name = label.span.of(sample.text)
        lost_alef = text.endswith("ل") and name.startswith("ل")  # «للرباط»
        told = any(label.span.overlaps(happening.span) for happening in sample.happenings or ())
        if label.type in _TYPES and not lost_alef and not told:
            if name not in chosen:
                chosen[name] = pool.draw(label.type, name, rng) if rng.random() < _SHARE else name
            name = chosen[name]
            if text.endswith("ل") and name.startswith("ال"):
                name = name[1:]
        labels.append(Label(Span(len(text), len(text) + len(name)), label.type))
        moved.extend(_moved_words(label.span.start, label.span.of(sample.text), len(text), name))
        text += name
        position = label.span.end
        moved.append((position, len(text) - position))
    happenings = sample.happenings and tuple(
        _renamed(label.moved(lambda at: _by(at, moved)), chosen) for label in sample.happenings
    )
    return replace(sample, text=text + sample.text[position:], labels=tuple(labels), happenings=happenings)


def _moved_words(begin: int, name: str, begin_now: int, name_now: str) -> Iterator[tuple[int, int]]:
    """For each word of a name where it began, and how much further on that of the other name begins."""
    for was, now in zip(_WORD.finditer(name), _WORD.finditer(name_now), strict=False):
        yield begin + was.start(), begin_now + now.start() - begin - was.start()


def _by(at: int, moved: Sequence[tuple[int, int]]) -> int:
    """How much further on a position stands: from each in `moved` on all letters stand so much further on."""
    return moved[bisect_right(moved, at, key=itemgetter(0)) - 1][1]


def _renamed(label: Label, chosen: Mapping[str, str]) -> Label:
    """With those who take part in it, and what its row puts in, as they are called now."""

    def called(names: Iterable[str]) -> frozenset[str]:
        return frozenset(chosen.get(name, name) for name in names)

    parts, row = label.parts, label.row
    return replace(
        label, parts=parts and Parts(*map(called, parts)), row=row and row._replace(put_in=called(row.put_in))
    )
