"""Names in a text: who, where, which body, which product is named, and how sure that is.

The trained recogniser finds them, block by block; lists set it right and add what they know. Where it cannot
be loaded, rules and lists find them alone. What a document has named once is then found again everywhere in it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.analysis.names import agree, organisations, persons, places, products, titles
from reader.analysis.names.believe import believe
from reader.analysis.names.block import Block
from reader.analysis.recogniser import kept
from reader.analysis.recogniser.kept import notice
from reader.text.language import ARABIC, UNKNOWN, guess
from reader.text.span import Span

__all__ = ["find_mentions", "notice", "read_ahead", "stretches"]

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from reader.analysis.model import Mention

_FINDERS = (products.find, organisations.find, places.find_facilities, persons.find, places.find)
"""In this order: what is longer and surer takes its words before others may."""
_ADDING = (organisations.find_known, places.find_known, titles.find)
"""What is left to do where the recogniser has spoken."""
_PARAGRAPH = re.compile(r"[^\n]+")


def find_mentions(
    text: str, blocks: Iterable[Span] | None = None, *, stop: Callable[[], bool] = lambda: False
) -> list[Mention]:
    """The names in `text`, in text order; no two overlap, none crosses the end of a block.

    `blocks` are the paragraphs to read, by default the lines of the text. Linear in the length of the text.
    When `stop()` turns true the work ends early, and what was found so far is given.
    """
    spans = list(blocks) if blocks is not None else [Span(*match.span()) for match in _PARAGRAPH.finditer(text)]
    read = [Block(text, span, foreign_script=_is_foreign(span.of(text))) for span in spans]
    attested = frozenset(token.key for block in read for token in block.tokens)
    said = kept.read(text, spans, stop=stop)
    for number, block in enumerate(read):
        if stop():
            break
        block.attested = attested
        if said is not None:
            believe(block, said[number])
        for finder in _FINDERS if said is None else _ADDING:
            finder(block)
    agree.agree(read)
    memory = agree.remember(read)
    for block in read:
        if stop():
            break
        agree.recall(block, memory)
    return sorted((mention for block in read for mention in block.mentions), key=lambda mention: mention.span)


def stretches(blocks: Iterable[Span]) -> list[tuple[Span, ...]]:
    """The blocks in the groups that are read together. Nothing is read twice where each call reads whole groups."""
    if notice() is not None:
        return [(block,) for block in blocks]
    from reader.analysis.recogniser import network

    return list(network.stretches(blocks))


def read_ahead(text: str, blocks: Sequence[Span], *, stop: Callable[[], bool] = lambda: False) -> None:
    """Does the long part of `find_mentions`, for one that is to come: the recogniser reads `blocks`."""
    kept.read(text, blocks, stop=stop)


def _is_foreign(text: str) -> bool:
    """Whether the block is in another language of the script."""
    return guess(text) not in (ARABIC, UNKNOWN)
