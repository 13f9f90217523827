"""What happened when: events with their clause, date, participants and places.

An event needs a trigger. Sentence by sentence its clauses are cut, the words that may tell of one are found, those
that are denied, supposed or habitual are set aside, times are given to the rest, and what else is known of them;
then all of it is put in order.

What a step is worth, `tests/eval/worth.py` tells. A few move no figure and are there by definition: what is denied,
wished, only possible, no longer planned, a habit or told is no event; what is said to come is planned, and what is said
to last goes on, unless it is over; and a clause is shown without what only ties it to its neighbours.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reader.analysis.events import (
    candidates,
    carrying,
    clauses,
    dating,
    gate,
    hearing,
    lives,
    pairing,
    restating,
    status,
    telling,
    unsaid,
)
from reader.analysis.events.find import Found, Source, find
from reader.analysis.model import EventStatus
from reader.analysis.steps import Step, attempt_each

__all__ = ["STEPS", "Found", "find_events"]

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Sequence

    from reader.analysis.events.sentence import Candidate, Sentence
    from reader.analysis.events.status import Frame
    from reader.analysis.model import Entity, Happening, TimeExpression
    from reader.text.span import Span


def _in(name: str, rule: Callable[[Sentence], None]) -> Step[Sentence]:
    """A step that looks at a sentence."""
    return Step(f"events: {name}", rule)


def _each(name: str, rule: Callable[[Candidate], None]) -> Step[Sentence]:
    """A step that looks at one candidate at a time."""
    return Step(f"events: {name}", lambda sentence: attempt_each(rule, sentence.candidates))


def _out(name: str, rule: Callable[[Candidate], bool]) -> Step[Sentence]:
    """A step that leaves the candidates out of which the rule is true."""

    def run(sentence: Sentence) -> None:
        sentence.candidates = [one for one in sentence.candidates if not rule(one)]

    return Step(f"events: {name}", run)


def _mark(name: str, rule: Callable[[Candidate], bool], mark: Callable[[Candidate], None]) -> Step[Sentence]:
    """A step that marks the candidates of which the rule is true."""

    def run(candidate: Candidate) -> None:
        if rule(candidate):
            mark(candidate)

    return _each(name, run)


def _sure(candidate: Candidate) -> None:
    candidate.sure = True


def _planned(candidate: Candidate) -> None:
    candidate.planned = True


def _during(candidate: Candidate) -> None:
    candidate.during = True


def _joined(candidate: Candidate) -> None:
    candidate.joined = True


def _void(candidate: Candidate) -> None:
    candidate.void = True


def _later(candidate: Candidate) -> None:
    candidate.later = True


def _no_verb(name: str, rule: Callable[[Candidate], bool]) -> Step[Sentence]:
    """A step after which what is no verb by the rule is the noun that it may be, or nothing."""

    def run(sentence: Sentence) -> None:
        struck = [one for one in sentence.candidates if one.is_verb and not one.sure and rule(one)]
        for one in struck:
            one.sense = one.noun or one.sense
        sentence.candidates = [one for one in sentence.candidates if one.noun or one not in struck]

    return Step(f"events: {name}", run)


def _status(name: str, rule: Callable[[Frame, Candidate], bool], stands: EventStatus) -> Step[Frame]:
    """A step that says where the events stand of which the rule is true; what comes later wins."""

    def run(frame: Frame) -> None:
        for candidate in frame.candidates:
            if rule(frame, candidate):
                candidate.status = stands

    return Step(f"events: {name}", run)


READING: Final = (
    _in("clause behind a comma", clauses.behind_commas),
    _in("clause of a relative", clauses.at_relatives),
    _in("clause of a connector", clauses.at_connectors),
    _in("clause of a joined verb", clauses.at_joined_verbs),
    _in("clause of what is told", clauses.at_what_is_told),
    _in("clauses", clauses.cut),
    _in("times tell nothing", candidates.settled_by_times),
    _in("names tell nothing", candidates.settled_by_names),
    _in("lives in brackets", lives.find),
    _in("known words", candidates.known),
    _in("words like verbs", candidates.unknown),
    _in("words that are heard", hearing.add),
    _in("no telling", candidates.without_telling),
    _in("no states", candidates.without_states),
    _in("no stamps", candidates.without_stamps),
    _out("no beginning of a year", candidates.is_year_begun),
    _mark("verb opens a clause", candidates.opens_clause, _sure),
    _mark("verb is introduced", candidates.is_introduced, _sure),
    _no_verb("no verb behind a preposition", candidates.is_behind_preposition),
    _mark("verb behind what it holds", candidates.holds_event, _sure),
    _no_verb("no risky verb", candidates.is_risky),
    _mark("planned by its form", candidates.is_future, _planned),
    _mark("planned by a word", candidates.is_planned, _planned),
    _mark("during", candidates.is_during, _during),
    _mark("joined", candidates.is_joined, _joined),
    _mark("supposed", unsaid.is_supposed, _void),
    _mark("denied", unsaid.is_denied, _void),
    _mark("wished", unsaid.is_wished, _void),
    _mark("denied by somebody", unsaid.is_refused, _void),
    _mark("only remembered", unsaid.is_remembered, _void),
    _mark("possible", unsaid.is_possible, _void),
    _mark("was planned", unsaid.was_planned, _void),
    _mark("a habit", unsaid.is_habit, _void),
    _mark("goes back", unsaid.goes_back, _void),
    _out("nothing that failed", unsaid.is_failed),
    _in("light verbs", candidates.without_light_verbs),
    _mark("planned as it is heard", hearing.is_planned, _planned),
    _out("nothing unheard", hearing.is_unheard),
)
"""From a sentence to the words that may tell of an event, and what is said of them."""
TELLING: Final = (
    _in("only dates", dating.only_dates),
    _in("no dateline", dating.without_dateline),
    _in("no time of telling", dating.without_times_of_telling),
    _in("ranges", dating.join_ranges),
    _mark("said to be later", dating.is_later, _later),
    _each("so long before or after", dating.find_stretch),
    _in("when", dating.by_weight),
    _out("no void", lambda candidate: candidate.void),
    _in("with what opens", carrying.go_with_opening),
    _each("counted from a date", carrying.count),
    _in("joined to a date", carrying.go_on),
    _in("under a date", carrying.under_heading),
    _each("who and where", pairing.take_part),
    _out("nothing unlikely", gate.is_unlikely),
    _each("clause without a sign behind", telling.show_no_sign_behind),
    _each("clause without a tie before", telling.show_no_tie_before),
    _each("clause without a clitic", telling.show_no_clitic),
)
"""When that was, who and where, and which of it is worth telling."""
STANDING: Final = (
    Step("events: days of a life", lives.date),
    Step("events: told again", restating.merge),
    Step("events: news", status.find_news),
    _status("ongoing", status.is_ongoing, EventStatus.ONGOING),
    _status("planned as it is said", status.is_planned, EventStatus.PLANNED),
    _status("no plan that is over", status.is_over, EventStatus.PAST),
    _status("background", status.is_background, EventStatus.BACKGROUND),
    _status("planned by its date", status.is_to_come, EventStatus.PLANNED),
)
"""Where the events of the whole document stand."""
STEPS: Final = (*READING, *TELLING, *STANDING)
"""What is done to find events, in this order."""


def find_events(
    text: str,
    blocks: Sequence[Span],
    entities: Sequence[Entity],
    times: Sequence[TimeExpression],
    document_date: datetime.date | None,
    happenings: Sequence[Happening] | None = None,
    *,
    stop: Callable[[], bool] = lambda: False,
) -> Found:
    """The events of the text. `times` are in text order; the events point into them by index. `happenings` are what
    the recogniser says, None where it says nothing: then the lists of words decide alone.

    Linear in the length of the text. What fails in one sentence costs what it would have said there. When `stop()`
    turns true the work ends early.
    """
    today = document_date.isoformat() if document_date else None
    return find(Source(text, entities, times, today, happenings), blocks, READING, TELLING, STANDING, stop)
