"""What every format is given, and what it makes of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from reader.document.compose import Part, compose, one_line
from reader.document.model import BlockKind, Document, Metadata, Source
from reader.sources.decode import Decoded, decode
from reader.text.language import guess

if TYPE_CHECKING:
    from collections.abc import Iterable


_NO_TITLE = re.compile(
    r"\.(?:docx?|rtf|indd|qxp|tex|html?|pdf)\b|^(?:Microsoft Word|untitled|(?:document|مستند)(?:\d+\b|\Z))", re.I
)


def is_no_title(said: str) -> bool:
    """Whether a program has called a document so, as it calls any: by its file, or by a number."""
    return _NO_TITLE.search(said) is not None


class Given(NamedTuple):
    """The bytes of a source, and what is known of their encoding from outside."""

    raw: bytes
    encoding: str | None = None
    """What the user said: it wins."""
    declared: str | None = None
    """What the source's own surroundings say (an HTTP header, a part of a mail)."""

    def decoded(self, declared: str | None = None) -> Decoded:
        """The text of the bytes; `declared` is what they themselves say of their encoding."""
        return decode(self.raw, self.encoding, declared=self.declared or declared)


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a format has found; `kind` is the `kind` of the document's source."""

    kind: str
    parts: Iterable[Part]
    encoding: str = "utf-8"
    metadata: Metadata = field(default_factory=Metadata)
    notices: tuple[str, ...] = ()


def document(name: str, sha256: str, parsed: Parsed) -> Document | None:
    """The document that has been parsed: text, blocks, title and language. None where there is no text.

    The text begins with its title: one that is known from elsewhere is put before it.
    """
    known = one_line(parsed.metadata.title or "")
    parts = list(parsed.parts)
    if not compose(parts)[0]:
        return None
    if known and not (parts[0].kind is BlockKind.HEADING and one_line(parts[0].text) == known):
        parts.insert(0, Part(BlockKind.HEADING, known, 1))
    text, blocks = compose(parts)
    first = blocks[0]
    title = known or (one_line(first.span.of(text)) if first.kind is BlockKind.HEADING else None)
    return Document(
        text,
        blocks,
        Source(name, parsed.kind, parsed.encoding, sha256),
        replace(parsed.metadata, title=title, language=guess(text)),
        parsed.notices,
    )
