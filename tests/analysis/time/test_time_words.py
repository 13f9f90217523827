"""The lexicon: no surface with two meanings, and number words built as the language builds them."""

from __future__ import annotations

from collections import defaultdict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.analysis.time import numbers
from reader.analysis.time.grammar import letters
from reader.analysis.time.lexicon import Entry, fold_word, lexicon, surfaces

UNITS = ["", "واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة"]
TENS = ["", "", "عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون"]
STEMS = ["", "", "", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع"]


def spoken(number: int) -> str:
    """A number below 10,000 in words, as counting goes."""
    parts: list[str] = []
    thousands, hundreds, rest = number // 1000, number // 100 % 10, number % 100
    if thousands:
        parts.append(["", "ألف", "ألفان"][thousands] if thousands < 3 else f"{UNITS[thousands]} آلاف")
    if hundreds:
        parts.append(["", "مئة", "مئتان"][hundreds] if hundreds < 3 else f"{STEMS[hundreds]}مئة")
    if rest == 11:
        parts.append("أحد عشر")
    elif rest == 12:
        parts.append("اثنا عشر")
    elif 12 < rest < 20:
        parts.append(f"{UNITS[rest - 10]} عشر")
    elif rest <= 10:
        parts.extend([UNITS[rest]] if rest else [])
    else:
        parts.extend(word for word in (UNITS[rest % 10], TENS[rest // 10]) if word)
    return " و".join(parts)


def read(words: str) -> int | None:
    known, parts = lexicon(), []
    tokens = [fold_word(word).text for word in words.split()]
    at = 0
    while at < len(tokens):
        joined = tokens[at].startswith("و") and tokens[at] != "واحد"
        word = tokens[at].removeprefix("و") if joined else tokens[at]
        pair = next((e for rest, e in known.phrases.get(word, ()) if rest == tuple(tokens[at + 1 : at + 2])), None)
        entry = pair if pair and pair.cls == "number" else known.words[word]
        at += 2 if entry is pair else 1
        parts.append(numbers.Part(int(entry.key), joined))
    return numbers.value(parts)


@settings(deadline=None, max_examples=300)
@given(st.integers(min_value=1, max_value=9999))
def test_numbers_in_words_come_back(number: int) -> None:
    assert read(spoken(number)) == number


@pytest.mark.parametrize(
    ("words", "number", "reason"),
    [
        ("ألف وتسعمائة وثمان وأربعين", 1948, "feminine unit, the old spelling of a hundred"),
        ("ثلاث مئة", 300, "hundred written apart"),
        ("ألفين وأحد عشر", 2011, "dual, oblique"),
        ("خمسة وعشرين ألف", 25000, "thousands counted"),
    ],
)
def test_numbers_as_they_are_written(words: str, number: int, reason: str) -> None:
    assert read(words) == number, reason


def test_two_numbers_are_not_one() -> None:
    assert read("ثلاثة وأربعة") is None


def test_no_surface_has_two_meanings() -> None:
    meanings: dict[str, set[Entry]] = defaultdict(set)
    for surface, entry in surfaces():
        if entry.cls != "spelled_otherwise":  # listed because folding makes them another word
            meanings[fold_word(surface).text].add(entry)
    assert {word: found for word, found in meanings.items() if len(found) > 1} == {}


def test_every_class_has_its_own_letter() -> None:
    known = letters()
    assert len(set(known.values())) == len(known)
