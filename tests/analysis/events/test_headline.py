"""What a row of the timeline says: the words that are heard for it, what is put in, and no more than fits."""

import re
from array import array
from collections.abc import Iterator
from dataclasses import replace

import pytest
from heard import hear
from reading_events import named

from reader.analysis.events import find_events
from reader.analysis.events.choosing import width
from reader.analysis.events.headline import LONG, SHORT
from reader.analysis.model import LOGIT, Event, Happening, RowWords, Tie
from reader.analysis.recogniser.pieces import units
from reader.analysis.time import find_times
from reader.text.span import Span

NAMES = {"توماس مان": "person", "توماس": "person", "لندن": "location", "القاهرة": "location"}


def told(
    text: str, said: str = "", put_in: str = "", behind: str = "", sure: float = 0.9, who: float = 0.0
) -> tuple[Event, ...]:
    """The events of a text, in its order, of which is heard that a row says some words, those in [ ] only where it is
    wide, and puts a name in behind one of them, who may take part."""
    names = {name: type_ for name, type_ in NAMES.items() if name in text}
    heard = [_heard(text, one, said, (put_in, sure, who), behind) if said else one for one in hear(text)]
    found = find_events(text, [Span(0, len(text))], named(text, names), find_times(text, None), None, heard).events
    return tuple(sorted(found, key=lambda event: event.trigger))


def _heard(text: str, one: Happening, said: str, put_in: tuple[str, float, float], behind: str) -> Happening:
    """«زار» of every happening that the row says."""
    name, sure, who = put_in
    ties = [Tie(text.index(name) - one.span.start, who, 0.0, sure)] if name else []
    spans = [unit.span for unit in units(text, Span(0, len(text)))]
    places = list(_places(text, said))
    wide = array("b", [_logit(span, places) for span in spans])
    narrow = array("b", [_logit(span, [place for place in places if place[1] > 2]) for span in spans])
    put = array("b", [2 * LOGIT if span.of(text) == behind else -2 * LOGIT for span in spans])
    row = RowWords(
        array("i", [span.start - one.span.start for span in spans]), wide, narrow, put, array("b", [0] * len(spans))
    )
    return replace(one, ties=tuple(ties), row=row)


def _places(text: str, said: str) -> Iterator[tuple[int, float]]:
    """Where the words of a row stand, in their order, and how much they gain."""
    at = 0
    for word in said.split():
        at = text.index(word.strip("[]"), at)
        yield at, 2.0 if word.startswith("[") else 3.0
        at += len(word.strip("[]"))


def _logit(span: Span, places: list[tuple[int, float]]) -> int:
    return next((round(gain * LOGIT) for at, gain in places if span.start <= at < span.end), -3 * LOGIT)


@pytest.mark.parametrize(
    ("text", "said", "long", "why"),
    [
        ("وزار توماس القاهرة في 3 مايو 2019.", "وزار توماس القاهرة", "زار توماس القاهرة", "no clitic before it"),
        (
            "زار توماس في 3 مايو 2019 القاهرة.",
            "زار توماس 2019 القاهرة",
            "زار توماس القاهرة",
            "no date: its heading has it",
        ),
        (
            "زار توماس القاهرة عام 2019 وغادر لندن عام 2021.",
            "زار توماس القاهرة 2019 غادر لندن",
            "زار توماس القاهرة",
            "not what was at another time",
        ),
        (
            "في القاهرة زار توماس عام 2019.",
            "في القاهرة زار توماس",
            "القاهرة زار توماس",
            "no preposition opens it",
        ),
        (
            "وكانت الشرطة قد أوقفت توماس عام 2019.",
            "الشرطة أوقفت توماس",
            "الشرطة أوقفت توماس",
            "what is before it as well",
        ),
        (
            "توماس، الذي من لندن، زار القاهرة.",
            "توماس زار القاهرة",
            "توماس زار القاهرة",
            "not the sign between words that are left out",
        ),
        (
            "افتتح توماس، أخيرا، المعرض.",
            "افتتح توماس أخيرا",
            "افتتح توماس، أخيرا",
            "the sign between two that are said, none at the end",
        ),
        ("نشر توماس كتاب «مدن الملح» عام 2019.", "نشر كتاب مدن الملح", "نشر كتاب «مدن الملح»", "a title in its signs"),
        ("نشر توماس كتاب «مدن الملح» عام 2019.", "نشر كتاب مدن", "نشر كتاب مدن", "of one sign the other is lost: none"),
        ("زار توماس القاهرة ووفّرت الشركة طائرة.", "زار توماس القاهرة", "زار توماس القاهرة", "as far as it is heard"),
        ("زار توماس القاهرة في.", "زار توماس القاهرة في", "زار توماس القاهرة", "never ending with a preposition"),
        ("وفاز توماس.", "توماس", "فاز توماس", "the happening never goes"),
        ("والشركة فازت أخيرا.", "والشركة فازت", "الشركة فازت", "nor does «و» open a row"),
        ("وينستون فاز.", "وينستون فاز", "وينستون فاز", "but no letter of a word that nobody knows goes"),
        (
            "فاز توماس [أخيرا] بالكأس.",
            "فاز توماس أخيرا بالكأس",
            "فاز توماس أخيرا بالكأس",
            "the signs of what is put in are not the text's",
        ),
    ],
)
def test_a_row_says_what_is_heard(text: str, said: str, long: str, why: str) -> None:
    assert told(text, said)[0].headline == long, why


