"""Where the cells of a table stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.document.table import is_row
from reader.layout.page import Page
from reader.layout.table import Tables
from reader.layout.view import DEFAULT_OPTIONS

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.document.model import Document

LONG = "كلام طويل لا يسعه سطر واحد من هذه الصفحة"
WIDTH = 40


def starts(document: Document) -> list[list[int]]:
    """Of each row of the page how far in from its start side it begins, and so do the cells behind its tabs."""
    found = []
    for line in Page(document, WIDTH).lines(0, 100):
        tabs = [(column, cell.width) for column, cell in line.placed() if cell.span.of(document.text) == "\t"]
        if line.direction:
            begins = [WIDTH - line.left - line.width, *(WIDTH - column for column, _ in tabs)]
        else:
            begins = [line.left, *(column + width for column, width in tabs)]
        found.append(sorted(begins))
    return found


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    [
        (
            "المدينة\tالسكان\tالدولة\nالبيضاء الكبرى\t3,700\tالمغرب\nNEOM\t5\tKSA\n",
            [[0, 16, 24]] * 3,
            "a column is as wide as its widest cell, and a gap; rows of Latin letters run with the others",
        ),
        ("اسم\tعدد\n\nمصر كلها\t5\n", [[0, 10]] * 2, "a blank line between the rows, as pages have it"),
        ("City\tPeople\nCasablanca\t5\n", [[0, 12]] * 2, "from left to right"),
        ("مَدِينَةٌ\tب\nمدن\tب\n", [[0, 7]] * 2, "marks take no column"),
        ("\t2019\t2020\nمصر\t\t6\n", [[0, 5, 11]] * 2, "empty cells keep their place"),
        ("ا\tب\nج\tد\tه\n", [[0, 3], [0, 3, 6]], "rows of fewer cells"),
        (f"اسم\t{LONG}\nب\t{LONG[:4]}\n", [[0, 5], [5], [0, 5]], "a long last cell goes on below itself"),
        (f"{LONG[:30]}\tعدد الناس\nب\tج\n", [[0, 30]] * 2, "just enough room"),
        (f"{LONG[:36]}\tعدد الناس\nب\tج\n", [[0], [0], [0, 8]], "no room for columns: tab stops, as in any text"),
        (
            f"ا\tب\nج\tد\n{LONG[:24]}\t{LONG[:15]}\tعدد\n",
            [[0, 3], [0, 3], [0, 24], [0]],
            "a table with room before another that has none",
        ),
        ("اسم\tعدد\n", [[0, 8]], "a single line is no table"),
        ("\tفقرة أولى\n\n\tفقرة ثانية\n", [[0]] * 3, "indented paragraphs are none"),
    ],
)
def test_cells_stand_in_columns(text: str, expected: list[list[int]], reason: str, of: Callable[..., Document]) -> None:
    assert starts(of(text)) == expected, reason


@pytest.mark.parametrize(
    ("text", "expected"), [("ا\tب", True), ("\tا\tب", True), ("\tا", False), ("ا", False), ("ا\t" * 600, False)]
)
def test_what_is_a_row(text: str, expected: bool, of: Callable[..., Document]) -> None:
    (block, *_) = of(text).blocks
    assert is_row(text, block) is expected


def test_columns_do_not_hang_on_which_row_is_asked_for_first(of: Callable[..., Document]) -> None:
    document = of("\n".join(f"{'ا' * (3 + number // 100)}\t{number}" for number in range(500)))
    above, below = Tables(document, WIDTH, DEFAULT_OPTIONS), Tables(document, WIDTH, DEFAULT_OPTIONS)
    forth = [above.stops(row) for row in range(500)]
    back = [below.stops(row) for row in reversed(range(500))]
    assert forth == back[::-1]
