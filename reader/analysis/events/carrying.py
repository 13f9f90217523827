"""What is known of an event without a time of its own from those around it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.analysis.events.dating import AFTER, OFFSET_BEFORE, Dated, day_number, is_stated, place_of
from reader.analysis.model import Certainty, EventBasis, TimeExpression, TimeType
from reader.analysis.words.keys import keys
from reader.analysis.words.verbs import HELD, Form, is_state

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.analysis.events.candidates import Candidate
    from reader.analysis.events.clauses import Sentence

_CARRY = keys("كما وكما ثم وخلال خلال حيث وحيث بعدها وبعدها وهناك وفيها")
_AT = keys("في خلال أثناء إثر جراء بسبب")
_THEN = _CARRY | keys("فيما وفيما بينما وبينما")
_AN, _AFTER_THAT = "ان", keys("بعدما وبعدما")
_WHERE = keys("حيث وحيث كما وكما")
_EARLIER = keys("كان كانت كانوا وكان وكانت قد وقد سبق وسبق")
"""Words that set a happening before what was told last."""
_LEAVE = "غادر"
_RECENT = 7
"""Days before the document date within which another paragraph goes on with a day."""
_YEAR = 367
"""Days: what lasted longer says little of the next sentence."""
_ENDS = frozenset({"birth", "death"})
"""Kinds whose year says nothing of what a life goes on with."""


def carry(candidates: Sequence[Candidate], times: Sequence[TimeExpression], told: Sequence[Candidate]) -> None:
    """Gives candidates of one sentence that have no date of their own that of their neighbours.

    A verb joined to a dated one happened then too, and so did what «كما», «ثم» … go on with.
    """
    sentence = candidates[0].sentence
    lasting = [time for time in times if time.type is TimeType.DURATION]
    goes_on = bool(sentence.tokens) and sentence.tokens[0].key in _CARRY
    last = next((c.dated for c in reversed(told) if c.dated.certainty is not Certainty.UNDATED), None)
    if goes_on and last is not None and last.is_day and not any(_is_main(c) for c in candidates):
        for candidate in candidates:
            _inherit(sentence, candidate, last, EventBasis.PREVIOUS_EVENT)
        return
    _share_occasion(sentence, candidates)
    _hours_later(sentence, candidates, told, lasting)
    before: Candidate | None = None
    for candidate in candidates:
        if candidate.finite and _is_main(candidate):
            before = candidate
        elif before is not None and _lasts_between(sentence, before, candidate, lasting):
            before = None
        elif before is None and _opens_dated(candidates[0]) and candidate.finite:
            _inherit(sentence, candidate, candidates[0].dated, EventBasis.WITH_DATED)
        elif before is not None and (candidate.joined or _behind_then(sentence, candidate)):
            if before.planned and candidate.sense.form is Form.IMPERFECT:
                candidate.planned = True  # «سيتوجه الثلاثاء إلى …، حيث يلتقي …»
            if before.sense.kind not in _ENDS and before.planned == candidate.planned:
                _inherit(sentence, candidate, before.dated, EventBasis.JOINED_TO_DATED)


def _is_main(candidate: Candidate) -> bool:
    return is_stated(candidate) and not candidate.sentence.clauses[candidate.clause].relative


def _lasts_between(sentence: Sentence, one: Candidate, other: Candidate, lasting: Sequence[TimeExpression]) -> bool:
    """«اندلعت عام … ودامت ثلاثة أعوام وانتهت …»: a stretch of time lies between the two."""
    start, end = sentence.tokens[one.token].start, sentence.tokens[other.token].start
    if not any(start < time.span.start < end for time in lasting):
        return False
    between = sentence.tokens[one.token + 1 : other.token]
    return any(token.key[0] in "وف" and is_state(token.key) for token in between)


def _hours_later(
    sentence: Sentence, candidates: Sequence[Candidate], told: Sequence[Candidate], lasting: Sequence[TimeExpression]
) -> None:
    """«وبعد ساعات خرج …»: still on the day of what was told before."""
    for time in lasting:
        token, clause = place_of(sentence, time)
        if not time.value.startswith("PT") or not token or sentence.tokens[token - 1].key not in AFTER:
            continue
        later = next((c for c in candidates if c.token > token and c.clause == clause and c.finite), None)
        if later is None or later.token > token + 3:
            continue
        earlier = [c for c in (*told, *candidates) if c.start < later.start and c.dated.is_day]
        if earlier:
            _inherit(sentence, later, earlier[-1].dated, EventBasis.HOURS_LATER)


def _share_occasion(sentence: Sentence, candidates: Sequence[Candidate]) -> None:
    """«التقى … على هامش مؤتمر عقد في مايو»: what happened at an occasion happened when that was held."""
    for main, noun, held in zip(candidates, candidates[1:], candidates[2:], strict=False):
        if not main.finite or noun.finite or not is_stated(held):
            continue
        before = {token.key for token in sentence.tokens[max(0, noun.token - 2) : noun.token]}
        if held.sense.lemma not in HELD and not before & _AT:
            continue
        if held.token - noun.token <= 2 and main.clause == noun.clause and not before & OFFSET_BEFORE:
            _inherit(sentence, main, held.dated, EventBasis.OCCASION)


def _behind_then(sentence: Sentence, candidate: Candidate) -> bool:
    """«ثم زار», «وفيها كتب»; «حيث» goes on with a happening, but not with what only may be one."""
    before = sentence.tokens[candidate.token - 1].key if candidate.token else ""
    if before in (_AN, *_AFTER_THAT):
        after = before in _AFTER_THAT or sentence.tokens[candidate.token - 2].key in AFTER
        return after and not candidate.sense.weak
    return before in _THEN and not (candidate.sense.weak and before in _WHERE)


def _opens_dated(first: Candidate) -> bool:
    """«وبعد وفاة أبيه سنة 1002 ترك …»: the verb goes with the noun."""
    return first.during and first.token <= 2 and is_stated(first)


def _inherit(sentence: Sentence, candidate: Candidate, dated: Dated, basis: EventBasis) -> None:
    plain = candidate.finite and not sentence.clauses[candidate.clause].relative
    if candidate.dated.certainty is Certainty.UNDATED and candidate.dated.time is None and plain:
        candidate.dated = replace(dated, certainty=Certainty.INFERRED, basis=basis, offset=False)


def go_on(
    candidate: Candidate, candidates: Sequence[Candidate], paragraph: Sequence[Candidate], told: Sequence[Candidate]
) -> None:
    """A sentence that opens with a happening without a time goes on with the date of the one before it in its
    paragraph, news with the last day of these days; leaving ends the visit told last, wherever that was."""
    if candidate.sense.form is not Form.PERFECT or candidate.sense.weak or candidate.dated.time is not None:
        return
    last = next((c for c in reversed(told) if _may_go_on(c)), None)
    if last is None or last.sense.kind in _ENDS or not _is_short(last.dated):
        return
    leaves = candidate.sense.lemma == _LEAVE and bool(set(candidate.who) & set(last.who))
    near = _is_recent(last.dated) or any(last is one for one in paragraph)
    if leaves or (near and _opens_sentence(candidate, candidates)):
        _inherit(candidate.sentence, candidate, last.dated, EventBasis.PREVIOUS_EVENT)


def _opens_sentence(candidate: Candidate, candidates: Sequence[Candidate]) -> bool:
    """Whether it is the first that its sentence tells, or joined to that, and neither says when."""
    if candidate.leads and (candidate.clause == 0 or candidate.joined):
        return True
    clause = candidate.sentence.clauses[candidate.clause]
    first = next(one for one in candidates if one.finite)
    if first is not candidate or clause.relative or clause.content or any(is_stated(one) for one in candidates):
        return False
    before = {token.key for token in candidate.sentence.tokens[clause.start : candidate.token]}
    return not before & _EARLIER


def _may_go_on(candidate: Candidate) -> bool:
    relative = candidate.sentence.clauses[candidate.clause].relative
    return candidate.dated.certainty is not Certainty.UNDATED and not candidate.planned and not relative


def _is_recent(dated: Dated) -> bool:
    return dated.is_day and dated.relative is not None and -_RECENT <= dated.relative <= 0


def _is_short(dated: Dated) -> bool:
    """Whether a day, a month or a year is meant, not a longer stretch."""
    if dated.earliest is None or dated.latest is None:
        return dated.relative is not None
    return day_number(dated.latest) - day_number(dated.earliest) < _YEAR
