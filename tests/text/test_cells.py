from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.text.cells import width

_SCRIPTS = (
    *range(0x20, 0x7F),
    *range(0xA0, 0x500),  # Latin, Greek, Cyrillic
    *range(0x590, 0x700),  # Hebrew, Arabic
    *range(0x750, 0x780),
    *range(0x8A0, 0x900),
    *range(0x900, 0x980),  # Devanagari
    *range(0x2000, 0x2300),
    *range(0x3000, 0x3100),
    *range(0x4E00, 0x4F00),
    *range(0xAC00, 0xAD00),
    *range(0xFB50, 0xFF00),
    *range(0xFF00, 0xFFF0),
    *range(0x1F300, 0x1F700),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("كتاب", 4),
        ("مُحَمَّدٌ", 4),  # marks ride on their letters
        ("ﻻ", 1),  # a ligature is one cell
        ("﷽", 1),  # drawn wide, counted as one: so does every terminal
        ("می‌رود", 5),  # ZWNJ takes nothing
        ("\u200f\u2067a\u2069\u061c", 1),  # nor do bidi controls
        ("ب\u200dب", 2),  # a ZWJ between letters swallows neither
        ("漢字", 4),
        ("👨‍👩‍👧", 2),  # joined: as wide as the first
        ("🇸🇦", 2),
        ("❤", 1),
        ("❤️", 2),  # emoji style
        ("👍🏽", 2),  # a skin tone adds nothing
        ("\u0600١٢", 3),  # a number sign is drawn
        ("۝", 1),
        ("", 0),
    ],
)
def test_width(text: str, expected: int) -> None:
    assert width(text) == expected


def test_agrees_with_rich_on_every_character() -> None:
    for ch in map(chr, _SCRIPTS):
        if unicodedata.category(ch) != "Cn":
            assert width(ch) == cell_len(ch), f"U+{ord(ch):04X}"


@settings(deadline=None, max_examples=200)
@given(st.text(st.sampled_from("اﻻبَّ١aé漢한☺❤👍🏽۝ـ‌‏ "), max_size=12))
def test_agrees_with_rich_on_texts(text: str) -> None:
    assert width(text) == cell_len(text)


@pytest.mark.parametrize("emoji", ["😀", "👩‍🚀", "☺️", "🏳️‍🌈", "1️⃣", "⌚", "🕌", "🕋", "☪️", "🧑🏾‍🤝‍🧑🏻"])
def test_agrees_with_rich_on_emoji(emoji: str) -> None:
    assert width(emoji) == cell_len(emoji)


@settings(deadline=None, max_examples=200)
@given(st.text())
def test_any_text_has_a_width(text: str) -> None:
    assert 0 <= width(text) <= 2 * len(text)
