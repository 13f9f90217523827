"""Which time belongs to which event of a sentence."""

from __future__ import annotations

from bisect import bisect
from dataclasses import replace
from heapq import nsmallest
from itertools import pairwise
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from reader.analysis.events.dated import Dated, common_date, day_number, is_ahead, stated
from reader.analysis.events.hearing import is_clearly_heard, score
from reader.analysis.events.sentence import STATE
from reader.analysis.events.weighing import MANY, distance_class, probable
from reader.analysis.model import EventBasis, TimeType
from reader.analysis.words.keys import key, keys
from reader.analysis.words.verbs import BIRTH, Form
from reader.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from reader.analysis.events.sentence import Candidate, Sentence
    from reader.analysis.model import TimeExpression

_UNTIL = keys("إلى حتى و - – — /")
_BETWEEN = keys("بين وبين")
_TWO_DAYS = frozenset({"يومي", "يومَي"})
_DAYS: Final = keys("أيام الأيام")
_HEAD = 40
"""Characters before the date of a dateline."""
TABLE: Final = "when"
NEAREST: Final = 12
"""Happenings of a sentence that a time may date: what bounds the work in one that holds a table."""
LIKELY, ALSO = 0.1, 0.4
"""How probable it has to be that a time dates the happening that it dates most probably, and any other; on the
development part nothing between 0.05 and 0.2, and 0.3 and 0.5, makes a difference."""
_BEFORE: Final = keys("في منذ حتى بعد قبل خلال من إلى عام سنة يوم عن بين على منتصف أواخر بحلول لعام لسنة")
"""Words before a time that say something of what it dates."""
_WHEN: Final = keys("حين حينما عندما لما")
_SOON: Final = 3
"""Words behind such a one within which it says what was then."""
_LATER: Final = keys("لاحقا بعدها بعدئذ")
_LATER_THAN: Final = frozenset({("بعد", "ذلك"), ("فيما", "بعد"), ("وقت", "لاحق")})
_LOUDNESS: Final = (0.05, 0.3, 0.65, 0.9)
"""Bounds of the classes of how probable a happening is heard."""
_LISTED: Final = 3
"""The class of what a list has, where nothing is heard."""
_EXACTNESS: Final = {10: "day", 7: "month", 4: "year"}
"""By the length of an ISO date."""


def only_dates(sentence: Sentence) -> None:
    """How long something lasted and how often it was says not when."""
    sentence.dates = [(index, time) for index, time in sentence.dates if time.type in (TimeType.DATE, TimeType.TIME)]


def without_dateline(sentence: Sentence) -> None:
    """«بيروت، 3 أيار 2020 – …»: the date of the telling."""
    if sentence.dates and _is_dateline(sentence, sentence.dates[0][1]):
        del sentence.dates[0]


def without_times_of_telling(sentence: Sentence) -> None:
    """Between a verb of telling and its «أن», where nothing else is told, a time says when it was told."""
    sentence.dates = [one for one in sentence.dates if not _is_of_telling(sentence, one[1])]


def _is_of_telling(sentence: Sentence, time: TimeExpression) -> bool:
    clause = sentence.clause_at(sentence.token_at(time.span.start))
    told_before = any(one.telling for one in sentence.clauses[: clause.number][-1:])
    content_behind = any(one.content for one in sentence.clauses[clause.number + 1 :][:1])
    here = any(one.clause is clause for one in sentence.candidates)
    return not here and content_behind and (told_before or clause.telling)


def _is_dateline(sentence: Sentence, time: TimeExpression) -> bool:
    behind = sentence.text[time.span.end : time.span.end + 3].lstrip()[:1]
    return time.relative == 0 and behind in ("-", "–", "—", ":")


def join_ranges(sentence: Sentence) -> None:
    """The two ends of a range («من … إلى …», «149-146») as one; but for «من 1950 إلى 1960 حين انتقل»."""
    joined: list[tuple[int, TimeExpression]] = []
    for index, time in sentence.dates:
        if joined and _is_range(sentence, joined[-1][1], time) and _when(sentence, time) is None:
            joined[-1] = joined[-1][0], _range(joined[-1][1], time)
        else:
            joined.append((index, time))
    sentence.dates = joined


