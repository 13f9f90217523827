"""The noun that a verb has before it: its subject, what it describes, or what a relative binds to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from reader.analysis.events.forms import LINKS, PARTICLES
from reader.analysis.events.phrases import Kind, Phrase, split
from reader.analysis.words.clitics import CONJUNCTIONS, after_letters
from reader.analysis.words.keys import keys

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.analysis.events.forms import Words
    from reader.analysis.events.sentence import Candidate

COMMAS: Final = ("،", ",")
_OF_HERS: Final = keys("التي والتي اللتين اللواتي")
"""Relatives that speak of a noun in the feminine."""
_FAR: Final = 14
"""Tokens before a verb among which its subject begins."""
_ASIDE: Final = LINKS | keys("وهو وهي")


@dataclass(frozen=True, slots=True)
class Before:
    """What stands before a verb, and where in the text it begins."""

    phrases: tuple[Phrase, ...]
    begin: int


def before(words: Words, candidate: Candidate, lead: int) -> Before | None:
    """The noun that the verb `lead` has right before it («وكانت الشرطة قد أوقفت»), or that a relative binds to it."""
    if not words.is_verb(lead):
        return _qualified(words, lead)
    if words.joined_letters(lead):
        return None
    clause = candidate.clause
    if clause.relative and lead == _behind_particles(words, clause.start):
        return _antecedent(words, clause.start)
    found = subject_before(words, lead)
    return Before(found, begin_of(words, found[0].first)) if found else None


def _qualified(words: Words, noun: int) -> Before | None:
    """What a word with the article says something of («القانون الصادر»)."""
    if not noun or not words.has_article(noun) or words.bounds(noun - 1) or words.governs(noun - 1):
        return None
    return _noun(words, split(words, range(_first_of_noun(words, noun - 1), noun))[-1])


def _noun(words: Words, phrase: Phrase, relative: str = "") -> Before | None:
    """The noun of a phrase without the preposition before it."""
    tokens = _without_preposition(words, phrase)
    tokens = _agreeing(words, tokens, relative) if relative else tokens
    begin = words.sentence.tokens[tokens[0]].start if tokens else None
    if tokens[:1] == phrase.tokens[:1] and phrase.kind is not Kind.NOUN:
        begin = _behind_clitic(words, tokens[0])
        if begin is None and len(tokens) > 1 and tokens[1] in words.mentions:
            tokens, begin = tokens[1:], words.sentence.tokens[tokens[1]].start
    return Before((Phrase(Kind.NOUN, tokens),), begin) if begin is not None else None


def _behind_particles(words: Words, at: int) -> int:
    """The first token behind `at` and what may stand before a verb."""
    at += 1
    while words.begins(words.sentence.key(at), PARTICLES) or at in words.times:
        at += 1
    return at


def subject_before(words: Words, lead: int) -> tuple[Phrase, ...]:
    """The subject of a verb that stands before it, with what is joined to it; nothing where that is another's."""
    at = lead - 1
    while at >= 0 and (words.begins(words.sentence.key(at), PARTICLES) or at in words.times):
        at -= 1
    if at >= 0 and words.raw(at) in COMMAS:
        at = _before_aside(words, at)
    first = _first_of_noun(words, at)
    phrases = split(words, [token for token in range(first, at + 1) if token not in words.hidden])
    opened = first > 0 and words.is_verb(first - 1) and not words.is_state(first - 1)
    if opened or not phrases or phrases[0].kind is not Kind.NOUN:
        return ()
    return tuple(phrases) if agrees(words, phrases[0].first, lead) else ()


def _before_aside(words: Words, comma: int) -> int:
    """The token before «، الذي …،», or the one before the comma where nothing stands aside."""
    for at in range(comma - 1, max(-1, comma - _FAR), -1):
        if words.raw(at) in COMMAS:
            return at - 1 if words.sentence.key(at + 1) in _ASIDE else -1
    return -1


def _first_of_noun(words: Words, last: int) -> int:
    """Where the words begin that may be one noun with what belongs to it, up to `last`."""
    at = last
    while at >= 0 and last - at < _FAR and not words.bounds(at):
        at -= 1
    return at + 1


def _antecedent(words: Words, relative: int) -> Before | None:
    """The noun to which «الذي» belongs, without the preposition before it."""
    last = relative - 1
    while last >= 0 and (words.raw(last) in COMMAS or last in words.hidden):
        last -= 1
    first = _first_of_noun(words, last)
    phrases = split(words, [token for token in range(first, last + 1) if token not in words.hidden])
    return _noun(words, phrases[-1], words.sentence.key(relative)) if phrases else None


def _without_preposition(words: Words, phrase: Phrase) -> tuple[int, ...]:
    own = phrase.kind is Kind.PREPOSITION and words.is_preposition(phrase.first)
    return phrase.tokens[1:] if own else phrase.tokens


def _agreeing(words: Words, tokens: Sequence[int], relative: str) -> tuple[int, ...]:
    """The tokens from the first on that may be what a relative speaks of («رئيس الحكومة التي …»)."""
    feminine = relative in _OF_HERS
    for at, token in enumerate(tokens):
        if words.is_feminine(token) is feminine and (feminine or token not in words.mentions):
            return tuple(tokens[at:])
    return tuple(tokens)


def _behind_clitic(words: Words, at: int) -> int | None:
    """Where a noun begins behind the letters that are written with it; None where it has lost its alef to them."""
    key = words.sentence.key(at)
    letters = 2 if key[0] in CONJUNCTIONS and words.is_prepositional(at) else 1
    if key[letters - 1 : letters + 1] == "لل":
        return None
    return after_letters(words.sentence.text, words.sentence.tokens[at], letters)


def begin_of(words: Words, at: int) -> int:
    """Where a token begins behind «و»."""
    token = words.sentence.tokens[at]
    return after_letters(words.sentence.text, token, 1) if words.is_joined(at) else token.start


def agrees(words: Words, noun: int, lead: int) -> bool:
    """«أوقفت» is not his, «وصل» not hers."""
    if noun in words.mentions or words.feminine_verb(lead):
        return not (words.feminine_verb(lead) and words.raw(noun).endswith("ون"))
    return not words.is_feminine(noun)
