"""What the recogniser hears in a sentence: which of its words tell of a happening, as a fact or as planned, how names
are tied to these, and what their rows say.

It hears the whole sentence, where lists of words only know words. Where it says nothing (no weights), these decide.
"""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING, Final, NamedTuple

from reader.analysis.events.sentence import Candidate
from reader.analysis.model import Tie
from reader.analysis.words import lexicon
from reader.analysis.words.clitics import CONJUNCTIONS, PREPOSITIONS
from reader.analysis.words.shapes import form
from reader.analysis.words.verbs import OCCURRENCE, Form, Sense, noun_behind, verb

if TYPE_CHECKING:
    from reader.analysis.events.sentence import Sentence
    from reader.analysis.model import Happening, RowWords

LIKELY: Final = 0.65
"""How probable a happening has to be to be clearly heard."""
POSSIBLE: Final = 0.05
"""How probable it has to be to be weighed at all, and to take a time away from others. Both chosen on the labelled
passages of the development part, with the totals of our own unseen half in sight."""


class HeardRow(NamedTuple):
    """What is heard of the words around a happening, which begins at a position of the text."""

    begin: int
    words: RowWords

    def reaches(self, position: int) -> bool:
        """Whether a word at a position is among them."""
        return self.words.offsets[0] <= position - self.begin <= self.words.offsets[-1]

    def at(self, position: int) -> int:
        """Which of them stands there."""
        return self.words.at(position - self.begin)


_FAR: Final = 12
"""Code points of the longest clitics, with their vowel signs and tatweel, before a name in its word."""
_SHORT: Final = 3
"""Letters of the shortest noun of an action."""
_LONG: Final = 5
"""Letters of a word that is hardly cut short by taking its first letter away."""


def add(sentence: Sentence) -> None:
    """The words that no list knows and that are heard all the same."""
    known = {candidate.token for candidate in sentence.candidates}
    for token, happening in (sentence.heard or {}).items():
        if sentence.tokens[token].is_sign or token in known or token in sentence.settled:
            continue
        if happening.score >= POSSIBLE:
            letters, sense = _sense(sentence.key(token))
            sentence.add(Candidate(sentence, sentence.clause_at(token), token, letters, sense, listed=False))


def _sense(word: str) -> tuple[int, Sense]:
    """What a word may tell of which lists know at most what is behind its clitics («بزيارة»)."""
    known = noun_behind(word)
    if known is not None and known[0]:
        return known[0], Sense(known[1].kind, Form.NOUN, lemma=known[1].lemma)
    letters = _clitics(word)
    return letters, Sense(OCCURRENCE, form(word[letters:]) or Form.NOUN)


def _clitics(word: str) -> int:
    """How many letters stand before a word that no list of happenings knows: «و», and a preposition that is written
    with its noun («بتطبيق»)."""
    whole = verb(word)
    if lexicon.is_stem(word) or (whole is not None and whole.lemma == word):
        return 0
    joined = int(word[0] in CONJUNCTIONS and _may_be_word(word[1:]))
    rest = word[joined + 1 :]
    return joined + int(word[joined : joined + 1] in PREPOSITIONS and len(rest) >= _SHORT and lexicon.is_stem(rest))


def _may_be_word(rest: str) -> bool:
    """Whether what stands behind «و» or «ف» is likely a word: «ورشة» begins with neither."""
    return len(rest) >= _LONG or rest.startswith("ال") or form(rest) is not None


def is_planned(candidate: Candidate) -> bool:
    """Whether it is rather heard as planned than as told."""
    heard = _heard(candidate)
    return heard is not None and heard.planned > max(heard.told, POSSIBLE)


def is_unheard(candidate: Candidate) -> bool:
    """Whether the recogniser, asked, does not take it for a happening. What is denied or supposed stays for now: the
    times of its clause are its own."""
    unheard = candidate.sentence.heard is not None and score(candidate) < POSSIBLE
    return unheard and not (candidate.void or candidate.is_entry)


def is_clearly_heard(candidate: Candidate) -> bool:
    """Whether there is hardly a doubt about it."""
    return not candidate.void and score(candidate) >= LIKELY


def score(candidate: Candidate) -> float:
    """How probable a happening it is heard as."""
    heard = _heard(candidate)
    return heard.score if heard is not None else 0.0


def tie(candidate: Candidate, name: int) -> Tie | None:
    """What is heard of a candidate and the name that begins at a position of the text; None where it was not asked
    about that name."""
    heard = _heard(candidate)
    if heard is None or not heard.ties:
        return None
    far = name - heard.span.start
    number = bisect_right(heard.ties, far, key=attrgetter("offset")) - 1
    if number >= 0:
        text, begin = candidate.sentence.text, heard.span.start + heard.ties[number].offset
        if name - begin <= _FAR and not any(map(str.isspace, text[begin:name])):
            return heard.ties[number]
    return Tie(far, 0.0, 0.0) if heard.ties[0].offset <= far <= heard.ties[-1].offset else None


def row(candidate: Candidate) -> HeardRow | None:
    """What is heard of the words of its row."""
    heard = _heard(candidate)
    return HeardRow(heard.span.start, heard.row) if heard is not None and heard.row is not None else None


def _heard(candidate: Candidate) -> Happening | None:
    return (candidate.sentence.heard or {}).get(candidate.token)
