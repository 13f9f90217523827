"""Which time belongs to which event of a sentence, and what is known of an event that has none of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reader.analysis.model import Certainty, EventBasis, TimeExpression, TimeType
from reader.analysis.words.keys import keys
from reader.analysis.words.verbs import Form

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.analysis.events.candidates import Candidate
    from reader.analysis.events.clauses import Sentence

OFFSET_BEFORE = keys("بعد وبعد عقب وعقب قبل وقبل")
AFTER = keys("بعد وبعد عقب وعقب")
_FROM = keys("من على")
_UNTIL = keys("إلى حتى و - – — /")
_WHEN = keys("حين حينما عندما")
_OPENING = 5
"""Tokens from the beginning of a sentence within which a time is said of all that follows."""
_HEAD = 40
"""Characters before the date of a dateline."""
_DAYS = re.compile(r"P(\d+)([DWMY])|PT.*")
_UNIT = {"D": 1, "W": 7, "M": 30, "Y": 365}
_MONTH_DAYS = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)


@dataclass(frozen=True, slots=True)
class Dated:
    """When a candidate happened. `offset`: reckoned from another event («بعد يوم من …»)."""

    certainty: Certainty = Certainty.UNDATED
    earliest: str | None = None
    latest: str | None = None
    date: str | None = None
    relative: int | None = None
    """Days from the document date, as far as the text says: all that is known where that date is not."""
    time: int | None = None
    basis: EventBasis = EventBasis.NO_TIME
    offset: bool = False

    @property
    def is_day(self) -> bool:
        """Whether one day is meant, known or at least by its distance from the document's."""
        return self.earliest == self.latest and (self.earliest is not None or self.relative is not None)


def day_number(day: str) -> float:
    """A number that orders ISO days, negative years included; differences are right within a month or so."""
    negative = day.startswith("-")
    year, month, rest = day.removeprefix("-").split("-")
    number = -int(year) if negative else int(year)
    return number * 365.2425 + _MONTH_DAYS[int(month) - 1] + int(rest)


def common_date(time: TimeExpression) -> str | None:
    """As much of the date as is known: `2023-09-15`, `2023-09`, `2023`, `198X`, `18XX`."""
    value, first, last = time.value, time.earliest, time.latest
    if re.fullmatch(r"\d{3}", value):
        return value + "X"
    if re.fullmatch(r"\d{2}", value):
        return value + "XX"
    if first is None or last is None:
        return None
    if first == last:
        return first
    if first[:-3] == last[:-3]:
        return first[:-3]
    return first[:-6] if first[:-6] == last[:-6] else None


def attach(
    candidates: Sequence[Candidate],
    times: Sequence[tuple[int, TimeExpression]],
    told: Sequence[Candidate],
    today: str | None = None,
) -> None:
    """Gives the candidates of one sentence their dates.

    `today` is the document date. `times` are the sentence's, with their index in the document;
    `told` is what was told before, nearest last.
    """
    sentence = candidates[0].sentence
    dates = list(_dates(sentence, times))
    for find in (_in_clause, _in_sentence):  # what a clause says of itself goes before what another says
        for index, time in dates:
            chosen = find(sentence, candidates, time)
            if chosen is None or (chosen.sense.form is Form.PERFECT and _is_ahead(time, today)):
                continue  # «أجّل الحفل إلى الأسبوع المقبل»
            if chosen.dated.certainty is Certainty.UNDATED or _is_finer(time, chosen.dated):
                chosen.dated = _stated(index, time)
                chosen.planned |= chosen.sense.form is Form.IMPERFECT and _is_ahead(time, today)
    told_of = [candidate for candidate in candidates if not candidate.void]
    for index, time in times:
        if time.type is TimeType.DURATION:
            _reckon(sentence, told_of, index, time, told)


def _dates(sentence: Sentence, times: Sequence[tuple[int, TimeExpression]]) -> Iterator[tuple[int, TimeExpression]]:
    """The dates of a sentence; the two ends of a range («من … إلى …», «149-146») as one."""
    dates = [(index, time) for index, time in times if time.type in (TimeType.DATE, TimeType.TIME)]
    skipped = -1
    for place, (index, time) in enumerate(dates):
        if index == skipped or (place == 0 and _is_dateline(sentence, time)):
            continue
        after = dates[place + 1] if place + 1 < len(dates) else None
        if after is not None and _narrows(sentence, time, after[1]):
            continue
        if after is not None and _is_range(sentence, time, after[1]):
            skipped = after[0]
            relative = None if time.relative != after[1].relative else time.relative
            time = replace(time, latest=after[1].latest, value=f"{time.value}/{after[1].value}", relative=relative)
        yield index, time


