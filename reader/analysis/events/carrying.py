"""What is known of an event without a time of its own from those around it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.analysis.events.dated import Dated, day_number
from reader.analysis.events.reckoning import AFTER, OFFSET_BEFORE
from reader.analysis.model import Certainty, EventBasis, TimeType
from reader.analysis.words.clitics import CONJUNCTIONS
from reader.analysis.words.keys import keys
from reader.analysis.words.verbs import Flag, Form

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reader.analysis.events.sentence import Candidate, Sentence

_CARRY = keys("كما وكما ثم وخلال خلال حيث وحيث بعدها وبعدها وهناك وفيها")
_AT = keys("في خلال أثناء إثر جراء بسبب")
_THEN = _CARRY | keys("فيما وفيما بينما وبينما")
_AN, _AFTER_THAT = "ان", keys("بعدما وبعدما")
_WHERE = keys("حيث وحيث كما وكما")
_WAS, _EARLIER = "كان", keys("قد وقد سبق وسبق")
"""Words that set a happening before what was told last."""
_LEAVE = "غادر"
_RECENT = 7
"""Days before the document date within which another paragraph goes on with a day."""
_YEAR = 367
"""Days: what lasted longer says little of the next sentence."""
_ENDS = frozenset({"birth", "death"})
"""Kinds whose year says nothing of what a life goes on with."""


def _inherit(candidate: Candidate, dated: Dated, basis: EventBasis) -> None:
    """A verb without a time of its own gets this date, unless it only says which one is meant."""
    plain = candidate.finite and not candidate.clause.relative
    if plain and not candidate.dated.is_known and candidate.dated.time is None:
        candidate.dated = replace(dated, certainty=Certainty.INFERRED, basis=basis, offset=False)


def _is_main(candidate: Candidate) -> bool:
    return candidate.dated.is_stated and not candidate.clause.relative


def sentence_goes_on(sentence: Sentence) -> None:
    """A sentence without a date that opens with «كما», «ثم» … goes on with the last day told."""
    last = next((one.dated for one in reversed(sentence.told) if one.dated.is_known), None)
    if last is None or not last.is_day or sentence.key(0) not in _CARRY or any(map(_is_main, sentence.candidates)):
        return
    for candidate in sentence.candidates:
        _inherit(candidate, last, EventBasis.PREVIOUS_EVENT)


def share_occasion(sentence: Sentence) -> None:
    """«التقى … على هامش مؤتمر عقد في مايو»: what happened at an occasion happened when that was held."""
    for main, noun, held in zip(sentence.candidates, sentence.candidates[1:], sentence.candidates[2:], strict=False):
        before = set(sentence.keys(noun.token - 2, noun.token))
        at = Flag.HELD in held.sense.flags or not before.isdisjoint(_AT)
        near = held.token - noun.token <= 2 and main.clause is noun.clause and before.isdisjoint(OFFSET_BEFORE)
        if main.finite and not noun.finite and held.dated.is_stated and at and near:
            _inherit(main, held.dated, EventBasis.OCCASION)


def hours_later(sentence: Sentence) -> None:
    """«وبعد ساعات خرج …»: still on the day of what was told before."""
    for _, time in sentence.times:
        token = sentence.token_at(time.span.start)
        if not time.value.startswith("PT") or sentence.key(token - 1) not in AFTER:
            continue
        clause, near = sentence.clause_at(token), range(token + 1, token + 4)
        later = next((one for one in sentence.candidates if one.token in near and one.finite), None)
        if later is None or later.clause is not clause:
            continue
        told = [*sentence.told, *(one for one in sentence.candidates if one.token < later.token)]
        if days := [one.dated for one in told if one.dated.is_day]:
            _inherit(later, days[-1], EventBasis.HOURS_LATER)


def go_with_opening(sentence: Sentence) -> None:
    """«وبعد وفاة أبيه سنة 1002 ترك …»: the verb goes with the noun."""
    first = next(iter(sentence.candidates), None)
    if first is None or not (first.during and first.token <= 2 and first.dated.is_stated):
        return
    for candidate in sentence.candidates:
        if candidate.finite and _is_main(candidate):
            return
        _inherit(candidate, first.dated, EventBasis.WITH_DATED)


def plan_with(sentence: Sentence) -> None:
    """«سيتوجه الثلاثاء إلى …، حيث يلتقي …»: what goes on with a plan is one."""
    for before, candidate in _behind_dated(sentence):
        if before.planned and candidate.sense.form is Form.IMPERFECT and (candidate.joined or _is_behind(candidate)):
            candidate.planned = True


def _is_behind(candidate: Candidate) -> bool:
    return is_behind_then(candidate) or is_behind_after_that(candidate)


def carrying(goes_on: Callable[[Candidate], bool]) -> Callable[[Sentence], None]:
    """Gives the date of the verb before to those that go on with it."""

    def carry(sentence: Sentence) -> None:
        for before, candidate in _behind_dated(sentence):
            if before.sense.kind not in _ENDS and before.planned == candidate.planned and goes_on(candidate):
                _inherit(candidate, before.dated, EventBasis.JOINED_TO_DATED)

    return carry


def is_behind_then(candidate: Candidate) -> bool:
    """«ثم زار», «وفيها كتب»; «حيث» goes on with a happening, but not with what only may be one."""
    before = candidate.sentence.key(candidate.token - 1)
    return before in _THEN and not (candidate.sense.weak and before in _WHERE)


def is_behind_after_that(candidate: Candidate) -> bool:
    """«بعدما خسر», «بعد أن خسر»."""
    key, token = candidate.sentence.key, candidate.token
    after = key(token - 1) in _AFTER_THAT or (key(token - 1) == _AN and key(token - 2) in AFTER)
    return after and not candidate.sense.weak


def _behind_dated(sentence: Sentence) -> Iterator[tuple[Candidate, Candidate]]:
    """Each candidate without a date of its own, and the verb with one before it."""
    before: Candidate | None = None
    for candidate in sentence.candidates:
        if candidate.finite and _is_main(candidate):
            before = candidate
        elif before is not None and _lasts_between(before, candidate):
            before = None
        elif before is not None:
            yield before, candidate


def _lasts_between(one: Candidate, other: Candidate) -> bool:
    """«اندلعت عام … ودامت ثلاثة أعوام وانتهت …»: a stretch of time lies between the two."""
    times = [time for _, time in one.sentence.times if time.type is TimeType.DURATION]
    if not any(one.start < time.span.start < other.start for time in times):
        return False
    return any(_joins_state(one.sentence, token) for token in range(one.token + 1, other.token))


def _joins_state(sentence: Sentence, token: int) -> bool:
    verb = sentence.verb(token)
    return sentence.key(token)[0] in CONJUNCTIONS and verb is not None and verb.is_state


def end_visit(candidate: Candidate) -> None:
    """Leaving ends the visit told last, wherever that was."""
    last = _last_told(candidate)
    if last is not None and candidate.sense.lemma == _LEAVE and not set(candidate.who).isdisjoint(last.who):
        _inherit(candidate, last.dated, EventBasis.PREVIOUS_EVENT)


def go_on_in_paragraph(candidate: Candidate) -> None:
    """A sentence that opens with a happening without a time goes on with the date of the one before it in its
    paragraph."""
    last = _last_told(candidate)
    if last is not None and last in candidate.sentence.paragraph.told and _opens_sentence(candidate):
        _inherit(candidate, last.dated, EventBasis.PREVIOUS_EVENT)


def go_on_in_news(candidate: Candidate) -> None:
    """In news it goes on with the last day of these days, though of another paragraph."""
    last = _last_told(candidate)
    if last is not None and _is_recent(last.dated) and _opens_sentence(candidate):
        _inherit(candidate, last.dated, EventBasis.PREVIOUS_EVENT)


def _last_told(candidate: Candidate) -> Candidate | None:
    """What was told last with a short date, if the candidate is one that may go on with it."""
    if candidate.sense.form is not Form.PERFECT or candidate.sense.weak or candidate.dated.time is not None:
        return None
    last = next((one for one in reversed(candidate.sentence.told) if _may_go_on(one)), None)
    return last if last is not None and last.sense.kind not in _ENDS and _is_short(last.dated) else None


def _opens_sentence(candidate: Candidate) -> bool:
    """Whether it is the first that its sentence tells, or joined to that, and neither says when."""
    if candidate.leads and (candidate.clause.number == 0 or candidate.joined):
        return True
    candidates = candidate.sentence.candidates
    first = next(one for one in candidates if one.finite)
    if first is not candidate or not candidate.clause.is_main or any(one.dated.is_stated for one in candidates):
        return False
    was = any(verb.lemma == _WAS for verb in candidate.verbs_before())
    return not was and _EARLIER.isdisjoint(candidate.before)


def _may_go_on(candidate: Candidate) -> bool:
    return candidate.dated.is_known and not candidate.planned and not candidate.clause.relative


def _is_recent(dated: Dated) -> bool:
    return dated.is_day and dated.relative is not None and -_RECENT <= dated.relative <= 0


def _is_short(dated: Dated) -> bool:
    """Whether a day, a month or a year is meant, not a longer stretch."""
    if dated.earliest is None or dated.latest is None:
        return dated.relative is not None
    return day_number(dated.latest) - day_number(dated.earliest) < _YEAR
