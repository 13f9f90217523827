"""Rows of a whole document: what every row promises, and the two ways to address one."""

from __future__ import annotations

import random
import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reader.document.model import Block, BlockKind, Document, Source
from reader.layout.page import Page, PageOptions, Place
from reader.layout.pieces import LONGEST
from reader.text import cells
from reader.text.arabic import Digits
from reader.text.clusters import clusters
from reader.text.controls import visible
from reader.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.layout.line import Line

PARTS = [
    *("كتب", "الأول", "لأن", "قَرَأَ", "ـــ", "وTu-160", "page", "C++", "10–20٪", "١٢٣٫٥", "2023-09-17", "$5"),
    *(
        " ",
        " ",
        " ",
        "  ",
        "\t",
        "\n",
        "\n\n",
        "\u00a0",
        "(",
        ")",
        "[",
        "]",
        "«",
        "»",
        "“",
        "”",
        "،",
        ".",
        "؟",
        "- ",
        "…",
    ),
    *(
        "\u200c",
        "\u200f",
        "\u2066",
        "\u2067",
        "\u2068",
        "\u2069",
        "\u202b",
        "\u202c",
        "\u202e",
        "\x1b",
        "\u064e",
        "\u0651",
    ),
    *("😀", "日本", "한", "é", "e\u0301", "\u00ad", "\u200b", "http://a.b/c?d", "\ufffe", "\U000e0001"),
]
TEXTS = st.lists(st.sampled_from(PARTS), max_size=60).map("".join)
WIDTHS = st.integers(1, 120)
OPTIONS = st.builds(PageOptions, tashkeel=st.booleans(), digits=st.sampled_from(Digits))


def page_of(text: str, blocks: list[Block], width: int) -> Page:
    return Page(Document(text, tuple(blocks), Source("a test", "text", "utf-8", "")), width)


def drawn(line: Line) -> str:
    return "".join(cell.text for cell in line.cells)


@given(text=TEXTS, width=WIDTHS, options=OPTIONS)
@settings(deadline=None, max_examples=300)
def test_rows_stand_for_the_whole_text_and_fit(
    text: str, width: int, options: PageOptions, of: Callable[..., Document]
) -> None:
    page = Page(of(text), width, options)
    lines = page.lines(0, 10_000)
    assert "".join(line.span.of(text) for line in lines) == text
    for line in lines:
        assert 0 <= line.left <= width
        assert line.left + line.width <= width
        for cell in line.cells:
            assert cells.width(cell.text) == cell.width > 0
            assert line.span.covers(cell.span)


@given(text=TEXTS, width=WIDTHS)
@example(text="الأول\u00adالأول", width=1)
@settings(deadline=None, max_examples=200)
def test_cells_are_the_drawn_clusters_each_once(text: str, width: int, of: Callable[..., Document]) -> None:
    text = text.replace("\n", "")
    lines = Page(of(text, BlockKind.CODE), width).lines(0, 10_000)
    spans = [cell.span for line in lines for cell in line.cells]
    seen = visible(text)
    starts = {cluster.start for cluster in clusters(seen)}
    for span in spans:
        # Joining passes through format characters: lam, a soft hyphen and alef are one cell, too.
        inside = [
            seen[start] for start in range(*span) if start in starts and unicodedata.category(seen[start]) != "Cf"
        ]
        assert span.start in starts
        assert len(inside) == 1 or (inside[0] == "ل" and inside[1] in "اأ" and len(inside) == 2)
        assert span.end == len(text) or span.end in starts
    for before, after in zip(sorted(spans), sorted(spans)[1:], strict=False):
        assert before.end <= after.start
    shown = {position for span in spans for position in range(*span)}
    letters = {index for index, char in enumerate(text) if char.isalnum()}
    assert letters <= shown


@given(text=TEXTS, width=WIDTHS)
@settings(deadline=None, max_examples=200)
def test_a_cell_is_found_again_by_its_place(text: str, width: int, of: Callable[..., Document]) -> None:
    page = Page(of(text), width)
    for line in page.lines(0, 10_000):
        for column, cell in line.placed():
            assert page.line_at(page.place_of(cell.span.start)) == line
            assert line.column_of(cell.span.start) == column
            assert line.position_at(column) == cell.span.start
            assert line.position_at(column + cell.width - 1) == cell.span.start


