"""Which time belongs to which event of a sentence, and what is known of an event that has none of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reader.analysis.model import Certainty, TimeType
from reader.analysis.names.keys import keys

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.analysis.clauses import Sentence
    from reader.analysis.events import Candidate
    from reader.analysis.model import TimeExpression

_OFFSET_BEFORE = keys("بعد وبعد عقب وعقب قبل وقبل")
_AFTER = keys("بعد وبعد عقب وعقب")
_FROM = keys("من على")
_CARRY = keys("كما وكما ثم وخلال خلال حيث وحيث بعدها وبعدها")
_OPENING = 5
"""Tokens from the beginning of a sentence within which a time is said of all that follows."""
_DAYS = re.compile(r"P(\d+)([DW])")
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
    basis: str = "بلا تاريخ في النص"
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
    candidates: Sequence[Candidate], times: Sequence[tuple[int, TimeExpression]], told: Sequence[Candidate]
) -> None:
    """Gives the candidates of one sentence their dates.

    `times` are the sentence's, with their index in the document; `told` what the paragraph has told before.
    """
    sentence = candidates[0].sentence
    free = [candidate for candidate in candidates if not candidate.during]
    dates = [(index, time) for index, time in times if time.type in (TimeType.DATE, TimeType.TIME)]
    for find in (_in_clause, _in_sentence):  # what a clause says of itself goes before what another says
        for index, time in dates:
            chosen = find(sentence, free or candidates, time)
            if chosen is not None and chosen.dated.certainty is Certainty.UNDATED:
                chosen.dated = _stated(index, time)
    for index, time in times:
        if time.type is TimeType.DURATION:
            _reckon(sentence, candidates, index, time)
    _carry(sentence, free, told)


def _stated(index: int, time: TimeExpression) -> Dated:
    if time.earliest is None and time.relative is None:
        return Dated(time=index, basis="زمن غير محدد في الجملة نفسها")
    basis = "زمن مذكور في الجملة نفسها"
    return Dated(Certainty.STATED, time.earliest, time.latest, common_date(time), time.relative, index, basis)


def _place(sentence: Sentence, time: TimeExpression) -> tuple[int, int]:
    """The token at which a time stands, and the clause."""
    token = next((i for i, t in enumerate(sentence.tokens) if t.end > time.span.start), len(sentence.tokens) - 1)
    return token, sentence.clause_at(token)


def _in_clause(sentence: Sentence, candidates: Sequence[Candidate], time: TimeExpression) -> Candidate | None:
    """The nearest candidate before a time in its clause, else the first behind it there."""
    token, at = _place(sentence, time)
    group = sentence.clauses[at].group
    own = [c for c in candidates if sentence.clauses[c.clause].group == group]
    before = [c for c in own if c.token < token and c.clause == at] or [c for c in own if c.token < token]
    if before:
        return before[-1]
    return next((c for c in own if c.token > token), None)


def _in_sentence(sentence: Sentence, candidates: Sequence[Candidate], time: TimeExpression) -> Candidate | None:
    """For a time in a clause without candidates: what a sentence opens with is said of its first event, any
    other time of the event just before it."""
    token, at = _place(sentence, time)
    group = sentence.clauses[at].group
    if any(sentence.clauses[c.clause].group == group for c in candidates) or _belongs_to_report(sentence, at):
        return None
    earlier = [c for c in candidates if c.token < token]
    if earlier:
        return earlier[-1] if earlier[-1].clause == at - 1 else None
    later = (c for c in candidates if not sentence.clauses[c.clause].relative)
    return next(later, None) if token <= _OPENING else None


def _belongs_to_report(sentence: Sentence, at: int) -> bool:
    """A time between a verb of telling and its «أن» says when it was told."""
    clauses = sentence.clauses
    if clauses[at].reporting:
        return True
    return at > 0 and clauses[at - 1].reporting and at + 1 < len(clauses) and clauses[at + 1].content


def _reckon(sentence: Sentence, candidates: Sequence[Candidate], index: int, time: TimeExpression) -> None:
    """«بعد يوم من زيارة …، ذهب … السبت»: the visit was on the day before the Saturday."""
    steps = _DAYS.fullmatch(time.value)
    token = next((i for i, t in enumerate(sentence.tokens) if t.start >= time.span.start), None)
    if steps is None or token is None or token == 0 or sentence.tokens[token - 1].key not in _OFFSET_BEFORE:
        return
    behind = [c for c in candidates if c.token > token]
    follows = next((i for i, t in enumerate(sentence.tokens) if t.start >= time.span.end), len(sentence.tokens))
    if len(behind) < 2 or follows >= len(sentence.tokens) or sentence.tokens[follows].key not in _FROM:
        return
    anchor = next((c.dated for c in behind[1:] if c.dated.is_day), None)
    if anchor is None or behind[0].dated.certainty is not Certainty.UNDATED:
        return
    days = int(steps[1]) * (7 if steps[2] == "W" else 1)
    days = -days if sentence.tokens[token - 1].key in _AFTER else days
    day = _shifted(anchor.earliest, days) if anchor.earliest else None
    relative = None if anchor.relative is None else anchor.relative + days
    basis = "محسوب من حدث آخر في الجملة"
    behind[0].dated = Dated(Certainty.INFERRED, day, day, day, relative, index, basis, offset=True)


def _shifted(day: str, days: int) -> str | None:
    """The day so many days on; None outside the years that the calendar module knows."""
    import datetime

    try:
        return (datetime.date.fromisoformat(day) + datetime.timedelta(days=days)).isoformat()
    except (ValueError, OverflowError):
        return None


def _carry(sentence: Sentence, candidates: Sequence[Candidate], told: Sequence[Candidate]) -> None:
    """A verb joined to a dated one happened then too, and so did what «كما», «ثم» … go on with."""
    dated = next((c.dated for c in candidates if c.dated.certainty is Certainty.STATED), None)
    goes_on = bool(sentence.tokens) and sentence.tokens[0].key in _CARRY
    if dated is None and goes_on:
        dated = next((c.dated for c in reversed(told) if c.dated.certainty is not Certainty.UNDATED), None)
        if dated is not None:
            _inherit(sentence, candidates, dated, "من تاريخ الحدث السابق في الفقرة")
    elif dated is not None:
        first = next(c.token for c in candidates if c.dated is dated)
        joined = [c for c in candidates if c.token > first and c.letters and c.finite]
        _inherit(sentence, joined, dated, "معطوف على حدث مؤرخ في الجملة")


def _inherit(sentence: Sentence, candidates: Sequence[Candidate], dated: Dated, basis: str) -> None:
    if not dated.is_day:
        return
    for candidate in candidates:
        plain = not candidate.planned and not sentence.clauses[candidate.clause].relative
        if candidate.dated.certainty is Certainty.UNDATED and candidate.dated.time is None and plain:
            candidate.dated = replace(dated, certainty=Certainty.INFERRED, basis=basis, offset=False)
