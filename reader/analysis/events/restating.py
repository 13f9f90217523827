"""What a text tells twice: a headline and its news, a verb and later its noun. Which two are one is weighed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reader.analysis.events.subjects import person_behind
from reader.analysis.events.weighing import MANY, distance_class, probable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.analysis.events.sentence import Candidate
    from reader.analysis.events.status import Frame
    from reader.analysis.model import Entity

TABLE: Final = "same"
LIKELY: Final = 0.3
"""How probable it has to be that two are one; chosen on the development part."""
_NEAR: Final = 400
"""Characters within which the same is told again close by."""
_BACK: Final = 20
"""Happenings that are looked back at."""


def merge(frame: Frame) -> None:
    """Of those that are most probably one the first with a date stays, else the first."""
    told: list[Candidate] = []
    for candidate in frame.candidates:
        before = ((probable(TABLE, features(one, candidate))[0], at) for at, one in recent(told, candidate))
        probability, at = max(before, default=(0.0, -1))
        if probability < LIKELY:
            told.append(candidate)
        elif candidate.dated.is_stated and not told[at].dated.is_known:
            told[at] = candidate
    frame.candidates[:] = sorted(told, key=lambda one: (one.sentence.span.start, one.token))


def recent(told: list[Candidate], candidate: Candidate) -> Iterator[tuple[int, Candidate]]:
    """Those told last whose dates and persons do not speak against it, with their places in the list.

    The deaths of two are two: of the pairs whose persons right behind them differ all seven that are labelled on both
    sides are two happenings.
    """
    person = person_behind(candidate)
    for at in range(max(0, len(told) - _BACK), len(told)):
        dates = {told[at].dated.date, candidate.dated.date}
        if len(dates - {None}) < 2 and (person is None or _is_of(told[at], person)):
            yield at, told[at]


def _is_of(candidate: Candidate, person: Entity) -> bool:
    """Whether nobody else stands right behind it."""
    behind = person_behind(candidate)
    return behind is None or behind.id == person.id


def features(one: Candidate, other: Candidate) -> Iterator[str]:
    """What is to be weighed of two happenings, the later one last, each as a word."""
    forms = f"{one.sense.form.value} {other.sense.form.value}"
    lemma = _lemma(one) == _lemma(other)
    word = one.rest.removeprefix("ال") == other.rest.removeprefix("ال")
    kind = one.sense.kind == other.sense.kind
    who = _shared(one.who, other.who)
    where = _shared(one.where, other.where)
    dates = f"{one.dated.is_known} {other.dated.is_known} {one.dated.date == other.dated.date}"
    apart = other.sentence.span.start - one.sentence.span.start
    yield "bias"
    yield f"lemma={lemma} word={word}"
    yield f"lemma={lemma} {forms}"
    yield f"lemma={lemma} who={who}"
    yield f"lemma={lemma} where={where}"
    yield f"lemma={lemma} dates={dates}"
    yield f"lemma={lemma} definite={other.sense.definite}"
    yield f"lemma={lemma} apart={_far(apart)}"
    yield f"kind={kind} {one.sense.kind}"
    yield f"kind={kind} lemma={lemma} who={who}"
    yield f"kind={kind} {forms} definite={other.sense.definite}"
    yield f"who={who} where={where}"
    yield f"dates={dates}"
    if apart == 0:
        same = one.clause is other.clause
        yield f"in one sentence {forms} clause={same}"
        yield f"in one sentence far={distance_class(other.token - one.token)} clause={same}"
        yield f"in one sentence joined={other.joined} relative={other.clause.relative}"
        yield f"in one sentence kind={kind} clause={same}"


def _far(characters: int) -> str:
    return "here" if characters == 0 else "near" if characters < _NEAR else "far"


def _shared(ones: tuple[str, ...], others: tuple[str, ...]) -> str:
    if not ones or not others:
        return "unsaid"
    return str(min(len({*ones} & {*others}), MANY - 1))


def _lemma(candidate: Candidate) -> str:
    return candidate.sense.lemma or candidate.rest.removeprefix("ال")