def _range(first: TimeExpression, last: TimeExpression) -> TimeExpression:
    relative = first.relative if first.relative == last.relative else None
    span = Span(first.span.start, last.span.end)
    return replace(first, span=span, latest=last.latest, value=f"{first.value}/{last.value}", relative=relative)


def _is_range(sentence: Sentence, time: TimeExpression, after: TimeExpression) -> bool:
    """Whether two dates, with nothing but a word or a dash between them, are the ends of one stretch."""
    between = sentence.text[time.span.end : after.span.start].split()
    if time.earliest is None or time.latest is None or after.earliest is None or after.latest is None:
        return False
    if len(between) != 1 or key(between[0]) not in _UNTIL:
        return False
    before = sentence.text[max(0, time.span.start - _HEAD) : time.span.start].split()
    opens = not _BETWEEN.isdisjoint(key(word.strip("(")) for word in before[-2:])
    pair = opens or not _TWO_DAYS.isdisjoint((*before[-1:], *time.span.of(sentence.text).split()[:1]))
    if between[0] == "و" and not pair:
        days = not _DAYS.isdisjoint(key(word) for word in before[-1:]) or "/" in time.value
        follows = days and day_number(after.earliest) - day_number(time.latest) == 1
        return follows and after.earliest == after.latest  # «أيام 20 و21 و22 سبتمبر»
    return day_number(time.earliest) < day_number(after.latest)


def by_weight(sentence: Sentence) -> None:
    """Gives each time to the happening that it most probably dates, one to each, then to those without one that it
    may date as well. What is denied or supposed keeps its times from all others."""
    times = dict(sentence.dates)
    void = {index for index, time in times.items() if _is_of_void(sentence, time)}
    pairs = [
        (probability, one, index, time)
        for index, time in sentence.dates
        for one in in_reach(sentence, time)
        if (probability := _probability(one, time, of_void=index in void)) is not None
    ]
    pairs.sort(key=itemgetter(0), reverse=True)
    given: set[int] = set()
    for probability, candidate, index, time in pairs:
        if probability >= LIKELY and index not in given and candidate.dated.time is None:
            _give(candidate, index, time)
            given.add(index)
    for probability, candidate, index, time in pairs:
        if probability >= LIKELY and index not in given and _says_more(time, candidate.dated):
            _give(candidate, index, time)
            given.add(index)
    births = {one.dated.time for one in sentence.candidates if _is_born(one, times)}
    for probability, candidate, index, time in pairs:
        if probability >= ALSO and candidate.dated.time is None and index not in births:
            _give(candidate, index, time)


def _is_born(candidate: Candidate, times: Mapping[int, TimeExpression]) -> bool:
    """Whether its time is that of a birth alone; «سافر عام 1990 حين ولد ابنه» is not."""
    time = times.get(candidate.dated.time) if candidate.dated.time is not None else None
    return candidate.sense.kind == BIRTH and time is not None and not _is_what_was_then(candidate, time)


def _probability(candidate: Candidate, time: TimeExpression, *, of_void: bool) -> float | None:
    """That a time dates a happening; None where it cannot."""
    if candidate.is_entry_of(time) or _is_what_was_then(candidate, time):
        return 1.0
    if of_void or _is_at_another(candidate, time):
        return None
    return probable(TABLE, features(candidate, time))[0]


def _is_at_another(candidate: Candidate, time: TimeExpression) -> bool:
    """Whether a time is one from which the text counts on or back to the happening."""
    at = candidate.sentence.token_at(time.span.start)
    return (candidate.later and at < candidate.clause.start) or (candidate.stretch is not None and at < candidate.token)


def is_later(candidate: Candidate) -> bool:
    """«اعتقل في مارس 1970 وأفرج عنه لاحقا», «واستعادها الجيش بعد ذلك»."""
    said = candidate.sentence.keys(candidate.clause.start, candidate.clause.end)
    return not _LATER.isdisjoint(said) or not _LATER_THAN.isdisjoint(pairwise(said))


