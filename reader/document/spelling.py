"""What to look for, given a query: how its words may be spelled in a text, or a regular expression of the reader's."""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Iterable
from functools import cache
from typing import Final, TypeAlias

from reader.errors import UsageError
from reader.messages import message
from reader.text import latin
from reader.text.arabic import ZWNJ
from reader.text.fold import KEPT, Folding, fold

_DAGGER: Final = "\u0670"
_ALEF: Final = "(?:ا|[وي]?\u0670)"
"""An alef, on the line or above it; above a waw or a ya it is the vowel («ٱلصَّلَوٰةَ»)."""
_BEFORE: Final = "[وف]?[بكل]?"
"""Particles that are written at the head of a word and are none of it: and, so, by, like, for."""
_ANY_BEFORE: Final = f"(?:[وف]?لل|{_BEFORE}(?:ال)?)"
"""Particles, and the article."""
_THE: Final = re.compile(r"\Aال(?=\w{3})")
_ARTICLE: Final = re.compile(r"\A[وف]?[بك]?(?:ال|لل)(?=\w{3})")
_PARTICLES: Final = tuple(re.compile(rf"\A{particles}(?=\w{{3}})") for particles in ("[وف]", "[بكل]", "[وف][بكل]"))
_HYPHENS: Final = "-\u2010\u2011"
_ESCAPE_OR_NOT: Final = re.compile(r"\\.|[^\\]+|\\\Z", re.DOTALL)


Places: TypeAlias = Callable[[str], Iterable[tuple[int, int]]]
"""Where something is in one stretch of a text: start and end of each place."""
Patterns: TypeAlias = Callable[[frozenset[str]], Places]
"""What to look for in a stretch that has these of the signs `KEPT`."""


def literal(words: list[str]) -> Patterns:
    """The words as they are written, white space of any kind between them."""
    return _everywhere(_places(r"\s+".join(map(re.escape, words))))


def spelled(words: list[str]) -> Patterns:
    """Folded words as they may be spelled, each but the first with or without particles and article before it."""

    def pattern(signs: frozenset[str]) -> str:
        first, *others = (_spelled(word, signs) for word in words)
        return _space(signs).join([first, *(_ANY_BEFORE + word for word in others)])

    return cache(lambda signs: _places(pattern(signs)))


def without_article(words: list[str]) -> list[str]:
    """The same words, bare of an article and the particles before it."""
    return [_ARTICLE.sub("", word) for word in words]


def have_particles(words: list[str]) -> bool:
    """Whether some word may begin with particles that are none of it."""
    return any(len(_bared(word)) > 1 for word in words)


def whole(words: list[str]) -> Patterns:
    """Folded words, whole ones, whose head may be particles that the text lacks («وسمرقند» for «سمرقند»)."""

    def pattern(signs: frozenset[str]) -> str:
        return _space(signs).join(_whole([_spelled(bare, signs) for bare in _bared(word)]) for word in words)

    return cache(lambda signs: _places(pattern(signs)))


def sounding(words: list[str]) -> Patterns:
    """Latin words, in Arabic letters."""
    return _everywhere(latin.Sounding(words).places)


def expression(query: str, *, exact: bool) -> re.Pattern[str]:
    """A regular expression of a reader. Raises UsageError for one that is none."""
    flags = re.MULTILINE if exact else re.MULTILINE | re.IGNORECASE
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # «[[»: what may mean something else one day is no news to a reader
            return re.compile(query if exact else _folded_pattern(query), flags)
    except (re.error, OverflowError, RecursionError) as error:
        raise UsageError(message("{query} is no regular expression: {why}", query=repr(query), why=error)) from error


def _places(pattern: str) -> Places:
    compiled = re.compile(pattern)
    return lambda text: (match.span() for match in compiled.finditer(text))


def _everywhere(places: Places) -> Patterns:
    return lambda _: places


def _space(signs: frozenset[str]) -> str:
    """What may stand between two words: white space, a hyphen («ميغ-31»), in Persian a ZWNJ."""
    return rf"(?:\s+|[{_HYPHENS}{ZWNJ if signs else ''}])"


def _spelled(word: str, signs: frozenset[str]) -> str:
    """One word; an article in it may have melted into «لل»."""
    unseen = f"[{KEPT}]?" if signs else ""
    special = {"ا": _ALEF if signs else "ا", ZWNJ: f"{_space(signs)}?", _DAGGER: ""}
    letters = [special.get(letter, re.escape(letter)) for letter in word]
    if _THE.match(word):
        letters[0] = f"(?:{letters[0]}|ل)"
    return unseen.join(letters)


def _bared(word: str) -> list[str]:
    return [word, *(bare for particles in _PARTICLES if (bare := particles.sub("", word)) != word)]


def _whole(spellings: Iterable[str]) -> str:
    return rf"(?<!\w){_ANY_BEFORE}(?:{'|'.join(spellings)})(?!\w)"


def _folded_pattern(query: str) -> str:
    """The pattern with its letters folded; not their case, since `\\S` is not `\\s`, nor what is escaped."""
    letters = Folding.SEARCH & ~Folding.CASE
    return _ESCAPE_OR_NOT.sub(
        lambda match: match[0] if match[0].startswith("\\") else fold(match[0], letters).text, query
    )
