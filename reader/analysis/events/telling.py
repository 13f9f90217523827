"""What is worth a line in a list of events: how an event is shown there, and what says too little for one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.analysis.words.clitics import CONJUNCTIONS, after_letters
from reader.analysis.words.keys import keys
from reader.analysis.words.verbs import Form, trigger

if TYPE_CHECKING:
    from reader.analysis.events.sentence import Candidate
    from reader.analysis.words.tokens import Token

_HARD = frozenset({"death", "birth", "casualty"})
"""Kinds of noun that are told even where they only say when another event was («بعد وفاة أبيه»)."""
_LEADING = keys(
    "الذي التي الذين اللذين اللذان اللتين اللواتي والذي والتي أن إن بأن حيث وحيث بعد وبعد قبل وقبل كما وكما"
)


def is_undated_noun(candidate: Candidate) -> bool:
    """A noun without a time of its own, but for deaths and births at which somebody is named."""
    if candidate.finite or candidate.dated.is_stated:
        return False
    return not (candidate.during and candidate.sense.kind in _HARD and candidate.who)


def is_vague_noun(candidate: Candidate) -> bool:
    """A noun that may be no event, or the reference to one, and names nobody and no place."""
    if candidate.finite or candidate.who or candidate.where:
        return False
    return candidate.sense.weak or candidate.sense.definite


def is_general(candidate: Candidate) -> bool:
    """An imperfect tells of what is so, unless a time says when."""
    return candidate.sense.form is Form.IMPERFECT and not (candidate.planned or candidate.dated.is_stated)


def is_weak(candidate: Candidate) -> bool:
    """A verb that may be no event, without a date."""
    return candidate.finite and candidate.sense.weak and not candidate.dated.is_known


def is_of_nobody(candidate: Candidate) -> bool:
    """Neither when nor who nor where, unless it leads its clause."""
    said = candidate.dated.is_known or candidate.who or candidate.where or candidate.leads
    return candidate.finite and not said


def show_no_sign_behind(candidate: Candidate) -> None:
    """The comma that closes a clause is not shown."""
    tokens = candidate.sentence.tokens
    while candidate.last - 1 > candidate.token and _is_sign(tokens[candidate.last - 1], '»”")]'):
        candidate.last -= 1


def show_no_tie_before(candidate: Candidate) -> None:
    """Nor is what only ties a clause to what stands before it; «قبل ثلاثة أيام» is a time, and ties nothing."""
    tokens, settled = candidate.sentence.tokens, candidate.sentence.settled
    while (
        candidate.first < candidate.token
        and candidate.first not in settled
        and (tokens[candidate.first].key in _LEADING or _is_sign(tokens[candidate.first], '«“"(['))
    ):
        candidate.first += 1


def _is_sign(token: Token, but: str) -> bool:
    return token.kind == "other" and token.key not in but


def show_no_clitic(candidate: Candidate) -> None:
    """Nor «و» or «ف» before its first word."""
    sentence, token = candidate.sentence, candidate.sentence.tokens[candidate.first]
    if candidate.first == candidate.token:
        letters = candidate.letters
    else:
        told = trigger(token.key) if token.key[0] in CONJUNCTIONS else None
        letters = told.letters if told else 0
    if letters:
        candidate.shown_from = after_letters(sentence.text, token, letters)
