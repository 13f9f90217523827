"""The paragraphs of a document as the analysis reads them: one without end is read in pieces.

What is in view is known only when all of its paragraph has been read, and a paragraph may be as long as a book.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from reader.document.model import BlockKind
from reader.text.arabic import LETTERS
from reader.text.segment import sentences
from reader.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.document.model import Block, Document

LONGEST: Final = 5_000
"""Characters that are read as one, half a second's work for the recogniser on two cores: a long page of a book."""
PIECE: Final = 2_500
"""Characters of a longer paragraph after which the next end of a sentence ends a piece."""
_ARABIC_LETTER: Final = re.compile(f"[{LETTERS}]")


def paragraphs(document: Document) -> list[Span]:
    """What is read of a document, in order."""
    read = (block.span for block in document.blocks if _is_read(document.text, block))
    return [piece for span in read for piece in _pieces(document.text, span)]


def _is_read(text: str, block: Block) -> bool:
    """Code says nothing, and what has no Arabic letter would only be guessed at."""
    return block.kind is not BlockKind.CODE and _ARABIC_LETTER.search(text, *block.span) is not None


def _pieces(text: str, span: Span) -> Iterator[Span]:
    start, end = span
    while end - start > LONGEST:
        stop = start + _length(text[start : start + LONGEST])
        yield Span(start, stop)
        start = stop
    yield Span(start, end)


def _length(window: str) -> int:
    """How much of a stretch of LONGEST characters, whose last sentence may go on behind it, is one piece: up to the end
    of a sentence, or else of a word."""
    for sentence in sentences(window)[:-1]:
        if sentence.end >= PIECE:
            return sentence.end
    space = window.rfind(" ", PIECE)
    return space if space > 0 else LONGEST
