"""The document: one immutable text in logical order, and the blocks that it is made of."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import datetime

    from reader.text.span import Span


class BlockKind(StrEnum):
    """What a block is; the values are those of the JSON output."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    QUOTE = "quote"
    ITEM = "item"
    VERSE = "verse"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph in the sense of UAX #9: it has one base direction.

    `span` leaves out the line end that closes the block; a line end inside it (a hard-wrapped paragraph)
    is white space. `level` is the rank of a heading (1 is the title) or the depth of an item or a quote.
    """

    kind: BlockKind
    span: Span
    level: int = 0


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the source says about itself, None where it does not say."""

    title: str | None = None
    date: datetime.date | None = None
    topic: str | None = None
    author: str | None = None
    licence: str | None = None
    language: str = "ar"


PLAIN: Final = "text"
"""The kind of a source that is plain text."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a document came from. `kind` is PLAIN for plain text, bundled articles included."""

    name: str
    kind: str
    encoding: str
    sha256: str
    raw: bytes = field(repr=False, default=b"")
    """The bytes as they were read: what `--format text` gives back for a UTF-8 source."""

    @property
    def is_plain(self) -> bool:
        """Whether it is plain text, which may have been ruined on its way."""
        return self.kind == PLAIN

    @property
    def short_name(self) -> str:
        """The name without the folders before it."""
        return self.name.rstrip("/").rpartition("/")[2] or self.name


@dataclass(frozen=True, slots=True)
class Document:
    """A text as it was written; spans everywhere are code points into `text`."""

    text: str = field(repr=False)
    blocks: tuple[Block, ...] = field(repr=False)
    source: Source
    metadata: Metadata = Metadata()
    notices: tuple[str, ...] = ()
    """What a reader should know about how the source was read (a guessed encoding, a bad byte)."""
