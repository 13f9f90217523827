"""A document whose text was ruined on its way, as a readable one, with the way back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reader.document.build import plain_blocks, title
from reader.text.language import guess
from reader.text.repair import SAMPLE, repair

if TYPE_CHECKING:
    from reader.document.model import Document
    from reader.text.repair import Repaired, Ruin


@dataclass(frozen=True, slots=True)
class Mended:
    """The readable `document`, and what it was made readable by."""

    document: Document
    repaired: Repaired

    @property
    def ruins(self) -> tuple[Ruin, ...]:
        """What was wrong."""
        return self.repaired.ruins


def seeming_ruins(document: Document) -> tuple[Ruin, ...]:
    """What seems wrong with it by samples, where to mend all of it takes long and is not asked for."""
    text, middle, size = document.text, len(document.text) // 2, SAMPLE // 2
    if len(text) > 2 * SAMPLE:
        text = "\n".join((text[:SAMPLE], text[middle : middle + size], text[-size:]))
    repaired = repair(text) if document.source.is_plain else None
    return repaired.ruins if repaired else ()


def mend(document: Document) -> Mended | None:
    """The document made readable; None where nothing is wrong with it. Other formats than plain text mend
    themselves while they are read."""
    repaired = repair(document.text) if document.source.is_plain else None
    if repaired is None:
        return None
    blocks = plain_blocks(repaired.text)
    metadata = replace(document.metadata, title=title(repaired.text, blocks), language=guess(repaired.text))
    source = replace(document.source, raw=repaired.text.encode("utf-8", "replace"))
    return Mended(replace(document, text=repaired.text, blocks=blocks, source=source, metadata=metadata), repaired)
