"""Who an event is told of, and where it happens: what is said of each name in reach, weighed by learned weights.

A name speaks through features: its type, where it stands to the trigger, what stands before it, what lies between. Two
logistic regressions (one for who, one for where) say how probable it is. Their weights were learned on the labelled
passages (`reader.training.pairs`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reader.analysis.events.clauses import is_telling
from reader.analysis.events.weighing import FEW, probable, step
from reader.analysis.model import EntityType
from reader.analysis.words import lexicon
from reader.analysis.words.keys import keys
from reader.analysis.words.verbs import Form

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.analysis.events.sentence import Candidate, Sentence
    from reader.analysis.model import Entity, Mention

_CLITICS: Final = "بلكوف"
_PREPOSITIONS: Final = keys(
    "في من إلى على عن مع بين ضد عند لدى نحو حول قرب خلال بعد قبل أمام إثر باسم وسط داخل عبر ضمن منذ حتى كل أن إن"
    " الذي التي حيث ابن بن رئيس وزير مدينة شمال جنوب شرق غرب محافظة ولاية منطقة قرية بلدة جزيرة شركة حزب نادي منتخب"
    " قوات جيش فريق"
)
"""Words before a name that say something of its part."""
_ACTORS: Final = (EntityType.PERSON, EntityType.ORGANISATION)
TABLE: Final = "parts"
LIKELY_PART, LIKELY_PLACE = 0.3, 0.25
"""How probable it has to be; by cross-validation on the labelled passages of the training part."""
_NEAR: Final = 4
"""Words between a verb and its subject."""


def take_part(sentence: Sentence) -> None:
    """Says of each candidate who takes part in it, and where it happens."""
    for candidate in sentence.candidates:
        who, where = [], []
        for entity, mention in in_reach(candidate):
            part, place = probable(TABLE, features(candidate, entity, mention))
            if part >= max(LIKELY_PART, place):
                who.append(entity.id)
            elif place >= LIKELY_PLACE and entity.type is EntityType.LOCATION:
                where.append(entity.id)
        candidate.who, candidate.where = tuple(who), tuple(where)
        go_on(candidate)


def in_reach(candidate: Candidate) -> Iterator[tuple[Entity, Mention | None]]:
    """What may take part: what its sentence names, each by the mention that stands nearest, and what its paragraph
    has named before, without a mention."""
    sentence = candidate.sentence
    nearest: dict[str, tuple[Entity, Mention]] = {}
    for entity, mention in sentence.named:
        known = nearest.get(entity.id)
        if known is None or _far(candidate, mention) < _far(candidate, known[1]):
            nearest[entity.id] = entity, mention
    yield from nearest.values()
    for entity, _ in sentence.paragraph.named:
        if entity.id not in nearest:
            nearest[entity.id] = entity, _
            yield entity, None


def _far(candidate: Candidate, mention: Mention) -> tuple[bool, int]:
    sentence = candidate.sentence
    token = sentence.token_at(mention.span.start)
    return sentence.clause_at(token) is not candidate.clause, abs(token - candidate.token)


def features(candidate: Candidate, entity: Entity, mention: Mention | None) -> Iterator[str]:
    """What is to be weighed of a name and a trigger, each as a word."""
    yield "bias"
    base = f"{entity.type.value[:3]}"
    yield base
    form = candidate.sense.form.value[:4]
    yield f"{base} {form}"
    yield f"{base} {candidate.sense.kind}"
    yield from _of_carrying(candidate, entity, base, form, here=mention is not None)
    if mention is None:
        yield from _of_paragraph(candidate, entity, base, form)
    else:
        yield from _of_sentence(candidate, entity, mention, base, form)


def _of_carrying(candidate: Candidate, entity: Entity, base: str, form: str, *, here: bool) -> Iterator[str]:
    """Whether the paragraph spoke of it last, and may go on with it."""
    sentence = candidate.sentence
    zone = "here" if here else "back"
    if sentence.paragraph.subject == entity.id:
        yield f"subject {zone}"
        own = sentence.key(candidate.token + 1).startswith("ال")
        yield f"subject {zone} {form} noun={own}"
        if candidate.is_verb:
            yield f"subject {zone} agrees={_is_feminine(candidate) is sentence.paragraph.feminine}"
    count = len(entity.mentions)
    yield f"{base} {zone} count={min(count, 4)}"


def _of_paragraph(candidate: Candidate, entity: Entity, base: str, form: str) -> Iterator[str]:
    sentence = candidate.sentence
    order = list(dict.fromkeys(one.id for one, _ in reversed(sentence.paragraph.named)))
    rank = order.index(entity.id)
    yield f"{base} back"
    yield f"{base} back rank={min(rank, 4)}"
    same = list(dict.fromkeys(one.id for one, _ in reversed(sentence.paragraph.named) if one.type is entity.type))
    yield f"{base} back rank of type={min(same.index(entity.id), 3)}"
    here = [one for one, _ in sentence.named if one.type is entity.type]
    yield f"{base} back {form} rivals={min(len(here), 2)}"
    own = sentence.key(candidate.token + 1).startswith("ال")
    yield f"{base} back {form} noun={own}"
    first = list(dict.fromkeys(one.id for one, _ in sentence.paragraph.named))
    yield f"{base} back first={first.index(entity.id) == 0}"
    if entity.type is EntityType.PERSON and candidate.is_verb:
        yield f"back agrees={_is_feminine(candidate) is sentence.paragraph.feminine}"


def _of_sentence(candidate: Candidate, entity: Entity, mention: Mention, base: str, form: str) -> Iterator[str]:
    sentence = candidate.sentence
    first, last = sentence.token_at(mention.span.start), sentence.token_at(mention.span.end - 1)
    head = _head_of_list(sentence, mention)
    if head is not mention:
        yield f"{base} joined to {_before(sentence, sentence.token_at(head.span.start), head)}"
        first = sentence.token_at(head.span.start)
        mention = head
    behind = first > candidate.token
    clause = sentence.clause_at(first)
    zone = f"{'own' if clause is candidate.clause else 'other'} {'behind' if behind else 'before'}"
    before = _before(sentence, first, mention)
    distance = first - candidate.token if behind else candidate.token - last
    far = step(distance)
    yield f"{base} {zone}"
    yield f"{base} {zone} {form}"
    yield f"{base} {zone} step={far}"
    yield f"{base} {zone} before={before}"
    yield f"{base} {zone} {form} before={before}"
    yield f"{base} {candidate.sense.kind} {'behind' if behind else 'before'} before={before}"
    yield f"{base} {candidate.sense.kind} {zone} step={min(far, FEW)}"
    yield f"{base} {form} {zone} step={far}"
    rivals = [
        one
        for one, other in sentence.named
        if one.id != entity.id
        and min(candidate.token, first) < sentence.token_at(other.span.start) < max(candidate.token, first)
    ]
    yield f"{base} {zone} between={min(len(rivals), FEW)}"
    side = [
        sentence.token_at(other.span.start)
        for one, other in sentence.named
        if one.type in _ACTORS and (sentence.token_at(other.span.start) > candidate.token) is behind
    ]
    nearer = sum(abs(one - candidate.token) < abs(first - candidate.token) for one in side)
    yield f"{base} {zone} {form} actor rank={min(nearer, FEW)}"
    own = sentence.key(candidate.token + 1).startswith("ال")
    yield f"{base} {zone} {form} noun={own}"
    yield f"{base} {zone} of type between={min(sum(one.type is entity.type for one in rivals), FEW)}"
    told = sum(
        min(candidate.token, first) < one.token < max(candidate.token, first) for one in sentence.candidates
    )
    yield f"{base} {zone} told between={min(told, FEW)}"
    yield f"{base} {zone} clauses={min(abs(clause.number - candidate.clause.number), FEW)}"
    if candidate.clause.relative:
        yield f"{base} {zone} relative"
        if last == candidate.clause.start - 1 or sentence.key(last + 1) in "،," and last == candidate.clause.start - 2:
            yield f"{base} leads to relative"
    if is_telling(sentence, clause):
        yield f"{base} {zone} teller={candidate.clause is not clause}"
    if sentence.verb(first - 1) is not None:
        yield f"{base} {zone} behind a verb={first - 1 == candidate.token}"
    if first == clause.start or first == 0:
        yield f"{base} {zone} opens"
    if entity.type is EntityType.LOCATION:
        place = lexicon.place(entity.name)
        kind = place.kind if place is not None else "none"
        yield f"place {kind} before={before}"
        yield f"place {kind} {zone} {form}"
    yield f"{base} word before={sentence.key(first - 1) if before == '-' and sentence.verb(first - 1) is None else '-'}"


def _head_of_list(sentence: Sentence, mention: Mention) -> Mention:
    """The first of the names that are joined to each other with «و» or a comma up to this one."""
    named = [other for _, other in sentence.named]
    at = named.index(mention)
    while at > 0:
        gap = sentence.text[named[at - 1].span.end : named[at].span.start].strip()
        if gap not in ("و", "،", "،و", "، و", ","):
            break
        at -= 1
    return named[at]


def _before(sentence: Sentence, first: int, mention: Mention) -> str:
    """What stands before the name: a clitic, a preposition, «و» with what stands before the name it is joined to."""
    token = sentence.tokens[first]
    clitics = sentence.text[token.start : mention.span.start]
    joined = ""
    if clitics[:1] in ("و", "ف"):
        joined, clitics = "و", clitics[1:]
    if clitics[:1] and clitics[0] in _CLITICS:
        return joined + clitics[0]
    word = sentence.key(first - 1)
    if word in _PREPOSITIONS:
        return joined + word
    if word[:1] in "وف" and word[1:] in _PREPOSITIONS:
        return joined + word[1:]
    return joined or "-"


def _is_feminine(candidate: Candidate) -> bool:
    if candidate.sense.form is Form.PERFECT:
        return candidate.rest.endswith("ت")
    return candidate.is_verb and candidate.rest.removeprefix("س").startswith("ت")


def go_on(candidate: Candidate) -> None:
    """The person near a verb is of whom the paragraph speaks from now on.

    Arabic leaves out a subject that goes on: «ولد … وتزوج … وتوفي».
    """
    sentence = candidate.sentence
    clause, tokens = candidate.clause, sentence.tokens
    for entity, mention in sentence.named_between(tokens[clause.start].start, tokens[clause.end - 1].end):
        distance = sentence.token_at(mention.span.start) - candidate.token
        if entity.type is EntityType.PERSON and -_NEAR <= distance <= _NEAR and _is_bare(sentence, mention):
            sentence.paragraph.subject, sentence.paragraph.feminine = entity.id, _is_feminine(candidate)
            return


def _is_bare(sentence: Sentence, mention: Mention) -> bool:
    """Whether a name stands without a preposition, a clitic one or a word."""
    return _before(sentence, sentence.token_at(mention.span.start), mention) in ("-", "رئيس", "وزير")
