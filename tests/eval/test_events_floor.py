"""Floors on the project's own gold, both halves. A floor may not sink; the unseen half shows figures only."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from gold import load_all
from score_events import Score, analyse

if TYPE_CHECKING:
    from collections.abc import Callable

FLOORS = {  # measured: seen .987, .987, .999, 1; unseen .899, .801, .949, 1
    False: {"trigger": 0.96, "trigger and date": 0.95, "order": 0.98, "planned": 1.0},
    True: {"trigger": 0.88, "trigger and date": 0.78, "order": 0.94, "planned": 1.0},
}


def f1(right: float, found: float, wanted: float) -> float:
    return 2 * right / (found + wanted)


MEASURES: dict[str, Callable[[Any, float], float]] = {
    "trigger": lambda count, dates: f1(count["core found"], _listed(count), count["core"]),
    "trigger and date": lambda count, dates: f1(dates, _listed(count), count["core"]),
    "order": lambda count, dates: count["pairs right"] / count["pairs"],
    "planned": lambda count, dates: count["planned right"] / (count["planned"] + count["planned false"]),
}


def _listed(count: Any) -> float:
    return float(count["core found"] + count["extra"] + count["double"])


@pytest.fixture(scope="module")
def scores() -> dict[bool, Score]:
    halves = {False: Score(), True: Score()}
    for passage in load_all():
        halves[passage.unseen].add(passage, analyse(passage))
    return halves


@pytest.mark.parametrize("unseen", [False, True], ids=["seen", "unseen"])
@pytest.mark.parametrize("measure", list(MEASURES))
def test_floor(scores: dict[bool, Score], measure: str, *, unseen: bool) -> None:
    score = scores[unseen]
    figure = MEASURES[measure](score.counts, score.dates)
    assert figure >= FLOORS[unseen][measure]
