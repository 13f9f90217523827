"""What the date of an event rests on, in words."""

from __future__ import annotations

import datetime

import pytest

from reader.analysis.model import (
    Analysis,
    Certainty,
    DateBasis,
    Entity,
    EntityType,
    Event,
    EventBasis,
    TimeBasis,
    TimeExpression,
    TimeType,
)
from reader.text.arabic import Digits
from reader.text.span import Span
from reader.tui.wording.dates import Wording
from reader.tui.wording.reasons import cast, reason

TEXT = "زار الوفد المدينة يوم الجمعة."
FRIDAY = Span(18, 28)
ARABIC = Wording("ar", Digits.ARAB)
ENGLISH = Wording("en", Digits.LATIN)


def told(
    basis: TimeBasis,
    wording: Wording = ARABIC,
    *,
    dated: bool = True,
    certainty: Certainty = Certainty.STATED,
    doubtful: bool = False,
    relative: int | None = None,
) -> str:
    time = TimeExpression(FRIDAY, TimeType.DATE, "2021-03-12", basis=basis, doubtful=doubtful, relative=relative)
    event = Event("v1", Span(0, 28), Span(0, 3), "visit", certainty=certainty, basis=EventBasis.WITH_DATED, time=0)
    day = datetime.date(2021, 3, 14) if dated else None
    analysis = Analysis((), (time,), (event,), day, DateBasis.OPTION if dated else None, complete=True)
    return reason(event, TEXT, analysis, wording)


@pytest.mark.parametrize(
    ("said", "expected", "why"),
    [
        (told(TimeBasis.EXPLICIT), "كما ورد: «يوم الجمعة»", "a date in full"),
        (told(TimeBasis.DOCUMENT_DATE), "«يوم الجمعة»، من تاريخ النص ١٤ مارس ٢٠٢١", "counted from the text's date"),
        (told(TimeBasis.DOCUMENT_DATE, dated=False), "«يوم الجمعة»، وتاريخ النص غير معروف", "which is not known"),
        (
            told(TimeBasis.UNRESOLVED, dated=False, relative=-2),
            "«يوم الجمعة»، وتاريخ النص غير معروف",
            "only the distance is known",
        ),
        (told(TimeBasis.PREVIOUS_DATE), "«يوم الجمعة»، من تاريخ ورد قبله في النص", "counted from a date in the text"),
        (told(TimeBasis.UNRESOLVED), "«يوم الجمعة»، ولا تاريخ يُحسب منه", "nothing to count from"),
        (
            told(TimeBasis.EXPLICIT, certainty=Certainty.INFERRED),
            "مع حدث مؤرخ في الجملة: «يوم الجمعة»",
            "the time is said of another event",
        ),
        (
            told(TimeBasis.UNRESOLVED, certainty=Certainty.INFERRED),
            "مع حدث مؤرخ في الجملة: «يوم الجمعة»",
            "there is something to count from",
        ),
        (
            told(TimeBasis.DOCUMENT_DATE, certainty=Certainty.INFERRED),
            "مع حدث مؤرخ في الجملة: «يوم الجمعة»، من تاريخ النص ١٤ مارس ٢٠٢١",
            "both steps are told",
        ),
        (
            told(TimeBasis.EXPLICIT, doubtful=True),
            "كما ورد: «يوم الجمعة»، والنص يناقض نفسه هنا",
            "a weekday that the date has not",
        ),
        (
            told(TimeBasis.DOCUMENT_DATE, ENGLISH),
            "“يوم الجمعة”, from the date of the text, 14 March 2021",
            "in the language of the interface",
        ),
        (
            told(TimeBasis.EXPLICIT, ENGLISH, certainty=Certainty.INFERRED),
            "with a dated event of the sentence: “يوم الجمعة”",
            "the language of the interface",
        ),
    ],
)
def test_reasons(said: str, expected: str, why: str) -> None:
    assert said == expected, why


KIM = Entity("e1", EntityType.PERSON, "كيم", ())
NASA = Entity("e2", EntityType.ORGANISATION, "NASA", ())
SEOUL = Entity("e3", EntityType.LOCATION, "سيئول", ())
KNOWN = {entity.id: entity for entity in (KIM, NASA, SEOUL)}


@pytest.mark.parametrize(
    ("who", "where", "lang", "expected", "why"),
    [
        (("e1", "e2"), ("e3",), "ar", "الأطراف: كيم، NASA؛ المكان: سيئول", "both"),
        (("e1", "e2"), ("e3",), "en", "Who: كيم, NASA; Where: سيئول", "in the language of the interface"),
        ((), ("e3",), "ar", "المكان: سيئول", "nobody"),
        (("e1",), (), "ar", "الأطراف: كيم", "nowhere"),
        (("e9",), (), "ar", "", "someone who is not known any more"),
    ],
)
def test_who_and_where(who: tuple[str, ...], where: tuple[str, ...], lang: str, expected: str, why: str) -> None:
    said, marks = cast(Event("v1", Span(0, 9), Span(0, 3), "visit", participants=who, places=where), KNOWN, lang)
    assert said.replace("\u2068", "").replace("\u2069", "") == expected, why
    assert [mark.span.of(said) for mark in marks] == [KNOWN[id_].name for id_ in (*who, *where) if id_ in KNOWN]


def test_an_event_without_a_time() -> None:
    event = Event("v1", Span(0, 28), Span(0, 3), "visit", basis=EventBasis.WITH_DATED)
    assert reason(event, TEXT, Analysis(), ARABIC) == "مع حدث مؤرخ في الجملة"
    assert reason(event, TEXT, Analysis(), ENGLISH) == "with a dated event of the sentence"


def test_a_hostile_time_shows_no_control_characters() -> None:
    text = "يوم\x1b[31m\u202e\nالجمعة" * 50
    time = TimeExpression(Span(0, len(text)), TimeType.DATE, "2021-03-12")
    said = reason(Event("v1", Span(0, 9), Span(0, 3), "visit", time=0), text, Analysis(times=(time,)), ARABIC)
    assert not set(said) & set("\x1b\u202e\n")
    assert len(said) < 120
