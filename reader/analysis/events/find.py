"""Takes a text through the steps, sentence by sentence, to its list of events."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from itertools import chain, groupby, takewhile
from typing import TYPE_CHECKING, Final, TypeAlias

from reader.analysis.events.dated import day_number
from reader.analysis.events.forms import Words
from reader.analysis.events.headings import Headings
from reader.analysis.events.headline import headlines
from reader.analysis.events.hearing import score
from reader.analysis.events.sentence import Paragraph, Sentence
from reader.analysis.events.status import Frame
from reader.analysis.model import Event, Notice
from reader.analysis.steps import take
from reader.analysis.words.clitics import after_letters
from reader.analysis.words.keys import keys
from reader.text.segment import sentences
from reader.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from reader.analysis.events.dated import Life
    from reader.analysis.events.sentence import Candidate
    from reader.analysis.model import Entity, Happening, Mention, TimeExpression
    from reader.analysis.steps import Step

LONGEST: Final = 2_000
"""Characters of the longest sentence that is read as one."""


@dataclass(frozen=True, slots=True)
class Found:
    """Events as v1, v2 …, in chronological order, undated ones last in text order, and what there is to know about
    how they were found."""

    events: tuple[Event, ...]
    notices: tuple[Notice, ...] = ()


_Told: TypeAlias = "tuple[Candidate, Event]"


class Source:
    """What sentences are made from: a text, and by position its times and all that it names."""

    def __init__(
        self,
        text: str,
        entities: Sequence[Entity],
        times: Sequence[TimeExpression],
        today: str | None,
        happenings: Sequence[Happening] | None = None,
    ) -> None:
        self.text = text
        self.times = times
        self.today = today
        """The document date, ISO."""
        self._happenings = happenings
        named = chain.from_iterable(((entity, mention) for mention in entity.mentions) for entity in entities)
        self._named = sorted(named, key=_start)
        self._headings = Headings(text, times)
        self._earlier: Mapping[str, Entity] = {}
        self._lives: dict[str, Life] = {}

    def sentences(self, block: Span) -> Iterator[Sentence]:
        """Those of a paragraph, one after the other, as each may go on from what the ones before have told; paragraphs
        are asked for in their order."""
        paragraph = Paragraph(earlier=self._earlier, lives=self._lives)
        for span in _cut(self.text, block):
            first, last = (bisect_left(self.times, at, key=lambda time: time.span.start) for at in span)
            times = [(index, self.times[index]) for index in range(first, last)]
            first, last = (bisect_left(self._named, at, key=_start) for at in span)
            named, heard, heading = self._named[first:last], self._heard(span), self._headings.above(span.start)
            sentence = Sentence(self.text, span, times, named, paragraph, self.today, heard, heading)
            if sentence.tokens:
                yield sentence
                paragraph.name(entity for entity, _ in sentence.named if not _is_byline(sentence))
        self._earlier = paragraph.remembered()

    def _heard(self, span: Span) -> Sequence[Happening] | None:
        if self._happenings is None:
            return None
        first, last = (bisect_left(self._happenings, at, key=lambda one: one.span.start) for at in span)
        return self._happenings[first:last]


_BESIDE: Final = 2
"""Tokens from a verb to the noun that tells the same."""
_BY: Final = keys("كتب كتبت بقلم إعداد تحرير ترجمة تصوير مراسلنا مراسلتنا")
_SHORT: Final = 10


def _is_byline(sentence: Sentence) -> bool:
    """«إعداد: سامي الخالدي»: who wrote it does nothing of what it tells."""
    return len(sentence.tokens) <= _SHORT and sentence.key(0) in _BY


def _start(named: tuple[Entity, Mention]) -> int:
    return named[1].span.start


def _cut(text: str, block: Span) -> Iterator[Span]:
    """The sentences of a block; one without end is cut, so that its events cost no more than others'."""
    for span in sentences(block.of(text)):
        start, end = span.shift(block.start)
        while end - start > LONGEST:
            space = text.rfind(" ", start + 1, start + LONGEST)
            stop = space if space > 0 else start + LONGEST
            yield Span(start, stop)
            start = stop
        yield Span(start, end)


def find(
    source: Source,
    blocks: Sequence[Span],
    reading: Sequence[Step[Sentence]],
    telling: Sequence[Step[Sentence]],
    standing: Sequence[Step[Frame]],
    stop: Callable[[], bool],
) -> Found:
    """Takes every sentence of `blocks` through `reading`, those that may tell of something through `telling`, and
    all that is told through `standing`; of what `stop()` left unread, nothing."""
    found: list[Candidate] = []
    notices: list[Notice] = []
    for sentence in chain.from_iterable(map(source.sentences, takewhile(lambda _: not stop(), blocks))):
        notices += take(reading, sentence)
        notices += take(telling, sentence) if sentence.candidates else ()
        found += sentence.candidates
    frame = Frame(list(found), source.times, source.today)
    notices += take(standing, frame)
    events = sorted(_events(frame.candidates), key=_chronological)
    for candidate in found:  # sentence and candidate hold each other: those of a book would wait for the collector
        candidate.sentence.candidates.clear()
    numbered = tuple(replace(event, id=f"v{number}") for number, event in enumerate(events, 1))
    return Found(numbered, tuple(dict.fromkeys(notices)))


def _events(found: Iterable[Candidate]) -> Iterator[Event]:
    """In text order, as they are found: the form of the words of a sentence is looked at once for all its events."""
    for _, told in groupby(found, key=lambda one: one.sentence.span):
        first = next(told)
        words = Words(first.sentence)
        rows: list[_Told] = []
        for candidate in (first, *told):
            one = candidate, _event(words, candidate)
            twin = next((at for at, other in enumerate(rows) if _are_one_row(other, one)), None)
            if twin is None:
                rows.append(one)
            elif score(candidate) > score(rows[twin][0]):
                rows[twin] = one
        yield from (event for _, event in rows)


def _are_one_row(one: _Told, other: _Told) -> bool:
    """«خرجت مظاهرات»: a verb and the noun right behind it, of which the rows say the same."""
    rows = [(event.headline, event.date, event.relative) for _, event in (one, other)]
    beside = abs(one[0].token - other[0].token) <= _BESIDE
    return rows[0] == rows[1] and beside and one[0].is_verb is not other[0].is_verb


def _event(words: Words, candidate: Candidate) -> Event:
    sentence, dated = candidate.sentence, candidate.dated
    long, short = headlines(words, candidate)
    first, last, token = (sentence.tokens[at] for at in (candidate.first, candidate.last - 1, candidate.token))
    begin = first.start if candidate.shown_from is None else candidate.shown_from
    trigger = after_letters(sentence.text, token, candidate.letters)
    return Event(
        "",
        Span(begin, last.end),
        Span(trigger, token.end),
        candidate.kind,
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
        headline=long,
        headline_short=short,
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
