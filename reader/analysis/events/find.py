"""What happened when: events with their clause, date, participants and places.

An event needs a trigger of the lexicon. What is negated, supposed or habitual is left out, and so is what has
neither a date nor anybody who does it.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reader.analysis.events.candidates import Candidate, find_candidates
from reader.analysis.events.carrying import carry, go_on
from reader.analysis.events.clauses import Sentence, cut
from reader.analysis.events.dating import attach, day_number
from reader.analysis.events.restating import merged, without_references, without_repetitions
from reader.analysis.model import Certainty, EntityType, Event, EventStatus, TimeType
from reader.analysis.words import lexicon
from reader.analysis.words.keys import keys
from reader.analysis.words.tokens import after_letters
from reader.analysis.words.verbs import Form, trigger
from reader.text.segment import sentences
from reader.text.span import Span

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Sequence

    from reader.analysis.model import Entity, Mention, TimeExpression
    from reader.analysis.words.tokens import Token

_PLACED = keys("في إلى قرب من بالقرب وسط قبالة نحو عبر شمال جنوب شرق غرب داخل مدينة بلدة قرية ولاية محافظة منطقة جزيرة")
_TRAVEL = frozenset({"visit", "movement"})
"""Kinds of which a place behind the verb is the goal."""
LONGEST = 2_000
"""Characters of the longest sentence that is read as one."""
FRAME = 31
"""Days before the document date from which an event is background to news."""
_RECENT = 8
"""Events told before a paragraph that it may go on from."""
_FRONT = 2
"""Tokens at the beginning of a sentence where a definite noun says what it is about («وفي الحرب …»)."""
_HARD = frozenset({"death", "birth", "casualty"})
"""Kinds of noun that are told even where they only say when another event was («بعد وفاة أبيه»)."""
_ACTORS = (EntityType.PERSON, EntityType.ORGANISATION)
_OPENERS = "وف"
_LEADING = keys(
    "الذي التي الذين اللذين اللذان اللتين اللواتي والذي والتي أن إن بأن حيث وحيث بعد وبعد قبل وقبل كما وكما"
)


def find_events(
    text: str,
    blocks: Sequence[Span],
    entities: Sequence[Entity],
    times: Sequence[TimeExpression],
    document_date: datetime.date | None,
) -> tuple[Event, ...]:
    """The events of the text as v1, v2 …, in chronological order, the undated last in text order.

    `times` are in text order; the events point into them by index. Linear in the length of the text.
    """
    mentions = _Mentions(entities)
    starts = [time.span.start for time in times]
    today = document_date.isoformat() if document_date else None
    found: list[Candidate] = []
    for block in blocks:
        paragraph: list[Candidate] = []
        subject: str | None = None
        for span in _sentences(text, block):
            first, last = bisect_left(starts, span.start), bisect_left(starts, span.end)
            sentence = cut(text, span)
            candidates = find_candidates(sentence, _settled(sentence, times[first:last], mentions))
            candidates = [one for one in candidates if not _repeats(one, times[first:last])]
            if not candidates:
                continue
            told = [*found[-_RECENT:], *paragraph]
            attach(candidates, [(index, times[index]) for index in range(first, last)], told, today)
            candidates = [one for one in candidates if not one.void]
            if candidates:
                carry(candidates, times[first:last], told)
            for candidate in candidates:
                candidate.who, candidate.where = _arguments(candidate, mentions)
                go_on(candidate, candidates, paragraph, told)
                subject = _subject(candidate, mentions, subject)
            paragraph += [candidate for candidate in candidates if _tells(candidate)]
        found += merged(paragraph)
    return _events(text, without_repetitions(without_references(found)), times, document_date)


def _settled(sentence: Sentence, times: Sequence[TimeExpression], mentions: _Mentions) -> set[int]:
    """The tokens that belong to a time or to a name; that of a war or a conference is itself told of."""
    spans = [time.span for time in times]
    named = mentions.between(sentence.span.start, sentence.span.end)
    spans += [mention.span for _, mention in named if mention.type is not EntityType.WORK]
    spans.sort()
    settled: set[int] = set()
    place = 0
    for index, token in enumerate(sentence.tokens):
        while place < len(spans) and spans[place].end <= token.start:
            place += 1
        if place < len(spans) and spans[place].start < token.end:
            settled.add(index)
    return settled


def _repeats(candidate: Candidate, times: Sequence[TimeExpression]) -> bool:
    """Whether its clause says how often («كل ليلة»)."""
    sentence = candidate.sentence
    clause = sentence.clauses[candidate.clause]
    start, end = sentence.tokens[clause.start].start, sentence.tokens[clause.end - 1].end
    return any(time.type is TimeType.SET and start <= time.span.start < end for time in times)


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


def _tells(candidate: Candidate) -> bool:
    """Whether the candidate says enough to stand in a list of events."""
    if candidate.void:
        return False
    own = candidate.dated.certainty is Certainty.STATED
    dated = candidate.dated.certainty is not Certainty.UNDATED
    told = candidate.sense
    if not candidate.finite:
        if own or candidate.dated.offset:
            sure = not told.weak and (not told.definite or candidate.token <= _FRONT)
            return sure or candidate.dated.offset or bool(candidate.who or candidate.where)
        return candidate.during and told.kind in _HARD and not told.weak and bool(candidate.who)
    if told.form is Form.IMPERFECT and not candidate.planned:
        return own and (not told.weak or candidate.after_that)
    if told.weak:
        return dated or (candidate.light and candidate.planned)
    return dated or bool(candidate.who or candidate.where) or candidate.leads


class _Mentions:
    """All mentions with the entity that they name, by position."""

    def __init__(self, entities: Sequence[Entity]) -> None:
        pairs = [(mention.span.start, entity, mention) for entity in entities for mention in entity.mentions]
        self._sorted: list[tuple[int, Entity, Mention]] = sorted(pairs, key=lambda pair: pair[0])
        self.persons = frozenset(entity.id for entity in entities if entity.type is EntityType.PERSON)
        self._starts = [start for start, _, _ in self._sorted]

    def between(self, start: int, end: int) -> list[tuple[Entity, Mention]]:
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [(entity, mention) for _, entity, mention in self._sorted[first:last]]


def _arguments(candidate: Candidate, mentions: _Mentions) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who takes part and where, from the clause (and its other half behind a relative)."""
    sentence = candidate.sentence
    clause = sentence.clauses[candidate.clause]
    who: dict[str, None] = {}
    where: dict[str, None] = {}
    for other in sentence.clauses:
        if other.group != clause.group:
            continue
        start, end = sentence.tokens[other.start].start, sentence.tokens[other.end - 1].end
        for entity, mention in mentions.between(start, end):
            if entity.type in _ACTORS:
                who[entity.id] = None
            elif entity.type is EntityType.LOCATION and _is_where(sentence, mention):
                where[entity.id] = None
            elif entity.type is EntityType.LOCATION and _acts(candidate, entity, mention):
                who[entity.id] = None
    if not who and candidate.dated.offset:
        behind = mentions.between(candidate.start, sentence.span.end)
        who.update(dict.fromkeys([entity.id for entity, _ in behind if entity.type in _ACTORS][:1]))
    if not who and (clause.relative or clause.content) and clause.start > 0:
        head = mentions.between(sentence.span.start, sentence.tokens[clause.start].start)
        actors = [entity.id for entity, _ in head if entity.type in _ACTORS]
        who.update(dict.fromkeys(actors[-1:] if clause.relative else actors[:1]))
    return tuple(who), tuple(where)


