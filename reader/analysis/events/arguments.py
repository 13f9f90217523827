"""Who takes part in an event, and where it happens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.analysis.model import EntityType
from reader.analysis.words import lexicon
from reader.analysis.words.keys import keys
from reader.analysis.words.verbs import Form

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.analysis.events.sentence import Candidate, Sentence
    from reader.analysis.model import Entity, Mention

_PLACED = keys("في إلى قرب من بالقرب وسط قبالة نحو عبر شمال جنوب شرق غرب داخل مدينة بلدة قرية ولاية محافظة منطقة جزيرة")
_TRAVEL = frozenset({"visit", "movement"})
"""Kinds of which a place behind the verb is the goal."""
_ACTORS = (EntityType.PERSON, EntityType.ORGANISATION)


def _ids(entities: Iterable[Entity]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(entity.id for entity in entities))


def _named(candidate: Candidate) -> Iterator[tuple[Entity, Mention]]:
    """What its clause names, and the other half of that behind a relative."""
    sentence = candidate.sentence
    for clause in sentence.clauses:
        if clause.group == candidate.clause.group:
            start, end = sentence.tokens[clause.start].start, sentence.tokens[clause.end - 1].end
            yield from sentence.named_between(start, end)


def _actors(named: Iterable[tuple[Entity, Mention]]) -> tuple[str, ...]:
    return _ids(entity for entity, _ in named if entity.type in _ACTORS)


def who_of_clause(candidate: Candidate) -> None:
    candidate.who = _ids(
        entity
        for entity, mention in _named(candidate)
        if entity.type in _ACTORS or (entity.type is EntityType.LOCATION and _acts(candidate, entity, mention))
    )


def _acts(candidate: Candidate, entity: Entity, mention: Mention) -> bool:
    """Whether a country stands right behind a verb, as who does it."""
    tokens = candidate.sentence.tokens
    if not candidate.is_verb or candidate.token + 1 >= len(tokens) or candidate.sense.kind in _TRAVEL:
        return False
    place = lexicon.place(entity.name)
    country = place is not None and place.kind in ("country", "historic")
    return country and tokens[candidate.token + 1].start == mention.span.start


def where_of_clause(candidate: Candidate) -> None:
    candidate.where = _ids(
        entity
        for entity, mention in _named(candidate)
        if entity.type is EntityType.LOCATION and _is_where(candidate.sentence, mention)
    )


def _is_where(sentence: Sentence, mention: Mention) -> bool:
    """Whether a word of place, or the clitic «ب» or «ل», stands before the name."""
    token = sentence.token_at(mention.span.start)
    if sentence.tokens[token].start < mention.span.start:
        key = sentence.key(token)
        return key[0] in "بل" or key[:2] in ("وب", "ول")
    return sentence.key(token - 1) in _PLACED


def who_behind_offset(candidate: Candidate) -> None:
    """«وبعد يوم من وصوله زار …»: who is named next."""
    if not candidate.who and candidate.dated.offset:
        sentence = candidate.sentence
        candidate.who = _actors(sentence.named_between(candidate.start, sentence.span.end))[:1]


def who_before_relative(candidate: Candidate) -> None:
    """«كاستورب، الذي وصل …»: who is named last before it."""
    if not candidate.who and candidate.clause.relative:
        candidate.who = _actors(_before_clause(candidate))[-1:]


def who_tells(candidate: Candidate) -> None:
    """«قال كاستورب إنه وصل»: who is named first in the sentence."""
    if not candidate.who and candidate.clause.content:
        candidate.who = _actors(_before_clause(candidate))[:1]


def _before_clause(candidate: Candidate) -> list[tuple[Entity, Mention]]:
    sentence = candidate.sentence
    return sentence.named_between(sentence.span.start, sentence.tokens[candidate.clause.start].start)


def who_goes_on(sentence: Sentence) -> None:
    """A verb in the past that names nobody speaks of whom the paragraph spoke of last.

    Arabic leaves out a subject that goes on: «ولد … وتزوج … وتوفي».
    """
    persons = {entity.id for entity, _ in sentence.named if entity.type is EntityType.PERSON}
    paragraph = sentence.paragraph
    for candidate in sentence.candidates:
        perfect = candidate.sense.form is Form.PERFECT
        if candidate.who:
            paragraph.subject = next((id_ for id_ in candidate.who if id_ in persons), paragraph.subject)
        elif paragraph.subject is not None and perfect and candidate.clause.is_main:
            candidate.who = (paragraph.subject,)