@given(text=TEXTS, width=WIDTHS, position=st.integers(0, 400))
@settings(deadline=None, max_examples=200)
def test_every_position_has_a_place(text: str, width: int, position: int, of: Callable[..., Document]) -> None:
    page = Page(of(text), width)
    line = page.line_at(page.place_of(position))
    column = line.column_of(position)
    assert 0 <= column <= width
    assert line.span.start <= min(position, len(text)) <= line.span.end
    assert line.span.start <= line.position_at(column) <= line.span.end


@given(text=TEXTS, width=WIDTHS, first=st.integers(0, 80), delta=st.integers(-90, 90))
@settings(deadline=None, max_examples=200)
def test_places_agree_with_global_rows(
    text: str, width: int, first: int, delta: int, of: Callable[..., Document]
) -> None:
    page = Page(of(text), width)
    lines = page.lines(0, 10_000)
    first %= len(lines)
    place = page.place_of(lines[first].span.start)
    assert page.line_at(place) == lines[first]
    assert page.rows(place, 5) == lines[first : first + 5] == page.lines(first, 5)
    moved = page.move(place, delta)
    assert page.line_at(moved) == lines[min(max(0, first + delta), len(lines) - 1)]
    assert page.rows(page.last_place(7), 100) == lines[-7:]


def test_an_empty_document_has_one_empty_row(of: Callable[..., Document]) -> None:
    for text in ("", "\n", " \n\n"):
        page = Page(of(text), 10)
        (line,) = page.lines(0, 10)
        assert (line.cells, line.span, line.left) == ((), Span(0, len(text)), 10)
        assert page.line_at(page.place_of(0)).position_at(3) == 0
        assert page.lines(1, 5) == []


def test_rows_beyond_the_end_are_none(of: Callable[..., Document]) -> None:
    page = Page(of("اب\n\nجد"), 10)
    assert [line.span for line in page.lines(1, 10)] == [Span(2, 4), Span(4, 6)]
    assert page.lines(3, 1) == []
    assert page.lines(0, 0) == []


def test_a_glyph_wider_than_the_page_is_replaced(of: Callable[..., Document]) -> None:
    assert [drawn(line) for line in Page(of("日本a"), 1).lines(0, 9)] == ["\ufffd", "\ufffd", "a"]


LONG = "كلمة " * 20


@pytest.mark.parametrize(
    ("first", "second", "between", "blank", "reason"),
    [
        ("PARAGRAPH", "PARAGRAPH", "\n\n", True, "paragraphs stand apart"),
        ("PARAGRAPH", "PARAGRAPH", "\n", True, "long ones also where the source has only a line end"),
        ("HEADING", "PARAGRAPH", "\n", True, "a heading has a blank row below"),
        ("PARAGRAPH", "HEADING", "\n", True, "and above"),
        ("VERSE", "VERSE", "\n", False, "lines of verse follow each other"),
        ("VERSE", "VERSE", "\n\n", True, "stanzas stand apart"),
        ("ITEM", "ITEM", "\n", False, "the items of a list follow each other"),
        ("ITEM", "ITEM", "\n\n", False, "also where the source spreads them"),
        ("ITEM", "PARAGRAPH", "\n\n", True, "what follows the list stands apart"),
    ],
)
def test_blank_rows(first: str, second: str, between: str, blank: bool, reason: str) -> None:
    start = len(LONG + between)
    text = LONG + between + LONG
    blocks = [Block(BlockKind[first], Span(0, len(LONG))), Block(BlockKind[second], Span(start, len(text)))]
    lines = page_of(text, blocks, 200).lines(0, 9)
    assert [line.block for line in lines] == ([0, None, 1] if blank else [0, 1]), reason
    assert lines[-2].span.end == start


def test_short_lines_stand_together() -> None:
    blocks = [Block(BlockKind.PARAGRAPH, Span(0, 3)), Block(BlockKind.PARAGRAPH, Span(4, 7))]
    assert [line.block for line in page_of("ابج\nدهو", blocks, 20).lines(0, 9)] == [0, 1]


