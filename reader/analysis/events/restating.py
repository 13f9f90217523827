"""One event for each happening, however often the text says it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from reader.analysis.model import Certainty
from reader.analysis.words.verbs import Form

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.analysis.events.candidates import Candidate

_LOOKED_AT = 9
"""Earlier events of one verb that a later one is compared with."""


def merged(candidates: Sequence[Candidate]) -> list[Candidate]:
    """One candidate for each happening of a paragraph: restatements of one kind with common persons go."""
    kept: list[Candidate] = []
    for candidate in candidates:
        same = next((other for other in kept[-8:] if _restates(other, candidate)), None)
        if same is None:
            kept.append(candidate)
        elif candidate.dated.certainty is Certainty.STATED and same.dated.certainty is not Certainty.STATED:
            kept[kept.index(same)] = candidate
    return kept


def without_references(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Undated nouns that take up the one dated event of their kind and persons give it what they know, and go."""
    dated: dict[tuple[str, str], list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        if candidate.dated.certainty is Certainty.STATED:
            for person in candidate.who:
                dated[candidate.sense.kind, person].append(candidate)
    kept = []
    for candidate in candidates:
        told = _told(candidate, dated) if candidate.dated.certainty is Certainty.UNDATED else None
        if told is None or candidate.sense.form is not Form.NOUN:
            kept.append(candidate)
        else:
            told.who = tuple(dict.fromkeys(told.who + candidate.who))
            told.where = told.where or candidate.where
    return kept


def _told(candidate: Candidate, dated: dict[tuple[str, str], list[Candidate]]) -> Candidate | None:
    """The only dated event of the candidate's kind with its persons."""
    events = {id(event): event for who in candidate.who for event in dated.get((candidate.sense.kind, who), [])[:9]}
    who = set(candidate.who)
    fits = [e for e in events.values() if e.planned == candidate.planned and (set(e.who) <= who or who <= set(e.who))]
    return fits[0] if len(fits) == 1 else None


def _restates(one: Candidate, other: Candidate) -> bool:
    if one.sense.kind != other.sense.kind:
        return False
    if one.sentence is other.sentence and one.clause == other.clause:
        return not (one.finite and other.finite)
    if one.finite and other.finite and one.sense.lemma != other.sense.lemma and not (one.light or other.light):
        return False
    common = set(one.who) & set(other.who)
    undated = Certainty.UNDATED in (one.dated.certainty, other.dated.certainty)
    equal = (one.dated.earliest, one.dated.latest) == (other.dated.earliest, other.dated.latest)
    return bool(common) and (equal or (undated and (not one.finite or not other.finite)))


def without_repetitions(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Without what says a dated event of another sentence again: the same verb on the same day, the same verb
    without a date, or a definite noun of its kind on its day («الانفجار»)."""
    by_verb: dict[str, list[Candidate]] = defaultdict(list)
    by_day: dict[tuple[str, str], list[Candidate]] = defaultdict(list)
    for one in candidates:
        if one.dated.certainty is not Certainty.UNDATED and one.finite:
            by_verb[one.sense.lemma].append(one)
            if one.dated.is_day and one.dated.earliest:
                by_day[one.sense.kind, one.dated.earliest].append(one)
    return [one for one in candidates if not _is_repetition(one, by_verb, by_day)]


def _is_repetition(
    one: Candidate, by_verb: dict[str, list[Candidate]], by_day: dict[tuple[str, str], list[Candidate]]
) -> bool:
    same = [other for other in by_verb.get(one.sense.lemma, [])[:_LOOKED_AT] if _fits(other, one)]
    if one.dated.certainty is Certainty.UNDATED:
        return len(same) == 1
    if not one.dated.is_day or not one.dated.earliest:
        return False
    if any(other.dated.earliest == one.dated.earliest and other.start < one.start for other in same):
        return True
    if not one.sense.definite:
        return False
    return any(_fits(other, one) for other in by_day.get((one.sense.kind, one.dated.earliest), [])[:_LOOKED_AT])


def _fits(one: Candidate, other: Candidate) -> bool:
    """Whether two candidates of different sentences may be one: nothing that they say is at odds."""
    apart = one.who and other.who and not set(one.who) & set(other.who)
    return one.sentence is not other.sentence and one.planned == other.planned and not apart
