"""Finding words in a text as an Arabic reader means them: vowels, hamza and digits folded away."""

from __future__ import annotations

import re
import warnings
from functools import cache, partial
from itertools import chain
from typing import TYPE_CHECKING, Final

from reader.errors import UsageError
from reader.messages import message
from reader.text.arabic import ZWNJ
from reader.text.fold import KEPT, Folding, fold
from reader.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_CHUNK = 32_768
"""Code points searched in one step: a few milliseconds, so that a screen stays alive between two steps."""

_SPACE = re.compile(r"\s+")
_NEXT_WORD = re.compile(r"\s+\S*")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_WHAT: Final = Folding.SEARCH | Folding.KEEPING
_DAGGER: Final = "\u0670"
_ALEF: Final = "(?:ا|[وي]?\u0670)"
"""An alef, on the line or above it; above a waw or a ya it is the vowel («ٱلصَّلَوٰةَ»)."""
_ARTICLE: Final = re.compile(r"\A[وف]?[بك]?(?:ال|لل)(?=\w{3})")
_ESCAPE_OR_NOT = re.compile(r"\\.|[^\\]+|\\\Z", re.DOTALL)


def find(text: str, query: str, *, exact: bool = False, regex: bool = False) -> list[Span]:
    """Every place in `text` where `query` is, from left to right, none overlapping the one before.

    Unless `exact`, both are folded (`Folding.SEARCH`): «احمد» finds «أحمد», «كتاب» «كِتَابٌ», «1980» «١٩٨٠», and
    a hit covers whole letters with all their marks. An alef is found where the Uthmani spelling writes it above the
    line («الشهادة» in «ٱلشَّهَٰدَةِ», «الصلاة» in «ٱلصَّلَوٰةَ»), and ZWNJ is white space or nothing. Where that finds
    nothing, the article with the particles before it may be missing («وبالكتاب» finds «كتاب»). `exact` compares code
    points as they are written. White space in the query stands for any white space, a line end too; around it, it is
    left out; an empty query is found nowhere.

    `regex`: the query is a regular expression of Python's `re`, matched against the folded text; `^` and
    `$` are the ends of lines, and a hit that would reach across a blank line may be missed. Python's
    matcher backtracks: a pattern like `(a+)+b` can take time without end on a long line, and nothing
    here stops it.

    Raises UsageError for a pattern that is no regular expression.
    """
    return list(find_iter(text, query, exact=exact, regex=regex))


def find_iter(text: str, query: str, *, exact: bool = False, regex: bool = False) -> Iterator[Span]:
    """The hits of `find`, one by one, as they are found."""
    return chain.from_iterable(find_steps(text, query, exact=exact, regex=regex))


def find_steps(text: str, query: str, *, exact: bool = False, regex: bool = False) -> Iterator[list[Span]]:
    """The hits of `find`, one list (which may be empty) for each stretch of the text, so that a caller can
    draw, or give up, in between. A pattern that is no regular expression raises UsageError here and now."""
    if regex:
        pattern = _expression(query, exact=exact)
        return _steps(text, lambda _: pattern, _paragraphs(text), exact=exact) if pattern else iter(())
    words = (query if exact else fold(query, _WHAT).text).split()
    if not words:
        return iter(())
    if exact:
        return _steps(text, cache(lambda _: _literal(words)), _stretches(text, query), exact=True)
    return _folded_steps(text, query, words)


def _folded_steps(text: str, query: str, words: list[str]) -> Iterator[list[Span]]:
    """The hits as they are asked for; if there are none, those without articles."""
    any_hits = False
    for hits in _steps(text, cache(partial(_spelled, words)), _stretches(text, query), exact=False):
        any_hits = any_hits or bool(hits)
        yield hits
    bare = [_ARTICLE.sub("", word) for word in words]
    if not any_hits and bare != words:
        yield from _steps(text, cache(partial(_spelled, bare)), _stretches(text, query), exact=False)


def _steps(
    text: str,
    pattern: Callable[[frozenset[str]], re.Pattern[str]],
    stretches: Iterator[tuple[int, int, int]],
    *,
    exact: bool,
) -> Iterator[list[Span]]:
    """`pattern` tells what to look for in a stretch that has these of the signs `KEPT`."""
    done = 0
    for start, end, seen in stretches:
        hits = []
        begin = max(start, done)
        for hit in _hits(text[begin:seen], pattern, exact=exact):
            place = hit.shift(begin)
            if place.start >= end:
                break
            if place.start >= done:  # two letters of one ligature are one place
                hits.append(place)
                done = place.end
        yield hits


def _hits(text: str, pattern: Callable[[frozenset[str]], re.Pattern[str]], *, exact: bool) -> Iterator[Span]:
    signs = frozenset(sign for sign in KEPT if sign in text)
    if exact:
        yield from (Span(*match.span()) for match in pattern(signs).finditer(text) if match[0])
        return
    folded = fold(text, _WHAT if signs else Folding.SEARCH)
    yield from (folded.source(*match.span()) for match in pattern(signs).finditer(folded.text) if match[0])


def _literal(words: list[str]) -> re.Pattern[str]:
    return re.compile(r"\s+".join(map(re.escape, words)))


def _spelled(words: list[str], signs: frozenset[str]) -> re.Pattern[str]:
    """The words as they may be spelled in a text with these signs."""
    space, unseen = (rf"(?:\s+|{ZWNJ})", f"[{KEPT}]?") if signs else (r"\s+", "")
    special = {"ا": _ALEF if signs else "ا", ZWNJ: f"{space}?", _DAGGER: ""}
    spelled = [unseen.join(special.get(letter, re.escape(letter)) for letter in word) for word in words]
    return re.compile(space.join(spelled))


def _expression(query: str, *, exact: bool) -> re.Pattern[str] | None:
    """A regular expression to look for; None for an empty one."""
    try:
        flags = re.MULTILINE if exact else re.MULTILINE | re.IGNORECASE
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # «[[»: what may mean something else one day is no news to a reader
            return re.compile(query if exact else _folded_pattern(query), flags) if query else None
    except (re.error, OverflowError, RecursionError) as error:
        raise UsageError(message("{query} is no regular expression: {why}", query=repr(query), why=error)) from error


def _folded_pattern(query: str) -> str:
    """The pattern with its letters folded; not their case, since `\\S` is not `\\s`, nor what is escaped."""
    letters = Folding.SEARCH & ~Folding.CASE
    return _ESCAPE_OR_NOT.sub(
        lambda match: match[0] if match[0].startswith("\\") else fold(match[0], letters).text, query
    )


def _stretches(text: str, query: str) -> Iterator[tuple[int, int, int]]:
    """The text in stretches: start, end, and how far a hit may reach that begins before the end.

    A stretch ends at white space, where no hit begins or ends, and a hit has as many words as the query:
    so it reaches that many words beyond the end, less the one that it begins with.
    """
    size = max(_CHUNK, 2 * len(query))
    more = len(query.split()) - 1
    start = 0
    while start < len(text):
        cut = _SPACE.search(text, start + size)
        end = seen = cut.start() if cut else len(text)
        for _ in range(more):
            word = _NEXT_WORD.match(text, seen)
            seen = word.end() if word else seen
        yield start, end, seen
        start = end


def _paragraphs(text: str) -> Iterator[tuple[int, int, int]]:
    """The text in stretches that end at a blank line."""
    start = 0
    while start < len(text):
        cut = _BLANK_LINE.search(text, start + _CHUNK)
        end = cut.end() if cut else len(text)
        yield start, end, end
        start = end
