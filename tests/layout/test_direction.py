"""Which way blocks run. Each document's rows: text of a block, its direction by majority, and by the strict rule."""

import pytest

from reader.document.build import plain_blocks
from reader.document.model import Block, BlockKind, Document, Source
from reader.layout.direction import Direction, Directions
from reader.text.span import Span

CODE = "# دالة تجمع عددين\ndef f(a, b): ..."
AROUND = "هذه فقرة عربية تقف قبل ما نسأل عنه."

ROWS = [
    ("iPhone وهواتف أخرى كثيرة", 1, 0, "a sentence that begins with a Latin word"),
    ("وهواتف iPhone أخرى", 1, 1, "one that does not"),
    ("--lang ar    لغة الواجهة التي تراها", 1, 0, "an option, whose own letters do not count"),
    ("https://example.com/a/very/long/address للمزيد", 1, 0, "the letters of an address do not count"),
    ("This paragraph is English from its beginning to its end.", 0, 0, "another language among Arabic"),
    ("The word سلام means peace, and is also a greeting.", 0, 0, "mostly Latin"),
    ("١٩٤٥", 1, 1, "no letter: as the block before"),
]


def directions(text: str, direction: Direction) -> list[int]:
    blocks = plain_blocks(text)
    found = Directions(Document(text, blocks, Source("x", "text", "utf-8", "")), direction)
    return [found.of(index) for index in range(len(blocks))]


@pytest.mark.parametrize(("block", "majority", "strict", "why"), ROWS)
def test_a_block_in_an_arabic_document(block: str, majority: int, strict: int, why: str) -> None:
    text = f"{AROUND}\n\n{block}\n"
    assert directions(text, Direction.MAJORITY)[-1] == majority, why
    assert directions(text, Direction.STRICT)[-1] == strict, why


def test_a_table_of_numbers_runs_as_what_stands_before_it_however_long_it_is() -> None:
    text = f"{AROUND}\n\n" + "1\t2\t3\n" * 90_000
    found = Directions(Document(text, plain_blocks(text), Source("x", "text", "utf-8", "")), Direction.MAJORITY)
    assert found.of(90_000) == 1


@pytest.mark.parametrize("direction", Direction)
def test_code_runs_left_to_right_whatever_its_comments_begin_with(direction: Direction) -> None:
    text = f"{AROUND}\n{CODE}"
    start = len(AROUND)
    blocks = (Block(BlockKind.PARAGRAPH, Span(0, start)), Block(BlockKind.CODE, Span(start + 1, len(text))))
    found = Directions(Document(text, blocks, Source("x", "text", "utf-8", "")), direction)
    assert [found.of(index) for index in (0, 1)] == [1, 0]


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("1. أول بند في القائمة\n2. Windows\n3. ثالث بند هنا\n", [1, 1, 1], "an item runs with its list"),
        ("سالم: مرحبا بك!\nAli: Hello, my friend\nسالم: كيف حالك اليوم؟\n", [1, 1, 1], "a turn with its dialogue"),
        (f"{AROUND}\n\n1. Windows\n2. Linux عربي\n3. Mac OS\n", [1, 0, 0, 0], "a list that is mostly Latin"),
        ("An English text with one word: سلام.\n\niOS وأخرى\n", [0, 0], "not in a document that is mostly Latin"),
        ("المدينة\tعدد السكان\nNEOM\tKSA\nFez\tMA\n", [1, 1, 1], "a row with its table"),
        ("المدينة\tعدد السكان\nNEOM\tSaudi Arabia\nFez\tMorocco\n", [0, 0, 0], "in any document"),
        (f"{AROUND}\n\nالاسم\tName\nab\tReading aloud\ncd\tWriting\n", [1, 0, 0, 0], "a table that is mostly Latin"),
        ("", [], "no block"),
    ],
)
def test_a_block_in_company(text: str, expected: list[int], why: str) -> None:
    assert directions(text, Direction.MAJORITY) == expected, why