def test_a_narrow_row_says_what_is_heard_of_it() -> None:
    (event,) = told("زار توماس القاهرة القديمة مع أخيه عام 2019.", "زار توماس القاهرة [القديمة]")
    assert (event.headline, event.headline_short) == ("زار توماس القاهرة القديمة", "زار توماس القاهرة")


@pytest.mark.parametrize(
    ("text", "said", "sure", "long", "why"),
    [
        ("وصل توماس. وتوفي في لندن.", "وتوفي في لندن", 0.9, "توفي [توماس] في لندن", "whom its sentence does not name"),
        ("وصل توماس. وتوفي في لندن.", "وتوفي في لندن", 0.2, "توفي في لندن", "a wrong name is worse than none"),
        ("توماس وصل وتوفي في لندن.", "توماس وتوفي", 0.9, "توماس وتوفي", "not whom the row names"),
    ],
)
def test_who_is_put_in(text: str, said: str, sure: float, long: str, why: str) -> None:
    assert told(text, said, "توماس", "وتوفي", sure)[-1].headline == long, why


@pytest.mark.parametrize(("sure", "long"), [(0.2, "توفي [توماس] في لندن"), (0.05, "توفي في لندن")])
def test_who_goes_on_is_put_in_sooner(sure: float, long: str) -> None:
    assert told("وصل توماس. وتوفي في لندن.", "وتوفي في لندن", "توماس", "وتوفي", sure, who=0.95)[-1].headline == long


def test_who_is_put_in_leaves_room_for_what_happens() -> None:
    """By the name that takes less than half of the row; and words go for it."""
    text = "وصل توماس مان. وانتقل إلى المدينة القديمة الكبرى عام 2019."
    said = "وانتقل إلى المدينة [القديمة] [الكبرى]"
    event = told(text, said, "توماس مان", "وانتقل")[-1]
    assert event.headline == "انتقل [توماس مان] إلى المدينة القديمة الكبرى"
    assert event.headline_short == "انتقل [توماس مان] إلى المدينة"


@pytest.mark.parametrize(
    ("text", "long"),
    [("إعداد: توماس\nوغادر المدينة.", "غادر المدينة"), ("وصل توماس.\nوغادر المدينة.", "غادر [توماس] المدينة")],
)
def test_who_wrote_it_is_not_put_in(text: str, long: str) -> None:
    assert told(text, "وغادر المدينة", "توماس", "وغادر")[-1].headline == long


@pytest.mark.parametrize(
    ("text", "long", "short", "why"),
    [
        (
            "زار توماس القاهرة (مصر) في 3 مايو 2019، وقال كلمة.",
            "زار توماس القاهرة",
            "زار توماس القاهرة",
            "no bracket and no date, up to where something else begins",
        ),
        (
            "نُظمت مظاهرات في عدد من المدن الساحلية القديمة الكبرى كلها عام 2019.",
            "مظاهرات في عدد من المدن الساحلية القديمة الكبرى",
            "مظاهرات في عدد من المدن",
            "no more than fits",
        ),
        ("زار توماس عام 2019 في.", "زار توماس", "زار توماس", "nothing that waits for more"),
    ],
)
def test_where_nothing_is_heard(text: str, long: str, short: str, why: str) -> None:
    event = told(text)[0]
    assert (event.headline, event.headline_short) == (long, short), why


@pytest.mark.parametrize("text", ["زار توماس!", "ثم ـ زار", "زار Tu-160 لندن", "زار 12/5 لندن", "O'Brien زار", "زار"])
def test_what_is_heard_may_stand_anywhere(text: str) -> None:
    """Of a sign, of a part of a token: nothing breaks on it, and what is told has its row."""
    found = list[Event]()
    for unit in units(text, Span(0, len(text))):
        row = RowWords(array("i", [0]), *[array("b", [0])] * 4)
        heard = [Happening(unit.span, 0.9, 0.0, (), row)]
        found += find_events(text, [Span(0, len(text))], (), (), None, heard).events
    assert [event.headline for event in found if event.headline] != []
    assert all(event.headline for event in found)


def test_signs_take_room_as_well() -> None:
    """Whole words, no half pair of signs."""
    text = "نشر توماس «مدن الملح»، و(أرض السواد)، و«النهايات»، و«حين تركنا»، و(شرق المتوسط) عام 2019."
    event = told(text, "نشر توماس مدن الملح أرض السواد النهايات حين تركنا شرق المتوسط")[0]
    for row, cells in ((event.headline, LONG), (event.headline_short, SHORT)):
        assert width(row) <= cells
        assert all(row.count(opens) == row.count(closes) for opens, closes in ("«»", "()"))
        assert set(re.findall(r"\w+", row)) <= set(re.findall(r"\w+", text))


def test_vowel_signs_take_no_room() -> None:
    assert width("زَارَ") == width("زار") == 3


@pytest.mark.parametrize("said", ["", "وتوفي في القاهرة بعد مرض طويل لم ينفع فيه دواء ولا طبيب"])
def test_a_row_is_never_longer_than_its_room(said: str) -> None:
    text = "وصل توماس مان. وتوفي في القاهرة بعد مرض طويل لم ينفع فيه دواء ولا طبيب عام 1406."
    events = told(text, said, "توماس مان" if said else "", "وتوفي")
    assert events != ()
    for event in events:
        assert 0 < width(event.headline) <= LONG
        assert 0 < width(event.headline_short) <= SHORT
        assert text[event.trigger.start : event.trigger.end] in event.headline_short
