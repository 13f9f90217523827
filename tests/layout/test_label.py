"""One row of text outside the page."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.layout.label import label
from reader.text.span import Span

if TYPE_CHECKING:
    from reader.layout.label import Align


@pytest.mark.parametrize(
    ("text", "width", "align", "direction", "expected", "left", "reason"),
    [
        ("بتث", 5, "start", 1, "ثتب", 2, "an Arabic row begins at the right"),
        ("بتث", 5, "end", 1, "ثتب", 0, "and ends at the left"),
        ("بتث", 6, "center", 1, "ثتب", 2, "the odd column is before the text in its direction"),
        ("abc", 5, "start", 1, "abc", 2, "a Latin name in an Arabic panel stands at the right too"),
        ("c++", 5, "start", 1, "c++", 2, "and keeps its own order"),
        ("ب c++", 9, "start", 1, "c++ ب", 4, "Latin among Arabic keeps its own order"),
        ("abc ب", 9, "start", 1, "ب abc", 4, "whichever comes first"),
        ("abc ب", 9, "start", 0, "abc ب", 0, "an interface in English begins at the left"),
        ("بتث", 5, "start", 0, "ثتب", 0, "Arabic names too"),
        ("بتث جحخ", 5, "start", 1, "…ثتب", 1, "what does not fit gives way at the left, with its space"),
        ("abcdef", 4, "start", 1, "abc…", 0, "Latin at its right"),
        ("بتث", 1, "start", 1, "…", 0, "one column is an ellipsis"),
        ("ب", 1, "start", 1, "ب", 0, "unless it is enough"),
        ("بتث", 0, "start", 1, "", 0, "no column is nothing"),
        ("ب\nت\tث", 9, "start", 1, "ث ت ب", 4, "line ends and tabs are spaces"),
        ("", 3, "start", 1, "", 3, "no text"),
        ("بتث", None, "start", 1, "ثتب", 0, "without a width the row is as wide as the text"),
        ("a日本", 4, "start", 0, "a日…", 0, "a wide letter counts for two"),
    ],
)
def test_label(
    text: str, width: int | None, align: Align, direction: int, expected: str, left: int, reason: str
) -> None:
    line = label(text, width, align=align, direction=direction)
    drawn = "".join(cell.text if cell.text == "…" else text[cell.span.start] for cell in line.cells)
    assert (drawn.replace("\n", " ").replace("\t", " "), line.left) == (expected, left), reason


def test_the_ellipsis_stands_for_what_is_left_out() -> None:
    text = "بتث جحخ"
    line = label(text, 5)
    assert line.cells[0].span == Span(3, 7)
    assert line.span == Span(0, 7)


@given(
    text=st.text("بلاأ\u064eabc12 \t\n.()“”\u200c\u2067\u202e日😀", max_size=60),
    width=st.integers(0, 30),
    direction=st.integers(0, 1),
)
@settings(deadline=None, max_examples=200)
def test_a_label_fits_and_knows_its_text(text: str, width: int, direction: int) -> None:
    line = label(text, width, direction=direction)
    assert line.left >= 0
    assert line.left + line.width <= width
    spans = sorted(cell.span for cell in line.cells)
    assert all(before.end <= after.start for before, after in itertools.pairwise(spans))
    assert not spans or spans[-1].end <= len(text)


def test_the_head_of_a_long_text_is_enough() -> None:
    assert label("كلمة " * 1_000_000, 10).width <= 10
