"""Logistic regressions over features that are words: what the labelled passages teach (`tests/eval/learn.py`)."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from importlib import resources
from math import exp
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

MANY: Final = 3
"""From here on how many there are does not matter."""
_DISTANCES: Final = (1, 2, 3, 5, 8, 13, 21)
"""Bounds of the classes of distances, in tokens: the further, the less it matters how far."""


def distance_class(distance: int) -> int:
    """The class of a distance in tokens."""
    return bisect_left(_DISTANCES, distance)


@cache
def weights(table: str) -> Mapping[str, tuple[float, ...]]:
    """By feature, what it says for each question of the table `data/TABLE.tsv`."""
    text = (resources.files("reader.analysis.events") / "data" / f"{table}.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in text.split("\n") if line)
    return {feature: tuple(map(float, said)) for feature, *said in rows}


def probable(table: str, features: Iterable[str]) -> tuple[float, ...]:
    """How probable each question of the table is answered with yes. A feature that the table lacks says nothing."""
    known = weights(table)
    said = [known[feature] for feature in features if feature in known]
    return tuple(1 / (1 + exp(-sum(column))) for column in zip(*said, strict=True))
