"""Which time is given to which happening, and what is said of the two."""

from collections.abc import Iterable, Iterator, Mapping

import pytest
from reading_events import candidate, last_sentence

from reader.analysis.events import dating
from reader.analysis.events.sentence import Candidate
from reader.analysis.model import TimeExpression

TWO = "زار توماس القاهرة عام 1990 وتوفي هانس عام 1995."
Shares = Mapping[tuple[str, str], float]

GIVEN = [
    (
        {("زار", "1990"): 0.9, ("توفي", "1990"): 0.8, ("زار", "1995"): 0.7, ("توفي", "1995"): 0.2},
        {"زار": "1990", "توفي": "1995"},
        "each time to one: what is taken is not given to the next best",
    ),
    (
        {("زار", "1990"): 0.7, ("توفي", "1990"): 0.9, ("زار", "1995"): 0.8, ("توفي", "1995"): 0.85},
        {"زار": "1995", "توفي": "1990"},
        "the most probable pair first, wherever its words stand",
    ),
    (
        {("زار", "1990"): 0.9, ("توفي", "1990"): 0.5, ("زار", "1995"): 0.05, ("توفي", "1995"): 0.05},
        {"زار": "1990", "توفي": "1990"},
        "one without a time of its own shares another's",
    ),
    (
        {("زار", "1990"): 0.9, ("توفي", "1990"): 0.3, ("زار", "1995"): 0.05, ("توفي", "1995"): 0.05},
        {"زار": "1990", "توفي": None},
        "but not one that hardly dates it",
    ),
    (
        {("زار", "1990"): 0.09, ("توفي", "1990"): 0.09, ("زار", "1995"): 0.09, ("توفي", "1995"): 0.09},
        {"زار": None, "توفي": None},
        "what is hardly dated by a time is dated by none",
    ),
]


@pytest.mark.parametrize(("shares", "given", "why"), GIVEN)
def test_each_time_dates_one_first(
    shares: Shares, given: dict[str, str | None], why: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def pair(one: Candidate, time: TimeExpression) -> Iterator[tuple[str, str]]:
        yield one.rest, time.value

    def probable(_: str, pairs: Iterable[tuple[str, str]]) -> tuple[float, ...]:
        return tuple(shares[pair] for pair in pairs)

    monkeypatch.setattr(dating, "features", pair)
    monkeypatch.setattr(dating, "probable", probable)
    sentence = last_sentence(TWO)
    dating.by_weight(sentence)
    assert {one.rest: one.dated.date for one in sentence.candidates} == given, why


def test_the_day_of_an_item_is_that_of_what_stands_right_behind_it() -> None:
    """Whatever the table says of the two."""
    sentence = last_sentence("*25 يوليو 1990: عرض مسرحية وتوفي هانس.")
    dating.by_weight(sentence)
    assert {one.rest: one.dated.date for one in sentence.candidates}["عرض"] == "1990-07-25"


WHEN = [
    ("بقي سمير في حلب حتى عام 1954 حين انتقل إلى بيروت.", {"انتقل": "1954"}, "from a state too"),
    ("ظلت القرية آمنة حتى آذار 1976، حينما اقتحمها جنود.", {"اقتحمها": "1976-03"}, "over a comma"),
    ("زار توماس القاهرة عام 1990 عندما تم توقيع العقد.", {"توقيع": "1990"}, "over a light verb"),
    ("عاش سمير في حلب من 1950 إلى 1960 حين انتقل إلى بيروت.", {"انتقل": "1960"}, "the end of a range"),
    ("سافر سمير عام 1990 حين ولد ابنه.", {"سافر": "1990", "ولد": "1990"}, "beside a birth too"),
    ("زار توماس القاهرة عام 2019 حين توفي هانس عام 2018.", {"توفي": "2018"}, "what has a time of its own keeps it"),
]


@pytest.mark.parametrize(("text", "given", "why"), WHEN)
def test_what_stands_behind_the_when_of_a_time_was_then(text: str, given: dict[str, str | None], why: str) -> None:
    sentence = last_sentence(text, {"سمير": "person", "توماس": "person"})
    dating.join_ranges(sentence)
    dating.by_weight(sentence)
    dates = {one.rest: one.dated.date for one in sentence.candidates}
    assert {trigger: dates[trigger] for trigger in given} == given, why


def test_what_is_over_is_not_dated_by_what_is_to_come() -> None:
    sentence = last_sentence("أجّلت اللجنة الحفل إلى عام 2030.", today="2021-06-16")
    dating.by_weight(sentence)
    assert [one.dated.date for one in sentence.candidates] == [None]


def test_what_may_be_a_noun_is_one_where_its_day_is_to_come() -> None:
    sentence = last_sentence("25 يوليو 2021: عرض مسرحية.", today="2021-06-16")
    assert [one.is_verb for one in sentence.candidates] == [True]
    dating.by_weight(sentence)
    assert [(one.is_verb, one.dated.date) for one in sentence.candidates] == [(False, "2021-07-25")]


SAID = [
    (
        "زار",
        "1990",
        {
            "own behind",
            "own behind far=2",
            "own behind between=0",
            "nearer=1",
            "times nearer=0",
            "times=2 candidates=2",
        },
        "its own, though the next verb stands nearer to it",
    ),
    (
        "زار",
        "1995",
        {"other behind", "other behind clauses=1", "other behind between=1", "nearer=1", "times nearer=1"},
        "behind another happening and its time",
    ),
    (
        "توفي",
        "1990",
        {"other before", "nearer=0", "other before before a verb=True", "times nearer=0"},
        "of the clause before, right before the verb",
    ),
]


@pytest.mark.parametrize(("trigger", "value", "yes", "why"), SAID)
def test_what_is_said_of_a_time(trigger: str, value: str, yes: set[str], why: str) -> None:
    sentence = last_sentence(TWO)
    (time,) = (time for _, time in sentence.dates if time.value == value)
    found = set(dating.features(candidate(sentence, trigger), time))
    assert yes <= found, (why, sorted(found))


def test_what_is_denied_keeps_its_time() -> None:
    sentence = last_sentence("لم يغادر سمير المدينة عام 1990 وتوفي كريم.", {"سمير": "person", "كريم": "person"})
    dating.by_weight(sentence)
    assert [one.dated.date for one in sentence.candidates if not one.void] == [None]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("زار (بين 1953 و1980) كلا من فرنسا ولبنان.", "1953-01-01", "1980-12-31"),
        ("وبين عامي 2004 و2006 افتتحت محطتان.", "2004-01-01", "2006-12-31"),
    ],
)
def test_between_two_years_lies_one_stretch(text: str, first: str, last: str) -> None:
    sentence = last_sentence(text)
    dating.join_ranges(sentence)
    assert [(time.earliest, time.latest) for _, time in sentence.dates] == [(first, last)]
