"""The sets of texts that quality is measured on, and the figures of each: what floors and worth stand on."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

import real
import score_entities
import score_events
import score_headlines
import score_names
import score_rows
import score_times

from reader.training import evaluate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from counts import Count
    from gold import Gold

    from reader.training.passages import Passage

Figures = dict[str, float]
"""F or a share, in per cent, by what is measured."""
FEW: Final = 30
"""Names of a type under which its figure says nothing."""
TYPES: Final = ("person", "location", "organisation", "product", "work")
_SELDOM: Final = ("planned", "ongoing", "background")
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


@cache
def _development() -> list[Passage]:
    """Real passages on which rules and thresholds are chosen, and no weights."""
    return real.labelled("dev")


def _figures(counts: dict[str, Count]) -> Figures:
    return {name: count.f for name, count in counts.items()}


def _named(name: str) -> Set:
    def texts() -> Iterable[str] | None:
        return [f"{sample.text}{sample.labels}" for sample in _names()[name]] if name in _names() else None

    def measure() -> Figures:
        exact, _ = evaluate.evaluate(_names()[name], score_names.found)
        return {type_: exact[type_].f for type_ in TYPES if type_ in exact and exact[type_].gold >= FEW}

    return Set(texts, measure, NAMES)


def _panels(articles: Callable[[], Sequence[score_entities.Article]]) -> Set:
    def texts() -> Iterable[str] | None:
        marked = (
            f"{article.text}{sorted((id_, sorted(spans)) for id_, spans in article.clusters.items())}"
            for article in articles()
        )
        return list(marked) or None

    def measure() -> Figures:
        counts = score_entities.evaluate(articles())
        rows = {name: count for name, count in counts.items() if name.startswith("panel") and count.gold >= FEW}
        return _figures(rows) | {"B3": score_entities.b_cubed_f(counts)}

    return Set(texts, measure, ENTITIES)


def _timelines(passages: Callable[[], Sequence[Gold]]) -> Set:
    def texts() -> Iterable[str] | None:
        told = (f"{one.text}{one.times}{one.events}{sorted(one.before)}" for one in passages())
        return list(told) or None

    def measure() -> Figures:
        figures = score_events.scored(passages()).figures
        return figures if any(passage.times for passage in passages()) else _of_real(figures)

    return Set(texts, measure, ALL)


def _of_real(figures: Figures) -> Figures:
    """Without what is not labelled there, and what is told too seldom."""
    return {name: value for name, value in figures.items() if not name.startswith(("time", *_SELDOM))}


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


def _rows() -> Set:
    def measure() -> Figures:
        counts = score_rows.score(score_rows.wanted())
        return {name: count.f for name, count in counts.items()}

    return Set(lambda: (passage for passage, _ in score_rows.wanted()), measure, ALL)


SETS: Final = {
    "own": _named("own"),
    "aqmar": _named("aqmar"),
    "anercorp": _named("anercorp"),
    "articles, seen": _panels(lambda: _articles(unseen=False)),
    "articles, unseen": _panels(lambda: _articles(unseen=True)),
    "articles, real": _panels(lambda: [real.article(passage) for passage in _development()]),
    "events, seen": _timelines(lambda: _passages(unseen=False)),
    "events, unseen": _timelines(lambda: _passages(unseen=True)),
    "events, real": _timelines(lambda: [told for passage in _development() if (told := real.gold(passage))]),
    "headlines": _headlines(),
    "rows, unread": _rows(),
    "times": _times(),
}


def present() -> dict[str, Set]:
    """Those whose texts are there."""
    return {name: set_ for name, set_ in SETS.items() if set_.texts() is not None}
