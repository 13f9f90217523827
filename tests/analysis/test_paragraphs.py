from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.analysis.paragraphs import LONGEST, PIECE, paragraphs
from reader.analysis.pipeline import analyse
from reader.document.build import plain_blocks
from reader.document.model import Document, Source
from reader.text.span import Span

SENTENCE = "زار الوزير سالم الحداد مدينة القاهرة يوم الأحد ثم عاد إلى بغداد. "
MANY = LONGEST // len(SENTENCE)


def build(text: str) -> Document:
    return Document(text, plain_blocks(text), Source("a.txt", "text", "utf-8", ""))


@pytest.mark.parametrize(
    ("text", "count", "why"),
    [
        (SENTENCE * MANY, 1, "as long as one may be"),
        (SENTENCE * 2 * MANY, 3, "twice as long"),
        ("كلمة " * LONGEST, 6, "no sentence ends in it"),
        ("ا" * 3 * LONGEST, 3, "no word ends in it"),
        ("# عنوان\n\n" + "word " * LONGEST, 1, "what has no Arabic letter is not read"),
    ],
)
def test_a_long_paragraph_is_read_in_pieces(text: str, count: int, why: str) -> None:
    pieces = paragraphs(build(text))
    assert len(pieces) == count, why
    assert max(piece.length for piece in pieces) <= LONGEST


def test_a_piece_ends_with_a_sentence() -> None:
    text = ("قال د. سالم الحداد إن " + SENTENCE) * MANY * 3
    pieces = [piece.of(text) for piece in paragraphs(build(text))]
    assert all(PIECE <= len(piece) < PIECE + 2 * len(SENTENCE) for piece in pieces[:-1])
    assert all(piece.rstrip().endswith("بغداد.") for piece in pieces)


@settings(max_examples=30)
@given(st.lists(st.sampled_from(["كلمة", "قال.", "\n", "ا" * 700, "«نعم!»", "x"]), max_size=2000))
def test_pieces_leave_nothing_out(words: list[str]) -> None:
    document = build(" ".join(words))
    pieces = paragraphs(document)
    assert all(before.end <= after.start for before, after in pairwise(pieces))
    blocks = (block.span.of(document.text) for block in document.blocks)
    assert "".join(piece.of(document.text) for piece in pieces) == "".join(one for one in blocks if one.strip("x \n"))


def test_what_is_in_view_of_a_paragraph_without_end_comes_first() -> None:
    text = SENTENCE * 30 * MANY
    view = Span(len(text) // 2, len(text) // 2 + 900)
    first = next(analyse(build(text), view=lambda: view))
    mentions = [mention.span for entity in first.entities for mention in entity.mentions]
    assert first.reach == 0
    assert any(view.covers(mention) for mention in mentions)
    assert all(abs(mention.start - view.start) < 2 * LONGEST for mention in mentions)
