"""Entities in the making, as the steps that gather mentions hand them about."""

from __future__ import annotations

import re
import sys
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from reader.analysis.entities.variants import words_of
from reader.analysis.model import EntityType
from reader.analysis.words import lexicon
from reader.analysis.words.keys import key, keys
from reader.text.arabic import BIDI_CONTROLS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.analysis.model import Mention
    from reader.text.span import Span

CANDIDATES: Final = 24
"""Clusters that a name is compared with, the latest first: keeps hostile texts linear."""
_UNSEEN: Final = re.compile(f"[{BIDI_CONTROLS}]")
BEHIND_NAMES: Final = keys("باشا بك بيك أفندي آغا خاتون هانم")
"""Ranks that close a name and stand for nobody."""
_KINDS_IN_LAM: Final = keys("لجنة لجان لواء لعبة لوحة لقاء ليلة لغز")
"""What bodies and works are, whose first letter is their own: «للجنة الدفاع» is «لجنة الدفاع»."""
MOST_WORDS: Final = 8
"""Words of a name by whose parts it can be met again; nobody's name is longer."""


@dataclass(slots=True, eq=False)
class Cluster:
    """Mentions that are one entity, in the order in which they were added."""

    type: EntityType
    words: tuple[str, ...]
    """The longest form."""
    forms: Counter[tuple[str, ...]] = field(default_factory=Counter)
    """The words of each spelling and length of the name and how often it was met, in the order of meeting."""
    mentions: list[Mention] = field(default_factory=list)
    titles: set[str] = field(default_factory=set)
    """The words of all titles."""
    known: bool = False
    """Whether a list says which body, place … it is; such a one is never taken for part of another."""
    first: int = sys.maxsize
    """Where the first mention begins."""
    maybe: list[Cluster] = field(default_factory=list)
    """Those that it may be one with, where the text does not say."""

    taken_by: Cluster | None = None
    """That which holds all of it now."""

    @property
    def last(self) -> Cluster:
        """That which holds what it held, at the end of all taking."""
        cluster = self
        while cluster.taken_by is not None:
            cluster = cluster.taken_by
        return cluster

    def add(self, mention: Mention, words: tuple[str, ...]) -> None:
        self.mentions.append(mention)
        self.forms[words] += 1
        self.first = min(self.first, mention.span.start)
        self.words = max(self.words, words, key=len)
        if mention.title:
            self.titles.update(words_of(mention.title))

    def describe(self, mention: Mention) -> None:
        """Adds a mention that is no form of the name."""
        self.mentions.append(mention)
        self.first = min(self.first, mention.span.start)

    def take(self, other: Cluster) -> None:
        """Takes over all that the other holds."""
        self.mentions += other.mentions
        self.forms.update(other.forms)
        self.first = min(self.first, other.first)
        self.words = max(self.words, other.words, key=len)
        self.titles |= other.titles
        self.known |= other.known
        other.mentions = []
        self.taken_by, other.taken_by = None, self


def is_ranked(words: tuple[str, ...]) -> bool:
    """Whether a name is a given name with its rank («عبد الله باشا»)."""
    match words:
        case (name, rank):
            return rank in BEHIND_NAMES and lexicon.word(name).may_be_given
    return False


class Gathering:
    """The mentions of a text on their way to entities: those of one type and the same words are together from the
    start, but for persons named by one word, or one and a rank, who need not be one. `blocks` is where descriptions
    are sought."""

    def __init__(self, text: str, mentions: Sequence[Mention], blocks: Sequence[Span]) -> None:
        self.text = text
        self.blocks = blocks
        self._clusters: list[Cluster] = []
        together: dict[tuple[EntityType, tuple[str, ...]], Cluster] = {}
        self._whole = {self._written(mention) for mention in mentions if not text.endswith("ل", 0, mention.span.start)}
        for mention in sorted(mentions, key=lambda mention: mention.span):
            words = words_of(self.surface(mention))
            cluster = together.get((mention.type, words))
            if cluster is None:
                cluster = Cluster(mention.type, words)
                self._clusters.append(cluster)
                if mention.type is not EntityType.PERSON or (len(words) > 1 and not is_ranked(words)):
                    together[mention.type, words] = cluster
            cluster.add(mention, words)

    def surface(self, mention: Mention) -> str:
        """The words of a mention as they are written, but for what nobody sees; «للمحكمة» gives «المحكمة»."""
        words = self._written(mention)
        return f"ا{words}" if self._lost_alef(mention, words) else words

    def _written(self, mention: Mention) -> str:
        return " ".join(_UNSEEN.sub("", mention.span.of(self.text)).split())

    def _lost_alef(self, mention: Mention, words: str) -> bool:
        """Whether a name behind «ل» had an article that lost its alef to it, and does not begin with «ل» («للندن»)."""
        if not words.startswith("ل") or not self.text.endswith("ل", 0, mention.span.start):
            return False
        if f"ا{words}" in self._whole or mention.type is EntityType.PERSON:
            return f"ا{words}" in self._whole
        first = key(words.split()[0])
        named = lexicon.word(first).may_be_given or lexicon.place(words) or lexicon.organisation(words)
        return not (named or first in _KINDS_IN_LAM or words in self._whole)

    def of(self, *types: EntityType) -> list[Cluster]:
        """The clusters of these types that nothing has taken, in the order of their first mentions."""
        clusters = (one for one in self._clusters if one.mentions and (one.type in types or not types))
        return sorted(clusters, key=lambda one: one.first)
