from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.text.joining import joined_forms, lam_alef

_ARABIC_SHAPING = Path("/usr/share/unicode/ArabicShaping.txt")

_NEIGHBOURS = {"D": "ﺑﺐ", "C": "ﺑﺐ", "R": "ﺑﺏ", "U": "ﺏﺏ"}
"""What a beh on either side looks like, by Joining_Type of the letter between."""


def test_every_arabic_letter_joins_as_unicode_says() -> None:
    if not _ARABIC_SHAPING.exists():
        pytest.skip(f"{_ARABIC_SHAPING} is missing (package unicode-data)")
    checked = 0
    for line in _ARABIC_SHAPING.read_text(encoding="utf-8").splitlines():
        fields = [field.strip() for field in line.partition("#")[0].split(";")]
        letter, kind = chr(int(fields[0], 16)) if fields[0] else "", fields[2:3]
        if not kind or not unicodedata.name(letter, "").startswith("ARABIC LETTER"):
            continue
        forms = joined_forms(f"ب{letter}ب")
        assert forms[0] + forms[-1] == _NEIGHBOURS[kind[0]], f"U+{ord(letter):04X} {kind}"
        checked += 1
    assert checked > 200


@pytest.mark.parametrize(
    ("letters", "expected"),
    [
        ("سلام", "ﺳﻠﺎﻡ"),  # lam and alef still apart
        ("ب\u200cب", "ﺏ\u200cﺏ"),
        ("ب\u200dب", "ﺑ\u200dﺐ"),
        ("بں نە دە ۃ", "ﺑﮟ ﻧﻪ ﺩە ۃ"),
        ("abc", "abc"),
        ("", ""),
    ],
)
def test_joined_forms(letters: str, expected: str) -> None:
    assert joined_forms(letters) == expected


@settings(deadline=None, max_examples=300)
@given(st.text(st.sampled_from("ابدلـءێڕەںۂ \u200c\u200dx☂ﻛ٣"), max_size=30))
def test_one_form_for_each_letter(letters: str) -> None:
    assert len(joined_forms(letters)) == len(letters)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("ﻟ", "ﺎ", "ﻻ"),
        ("ﻠ", "ﺎ", "ﻼ"),
        ("ﻟ", "ﺂ", "ﻵ"),
        ("ﻠ", "ﺄ", "ﻸ"),
        ("ﻟ", "ﺈ", "ﻹ"),
        ("ﻝ", "ﺍ", None),
        ("ﺑ", "ﺎ", None),
    ],
)
def test_lam_alef(first: str, second: str, expected: str | None) -> None:
    assert lam_alef(first, second) == expected
