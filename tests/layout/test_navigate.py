"""Moving about the page with the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.document.model import BlockKind
from reader.layout import navigate
from reader.layout.page import Page

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.document.model import Document

#       0123456789
TEXT = "قلم لأب abc هو\n\nدفتر"  # at 8 columns: «قلم لأب », «abc هو», a blank row, «دفتر»


@pytest.fixture
def page(of: Callable[..., Document]) -> Page:
    return Page(of(TEXT), 8)


def test_the_rows_are_those_meant(page: Page) -> None:
    assert [line.span.of(TEXT) for line in page.lines(0, 9)] == ["قلم لأب ", "abc هو", "\n\n", "دفتر"]


def positions(move: Callable[[int], int], start: int) -> list[int]:
    """Where one gets from `start`, move by move, until it goes no further."""
    found = [start]
    while (after := move(found[-1])) != found[-1]:
        found.append(after)
    return found


def test_clusters_forward_and_back(page: Page) -> None:
    forward = positions(lambda position: navigate.step(page, position, 1), 0)
    assert forward == [0, 1, 2, 3, 4, 6, 8, 9, 10, 11, 12, 13, 16, 17, 18, 19]
    assert positions(lambda position: navigate.step(page, position, -1), 19) == forward[::-1]


def test_cells_left_and_right(page: Page) -> None:
    left = positions(lambda position: navigate.step_visual(page, position, -1), 0)
    assert left == [0, 1, 2, 3, 4, 6, 10, 9, 8, 11, 12, 13, 16, 17, 18, 19], "Latin is crossed from its right"
    assert positions(lambda position: navigate.step_visual(page, position, 1), 19) == left[::-1]


def test_left_is_back_in_a_latin_paragraph(of: Callable[..., Document]) -> None:
    page = Page(of("ab cd"), 3)
    assert positions(lambda position: navigate.step_visual(page, position, 1), 0) == [0, 1, 3, 4]
    assert positions(lambda position: navigate.step_visual(page, position, -1), 4) == [4, 3, 1, 0]


def test_words(page: Page) -> None:
    forward = positions(lambda position: navigate.step_word(page, position, 1), 0)
    assert forward == [0, 4, 8, 12, 16, 19]
    assert positions(lambda position: navigate.step_word(page, position, -1), 19) == [19, 16, 12, 8, 4, 0]
    assert navigate.step_word(page, 10, -1) == 8, "from inside a word back to its start"


def test_rows_keep_the_column(page: Page) -> None:
    assert navigate.step_row(page, 0, 1) == 10, "below the first letter stands the last of a Latin word"
    assert navigate.step_row(page, 2, 1) == 8
    assert navigate.step_row(page, 13, 1) == 19, "below a longer row: the last letter"
    assert navigate.step_row(page, 19, -1) == 11
    assert navigate.step_row(page, 19, -1, column=page.locate(13)[1]) == 13, "and back, where the column is kept"
    assert navigate.step_row(page, 0, 2) == navigate.step_row(page, 0, 3) == 16, "blank rows are passed over"
    assert navigate.step_row(page, 16, -1) == 10
    assert navigate.step_row(page, 1, -5) == 1
    assert navigate.step_row(page, 1, 99) == 17


def test_row_ends(page: Page) -> None:
    assert (navigate.row_start(page, 10), navigate.row_end(page, 10)) == (8, 13)
    assert (navigate.row_start(page, 7), navigate.row_end(page, 7)) == (0, 6), "the space at the end is behind it"


def test_percent(page: Page) -> None:
    assert [navigate.percent(page, position) for position in (0, 10, 20, 99)] == [0, 50, 100, 100]
    assert [navigate.at_percent(page, share) for share in (-5, 0, 50, 100, 120)] == [0, 0, 10, 19, 19]


@pytest.mark.parametrize("text", ["", "\n\n", "\u200c", " "])
def test_a_document_that_shows_nothing(text: str, of: Callable[..., Document]) -> None:
    page = Page(of(text), 5)
    for by in (1, -1):
        assert navigate.step(page, 0, by) == 0
        assert navigate.step_visual(page, 0, by) == 0
        assert navigate.step_word(page, 0, by) == 0
        assert navigate.step_row(page, 0, by) == 0
    assert navigate.row_start(page, 0) == navigate.row_end(page, 0) == navigate.at_percent(page, 100) == 0


def test_a_row_of_white_space_is_passed_over(of: Callable[..., Document]) -> None:
    page = Page(of("     كتاب", BlockKind.VERSE), 4)
    assert [len(line.cells) for line in page.lines(0, 9)] == [0, 4]
    assert navigate.step(page, 2, -1) == navigate.step(page, 2, 1) == navigate.row_start(page, 2) == 5


@given(
    text=st.text("كلأ\u064e ab1،(«\n\t\u200c\u2067日", max_size=80),
    width=st.integers(1, 30),
    start=st.integers(0, 80),
)
@settings(deadline=None, max_examples=150)
def test_a_caret_reaches_every_cell_and_only_cells(
    text: str, width: int, start: int, of: Callable[..., Document]
) -> None:
    page = Page(of(text), width)
    cells = sorted(cell.span.start for line in page.lines(0, 999) for cell in line.cells) or [0]
    assert positions(lambda position: navigate.step(page, position, 1), cells[0]) == cells
    for by in (1, -1):
        for move in (navigate.step, navigate.step_visual, navigate.step_word, navigate.step_row):
            assert move(page, start, by) in cells
