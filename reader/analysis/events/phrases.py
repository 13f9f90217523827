"""Where the phrases of a sentence begin and end, by the form of its words alone.

A phrase is a noun with what belongs to it, with the preposition before it where it has one. Where the form does not
tell, two phrases stay one.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from reader.analysis.events.forms import LINKS, THAT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.analysis.events.forms import Words


_QUOTES: Final = {"«": "»", "“": "”", '"': '"'}
_TITLE: Final = 9
"""Tokens from the sign that opens a quotation to the one that closes it, where it may be a title."""


class Kind(Enum):
    """What a phrase begins with."""

    NOUN = "noun"
    PREPOSITION = "preposition"
    JOINED = "joined"
    """«و» before a noun."""
    CLAUSE = "clause"
    """A verb of its own, a relative, «أن»."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens of a sentence, in their order."""

    kind: Kind
    tokens: tuple[int, ...]

    @property
    def first(self) -> int:
        return self.tokens[0]

    @property
    def last(self) -> int:
        return self.tokens[-1]


def split(words: Words, tokens: Sequence[int]) -> list[Phrase]:
    """The phrases of tokens of a sentence; a sign belongs to the one before it."""
    return [Phrase(kind, tuple(some)) for kind, some in _split(words, tokens)]


def _split(words: Words, tokens: Sequence[int]) -> Iterator[tuple[Kind, list[int]]]:
    kind, phrase = Kind.NOUN, list[int]()
    begins, inside = _quoted(words, tokens)
    for at in tokens:
        sign = words.sentence.tokens[at].kind == "other"
        begun = None if sign or at in inside else _begun(words, phrase, at)
        if at in begins and begun is not None:
            begun = Kind.NOUN
        if begun is None or not phrase:
            kind = begun or kind
            phrase.append(at)
            continue
        yield kind, phrase
        kind, phrase = begun, [at]
    if phrase:
        yield kind, phrase


def _quoted(words: Words, tokens: Sequence[int]) -> tuple[set[int], set[int]]:
    """The words with which a short quotation begins, and those within it: a title is one noun, whatever it says («عرض
    "من إشبيلية إلى تونس"»)."""
    begins, inside = set[int](), set[int]()
    signs = [number for number, at in enumerate(tokens) if words.raw(at) in {*_QUOTES, *_QUOTES.values()}]
    for opens, closes in pairwise(signs):
        if _QUOTES.get(words.raw(tokens[opens])) == words.raw(tokens[closes]) and 1 < closes - opens <= _TITLE:
            begins.add(tokens[opens + 1])
            inside.update(tokens[opens + 2 : closes])
    return begins - inside, inside - begins


def _begun(words: Words, phrase: Sequence[int], at: int) -> Kind | None:
    """The kind of the phrase that begins with a token, None where it goes on with the one before it."""
    key = words.sentence.key(at)
    last = _behind_name(words, phrase)
    if words.is_prepositional(at):
        return Kind.PREPOSITION
    if key in THAT or key in LINKS or words.is_verb(at):
        return Kind.CLAUSE
    if words.is_joined(at):
        return Kind.JOINED if phrase and words.sentence.key(phrase[0]) != "بين" else None
    goes_on = last is not None and not words.has_its_pronoun(last) and words.goes_on(last, at)
    return None if goes_on else Kind.NOUN


def _behind_name(words: Words, phrase: Sequence[int]) -> int | None:
    """The last token of a phrase, before a sign that stands behind a name: what is quoted there is another thing
    («أصدر فؤاد الأول "مرسوما"»), and else a name («مجلة "الحقوق"»)."""
    word = next((one for one in reversed(phrase) if words.sentence.tokens[one].kind != "other"), None)
    return word if word in words.mentions else next(reversed(phrase), None)
