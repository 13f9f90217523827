"""The recogniser's ear against the lists of words."""

import pytest

from reader.analysis import events
from reader.analysis.events import find_events, hearing
from reader.analysis.events.find import Source
from reader.analysis.events.sentence import Sentence
from reader.analysis.model import Certainty, EventStatus, Happening, Tie
from reader.analysis.steps import take
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
        (
            "* 12 مايو 1990: حفل كبير.",
            {},
            [("حفل", "1990-05-12")],
            "right behind the day of an item it is told all the same",
        ),
        ("في 12 مايو 1990: حفل كبير.", {}, [], "no item: a word stands before the day"),
        ("12 مايو 1990: وصل ضيوف إلى حفل.", {"وصل": SURE}, [("وصل", "1990-05-12")], "and not what stands further on"),
        ("تصالبت السفينتان عام 1990.", {"تصالبت": SURE}, [("تصالبت", "1990")], "a verb that no list has"),
        ("وقعة الجسر عام 1990.", {"وقعة": SURE}, [("وقعة", "1990")], "a noun that no list has"),
        ("قام بزيارة القدس عام 1990.", {"بزيارة": SURE}, [("زيارة", "1990")], "lists have it with its clitic as well"),
        ("ورشة رسم عام 1990.", {"ورشة": SURE}, [("ورشة", "1990")], "its «و» is its own"),
        ("بدأ العرض.", {"بدأ": (0.99, 0.0)}, [("بدأ", None)], "lists call it weak; heard clearly, it needs no date"),
    ],
)
def test_what_is_heard_is_told(
    text: str, heard: dict[str, tuple[float, float]], expected: list[tuple[str, str | None]], why: str
) -> None:
    assert [event[:2] for event in told(text, **heard)] == expected, why


def test_what_is_heard_as_planned_is_planned() -> None:
    assert told("افتتاح المعرض عام 1990.", افتتاح=(0.1, 0.8)) == [("افتتاح", "1990", EventStatus.PLANNED)]


@pytest.mark.parametrize(
    ("name", "expected", "why"),
    [
        ("سامي", (0.8, 0.1), "the name begins with the word that was heard"),
        ("بيروت", (0.1, 0.7), "behind the clitics of its word"),
        ("حلب", (0.0, 0.0), "what is asked and not said is next to nothing"),
        ("صور", None, "what was not asked is not known"),
    ],
)
def test_a_name_is_tied_to_what_happens(name: str, expected: tuple[float, float] | None, why: str) -> None:
    text = "زار سامي وبيروت حلب د عمر صور."
    ties = (Tie(4, 0.8, 0.1), Tie(9, 0.1, 0.7), Tie(22, 0.3, 0.0))
    (one,) = heard_in(text, Happening(Span(0, 3), 0.9, 0.0, ties)).candidates
    tie = hearing.tie(one, text.index(name))
    assert (tie and (tie.who, tie.where)) == expected, why


@pytest.mark.parametrize("word", ["وَلِمُحَمَّدٍ", "ولـمحمد", "وبـــمحمد"])
def test_a_name_may_begin_far_into_its_word(word: str) -> None:
    text = f"سافر {word}."
    (one,) = heard_in(text, Happening(Span(0, 4), 0.9, 0.0, (Tie(5, 0.8, 0.0),))).candidates
    tie = hearing.tie(one, text.index("م"))
    assert tie is not None
    assert tie.who == 0.8


def test_a_name_is_not_the_word_before_it() -> None:
    (one,) = heard_in("سافر د سامي.", Happening(Span(0, 4), 0.9, 0.0, (Tie(5, 0.1, 0.0), Tie(7, 0.9, 0.0)))).candidates
    tie = hearing.tie(one, 7)
    assert tie is not None
    assert tie.who == 0.9


def test_where_nothing_is_said_of_ties_there_are_none() -> None:
    (one,) = heard_in("زار سامي صور.", Happening(Span(0, 3), 0.9, 0.0)).candidates
    assert hearing.tie(one, 4) is None


def heard_in(text: str, *happenings: Happening) -> Sentence:
    (sentence,) = Source(text, (), (), None, happenings).sentences(Span(0, len(text)))
    take(events.READING, sentence)
    return sentence


def test_without_an_ear_the_lists_decide() -> None:
    text = "زارت اللجنة المدينة عام 1990. بدأ العرض."
    (event,) = find_events(text, [Span(0, len(text))], (), find_times(text, None), None, None).events
    assert (event.trigger.of(text), event.certainty) == ("زارت", Certainty.STATED)
