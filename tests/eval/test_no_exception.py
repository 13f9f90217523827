"""No text makes a step raise, and no analysis contradicts itself: articles, gold, cases, passages, mixtures."""

from __future__ import annotations

import datetime
import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from no_exception import ROOT, contradictions, faults, sample

from reader.analysis.model import Analysis, Entity, EntityType, Event, Mention
from reader.analysis.steps import DEBUG
from reader.document.build import plain_blocks
from reader.document.model import Document, Source
from reader.reading import Reading
from reader.sources.bundled import articles
from reader.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DATA = ROOT / "tests" / "data"
DATE = datetime.date(2023, 9, 17)
PERSON = EntityType.PERSON


@pytest.fixture(scope="module", autouse=True)
def raising() -> Iterator[None]:
    """A step that fails raises."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(DEBUG, "1")
        yield


def document(text: str) -> Document:
    return Document(text, plain_blocks(text), Source("a", "text", "utf-8", ""))


@pytest.mark.parametrize("name", [article.name for article in articles()])
def test_articles(name: str) -> None:
    assert faults(Reading.open(name).document) == []


def test_a_long_text_as_it_is_read() -> None:
    """Also before it is read to its end, with what is in view ahead of its turn."""
    text = "\n\n".join(Reading.open(article.name).document.text for article in articles())
    assert faults(document(text), DATE, Span(len(text) - 1_500, len(text))) == []


@pytest.mark.parametrize(
    "path",
    sorted(path for folder in ("names", "events") for path in (DATA / folder).glob("*.txt")),
    ids=lambda path: f"{path.parent.name}/{path.stem}",
)
def test_texts_of_the_tests(path: Path) -> None:
    """Marks of the gold and all: that, too, is text."""
    assert faults(Reading.open(path).document, DATE) == []


def _cases() -> Iterator[str]:
    for line in (DATA / "cases" / "timex_cases.jsonl").read_text("utf-8").splitlines():
        yield json.loads(line)["text"]
    for line in (DATA / "cases" / "reader_cases.jsonl").read_text("utf-8").splitlines():
        given = json.loads(line)["input"]
        yield given if isinstance(given, str) else bytes.fromhex(given["bytes_hex"]).decode("windows-1256", "replace")
    for pairs in json.loads((DATA / "cases" / "alias_pairs.json").read_text("utf-8")).values():
        yield "\n".join(f"قال {one} ثم زار {other} أمس." for one, other in pairs)


def test_cases() -> None:
    """Every other with a document date."""
    dates = (DATE, None)
    found = {number: faults(document(text), dates[number % 2]) for number, text in enumerate(_cases())}
    assert {number: fault for number, fault in found.items() if fault} == {}


@pytest.mark.parametrize("path", sample(40) or [None], ids=lambda path: path.stem if path else "none")
def test_real_passages(path: Path | None) -> None:
    """For exceptions alone: `no_exception.py` reads them all."""
    if path is None:
        pytest.skip("the real passages do not lie beside the repository")
    assert faults(Reading.open(path).document) == []


WORDS = """
    قال زار وصل التقى أعلن توفي ولد سيزور يزور وقعت انفجرت الرئيس وزير الدفاع السابق السيد الدكتور نائب محمد بن
    عبد الله أبو بكر آل كيم جونغ أون فلاديمير بوتين القاهرة وبيروت للرباط كوريا الشمالية منظمة الأمم المتحدة
    شركة سوخوي ميغ من إلى في قبل بعد منذ حتى بين خلال يوم أمس غدا اليوم الاثنين الماضي المقبل أسبوع شهر رمضان
    سنة عام قرن هـ م ق.م الساعة صباحا مايو تشرين الأول أيلول/سبتمبر آلاف مليون ثلاثة وعشرين نصف ربع الثاني عشر
    التسعينيات الحرب كتاب «رحلة» (Karl Jonsson) گفت کہ وزیر می‌شود ڤيكتور Python NATO Su-27 2023-09-17 17/9/2023
    14:30 ١٤٤٥هـ ٣٫٥٪ 99999999999999999999 -5 1/0
""".split()  # noqa: SIM905 - a paragraph of words is read as one
SIGNS = [
    *" \n\t\r.،؛؟:!«»\"'()[]{}/\\-–—…*#@&%+=<>_~^|٪٫٬",
    *"\u064b\u064e\u0651\u0670\u0640\u06dd\u0601\ufdfa\ufefb\u200c\u200d\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e",
    *"\u2066\u2067\u2068\u2069\ufeff\u00ad\u2028\u0085\x00\x1b\x7f\ud800\U0001f469\u0301漢שЖé1٢۳",
]
SOUP = st.lists(st.one_of(st.sampled_from(WORDS), st.sampled_from(SIGNS), st.sampled_from([" "])), max_size=60)


@settings(deadline=None, max_examples=300)
@given(SOUP.map("".join), st.sampled_from([None, DATE, datetime.date.min, datetime.date.max]))
def test_mixtures_of_signs(text: str, date: datetime.date | None) -> None:
    assert faults(document(text), date) == []


@settings(deadline=None, max_examples=200)
@given(st.lists(st.sampled_from([*WORDS, *WORDS, *".،\n"]), max_size=60).map(" ".join), st.sampled_from([None, DATE]))
def test_mixtures_of_words(text: str, date: datetime.date | None) -> None:
    assert faults(document(text), date) == []


@settings(deadline=None, max_examples=100)
@given(st.text(max_size=120))
def test_any_text(text: str) -> None:
    assert faults(document(text), DATE) == []


def _entity(number: int, start: int, end: int, **more: Any) -> Entity:
    return Entity(f"e{number}", PERSON, "مان", (Mention(Span(start, end), PERSON),), **more)


def _event(number: int, **more: Any) -> Event:
    return Event(f"v{number}", Span(0, 8), Span(0, 3), "visit", **more)


@pytest.mark.parametrize(
    ("analysis", "fault"),
    [
        (Analysis((_entity(1, 4, 7),)), ""),
        (Analysis((_entity(1, 4, 70),)), "outside"),
        (Analysis((_entity(1, 3, 4),)), "neither letter nor digit"),
        (Analysis((_entity(1, 0, 7), _entity(2, 4, 8))), "overlap"),
        (Analysis((_entity(1, 4, 7), _entity(2, 0, 3))), "by first mention"),
        (Analysis((_entity(2, 4, 7),)), "numbered"),
        (Analysis((_entity(1, 4, 7, maybe=("e2",)),)), "may be one that is not there"),
        (Analysis(events=(_event(1, participants=("e1",)),)), "somebody who is not there"),
        (Analysis(events=(_event(1, time=0),)), "no such time"),
        (Analysis(events=(_event(1, earliest="2021-05-02", latest="2021-05-01"),)), "ends before"),
        (Analysis(events=(_event(1, earliest="1955-01-01"), _event(2, earliest="-0044-03-15"))), "chronological"),
        (Analysis(events=(_event(1), _event(2, relative=-1))), "chronological"),
        (Analysis(events=(_event(1, relative=-1), _event(2, relative=-3))), "chronological"),
    ],
)
def test_what_cannot_be_is_told(analysis: Analysis, fault: str) -> None:
    found = "\n".join(contradictions("زار مان روما", analysis))
    assert (fault in found) if fault else (found == "")
