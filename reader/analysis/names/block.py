"""One block while names are sought in it: its tokens, what is known about each, and what is taken already."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reader.analysis.model import EntityType, Mention, MentionBasis
from reader.analysis.words import lexicon
from reader.analysis.words.clitics import Reading, after_letters, readings
from reader.analysis.words.tokens import tokenise
from reader.text.span import Span

if TYPE_CHECKING:
    from reader.analysis.words.tokens import Token


@dataclass(slots=True)
class Block:
    """`tokens` of `span` in `text`; `taken[i]` is the type that token i is part of, if any."""

    text: str
    span: Span
    foreign_script: bool = False
    """Mostly Persian or Urdu: only the surest rules may speak."""
    found: list[Mention] = field(default_factory=list)
    """What the recogniser said, in order, until it is believed."""
    tokens: list[Token] = field(init=False)
    words: list[lexicon.Word] = field(init=False)
    taken: list[EntityType | None] = field(init=False)
    mentions: list[Mention] = field(init=False, default_factory=list)

    def __post_init__(self) -> None:
        self.tokens = tokenise(self.text, self.span)
        self.words = [lexicon.word(token.key) for token in self.tokens]
        self.taken = [None] * len(self.tokens)

    def readings(self, index: int) -> tuple[Reading, ...]:
        """How the word may be split: whole only where it is a name of its own."""
        return readings(self.tokens[index].key)

    def key(self, index: int) -> str:
        """The key at `index`, "" outside the block."""
        return self.tokens[index].key if 0 <= index < len(self.tokens) else ""

    def is_word(self, index: int) -> bool:
        return 0 <= index < len(self.tokens) and self.tokens[index].kind == "word"

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
        begin = after_letters(self.text, first, letters) if letters else first.start
        self.take(Mention(Span(begin, last.end), type_, score=score, basis=basis))
