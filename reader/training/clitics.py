"""How many letters of a name's first word are clitics, where the corpus does not say.

ANERcorp, AQMAR and Wojood leave clitics on the token. What is left when they are taken off must be attested as
the first word of a name elsewhere; where nothing speaks for one reading, the question stays open.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from reader.analysis.words.clitics import BEFORE_NOUNS, CONJUNCTIONS, PREPOSITIONS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.training.samples import Sample

UNDECIDED: Final = -100
_CLEAR: Final = 3
"""How many times more often the chosen reading must be attested than the next."""
_CLITIC_AND_ARTICLE: Final = re.compile("(?:[وفبك]ال|لل)..")
_WORD: Final = re.compile(r"[^\W\d_]+")


class Attested:
    """First words of names, counted. `names` are lists of names that carry no clitics."""

    def __init__(self, samples: Iterable[Sample], names: Iterable[str] = ()) -> None:
        self.counts: Counter[str] = Counter()
        for sample in samples:
            for label in sample.labels:
                self._count(label.span.of(sample.text))
        for name in names:
            self._count(name)

    def _count(self, name: str) -> None:
        match = _WORD.match(name)
        if match is not None:
            self.counts[match[0]] += 1

    def clitics(self, word: str) -> int:
        """Clitic letters at the start of `word`, or UNDECIDED."""
        found = readings(word)
        if len(found) == 1:
            return 0
        ranked = sorted(((self._evidence(rest, of=word), -letters) for letters, rest in found), reverse=True)
        (best, letters), (next_best, _) = ranked[:2]
        return -letters if best > _CLEAR * next_best else UNDECIDED

    def _evidence(self, rest: str, *, of: str) -> int:
        if _CLITIC_AND_ARTICLE.match(rest):
            return 0
        return max(0, self.counts[rest] - (rest == of))  # its own occurrence says nothing


def readings(word: str) -> list[tuple[int, str]]:
    """Every way to read `word`: number of clitic letters, what is left of it."""
    found = [(0, word)]
    if len(word) > 3 and word[0] in BEFORE_NOUNS:
        found.append((1, _restore(word, 1)))
    if len(word) > 4 and word[0] in CONJUNCTIONS and word[1] in PREPOSITIONS:
        found.append((2, _restore(word, 2)))
    return found


def _restore(word: str, letters: int) -> str:
    """«للرباط» without its first ل is «الرباط»: the article has lost its alef to it."""
    rest = word[letters:]
    return "ا" + rest if word[letters - 1] == "ل" and rest.startswith("ل") else rest
