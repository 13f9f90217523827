"""How an event is shown in a list: its clause without what only ties it to its neighbours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.analysis.words.clitics import CONJUNCTIONS, after_letters
from reader.analysis.words.keys import keys
from reader.analysis.words.particles import RELATIVES

if TYPE_CHECKING:
    from reader.analysis.events.sentence import Candidate
    from reader.analysis.words.tokens import Token

_LEADING = RELATIVES | keys("والذي والتي أن إن بأن حيث وحيث بعد وبعد قبل وقبل كما وكما")


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
    return token.is_sign and token.key not in but


def show_no_clitic(candidate: Candidate) -> None:
    """Nor «و» or «ف» before its first word."""
    sentence, token = candidate.sentence, candidate.sentence.tokens[candidate.first]
    if candidate.first == candidate.token:
        letters = candidate.letters
    else:
        told = sentence.trigger(candidate.first) if token.key[0] in CONJUNCTIONS else None
        letters = told.letters if told else 0
    if letters:
        candidate.shown_from = after_letters(sentence.text, token, letters)
