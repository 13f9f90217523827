"""What a row of the timeline says of an event: its clause from the happening on, without what the row's heading says.

The words are the text's own, in their order. Whom the text does not name again («وتوفي في دمشق») is put in.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final

from reader.analysis.model import EntityType, TimeType
from reader.analysis.words.clitics import after_letters
from reader.analysis.words.keys import keys

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.analysis.events.sentence import Candidate, Sentence

LONG, SHORT = 48, 30
"""Cells of a row in a wide panel and in a narrow one."""

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


def headlines(candidate: Candidate, names: Mapping[str, str]) -> tuple[str, str]:
    """What its row says in a wide panel and in a narrow one. `names` are those of whom one may be put in, by id; who
    is stands in [ ]."""
    kept, put_in = _tokens(candidate), _put_in(candidate, names)
    name = f"[{names[put_in]}]" if put_in is not None else ""
    long, short = (_fitted(candidate, kept, name, cells) for cells in (LONG, SHORT))
    return long, short


def _fitted(candidate: Candidate, kept: Sequence[int], name: str, cells: int) -> str:
    """As many of the tokens as fit with the name, of which a shorter row goes without; the first always stands."""
    said = ""
    for last in range(min(len(kept), cells), 0, -1):
        said = _written(candidate, kept[:last], name)
        if width(said) <= cells and (last == 1 or not _dangles(candidate, kept[last - 1])):
            return said
    return _fitted(candidate, kept, "", cells) if name else said[:cells]


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
    sentence, times = candidate.sentence, _times(candidate.sentence)
    kept: list[int] = []
    commas = depth = 0
    for at in range(first, last):
        token = sentence.tokens[at]
        word = sentence.text[token.start : token.end]
        depth += (word == "(") - (word == ")")
        if at != candidate.token and (depth or word == ")" or at in times):
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


def _times(sentence: Sentence) -> set[int]:
    """The tokens of times that say when, not how long, and the prepositions before them."""
    found: set[int] = set()
    for time in (time for _, time in sentence.times if time.type in (TimeType.DATE, TimeType.TIME)):
        first, last = sentence.token_at(time.span.start), sentence.token_at(time.span.end - 1)
        found.update(range(first, last + 1))
        if sentence.key(first - 1) in _BEFORE_TIMES:
            found.add(first - 1)
    return found


def _put_in(candidate: Candidate, names: Mapping[str, str]) -> str | None:
    """Of those in `names` who does it, where its clause leaves that out."""
    clause, tokens = candidate.clause, candidate.sentence.tokens
    named = candidate.sentence.named_between(tokens[clause.start].start, tokens[clause.end - 1].end)
    said = {entity.id for entity, _ in named}
    left_out = candidate.is_verb and said.isdisjoint(candidate.who)
    return next((id_ for id_ in candidate.who if id_ in names), None) if left_out else None


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


def _written(candidate: Candidate, tokens: Sequence[int], name: str) -> str:
    """The tokens as the text has them, those side by side with what stands between them, and the name behind the
    happening."""
    sentence, text = candidate.sentence, candidate.sentence.text
    parts: list[str] = []
    for before, at in zip([None, *tokens], tokens, strict=False):
        end = sentence.tokens[at].end
        if before is not None and before == at - 1 and not (name and before == candidate.token):
            parts[-1] += text[sentence.tokens[before].end : end]
        else:
            parts.append(text[_begin(candidate, at) : end])
        if at == candidate.token and name:
            parts.append(name)
    return " ".join(" ".join(parts).split())
