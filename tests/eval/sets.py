"""The sets of texts that quality is measured on, and the figures of each: what floors and worth stand on."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

import score_entities
import score_events
import score_headlines
import score_names
import score_times

from reader.training import evaluate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from counts import Count

Figures = dict[str, float]
"""F or a share, in per cent, by what is measured."""
FEW: Final = 30
"""Names of a type under which its figure says nothing."""
TYPES: Final = ("person", "location", "organisation", "product", "work")
NAMES: Final = frozenset({"names"})
ENTITIES: Final = NAMES | {"entities"}
TIMES: Final = frozenset({"times"})
ALL: Final = ENTITIES | TIMES | {"events"}


@dataclass(frozen=True, slots=True)
class Set:
    """Texts, None where they do not lie beside the repository; their words and labels; what is measured on them.

    `rooms` are those of the analysis that its figures hang on.
    """

    texts: Callable[[], Iterable[str] | None]
    measure: Callable[[], Figures]
    rooms: frozenset[str]

    @property
    def fingerprint(self) -> str | None:
        """Says which texts and labels they are: figures on others do not compare."""
        texts = self.texts()
        return None if texts is None else hashlib.sha256("".join(texts).encode()).hexdigest()[:16]


_names = cache(score_names.held_out)
_articles = cache(score_entities.articles)
_passages = cache(score_events.half)


def _figures(counts: dict[str, Count]) -> Figures:
    return {name: count.f for name, count in counts.items()}


def _named(name: str) -> Set:
    def texts() -> Iterable[str] | None:
        return [f"{sample.text}{sample.labels}" for sample in _names()[name]] if name in _names() else None

    def measure() -> Figures:
        exact, _ = evaluate.evaluate(_names()[name], score_names.found)
        return {type_: exact[type_].f for type_ in TYPES if type_ in exact and exact[type_].gold >= FEW}

    return Set(texts, measure, NAMES)


def _panels(*, unseen: bool) -> Set:
    def texts() -> Iterable[str]:
        for article in _articles(unseen=unseen):
            yield f"{article.text}{sorted((id_, sorted(spans)) for id_, spans in article.clusters.items())}"

    def measure() -> Figures:
        counts = score_entities.evaluate(_articles(unseen=unseen))
        rows = {name: count for name, count in counts.items() if name.startswith("panel") and count.gold >= FEW}
        return _figures(rows) | {"B3": score_entities.b_cubed_f(counts)}

    return Set(texts, measure, ENTITIES)


def _timelines(*, unseen: bool) -> Set:
    def texts() -> Iterable[str]:
        for passage in _passages(unseen=unseen):
            yield f"{passage.text}{passage.times}{passage.events}{sorted(passage.before)}"

    return Set(texts, lambda: score_events.scored(_passages(unseen=unseen)).figures, ALL)


def _times() -> Set:
    return Set(
        lambda: map(str, score_times.cases()),
        lambda: _figures(score_times.evaluate(score_times.cases())),
        TIMES,
    )


def _headlines() -> Set:
    def gold() -> list[score_headlines.Wanted]:
        return list(score_headlines.load("check", lent=False))

    return Set(
        lambda: map(str, gold()),
        lambda: score_headlines.Score(gold()).figures,
        ALL,
    )


SETS: Final = {
    "own": _named("own"),
    "aqmar": _named("aqmar"),
    "anercorp": _named("anercorp"),
    "articles, seen": _panels(unseen=False),
    "articles, unseen": _panels(unseen=True),
    "events, seen": _timelines(unseen=False),
    "events, unseen": _timelines(unseen=True),
    "headlines": _headlines(),
    "times": _times(),
}


def present() -> dict[str, Set]:
    """Those whose texts are there."""
    return {name: set_ for name, set_ in SETS.items() if set_.texts() is not None}
