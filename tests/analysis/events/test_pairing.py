"""Which names are weighed for a happening, and what is said of each."""

from collections.abc import Mapping

import pytest
from reading_events import candidate, last_sentence

from reader.analysis.events.pairing import NEAREST, features, in_reach
from reader.analysis.events.sentence import REMEMBERED, Paragraph
from reader.analysis.model import Entity, EntityType

PER, LOC, ORG = "person", "location", "organisation"
BORN, DIED = "ولد توماس في لندن عام 1875.", "وتوفي عام 1900."


def said(text: str, names: Mapping[str, str], trigger: str) -> dict[str, set[str]]:
    """By name in reach, what is said of it and the happening that ends so."""
    one = candidate(last_sentence(text, names), trigger)
    return {reach.entity.name: set(features(one, reach)) for reach in in_reach(one)}


SAID = [
    (
        "زار توماس القاهرة عام 1990.",
        {"توماس": PER, "القاهرة": LOC},
        "توماس",
        {
            "person own behind",
            "person own behind far=0",
            "person own behind behind a verb=True",
            "person own behind between=0",
        },
        set(),
        "right behind its verb",
    ),
    (
        "زار توماس القاهرة عام 1990.",
        {"توماس": PER, "القاهرة": LOC},
        "القاهرة",
        {
            "location own behind far=1",
            "location own behind between=1",
            "location own behind of type between=0",
            "place city before=-",
        },
        {"location own behind behind a verb=True"},
        "behind the subject, which is nearer and of another type",
    ),
    (
        "توماس زار القاهرة عام 1990.",
        {"توماس": PER, "القاهرة": LOC},
        "توماس",
        {"person own before", "person own before far=0", "person own before opens"},
        {"person own behind"},
        "before its verb, at the head of the clause",
    ),
    (
        "زار توماس في القاهرة ولندن عام 1990.",
        {"توماس": PER, "القاهرة": LOC, "لندن": LOC},
        "لندن",
        {"location joined to في", "location own behind before=في"},
        {"location own behind before=و"},
        "a name of a list stands where its first stands",
    ),
    (
        "زار توماس في القاهرة، وغادر هانس لندن عام 1990.",
        {"توماس": PER, "القاهرة": LOC, "هانس": PER, "لندن": LOC},
        "لندن",
        {"location other behind", "location other behind clauses=1", "location other behind told between=1"},
        {"location joined to في", "location own behind"},
        "two names with a word between them are no list, nor is it the clause of the visit",
    ),
    (
        "زار توماس مدينة القاهرة وبلندن عام 1990.",
        {"القاهرة": LOC, "لندن": LOC},
        "لندن",
        {"location own behind before=وب"},
        {"location joined to مدينه"},
        "«بـ» is no sign of a list",
    ),
]


@pytest.mark.parametrize(("text", "names", "name", "yes", "no", "why"), SAID)
def test_what_is_said_of_a_name(
    text: str, names: dict[str, str], name: str, yes: set[str], no: set[str], why: str
) -> None:
    found = said(text, names, "زار")[name]
    assert (yes - found, no & found) == (set(), set()), why


GONE_ON = [
    (
        f"{BORN} {DIED}",
        {"توماس": PER},
        "توفي",
        {"subject back", "subject back agrees=True", "person back since=0", "person back first=True"},
        "of whom the paragraph speaks",
    ),
    (f"{BORN} وتوفيت عام 1900.", {"توماس": PER}, "توفيت", None, "«توفيت» is not his"),
    (
        "ولد توماس عام 1875. وزارت لندن فريدا. وتوفي عام 1900.",
        {"توماس": PER, "لندن": LOC},
        "توفي",
        {"person back since=1", "person back since of type=0", "person back perfect rivals=0"},
        "one place was named since, but nobody",
    ),
    (
        f"{BORN} وتوفي هانس عام 1900.",
        {"توماس": PER, "هانس": PER},
        "توفي",
        None,
        "the sentence has its own",
    ),
    (f"{BORN} وتوفي توماس عام 1900.", {"توماس": PER}, "توفي", {"subject here"}, "named again it is the sentence's"),
]


@pytest.mark.parametrize(("text", "names", "trigger", "yes", "why"), GONE_ON)
def test_who_was_named_before(text: str, names: dict[str, str], trigger: str, yes: set[str] | None, why: str) -> None:
    found = said(text, names, trigger).get("توماس")
    if yes is None:
        assert found is None, why
    else:
        assert found is not None, why
        assert yes <= found, why


def test_the_nearest_names_are_weighed_and_no_more() -> None:
    many = [f"{letter}{other}ريا" for letter in "بتثجحخدذر" for other in "بتثج"]
    visit = candidate(last_sentence(f"زار {' '.join(many)} القاهرة", dict.fromkeys(many, PER)), "زار")
    assert [reach.entity.name for reach in in_reach(visit) if reach.mention] == many[:NEAREST]


def test_a_paragraph_remembers_whom_it_spoke_of_last() -> None:
    paragraph, many = Paragraph(), [Entity(f"e{at}", EntityType.PERSON, "", ()) for at in range(2 * REMEMBERED)]
    paragraph.name(many)
    paragraph.name(many[:1])
    assert list(paragraph.named) == [one.id for one in (*many[-REMEMBERED + 1 :], many[0])]
    assert paragraph.first == "e0"
