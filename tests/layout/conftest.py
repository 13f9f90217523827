"""Documents made of plain text, for the tests of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.document.build import plain_blocks
from reader.document.model import Block, BlockKind, Document, Source
from reader.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable


def _of(text: str, kind: BlockKind | None = None) -> Document:
    blocks = plain_blocks(text) if kind is None else (Block(kind, Span(0, len(text))),)
    return Document(text, blocks, Source("a test", "text", "utf-8", ""))


@pytest.fixture(scope="session")
def of() -> Callable[..., Document]:
    """`of(text)` as a plain text would be read; `of(text, kind)` as one block of that kind."""
    return _of
