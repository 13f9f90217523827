"""Which time belongs to which event of a sentence."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from reader.analysis.events.clauses import is_telling
from reader.analysis.events.dated import day_number, is_ahead, is_finer, stated
from reader.analysis.model import TimeType
from reader.analysis.words.keys import keys
from reader.analysis.words.verbs import Form

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.analysis.events.sentence import Candidate, Clause, Sentence
    from reader.analysis.model import TimeExpression

_UNTIL = keys("إلى حتى و - – — /")
_WHEN = keys("حين حينما عندما")
_OPENING = 5
"""Tokens from the beginning of a sentence within which a time is said of all that follows."""
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
    return time.relative == 0 and behind in ("-", "–", "—", ":") and time.span.start - sentence.span.start < _HEAD


def without_narrowed(sentence: Sentence) -> None:
    """«وبعد ست سنوات، في 14 أكتوبر 1994، …»: the second says the first again, and finer."""
    wide = {one[0] for one, other in pairwise(sentence.dates) if _narrows(sentence, one[1], other[1])}
    sentence.dates = [(index, time) for index, time in sentence.dates if index not in wide]


def _narrows(sentence: Sentence, time: TimeExpression, after: TimeExpression) -> bool:
    between = sentence.text[time.span.end : after.span.start].strip(" ،,")
    return between in ("", "في", "وفي", "أي", "أي في") and is_finer(after, stated(0, time))


def join_ranges(sentence: Sentence) -> None:
    """The two ends of a range («من … إلى …», «149-146») as one."""
    joined: list[tuple[int, TimeExpression]] = []
    ended = False
    for index, time in sentence.dates:
        ended = bool(joined) and not ended and _is_range(sentence, joined[-1][1], time)
        if ended:
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
    if time.earliest is None or after.latest is None or len(between) != 1 or between[0] not in _UNTIL:
        return False
    before = sentence.text[max(0, time.span.start - _HEAD) : time.span.start].split()
    return (between[0] != "و" or "بين" in before[-2:]) and day_number(time.earliest) < day_number(after.latest)


def _dating(find: Callable[[Sentence, int, Clause], Candidate | None]) -> Callable[[Sentence], None]:
    """Gives each date to the candidate that is found for its token and clause."""

    def date(sentence: Sentence) -> None:
        for index, time in tuple(sentence.dates):
            token = sentence.token_at(time.span.start)
            chosen = find(sentence, token, sentence.clause_at(token))
            if chosen is not None:
                sentence.dates.remove((index, time))
                _give(chosen, index, time)

    return date


def _give(candidate: Candidate, index: int, time: TimeExpression) -> None:
    if candidate.sense.form is Form.PERFECT and is_ahead(time, candidate.sentence.today):
        return  # «أجّل الحفل إلى الأسبوع المقبل»
    if not candidate.dated.is_known or is_finer(time, candidate.dated):
        candidate.dated = stated(index, time)


@_dating
def when_explained(sentence: Sentence, token: int, clause: Clause) -> Candidate | None:
    """«وتعود القضية إلى صيف 2019، حين اكتشف …»: a time that the next clause explains, unless a verb before it is
    told."""
    following = clause.number + 1
    if following >= len(sentence.clauses) or sentence.key(sentence.clauses[following].start) not in _WHEN:
        return None
    verbs = [one for one in sentence.candidates if one.clause is clause and one.token < token and one.finite]
    if verbs and not verbs[-1].void:
        return None
    return next((one for one in sentence.candidates if one.clause.number == following), None)


@_dating
def in_clause(sentence: Sentence, token: int, clause: Clause) -> Candidate | None:
    """Of a time's clause: the noun right before it that only says when, else the nearest verb before it, else the
    nearest noun, else the first candidate behind it."""
    own = [one for one in sentence.candidates if one.clause.group == clause.group]
    before = [one for one in own if one.token < token and one.clause is clause] or [c for c in own if c.token < token]
    verbs = [one for one in before if one.finite]
    nouns = [one for one in before if not one.finite]
    if nouns and (not verbs or (verbs[-1].token < nouns[-1].token and verbs[-1].dated.time is not None)):
        return nouns[-1]
    if verbs:
        return verbs[-1]
    behind = [one for one in own if one.token > token]
    return next((one for one in behind if one.finite), None) or next(iter(behind), None)


@_dating
def behind_opening(sentence: Sentence, token: int, clause: Clause) -> Candidate | None:
    """What a sentence opens with, where that clause has no candidates, is said of its first event."""
    free = [one for one in sentence.candidates if not one.during]
    if token > _OPENING or _is_of_others(sentence, clause) or any(one.token < token for one in free):
        return None
    return next((one for one in free if not one.clause.relative), None)


@_dating
def before_clause(sentence: Sentence, token: int, clause: Clause) -> Candidate | None:
    """For a time in a clause without candidates: the event just before it."""
    if _is_of_others(sentence, clause):
        return None
    earlier = [one for one in sentence.candidates if one.token < token and not one.during]
    return earlier[-1] if earlier and earlier[-1].clause.number >= clause.number - 2 else None


def _is_of_others(sentence: Sentence, clause: Clause) -> bool:
    """Whether a time is of the candidates of its clause, or says when it was told: between a verb of telling and
    its «أن»."""
    if any(one.clause.group == clause.group for one in sentence.candidates) or is_telling(sentence, clause):
        return True
    before, behind = sentence.clauses[: clause.number][-1:], sentence.clauses[clause.number + 1 :][:1]
    return any(is_telling(sentence, one) for one in before) and any(one.content for one in behind)


def plan_by_date(candidate: Candidate) -> None:
    """«يلتقي … الثلاثاء المقبل»."""
    if candidate.sense.form is Form.IMPERFECT and candidate.dated.is_stated:
        candidate.planned |= is_ahead(candidate.dated, candidate.sentence.today)
