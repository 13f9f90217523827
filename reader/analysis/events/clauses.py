"""Cuts a sentence into clauses: what is told in one breath, with what kind of word opens it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from reader.analysis.events.sentence import Clause
from reader.analysis.words.clitics import CONJUNCTIONS
from reader.analysis.words.keys import keys
from reader.analysis.words.shapes import guess
from reader.analysis.words.verbs import trigger

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.analysis.events.sentence import Sentence

_COMMAS = frozenset("،,؛;:–—")
_RELATIVE = keys("الذي التي الذين اللذين اللذان اللتين اللواتي والذي والتي والذين")
_THAT = keys("أن إن بأن أنه أنها إنه إنها بأنه بأنها أنهم إنهم وأن وإن وبأن وأنه وأنها وإنه وإنها")
_CONNECTORS = keys("بينما فيما حيث إذ لكن ولكن كما عندما حين بعدما قبلما قبيل فيما ثم وبينما وحيث وعندما وكما غير")
_BEFORE_THAT = keys("بعد قبل منذ إلى وبعد وقبل")


def _cutting(opens: Callable[[Sentence, int], bool]) -> Callable[[Sentence], None]:
    """Begins a clause at every token of which `opens` says so."""

    def cut(sentence: Sentence) -> None:
        sentence.starts |= {token for token in range(len(sentence.tokens)) if opens(sentence, token)}

    return cut


@_cutting
def behind_commas(sentence: Sentence, token: int) -> bool:
    return token > 0 and sentence.key(token - 1) in _COMMAS


@_cutting
def at_relatives(sentence: Sentence, token: int) -> bool:
    return sentence.key(token) in _RELATIVE


@_cutting
def at_connectors(sentence: Sentence, token: int) -> bool:
    return sentence.key(token) in _CONNECTORS


@_cutting
def before_that(sentence: Sentence, token: int) -> bool:
    """«بعد أن», «قبل أن»."""
    return sentence.key(token) in _BEFORE_THAT and sentence.key(token + 1) in _THAT


@_cutting
def at_joined_verbs(sentence: Sentence, token: int) -> bool:
    """Whether «و» or «ف» stands before a verb."""
    word = sentence.key(token)
    if word[0] not in CONJUNCTIONS or len(word) <= 3 or sentence.tokens[token].kind != "word":
        return False
    marbuta = sentence.has_marbuta(token)
    found = trigger(word, marbuta=marbuta) or guess(word, marbuta=marbuta)
    if found is not None and found.letters and found.verb is not None:
        return not (found.verb.bare and found.verb.is_risky and found.noun)
    return False


@_cutting
def at_joined_telling(sentence: Sentence, token: int) -> bool:
    """Whether «و» stands before a verb of telling."""
    word = sentence.key(token)
    return word[0] in CONJUNCTIONS and len(word) > 3 and _tells(sentence, token)


def at_what_is_told(sentence: Sentence) -> None:
    """«قال … إن …»: what is told is a clause of its own."""
    told = False
    for token in range(len(sentence.tokens)):
        if token in sentence.starts:
            told = False
        elif told and sentence.key(token) in _THAT:
            sentence.starts.add(token)
            told = False
        told = told or _tells(sentence, token)


def cut(sentence: Sentence) -> None:
    """Makes the clauses that begin where the steps before have said."""
    ends = pairwise([*sorted(sentence.starts), len(sentence.tokens)])
    sentence.clauses = [_clause(sentence, number, start, end) for number, (start, end) in enumerate(ends)]


def _clause(sentence: Sentence, number: int, start: int, end: int) -> Clause:
    relative, content = sentence.key(start) in _RELATIVE, start > 0 and sentence.key(start) in _THAT
    return Clause(number, start, end, number, relative, content)


def resume(sentence: Sentence) -> None:
    """Behind a relative between two commas the clause before it goes on, unless with a verb."""
    for earlier, relative, clause in zip(sentence.clauses, sentence.clauses[1:], sentence.clauses[2:], strict=False):
        if relative.relative and clause.is_main and not _begins_with_verb(sentence, clause):
            clause.group = earlier.group


def is_telling(sentence: Sentence, clause: Clause) -> bool:
    """Whether a clause holds a verb of telling."""
    return any(verb.is_telling for verb in sentence.verbs(clause.start, clause.end))


def _tells(sentence: Sentence, token: int) -> bool:
    verb = sentence.verb(token)
    return verb is not None and verb.is_telling


def _begins_with_verb(sentence: Sentence, clause: Clause) -> bool:
    first = trigger(sentence.key(clause.start)) if sentence.tokens[clause.start].kind == "word" else None
    return first is not None and first.verb is not None