def _subject(candidate: Candidate, mentions: _Mentions, before: str | None) -> str | None:
    """Who the paragraph speaks of after the candidate; a verb in the past that names nobody speaks of `before`.

    Arabic leaves out a subject that goes on: «ولد … وتزوج … وتوفي».
    """
    if candidate.who:
        persons = mentions.persons
        return next((who for who in candidate.who if who in persons), before)
    if before is not None and candidate.sense.form is Form.PERFECT and not candidate.during:
        clause = candidate.sentence.clauses[candidate.clause]
        if not (clause.relative or clause.content):
            candidate.who = (before,)
    return before


def _acts(candidate: Candidate, entity: Entity, mention: Mention) -> bool:
    """Whether a country stands right behind a verb, as who does it."""
    tokens = candidate.sentence.tokens
    if candidate.sense.form is Form.NOUN or candidate.token + 1 >= len(tokens):
        return False
    place = lexicon.place(entity.name)
    if candidate.sense.kind in _TRAVEL or place is None or place.kind not in ("country", "historic"):
        return False
    return tokens[candidate.token + 1].start == mention.span.start


def _is_where(sentence: Sentence, mention: Mention) -> bool:
    """Whether a word of place, or the clitic «ب» or «ل», stands before the name."""
    for index, token in enumerate(sentence.tokens):
        if token.end > mention.span.start:
            if token.start < mention.span.start:
                return token.key[0] in "بل" or token.key[:2] in ("وب", "ول")
            return index > 0 and sentence.tokens[index - 1].key in _PLACED
    return False