def find_stretch(candidate: Candidate) -> None:
    """«في 10 آب بعد ستة أيام من انفجار المرفأ»: how long before or after the time that stands before it."""
    sentence, ends = candidate.sentence, candidate.token - 2
    if ends < 0 or sentence.key(candidate.token - 1) != "من":
        return
    for _, time in sentence.times:
        if time.type is TimeType.DURATION and time.span.end == sentence.tokens[ends].end:
            candidate.stretch = None if time.value.startswith("PT") else time


def _is_what_was_then(candidate: Candidate, time: TimeExpression) -> bool:
    """«بقي في حلب حتى عام 1954، حين انتقل إلى بيروت»: the first that is told behind the «حين» of a time, if no other
    time stands in its clause."""
    sentence, when = candidate.sentence, _when(candidate.sentence, time)
    if when is None or not when < candidate.token <= when + _SOON:
        return False
    others = (sentence.token_at(other.span.start) for _, other in sentence.dates)
    own = any(candidate.token < at < candidate.clause.end for at in others)
    return not own and not any(when < one.token < candidate.token for one in sentence.candidates)


def _when(sentence: Sentence, time: TimeExpression) -> int | None:
    """The token of the «حين» right behind a time, with a comma or not."""
    at = sentence.token_at(time.span.end - 1) + 1
    at += sentence.key(at) == "،"
    return at if sentence.key(at) in _WHEN else None


def _says_more(time: TimeExpression, dated: Dated) -> bool:
    """Whether a time lies within the date that a happening has: «كأس العالم 2022 في 20 نوفمبر 2022»."""
    if time.earliest is None or time.latest is None or dated.earliest is None or dated.latest is None:
        return False
    if (time.earliest, time.latest) == (dated.earliest, dated.latest):
        return False
    begins = day_number(dated.earliest) <= day_number(time.earliest)
    return begins and day_number(time.latest) <= day_number(dated.latest)


def _is_of_void(sentence: Sentence, time: TimeExpression) -> bool:
    """«لم يزر سمير المدينة عام 1990 وتوفي كريم»: a time of the clause of what is denied, behind it."""
    token = sentence.token_at(time.span.start)
    clause = sentence.clause_at(token)
    before = [one for one in sentence.candidates if one.clause is clause and one.token < token]
    return bool(before) and before[-1].void


def in_reach(sentence: Sentence, time: TimeExpression) -> Sequence[Candidate]:
    """Those of its sentence that stand nearest to a time."""
    token = sentence.token_at(time.span.start)
    return nsmallest(NEAREST, sentence.candidates, key=lambda one: abs(one.token - token))


def _give(candidate: Candidate, index: int, time: TimeExpression) -> None:
    """What has happened was not then if that is still to come: «أجّل الحفل إلى الأسبوع المقبل»; unless it is a noun
    («25 يوليو: عرض مسرحية»)."""
    ahead = candidate.sense.form is Form.PERFECT and is_ahead(time, candidate.sentence.today)
    if ahead and candidate.noun is not None:
        candidate.sense, ahead = candidate.noun, False
    candidate.dated = Dated(time=index, basis=EventBasis.VAGUE_TIME) if ahead else stated(index, time)


def features(candidate: Candidate, time: TimeExpression) -> Iterator[str]:
    """What is to be weighed of a happening and a time of its sentence, each as a word."""
    sentence = candidate.sentence
    first, last = sentence.token_at(time.span.start), sentence.token_at(time.span.end - 1)
    behind, clause = first > candidate.token, sentence.clause_at(first)
    zone = f"{'own' if clause is candidate.clause else 'other'} {'behind' if behind else 'before'}"
    yield "bias"
    yield zone
    yield from _of_distance(candidate, first, first - candidate.token if behind else candidate.token - last, zone)
    yield from _of_what_is_between(candidate, time, first, zone)
    yield from _of_hearing(candidate, zone)
    yield from _of_rivals(candidate, time, first, zone)
    yield from _of_kind(candidate, zone)
    said = _exactness(time)
    before = sentence.key(first - 1)
    yield f"{zone} before={before if before in _BEFORE else '-'}"
    yield f"{zone} {said}"
    yield f"{said} {candidate.sense.form.value}"
    yield f"{zone} clauses={min(abs(clause.number - candidate.clause.number), MANY)}"
    yield f"{zone} relative={candidate.clause.relative} {clause.relative}"
    yield f"{zone} content={candidate.clause.content} {clause.content}"
    yield f"{zone} telling={clause.telling}"
    yield f"{zone} planned={candidate.planned} ahead={(time.relative or 0) > 0}"
    yield f"{zone} opens={first <= 1}"
    others = [one for one in sentence.candidates if one.clause is clause and one is not candidate]
    yield f"{zone} others there={min(len(others), MANY)}"
    yield f"{zone} heard there={min(sum(map(is_clearly_heard, others)), MANY)} {clause.relative}"
    yield f"{zone} before a verb={sentence.verb(last + 1) is not None}"


