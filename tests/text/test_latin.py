"""Arabic words by their Latin spelling."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.fold import fold
from reader.text.latin import Sounding, begin_in, words_of

SPELLED = [
    ("mandela", "مانديلا"), ("lavrov", "لافروف"), ("biden", "بايدن"),
    ("baghdad", "بغداد"), ("dimashq", "دمشق"), ("samarqand", "سمرقند"), ("qatar", "قطر"), ("jordan", "جوردن"),
    ("washington", "واشنطن"), ("oslo", "أوسلو"), ("khartoum", "خرطوم"), ("kuwait", "كويت"),
    ("london", "لندن"), ("makka", "مكة"), ("nasa", "ناسا"), ("ali", "علي"),
    ("fatima", "فاطمة"), ("khadijah", "خديجة"), ("hussein", "حسين"), ("mexico", "مكسيكو"),
    ("tchaikovsky", "تشايكوفسكي"),
]  # fmt: skip
"""As newspapers and atlases write them; none is taken from a text that is tested elsewhere."""


@pytest.mark.parametrize(("latin", "arabic"), SPELLED)
def test_a_word_is_found_by_its_spelling(latin: str, arabic: str) -> None:
    text = fold(f"قبل {arabic} وبعد").text
    assert [text[start:end] for start, end in Sounding(words_of(latin)).places(text)] == [fold(arabic).text]


@pytest.mark.parametrize("latin", [latin for latin, _ in SPELLED])
def test_and_is_no_other_of_these(latin: str) -> None:
    others = fold(" ".join(arabic for other, arabic in SPELLED if dict(SPELLED)[latin] != arabic)).text
    assert not list(Sounding(words_of(latin)).places(others))


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("Kim", ["kim"]),
        ("  Abū  Bakr ", ["abu", "bakr"]),
        ("Al-Qahira", ["al", "qahira"]),
        ("Mas'ud", ["mas'ud"]),
        ("Tu 160", []),
        ("كيم", []),
        ("Kim كيم", []),
        ("x", []),
        ("", []),
    ],
)
def test_the_words_of_a_query(query: str, words: list[str]) -> None:
    assert words_of(query) == words


@given(st.text(max_size=12), st.text(alphabet="ابتكيمنوه سش", max_size=30))
def test_whatever_is_asked_for_gives_places_in_the_text(query: str, text: str) -> None:
    words = words_of(query)
    if words:
        assert all(0 <= start < end <= len(text) for start, end in Sounding(words).places(text))


@pytest.mark.parametrize(
    ("typed", "name", "found", "reason"),
    [
        ("ma", "نيلسون مانديلا", True, "the first letters"),
        ("mand", "نيلسون مانديلا", True, "the beginning of a word"),
        ("nels mandela", "نيلسون مانديلا", True, "of each"),
        ("mandelas", "نيلسون مانديلا", False, "more than there is"),
        ("sissi", "السيسي", True, "behind the article"),
        ("dar", "نيلسون مانديلا", False, "another"),
    ],
)
def test_latin_letters_that_are_being_typed(typed: str, name: str, found: bool, reason: str) -> None:
    assert begin_in(words_of(typed), fold(name).text) is found, reason
