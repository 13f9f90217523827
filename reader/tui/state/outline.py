"""The headings of a text, and which of them one is under."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from reader.document.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.document.model import Document
    from reader.text.span import Span


class Heading(NamedTuple):
    """A heading and how deep it lies: 0 for those of the first rank."""

    text: str
    depth: int
    span: Span


def headings(document: Document) -> tuple[Heading, ...]:
    """All headings with something in them, in the order of the text."""
    found = [block for block in document.blocks if block.kind is BlockKind.HEADING]
    least = min((block.level for block in found), default=0)
    said = ((" ".join(block.span.of(document.text).split()), block) for block in found)
    return tuple(Heading(text, block.level - least, block.span) for text, block in said if text)


def current(entries: Sequence[Heading], position: int) -> int:
    """The index of the heading that `position` is under; the first where it lies before all of them."""
    return max(0, bisect_right(entries, position, key=lambda entry: entry.span.start) - 1)