@pytest.mark.parametrize(
    ("kind", "level", "text", "right_edges", "reason"),
    [
        (BlockKind.PARAGRAPH, 0, "كتاب وقلم", [0, 0], "a paragraph begins at the right edge"),
        (BlockKind.QUOTE, 0, "كتاب وقلم", [2, 2], "a quotation stands in by two columns"),
        (BlockKind.ITEM, 1, "- كتاب وقلم", [0, 2], "the rows of an item hang below its text, not its bullet"),
        (BlockKind.ITEM, 1, "١. كتاب وقلم", [0, 3], "or its number"),
        (BlockKind.ITEM, 2, "    - كتاب وقلم", [2, 4], "an inner item stands in by its depth, not by its spaces"),
        (BlockKind.VERSE, 0, "  كتاب وقلم", [0, 0], "the spaces before a line of verse are its own"),
    ],
)
def test_indents(kind: BlockKind, level: int, text: str, right_edges: list[int], reason: str) -> None:
    lines = page_of(text, [Block(kind, Span(0, len(text)), level)], 8).lines(0, 9)
    assert [8 - line.left - line.width for line in lines] == right_edges, reason


def test_indents_stand_at_the_left_of_latin_paragraphs() -> None:
    lines = page_of("- one two three", [Block(BlockKind.ITEM, Span(0, 15), 1)], 9).lines(0, 9)
    assert [(line.left, drawn(line)) for line in lines] == [(0, "- one two"), (2, "three")]


def test_indents_give_way_on_a_narrow_page() -> None:
    lines = page_of("- اب", [Block(BlockKind.ITEM, Span(0, 4), 1)], 3).lines(0, 9)
    assert [line.left + line.width for line in lines] == [3, 3]


def test_a_paragraph_has_the_direction_of_its_first_letter_else_of_the_one_before(of: Callable[..., Document]) -> None:
    page = Page(of("***\n\nabc\n\n---\n\n123\n\nابج\n\n123"), 20)
    directions = [line.direction for line in page.lines(0, 99) if line.block is not None]
    assert directions == [1, 0, 0, 0, 1, 1], "a document is right-to-left until a letter says otherwise"


def test_a_document_full_of_neutral_lines_is_no_recursion() -> None:
    blocks = [Block(BlockKind.ITEM, Span(2 * number, 2 * number + 1)) for number in range(20_000)]
    page = page_of("*\n" * 20_000, blocks, 20)
    assert page.line_at(page.last_place()).direction == 1


@pytest.mark.parametrize(
    ("unit", "reason"),
    [
        ("كلمة وكلمة. ", "cut behind a sentence"),
        ("كلمة ", "or behind a word"),
        ("م", "or, in a word without end, between letters"),
        ("مَّ", "with their marks"),
        ("a\u0301\u0302", "of any script"),
    ],
)
def test_a_very_long_paragraph_is_cut_in_good_places(unit: str, reason: str) -> None:
    text = unit * (3 * LONGEST // len(unit))
    page = page_of(text, [Block(BlockKind.PARAGRAPH, Span(0, len(text)))], 50)
    place: Place | None = page.place_of(0)
    cuts = []
    while place:
        span = page.piece_span(place)
        assert span.length <= LONGEST
        cuts.append(span.end)
        place = page.next_piece(place, 1)
    assert len(cuts) >= 3
    assert all(cut % len(unit) == 0 for cut in cuts), reason


def test_the_direction_of_a_long_paragraph_is_that_of_all_its_pieces() -> None:
    text = "ابج " + "word " * LONGEST
    page = page_of(text, [Block(BlockKind.PARAGRAPH, Span(0, len(text)))], 50)
    assert page.line_at(page.last_place()).direction == 1


def test_places_survive_a_change_of_width(of: Callable[..., Document]) -> None:
    wide = Page(of(LONG * 10), 40)
    narrow = Page(wide.document, 20, like=wide)
    position = wide.line_at(wide.last_place()).span.start
    assert narrow.line_at(narrow.place_of(position)).span.start == position
    assert wide.line_at(Place(0, 999)) == wide.line_at(wide.last_place())


def test_what_is_kept_is_bounded_and_right() -> None:
    """Walked at random, a document many times larger than what is kept shows the same rows as a fresh page."""
    text = "\n\n".join(f"{number} " + LONG * 20 for number in range(150))
    starts = [0] + [index + 2 for index in range(len(text)) if text.startswith("\n\n", index)]
    ends = [start - 2 for start in starts[1:]] + [len(text)]
    blocks = [Block(BlockKind.PARAGRAPH, Span(*edges)) for edges in zip(starts, ends, strict=True)]
    page = page_of(text, blocks, 50)
    chance = random.Random(7)
    for _ in range(60):
        position = chance.randrange(len(text))
        place = page.place_of(position)
        assert page.line_at(place) == page_of(text, blocks, 50).line_at(place)
