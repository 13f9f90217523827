"""What is known of an event without a time of its own from those around it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.analysis.model import Certainty, EventBasis
from reader.analysis.words.keys import keys
from reader.analysis.words.verbs import Flag

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reader.analysis.events.dated import Dated
    from reader.analysis.events.sentence import Candidate, Sentence

_THEN = keys("كما وكما ثم وخلال خلال حيث وحيث بعدها وبعدها وهناك وفيها فيما وفيما بينما وبينما")
_WHERE = keys("حيث وحيث كما وكما")
_ENDS = frozenset({"birth", "death"})
"""Kinds whose year says nothing of what a life goes on with."""


def _inherit(candidate: Candidate, dated: Dated, basis: EventBasis) -> None:
    """What has no time of its own gets this date."""
    if not candidate.dated.is_known and candidate.dated.time is None:
        candidate.dated = replace(dated, certainty=Certainty.INFERRED, basis=basis)


def share_occasion(sentence: Sentence) -> None:
    """«التقى … على هامش مؤتمر عقد في مايو»: what happened at an occasion happened when that was held."""
    for main, noun, held in zip(sentence.candidates, sentence.candidates[1:], sentence.candidates[2:], strict=False):
        if not noun.finite and Flag.HELD in held.sense.flags and held.dated.is_stated:
            _inherit(main, held.dated, EventBasis.OCCASION)


def go_with_opening(sentence: Sentence) -> None:
    """«وبعد وفاة أبيه سنة 1002 ترك …»: the verb goes with the noun."""
    first = next(iter(sentence.candidates), None)
    if first is not None and first.during and first.dated.is_stated:
        for candidate in sentence.candidates:
            _inherit(candidate, first.dated, EventBasis.WITH_DATED)


def carrying(goes_on: Callable[[Candidate], bool]) -> Callable[[Sentence], None]:
    """Gives the date of the verb before to those that go on with it."""

    def carry(sentence: Sentence) -> None:
        for before, candidate in _behind_dated(sentence):
            if before.sense.kind not in _ENDS and goes_on(candidate):
                _inherit(candidate, before.dated, EventBasis.JOINED_TO_DATED)

    return carry


def is_behind_then(candidate: Candidate) -> bool:
    """«ثم زار», «وفيها كتب»; «حيث» goes on with a happening, but not with what only may be one."""
    before = candidate.sentence.key(candidate.token - 1)
    return before in _THEN and not (candidate.sense.weak and before in _WHERE)


def _behind_dated(sentence: Sentence) -> Iterator[tuple[Candidate, Candidate]]:
    """Each candidate without a date of its own, and the verb with one before it."""
    before: Candidate | None = None
    for candidate in sentence.candidates:
        if candidate.dated.is_stated and not candidate.clause.relative:
            before = candidate
        elif before is not None:
            yield before, candidate


def go_on_in_paragraph(candidate: Candidate) -> None:
    """A sentence that opens with a happening without a time goes on with the date of the one before it in its
    paragraph."""
    last = candidate.sentence.paragraph.dated
    if last is not None and candidate.leads and candidate.clause.number == 0 and not candidate.sense.weak:
        _inherit(candidate, last, EventBasis.PREVIOUS_EVENT)
