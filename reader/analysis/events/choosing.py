"""Which words of its sentence the row of an event says: of all choices that fit the most probable one.

The recogniser hears of each word how probable it is, and of two side by side whether they belong together. A row begins
somewhere, goes on, may leave words out, and ends: what each of these steps gains is weighed.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final, NamedTuple

from reader.analysis.model import LOGIT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.analysis.events.forms import Words
    from reader.analysis.events.hearing import HeardRow
    from reader.analysis.events.sentence import Candidate


class Word(NamedTuple):
    """A word that a row may say, and what is known of it: how far it is heard to be said, and to go with the word
    before it (logits); whether it may be said, stands behind a sign, is a verb that the row is not of, waits for what
    follows, and is nothing without it; whether a row may begin with it."""

    token: int
    cells: int
    """With the blank behind it."""
    heard: float
    together: float
    free: bool = True
    behind_sign: bool = False
    is_other_verb: bool = False
    waits: bool = False
    is_for_more: bool = False
    may_begin: bool = True


class Weights(NamedTuple):
    """What the steps of a row gain. Learned by tests/eval/learn_rows.py on rows that the recogniser has not read."""

    lean: float
    """To say a word, …"""
    heard: float
    """… times how it is heard."""
    begin_together: float
    """To begin with a word, times how it goes with the one before it."""
    on_together: float
    """To go on with the next, times how it goes with this one."""
    waits: float
    """To leave off behind a word that waits; …"""
    leave_together: float
    """… times how the next one goes with it."""
    gap: float
    """To leave words out in the middle; …"""
    gap_verb: float
    """… a verb among them, …"""
    gap_sign: float
    """… or a sign."""
    back_together: float
    """To go on behind them, times how the word goes with the one before it."""


WIDE: Final = Weights(-0.06, 0.38, -0.65, 0.16, -0.51, -0.42, 0.00, -0.72, -0.41, -0.47)
NARROW: Final = Weights(-0.23, 0.50, -0.54, 0.20, -0.49, -0.24, 1.07, -0.71, -0.46, -0.39)
"""As they were learned, but for the first (-0.46 and -0.73 are likeliest, these say more of what an editor says: F) and
for what a wide row gains by a gap (0.61: words drawn together over one may change the sense, readers found)."""
_HARDLY: Final = -50.0
"""What outweighs all that is heard."""
_NEVER: Final = -1e9
"""Of a step that there is not."""
_ROUNDS: Final = 7
"""In which the price of a cell is found."""
_DEAREST: Final = 4.0
"""The highest price of a cell, in logits."""


class Steps(NamedTuple):
    """What it gains to step to a word from the one before it: the row begins with it, goes on with it, leaves it out,
    has ended before it, goes on with it behind what was left out, leaves it out as well."""

    begin: float
    on: float
    gap: float
    leave: float
    back: float
    omit: float


def width(written: str) -> int:
    """Its cells, vowel signs not counted."""
    return sum(not unicodedata.combining(letter) for letter in written)


def words_around(words: Words, candidate: Candidate, heard: HeardRow) -> tuple[list[Word], list[Word]]:
    """Those of the sentence that a wide row may say, and as they are heard for a narrow one; the happening among
    them."""
    text, found, sign = candidate.sentence.text, list[Word](), False
    near = _own_words(candidate)
    for at, token in enumerate(candidate.sentence.tokens):
        if at != candidate.token and (token.is_sign or at not in near or not heard.reaches(token.start)):
            sign = token.is_sign
            continue
        unit = heard.at(token.start)
        found.append(
            Word(
                at,
                width(text[token.start : token.end]) + 1,
                heard.words.long[unit] / LOGIT,
                heard.words.together[unit] / LOGIT,
                at not in words.times or at == candidate.token,
                sign,
                words.is_verb(at) and at != candidate.token,
                words.waits(at),
                words.is_for_more(at),
                not words.is_preposition(at),
            )
        )
        sign = False
    units = (heard.at(candidate.sentence.tokens[word.token].start) for word in found)
    return found, [word._replace(heard=heard.words.short[at] / LOGIT) for word, at in zip(found, units, strict=True)]


def _own_words(candidate: Candidate) -> range:
    """The tokens around it up to where a verb tells what was at another time («زار تونس الثلاثاء وسيزور الجزائر
    الخميس»)."""
    first, last = 0, len(candidate.sentence.tokens)
    for other in candidate.sentence.candidates:
        if not other.is_verb or other.clause is candidate.clause or not other.dated.is_stated:
            continue
        if candidate.dated.is_stated and other.dated.time != candidate.dated.time:
            if other.token > candidate.token:
                last = min(last, max(other.clause.start, candidate.token + 1))
            else:
                first = max(first, min(other.clause.end, candidate.token))
    return range(first, last)


def chosen(words: Sequence[Word], needed: int, cells: int, weights: Weights) -> list[int]:
    """The tokens of a row with a needed one that takes no more than so many cells: of the best where it fits, else of
    the best by the lowest price of a cell at which it does; the needed one alone where none fits."""
    ways = list(steps(words, weights))
    last = ending(words[-1], weights)
    best = _best(words, ways, last, needed, 0.0)
    if _width(best) > cells:
        best = [word for word in words if word.token == needed]
        low, high = 0.0, _DEAREST
        for _ in range(_ROUNDS):
            price = (low + high) / 2
            found = _best(words, ways, last, needed, price)
            if _width(found) <= cells:
                high, best = price, found
            else:
                low = price
    return [word.token for word in best]


def _width(words: Sequence[Word]) -> int:
    return sum(word.cells for word in words) - 1


def steps(words: Sequence[Word], weights: Weights) -> Iterator[Steps]:
    """Those to each word."""
    end = 0.0
    for word in words:
        say = weights.lean + weights.heard * word.heard if word.free else _HARDLY
        omit = weights.gap_verb * word.is_other_verb + weights.gap_sign * word.behind_sign
        leave = end + weights.leave_together * word.together
        yield Steps(
            say + weights.begin_together * word.together + (0.0 if word.may_begin else _HARDLY),
            say + weights.on_together * word.together,
            leave + weights.gap + omit,
            leave,
            say + weights.back_together * word.together,
            omit,
        )
        end = ending(word, weights)


def ending(word: Word, weights: Weights) -> float:
    """What it gains to end with a word."""
    return _HARDLY if word.is_for_more else weights.waits * word.waits


def _best(words: Sequence[Word], ways: Sequence[Steps], last: float, needed: int, price: float) -> list[Word]:
    """The words of the best row where each cell has a price (Viterbi)."""
    before, said, omitted, after = 0.0, _NEVER, _NEVER, _NEVER
    back = []
    for word, way in zip(words, ways, strict=True):
        said_from, said_now = _better(before + way.begin, said + way.on, omitted + way.back)
        omitted_from, omitted_now = _better(_NEVER, said + way.gap, omitted + way.omit)
        after_from, after_now = _better(_NEVER, said + way.leave, _NEVER, after)
        back.append((0, said_from, omitted_from, after_from))
        said, omitted, after = said_now - price * word.cells, omitted_now, after_now
        if word.token == needed:
            before = omitted = after = _NEVER
    at = 1 if said + last > after else 3
    found = []
    for word, came in zip(reversed(words), reversed(back), strict=True):
        if at == 1:
            found.append(word)
        at = came[at]
    return found[::-1]


def _better(*gains: float) -> tuple[int, float]:
    """Which gain is the greatest, and the gain."""
    gain = max(gains)
    return gains.index(gain), gain