def _of_distance(candidate: Candidate, first: int, distance: int, zone: str) -> Iterator[str]:
    form = candidate.sense.form.value
    nearer = sum(abs(one.token - first) < abs(candidate.token - first) for one in candidate.sentence.candidates)
    heard = _loudness(candidate)
    yield f"{zone} {form}"
    yield f"{zone} far={distance_class(distance)}"
    yield f"{zone} {form} far={distance_class(distance)}"
    yield f"nearer={min(nearer, MANY)}"
    yield f"{zone} nearer={min(nearer, MANY)}"
    yield f"nearer={min(nearer, MANY)} heard={heard}"


def _of_what_is_between(candidate: Candidate, time: TimeExpression, first: int, zone: str) -> Iterator[str]:
    sentence, form = candidate.sentence, candidate.sense.form.value
    low, high = sorted((first, candidate.token))
    between = [one for one in sentence.candidates if low < one.token < high]
    times = sum(low < sentence.token_at(other.span.start) < high for _, other in sentence.dates if other is not time)
    yield f"{zone} between={min(len(between), MANY)}"
    yield f"{zone} {form} between={min(len(between), MANY)}"
    yield f"{zone} heard between={min(sum(map(is_clearly_heard, between)), MANY)}"
    yield f"{zone} finite between={min(sum(one.finite for one in between), MANY)}"
    yield f"{zone} times between={min(times, MANY)}"


def _of_hearing(candidate: Candidate, zone: str) -> Iterator[str]:
    heard = _loudness(candidate)
    own = score(candidate)
    louder = sum(score(one) > own for one in candidate.sentence.candidates)
    yield f"heard={heard}"
    yield f"{zone} heard={heard}"
    yield f"{candidate.sense.form.value} heard={heard}"
    yield f"listed={candidate.listed} heard={heard}"
    yield f"louder={min(louder, MANY)}"
    yield f"{zone} louder={min(louder, MANY)}"


def _of_rivals(candidate: Candidate, time: TimeExpression, first: int, zone: str) -> Iterator[str]:
    """The other times of the sentence."""
    sentence = candidate.sentence
    others = (sentence.token_at(other.span.start) for _, other in sentence.dates if other is not time)
    nearer = sum(abs(other - candidate.token) < abs(first - candidate.token) for other in others)
    yield f"times nearer={min(nearer, MANY)}"
    yield f"{zone} times nearer={min(nearer, MANY)}"
    yield f"times={min(len(sentence.dates), 4)} candidates={min(len(sentence.candidates), 6)}"


def _of_kind(candidate: Candidate, zone: str) -> Iterator[str]:
    sense = candidate.sense
    yield f"kind={sense.kind}"
    yield f"{zone} void={candidate.void}"
    yield f"{zone} during={candidate.during}"
    yield f"{zone} light={candidate.light}"
    yield f"{zone} state={sense.kind == STATE}"
    yield f"{zone} joined={candidate.joined}"
    yield f"{zone} weak={sense.weak} {sense.form.value}"


def _loudness(candidate: Candidate) -> int:
    """How probable a happening it is heard as, in a few classes; where nothing is heard, what the lists say."""
    if candidate.sentence.heard is None:
        return _LISTED if candidate.listed else 0
    return bisect(_LOUDNESS, score(candidate))


def _exactness(time: TimeExpression) -> str:
    """How much a time says."""
    if time.earliest is None or time.latest is None:
        return "vague" if time.relative is None else "relative"
    if time.type is TimeType.TIME:
        return "clock"
    date = common_date(time)
    return "stretch" if date is None else _EXACTNESS.get(len(date), "stretch")
