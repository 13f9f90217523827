"""The tables of weights that ship, and how they are read."""

from math import isclose

import pytest

from reader.analysis.events import dating, gate, pairing, restating, weighing


@pytest.mark.parametrize(
    ("table", "questions"), [(dating.TABLE, 1), (pairing.TABLE, 2), (restating.TABLE, 1), (gate.TABLE, 1)]
)
def test_every_table_ships(table: str, questions: int) -> None:
    known = weighing.weights(table)
    assert {len(said) for said in known.values()} == {questions}
    assert "bias" in known


def test_what_no_table_knows_says_nothing() -> None:
    assert weighing.probable(gate.TABLE, ["bias", "?"]) == weighing.probable(gate.TABLE, ["bias"])


def test_log_odds_are_added_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weighing, "weights", lambda _: {"bias": (0.0, 1.0), "a": (0.0, -1.0), "b": (9.0, 9.0)})
    assert all(isclose(one, 0.5) for one in weighing.probable("any", ["bias", "a"]))


def test_far_is_as_far_as_further() -> None:
    assert [weighing.distance_class(far) for far in (1, 2, 4, 5, 100, 1000)] == [0, 1, 3, 3, 7, 7]
