"""Which time belongs to which event of a sentence."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.analysis.events.clauses import is_telling
from reader.analysis.events.dated import day_number, is_ahead, stated
from reader.analysis.events.hearing import is_clearly_heard
from reader.analysis.events.sentence import STATE
from reader.analysis.model import TimeType
from reader.analysis.words.keys import key, keys
from reader.analysis.words.verbs import Form

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.analysis.events.sentence import Candidate, Clause, Sentence
    from reader.analysis.model import TimeExpression

_UNTIL = keys("إلى حتى و - – — /")
_TWO_DAYS = frozenset({"يومي", "يومَي"})
_WHEN = keys("حين حينما عندما")
_HEAD = 40
"""Characters before the date of a dateline."""


def only_dates(sentence: Sentence) -> None:
    """How long something lasted and how often it was says not when."""
    sentence.dates = [(index, time) for index, time in sentence.dates if time.type in (TimeType.DATE, TimeType.TIME)]


def without_dateline(sentence: Sentence) -> None:
    """«بيروت، 3 أيار 2020 – …»: the date of the telling."""
    if sentence.dates and _is_dateline(sentence, sentence.dates[0][1]):
        del sentence.dates[0]


def _is_dateline(sentence: Sentence, time: TimeExpression) -> bool:
    behind = sentence.text[time.span.end : time.span.end + 3].lstrip()[:1]
    return time.relative == 0 and behind in ("-", "–", "—", ":")


def join_ranges(sentence: Sentence) -> None:
    """The two ends of a range («من … إلى …», «149-146») as one."""
    joined: list[tuple[int, TimeExpression]] = []
    for index, time in sentence.dates:
        if joined and _is_range(sentence, joined[-1][1], time):
            joined[-1] = joined[-1][0], _range(joined[-1][1], time)
        else:
            joined.append((index, time))
    sentence.dates = joined


def _range(first: TimeExpression, last: TimeExpression) -> TimeExpression:
    relative = first.relative if first.relative == last.relative else None
    return replace(first, latest=last.latest, value=f"{first.value}/{last.value}", relative=relative)


def _is_range(sentence: Sentence, time: TimeExpression, after: TimeExpression) -> bool:
    """Whether two dates, with nothing but a word or a dash between them, are the ends of one stretch."""
    between = sentence.text[time.span.end : after.span.start].split()
    if time.earliest is None or after.latest is None or len(between) != 1 or key(between[0]) not in _UNTIL:
        return False
    before = sentence.text[max(0, time.span.start - _HEAD) : time.span.start].split()
    pair = "بين" in before[-2:] or not _TWO_DAYS.isdisjoint((*before[-1:], *time.span.of(sentence.text).split()[:1]))
    return (between[0] != "و" or pair) and day_number(time.earliest) < day_number(after.latest)


def _dating(find: Callable[[Sentence, int], Candidate | None]) -> Callable[[Sentence], None]:
    """Gives each date to the candidate that is found for its token."""

    def date(sentence: Sentence) -> None:
        for index, time in tuple(sentence.dates):
            chosen = find(sentence, sentence.token_at(time.span.start))
            if chosen is not None:
                sentence.dates.remove((index, time))
                _give(chosen, index, time)

    return date


def _give(candidate: Candidate, index: int, time: TimeExpression) -> None:
    if candidate.sense.form is Form.PERFECT and is_ahead(time, candidate.sentence.today):
        return  # «أجّل الحفل إلى الأسبوع المقبل»
    if not candidate.dated.is_known:
        candidate.dated = stated(index, time)


@_dating
def when_explained(sentence: Sentence, token: int) -> Candidate | None:
    """«وتعود القضية إلى صيف 2019، حين اكتشف …»: a time that the next clause explains, unless a verb before it is
    told."""
    clause = sentence.clause_at(token)
    following = clause.number + 1
    if following >= len(sentence.clauses) or sentence.key(sentence.clauses[following].start) not in _WHEN:
        return None
    verbs = [one for one in sentence.candidates if one.clause is clause and one.token < token and one.finite]
    if verbs and not verbs[-1].void:
        return None
    return next((one for one in sentence.candidates if one.clause.number == following), None)


@_dating
def in_clause(sentence: Sentence, token: int) -> Candidate | None:
    """Of a time's clause: the nearest verb before it, else the nearest noun, else the first candidate behind it."""
    clause = sentence.clause_at(token)
    own = [one for one in sentence.candidates if one.clause is clause]
    if any(map(is_clearly_heard, own)):  # «تميزت بعقد قمة يوم الأربعاء»
        own = [one for one in own if one.sense.kind != STATE]
    before = [one for one in own if one.token < token]
    nearest = [one for one in before if one.finite] or before
    return nearest[-1] if nearest else next(iter(own), None)


@_dating
def behind_opening(sentence: Sentence, token: int) -> Candidate | None:
    """What a sentence opens with, where that clause has no candidates, is said of its first event."""
    first = next((one for one in sentence.candidates[:1] if one.token > token), None)
    return None if _is_of_telling(sentence, sentence.clause_at(token)) else first


@_dating
def before_clause(sentence: Sentence, token: int) -> Candidate | None:
    """For a time in a clause without candidates: the event just before it; behind a relative that has its own time
    the one before that."""
    free = [one for one in sentence.candidates if not (one.during or (one.clause.relative and one.dated.is_stated))]
    earlier = [one for one in free if one.token < token]
    return earlier[-1] if earlier else None


def _is_of_telling(sentence: Sentence, clause: Clause) -> bool:
    """Whether a time says when something was told: beside a verb of telling, or between that and its «أن»."""
    before, behind = sentence.clauses[: clause.number][-1:], sentence.clauses[clause.number + 1 :][:1]
    between = any(is_telling(sentence, one) for one in before) and any(one.content for one in behind)
    return between or is_telling(sentence, clause)
