"""Events so many days before or after another («بعد يوم من …»)."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from reader.analysis.model import Certainty, EventBasis, TimeType
from reader.analysis.words.keys import keys

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.analysis.events.dated import Dated
    from reader.analysis.events.sentence import Candidate, Sentence

OFFSET_BEFORE = keys("بعد وبعد عقب وعقب قبل وقبل")
AFTER = keys("بعد وبعد عقب وعقب")
_FROM = keys("من على")
_STEP: Final = re.compile(r"P(\d+)([DW])|PT.*")
_UNIT: Final = {"D": 1, "W": 7}
_REACH: Final = 3
"""Tokens behind «من» within which the other event stands."""


class _Offset(NamedTuple):
    """`main` happened `days` after `other`, says the time with this index in the document."""

    time: int
    days: int
    main: Candidate
    other: Candidate


def reckon_other(sentence: Sentence) -> None:
    """«بعد يوم من X، كان Y السبت»: X was on the day before the Saturday."""
    for offset in _offsets(sentence):
        if offset.main.dated.is_day and not offset.other.dated.is_known:
            offset.other.dated = _moved(offset.main.dated, -offset.days, offset.time)


def reckon_main(sentence: Sentence) -> None:
    """«… بعد يومين من X»: where the day of X is known, what happened so many days after it."""
    for offset in _offsets(sentence):
        if not offset.main.dated.is_known:
            earlier = [*sentence.told, *(one for one in sentence.candidates if one.token < offset.main.token)]
            known = offset.other.dated if offset.other.dated.is_stated else _known(offset.other, earlier)
            if known is not None:
                offset.main.dated = _moved(known, offset.days, offset.time)


def _offsets(sentence: Sentence) -> Iterator[_Offset]:
    for index, time in sentence.times:
        steps = _STEP.fullmatch(time.value) if time.type is TimeType.DURATION else None
        if steps is None:
            continue
        token, behind = sentence.token_at(time.span.start), sentence.token_at(time.span.end)
        if sentence.key(token - 1) not in OFFSET_BEFORE or sentence.key(behind) not in _FROM:
            continue
        other = next((one for one in sentence.candidates if one.token > behind), None)
        main = _main(sentence, token, other) if other is not None and other.token <= behind + _REACH else None
        if main is not None and other is not None:
            days = int(steps[1]) * _UNIT[steps[2]] if steps[1] else 0
            yield _Offset(index, days if sentence.key(token - 1) in AFTER else -days, main, other)


def _main(sentence: Sentence, token: int, other: Candidate) -> Candidate | None:
    """The verb of the clause, else the last that is dated before the offset, else the first behind the other."""
    mains = [one for one in sentence.candidates if one is not other and one.finite and not one.clause.relative]
    before = [one for one in mains if one.token < token]
    group = sentence.clause_at(token).group
    near = [one for one in before if one.clause.group == group] or [one for one in before if one.dated.is_stated]
    return near[-1] if near else next((one for one in mains if one.token > other.token), None)


def _known(noun: Candidate, told: Sequence[Candidate]) -> Dated | None:
    """The date of the event told before that a noun takes up: the last of its kind, else the last of all."""
    dated = [one for one in told if one.dated.is_known]
    said = [one for one in dated if one.sense.lemma == noun.sense.lemma]
    same = [one for one in dated if one.sense.kind == noun.sense.kind and noun.sense.kind != "occurrence"]
    return (said or same or dated)[-1].dated if dated else None


def _moved(dated: Dated, days: int, time: int) -> Dated:
    """So many days from a day; from a longer stretch the stretch itself, which is all that is known."""
    moved = replace(dated, certainty=Certainty.INFERRED, time=time, basis=EventBasis.RECKONED, offset=True)
    if not dated.is_day:
        return moved
    day = _shifted(dated.earliest, days) if dated.earliest else None
    relative = None if dated.relative is None else dated.relative + days
    return replace(moved, earliest=day, latest=day, date=day, relative=relative)


def _shifted(day: str, days: int) -> str | None:
    """The day so many days on; None outside the years that the calendar module knows."""
    try:
        return (datetime.date.fromisoformat(day) + datetime.timedelta(days=days)).isoformat()
    except (ValueError, OverflowError):
        return None
