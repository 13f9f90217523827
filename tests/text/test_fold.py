from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.text.arabic import strip_tashkeel
from reader.text.fold import Folding, fold
from reader.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("أحمد إحسان آمال ٱلله", "احمد احسان امال الله"),  # alefs
        ("مُحَمَّدٌ", "محمد"),  # tashkeel
        ("كتـــاب", "كتاب"),  # tatweel
        ("ٱلرَّحْمَٰنِ", "الرحمن"),  # superscript alef is a mark
        ("رَسُولُهُۥ ۖ", "رسوله "),  # small waw, pause marks
        ("مسؤول شئون قراءة", "مسوول شيون قراءه"),  # hamza on its seat; alone it stays
        ("مستشفى", "مستشفي"),
        ("مدرسة", "مدرسه"),
        ("ا\u0653ب ا\u0654ب و\u0654 ي\u0654", "اب اب و ي"),  # the same letters, composed of marks
        ("سنة ١٩٨٠ و۱۳۹۵", "سنه 1980 و1395"),
        ("کتاب ہے یۀ", "كتاب هي يه"),  # Persian and Urdu spellings
        ("پژوهشگر", "پژوهشگر"),  # letters in their own right
        ("ۓ ٲب ۃ", "ي اب ه"),  # a Persian letter is first an Arabic one
        ("می‌رود\u200f", "ميرود"),  # invisible characters
        ("Straße TU-160", "strasse tu-160"),
        ("ﻛﺘﺎﺏ ﻷﻥ ﷲ ﹰ", "كتاب لان الله "),  # presentation forms, marks on their own among them
        ("ＡＢ１ ﬁ", "ab1 fi"),
        ("CO₂ 2010³", "co2 2010³"),  # a formula, as it is typed; a note is no part of a number
        ("", ""),
    ],
)
def test_search_folding(text: str, expected: str) -> None:
    assert fold(text).text == expected


@pytest.mark.parametrize(
    ("what", "expected"),
    [
        (Folding.MARKS, "أُمّ ىـ ة ؤ ٣ ک A".replace("ُ", "").replace("ّ", "")),
        (Folding.TATWEEL, "أُمّ ى ة ؤ ٣ ک A"),
        (Folding.ALEF, "اُمّ ىـ ة ؤ ٣ ک A"),
        (Folding.HAMZA, "أُمّ ىـ ة و ٣ ک A"),
        (Folding.YA, "أُمّ يـ ة ؤ ٣ ک A"),
        (Folding.TA_MARBUTA, "أُمّ ىـ ه ؤ ٣ ک A"),
        (Folding.DIGITS, "أُمّ ىـ ة ؤ 3 ک A"),
        (Folding.PERSIAN, "أُمّ ىـ ة ؤ ٣ ك A"),
        (Folding.CASE, "أُمّ ىـ ة ؤ ٣ ک a"),
        (Folding.NAMES, "ام ي ه و 3 ك A"),
        (Folding.SEARCH, "ام ي ه و 3 ك a"),
    ],
)
def test_each_folding_does_its_own_part(what: Folding, expected: str) -> None:
    assert fold("أُمّ ىـ ة ؤ ٣ ک A", what).text == expected


@pytest.mark.parametrize(
    ("text", "start", "end", "expected"),
    [
        ("كِتَابٌ", 0, 4, "كِتَابٌ"),  # the last mark belongs to the last letter
        ("كِتَابٌ", 1, 3, "تَا"),
        ("كِتَابٌ", 0, 1, "كِ"),
        ("كتـــاب", 0, 2, "كتـــ"),  # so does tatweel
        ("كتـَـاب", 2, 4, "اب"),
        ("ﻷن", 0, 1, "ﻷ"),  # a ligature is covered whole
        ("ﻷن", 1, 2, "ﻷ"),
        ("ﻷن", 1, 3, "ﻷن"),
        ("می‌رود", 0, 2, "می‌"),  # ZWNJ is part of the cluster
        ("كتاب\u200f", 0, 4, "كتاب"),  # a bidi mark is not
        ("aßb", 1, 2, "ß"),
        ("abc", 1, 2, "b"),
        ("َاب", 0, 1, "ا"),  # a mark before the first letter belongs to nobody
    ],
)
def test_source_covers_whole_letters(text: str, start: int, end: int, expected: str) -> None:
    assert fold(text).source(start, end).of(text) == expected


def test_source_of_an_empty_range_is_a_place() -> None:
    folded = fold("كِتَابٌ")
    assert folded.source(2, 2) == Span(4, 4)
    assert folded.source(4, 4) == Span(7, 7)


def test_what_is_not_folded_is_not_covered() -> None:
    assert fold("كتـاب", Folding.MARKS).source(0, 2) == Span(0, 2)  # here tatweel is a character of its own


_TEXTS = st.text(st.sampled_from("اأإآٱبلةىئؤءکیہ َُّٰـ\u200c\u200f١۲3ßAİ ﻷﷺﹰۥ\ufe0f\u0654"), max_size=40) | st.text(
    max_size=40
)
_FOLDINGS = st.sampled_from([*Folding, Folding.NAMES, Folding.SEARCH])


@settings(deadline=None, max_examples=400)
@given(_TEXTS, _FOLDINGS)
def test_the_map_is_monotone_and_inside_the_text(text: str, what: Folding) -> None:
    folded = fold(text, what)
    places = list(folded.map)
    assert len(places) == len(folded.text)
    assert places == sorted(places)
    assert all(0 <= place < len(text) for place in places)


@settings(deadline=None, max_examples=400)
@given(_TEXTS, _FOLDINGS, st.data())
def test_source_folds_back_to_the_same(text: str, what: Folding, data: st.DataObject) -> None:
    folded = fold(text, what)
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))
    span = folded.source(start, end)
    assert 0 <= span.start <= span.end <= len(text)
    if start == end:
        assert span.length == 0
    else:
        assert folded.text[start:end] in fold(span.of(text), what).text


@settings(deadline=None, max_examples=400)
@given(_TEXTS)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once


@settings(deadline=None, max_examples=200)
@given(st.text(st.sampled_from("ابتأإآؤئ َُّٰٓٔ"), max_size=20))
def test_composed_or_not_is_the_same_to_search(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)).text == fold(unicodedata.normalize("NFC", text)).text


@settings(deadline=None, max_examples=200)
@given(st.text(st.sampled_from("ابت َُّٰ"), max_size=30))
def test_folded_text_has_no_tashkeel(text: str) -> None:
    assert fold(text, Folding.MARKS).text == strip_tashkeel(text)


def test_a_book_is_folded_in_linear_time(time_is_linear: Callable[..., bool]) -> None:
    sentence = "وَقَالَ الكاتبُ إنّ المدينةَ في سنة ١٩٨٠ "
    assert time_is_linear(lambda count: fold(sentence * count), 400)
    book = sentence * 10_000
    assert fold(book).source(0, 4).of(book) == "وَقَالَ"
