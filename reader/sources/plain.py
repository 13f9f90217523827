"""Plain text into a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.document.build import plain_blocks, title
from reader.document.model import PLAIN, Document, Metadata, Source
from reader.messages import message
from reader.text.language import guess

if TYPE_CHECKING:
    from reader.sources.decode import Decoded


def document(name: str, raw: bytes, decoded: Decoded, *, sha256_of: bytes | None = None) -> Document:
    """The document that a plain text is; its blocks and its title are guessed from the look of its lines.

    `sha256_of` are the bytes of the source where it was packed. A text of nothing but white space gives a
    document without blocks, and a notice.
    """
    from hashlib import sha256

    blocks = plain_blocks(decoded.text)
    called = " ".join(name.split())
    notices = (
        decoded.notices if blocks else (*decoded.notices, message("nothing but white space in {name}", name=called))
    )
    return Document(
        decoded.text,
        blocks,
        Source(name, PLAIN, decoded.encoding, sha256(raw if sha256_of is None else sha256_of).hexdigest(), raw),
        Metadata(title=title(decoded.text, blocks), language=guess(decoded.text)),
        notices,
    )
