"""What a row of the timeline says of an event: its clause from the happening on, without what the row's heading says.

The words are the text's own, in their order. Whom the text does not name again («وتوفي في دمشق») is put in.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final

from reader.analysis.model import EntityType
from reader.analysis.words.clitics import after_letters
from reader.analysis.words.keys import keys
from reader.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.analysis.events.sentence import Candidate

LONG, SHORT = 48, 30
"""Cells of a row in a wide panel and in a narrow one."""
Part = Span | str
"""A stretch of the text, or the id of an entity that is put in."""

_LEAVES_OFF = keys(
    "و ف في من إلى على عن مع بعد قبل خلال أثناء منذ حتى بين عند لدى نحو ضد حول ثم أو أن إن بأن لأن كما حيث"
    " التي الذي الذين بالقرب قرب بعدما عندما"
    " فيما بينما وفي ومن وإلى وعلى ومع وعن وقد قد هذا هذه ذلك تلك كل بن ابن أبو عبد إذ"
)
"""Words that a row does not end with: they wait for what follows."""
_BEFORE_TIMES = keys("لعام لسنة لشهر لموسم في منذ خلال يوم وفي ومنذ وخلال حتى من عام سنة مساء صباح")
_COMMAS: Final = "،,"
_STOPS: Final = frozenset("؛;:.؟!*\n")
_COMMAS_KEPT: Final = 1
_FEW: Final = 3
"""Words under which a row says too little."""


def headline(candidate: Candidate, cells: int, names: Mapping[str, str]) -> tuple[Part, ...]:
    """Stretches of the text, and the id of an entity that is put in, as they fill at most `cells` when `written`; the
    happening itself always stands. `names` are those of the entities by id."""
    kept = _tokens(candidate)
    lead, rest = kept[:1], kept[1:]
    put_in = _put_in(candidate)
    while True:
        parts = _joined(candidate, [*lead, *rest], put_in)
        fits = width(written(parts, candidate.sentence.text, names)) <= cells
        if not rest or (fits and not _dangles(candidate, rest[-1])):
            return parts
        rest.pop()


def fitted(candidate: Candidate, cells: int, names: Mapping[str, str]) -> str:
    """The headline in words."""
    return written(headline(candidate, cells, names), candidate.sentence.text, names)


def written(parts: Sequence[Part], text: str, names: Mapping[str, str]) -> str:
    """A headline in words."""
    said = (f"[{names.get(part, '')}]" if isinstance(part, str) else " ".join(part.of(text).split()) for part in parts)
    return " ".join(said)


def width(written: str) -> int:
    """Its cells, vowel signs not counted."""
    return sum(not unicodedata.combining(letter) for letter in written)


def _tokens(candidate: Candidate) -> list[int]:
    """The tokens that a row says: from the happening on, or, where that is next to nothing, its whole clause, or what
    follows that («صدر أمس، 7 أكتوبر، الإصدار الجديد»)."""
    kept = _kept(candidate, _first(candidate), candidate.last)
    if len(kept) < _FEW:
        kept = max(kept, _kept(candidate, candidate.first, candidate.last), key=len)
    if len(kept) == 1:
        kept = _kept(candidate, candidate.token, len(candidate.sentence.tokens))
    return kept


def _kept(candidate: Candidate, first: int, last: int) -> list[int]:
    """The tokens from `first` up to `last` or the second comma, but for times, commas behind these, and brackets; the
    happening's among them."""
    sentence = candidate.sentence
    kept: list[int] = []
    commas = depth = 0
    for at in range(first, last):
        token = sentence.tokens[at]
        word = sentence.text[token.start : token.end]
        depth += (word == "(") - (word == ")")
        if at != candidate.token and (depth or word == ")" or _is_time(candidate, at)):
            continue
        if word in _COMMAS and at - 1 not in kept:
            continue
        commas += word in _COMMAS
        if at > candidate.token and (commas > _COMMAS_KEPT or word in _STOPS):
            break
        kept.append(at)
    while kept and kept[-1] != candidate.token and _dangles(candidate, kept[-1]):
        kept.pop()
    return kept


def _first(candidate: Candidate) -> int:
    """The happening's own token, or that of the name right before a verb."""
    sentence = candidate.sentence
    if not candidate.is_verb or candidate.clause.relative:
        return candidate.token
    named = (
        sentence.token_at(mention.span.start)
        for entity, mention in sentence.named
        if entity.type is not EntityType.LOCATION and sentence.token_at(mention.span.end - 1) + 1 == candidate.token
    )
    return max(candidate.first, next(named, candidate.token))


def _is_time(candidate: Candidate, token: int) -> bool:
    """Whether a token is part of a time, or the preposition before one."""
    sentence = candidate.sentence
    begins = {sentence.token_at(time.span.start) for _, time in sentence.times}
    inside = any(time.span.start <= sentence.tokens[token].start < time.span.end for _, time in sentence.times)
    return inside or (token + 1 in begins and token != candidate.token and sentence.key(token) in _BEFORE_TIMES)


def _put_in(candidate: Candidate) -> tuple[str, ...]:
    """Who does it, where its clause leaves that out."""
    clause, tokens = candidate.clause, candidate.sentence.tokens
    named = candidate.sentence.named_between(tokens[clause.start].start, tokens[clause.end - 1].end)
    said = {entity.id for entity, _ in named}
    return candidate.who[:1] if candidate.is_verb and said.isdisjoint(candidate.who) else ()


def _dangles(candidate: Candidate, token: int) -> bool:
    sentence = candidate.sentence
    word = sentence.text[sentence.tokens[token].start : sentence.tokens[token].end]
    return sentence.key(token) in _LEAVES_OFF or (not any(letter.isalnum() for letter in word) and word not in '»”")')


def _begin(candidate: Candidate, at: int) -> int:
    """Where a token begins, without the clitics of the happening and «و» or «ف» before the clause."""
    token = candidate.sentence.tokens[at]
    if at == candidate.token:
        return after_letters(candidate.sentence.text, token, candidate.letters)
    if at == candidate.first and candidate.shown_from is not None:
        return candidate.shown_from
    return token.start


def _joined(candidate: Candidate, tokens: Sequence[int], put_in: Sequence[str]) -> tuple[Part, ...]:
    """The tokens as stretches of text, those side by side as one, and what is put in behind the happening."""
    sentence = candidate.sentence
    parts: list[Part] = []
    for before, at in zip([None, *tokens], tokens, strict=False):
        token = sentence.tokens[at]
        begin = _begin(candidate, at)
        last = parts[-1] if parts else ""
        if isinstance(last, Span) and before == at - 1:
            parts[-1] = Span(last.start, token.end)
        else:
            parts.append(Span(begin, token.end))
        if at == candidate.token:
            parts += put_in
    return tuple(parts)
