"""Rows of text outside the page: laid out like the page, cut or filled to their width, never markup."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.style import Style

from reader.text.span import Span
from reader.tui.widgets.line_text import beside, fitted, padded, row

PLAIN, BOLD = Style(), Style(bold=True)


@pytest.mark.parametrize(
    ("text", "width", "expected", "reason"),
    [
        ("باب", None, "ﺏﺎﺑ", "joined, and in visual order"),
        ("باب", 6, "   ﺏﺎﺑ", "at the right edge"),
        ("[b]", None, "[b]", "no markup"),
        ("باب الدار", 5, "…", "cut at the logical end"),
        ("", 3, "   ", "nothing"),
    ],
)
def test_a_row(text: str, width: int | None, expected: str, reason: str) -> None:
    shown = row(text, PLAIN, width=width)
    assert expected in shown.text, reason
    assert width is None or shown.cell_length == width


def test_a_row_at_the_left_edge() -> None:
    assert row("ab", PLAIN, width=4, align="left").text == "ab  "


def test_part_of_a_row_has_a_style_of_its_own() -> None:
    strip = row("في باب", PLAIN, parts=[(Span(3, 6), BOLD)])
    assert [segment.text for segment in strip if segment.style and segment.style.bold] == ["ﺏﺎﺑ"]


def test_rows_stand_from_right_to_left() -> None:
    one, two = row("1", PLAIN), row("2", PLAIN)
    assert beside([one, two], 1, PLAIN).text == "2 1"


def test_the_left_side_gives_way() -> None:
    right, left = row("12345", PLAIN), row("678", PLAIN)
    assert fitted(right, left, 10, PLAIN).text == "678  12345"
    assert fitted(right, left, 7, PLAIN).text == "  12345"
    assert padded(right, 3, PLAIN).cell_length == 3


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=40), st.integers(0, 30))
def test_any_text_fits_any_width(text: str, width: int) -> None:
    assert row(text, PLAIN, width=width).cell_length == width
