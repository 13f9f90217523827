"""Quality floors for names on text that was held out: a change that falls under them is worse.

Exact F by type, a little under what was measured. Our own text is in the repository; AQMAR (Wikipedia) and
ANERcorp (newswire) lie beside it. Lowering a floor takes a reason in the message of the change.
"""

import sys
from pathlib import Path

import pytest

from reader.analysis.names import find_mentions, trained
from reader.analysis.names.training.evaluate import Figures, evaluate

sys.path.insert(0, str(Path(__file__).parent))

from score_names import CORPORA, held_out

FLOORS = {
    "own": {"person": 87, "location": 80, "organisation": 74, "product": 78, "work": 76},
    "aqmar": {"person": 82, "location": 76, "organisation": 48},
    "anercorp": {"person": 80, "location": 71, "organisation": 47},
}
RULES = {
    "own": {"person": 54, "location": 66, "organisation": 41},
    "aqmar": {"person": 61, "location": 71, "organisation": 38},
}


def measured(name: str) -> dict[str, Figures]:
    sets = held_out()
    if name not in sets:
        pytest.skip(f"{name} does not lie in {CORPORA}")
    return evaluate(sets[name], find_mentions)[0]


def under(figures: dict[str, Figures], floors: dict[str, int]) -> dict[str, float]:
    return {type_: figures[type_].f for type_, floor in floors.items() if figures[type_].f < floor}


@pytest.mark.parametrize("name", FLOORS)
def test_names_do_not_fall_under_the_floor(name: str) -> None:
    if missing := trained.notice():
        pytest.skip(missing)
    assert under(measured(name), FLOORS[name]) == {}


@pytest.mark.parametrize("name", RULES)
def test_rules_alone_do_not_fall_under_theirs(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trained, "read", lambda *_, **__: None)
    assert under(measured(name), RULES[name]) == {}