def _narrows(sentence: Sentence, time: TimeExpression, after: TimeExpression) -> bool:
    """«وبعد ست سنوات، في 14 أكتوبر 1994، …»: the second says the first again, and finer."""
    between = sentence.text[time.span.end : after.span.start].strip(" ،,")
    if between not in ("", "في", "وفي", "أي", "أي في"):
        return False
    return _is_finer(after, _stated(0, time))


def _is_dateline(sentence: Sentence, time: TimeExpression) -> bool:
    """«بيروت، 3 أيار 2020 – …»: the date of the telling."""
    behind = sentence.text[time.span.end : time.span.end + 3].lstrip()[:1]
    return time.relative == 0 and behind in ("-", "–", "—", ":") and time.span.start - sentence.span.start < _HEAD


def _is_range(sentence: Sentence, time: TimeExpression, after: TimeExpression) -> bool:
    """Whether two dates, with nothing but a word or a dash between them, are the ends of one stretch."""
    between = sentence.text[time.span.end : after.span.start].split()
    if time.earliest is None or after.latest is None or len(between) > 1:
        return False
    if not between or between[0] not in _UNTIL:
        return False
    before = sentence.text[max(0, time.span.start - _HEAD) : time.span.start].split()
    return (between[0] != "و" or "بين" in before[-2:]) and day_number(time.earliest) < day_number(after.latest)


def _is_finer(time: TimeExpression, dated: Dated) -> bool:
    """Whether a time lies within a longer one."""
    if not (time.earliest and time.latest and dated.earliest and dated.latest):
        return False
    first, last = day_number(dated.earliest), day_number(dated.latest)
    inside = first <= day_number(time.earliest) and day_number(time.latest) <= last
    return inside and (time.earliest, time.latest) != (dated.earliest, dated.latest)


def _is_ahead(time: TimeExpression, today: str | None) -> bool:
    if today is None or time.earliest is None:
        return (time.relative or 0) > 0
    return day_number(time.earliest) > day_number(today)


def _stated(index: int, time: TimeExpression) -> Dated:
    if time.earliest is None and time.relative is None:
        return Dated(time=index, basis=EventBasis.VAGUE_TIME)
    basis = EventBasis.OWN_TIME
    return Dated(Certainty.STATED, time.earliest, time.latest, common_date(time), time.relative, index, basis)


def place_of(sentence: Sentence, time: TimeExpression) -> tuple[int, int]:
    """The token at which a time stands, and the clause."""
    token = next((i for i, t in enumerate(sentence.tokens) if t.end > time.span.start), len(sentence.tokens) - 1)
    return token, sentence.clause_at(token)


def _in_clause(sentence: Sentence, candidates: Sequence[Candidate], time: TimeExpression) -> Candidate | None:
    """Of a time's clause: the noun right before it that only says when, else the nearest verb before it, else the
    nearest noun, else the first candidate behind it."""
    token, at = place_of(sentence, time)
    group = sentence.clauses[at].group
    own = [c for c in candidates if sentence.clauses[c.clause].group == group]
    before = [c for c in own if c.token < token and c.clause == at] or [c for c in own if c.token < token]
    verbs = [c for c in before if c.finite]
    nouns = [c for c in before if not c.finite]
    when = _when(sentence, candidates, at)
    if when is not None and (not verbs or verbs[-1].void):
        return when
    if nouns and (not verbs or (verbs[-1].token < nouns[-1].token and verbs[-1].dated.time is not None)):
        return nouns[-1]
    if verbs:
        return verbs[-1]
    behind = [c for c in own if c.token > token]
    return next((c for c in behind if c.finite), None) or next(iter(behind), None)


def _when(sentence: Sentence, candidates: Sequence[Candidate], at: int) -> Candidate | None:
    """«وتعود القضية إلى صيف 2019، حين اكتشف …»: a time that the next clause explains."""
    if at + 1 >= len(sentence.clauses) or sentence.tokens[sentence.clauses[at + 1].start].key not in _WHEN:
        return None
    return next((c for c in candidates if c.clause == at + 1), None)


