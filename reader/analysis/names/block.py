"""One block while names are sought in it: its tokens, what is known about each, and what is taken already."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import OrderedDict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

from reader.analysis.model import EntityType, Mention, MentionBasis
from reader.analysis.words import lexicon
from reader.analysis.words.clitics import Reading, after_letters, readings
from reader.analysis.words.tokens import tokenise
from reader.text.span import Span

if TYPE_CHECKING:
    from reader.analysis.words.tokens import Token


_KEPT: Final = 200_000
"""Tokens that are kept: those of a million characters."""


class Cut(NamedTuple):
    """A block as tokens, and what is known about each."""

    tokens: list[Token]
    words: list[lexicon.Word]


class Cuts:
    """What the blocks of a text are cut into. Of a book only what was cut last is kept, the rest is cut anew when
    it is looked at: all of its tokens together take twenty times the room of the text."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Span, Cut] = OrderedDict()
        self._tokens = 0

    def of(self, text: str, span: Span) -> Cut:
        """What the block at `span` is cut into."""
        cut = self._kept.get(span)
        if cut is None:
            tokens = tokenise(text, span)
            cut = self._kept[span] = Cut(tokens, [lexicon.word(token.key) for token in tokens])
            self._tokens += len(tokens)
            while self._tokens > _KEPT and len(self._kept) > 1:
                self._tokens -= len(self._kept.popitem(last=False)[1].tokens)
        return cut


@dataclass(slots=True)
class Block:
    """`tokens` of `span` in `text`; `taken[i]` is the type that token i is part of, if any."""

    text: str
    span: Span
    foreign_script: bool = False
    """Mostly Persian or Urdu: only the surest rules may speak."""
    found: list[Mention] = field(default_factory=list)
    """What the recogniser said, in order, until it is believed."""
    cuts: Cuts = field(default_factory=Cuts)
    """Shared by the blocks of a text."""
    taken: list[EntityType | None] = field(init=False)
    mentions: list[Mention] = field(init=False, default_factory=list)

    def __post_init__(self) -> None:
        self.taken = [None] * len(self.tokens)

    @property
    def tokens(self) -> list[Token]:
        return self.cuts.of(self.text, self.span).tokens

    @property
    def words(self) -> list[lexicon.Word]:
        """What is known about each token."""
        return self.cuts.of(self.text, self.span).words

    def readings(self, index: int) -> tuple[Reading, ...]:
        """How the word may be split: whole only where it is a name of its own."""
        return readings(self.tokens[index].key)

    def key(self, index: int) -> str:
        """The key at `index`, "" outside the block."""
        return self.tokens[index].key if 0 <= index < len(self.tokens) else ""

    def is_word(self, index: int) -> bool:
        return 0 <= index < len(self.tokens) and self.tokens[index].is_word

    def continues(self, index: int) -> bool:
        """Whether the token at `index` is a free word that only spaces part from the one before."""
        return self.is_word(index) and self.tokens[index].glued and self.taken[index] is None

    def free(self, start: int, end: int) -> bool:
        return all(taken is None for taken in self.taken[start:end])

    def within(self, span: Span) -> tuple[int, int]:
        """The tokens `[first, last)` that overlap `span`."""
        first = bisect_right(self.tokens, span.start, key=lambda token: token.end)
        return first, bisect_left(self.tokens, span.end, lo=first, key=lambda token: token.start)

    def take(self, mention: Mention) -> None:
        """A mention that stands, with the tokens that it covers."""
        self.mentions.append(mention)
        for index in range(*self.within(mention.span)):
            self.taken[index] = mention.type

    def add(
        self,
        start: int,
        end: int,
        type_: EntityType,
        *,
        letters: int = 0,
        score: float,
        basis: MentionBasis,
    ) -> None:
        """A mention over the tokens `[start, end)` without the first `letters` of the first one."""
        first, last = self.tokens[start], self.tokens[end - 1]
        begin = after_letters(self.text, first, letters)
        self.take(Mention(Span(begin, last.end), type_, score=score, basis=basis))
