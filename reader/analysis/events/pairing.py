"""Who takes part in an event, and where it happens: each name in reach is weighed by what is to be said of the two.

A name speaks through features: its type, where it stands to the trigger, what stands before it, what lies between.
"""

from __future__ import annotations

from bisect import bisect, bisect_left
from operator import itemgetter
from typing import TYPE_CHECKING, Final, NamedTuple

from reader.analysis.events.hearing import tie
from reader.analysis.events.subjects import BARE, OFFICES, has_own, named_behind, word_before
from reader.analysis.events.weighing import MANY, distance_class, probable
from reader.analysis.model import EntityType
from reader.analysis.words import lexicon
from reader.analysis.words.verbs import Form

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.analysis.events.sentence import Candidate, Sentence
    from reader.analysis.model import Entity, Mention, Tie

TABLE: Final = "parts"
TIES: Final = "ties"
_SHARES: Final = (0.03, 0.08, 0.15, 0.25, 0.4, 0.55, 0.7, 0.83, 0.93, 0.97)
"""Bounds of the classes of how probable a part is seen, and heard."""
LIKELY_PART, LIKELY_PLACE = 0.4, 0.4
"""How probable it has to be; by cross-validation on open passages that the recogniser had not read."""
GOES_ON: Final = 0.4
"""How much more probably a row adds who goes on: of the rows of editors that name whom their sentence does not it finds
22 in 100 then, 19 without, of all that it adds 73 right, 74 without."""
TAKEN_UP: Final = 0.5
"""How probable it has to be heard that a name of an earlier paragraph takes part for it to be weighed."""
_LISTING: Final = ("و", "،", "،و", "، و", ",")
"""What stands between the names of a list."""
_ACTORS: Final = (EntityType.PERSON, EntityType.ORGANISATION)
_NEAR: Final = 4
"""Words between a verb and its subject."""
NEAREST: Final = 16
"""Names of a sentence that are weighed: what bounds the work in one that holds a list."""
_OFTEN: Final = 4
"""From so many mentions on a name is named often."""


class Reach(NamedTuple):
    """Where a name stands that may take part: at `mention` of the candidate's sentence, or before it (None)."""

    entity: Entity
    mention: Mention | None

    def stands(self, candidate: Candidate) -> int:
        """Where in the text."""
        if self.mention is not None:
            return self.mention.span.start
        before = bisect_left(self.entity.mentions, candidate.sentence.span.start, key=lambda one: one.span.start)
        return self.entity.mentions[max(0, before - 1)].span.start


def take_part(candidate: Candidate) -> None:
    """Says who takes part, and where it happens. Of those whom only the sentences before name one may go on."""
    here: list[str] = []
    back: list[tuple[float, str]] = []
    where: list[str] = []
    for reach in in_reach(candidate):
        entity = reach.entity
        part, place = weighed(candidate, reach)
        if entity.type is EntityType.LOCATION and place > part:
            where += [entity.id] * (place >= LIKELY_PLACE)
        elif part >= LIKELY_PART and reach.mention is None:
            back.append((part, entity.id))
        elif part >= LIKELY_PART:
            here.append(entity.id)
    on = [id_ for _, id_ in sorted(back)[-1:]]
    candidate.added = _added(candidate, on)
    candidate.who = (*on, *here)
    candidate.where = tuple(where)
    go_on(candidate)


def _added(candidate: Candidate, on: Sequence[str]) -> tuple[float, Entity] | None:
    """Of all that is named near it what its row adds most probably; more so who goes on from a sentence before."""
    sentence = candidate.sentence
    named = sorted(sentence.named, key=lambda named: _far(candidate, named[1]))
    own = has_own(candidate)
    known = (entity for entity in sentence.paragraph.known() if not (own and entity.type in _ACTORS))
    near = {entity.id: Reach(entity, None) for entity in known}
    near |= {entity.id: Reach(entity, mention) for entity, mention in reversed(named)}
    heard = ((tie(candidate, reach.stands(candidate)), reach.entity) for reach in near.values())
    added = ((one.put_in + GOES_ON * (entity.id in on), entity) for one, entity in heard if one is not None)
    return max(added, key=itemgetter(0), default=None)


def weighed(candidate: Candidate, reach: Reach) -> tuple[float, ...]:
    """How probable it is that a name takes part, and that this is where it happens."""
    seen = probable(TABLE, features(candidate, reach))
    heard = tie(candidate, reach.stands(candidate))
    return seen if heard is None else probable(TIES, features_of_tie(candidate, reach, seen, heard))


def features_of_tie(candidate: Candidate, reach: Reach, seen: Sequence[float], heard: Tie) -> Iterator[str]:
    """What the recogniser hears of the two, beside what is `seen`: by all that is to be weighed else."""
    type_ = f"{reach.entity.type.value} {'back' if reach.mention is None else 'here'}"
    yield type_
    yield f"{type_} {'verb' if candidate.is_verb else 'noun'}"
    for part, said, own in zip(("who", "where"), seen, (heard.who, heard.where), strict=True):
        seen_class, heard_class = bisect(_SHARES, said), bisect(_SHARES, own)
        yield f"{part} seen={seen_class}"
        yield f"{part} heard={heard_class}"
        yield f"{part} seen={seen_class} heard={heard_class}"
        yield f"{part} heard={heard_class} {type_}"


