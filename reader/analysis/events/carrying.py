"""What is known of an event without a time of its own from those around it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.analysis.events.dating import BIRTH, DEATH
from reader.analysis.model import Certainty, EventBasis

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.analysis.events.dated import Dated
    from reader.analysis.events.sentence import Candidate, Sentence


def _inherit(candidate: Candidate, dated: Dated, basis: EventBasis) -> None:
    """What has no time of its own gets this date."""
    if not candidate.dated.is_known and candidate.dated.time is None:
        candidate.dated = replace(dated, certainty=Certainty.INFERRED, basis=basis)


def go_with_opening(sentence: Sentence) -> None:
    """«وبعد وفاة أبيه سنة 1002 ترك …»: the verb goes with the noun."""
    first = next(iter(sentence.candidates), None)
    if first is not None and first.during and first.dated.is_stated:
        for candidate in sentence.candidates:
            _inherit(candidate, first.dated, EventBasis.WITH_DATED)


def under_heading(sentence: Sentence) -> None:
    """What says no day of its own was on that of its heading."""
    if sentence.heading is not None and not any(time.earliest for _, time in sentence.times):
        for candidate in sentence.candidates:
            _inherit(candidate, sentence.heading, EventBasis.UNDER_DATE)


def go_on(sentence: Sentence) -> None:
    """What is joined to a verb with a date goes on on that date."""
    for before, candidate in _behind_dated(sentence):
        if before.sense.kind not in (BIRTH, DEATH) and candidate.joined:
            _inherit(candidate, before.dated, EventBasis.JOINED_TO_DATED)


def _behind_dated(sentence: Sentence) -> Iterator[tuple[Candidate, Candidate]]:
    """Each candidate without a date of its own, and the verb with one before it."""
    before: Candidate | None = None
    for candidate in sentence.candidates:
        if candidate.dated.is_stated and not candidate.clause.relative:
            before = candidate
        elif before is not None:
            yield before, candidate
