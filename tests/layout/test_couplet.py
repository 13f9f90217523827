"""Verse in two columns, and one below the other."""

import pytest

from reader.document.build import plain_blocks
from reader.document.model import Document, Source
from reader.layout.page import Page

POEM = (
    "قفا نبك من ذكرى حبيب ومنزل *** بسقط اللوى بين الدخول فحومل\n"
    "فتوضح فالمقراة لم يعف رسمها *** لما نسجتها من جنوب وشمأل\n"
)


def page(width: int) -> Page:
    return Page(Document(POEM, plain_blocks(POEM), Source("x", "text", "utf-8", "")), width)


def rows(width: int) -> list[str]:
    """The rows as they are read: the words of each, from right to left."""
    lines = page(width).lines(0, 20)
    return [" ".join("".join(cell.span.of(POEM) for cell in reversed(line.cells)).split()) for line in lines]


def test_both_hemistichs_stand_on_one_row_where_there_is_room() -> None:
    first, second = page(64).lines(0, 5)
    for line in (first, second):
        assert line.left + line.width == 64, "the first hemistich begins at the right edge"
        column = next(column for column, cell in line.placed() if cell.span.of(POEM) == " *** ")
        assert column == 30, "and the second at the right edge of its half"
    assert "*" not in "".join(cell.text for cell in (*first.cells, *second.cells)), "the gap stands for the sign"


@pytest.mark.parametrize("width", [57, 40, 30])
def test_a_poem_too_wide_for_two_columns_has_a_row_for_each(width: int) -> None:
    assert rows(width) == [
        "قفا نبك من ذكرى حبيب ومنزل",
        "بسقط اللوى بين الدخول فحومل",
        "فتوضح فالمقراة لم يعف رسمها",
        "لما نسجتها من جنوب وشمأل",
    ]


@pytest.mark.parametrize("width", [10, 27, 40, 60, 80, 200])
def test_the_rows_are_the_whole_text(width: int) -> None:
    lines = page(width).lines(0, 100)
    assert "".join(line.span.of(POEM) for line in lines) == POEM
    assert all(line.left + line.width <= width for line in lines)