def in_reach(candidate: Candidate) -> Iterator[Reach]:
    """What its paragraph has named before, and what its sentence names, each by the mention that stands nearest. A verb
    that has its own subject goes on with nobody else."""
    sentence, begin = candidate.sentence, candidate.sentence.tokens[candidate.clause.start].start
    own = has_own(candidate)
    nearest: dict[str, Reach] = {}
    for entity, mention in sorted(sentence.named, key=lambda named: _far(candidate, named[1])):
        if own and entity.type in _ACTORS and mention.span.start < begin:
            continue  # «ولد سمير وتوفي كريم»
        nearest.setdefault(entity.id, Reach(entity, mention))
        if len(nearest) == NEAREST:
            break
    for id_, entity in (_taken_up(candidate) | sentence.paragraph.named).items():
        its_own = own and entity.type in _ACTORS
        if id_ not in nearest and not its_own and _agrees(candidate, entity):
            yield Reach(entity, None)
    yield from sorted(nearest.values(), key=_place_in_text)


def _taken_up(candidate: Candidate) -> dict[str, Entity]:
    """Of what the paragraphs before named that of which the recogniser hears that it takes part."""
    earlier = candidate.sentence.paragraph.earlier.values()
    heard = ((entity, tie(candidate, Reach(entity, None).stands(candidate))) for entity in earlier)
    return {entity.id: entity for entity, one in heard if one is not None and one.who >= TAKEN_UP}


def _place_in_text(reach: Reach) -> int:
    return reach.mention.span.start if reach.mention is not None else -1


def _agrees(candidate: Candidate, entity: Entity) -> bool:
    """Whether a verb may go on with it: «أغلقت» is not his."""
    paragraph = candidate.sentence.paragraph
    agrees = not candidate.is_verb or _is_feminine(candidate) is paragraph.feminine
    return agrees or entity.id != paragraph.subject


def _far(candidate: Candidate, mention: Mention) -> tuple[bool, int]:
    token = candidate.sentence.token_at(mention.span.start)
    return candidate.sentence.clause_at(token) is not candidate.clause, abs(token - candidate.token)


def go_on(candidate: Candidate) -> None:
    """The person near a verb is of whom the paragraph speaks from now on.

    Arabic leaves out a subject that goes on: «ولد … وتزوج … وتوفي».
    """
    sentence, clause = candidate.sentence, candidate.clause
    start, end = sentence.tokens[clause.start].start, sentence.tokens[clause.end - 1].end
    for entity, mention in sentence.named_between(start, end):
        near = abs(sentence.token_at(mention.span.start) - candidate.token) <= _NEAR
        if entity.type is EntityType.PERSON and near and word_before(sentence, mention) in {BARE, *OFFICES}:
            sentence.paragraph.subject, sentence.paragraph.feminine = entity.id, _is_feminine(candidate)
            return


def _is_feminine(candidate: Candidate) -> bool:
    if candidate.sense.form is Form.PERFECT:
        return candidate.rest.endswith("ت")
    return candidate.is_verb and candidate.rest.removeprefix("س").startswith("ت")


def features(candidate: Candidate, reach: Reach) -> Iterator[str]:
    """What is to be weighed of a name and a candidate, each as a word."""
    type_, form, kind = reach.entity.type.value, candidate.sense.form.value, candidate.sense.kind
    yield from ("bias", type_, f"{type_} {form}", f"{type_} {kind}")
    yield from _of_subject(candidate, reach)
    if reach.mention is None:
        yield from _of_paragraph(candidate, reach.entity)
        return
    head = _head_of_list(candidate.sentence, reach.mention)
    if head is not reach.mention:
        yield f"{type_} joined to {word_before(candidate.sentence, head)}"
    place = _Place(candidate, reach.entity, head)
    yield from _of_place(place)
    yield from _of_word_before(place)
    yield from _of_what_is_between(place)
    yield from _of_clause(place)


def _has_noun_behind(candidate: Candidate) -> bool:
    """Whether a noun of its own stands right behind a verb («قررت اللجنة»)."""
    return candidate.sentence.key(candidate.token + 1).startswith("ال")


def _of_subject(candidate: Candidate, reach: Reach) -> Iterator[str]:
    """Whether the paragraph spoke of it last, and may go on with it; and how often the text names it."""
    where = "back" if reach.mention is None else "here"
    paragraph = candidate.sentence.paragraph
    yield f"{reach.entity.type.value} {where} count={min(len(reach.entity.mentions), _OFTEN)}"
    if paragraph.subject == reach.entity.id:
        yield f"subject {where}"
        yield f"subject {where} {candidate.sense.form.value} noun={_has_noun_behind(candidate)}"
        if candidate.is_verb:
            yield f"subject {where} agrees={_is_feminine(candidate) is paragraph.feminine}"


