"""How a row comes to fit: phrases go, that which says least first, then parts of phrases, then the name put in."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reader.analysis.words.clitics import CONJUNCTIONS, after_letters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.analysis.events.forms import Words
    from reader.analysis.events.sentence import Candidate

NEEDED, COMPLEMENT, BESIDE, JOINED, CLAUSE = range(1, 6)
"""Weights: a row does not go without it; its verb may ask for it; it stands beside the verb and its object; it is
joined to a noun; it has a verb of its own."""


@dataclass(frozen=True, slots=True)
class Part:
    """A phrase of a row: the greater its weight, the sooner it goes."""

    tokens: tuple[int, ...]
    weight: int


@dataclass(frozen=True, slots=True)
class Row:
    """The parts of what is said, and the verb or noun that leads."""

    candidate: Candidate
    words: Words
    parts: tuple[Part, ...]
    lead: int
    name: str | None = None
    """That is put in behind the verb."""
    begin: int | None = None
    """Where in the text its first token begins, if not with itself."""

    @property
    def tokens(self) -> list[int]:
        return [at for part in self.parts for at in part.tokens]

    def without(self, number: int) -> Row:
        """But for a part."""
        return replace(self, parts=(*self.parts[:number], *self.parts[number + 1 :]))

    def with_less(self, number: int, tokens: tuple[int, ...]) -> Row:
        """With no more than these of the tokens of a part."""
        part = self.parts[number]
        begin = self.begin if number or tokens[0] == part.tokens[0] else None
        parts = (*self.parts[:number], replace(part, tokens=tokens), *self.parts[number + 1 :])
        return replace(self, parts=parts, begin=begin)


def width(written: str) -> int:
    """Its cells, vowel signs not counted."""
    return sum(not unicodedata.combining(letter) for letter in written)


def fitted(row: Row, cells: int) -> str:
    """What of the row fits, up to where nothing waits: more than its one word if it can be."""
    for said in _shorter(row):
        bare = len(said.tokens) == 1 < len(row.tokens) and said.name is None
        if not bare and not row.words.waits(said.tokens[-1]) and width(written(said)) <= cells:
            return written(said)
    return _cut(row, cells)


def _shorter(row: Row) -> Iterator[Row]:
    """The row, less and less of it."""
    yield row
    for above in (COMPLEMENT, NEEDED):
        while (heaviest := _heaviest(row)).weight > above:
            number = row.parts.index(heaviest)
            yield from _with_shorter(row, number)
            row = row.without(number)
            yield row
        while above == COMPLEMENT and (less := _without_titles(row)) is not None:
            row = less
            yield row
    while (less := _trimmed(row)) is not None:
        row = less
        yield row
    if row.name is not None:
        yield replace(row, name=None)


def _heaviest(row: Row) -> Part:
    return max(reversed(row.parts), key=lambda part: part.weight)


def _with_shorter(row: Row, number: int) -> Iterator[Row]:
    """With less and less of a phrase, each time up to where nothing waits; a clause is whole or not at all."""
    tokens = row.parts[number].tokens
    if row.parts[number].weight < CLAUSE and row.words.sentence.key(tokens[0]) != "بين":
        ends = (end for end in range(len(tokens) - 1, 0, -1) if not row.words.waits(tokens[end - 1]))
        yield from (row.with_less(number, tokens[:end]) for end in ends)


def _without_titles(row: Row) -> Row | None:
    """Without what a person is called before the name («الشيخ الصالح أبو بكر»)."""
    words = row.words
    for number, part in enumerate(row.parts):
        name = next((at for at, token in enumerate(part.tokens) if words.begins_person(token)), 0)
        if name and all(map(words.has_article, part.tokens[:name])):
            return row.with_less(number, part.tokens[name:])
    return None


def _trimmed(row: Row) -> Row | None:
    """The longest phrase up to where one of its words hangs on none behind it."""
    for number in sorted(range(len(row.parts)), key=lambda number: -len(row.parts[number].tokens)):
        tokens = row.parts[number].tokens
        least = tokens.index(row.candidate.token) + 1 if row.candidate.token in tokens else 1
        for end in range(len(tokens) - 1, least - 1, -1):
            if not row.words.waits(tokens[end - 1]):
                return row.with_less(number, tokens[:end])
    return None


def _cut(row: Row, cells: int) -> str:
    """As many of the words as fit, from the happening on, up to where nothing waits if no subject or object goes."""
    words, tokens = row.words, row.tokens[row.tokens.index(row.candidate.token) :]
    bare = replace(row, name=None, begin=None)
    texts = [written(replace(bare, parts=(Part(tuple(tokens[:end]), 0),))) for end in range(1, len(tokens) + 1)]
    heads = [part.tokens[0] for part in row.parts if part.weight == NEEDED]
    ends = []
    for token, text in zip(reversed(tokens[1:]), reversed(texts[1:]), strict=True):
        if width(text) > cells or words.is_for_more(token):
            continue
        if not words.waits(token):
            return text
        ends.append(text)
        if token in heads and not words.is_prepositional(token):
            break
    return next(iter(ends), texts[0][:cells])


def written(row: Row) -> str:
    """The tokens as the text has them, those side by side with what stands between them, and the name behind the
    verb."""
    sentence, tokens = row.candidate.sentence, row.tokens
    parts: list[str] = []
    for before, at in zip([None, *tokens], tokens, strict=False):
        end = sentence.tokens[at].end
        apart = row.name is not None and before == row.lead
        if before is not None and before == at - 1 and not apart and at != row.lead:
            parts[-1] += sentence.text[sentence.tokens[before].end : end]
        else:
            parts.append(sentence.text[_begin(row, at, first=before is None) : end])
        if at == row.lead and row.name is not None:
            parts.append(f"[{row.name}]")
    return " ".join(_without_odd_quotes(" ".join(parts)).split())


def _begin(row: Row, at: int, *, first: bool) -> int:
    """Where a token begins, without the clitics of the happening and «و» or «ف» before the verb."""
    sentence, candidate = row.candidate.sentence, row.candidate
    token = sentence.tokens[at]
    if at == candidate.token and candidate.letters and (first or at == row.lead):
        return after_letters(sentence.text, token, candidate.letters)
    if at == row.lead and token.key[0] in CONJUNCTIONS:
        return after_letters(sentence.text, token, row.words.joined_letters(at))
    return row.begin if first and row.begin is not None else token.start


def _without_odd_quotes(text: str) -> str:
    """Without the signs of which one has lost the other."""
    for opens, closes in ("«»", '""', "“”"):
        odd = text.count(opens) % 2 if opens == closes else text.count(opens) != text.count(closes)
        text = text.replace(opens, "").replace(closes, "") if odd else text
    return text
