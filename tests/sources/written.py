"""A document as a test writes it: one line a block, its kind and level by the signs before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.document.model import BlockKind

if TYPE_CHECKING:
    from reader.document.model import Document

_SIGNS = {BlockKind.HEADING: "#", BlockKind.QUOTE: ">", BlockKind.ITEM: "*", BlockKind.VERSE: "~", BlockKind.CODE: "`"}


def written(document: Document) -> str:
    """Headings as «## …», quotes as «> …», items as «* …», verse as «~ …», code as «` …», paragraphs bare."""
    lines = []
    for block in document.blocks:
        sign = _SIGNS.get(block.kind, "") * max(1, block.level)
        lines.append(f"{sign} {block.span.of(document.text)}".strip(" ").replace("\n", "⏎"))
    return "\n".join(lines)
