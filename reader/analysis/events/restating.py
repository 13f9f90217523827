"""What a text tells twice: a headline and its news, a verb and later its noun."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from reader.analysis.events.sentence import Candidate
    from reader.analysis.events.status import Frame

_BACK: Final = 20
"""Happenings of one verb that are looked back at."""


def merge(frame: Frame) -> None:
    """Of happenings told with one verb or its noun, by the same people, or as a verb and then as its noun, with
    nothing that speaks against it, the first with a date stays, else the first."""
    by_lemma: dict[str, list[Candidate]] = defaultdict(list)
    gone: set[Candidate] = set()
    for candidate in frame.candidates:
        told = by_lemma[_lemma(candidate)]
        same = next((one for one in told[-_BACK:] if _are_one(one, candidate)), None)
        if same is None:
            told.append(candidate)
        elif candidate.dated.is_stated and not same.dated.is_known:
            gone.add(same)
            told[told.index(same)] = candidate
        else:
            gone.add(candidate)
    frame.candidates[:] = [one for one in frame.candidates if one not in gone]


def _are_one(one: Candidate, other: Candidate) -> bool:
    dates = {one.dated.date, other.dated.date}
    apart = one.who and other.who and not {*one.who} & {*other.who}
    if len(dates - {None}) > 1 or apart:
        return False
    taken_up = other.is_verb is not one.is_verb or other.sense.definite
    return bool({*one.who} & {*other.who}) or taken_up


def _lemma(candidate: Candidate) -> str:
    return candidate.sense.lemma or candidate.rest.removeprefix("ال")
