"""The text itself: what was written, in logical order, base letters, to the last byte."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.text.controls import visible

if TYPE_CHECKING:
    from reader.document.model import Document

UTF_8 = "utf-8"


def text_bytes(document: Document) -> bytes:
    """The document as UTF-8: byte for byte its source, where that is plain text in UTF-8 (a BOM too)."""
    source = document.source
    if source.is_plain:
        return source.raw if _is_as_read(document) else encode(document.text)
    return encode("\n\n".join(block.span.of(document.text) for block in document.blocks) + "\n")


def _is_as_read(document: Document) -> bool:
    """Whether the text is what its bytes say as UTF-8, bad ones among them; some lines may be in another encoding."""
    raw = document.source.raw
    return document.source.encoding == UTF_8 and raw.decode(UTF_8, "replace").removeprefix("\ufeff") == document.text


def text_for_terminal(document: Document) -> bytes:
    """The same with every control character shown as a sign, so that none reaches a terminal."""
    text = text_bytes(document).decode(UTF_8, "replace")
    return encode(visible(text))


def encode(text: str) -> bytes:
    """UTF-8; a lone surrogate, which UTF-8 cannot hold, becomes U+FFFD."""
    try:
        return text.encode(UTF_8)
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace").encode(UTF_8)