def _in_sentence(sentence: Sentence, candidates: Sequence[Candidate], time: TimeExpression) -> Candidate | None:
    """For a time in a clause without candidates: what a sentence opens with is said of its first event, any
    other time of the event just before it."""
    token, at = place_of(sentence, time)
    group = sentence.clauses[at].group
    if any(sentence.clauses[c.clause].group == group for c in candidates) or _belongs_to_report(sentence, at):
        return None
    free = [c for c in candidates if not c.during]
    earlier = [c for c in free if c.token < token]
    if earlier:
        return earlier[-1] if earlier[-1].clause >= at - 2 else None
    if when := _when(sentence, free, at):
        return when
    later = (c for c in free if not sentence.clauses[c.clause].relative)
    return next(later, None) if token <= _OPENING else None


def _belongs_to_report(sentence: Sentence, at: int) -> bool:
    """A time between a verb of telling and its «أن» says when it was told."""
    clauses = sentence.clauses
    if clauses[at].reporting:
        return True
    return at > 0 and clauses[at - 1].reporting and at + 1 < len(clauses) and clauses[at + 1].content


def _reckon(
    sentence: Sentence,
    candidates: Sequence[Candidate],
    index: int,
    time: TimeExpression,
    told: Sequence[Candidate],
) -> None:
    """«بعد يوم من X، كان Y السبت»: X was on the day before the Saturday. Where X is the one whose day is known
    («… بعد يومين من X»), Y was so many days after it."""
    steps = _DAYS.fullmatch(time.value)
    token = next((i for i, t in enumerate(sentence.tokens) if t.start >= time.span.start), None)
    if steps is None or token is None or token == 0 or sentence.tokens[token - 1].key not in OFFSET_BEFORE:
        return
    follows = next((i for i, t in enumerate(sentence.tokens) if t.start >= time.span.end), len(sentence.tokens))
    if follows >= len(sentence.tokens) or sentence.tokens[follows].key not in _FROM:
        return
    other = next((c for c in candidates if c.token > follows), None)
    if other is None or other.token > follows + 3:
        return
    days = int(steps[1]) * _UNIT[steps[2]] if steps[1] else 0
    exact = not steps[1] or steps[2] in "DW"
    days = -days if sentence.tokens[token - 1].key in AFTER else days
    clause = sentence.clauses[sentence.clause_at(token)].group
    mains = [c for c in candidates if c is not other and c.finite and not sentence.clauses[c.clause].relative]
    main = next((c for c in reversed(mains) if c.token < token and sentence.clauses[c.clause].group == clause), None)
    main = main or next((c for c in reversed(mains) if c.token < token and is_stated(c)), None)
    main = main or next((c for c in mains if c.token > other.token), None)
    if main is None:
        return
    earlier = [*told, *(c for c in candidates if c.token < main.token)]
    known = other.dated if other.dated.certainty is Certainty.STATED else _known(other, earlier)
    if main.dated.is_day and other.dated.certainty is Certainty.UNDATED and exact:
        other.dated = _moved(main.dated, days, index)
    elif main.dated.certainty is Certainty.UNDATED and known is not None and exact:
        main.dated = _moved(known, -days, index)


def _known(noun: Candidate, told: Sequence[Candidate]) -> Dated | None:
    """The date of the event told before that a noun takes up: the last of its kind, else the last of all."""
    dated = [c for c in told if c.dated.certainty is not Certainty.UNDATED]
    said = [c for c in dated if c.sense.lemma == noun.sense.lemma]
    same = [c for c in dated if c.sense.kind == noun.sense.kind and noun.sense.kind != "occurrence"]
    return (said or same or dated)[-1].dated if dated else None


def _moved(dated: Dated, days: int, index: int) -> Dated:
    """So many days from a day; from a longer stretch the stretch itself, which is all that is known."""
    basis = EventBasis.RECKONED
    moved = replace(dated, certainty=Certainty.INFERRED, time=index, basis=basis, offset=True)
    if not dated.is_day:
        return moved
    day = _shifted(dated.earliest, days) if dated.earliest else None
    relative = None if dated.relative is None else dated.relative + days
    return replace(moved, earliest=day, latest=day, date=day, relative=relative)


def _shifted(day: str, days: int) -> str | None:
    """The day so many days on; None outside the years that the calendar module knows."""
    import datetime

    try:
        return (datetime.date.fromisoformat(day) + datetime.timedelta(days=days)).isoformat()
    except (ValueError, OverflowError):
        return None


def is_stated(candidate: Candidate) -> bool:
    return candidate.dated.certainty is Certainty.STATED
