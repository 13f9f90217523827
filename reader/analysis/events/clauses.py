"""Cuts a sentence into clauses: what is told in one breath, with what kind of word opens it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from reader.analysis.events.sentence import Clause
from reader.analysis.words.clitics import CONJUNCTIONS
from reader.analysis.words.keys import keys
from reader.analysis.words.particles import RELATIVES

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.analysis.events.sentence import Sentence

_COMMAS = frozenset("،,؛;:–—")
_RELATIVE = RELATIVES | keys("والذي والتي والذين")
_CONTENT = keys("أن إن بأن أنه أنها إنه إنها بأنه بأنها أنهم إنهم وأن وإن وبأن وأنه وأنها وإنه وإنها")
"""Opens what is told, the second of two as well («… وأن»)."""
_CONNECTORS = keys("بينما فيما حيث إذ لكن ولكن كما عندما حين بعدما قبلما قبيل فيما ثم وبينما وحيث وعندما وكما غير")


def _cutting(opens: Callable[[Sentence, int], bool]) -> Callable[[Sentence], None]:
    """Begins a clause at every token of which `opens` says so."""

    def cut(sentence: Sentence) -> None:
        sentence.starts |= {token for token in range(len(sentence.words)) if opens(sentence, token)}

    return cut


@_cutting
def behind_commas(sentence: Sentence, token: int) -> bool:
    return token > 0 and sentence.words[token - 1] in _COMMAS


@_cutting
def at_relatives(sentence: Sentence, token: int) -> bool:
    return sentence.words[token] in _RELATIVE


@_cutting
def at_connectors(sentence: Sentence, token: int) -> bool:
    return sentence.words[token] in _CONNECTORS


@_cutting
def at_joined_verbs(sentence: Sentence, token: int) -> bool:
    """Whether «و» or «ف» stands before a verb."""
    word = sentence.words[token]
    if word[0] not in CONJUNCTIONS or not sentence.tokens[token].is_word:
        return False
    told = sentence.trigger(token)
    return told is not None and told.letters > 0 and told.verb is not None


def at_what_is_told(sentence: Sentence) -> None:
    """«قال … إن …»: what is told is a clause of its own."""
    told = False
    for token, word in enumerate(sentence.words):
        if told and word in _CONTENT:
            sentence.starts.add(token)
            told = False
        told = told or _tells(sentence, token)


def cut(sentence: Sentence) -> None:
    """Makes the clauses that begin where the steps before have said."""
    ends = pairwise([*sorted(sentence.starts), len(sentence.tokens)])
    sentence.clauses = [_clause(sentence, number, start, end) for number, (start, end) in enumerate(ends)]


def _clause(sentence: Sentence, number: int, start: int, end: int) -> Clause:
    relative, content = sentence.key(start) in _RELATIVE, start > 0 and sentence.key(start) in _CONTENT
    telling = any(verb.is_telling for verb in sentence.verbs(start, end))
    return Clause(number, start, end, relative, content, telling)


def _tells(sentence: Sentence, token: int) -> bool:
    verb = sentence.verb(token)
    return verb is not None and verb.is_telling
