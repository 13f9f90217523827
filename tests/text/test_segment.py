from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.text import segment
from reader.text.segment import clusters, sentences, words
from reader.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable


def _cut(spans: list[Span], text: str) -> list[str]:
    return [span.of(text) for span in spans]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قال «نعم»، ثم مضى.", ["قال", "نعم", "ثم", "مضى"]),
        ("مُحَمَّدٌ كتـــاب", ["مُحَمَّدٌ", "كتـــاب"]),  # marks and tatweel belong to the word
        ("می‌رود", ["می‌رود"]),  # so does ZWNJ
        ("وTu-160 ميج-31 F-35", ["وTu-160", "ميج-31", "F-35"]),  # a name with its number
        ("3.14 ١٢٫٥ 1,234.56", ["3.14", "١٢٫٥", "1,234.56"]),
        ("2023/09/17 14:30 ٢٠٢٠-٢٠٢٣", ["2023/09/17", "14:30", "٢٠٢٠-٢٠٢٣"]),
        ("l’homme don't", ["l’homme", "don't"]),
        ("قال ‘لا’ ومضى", ["قال", "لا", "ومضى"]),  # single quotes are no apostrophes
        ("Spider-Man", ["Spider-Man"]),
        ("لبناني-سوري", ["لبناني", "سوري"]),
        ("10٪ و$5", ["10", "و", "5"]),
        ("#وسم_طويل", ["وسم_طويل"]),
        ("e\u0301te\u0301", ["e\u0301te\u0301"]),
        ("، … –", []),
        ("", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert _cut(words(text), text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وصل الوفد. ثم عاد؟ نعم! حسنا…", ["وصل الوفد.", "ثم عاد؟", "نعم!", "حسنا…"]),
        ("انتهى الأول؛ وبدأ الثاني", ["انتهى الأول؛", "وبدأ الثاني"]),
        ("هل ذهب؟! نعم.", ["هل ذهب؟!", "نعم."]),  # a run of stops is one
        ("عنوان\n\nنص\r\nآخر", ["عنوان", "نص", "آخر"]),  # line ends
        ("بلغ 3.14 و١٢٫٥ مترا. ثم زاد.", ["بلغ 3.14 و١٢٫٥ مترا.", "ثم زاد."]),  # stops inside numbers
        ("عام 2020. ثم 2021.", ["عام 2020.", "ثم 2021."]),  # and behind them
        ("1. أولا\n2. ثانيا", ["1. أولا", "2. ثانيا"]),  # a number alone counts an item
        ("قال د. سامي وأ.د. منى ود. هدى إنه كذلك.", ["قال د. سامي وأ.د. منى ود. هدى إنه كذلك."]),
        ("انظر ص. 45. وانتهى.", ["انظر ص. 45.", "وانتهى."]),
        ("في عام 300 ق.م. كان الملك حيا.", ["في عام 300 ق.م. كان الملك حيا."]),
        ("مات سنة 256 هـ. وكان عالما.", ["مات سنة 256 هـ.", "وكان عالما."]),
        ("زار Dr. Smith مقر U.S. Army أمس. ثم J. K. Doe.", ["زار Dr. Smith مقر U.S. Army أمس.", "ثم J. K. Doe."]),
        ("فرح به. ثم كتبَه. ومضى.", ["فرح به.", "ثم كتبَه.", "ومضى."]),  # a short last word is no abbreviation
        (
            "انظر http://a.example/x?q=1.2 اليوم. ثم a@b.example.",
            ["انظر http://a.example/x?q=1.2 اليوم.", "ثم a@b.example."],
        ),
        ("انتهى.ثم بدأ", ["انتهى.", "ثم بدأ"]),  # a missing space
        ("قال... ثم سكت", ["قال...", "ثم سكت"]),
        ("… بقي وحده", ["… بقي وحده"]),  # an omission before
        ("كتاب «لماذا؟» صدر أمس.", ["كتاب «لماذا؟» صدر أمس."]),  # a title
        ("قال “نعم…” ومضى.", ["قال “نعم…” ومضى."]),
        ("قال: «سمعته يقول. ثم ذهب.» وأضاف شيئا.", ["قال: «سمعته يقول. ثم ذهب.»", "وأضاف شيئا."]),
        ("ذهب (كما قال. هكذا) إلى البيت.", ["ذهب (كما قال. هكذا) إلى البيت."]),
        ("انتهى النص.[1] وبدأ آخر.", ["انتهى النص.[1]", "وبدأ آخر."]),  # a reference goes with its sentence
        ("قال لي «" + "كلمة أخرى. " * 30 + "»", ["قال لي «كلمة أخرى.", *["كلمة أخرى."] * 28, "كلمة أخرى. »"]),
        ("البرنامج *13 يوليو: عرض *15 يوليو: حفل", ["البرنامج", "*13 يوليو: عرض", "*15 يوليو: حفل"]),  # lost its lines
        ("منها • القاهرة •دمشق", ["منها", "• القاهرة", "•دمشق"]),
        ("هذه *كلمة مهمة* هنا وسعره 5 * 3", ["هذه *كلمة مهمة* هنا وسعره 5 * 3"]),  # no item's sign
        ("حرف *و* يعطف و*5* عدد", ["حرف *و* يعطف و*5* عدد"]),
        ("السعر 5 *3 يساوي 15", ["السعر 5 *3 يساوي 15"]),
        ("اتصل على *123# الآن", ["اتصل على *123# الآن"]),
        ("انظر *الملاحظة أدناه", ["انظر *الملاحظة أدناه"]),  # one alone
        ("منها *دمشق القديمة *حلب", ["منها", "*دمشق القديمة *حلب"]),  # of the last word nobody knows
        ("نص بلا نقطة", ["نص بلا نقطة"]),
        (" \n ", []),
        ("", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert _cut(sentences(text), text) == expected


_TEXTS = st.text(st.sampled_from("ابم دA1٣.؟!…؛«»“”\"()[]\n '-,:/َـ\u200c"), max_size=60) | st.text(max_size=60)


@settings(deadline=None, max_examples=400)
@given(_TEXTS)
def test_sentences_cover_everything_but_white_space(text: str) -> None:
    spans = sentences(text)
    place = 0
    for span in spans:
        assert span.start >= place
        assert not text[place : span.start].strip()
        assert span.of(text) == span.of(text).strip() != ""
        place = span.end
    assert not text[place:].strip()


@settings(deadline=None, max_examples=400)
@given(_TEXTS)
def test_words_are_in_order_and_inside_sentences(text: str) -> None:
    spans = words(text)
    assert all(before.end <= after.start for before, after in pairwise(spans))
    assert all(any(ch.isalnum() or ch == "_" for ch in span.of(text)) for span in spans)
    covered = {place for span in spans for place in range(*span)}
    assert all(place in covered for place, ch in enumerate(text) if ch.isalnum())


@pytest.mark.parametrize("unit", ["«", "(. ", "a.", ". ", '"', "؟", "كلمة. ", "1.", "…", "\n", " ", "a-", "٣٫"])
def test_long_texts_take_linear_time(unit: str, time_is_linear: Callable[..., bool]) -> None:
    def cut(count: int) -> None:
        text = unit * count + "."
        sentences(text)
        words(text)

    assert time_is_linear(cut, 6_000 // len(unit))


def test_clusters_are_found_here() -> None:
    assert segment.clusters is clusters
    assert clusters("كِ") == [Span(0, 2)]
