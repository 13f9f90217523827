"""An entity in the making, as the rules that gather mentions hand it about."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from reader.analysis.entities.variants import words_of

if TYPE_CHECKING:
    from reader.analysis.model import EntityType, Mention

CANDIDATES: Final = 24
"""Clusters that a name is compared with, the latest first: keeps hostile texts linear."""
MOST_WORDS: Final = 8
"""Words of a name by whose parts it can be met again; nobody's name is longer."""


@dataclass(slots=True, eq=False)
class Cluster:
    """Mentions that are one entity, in the order in which they were added."""

    type: EntityType
    words: tuple[str, ...]
    """The longest form."""
    mentions: list[Mention] = field(default_factory=list)
    titles: set[str] = field(default_factory=set)
    known: bool = False
    """Whether a list says which body, place … it is; such a one is never taken for part of another."""
    first: int = sys.maxsize
    """Where the first mention begins."""
    maybe: list[Cluster] = field(default_factory=list)
    """Those that it may be one with, where the text does not say."""

    def add(self, mention: Mention, words: tuple[str, ...]) -> None:
        self.mentions.append(mention)
        self.first = min(self.first, mention.span.start)
        self.words = max(self.words, words, key=len)
        if mention.title:
            self.titles.update(words_of(mention.title))

    def take(self, other: Cluster) -> None:
        """Adds all that the other holds."""
        self.mentions += other.mentions
        self.first = min(self.first, other.first)
        self.words = max(self.words, other.words, key=len)
        self.titles |= other.titles
