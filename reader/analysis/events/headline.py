"""What a row of the timeline says of an event: who does what to whom, without what the row's heading says.

The words are the text's own, in their order, as the recogniser hears which of them an editor would take. What a reader
of the row alone would miss («وتوفي في دمشق») is put in. Where nothing is heard the row says what stands behind the
happening.
"""

from __future__ import annotations

import unicodedata
from functools import partial
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from reader.analysis.events import hearing
from reader.analysis.events.choosing import NARROW, WIDE, Weights, Word, chosen, width, words_around
from reader.analysis.words import lexicon
from reader.analysis.words.clitics import after_letters
from reader.analysis.words.verbs import noun_behind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from reader.analysis.events.forms import Words
    from reader.analysis.events.hearing import HeardRow
    from reader.analysis.events.sentence import Candidate
    from reader.analysis.model import Entity, Mention

LONG, SHORT = 48, 30
"""Cells of a row in a wide panel and in a narrow one."""
_PUT_IN: Final = 0.5
"""How probable it has to be that a name is put in."""
_SHARE: Final = 0.4
"""Of the cells of a row that a name may take which is put in."""
_PAIRS: Final = ("«»", '""', "“”", "()")
_OPENING: Final = frozenset(pair[0] for pair in _PAIRS)
_CLOSING: Final = frozenset(pair[1] for pair in _PAIRS) | {"%"}
_NAME: Final = "[ ]"
"""Where a name is put in."""
_SIGNS: Final = " ،,.؛:!؟?…-–"
"""Signs that a row neither begins nor ends with."""


def headlines(words: Words, candidate: Candidate) -> tuple[str, str]:
    """What its row says in a wide panel and in a narrow one. `words` are those of its sentence; what is put in stands
    in [ ]."""
    heard = hearing.row(candidate)
    if heard is None:
        return _plain(words, candidate, LONG), _plain(words, candidate, SHORT)
    wide, narrow = words_around(words, candidate, heard)
    around = partial(_said, words, candidate, heard)
    return around(wide, WIDE, LONG), around(narrow, NARROW, SHORT)


def _said(
    words: Words, candidate: Candidate, heard: HeardRow, around: Sequence[Word], weights: Weights, cells: int
) -> str:
    choose = partial(chosen, around, candidate.token, weights=weights)
    fit = partial(_fitting, words, candidate, heard, choose, cells)
    name = _put_in(words, candidate, choose(cells), cells)
    return (fit(name) if name else None) or fit("") or _cut(_written(words, candidate, [candidate.token]), cells)


def _fitting(
    words: Words, candidate: Candidate, heard: HeardRow, choose: Callable[[int], list[int]], cells: int, name: str
) -> str | None:
    """The row with a name put in, if any; None where not even the happening has room beside it. Signs take room too, of
    which the choice knows nothing."""
    room = cells
    while room > 0:
        tokens = choose(room)
        behind = max(tokens, key=lambda at: heard.words.behind[heard.at(words.sentence.tokens[at].start)])
        row = _written(words, candidate, tokens, name, behind if name else -1)
        if width(row) <= cells:
            return row
        room = 0 if len(tokens) == 1 else room - (width(row) - cells)
    return None


def _put_in(words: Words, candidate: Candidate, tokens: Sequence[int], cells: int) -> str | None:
    """The name that the row adds, None where it has none to add or says it already."""
    if candidate.added is None:
        return None
    probable, entity = candidate.added
    said = {other.id for other, mention in words.sentence.named if _is_said(words, mention, tokens)}
    return _called(entity, cells) if probable >= _PUT_IN and entity.id not in said else None


def _is_said(words: Words, mention: Mention, tokens: Sequence[int]) -> bool:
    """Whether a row says any word of a name."""
    first, last = (words.sentence.token_at(at) for at in (mention.span.start, mention.span.end - 1))
    return any(first <= at <= last for at in tokens)


def _called(entity: Entity, cells: int) -> str:
    """By the longest of its names that leaves the row its room, else by the shortest."""
    names = (entity.name, *entity.aliases)
    fitting = [name for name in names if width(name) <= cells * _SHARE]
    return max(fitting, key=width) if fitting else min(names, key=width)


def _plain(words: Words, candidate: Candidate, cells: int) -> str:
    """The happening and what stands behind it, up to where something else begins, or nothing waits and no more fits."""
    tokens = [candidate.token]
    best = tokens
    for at in range(candidate.token + 1, len(words.sentence.tokens)):
        if words.bounds(at) and at not in words.hidden:
            break
        if at not in words.hidden and not words.sentence.tokens[at].is_sign:
            tokens = [*tokens, at]
            if width(_written(words, candidate, tokens)) > cells:
                break
            best = best if words.waits(at) else tokens
    return _cut(_written(words, candidate, best), cells)


def _cut(row: str, cells: int) -> str:
    """Of a row of one word that is longer than its room what fits."""
    ends = accumulate(not unicodedata.combining(letter) for letter in row)
    return row[: sum(end <= cells for end in ends)]


def _written(words: Words, candidate: Candidate, tokens: Sequence[int], name: str = "", behind: int = -1) -> str:
    """The tokens as the text has them, with the signs that stand between two side by side, and a name behind one."""
    own = str.maketrans("", "", "[]")  # they would say that something is put in
    pieces = _pieces(words, candidate, tokens, behind)
    row = "".join(piece.translate(own) if piece != _NAME else f" [{name}]" for piece in pieces)
    return _without_odd(" ".join(row.split())).strip(_SIGNS)


def _pieces(words: Words, candidate: Candidate, tokens: Sequence[int], behind: int) -> Iterator[str]:
    sentence, last = words.sentence, None
    for at in tokens:
        token = sentence.tokens[at]
        if last is None:
            yield _opening(words, at) + sentence.text[_begin(words, candidate, at) : token.end]
        elif last != behind and all(sentence.tokens[other].is_sign for other in range(last + 1, at)):
            yield sentence.text[sentence.tokens[last].end : token.end]
        else:
            closing = _closing(words, last) if last != behind else ""
            yield f"{closing} {_opening(words, at)}{sentence.text[token.start : token.end]}"
        if at == behind:
            yield _closing(words, at)
            yield _NAME
        last = at
    if last is not None and last != behind:
        yield _closing(words, last)


def _opening(words: Words, at: int) -> str:
    return sign if at and (sign := words.raw(at - 1)) in _OPENING else ""


def _closing(words: Words, at: int) -> str:
    return sign if at + 1 < len(words.sentence.tokens) and (sign := words.raw(at + 1)) in _CLOSING else ""


def _begin(words: Words, candidate: Candidate, at: int) -> int:
    """Where the first token begins, without the clitics of the happening, «و» or «ف» before another verb, and «و»
    before a noun that is known without it («واشنطن» is not «و»)."""
    sentence, token = words.sentence, words.sentence.tokens[at]
    if at == candidate.token:
        noun = None if candidate.is_verb else noun_behind(token.key)
        letters = candidate.letters or (noun[0] if noun is not None else 0)
        return after_letters(sentence.text, token, letters)
    bare = token.key[1:]
    known = at in words.mentions or bare.startswith("ال") or lexicon.is_stem(bare)
    return after_letters(sentence.text, token, words.joined_letters(at) or int(known and words.is_joined(at)))


def _without_odd(text: str) -> str:
    """Without the signs of which one has lost the other."""
    for opens, closes in _PAIRS:
        odd = text.count(opens) % 2 if opens == closes else text.count(opens) != text.count(closes)
        text = text.replace(opens, "").replace(closes, "") if odd else text
    return text
