"""Who takes part in an event, and where it happens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.analysis.model import EntityType
from reader.analysis.words.keys import keys
from reader.analysis.words.verbs import Form

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.analysis.events.sentence import Candidate, Sentence
    from reader.analysis.model import Entity, Mention

_PLACED = keys("في إلى قرب من بالقرب وسط قبالة نحو عبر شمال جنوب شرق غرب داخل مدينة بلدة قرية ولاية محافظة منطقة جزيرة")
_TRAVEL = frozenset({"visit", "movement"})
"""Kinds of which a place behind the verb is the goal: «زار بغداد», «غادر دمشق»."""
_SIDES = keys("بين وبين ضد أمام مع على")
"""Words before a place that is a side in what happens."""
_PREPOSITIONS = keys("في من إلى على عن مع بين ضد عند لدى نحو حول قرب خلال بعد قبل وفي ومن وإلى وعلى ومع")
_ATTACK = "attack"
"""The kind of which a place behind its noun, or behind the subject of its verb, is what is attacked."""
_NEAR = 4
"""Words between a verb and its subject."""
_BETWEEN = frozenset({"meeting", "agreement", "sport", "attack"})
"""Kinds that have sides."""
_CLITICS = "وفبل"
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
        if entity.type in _ACTORS or (entity.type is EntityType.LOCATION and _acts(candidate, mention))
    )


def _acts(candidate: Candidate, mention: Mention) -> bool:
    """Whether a place acts or undergoes: it stands right behind the verb or right before it, or behind a noun that does
    not take it for its place, or is a side of what has sides."""
    sentence, token = candidate.sentence, candidate.sentence.token_at(mention.span.start)
    if candidate.sense.kind in _BETWEEN and sentence.key(token - 1) in _SIDES:
        return True
    if candidate.sense.kind in _TRAVEL or not _is_bare(sentence, mention):
        return False
    if not candidate.is_verb:
        return token == candidate.token + 1 and candidate.sense.kind != _ATTACK
    ends = sentence.token_at(mention.span.end - 1)
    opens = token == candidate.clause.start and ends + 1 == candidate.token
    return opens or token == candidate.token + 1


def _is_bare(sentence: Sentence, mention: Mention) -> bool:
    """Whether a name stands without a preposition, a clitic one or a word."""
    token = sentence.token_at(mention.span.start)
    return sentence.tokens[token].start == mention.span.start and sentence.key(token - 1) not in _PREPOSITIONS


def where_of_clause(candidate: Candidate) -> None:
    candidate.where = _ids(
        entity
        for entity, mention in _named(candidate)
        if entity.type is EntityType.LOCATION
        and entity.id not in candidate.who
        and (_is_where(candidate.sentence, mention) or _is_goal(candidate, mention))
    )


def _is_where(sentence: Sentence, mention: Mention) -> bool:
    """Whether a word of place, or the clitic «ب», stands before the name."""
    token = sentence.token_at(mention.span.start)
    if sentence.tokens[token].start < mention.span.start:
        return sentence.key(token)[0] == "ب"
    before = sentence.key(token - 1)
    return before in _PLACED or (before[:1] in _CLITICS and before[1:] in _PLACED)


def _is_goal(candidate: Candidate, mention: Mention) -> bool:
    """«زار الرئيس بغداد», «حصار بغداد», «احتل الجيش بغداد»: what the happening takes for its object."""
    sentence, token = candidate.sentence, candidate.sentence.token_at(mention.span.start)
    if token <= candidate.token or not _is_bare(sentence, mention):
        return False
    if candidate.sense.kind in _TRAVEL:
        return True
    right_behind = token == candidate.token + 1
    return candidate.sense.kind == _ATTACK and right_behind is not candidate.is_verb


def who_before_relative(candidate: Candidate) -> None:
    """«كاستورب، الذي وصل …»: who is named last before it."""
    if not candidate.who and candidate.clause.relative:
        sentence = candidate.sentence
        before = sentence.named_between(sentence.span.start, sentence.tokens[candidate.clause.start].start)
        candidate.who = _ids(entity for entity, _ in before if entity.type in _ACTORS)[-1:]


def who_goes_on(sentence: Sentence) -> None:
    """A verb that names no subject has that of which the paragraph spoke last.

    Arabic leaves out a subject that goes on: «ولد … وتزوج … وتوفي».
    """
    paragraph = sentence.paragraph
    for candidate in sentence.candidates:
        subject = _subject(candidate)
        if subject is not None:
            paragraph.subject, paragraph.feminine = subject, _is_feminine(candidate)
        elif paragraph.subject is not None and _may_go_on(candidate):
            candidate.who = tuple(dict.fromkeys((paragraph.subject, *candidate.who)))


def _subject(candidate: Candidate) -> str | None:
    """The person that stands near a verb, before it or behind it."""
    sentence = candidate.sentence
    for entity, mention in _named(candidate):
        distance = sentence.token_at(mention.span.start) - candidate.token
        if entity.type is EntityType.PERSON and -_NEAR <= distance <= _NEAR and _is_bare(sentence, mention):
            return entity.id
    return None


def _may_go_on(candidate: Candidate) -> bool:
    """Whether its subject may be that of which the paragraph spoke: a verb agrees with it («أغلقت» is not his), and has
    no noun of its own right behind it («قررت اللجنة»)."""
    if not candidate.is_verb:
        return True
    behind = candidate.sentence.key(candidate.token + 1)
    return not behind.startswith("ال") and _is_feminine(candidate) is candidate.sentence.paragraph.feminine


def _is_feminine(candidate: Candidate) -> bool:
    if candidate.sense.form is Form.PERFECT:
        return candidate.rest.endswith("ت")
    return candidate.is_verb and candidate.rest.removeprefix("س").startswith("ت")
