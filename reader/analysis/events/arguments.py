"""Who takes part in an event, and where it happens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.analysis.model import EntityType
from reader.analysis.words import lexicon
from reader.analysis.words.keys import keys

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.analysis.events.sentence import Candidate, Sentence
    from reader.analysis.model import Entity, Mention

_PLACED = keys("في إلى قرب من بالقرب وسط قبالة نحو عبر شمال جنوب شرق غرب داخل مدينة بلدة قرية ولاية محافظة منطقة جزيرة")
_TRAVEL = frozenset({"visit", "movement"})
"""Kinds of which a place behind the verb is the goal."""
_ACTORS = (EntityType.PERSON, EntityType.ORGANISATION)


def _ids(entities: Iterable[Entity]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(entity.id for entity in entities))


def _named(candidate: Candidate) -> list[tuple[Entity, Mention]]:
    """What its clause names."""
    tokens, clause = candidate.sentence.tokens, candidate.clause
    return candidate.sentence.named_between(tokens[clause.start].start, tokens[clause.end - 1].end)


def who_of_clause(candidate: Candidate) -> None:
    candidate.who = _ids(
        entity
        for entity, mention in _named(candidate)
        if entity.type in _ACTORS or (entity.type is EntityType.LOCATION and _acts(candidate, entity, mention))
    )


def _acts(candidate: Candidate, entity: Entity, mention: Mention) -> bool:
    """Whether a country stands right behind a verb, as who does it."""
    tokens = candidate.sentence.tokens
    if candidate.token + 1 >= len(tokens) or candidate.sense.kind in _TRAVEL:
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
    """Whether a word of place, or the clitic «ب», stands before the name."""
    token = sentence.token_at(mention.span.start)
    if sentence.tokens[token].start < mention.span.start:
        return sentence.key(token)[0] == "ب"
    return sentence.key(token - 1) in _PLACED


def who_before_relative(candidate: Candidate) -> None:
    """«كاستورب، الذي وصل …»: who is named last before it."""
    if not candidate.who and candidate.clause.relative:
        sentence = candidate.sentence
        before = sentence.named_between(sentence.span.start, sentence.tokens[candidate.clause.start].start)
        candidate.who = _ids(entity for entity, _ in before if entity.type in _ACTORS)[-1:]


def who_goes_on(sentence: Sentence) -> None:
    """What names nobody speaks of whom the paragraph spoke of last.

    Arabic leaves out a subject that goes on: «ولد … وتزوج … وتوفي».
    """
    persons = {entity.id for entity, _ in sentence.named if entity.type is EntityType.PERSON}
    paragraph = sentence.paragraph
    for candidate in sentence.candidates:
        if candidate.who:
            paragraph.subject = next((id_ for id_ in candidate.who if id_ in persons), paragraph.subject)
        elif paragraph.subject is not None:
            candidate.who = (paragraph.subject,)
