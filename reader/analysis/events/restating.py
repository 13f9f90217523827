"""One event for each happening, however often the text says it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable

    from reader.analysis.events.sentence import Candidate

_LOOKED_BACK = 8
"""Candidates of a paragraph that one is compared with."""
_LOOKED_AT = 9
"""Earlier events of one verb that a later one is compared with."""


@dataclass(slots=True)
class Told:
    """What a stretch of text tells, in text order."""

    candidates: list[Candidate]


def merging(restates: Callable[[Candidate, Candidate], bool]) -> Callable[[Told], None]:
    """Leaves one of two candidates of a kind of which `restates` says that they are one: the one with its own date."""

    def merge(told: Told) -> None:
        kept: list[Candidate] = []
        for candidate in told.candidates:
            near = (other for other in kept[-_LOOKED_BACK:] if other.sense.kind == candidate.sense.kind)
            same = next((other for other in near if restates(other, candidate)), None)
            if same is None:
                kept.append(candidate)
            elif candidate.dated.is_stated and not same.dated.is_stated:
                kept[kept.index(same)] = candidate
        told.candidates = kept

    return merge


def is_of_one_clause(one: Candidate, other: Candidate) -> bool:
    """A verb and a noun of one clause."""
    return one.clause is other.clause and not (one.finite and other.finite)


def is_of_one_time(one: Candidate, other: Candidate) -> bool:
    """The same persons at the same time."""
    same = (one.dated.earliest, one.dated.latest) == (other.dated.earliest, other.dated.latest)
    return same and _may_be_one(one, other)


def is_noun_again(one: Candidate, other: Candidate) -> bool:
    """The same persons, and one of both is a noun or neither says when."""
    undated = not (one.dated.is_known and other.dated.is_known)
    return undated and not (one.finite and other.finite) and _may_be_one(one, other)


def _may_be_one(one: Candidate, other: Candidate) -> bool:
    both_verbs = one.finite and other.finite and not (one.light or other.light)
    if one.clause is other.clause or (both_verbs and one.sense.lemma != other.sense.lemma):
        return False
    return not set(one.who).isdisjoint(other.who)


def without_references(told: Told) -> None:
    """Undated nouns that take up the one dated event of their kind and persons give it what they know, and go."""
    dated: dict[tuple[str, str], list[Candidate]] = defaultdict(list)
    for candidate in told.candidates:
        if candidate.dated.is_stated:
            for person in candidate.who:
                dated[candidate.sense.kind, person].append(candidate)
    kept = []
    for candidate in told.candidates:
        noun = not candidate.is_verb and not candidate.dated.is_known
        event = _taken_up(candidate, dated) if noun else None
        if event is None:
            kept.append(candidate)
        else:
            event.who = tuple(dict.fromkeys(event.who + candidate.who))
            event.where = event.where or candidate.where
    told.candidates = kept


def _taken_up(noun: Candidate, dated: dict[tuple[str, str], list[Candidate]]) -> Candidate | None:
    """The only dated event of the noun's kind with its persons."""
    events = {id(one): one for who in noun.who for one in dated.get((noun.sense.kind, who), [])[:_LOOKED_AT]}
    who = set(noun.who)
    same = [one for one in events.values() if set(one.who) <= who or who <= set(one.who)]
    fits = [one for one in same if one.planned == noun.planned]
    return fits[0] if len(fits) == 1 else None


def without_undated_again(told: Told) -> None:
    """The same verb without a date tells again what one sentence has told with one."""
    verbs = _by(lambda one: one.sense.lemma, _dated_verbs(told))
    told.candidates = [
        one
        for one in told.candidates
        if one.dated.is_known or len([other for other in verbs[one.sense.lemma] if _fits(other, one)]) != 1
    ]


def without_same_day(told: Told) -> None:
    """So does the same verb on the same day."""
    verbs = _by(lambda one: (one.sense.lemma, one.dated.earliest), _dated_verbs(told))
    told.candidates = [one for one in told.candidates if not (_is_of_day(one) and _again(one, verbs))]


def _again(one: Candidate, verbs: dict[Hashable, list[Candidate]]) -> bool:
    same = verbs[one.sense.lemma, one.dated.earliest]
    return any(other.start < one.start and _fits(other, one) for other in same)


def without_noun_of_day(told: Told) -> None:
    """And a definite noun of its kind on its day («الانفجار»)."""
    verbs = _by(lambda one: (one.sense.kind, one.dated.earliest), filter(_is_of_day, _dated_verbs(told)))
    told.candidates = [
        one
        for one in told.candidates
        if not (
            one.sense.definite
            and _is_of_day(one)
            and any(_fits(other, one) for other in verbs[one.sense.kind, one.dated.earliest])
        )
    ]


def _dated_verbs(told: Told) -> Iterable[Candidate]:
    return (one for one in told.candidates if one.dated.is_known and one.finite)


def _by(key: Callable[[Candidate], Hashable], candidates: Iterable[Candidate]) -> dict[Hashable, list[Candidate]]:
    """The first few candidates of each key."""
    found: dict[Hashable, list[Candidate]] = defaultdict(list)
    for one in candidates:
        if len(found[key(one)]) < _LOOKED_AT:
            found[key(one)].append(one)
    return found


def _is_of_day(one: Candidate) -> bool:
    return one.dated.is_day and one.dated.earliest is not None


def _fits(one: Candidate, other: Candidate) -> bool:
    """Whether two candidates of different sentences may be one: nothing that they say is at odds."""
    apart = one.who and other.who and set(one.who).isdisjoint(other.who)
    return one.sentence is not other.sentence and one.planned == other.planned and not apart