def _of_paragraph(candidate: Candidate, entity: Entity) -> Iterator[str]:
    """Of a name that only sentences before have."""
    sentence, form = candidate.sentence, candidate.sense.form.value
    back = f"{entity.type.value} back"
    since = list(reversed(sentence.paragraph.known()))
    of_type = [one for one in since if one.type is entity.type]
    rivals = sum(one.type is entity.type for one, _ in sentence.named)
    yield back
    yield f"{back} since={min(since.index(entity), MANY + 1)}"
    yield f"{back} since of type={min(of_type.index(entity), MANY)}"
    yield f"{back} {form} rivals={min(rivals, MANY - 1)}"
    yield f"{back} {form} noun={_has_noun_behind(candidate)}"
    yield f"{back} {form} subject={named_behind(candidate) is not None}"
    yield f"{back} first={sentence.paragraph.first == entity.id}"
    if entity.type is EntityType.PERSON and candidate.is_verb:
        yield f"back agrees={_is_feminine(candidate) is sentence.paragraph.feminine}"


class _Place:
    """Where a name of its sentence stands to a candidate."""

    def __init__(self, candidate: Candidate, entity: Entity, mention: Mention) -> None:
        sentence = candidate.sentence
        self.candidate, self.entity, self.sentence = candidate, entity, sentence
        self.first, self.last = sentence.token_at(mention.span.start), sentence.token_at(mention.span.end - 1)
        self.clause = sentence.clause_at(self.first)
        self.behind = self.first > candidate.token
        self.side = "behind" if self.behind else "before"
        self.far = distance_class(self.first - candidate.token if self.behind else candidate.token - self.last)
        self.before = word_before(sentence, mention)
        self.type = entity.type.value
        self.form = candidate.sense.form.value
        self.zone = f"{self.type} {'own' if self.clause is candidate.clause else 'other'} {self.side}"

    def spans(self, token: int) -> bool:
        """Whether a token lies between the two."""
        return min(self.candidate.token, self.first) < token < max(self.candidate.token, self.first)


def _of_place(place: _Place) -> Iterator[str]:
    zone, form, kind = place.zone, place.form, place.candidate.sense.kind
    yield zone
    yield f"{zone} {form}"
    yield f"{zone} far={place.far}"
    yield f"{zone} {form} far={place.far}"
    yield f"{zone} {kind} far={min(place.far, MANY)}"
    yield f"{zone} {form} noun={_has_noun_behind(place.candidate)}"
    subject = named_behind(place.candidate)
    yield f"{zone} {form} subject={'none' if subject is None else subject.id == place.entity.id}"


def _of_word_before(place: _Place) -> Iterator[str]:
    zone, before, sentence = place.zone, place.before, place.sentence
    yield f"{zone} before={before}"
    yield f"{zone} {place.form} before={before}"
    yield f"{place.type} {place.candidate.sense.kind} {place.side} before={before}"
    verb = sentence.verb(place.first - 1) is not None
    if verb:
        yield f"{zone} behind a verb={place.first - 1 == place.candidate.token}"
    elif before == BARE and place.first and place.first - 1 not in sentence.settled:
        yield f"{place.type} word before={sentence.key(place.first - 1)}"
    if place.entity.type is EntityType.LOCATION:
        known = lexicon.place(place.entity.name)
        kind = known.kind if known is not None else "unknown"
        yield f"place {kind} before={before}"
        yield f"{zone} place {kind} {place.form}"


def _of_what_is_between(place: _Place) -> Iterator[str]:
    zone, sentence, candidate = place.zone, place.sentence, place.candidate
    at = sentence.stands
    between = [one for one, token in at if one.id != place.entity.id and place.spans(token)]
    nearer = sum(
        one.type in _ACTORS
        and (token > candidate.token) is place.behind
        and abs(token - candidate.token) < abs(place.first - candidate.token)
        for one, token in at
    )
    yield f"{zone} between={min(len(between), MANY)}"
    yield f"{zone} of type between={min(sum(one.type is place.entity.type for one in between), MANY)}"
    yield f"{zone} told between={min(sum(place.spans(one.token) for one in sentence.candidates), MANY)}"
    yield f"{zone} {place.form} actors nearer={min(nearer, MANY)}"


def _of_clause(place: _Place) -> Iterator[str]:
    zone, sentence, clause, own = place.zone, place.sentence, place.clause, place.candidate.clause
    yield f"{zone} clauses={min(abs(clause.number - own.number), MANY)}"
    if own.relative:
        comma = sentence.key(place.last + 1) in ("،", ",")
        yield f"{zone} relative"
        if place.last + comma == own.start - 1:
            yield f"{place.type} leads to relative"
    if clause.telling:
        yield f"{zone} telling={own is not clause}"
    if place.first == clause.start:
        yield f"{zone} opens"


def _head_of_list(sentence: Sentence, mention: Mention) -> Mention:
    """The first of the names that are joined to each other with «و» or a comma up to this one."""
    named = [one for _, one in sentence.named]
    at = named.index(mention)
    while at and sentence.text[named[at - 1].span.end : named[at].span.start].strip() in _LISTING:
        at -= 1
    return named[at]
