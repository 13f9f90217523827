"""Names in a text: who, where, which body, which product is named, and how sure that is.

The trained recogniser finds them, block by block; lists set it right and add what they know. Where it cannot
be had, the gazetteer alone speaks. What a document has named once is then found again everywhere in it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from reader.analysis.names import agree, attested, believe, bounds, gazetteer, titles
from reader.analysis.names.block import Block, Cuts
from reader.analysis.recogniser import kept
from reader.analysis.steps import Step, attempt, attempt_each, take
from reader.analysis.words.fences import fenced
from reader.text.language import ARABIC, UNKNOWN, guess
from reader.text.scan import without_unseen
from reader.text.span import Span

__all__ = ["STEPS", "Named", "find_names", "load", "read_ahead", "stretches"]

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from reader.analysis.model import Happening, Mention, Notice

_PARAGRAPH = re.compile(r"[^\n]+")
_BLOCKS_A_LOOK: Final = 100
"""Blocks between two looks at whether to stop."""


class _Names:
    """The blocks of a document while names are sought in them."""

    def __init__(self, blocks: list[Block], stop: Callable[[], bool]) -> None:
        self.blocks = blocks
        self.stop = stop
        self.happenings: tuple[Happening, ...] | None = None

    def each(self, rule: Callable[[Block], None]) -> None:
        """Applies the rule to one block after another, until it is time to stop."""
        attempt_each(rule, self._until_stop())

    def _until_stop(self) -> Iterator[Block]:
        for number, block in enumerate(self.blocks):
            if number % _BLOCKS_A_LOOK == 0 and self.stop():
                return
            yield block


def _mending(name: str, rule: Callable[[Block, Mention], Mention | None]) -> Step[_Names]:
    """A step that sets each mention of the recogniser right, or drops it."""

    def mend(block: Block) -> None:
        block.found = [mended for mention in block.found if (mended := rule(block, mention)) is not None]

    return _in_each(name, mend)


def _in_each(name: str, rule: Callable[[Block], None]) -> Step[_Names]:
    """A step that looks at one block at a time."""

    return Step(f"names: {name}", lambda names: names.each(rule))


def _in_all(name: str, rule: Callable[[Sequence[Block]], None]) -> Step[_Names]:
    """A step that looks at the whole document."""

    def run(names: _Names) -> None:
        if not names.stop():
            rule(names.blocks)

    return Step(f"names: {name}", run)


STEPS: Final = (
    _mending("likely", believe.likely),
    _mending("no preposition at the end", bounds.without_preposition),
    _mending("person without clitic", bounds.person_without_clitic),
    _mending("place without clitic", bounds.without_clitic),
    _mending("country without direction", bounds.without_direction),
    _mending("capital of a land of its name", bounds.with_capital),
    _in_each("quotations closed", bounds.close_pairs),
    _in_each("halves joined", bounds.join),
    _mending("no word", believe.no_word),
    _mending("no common noun", believe.no_common_noun),
    _mending("of known type", believe.of_known_type),
    _in_all("words of the document", attested.no_words),
    _in_all("forms met once", attested.apart),
    _in_all("whole by the document", attested.whole),
    _in_each("recogniser", believe.take),
    _in_each("known bodies", gazetteer.find_bodies),
    _in_each("known places", gazetteer.find_places),
    _in_each("titles", titles.find),
    _in_all("clitics by the document", agree.without_attested_clitics),
    _in_all("one type a name", agree.agree),
    _in_all("named before", agree.recall),
)
"""What is done to a document's names, in this order."""


@dataclass(frozen=True, slots=True)
class Named:
    """Mentions in text order, and what there is to know about how they were found."""

    mentions: tuple[Mention, ...]
    notices: tuple[Notice, ...] = ()
    happenings: tuple[Happening, ...] | None = None
    """What the recogniser says of events beside, None where it says nothing of them."""


def find_names(text: str, blocks: Iterable[Span] | None = None, *, stop: Callable[[], bool] = lambda: False) -> Named:
    """The names in `text`: no two overlap, none crosses the end of a block, each has a letter or digit.

    `blocks` are the paragraphs to read, by default the lines of the text. Linear in the length of the text.
    When `stop()` turns true the work ends early, and what was found so far is given.
    """
    text = fenced(text)
    spans = list(blocks) if blocks is not None else [Span(*match.span()) for match in _PARAGRAPH.finditer(text)]
    cuts = Cuts()
    names = _Names([Block(text, span, _is_foreign(span.of(text)), cuts=cuts) for span in spans], stop)
    unread = attempt("names: reading", lambda: _read(text, names))
    failed = take(STEPS, names)
    mentions = sorted((mention for block in names.blocks for mention in block.mentions), key=lambda one: one.span)
    notices = tuple(notice for notice in (kept.notice(), unread, *failed) if notice)
    return Named(tuple(mentions), notices, names.happenings)


def _read(text: str, names: _Names) -> None:
    """Asks the recogniser."""
    said = kept.read(text, [block.span for block in names.blocks], stop=names.stop)
    if said is None:
        return
    for block, heard in zip(names.blocks, said, strict=True):
        block.found = [replace(mention, span=without_unseen(text, mention.span)) for mention in heard.mentions]
    names.happenings = tuple(happening for heard in said for happening in heard.happenings)


def load() -> None:
    """Loads the recogniser, where it can be had."""
    kept.notice()


def stretches(blocks: Iterable[Span]) -> list[tuple[Span, ...]]:
    """The blocks in the groups that are read together. Nothing is read twice where each call reads whole groups."""
    if kept.notice() is not None:
        return [(block,) for block in blocks]
    from reader.analysis.recogniser import network

    return list(network.stretches(blocks))


def read_ahead(text: str, blocks: Sequence[Span], *, stop: Callable[[], bool] = lambda: False) -> None:
    """Does the long part of `find_names`, for one that is to come: the recogniser reads `blocks`."""
    kept.read(fenced(text), blocks, stop=stop)


def _is_foreign(text: str) -> bool:
    """Whether the block is in another language of the script."""
    return guess(text) not in (ARABIC, UNKNOWN)
