from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.text.cells import width
from reader.text.controls import visible

_ANY = st.text(st.characters(exclude_categories=()))
_HOSTILE = st.text(st.sampled_from("ب a\x00\x1b\r\n\t\x7f\x85\x9b\u202e\u202d\u2028\u2029\ud800\x0b\x0c"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("سطر\nسطر\tحقل\r\nسطر", "سطر\nسطر\tحقل\r\nسطر"),  # what lays out a text stays
        ("a\x1b[31mب", "a␛[31mب"),  # an escape sequence is shown, not obeyed
        ("a\x00b", "a␀b"),
        ("\x7f", "␡"),
        ("\x9b2J", "\ufffd2J"),  # C1 CSI
        ("a\rb", "a␍b"),  # a lone carriage return would overwrite the line
        ("\r\r\n", "␍\r\n"),
        ("\x0b\x0c", "␋␌"),
        ("\x85\u2028\u2029", "␤␤␤"),  # line ends that are none of ours
        ("\u202eabc\u202c", "\ufffdabc\u202c"),  # an override is shown, its end alone does nothing
        ("\u200f\u202b\u2067\u2069\u061c\u200c", "\u200f\u202b\u2067\u2069\u061c\u200c"),  # honest order marks stay
        ("\ud800", "\ufffd"),  # half a character
        ("", ""),
    ],
)
def test_visible(text: str, expected: str) -> None:
    assert visible(text) == expected


@settings(deadline=None, max_examples=300)
@given(_ANY | _HOSTILE)
def test_visible_is_safe_to_write(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    assert visible(shown) == shown
    assert visible(shown) == shown
    shown.encode("utf-8")
    assert all(ch in "\n\t\r" for ch in shown if unicodedata.category(ch) == "Cc")


@pytest.mark.parametrize("code", [*range(0x20), *range(0x7F, 0xA0), 0x202D, 0x202E, 0x2028, 0x2029])
def test_every_sign_takes_one_cell(code: int) -> None:
    ch = chr(code)
    if ch not in "\n\t":
        assert width(visible(ch)) == 1
