"""What a row of the timeline says of an event: who does what to whom, without what the row's heading says.

The words are the text's own, in their order, as the recogniser hears which of them an editor would take. What a reader
of the row alone would miss («وتوفي في دمشق») is put in. Where nothing is heard the row says what stands behind the
happening.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final

from reader.analysis.events import hearing
from reader.analysis.events.choosing import NARROW, WIDE, chosen, words_around
from reader.analysis.words import lexicon
from reader.analysis.words.clitics import after_letters
from reader.analysis.words.keys import key

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.analysis.events.forms import Words
    from reader.analysis.events.hearing import HeardRow
    from reader.analysis.events.sentence import Candidate
    from reader.analysis.model import Entity

LONG, SHORT = 48, 30
"""Cells of a row in a wide panel and in a narrow one."""
_PUT_IN: Final = 0.5
"""How probable it has to be that a name is put in."""
_SHARE: Final = 0.4
"""Of the cells of a row that a name may take which is put in."""
_PAIRS: Final = ("«»", '""', "“”", "()")
_OPENING = frozenset(pair[0] for pair in _PAIRS)
_CLOSING = frozenset(pair[1] for pair in _PAIRS) | {"%"}
_SIGNS: Final = " ،,.؛:!؟?…-–"
"""Signs that a row neither begins nor ends with."""


def headlines(words: Words, candidate: Candidate) -> tuple[str, str]:
    """What its row says in a wide panel and in a narrow one. `words` are those of its sentence; what is put in stands
    in [ ]."""
    heard = hearing.row(candidate)
    if heard is None:
        return _plain(words, candidate, LONG), _plain(words, candidate, SHORT)
    return _said(words, candidate, heard, LONG, narrow=False), _said(words, candidate, heard, SHORT, narrow=True)


def width(written: str) -> int:
    """Its cells, vowel signs not counted."""
    return sum(not unicodedata.combining(letter) for letter in written)


def _said(words: Words, candidate: Candidate, heard: HeardRow, cells: int, *, narrow: bool) -> str:
    around, weights = words_around(words, candidate, heard, narrow=narrow), NARROW if narrow else WIDE
    tokens = chosen(around, candidate.token, cells, weights)
    name = _put_in(words, candidate, tokens, cells)
    if name is not None:
        beside = chosen(around, candidate.token, cells - width(f" [{name}]"), weights)
        behind = max(beside, key=lambda at: heard.words.behind[heard.at(words.sentence.tokens[at].start)])
        row = _written(words, candidate, beside, name, behind)
        if width(row) <= cells:
            return row
    return _cut(_written(words, candidate, tokens), cells)


def _put_in(words: Words, candidate: Candidate, tokens: Sequence[int], cells: int) -> str | None:
    """The name that the row adds, None where it has none to add or says it already."""
    if candidate.added is None:
        return None
    probable, entity = candidate.added
    said = {other.id for other, at in words.sentence.stands if at in tokens}
    return _called(entity, cells) if probable >= _PUT_IN and entity.id not in said else None


def _called(entity: Entity, cells: int) -> str:
    """By the longest of its names that leaves the row its room, else by the shortest."""
    names = [_nominative(name) for name in (entity.name, *entity.aliases)]
    fitting = [name for name in names if width(name) <= cells * _SHARE]
    return max(fitting, key=width) if fitting else min(names, key=width)


def _nominative(name: str) -> str:
    """A given name without the alef that it ends with as an object («ولدت هشاما»)."""
    bare = key(name.removesuffix("ا"))
    is_object = name.endswith("ا") and lexicon.word(bare).given and not lexicon.word(key(name)).given
    return name.removesuffix("ا") if is_object else name


def _plain(words: Words, candidate: Candidate, cells: int) -> str:
    """The happening and what stands behind it, up to where something else begins, or nothing waits and no more fits."""
    tokens = [candidate.token]
    best = tokens
    for at in range(candidate.token + 1, len(words.sentence.tokens)):
        if words.bounds(at) and at not in words.hidden:
            break
        if at not in words.hidden and words.sentence.tokens[at].kind != "other":
            tokens = [*tokens, at]
            if width(_written(words, candidate, tokens)) > cells:
                break
            best = best if words.waits(at) else tokens
    return _cut(_written(words, candidate, best), cells)


def _cut(row: str, cells: int) -> str:
    """A row of one word that is longer than any, no longer than its room."""
    while width(row) > cells:
        row = row[:-1]
    return row


def _written(words: Words, candidate: Candidate, tokens: Sequence[int], name: str = "", behind: int = -1) -> str:
    """The tokens as the text has them, with the signs that stand between two side by side, and a name behind one."""
    row = "".join(_pieces(words, candidate, tokens, f" [{name}]" if name else "", behind))
    return _without_odd(" ".join(row.split())).strip(_SIGNS)


def _pieces(words: Words, candidate: Candidate, tokens: Sequence[int], name: str, behind: int) -> Iterator[str]:
    sentence, last = words.sentence, None
    for at in tokens:
        token = sentence.tokens[at]
        if last is None:
            yield _opening(words, at) + sentence.text[_begin(words, candidate, at) : token.end]
        elif last != behind and all(sentence.tokens[other].kind == "other" for other in range(last + 1, at)):
            yield sentence.text[sentence.tokens[last].end : token.end]
        else:
            yield f" {_opening(words, at)}{sentence.text[token.start : token.end]}"
        if at == behind:
            yield _closing(words, at) + name
        last = at
    if last is not None and last != behind:
        yield _closing(words, last)


def _opening(words: Words, at: int) -> str:
    return sign if at and (sign := words.raw(at - 1)) in _OPENING else ""


def _closing(words: Words, at: int) -> str:
    return sign if at + 1 < len(words.sentence.tokens) and (sign := words.raw(at + 1)) in _CLOSING else ""


def _begin(words: Words, candidate: Candidate, at: int) -> int:
    """Where the first token begins, without the clitics of the happening and «و» or «ف» before another."""
    sentence, token = words.sentence, words.sentence.tokens[at]
    if at == candidate.token:
        return after_letters(sentence.text, token, candidate.letters)
    return after_letters(sentence.text, token, words.joined_letters(at) or int(words.is_joined(at)))


def _without_odd(text: str) -> str:
    """Without the signs of which one has lost the other."""
    for opens, closes in _PAIRS:
        odd = text.count(opens) % 2 if opens == closes else text.count(opens) != text.count(closes)
        text = text.replace(opens, "").replace(closes, "") if odd else text
    return text
