"""Cuts a sentence into clauses: what is told in one breath, with what kind of word opens it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.analysis.words.keys import keys
from reader.analysis.words.tokens import tokenise
from reader.analysis.words.verbs import REPORTING, RISKY, guess, trigger

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.analysis.words.tokens import Token
    from reader.text.span import Span

_COMMAS = frozenset("،,؛;:–—")
_RELATIVE = keys("الذي التي الذين اللذين اللذان اللتين اللواتي والذي والتي والذين")
_THAT = keys("أن إن بأن أنه أنها إنه إنها بأنه بأنها أنهم إنهم وأن وإن وبأن وأنه وأنها وإنه وإنها")
_CONNECTORS = keys("بينما فيما حيث إذ لكن ولكن كما عندما حين بعدما قبلما قبيل فيما ثم وبينما وحيث وعندما وكما غير")
_BEFORE_THAT = keys("بعد قبل منذ إلى وبعد وقبل")


@dataclass(slots=True)
class Clause:
    """The tokens `[start, end)` of a sentence. Clauses of one `group` are one clause that a relative cuts in two."""

    start: int
    end: int
    group: int
    relative: bool = False
    content: bool = False
    """What a verb of telling before it says («… أن»)."""
    reporting: bool = False
    """It holds a verb of telling."""
    verbal: bool = False
    """Its first word is a verb of the lexicon."""


@dataclass(slots=True)
class Sentence:
    """A sentence, its tokens and its clauses in order."""

    text: str
    span: Span
    tokens: Sequence[Token]
    clauses: list[Clause]

    def word(self, token: int) -> str:
        """A token as it is written."""
        return self.text[self.tokens[token].start : self.tokens[token].end]

    def clause_at(self, token: int) -> int:
        """The index of the clause that a token is in."""
        for index, clause in enumerate(self.clauses):
            if token < clause.end:
                return index
        return len(self.clauses) - 1


def cut(text: str, span: Span) -> Sentence:
    tokens = tokenise(text, span)
    return Sentence(text, span, tokens, _grouped(list(_clauses(text, tokens))))


def _clauses(text: str, tokens: Sequence[Token]) -> Iterator[Clause]:
    start, relative, content = 0, False, False
    for index, token in enumerate(tokens):
        opening = _opens(text, tokens, index, start)
        if index > start and opening:
            yield _clause(tokens, start, index, relative=relative, content=content)
            start = index
        if opening:
            relative, content = token.key in _RELATIVE, token.key in _THAT
        elif index == start:
            relative = content = False
    if start < len(tokens):
        yield _clause(tokens, start, len(tokens), relative=relative, content=content)


def _clause(tokens: Sequence[Token], start: int, end: int, *, relative: bool, content: bool) -> Clause:
    reporting = any(token.key in REPORTING for token in tokens[start:end])
    first = trigger(tokens[start].key) if tokens[start].kind == "word" else None
    return Clause(start, end, -1, relative, content, reporting, first is not None and first.verb is not None)


def _opens(text: str, tokens: Sequence[Token], index: int, start: int) -> bool:
    """Whether a clause begins at `index`; the last one began at `start`."""
    word = tokens[index].key
    if index and tokens[index - 1].key in _COMMAS and tokens[index - 1].kind == "other":
        return True
    if tokens[index].kind != "word":
        return False
    if word in _RELATIVE or word in _CONNECTORS:
        return True
    if word in _THAT:
        return any(token.key in REPORTING for token in tokens[start:index])
    if index + 1 < len(tokens) and word in _BEFORE_THAT and tokens[index + 1].key in _THAT:
        return True
    if word[0] in "وف" and len(word) > 3:
        marbuta = "ة" in text[tokens[index].start : tokens[index].end]
        return _joins_verb(word, marbuta=marbuta) or (word in REPORTING and word[1:] in REPORTING)
    return False


def _joins_verb(word: str, *, marbuta: bool) -> bool:
    """Whether «و» or «ف» stands before a verb, so that another clause begins."""
    found = trigger(word, marbuta=marbuta) or guess(word, marbuta=marbuta)
    if found is None or not found.letters or found.verb is None:
        return False
    return not (found.verb.bare and word[found.letters :] in RISKY and found.noun)


def _grouped(clauses: list[Clause]) -> list[Clause]:
    """Numbers the groups: behind a relative between two commas the clause before it goes on, unless with a verb."""
    for index, clause in enumerate(clauses):
        resumed = index > 1 and clauses[index - 1].relative and not (clause.relative or clause.content or clause.verbal)
        clause.group = clauses[index - 2].group if resumed else index
    return clauses
