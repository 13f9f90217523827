"""Names in a text: who, where, which body, which product is named, and how sure that is.

Rules and lists find them, block by block; what a document has named once is then found again everywhere
in it. A trained model can take the place of the rules: the contract is `find_mentions`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.analysis.names import consistency, organisations, persons, places, products
from reader.analysis.names.block import Block
from reader.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from reader.analysis.model import Mention

_PERSIAN = re.compile("[پچژگٹڈڑےہیک]")
_ARABIC_LETTER = re.compile("[\u0620-\u064a\u0671-\u06d3]")
_FOREIGN_SHARE = 0.02
"""Share of letters that Arabic does not use from which a block is taken for Persian or Urdu."""
_FINDERS = (products.find, organisations.find, places.find_facilities, persons.find, places.find)
"""In this order: what is longer and surer takes its words before others may."""
_PARAGRAPH = re.compile(r"[^\n]+")


def find_mentions(
    text: str, blocks: Iterable[Span] | None = None, *, stop: Callable[[], bool] = lambda: False
) -> list[Mention]:
    """The names in `text`, in text order; no two overlap, none crosses the end of a block.

    `blocks` are the paragraphs to read, by default the lines of the text. Linear in the length of the text.
    When `stop()` turns true the work ends early, and what was found so far is given.
    """
    spans = blocks if blocks is not None else (Span(*match.span()) for match in _PARAGRAPH.finditer(text))
    read = [Block(text, span, foreign_script=_is_foreign(span.of(text))) for span in spans]
    attested = frozenset(token.key for block in read for token in block.tokens)
    for block in read:
        if stop():
            break
        block.attested = attested
        for finder in _FINDERS:
            finder(block)
    memory = consistency.remember(read)
    for block in read:
        if stop():
            break
        consistency.recall(block, memory)
    return sorted((mention for block in read for mention in block.mentions), key=lambda mention: mention.span)


def _is_foreign(text: str) -> bool:
    letters = len(_ARABIC_LETTER.findall(text))
    return letters > 0 and len(_PERSIAN.findall(text)) > _FOREIGN_SHARE * letters
