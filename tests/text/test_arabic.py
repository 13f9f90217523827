from __future__ import annotations

import re
import sys
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.text import arabic
from reader.text.arabic import Digits, strip_tashkeel, to_digits

_BLOCKS = [
    *range(0x600, 0x700),
    *range(0x750, 0x780),
    *range(0x870, 0x900),
    *range(0xFB50, 0xFE00),
    *range(0xFE70, 0xFF00),
]


@pytest.mark.parametrize(
    ("text", "digits", "expected"),
    [
        ("سنة ٢٠٢٣ و2024 و۱۴۰۲", Digits.AS_IS, "سنة ٢٠٢٣ و2024 و۱۴۰۲"),  # nothing asked, nothing done
        ("سنة ٢٠٢٣ و2024 و۱۴۰۲", Digits.LATIN, "سنة 2023 و2024 و1402"),  # all three families into one
        ("سنة ٢٠٢٣ و2024 و۱۴۰۲", Digits.ARAB, "سنة ٢٠٢٣ و٢٠٢٤ و١٤٠٢"),
        ("١٬٢٣٤٫٥", Digits.LATIN, "1,234.5"),  # separators follow their digits
        ("1,234.5", Digits.ARAB, "١,٢٣٤.٥"),  # a full stop may number a section, so it stays
        ("علامة ٫ وحدها", Digits.LATIN, "علامة ٫ وحدها"),  # no separator without digits around
        ("¹²½", Digits.ARAB, "¹²½"),  # superscripts are no digits of a number
    ],
)
def test_to_digits(text: str, digits: Digits, expected: str) -> None:
    assert to_digits(text, digits) == expected


@settings(deadline=None, max_examples=100)
@given(st.text(st.sampled_from("0٣۹٫٬.,ب ")), st.sampled_from(list(Digits)))
def test_to_digits_keeps_every_place(text: str, digits: Digits) -> None:
    assert len(to_digits(text, digits)) == len(text)


@pytest.mark.parametrize(
    ("name", "characters", "categories"),
    [
        ("letters", arabic.LETTERS, {"Lo", "Lm"}),
        ("marks", arabic.MARKS, {"Mn"}),
    ],
)
def test_families_are_those_of_the_character_database(name: str, characters: str, categories: set[str]) -> None:
    family = re.compile(f"[{characters}]")
    spacing_marks = {"ـ", "ۥ", "ۦ", "\u08c9"}  # of category Lm, but no letters of a word
    for ch in map(chr, _BLOCKS):
        if unicodedata.category(ch) == "Cn" or ch in spacing_marks:
            continue
        assert bool(family.match(ch)) == (unicodedata.category(ch) in categories), f"{name}: U+{ord(ch):04X}"


def test_families_do_not_reach_into_other_scripts() -> None:
    family = re.compile(f"[{arabic.LETTERS}{arabic.MARKS}]")
    outside = set(range(sys.maxunicode)) - set(_BLOCKS)
    assert not [hex(code) for code in outside if family.match(chr(code))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("مُحَمَّدٌ", "محمد"),  # vowels, shadda, tanwin
        ("ٱلرَّحْمَٰنِ", "ٱلرحمن"),  # superscript alef; the alef wasla is a letter
        ("خانهٔ", "خانهٔ"),  # a hamza above is part of the word
        ("رَسُولُهُۥ ۖ", "رسوله "),  # small waw and pause marks of the Quran
        ("كتـــاب", "كتـــاب"),  # tatweel is no tashkeel
    ],
)
def test_strip_tashkeel(text: str, expected: str) -> None:
    assert strip_tashkeel(text) == expected


def test_line_breaking_punctuation_agrees_with_unicode() -> None:
    assert not arabic.OPENING & arabic.CLOSING
    for ch in arabic.OPENING | arabic.CLOSING:
        category = unicodedata.category(ch)
        assert not (category in {"Ps", "Pi"} and ch in arabic.CLOSING and ch not in "‚„"), ch
        assert not (category in {"Pe", "Pf"} and ch in arabic.OPENING), ch
