"""The gold of times and events holds together, and its scorer counts as it says."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace
from typing import Any

import gold
import pytest
import score_events

from reader.analysis import model
from reader.analysis.model import Analysis, Entity, EntityType, EventStatus, Mention, TimeExpression, TimeType
from reader.text.span import Span

PASSAGE = """genre: example
document_date: 2024-03-05
---
[زار|e1] سامي حلب [أمس|DATE 2024-03-04]، ولم [يزر|no] حمص، و[قال|say] إنه [سيعود|e2]. كانت [الزيارة|e1] قصيرة.
---
e1 | 2024-03-04 | past | core | سامي | حلب
e2 | undated | planned | core
"""
WEEKDAYS = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")


def test_every_passage_loads() -> None:
    passages = gold.load_all()
    assert len(passages) >= 24
    assert sum(passage.unseen for passage in passages) == len(passages) // 2
    assert {bool(passage.document_date) for passage in passages} == {True, False}


def test_a_named_weekday_agrees_with_its_date() -> None:
    """A slip in the gold itself: «الثلاثاء» labelled with the date of a Wednesday."""
    for passage in gold.load_all():
        for time in passage.times:
            dated = [value[:10] for value in time.values if re.match(r"20\d\d-\d\d-\d\d", value)]
            days = {datetime.date.fromisoformat(day).weekday() for day in dated}
            named = {i for i, day in enumerate(WEEKDAYS) if day in time.span.of(passage.text)}
            assert not days or not named or days == named, (passage.name, time)


@pytest.mark.parametrize(
    ("was", "now", "said"),
    [
        ("[زار|e1]", "[زار|e9]", "e9"),  # a mark for no row
        ("[سيعود|e2]", "سيعود", "no trigger"),  # a row for no mark
        ("| سامي |", "| سمير |", "سمير"),  # a participant the text does not name
        ("[أمس|DATE", "[أمس DATE", "broken"),  # a mark that would stay in the text
        ("planned", "soon", "unknown"),
        ("| 2024-03-04 |", "| 4 March |", "no date"),
    ],
)
def test_a_contradiction_is_told(was: str, now: str, said: str) -> None:
    with pytest.raises(gold.GoldError, match=said):
        gold.parse(PASSAGE.replace(was, now))


@pytest.mark.parametrize(
    ("date", "first", "last"),
    [
        ("2024-02", (2024, 2, 1), (2024, 2, 29)),
        ("1500-02", (1500, 2, 1), (1500, 2, 29)),  # a Julian leap year
        ("-0331", (-331, 1, 1), (-331, 12, 31)),
        ("2023-W01", (2023, 1, 2), (2023, 1, 8)),
        ("2019-SU", (2019, 6, 1), (2019, 8, 31)),
        ("1980/1989", (1980, 1, 1), (1989, 12, 31)),
    ],
)
def test_intervals(date: str, first: object, last: object) -> None:
    assert gold.interval(date) == (first, last)


def named(passage: object, id_: str, name: str) -> Entity:
    text = str(getattr(passage, "text"))  # noqa: B009 - as below
    mention = Mention(Span(text.index(name), text.index(name) + len(name)), EntityType.PERSON)
    return Entity(id_, EntityType.PERSON, name, (mention,))


def event(passage: object, word: str, **fields: object) -> model.Event:
    text = str(getattr(passage, "text"))  # noqa: B009 - the module is loaded by hand, its types are unknown here
    span = Span(text.index(word), text.index(word) + len(word))
    plain = model.Event(id="v", clause=span, trigger=span, kind="visit")
    return replace(plain, **fields)  # type: ignore[arg-type]


def scored(passage: gold.Gold, *events: model.Event, entities: tuple[Entity, ...] = ()) -> Any:
    score = score_events.Score()
    score.add(passage, Analysis(entities=entities, events=events))
    return score


def test_what_counts_as_right() -> None:
    passage = gold.parse(PASSAGE)
    visit = event(passage, "زار", earliest="2024-03-04", latest="2024-03-04")
    back = event(passage, "سيعود", status=EventStatus.PLANNED)
    perfect = scored(passage, visit, back)
    assert {name: perfect.figures[name] for name in ("trigger", "trigger and date", "date", "status", "planned")} == {
        **dict.fromkeys(("trigger", "trigger and date", "date", "status", "planned"), 100.0)
    }
    assert scored(passage, replace(visit, earliest="2024-03-01")).counts["date"].right == 0.5
    again = scored(passage, visit, event(passage, "الزيارة"))
    assert (again.counts["trigger"].right, again.counts["trigger"].found, again.extra["double"]) == (1, 2, 1)
    assert scored(passage, event(passage, "يزر")).extra["trap"] == 1
    assert scored(passage, event(passage, "قال")).counts["trigger"].found == 0
    assert scored(passage, event(passage, "حمص")).extra["none"] == 1


@pytest.mark.parametrize(
    ("status", "found", "right"),
    [
        (EventStatus.PAST, ("status", 1), ("background", 0)),
        (EventStatus.BACKGROUND, ("background", 1), ("status", 0)),
        (EventStatus.ONGOING, ("ongoing", 1), ("status", 0)),
    ],
)
def test_a_status_counts_among_those_that_were_said(
    status: EventStatus, found: tuple[str, int], right: tuple[str, int]
) -> None:
    passage = gold.parse(PASSAGE)
    counts = scored(passage, event(passage, "زار", status=status)).counts
    assert (counts[found[0]].found, counts[right[0]].right) == (found[1], right[1])


def test_who_and_where() -> None:
    passage = gold.parse(PASSAGE)
    person, place = named(passage, "e1", "سامي"), named(passage, "e2", "حلب")
    right = event(passage, "زار", participants=("e1",), places=("e2",))
    score = scored(passage, right, entities=(person, place))
    assert (score.figures["who"], score.figures["where"]) == (100.0, 100.0)
    swapped = replace(right, participants=("e2",), places=())
    score = scored(passage, swapped, entities=(person, place))
    assert (score.counts["who"].right, score.counts["who"].found, score.counts["where"].gold) == (0, 1, 1)
    missed = scored(passage, entities=(person, place))
    assert (missed.counts["who"].gold, missed.counts["who of all"].gold) == (0, 1), "of what was not found, but of all"
    nobody = event(passage, "سيعود", participants=("e1",))
    assert scored(passage, nobody, entities=(person, place)).counts["who"].found == 0, "the gold says nobody"


@pytest.mark.parametrize(
    ("clause", "right", "found", "why"),
    [
        ("زار سامي حلب أمس", 3, 3, "trigger, who and where, and nothing else"),
        ("زار سامي", 2, 2, "where is missing"),
        ("زار سامي حلب أمس، ولم يزر حمص، وقال إنه سيعود", 3, 6, "a trap, who says it and another event beside"),
    ],
)
def test_a_clause_holds_the_words_of_its_event(clause: str, right: int, found: int, why: str) -> None:
    passage = gold.parse(PASSAGE)
    at = passage.text.index(clause)
    count = scored(passage, event(passage, "زار", clause=Span(at, at + len(clause)))).counts["clause"]
    assert (count.right, count.found, count.gold) == (right, found, 3), why


def test_a_surplus_time_counts_against() -> None:
    passage = gold.parse(PASSAGE)
    at = passage.text.index("أمس")
    right = TimeExpression(Span(at, at + 3), TimeType.DATE, "2024-03-04")
    score = score_events.Score()
    score.add(passage, Analysis(times=(right, replace(right, span=Span(0, 3)))))
    assert (score.counts["time value"].right, score.counts["time value"].found) == (1, 2)
