"""Steps by name: left out, failing alone, told once."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from reader.analysis import entities, events, names, time
from reader.analysis.model import Notice, NoticeKind
from reader.analysis.pipeline import EVERY_STEP
from reader.analysis.steps import DEBUG, Step, attempt_each, take, without

if TYPE_CHECKING:
    from types import ModuleType

WORDS: tuple[Step[list[str]], ...] = (
    Step("a", lambda said: said.append("a")),
    Step("b", lambda said: said.append("b")),
)


def test_steps_are_taken_in_order_but_for_those_left_out() -> None:
    said: list[str] = []
    with without("a"):
        assert take(WORDS, said) == ()
    assert take(WORDS, said) == ()
    assert said == ["b", "a", "b"]


def test_a_step_that_fails_costs_itself_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    steps: tuple[Step[list[str]], ...] = (Step("broken", lambda said: said.remove("x")), *WORDS)
    assert take(steps, said) == (Notice(NoticeKind.STEP_FAILED, step="broken", error="ValueError"),)
    assert said == ["a", "b"]
    monkeypatch.setenv(DEBUG, "1")
    with pytest.raises(ValueError, match="x"):
        take(steps, said)


def test_what_fails_for_one_thing_is_done_for_the_others() -> None:
    done: list[float] = []
    with pytest.raises(ZeroDivisionError):
        attempt_each(lambda number: done.append(1 / number), [1, 0, 2])
    assert done == [1.0, 0.5]


def test_every_step_has_a_name_of_its_own_that_begins_with_its_room() -> None:
    assert [name for name, count in Counter(step.name for step in EVERY_STEP).items() if count > 1] == []
    rooms = {"names": names, "entities": entities, "times": time, "events": events}
    for room, face in rooms.items():
        assert {step.name.partition(": ")[0] for step in face.STEPS} == {room}


@pytest.mark.parametrize("room", [names, entities, time, events])
def test_a_room_has_each_of_its_steps_once(room: ModuleType) -> None:
    assert len(room.STEPS) == len({step.run for step in room.STEPS})
