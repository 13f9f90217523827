"""What a row of the timeline says of an event: who does what to whom, without what the row's heading says.

The words are the text's own, in their order. Whom the text does not name again («وتوفي في دمشق») is put in.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from reader.analysis.events.doers import put_in
from reader.analysis.events.fitting import (
    BESIDE,
    CLAUSE,
    COMPLEMENT,
    JOINED,
    NEEDED,
    Part,
    Row,
    fitted,
)
from reader.analysis.events.forms import LINKS, THAT
from reader.analysis.events.phrases import Kind, Phrase, split
from reader.analysis.events.subjects import COMMAS, Before, before
from reader.analysis.words.keys import key, keys

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.analysis.events.doers import Names
    from reader.analysis.events.forms import Words
    from reader.analysis.events.sentence import Candidate

LONG, SHORT = 48, 30
"""Cells of a row in a wide panel and in a narrow one: no token takes less than one."""

_GOALS: Final = keys("إلى على")
"""Prepositions of what a verb asks for."""
_SUBJECT_AND_OBJECT: Final = 2
_UNDERTAKE: Final = key("قام")
"""The verb that leaves the telling to a noun behind «ب» («قامت الشرطة بتفريق المتظاهرين»)."""


def headlines(words: Words, candidate: Candidate, names: Names) -> tuple[str, str]:
    """What its row says in a wide panel and in a narrow one. `words` are those of its sentence, `names` those of whom
    one may be put in, by id; who is stands in [ ]."""
    row = _row(words, candidate, names)
    return fitted(row, LONG), fitted(row, SHORT)


def _row(words: Words, candidate: Candidate, names: Names) -> Row:
    lead = _lead(words, candidate)
    behind = split(words, _behind(words, candidate, lead))
    ahead = before(words, candidate, lead)
    if not (behind or ahead) and (verb := _verb_before(words, candidate)) is not None:
        lead, behind, ahead = verb, split(words, _behind(words, candidate, verb)), before(words, candidate, verb)
    name = None if ahead else put_in(words, candidate, lead, behind, names)
    return Row(
        candidate,
        words,
        (*_ahead(ahead), Part((lead,), 0), *(_kept(candidate, part) for part in _weighed(words, candidate, behind))),
        lead,
        name,
        ahead.begin if ahead else None,
    )


def _kept(candidate: Candidate, part: Part) -> Part:
    """The happening never goes."""
    return replace(part, weight=NEEDED) if candidate.token in part.tokens else part


def _lead(words: Words, candidate: Candidate) -> int:
    """The happening, or the verb whose object it is («تعقد اللجنة اجتماعا»)."""
    token = candidate.token
    if candidate.is_verb:
        return token
    verb = next((at for at in range(token - 1, candidate.clause.start - 1, -1) if words.is_verb(at)), token)
    between = split(words, [at for at in range(verb + 1, token + 1) if at not in words.hidden])
    sense = words.sentence.verb(verb)
    undertakes = sense is not None and sense.lemma == _UNDERTAKE
    holds = 0 < len(between) <= _SUBJECT_AND_OBJECT and _is_object(between, token, bound=undertakes)
    return verb if holds else token


def _verb_before(words: Words, candidate: Candidate) -> int | None:
    """The verb of a clause that says something of a noun which says nothing alone («خرجوا في إضراب»)."""
    if candidate.is_verb:
        return None
    for at in range(candidate.token - 1, candidate.clause.start - 1, -1):
        if words.bounds(at):
            return at if words.is_verb(at) else None
    return None


def _is_object(phrases: Sequence[Phrase], token: int, *, bound: bool) -> bool:
    """Whether a phrase of its own begins with a token, behind no more than a subject; `bound`: «ب» may be before it."""
    *subject, last = phrases
    kinds = (Kind.NOUN, Kind.PREPOSITION) if bound else (Kind.NOUN,)
    return last.first == token and last.kind in kinds and all(phrase.kind is Kind.NOUN for phrase in subject)


def _behind(words: Words, candidate: Candidate, lead: int) -> list[int]:
    """The tokens behind the verb or noun that the row begins with, up to where something else begins."""
    found = [at for at in range(lead + 1, candidate.token + 1) if at not in words.hidden or at == candidate.token]
    for at in range(candidate.token + 1, min(candidate.token + LONG, len(candidate.sentence.tokens))):
        if at in words.hidden or (words.raw(at) in COMMAS and _is_aside(words, at)):
            continue
        if _ends(words, candidate, at):
            break
        found.append(at)
    return found


def _is_aside(words: Words, comma: int) -> bool:
    """Whether a comma stands before or behind no more than a time («دشّن الوزير، اليوم الاثنين، خطا جديدا»)."""
    after, before = comma + 1, comma - 1
    while after in words.hidden:
        after += 1
    while before in words.hidden:
        before -= 1
    opens = after > comma + 1 and after < len(words.sentence.tokens) and words.raw(after) in COMMAS
    closes = 0 <= before < comma - 1 and words.raw(before) in COMMAS
    return opens or closes


def _ends(words: Words, candidate: Candidate, at: int) -> bool:
    """Whether something else begins with a token."""
    key = candidate.sentence.key(at)
    if key in LINKS or key in THAT:
        return key in THAT and not candidate.is_verb
    return _begins_anew(words, candidate, at) if words.is_verb(at) else words.bounds(at)


def _begins_anew(words: Words, candidate: Candidate, verb: int) -> bool:
    """Whether a verb says nothing of what stands before it («افتتح خطا يربط», «الذي جرى»)."""
    if words.joined_letters(verb):
        return True
    if any(words.sentence.key(at) in LINKS | THAT for at in range(candidate.token, verb)):
        return False
    return words.is_definite(verb - 1) or not candidate.is_verb


def _ahead(found: Before | None) -> Iterator[Part]:
    for number, phrase in enumerate(found.phrases if found else ()):
        yield Part(phrase.tokens, JOINED if number else NEEDED)


def _weighed(words: Words, candidate: Candidate, phrases: Sequence[Phrase]) -> Iterator[Part]:
    """The phrases behind the verb or noun, each with its weight."""
    nouns = [phrase for phrase in phrases if phrase.kind is Kind.NOUN]
    needed = nouns[: _SUBJECT_AND_OBJECT if candidate.is_verb else 1]
    prepositions = [phrase for phrase in phrases if phrase.kind is Kind.PREPOSITION]
    prepositions = [phrase for phrase in prepositions if not words.has_its_pronoun(phrase.first)]
    for number, phrase in enumerate(phrases):
        if phrase.kind is Kind.CLAUSE:
            key = words.sentence.key(phrase.first)
            if key in LINKS | THAT:
                rest = tuple(at for one in phrases[number:] for at in one.tokens)
                yield Part(rest, BESIDE if key in THAT and number <= 1 else CLAUSE)
            else:
                yield from (Part(one.tokens, CLAUSE) for one in phrases[number:])
            return
        apart = prepositions and prepositions[0].first < phrase.first
        if apart and phrase.kind is Kind.NOUN and not candidate.is_verb and phrase.first > candidate.token:
            return  # «اتفاق مع … الشركة»
        if phrase.kind is Kind.PREPOSITION:
            yield Part(phrase.tokens, _weight(words, phrase, phrases))
        elif phrase.kind is Kind.JOINED:
            yield Part(phrase.tokens, JOINED)
        else:
            yield Part(phrase.tokens, NEEDED if phrase in needed else BESIDE)


def _weight(words: Words, phrase: Phrase, phrases: Sequence[Phrase]) -> int:
    """Of a phrase with a preposition: a verb asks for its goal, and where none is said for what stands right behind."""
    goals = [one for one in phrases if words.sentence.key(one.first) in _GOALS]
    if phrase in goals:
        return COMPLEMENT
    return NEEDED if phrase is phrases[0] and not goals else BESIDE
