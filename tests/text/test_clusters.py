from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.text.clusters import break_property, clusters

if TYPE_CHECKING:
    from collections.abc import Callable

_UNICODE_TEST = Path("/usr/share/unicode/auxiliary/GraphemeBreakTest.txt")


def _cut(text: str) -> list[str]:
    return [span.of(text) for span in clusters(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("كِتابٌ", ["كِ", "ت", "ا", "بٌ"]),  # marks with their letter
        ("لا", ["ل", "ا"]),  # lam and alef are two clusters
        ("می‌رود", ["م", "ی‌", "ر", "و", "د"]),  # ZWNJ extends
        ("ا\u0653ب", ["ا\u0653", "ب"]),
        ("َب", ["َ", "ب"]),  # a mark with nothing before
        ("سطر\r\nب", ["س", "ط", "ر", "\r\n", "ب"]),
        ("سطر\nَ", ["س", "ط", "ر", "\n", "َ"]),  # no mark rides on a line end
        ("\u200fَ", ["\u200f", "َ"]),  # nor on a bidi mark
        ("۝١٢", ["۝١", "٢"]),  # a prepended sign
        ("👨‍👩‍👧ب", ["👨‍👩‍👧", "ب"]),
        ("ب‍👧", ["ب‍", "👧"]),  # a ZWJ joins pictures only
        ("🇸🇦🇪🇬🇯", ["🇸🇦", "🇪🇬", "🇯"]),
        ("e\u0301x", ["e\u0301", "x"]),
        ("한\u1100\u1161\u11a8", ["한", "\u1100\u1161\u11a8"]),
        ("", []),
    ],
)
def test_clusters(text: str, expected: list[str]) -> None:
    assert _cut(text) == expected


def test_unicode_conformance() -> None:
    if not _UNICODE_TEST.exists():
        pytest.skip(f"{_UNICODE_TEST} is missing (package unicode-data)")
    checked = 0
    for line in _UNICODE_TEST.read_text(encoding="utf-8").splitlines():
        case = line.partition("#")[0].strip(" ÷\t")
        parts = ["".join(chr(int(code, 16)) for code in part.replace("×", " ").split()) for part in case.split("÷")]
        if not case or any(unicodedata.category(ch) == "Cn" for part in parts for ch in part):
            continue
        assert _cut("".join(parts)) == parts, line
        checked += 1
    assert checked > 500


_MIXED = st.text(st.sampled_from("اب َّ\u200c\u200d\n\r۝☂e\u0301🇸🇦👨🏽\u0903한\u1100\u200f"), max_size=30)


@settings(deadline=None, max_examples=300)
@given(_MIXED | st.text())
def test_clusters_partition_the_text(text: str) -> None:
    spans = clusters(text)
    assert "".join(span.of(text) for span in spans) == text
    assert all(span.length for span in spans)


@settings(deadline=None, max_examples=300)
@given(_MIXED, _MIXED)
def test_a_line_feed_always_parts(before: str, after: str) -> None:
    head, tail = before + "\n", after
    moved = [span.shift(len(head)) for span in clusters(tail)]
    assert clusters(head + tail) == clusters(head) + moved


@pytest.mark.parametrize("unit", ["ب", "я", "َ", "۝a", "☂ب", "👨‍", "🇸"])
def test_long_texts_take_linear_time(unit: str, time_is_linear: Callable[..., bool]) -> None:
    assert time_is_linear(lambda count: clusters(unit * count), 6_000 // len(unit))


@pytest.mark.parametrize("unit", ["ب", "я", "َ", "۝a", "☂ب", "👨‍", "🇸"])
def test_long_texts_are_covered_from_end_to_end(unit: str) -> None:
    spans = clusters(unit * 10_000)
    assert (spans[0].start, spans[-1].end) == (0, len(unit) * 10_000)


def test_break_property_of_an_unassigned_character_is_other() -> None:
    assert break_property("\u0378").name == "OTHER"
