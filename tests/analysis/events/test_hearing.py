"""The recogniser's ear against the lists of words."""

import pytest

from reader.analysis.events import find_events
from reader.analysis.model import Certainty, EventStatus, Happening
from reader.analysis.time import find_times
from reader.text.span import Span

SURE, NOT = (0.9, 0.0), (0.01, 0.0)


def told(text: str, **heard: tuple[float, float]) -> list[tuple[str, str | None, EventStatus]]:
    """Triggers, dates and status of the events of a text of which these words are heard so."""
    happenings = [
        Happening(Span(text.index(word), text.index(word) + len(word)), *score) for word, score in heard.items()
    ]
    found = find_events(text, [Span(0, len(text))], (), find_times(text, None), None, tuple(happenings)).events
    return [(event.trigger.of(text), event.date, event.status) for event in found]


@pytest.mark.parametrize(
    ("text", "heard", "expected", "why"),
    [
        ("زارت اللجنة المدينة عام 1990.", {"زارت": SURE}, [("زارت", "1990")], "a verb of the lists, heard"),
        ("زارت اللجنة المدينة عام 1990.", {"زارت": NOT}, [], "not heard: a metaphor, a habit, a supposition"),
        ("زارت اللجنة المدينة عام 1990.", {}, [], "nothing is heard at all"),
        ("تصالبت السفينتان عام 1990.", {"تصالبت": SURE}, [("تصالبت", "1990")], "a verb that no list has"),
        ("وقعة الجسر عام 1990.", {"وقعة": SURE}, [("وقعة", "1990")], "a noun that no list has"),
        ("بدأ العرض.", {"بدأ": (0.99, 0.0)}, [("بدأ", None)], "lists call it weak; heard clearly, it needs no date"),
    ],
)
def test_what_is_heard_is_told(
    text: str, heard: dict[str, tuple[float, float]], expected: list[tuple[str, str | None]], why: str
) -> None:
    assert [event[:2] for event in told(text, **heard)] == expected, why


def test_what_is_heard_as_planned_is_planned() -> None:
    assert told("افتتاح المعرض عام 1990.", افتتاح=(0.1, 0.8)) == [("افتتاح", "1990", EventStatus.PLANNED)]


def test_without_an_ear_the_lists_decide() -> None:
    text = "زارت اللجنة المدينة عام 1990. بدأ العرض."
    (event,) = find_events(text, [Span(0, len(text))], (), find_times(text, None), None, None).events
    assert (event.trigger.of(text), event.certainty) == ("زارت", Certainty.STATED)