def _events(
    text: str, candidates: Sequence[Candidate], times: Sequence[TimeExpression], date: datetime.date | None
) -> tuple[Event, ...]:
    frame = _frame(candidates, times, date)
    events = [_event(text, candidate, frame) for candidate in candidates]
    events.sort(key=_chronological)
    return tuple(replace(event, id=f"v{number}") for number, event in enumerate(events, 1))


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where a text stands in time."""

    today: float | None
    news: bool
    """It speaks of days around its own."""
    until: float | None
    """The last day of which it tells in the past."""


def _frame(candidates: Sequence[Candidate], times: Sequence[TimeExpression], date: datetime.date | None) -> _Frame:
    told = [c.dated.latest for c in candidates if c.sense.form is Form.PERFECT and c.dated.latest is not None]
    return _Frame(
        today=day_number(date.isoformat()) if date else None,
        news=any(_is_of_today(time) for time in times),
        until=max(map(day_number, told), default=None),
    )


def _is_of_today(time: TimeExpression) -> bool:
    if time.relative is not None:
        return abs(time.relative) <= FRAME
    return time.value in ("PRESENT_REF", "FUTURE_REF") or time.value.startswith("XXXX-WXX")


def _chronological(event: Event) -> tuple[int, float, float, int]:
    """By first day, then the longer interval, then text. What is only known to lie so many days from a
    document date that nobody knows follows the dated; what has no date at all comes last."""
    if event.earliest is not None:
        last = day_number(event.latest or event.earliest)
        return (0, day_number(event.earliest), -last, event.trigger.start)
    if event.relative is not None:
        return (1, event.relative, 0.0, event.trigger.start)
    return (2, 0.0, 0.0, event.trigger.start)


def _event(text: str, candidate: Candidate, frame: _Frame) -> Event:
    token = candidate.sentence.tokens[candidate.token]
    dated = candidate.dated
    return Event(
        "",
        _clause_span(text, candidate),
        Span(after_letters(text, token, candidate.letters) if candidate.letters else token.start, token.end),
        candidate.sense.kind,
        status=_status(candidate, frame),
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


def _status(candidate: Candidate, frame: _Frame) -> EventStatus:
    if candidate.sense.form is not Form.PERFECT and _is_ahead(candidate, frame):
        return EventStatus.PLANNED
    if candidate.lasting:
        return EventStatus.ONGOING
    latest, today = candidate.dated.latest, frame.today
    if frame.news and today is not None and latest and day_number(latest) < today - FRAME:
        return EventStatus.BACKGROUND
    return EventStatus.PAST


def _is_ahead(candidate: Candidate, frame: _Frame) -> bool:
    """Whether the event is still to come. In a story, whose dates are all past, «سيصبح» tells what came."""
    earliest, latest = candidate.dated.earliest, candidate.dated.latest
    if earliest is None and (candidate.dated.relative or 0) > 0:
        return True
    if frame.today is not None and earliest and latest:
        if day_number(earliest) > frame.today:
            return True
        if day_number(latest) < frame.today:
            return False
    if not candidate.planned:
        return False
    story = not frame.news and frame.until is not None
    return not story or (latest is not None and frame.until is not None and day_number(latest) > frame.until)


def _is_leading(token: Token) -> bool:
    """Whether a token only ties the clause to what stands before it."""
    return token.key in _LEADING or (token.kind == "other" and token.key not in '«“"([')


def _clause_span(text: str, candidate: Candidate) -> Span:
    """The clause, without «و» or «ف» before its first word and without the comma that closes it."""
    sentence = candidate.sentence
    clause = sentence.clauses[candidate.clause]
    first = clause.start if candidate.finite else candidate.token
    last = max((c.end for c in sentence.clauses[: candidate.clause + 2] if c.group == clause.group), default=clause.end)
    tokens = sentence.tokens[first : max(last, candidate.token + 1)]
    while len(tokens) > 1 and tokens[-1].kind == "other" and tokens[-1].key not in '»”")]':
        tokens = tokens[:-1]
    while len(tokens) > 1 and _is_leading(tokens[0]) and tokens[0].start < candidate.start:
        tokens = tokens[1:]
    start = tokens[0].start
    if first == candidate.token and candidate.letters:
        start = after_letters(text, tokens[0], candidate.letters)
    elif tokens[0].key[0] in _OPENERS and (found := trigger(tokens[0].key)) and found.letters:
        start = after_letters(text, tokens[0], found.letters)
    return Span(start, max(tokens[-1].end, sentence.tokens[candidate.token].end))
