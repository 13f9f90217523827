"""What happened when: events with their clause, date, participants and places.

An event needs a trigger. Sentence by sentence its clauses are cut, the words that may tell of one are found, those
that are denied, supposed or habitual set aside, times given to the rest, and what else is known of them; then what
is told twice is told once, and all of it put in order.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING, Final

from reader.analysis.events import (
    arguments,
    candidates,
    carrying,
    clauses,
    dating,
    reckoning,
    restating,
    status,
    telling,
    unsaid,
)
from reader.analysis.events.dated import day_number
from reader.analysis.events.restating import Told
from reader.analysis.events.sentence import Paragraph, Sentence
from reader.analysis.events.status import Frame
from reader.analysis.model import Event, EventStatus, Notice
from reader.analysis.steps import Step, attempt_each, take
from reader.analysis.words.clitics import after_letters
from reader.text.segment import sentences
from reader.text.span import Span

__all__ = ["STEPS", "Found", "find_events"]

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Iterator, Sequence

    from reader.analysis.events.sentence import Candidate
    from reader.analysis.model import Entity, Mention, TimeExpression

LONGEST: Final = 2_000
"""Characters of the longest sentence that is read as one."""
_RECENT: Final = 8
"""Events told before a paragraph that it may go on from."""


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


def _flag(name: str, flag: str, rule: Callable[[Candidate], bool]) -> Step[Sentence]:
    """A step that sets `flag` where the rule is true."""

    def mark(candidate: Candidate) -> None:
        if rule(candidate):
            setattr(candidate, flag, True)

    return _each(name, mark)


def _sure(name: str, rule: Callable[[Candidate], bool]) -> Step[Sentence]:
    """A step that tells verbs by the rule."""
    return _flag(name, "sure", lambda candidate: candidate.is_verb and rule(candidate))


def _no_verb(name: str, rule: Callable[[Candidate], bool]) -> Step[Sentence]:
    """A step after which what is no verb by the rule is the noun that it may be, or nothing."""

    def run(sentence: Sentence) -> None:
        struck = [one for one in sentence.candidates if one.is_verb and not one.sure and rule(one)]
        for one in struck:
            one.sense = one.noun or one.sense
        sentence.candidates = [one for one in sentence.candidates if one.noun or one not in struck]

    return Step(f"events: {name}", run)


def _void(name: str, rule: Callable[[Candidate], bool]) -> Step[Sentence]:
    """A step that says of which candidates the text does not say that they happened."""
    return _flag(name, "void", rule)


READING: Final = (
    _in("clause behind a comma", clauses.behind_commas),
    _in("clause of a relative", clauses.at_relatives),
    _in("clause of a connector", clauses.at_connectors),
    _in("clause of «بعد أن»", clauses.before_that),
    _in("clause of a joined verb", clauses.at_joined_verbs),
    _in("clause of a joined verb of telling", clauses.at_joined_telling),
    _in("clause of what is told", clauses.at_what_is_told),
    _in("clauses", clauses.cut),
    _in("clause goes on behind a relative", clauses.resume),
    _in("times tell nothing", candidates.settled_by_times),
    _in("names tell nothing", candidates.settled_by_names),
    _in("known words", candidates.known),
    _in("words like verbs", candidates.unknown),
    _in("no telling", candidates.without_telling),
    _in("no states", candidates.without_states),
    _out("no quoted name", candidates.is_quoted),
    _no_verb("no verb with tanwin", candidates.has_tanwin),
    _sure("verb opens a clause", candidates.opens_clause),
    _sure("verb is introduced", candidates.is_introduced),
    _no_verb("no verb behind a preposition", candidates.is_behind_preposition),
    _no_verb("no verb in the dual", candidates.is_dual),
    _sure("verb in the imperfect", candidates.is_imperfect),
    _sure("verb behind what it holds", candidates.holds_event),
    _no_verb("no verb with an owner", candidates.is_possessed),
    _no_verb("no verb that is meant", candidates.is_meant),
    _no_verb("no risky verb", candidates.is_risky),
    _in("one verb a clause", candidates.one_verb_a_clause),
)
"""From a sentence to the words that may tell of an event."""
SAID: Final = (
    _flag("planned by its form", "planned", candidates.is_future),
    _flag("planned by a word", "planned", candidates.is_planned),
    _flag("planned by a light verb", "planned", candidates.is_intended),
    _flag("lasting", "lasting", candidates.lasts),
    _flag("during", "during", candidates.is_during),
    _flag("light", "light", candidates.is_held),
    _flag("joined", "joined", candidates.is_joined),
    _void("supposed", unsaid.is_supposed),
    _void("a source", unsaid.is_source),
    _void("naming", unsaid.is_naming),
    _void("not intended", unsaid.is_not_intended),
    _void("denied", unsaid.is_denied),
    _void("wished", unsaid.is_wished),
    _void("denied by somebody", unsaid.is_refused),
    _void("possible", unsaid.is_possible),
    _void("goes back", unsaid.goes_back),
    _void("was planned", unsaid.was_planned),
    _void("a habit", unsaid.is_habit),
    _out("no void noun", lambda candidate: candidate.void and not candidate.finite),
    _in("light verbs", candidates.without_light_verbs),
    _out("no repetition", candidates.is_repeated),
)
"""What is said of them."""
DATED: Final = (
    _in("only dates", dating.only_dates),
    _in("no dateline", dating.without_dateline),
    _in("narrowed dates", dating.without_narrowed),
    _in("ranges", dating.join_ranges),
    _in("date that is explained", dating.when_explained),
    _in("date of its clause", dating.in_clause),
    _in("date that opens", dating.behind_opening),
    _in("date behind its event", dating.before_clause),
    _each("planned by its date", dating.plan_by_date),
    _out("no void", lambda candidate: candidate.void),
    _in("so long before another", reckoning.reckon_other),
    _in("so long after another", reckoning.reckon_main),
    _in("sentence goes on", carrying.sentence_goes_on),
    _in("at an occasion", carrying.share_occasion),
    _in("hours later", carrying.hours_later),
    _in("with what opens", carrying.go_with_opening),
    _in("planned with a plan", carrying.plan_with),
    _in("joined to a date", carrying.carrying(lambda candidate: candidate.joined)),
    _in("behind «ثم»", carrying.carrying(carrying.is_behind_then)),
    _in("behind «بعدما»", carrying.carrying(carrying.is_behind_after_that)),
)
"""When they were."""
TOLD: Final = (
    _each("who", arguments.who_of_clause),
    _each("where", arguments.where_of_clause),
    _each("who behind an offset", arguments.who_behind_offset),
    _each("who before a relative", arguments.who_before_relative),
    _each("who tells", arguments.who_tells),
    _each("end of a visit", carrying.end_visit),
    _each("on in the paragraph", carrying.go_on_in_paragraph),
    _each("on in news", carrying.go_on_in_news),
    _in("who goes on", arguments.who_goes_on),
    _out("no undated noun", telling.is_undated_noun),
    _out("no vague noun", telling.is_vague_noun),
    _out("nothing general", telling.is_general),
    _out("nothing weak", telling.is_weak),
    _out("nothing of nobody", telling.is_of_nobody),
    _each("both halves of a clause", telling.show_both_halves),
    _each("clause from its noun", telling.show_from_noun),
    _each("clause without a sign behind", telling.show_no_sign_behind),
    _each("clause without a tie before", telling.show_no_tie_before),
    _each("clause without a clitic", telling.show_no_clitic),
)
"""Who, where, and which of them are worth telling."""


def _merge(name: str, rule: Callable[[Told], None]) -> Step[Told]:
    return Step(f"events: {name}", rule)


PARAGRAPH: Final = (
    _merge("one a clause", restating.merging(restating.is_of_one_clause)),
    _merge("one a time", restating.merging(restating.is_of_one_time)),
    _merge("noun again", restating.merging(restating.is_noun_again)),
)
"""What a paragraph tells twice."""
DOCUMENT: Final = (
    _merge("references", restating.without_references),
    _merge("undated again", restating.without_undated_again),
    _merge("same day", restating.without_same_day),
    _merge("noun of the day", restating.without_noun_of_day),
)
"""What a document tells twice."""


def _stand(name: str, rule: Callable[[Frame, Candidate], None]) -> Step[Frame]:
    return Step(f"events: {name}", lambda frame: attempt_each(lambda one: rule(frame, one), frame.candidates))


def _plan(name: str, rule: Callable[[Frame, Candidate], bool], *, planned: bool) -> Step[Frame]:
    def plan(frame: Frame, candidate: Candidate) -> None:
        if rule(frame, candidate):
            candidate.planned = planned

    return _stand(name, plan)


def _status(name: str, rule: Callable[[Frame, Candidate], bool], stands: EventStatus) -> Step[Frame]:
    def stand(frame: Frame, candidate: Candidate) -> None:
        if rule(frame, candidate):
            candidate.status = stands

    return _stand(name, stand)


STATUS: Final = (
    Step("events: news", status.find_news),
    Step("events: end of the story", status.find_end),
    _plan("no plan in a story", status.is_story, planned=False),
    _plan("no plan that is over", status.is_over, planned=False),
    _plan("plan by its date", status.is_to_come, planned=True),
    _status("background", status.is_background, EventStatus.BACKGROUND),
    _status("ongoing", lambda _, one: one.lasting, EventStatus.ONGOING),
    _status("planned", lambda _, one: one.planned, EventStatus.PLANNED),
)
"""Where each stands; what comes later wins."""
SENTENCE: Final = (*READING, *SAID, *DATED, *TOLD)
STEPS: Final = (*SENTENCE, *PARAGRAPH, *DOCUMENT, *STATUS)
"""What is done to find the events of a document: to each sentence, to each paragraph, to all."""


@dataclass(frozen=True, slots=True)
class Found:
    """Events as v1, v2 …, in chronological order, undated ones last in text order, and what there is to know about
    how they were found."""

    events: tuple[Event, ...]
    notices: tuple[Notice, ...] = ()


def find_events(
    text: str,
    blocks: Sequence[Span],
    entities: Sequence[Entity],
    times: Sequence[TimeExpression],
    document_date: datetime.date | None,
) -> Found:
    """The events of the text. `times` are in text order; the events point into them by index.

    Linear in the length of the text. What fails in one sentence costs what it would have said there.
    """
    today = document_date.isoformat() if document_date else None
    source = _Source(text, entities, times, today)
    found: list[Candidate] = []
    notices: list[Notice] = []
    for block in blocks:
        told = Told([])
        paragraph = Paragraph(found[-_RECENT:])
        for span in _sentences(text, block):
            sentence = source.sentence(span, paragraph)
            for steps in (READING, SAID, DATED, TOLD):
                notices += take(steps, sentence) if sentence.candidates or steps is READING else ()
            paragraph.told += sentence.candidates
        told = Told(paragraph.told)
        notices += take(PARAGRAPH, told)
        found += told.candidates
    told = Told(found)
    notices += take(DOCUMENT, told)
    notices += take(STATUS, Frame(told.candidates, times, today))
    events = sorted(map(_event, told.candidates), key=_chronological)
    numbered = tuple(replace(event, id=f"v{number}") for number, event in enumerate(events, 1))
    return Found(numbered, tuple(dict.fromkeys(notices)))


class _Source:
    """What sentences are made from: all times and all mentions, by position."""

    def __init__(
        self, text: str, entities: Sequence[Entity], times: Sequence[TimeExpression], today: str | None
    ) -> None:
        self._text = text
        self._today = today
        self._times = times
        pairs = chain.from_iterable(((entity, mention) for mention in entity.mentions) for entity in entities)
        self._named = sorted(pairs, key=_start)

    def sentence(self, span: Span, paragraph: Paragraph) -> Sentence:
        first, last = (bisect_left(self._times, at, key=lambda time: time.span.start) for at in span)
        times = [(index, self._times[index]) for index in range(first, last)]
        first, last = (bisect_left(self._named, at, key=_start) for at in span)
        return Sentence(self._text, span, times, self._named[first:last], paragraph, self._today)


def _start(named: tuple[Entity, Mention]) -> int:
    return named[1].span.start


def _sentences(text: str, block: Span) -> Iterator[Span]:
    """The sentences of a block; one without end is cut, so that its events cost no more than others'."""
    for span in sentences(block.of(text)):
        start, end = span.shift(block.start)
        while end - start > LONGEST:
            space = text.rfind(" ", start + 1, start + LONGEST)
            stop = space if space > 0 else start + LONGEST
            yield Span(start, stop)
            start = stop
        yield Span(start, end)


def _event(candidate: Candidate) -> Event:
    sentence, dated = candidate.sentence, candidate.dated
    first, last, token = (sentence.tokens[at] for at in (candidate.first, candidate.last - 1, candidate.token))
    begin = first.start if candidate.shown_from is None else candidate.shown_from
    trigger = after_letters(sentence.text, token, candidate.letters) if candidate.letters else token.start
    return Event(
        "",
        Span(begin, last.end),
        Span(trigger, token.end),
        candidate.sense.kind,
        status=candidate.status,
        certainty=dated.certainty,
        basis=dated.basis,
        date=dated.date,
        earliest=dated.earliest,
        latest=dated.latest,
        relative=dated.relative,
        time=dated.time,
        participants=candidate.who,
        places=candidate.where,
    )


def _chronological(event: Event) -> tuple[int, float, float, int]:
    """By first day, then the longer interval, then text. What is only known to lie so many days from a
    document date that nobody knows follows the dated; what has no date at all comes last."""
    if event.earliest is not None:
        last = day_number(event.latest or event.earliest)
        return (0, day_number(event.earliest), -last, event.trigger.start)
    if event.relative is not None:
        return (1, event.relative, 0.0, event.trigger.start)
    return (2, 0.0, 0.0, event.trigger.start)
