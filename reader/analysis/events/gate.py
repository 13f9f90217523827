"""Which of the words that may tell of a happening are worth a line in the list: all that is known of each, weighed."""

from __future__ import annotations

from bisect import bisect
from typing import TYPE_CHECKING, Final

from reader.analysis.events.hearing import is_clearly_heard, score
from reader.analysis.events.weighing import MANY, probable
from reader.analysis.model import Certainty

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.analysis.events.sentence import Candidate

TABLE: Final = "told"
LIKELY, LIKELY_DATED = 0.4, 0.3
"""How probable it has to be, and where the text says when it was; chosen by passages held out, and on the development
part."""
_LOUDNESS: Final = (0.05, 0.15, 0.3, 0.5, 0.7, 0.85, 0.95, 0.98)
"""Bounds of the classes of how probable a happening is heard."""


def is_unlikely(candidate: Candidate) -> bool:
    """Whether it is not worth a row; without a recogniser that is what no list has or the text does not date."""
    if candidate.sentence.heard is None:
        return not (candidate.listed and candidate.dated.is_stated)
    if candidate.is_entry and candidate.dated.is_stated:
        return False
    return probable(TABLE, features(candidate))[0] < (LIKELY_DATED if candidate.dated.is_stated else LIKELY)


def features(candidate: Candidate) -> Iterator[str]:
    """What is to be weighed of a candidate, each as a word."""
    sentence, sense, clause = candidate.sentence, candidate.sense, candidate.clause
    heard, form = bisect(_LOUDNESS, score(candidate)), sense.form.value
    dated = Certainty.STATED.value if candidate.dated.time is not None else candidate.dated.certainty.value
    definite = f"{form} definite={sense.definite}"
    named, placed = bool(candidate.who), bool(candidate.where)
    yield "bias"
    yield f"heard={heard}"
    yield f"heard={heard} {form}"
    yield f"heard={heard} {dated}"
    yield f"heard={heard} listed={candidate.listed}"
    yield f"{definite} {dated}"
    yield f"{definite} who={named} where={placed}"
    yield f"{form} {dated} listed={candidate.listed}"
    yield f"{form} weak={sense.weak} {dated}"
    yield f"{form} weak={sense.weak} listed={candidate.listed}"
    yield f"kind={sense.kind}"
    yield f"kind={sense.kind} {form}"
    yield f"who={min(len(candidate.who), MANY)} {dated}"
    yield f"where={placed} {dated}"
    yield f"relative={clause.relative} content={clause.content} {form}"
    yield f"during={candidate.during} {dated}"
    yield f"light={candidate.light} joined={candidate.joined}"
    yield f"sure={candidate.sure} {form}"
    yield f"leads={candidate.leads}"
    yield f"planned={candidate.planned} {form} {dated}"
    yield f"bare={sense.bare} {form}"
    in_clause = [one for one in sentence.candidates if one.clause is clause and one is not candidate]
    louder = sum(score(one) > score(candidate) for one in in_clause)
    yield f"louder={min(louder, MANY)} {form}"
    yield f"louder={min(louder, MANY)} heard={heard}"
    yield f"clear beside={min(sum(map(is_clearly_heard, in_clause)), MANY)} {form}"
    yield f"dated beside={any(one.dated.is_stated for one in in_clause)} {dated}"
