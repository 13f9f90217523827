"""Moving about the page with the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.document.model import BlockKind
from reader.layout import navigate
from reader.layout.navigate import Caret
from reader.layout.page import Page
from reader.text.span import Span

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


def column_of(page: Page, position: int) -> int:
    return page.line_at(page.place_of(position)).column_of(position)


def test_clusters_forward_and_back(page: Page) -> None:
    forward = positions(lambda position: navigate.step(page, position, 1), 0)
    assert forward == [0, 1, 2, 3, 4, 6, 8, 9, 10, 11, 12, 13, 16, 17, 18, 19]
    assert positions(lambda position: navigate.step(page, position, -1), 19) == forward[::-1]


def test_words(page: Page) -> None:
    forward = positions(lambda position: navigate.step_word(page, position, 1), 0)
    assert [TEXT[at] for at in forward] == list("قمبcور"), "from the first letter to the last of each word"
    back = positions(lambda position: navigate.step_word(page, position, -1), 19)
    assert back == [19, 16, 12, 8, 4, 0], "the first letter of each"
    assert navigate.step_word(page, 9, 1) == 10, "from inside a word on to its end"
    assert navigate.step_word(page, 10, -1) == 8, "from inside a word back to its start"


@pytest.mark.parametrize("between", ["\n\n".join("***" for _ in range(40)), "\n" * 40, "، " * 200, ""])
def test_the_next_word_is_reached_over_any_distance(between: str, of: Callable[..., Document]) -> None:
    text = f"أول\n\n{between}\n\nآخر"
    page = Page(of(text), 20)
    assert navigate.step_word(page, 2, 1) == len(text) - 1
    assert navigate.step_word(page, len(text) - 3, -1) == 0


@pytest.mark.parametrize(
    ("position", "expected", "reason"),
    [
        (0, "قلم", "its first letter"),
        (2, "قلم", "its last"),
        (3, None, "between two words"),
        (5, "لأب", "the second letter of a cell"),
        (9, "abc", "another direction"),
        (14, None, "a blank row"),
        (19, "دفتر", "the last of all"),
        (20, None, "behind the text"),
    ],
)
def test_the_word_at_a_position(page: Page, position: int, expected: str | None, reason: str) -> None:
    word = navigate.word_at(page, position)
    assert (word and word.of(TEXT)) == expected, reason


def test_a_word_is_whole_though_it_takes_more_than_one_row(of: Callable[..., Document]) -> None:
    page = Page(of("كلمةطويلةجدًّا"), 5)
    assert navigate.word_at(page, 8) == (0, len(page.document.text))


def test_what_a_caret_stands_on(page: Page) -> None:
    assert navigate.cell_at(page, 5).of(TEXT) == "لأ"
    assert navigate.cell_at(page, 7).of(TEXT) == "ب", "a space at a row's end is not drawn"
    assert navigate.cell_at(page, 14).of(TEXT) == "د", "nor is a blank row"


def test_a_step_down_or_up_keeps_the_column(page: Page) -> None:
    assert navigate.step_row(page, 0, 1) == 10, "below the first letter stands the last of a Latin word"
    assert navigate.step_row(page, 2, 1) == 8
    assert navigate.step_row(page, 13, 1) == 19, "below a longer row: the last letter"
    assert navigate.step_row(page, 19, -1) == 11
    assert navigate.step_row(page, 19, -1, column=column_of(page, 13)) == 13, "and back, where the column is kept"
    assert navigate.step_row(page, 0, 2) == navigate.step_row(page, 0, 3) == 16, "blank rows are passed over"
    assert navigate.step_row(page, 16, -1) == 10
    assert navigate.step_row(page, 1, -5) == 1
    assert navigate.step_row(page, 1, 99) == 17


def test_a_caret_keeps_its_column_over_short_rows_until_it_moves_sideways(of: Callable[..., Document]) -> None:
    page = Page(of("سطر طويل جدًّا\n\nنعم\n\nسطر طويل أيضًا"), 30)
    start = Caret(9)
    column = column_of(page, 9)
    short = start.step_row(page, 1)
    assert page.document.text[short.position] == "م", "the last letter of the short row"
    assert column_of(page, short.step_row(page, 1).position) == column
    assert short.step_row(page, 1).step_row(page, -1).step_row(page, -1) == Caret(9, column)
    aside = short.step(page, -1)
    assert column_of(page, aside.step_row(page, 1).position) == column_of(page, aside.position) != column
    assert short.step_word(page, -1).column is None


@pytest.mark.parametrize("text", ["", "\n\n", "\u200c", " "])
def test_a_document_that_shows_nothing(text: str, of: Callable[..., Document]) -> None:
    page = Page(of(text), 5)
    for by in (1, -1):
        assert navigate.step(page, 0, by) == 0
        assert navigate.step_word(page, 0, by) == 0
        assert navigate.step_row(page, 0, by) == 0
    assert navigate.cell_at(page, 0).length == 0
    assert navigate.word_at(page, 0) is None


def test_a_row_of_white_space_is_passed_over(of: Callable[..., Document]) -> None:
    page = Page(of("     كتاب", BlockKind.VERSE), 4)
    assert [len(line.cells) for line in page.lines(0, 9)] == [0, 4]
    assert navigate.step(page, 2, -1) == navigate.step(page, 2, 1) == navigate.snap(page, 2) == 5


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
    assert positions(lambda position: navigate.step_word(page, position, 1), cells[0])[-1] == cells[-1]
    assert positions(lambda position: navigate.step_word(page, position, -1), cells[-1])[-1] == cells[0]
    for by in (1, -1):
        for move in (navigate.step, navigate.step_word, navigate.step_row):
            assert move(page, start, by) in cells


WRAPPED = "أول جملة. ثم جملة\nمقطوعة في سطرين؟ وأخيرة (هنا)"
PARAGRAPHS = "أول جملة. وأخرى\n\nفقرة (ثانية). نعم!"


@pytest.mark.parametrize("width", [8, 80])
def test_sentences(width: int, of: Callable[..., Document]) -> None:
    page = Page(of(WRAPPED, BlockKind.PARAGRAPH), width)
    forward = positions(lambda position: navigate.step_sentence(page, position, 1), 0)
    assert [WRAPPED[at] for at in forward] == list("أ.؟)"), "from the first letter to the last of each"
    back = positions(lambda position: navigate.step_sentence(page, position, -1), len(WRAPPED) - 1)
    assert [WRAPPED[at : at + 2] for at in back] == [")", "وأ", "ثم", "أو"]


def test_paragraphs(of: Callable[..., Document]) -> None:
    page = Page(of(PARAGRAPHS), 8)
    first, last = PARAGRAPHS.index("\n") - 1, len(PARAGRAPHS) - 1
    assert positions(lambda position: navigate.step_paragraph(page, position, 1), 3) == [3, first, last]
    assert positions(lambda position: navigate.step_paragraph(page, position, -1), last) == [last, first + 3, 0]
    assert positions(lambda position: navigate.step_sentence(page, position, 1), 9)[1] == first, "which ends a sentence"


@pytest.mark.parametrize("kind", [BlockKind.VERSE, BlockKind.CODE])
def test_a_line_of_verse_is_a_sentence_and_a_stanza_a_paragraph(kind: BlockKind, of: Callable[..., Document]) -> None:
    text = "شطر أول وشطر\nبيت آخر تحته"
    page = Page(of(text, kind), 80)
    around = navigate.sentence_at(page, 3), navigate.paragraph_at(page, 3)
    assert [span and span.of(text) for span in around] == ["شطر أول وشطر", text]


@pytest.mark.parametrize(
    ("position", "sentence", "reason"),
    [
        (0, "أول جملة.", "its first letter"),
        (8, "أول جملة.", "its stop"),
        (9, None, "between two of them"),
        (18, "ثم جملة\nمقطوعة في سطرين؟", "a line end in it is white space"),
    ],
)
def test_the_sentence_at_a_position(
    position: int, sentence: str | None, reason: str, of: Callable[..., Document]
) -> None:
    page = Page(of(WRAPPED, BlockKind.PARAGRAPH), 80)
    found = navigate.sentence_at(page, position)
    assert (found and found.of(WRAPPED)) == sentence, reason
    assert navigate.paragraph_at(page, position) == Span(0, len(WRAPPED))


def test_between_two_paragraphs_there_is_none(of: Callable[..., Document]) -> None:
    page = Page(of(PARAGRAPHS), 80)
    assert navigate.paragraph_at(page, PARAGRAPHS.index("\n") + 1) is None


def test_a_paragraph_of_many_pieces_is_one(of: Callable[..., Document]) -> None:
    text = "كلمة " * 3_000
    page = Page(of(text.strip()), 80)
    assert navigate.step_paragraph(page, 7_000, 1) == len(text) - 2
    assert navigate.step_paragraph(page, 7_000, -1) == 0
