"""Finding words in a text as an Arabic reader means them: vowels, hamza and digits folded away."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Final

from reader.document import spelling
from reader.errors import TooSlowError
from reader.messages import message
from reader.text import latin
from reader.text.fold import KEPT, Folding, fold
from reader.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.document.spelling import Patterns

_CHUNK = 32_768
"""Code points searched in one step: a few milliseconds, so that a screen stays alive between two steps."""
_KEPT = 256
"""Folded stretches that are remembered: a book of 10 MB, in some 50 MB."""

PATIENCE: Final = 5.0
"""Seconds of matching after which a regular expression is given up."""

_SPACE = re.compile(r"\s+")
_NEXT_WORD = re.compile(r"\s+\S*")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_WHAT: Final = Folding.SEARCH | Folding.KEEPING
_folded = lru_cache(maxsize=_KEPT)(fold)
"""A stretch is folded once for all that is looked for in it, letter by letter of a query that is typed."""


def find(text: str, query: str, *, exact: bool = False, regex: bool = False) -> list[Span]:
    """Every place in `text` where `query` is, from left to right, none overlapping the one before.

    Unless `exact`, both are folded (`Folding.SEARCH`): «احمد» finds «أحمد», «كتاب» «كِتَابٌ», «1980» «١٩٨٠», and
    a hit covers whole letters with all their marks. An alef is found where the Uthmani spelling writes it above the
    line («الشهادة» in «ٱلشَّهَٰدَةِ», «الصلاة» in «ٱلصَّلَوٰةَ»), and ZWNJ is white space or nothing. Particles and the
    article before a word are optional: «الرئيس» finds «للرئيس», «وزير دفاع» «وزير الدفاع»; where that finds nothing,
    those of the query may be missing («وبالكتاب» finds «كتاب», and «وسمرقند» the word «سمرقند»). `exact` compares code
    points as they are written. White space in the query stands for any white space, a line end too; around it, it is
    left out; an empty query is found nowhere.

    `regex`: the query is a regular expression of Python's `re`, matched against the folded text; `^` and
    `$` are the ends of lines, and a hit that would reach across a blank line may be missed.

    Raises UsageError for a pattern that is no regular expression, TooSlowError for one that takes more than
    `PATIENCE` seconds.
    """
    return list(find_iter(text, query, exact=exact, regex=regex))


def find_iter(text: str, query: str, *, exact: bool = False, regex: bool = False) -> Iterator[Span]:
    """The hits of `find`, one by one, as they are found."""
    return chain.from_iterable(find_steps(text, query, exact=exact, regex=regex))


def find_steps(text: str, query: str, *, exact: bool = False, regex: bool = False) -> Iterator[list[Span]]:
    """The hits of `find`, one list (which may be empty) for each stretch of the text, so that a caller can
    draw, or give up, in between. A pattern that is no regular expression raises UsageError here and now."""
    if regex:
        pattern = spelling.expression(query, exact=exact)
        return _matching_steps(text, query, pattern, exact=exact) if query else iter(())
    words = (query if exact else fold(query, _WHAT).text).split()
    if not words:
        return iter(())
    if exact:
        return _steps(text, spelling.literal(words), _stretches(text, query), exact=True)
    return _folded_steps(text, query, words)


def _matching_steps(text: str, query: str, pattern: re.Pattern[str], *, exact: bool) -> Iterator[list[Span]]:
    from reader.document.matching import Matcher, TooSlow  # not needed but for this

    try:
        with Matcher(pattern, PATIENCE) as matcher:
            yield from _steps(text, lambda _: matcher.places, _paragraphs(text), exact=exact)
    except TooSlow as error:
        raise TooSlowError(message("{query} takes too long to look for", query=repr(query))) from error


def sounding_steps(text: str, query: str) -> Iterator[list[Span]]:
    """Where the Latin words of `query` may stand in Arabic letters («salam» in «والسلام»), stretch by stretch as in
    `find_steps`; nowhere if it has anything else."""
    words = latin.words_of(query)
    return _steps(text, spelling.sounding(words), _stretches(text, query), exact=False) if words else iter(())


def _folded_steps(text: str, query: str, words: list[str]) -> Iterator[list[Span]]:
    """The hits as they are asked for; if there are none, those without articles, then without other particles."""
    tries = [spelling.spelled(words)]
    if (bare := spelling.without_article(words)) != words:
        tries.append(spelling.spelled(bare))
    if spelling.have_particles(words):
        tries.append(spelling.whole(words))
    any_hits = False
    for patterns in tries:
        for hits in _steps(text, patterns, _stretches(text, query), exact=False):
            any_hits = any_hits or bool(hits)
            yield hits
        if any_hits:
            return


def _steps(
    text: str,
    patterns: Patterns,
    stretches: Iterator[tuple[int, int, int]],
    *,
    exact: bool,
) -> Iterator[list[Span]]:
    done = 0
    for start, end, seen in stretches:
        hits = []
        begin = max(start, done)
        for hit in _hits(text[begin:seen], patterns, exact=exact):
            place = hit.shift(begin)
            if place.start >= end:
                break
            if place.start >= done:  # two letters of one ligature are one place
                hits.append(place)
                done = place.end
        yield hits


def _hits(text: str, patterns: Patterns, *, exact: bool) -> Iterator[Span]:
    signs = frozenset(sign for sign in KEPT if sign in text)
    folded = None if exact else _folded(text, _WHAT if signs else Folding.SEARCH)
    for start, end in patterns(signs)(text if folded is None else folded.text):
        if start < end:
            yield Span(start, end) if folded is None else folded.source(start, end)


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
