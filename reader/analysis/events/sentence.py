"""A sentence while events are sought in it: its clauses, its times and names, and the words that may tell one."""

from __future__ import annotations

from bisect import bisect_right, insort
from dataclasses import InitVar, dataclass, field
from operator import attrgetter
from typing import TYPE_CHECKING

from reader.analysis.events.dated import Dated
from reader.analysis.model import EventStatus, TimeType
from reader.analysis.words.tokens import tokenise
from reader.analysis.words.verbs import OCCURRENCE, Flag, Form, trigger, verb

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from reader.analysis.events.dated import Life
    from reader.analysis.model import Entity, Happening, Mention, TimeExpression
    from reader.analysis.words.tokens import Token
    from reader.analysis.words.verbs import Sense, Trigger
    from reader.text.span import Span


_end = attrgetter("end")
REMEMBERED = 12
"""Names of a paragraph that a sentence may go on with."""
_BEHIND_A_DAY = (":", "-", "–")
_NEAR = 5
"""Words behind a vague verb among which a noun says what it tells."""
STATE = "state"
"""The kind of what is no happening, but has the times of its clause."""


@dataclass(slots=True, eq=False)
class Clause:
    """The tokens `[start, end)` of a sentence, and which of its clauses it is."""

    number: int
    start: int
    end: int
    relative: bool = False
    content: bool = False
    """What a verb of telling before it says («… أن»)."""
    telling: bool = False
    """It holds a verb of telling."""

    @property
    def is_main(self) -> bool:
        return not (self.relative or self.content)


@dataclass(slots=True)
class Paragraph:
    """What a sentence may go on from: what its paragraph told last."""

    subject: str | None = None
    """Of whom: the id of a person."""
    feminine: bool = False
    """As the verb had it."""
    first: str | None = None
    """The id of what it named first."""
    earlier: Mapping[str, Entity] = field(default_factory=dict)
    """By id what the paragraphs before it have named last."""
    named: dict[str, Entity] = field(default_factory=dict)
    """By id what its sentences have named so far, that of which they spoke last at the end."""
    lives: dict[str, Life] = field(default_factory=dict)
    """By id the lives that the text tells in brackets, of all its paragraphs."""

    def name(self, entities: Iterable[Entity]) -> None:
        """Goes on behind a sentence that names these."""
        for entity in entities:
            self.first = self.first or entity.id
            self.named.pop(entity.id, None)
            self.named[entity.id] = entity
        for id_ in list(self.named)[:-REMEMBERED]:
            del self.named[id_]

    def known(self) -> list[Entity]:
        """What it may speak of, that of which it spoke last at the end."""
        return [*(entity for id_, entity in self.earlier.items() if id_ not in self.named), *self.named.values()]

    def remembered(self) -> Mapping[str, Entity]:
        """What the paragraph behind it may take up."""
        return {entity.id: entity for entity in self.known()[-REMEMBERED:]}


@dataclass(slots=True)
class Sentence:
    """`tokens` of `span` in `text`, and what the steps have made of them so far.

    `times` and `named` are those that begin in the sentence, each time with its index in the document.
    """

    text: str
    span: Span
    times: Sequence[tuple[int, TimeExpression]]
    named: Sequence[tuple[Entity, Mention]]
    paragraph: Paragraph
    today: str | None
    """The document date, ISO."""
    happenings: InitVar[Sequence[Happening] | None] = None
    heading: Dated | None = None
    """The date that it stands under."""
    heard: Mapping[int, Happening] | None = field(init=False, default=None)
    """What the recogniser says of its tokens, None where it says nothing."""
    tokens: Sequence[Token] = field(init=False)
    words: Sequence[str] = field(init=False)
    """Their keys."""
    starts: set[int] = field(init=False)
    """The tokens that a clause begins with."""
    clauses: list[Clause] = field(init=False)
    """The whole sentence is one until it is cut."""
    settled: set[int] = field(init=False, default_factory=set)
    """Tokens of times and names: they tell nothing, and what follows one may be a verb."""
    dates: list[tuple[int, TimeExpression]] = field(init=False)
    """Of its times those that say when, until they are given to a candidate."""
    candidates: list[Candidate] = field(init=False, default_factory=list)
    """In the order of their words."""
    stands: Sequence[tuple[Entity, int]] = field(init=False)
    """What it names, each with the token at which it stands."""

    def __post_init__(self, happenings: Sequence[Happening] | None) -> None:
        self.tokens = tokenise(self.text, self.span)
        if happenings is not None:
            self.heard = {self.token_at(happening.span.start): happening for happening in happenings}
        self.words = [token.key for token in self.tokens]
        self.starts = {0} if self.tokens else set()
        self.clauses = [Clause(0, 0, len(self.tokens))]
        self.dates = list(self.times)
        self.stands = [(entity, self.token_at(mention.span.start)) for entity, mention in self.named]

    def key(self, token: int) -> str:
        """The key of a token, "" outside the sentence."""
        return self.words[token] if 0 <= token < len(self.words) else ""

    def keys(self, start: int, end: int) -> Sequence[str]:
        """Those from `start` up to `end`, as far as they are in the sentence."""
        return self.words[max(0, start) : max(0, end)]

    def has_marbuta(self, token: int) -> bool:
        """Whether it is written with «ة», and so no verb."""
        return "ة" in self.text[self.tokens[token].start : self.tokens[token].end]

    def verb(self, token: int) -> Sense | None:
        """What a token says as a verb of the table, None outside the sentence."""
        if not 0 <= token < len(self.tokens):
            return None
        return verb(self.key(token), marbuta=self.has_marbuta(token))

    def trigger(self, token: int) -> Trigger | None:
        """What a token may tell by the tables, None outside the sentence."""
        if not 0 <= token < len(self.tokens):
            return None
        return trigger(self.key(token), marbuta=self.has_marbuta(token))

    def verbs(self, start: int, end: int) -> list[Sense]:
        """The verbs of the table among the tokens `[start, end)`."""
        return [sense for token in range(max(0, start), max(0, end)) if (sense := self.verb(token)) is not None]

    def settle(self, span: Span) -> None:
        """Says that the tokens of a span are of a time or a name."""
        for token in range(self.token_at(span.start), len(self.tokens)):
            if self.tokens[token].start >= span.end:
                break
            self.settled.add(token)

    def add(self, candidate: Candidate) -> None:
        """A candidate in its place among the others."""
        insort(self.candidates, candidate, key=lambda one: one.token)

    def clause_at(self, token: int) -> Clause:
        """The clause that a token is in."""
        return self.clauses[min(bisect_right(self.clauses, token, key=_end), len(self.clauses) - 1)]

    def token_at(self, position: int) -> int:
        """The token that stands at a position of the text, or the next one."""
        return min(bisect_right(self.tokens, position, key=_end), len(self.tokens) - 1)

    def named_between(self, start: int, end: int) -> list[tuple[Entity, Mention]]:
        """What is named from position `start` up to `end` of the text."""
        return [(entity, mention) for entity, mention in self.named if start <= mention.span.start < end]


@dataclass(slots=True, eq=False)
class Candidate:
    """A word that may tell of an event, in its sentence."""

    sentence: Sentence
    clause: Clause
    token: int
    letters: int
    sense: Sense
    noun: Sense | None = None
    """What it tells if it is no verb here."""
    sure: bool = False
    """It stands where a verb stands."""
    planned: bool = False
    during: bool = False
    """It only says when another event was («خلال زيارته»)."""
    light: bool = False
    """A noun that a light verb leaves the telling to («أجرى محادثات»)."""
    joined: bool = False
    """It stands behind «و» or «ف»."""
    listed: bool = True
    """A list of words has it."""
    void: bool = False
    """Denied, supposed or no happening: it is not told, but the times of its clause are its own."""
    later: bool = False
    """The text says that it was after what it told before."""
    stretch: TimeExpression | None = None
    """How long before or after the time that stands before it."""
    dated: Dated = field(default_factory=Dated)
    who: tuple[str, ...] = ()
    where: tuple[str, ...] = ()
    added: tuple[float, Entity] | None = None
    """What its row is most probably heard to add, and how probable that is."""
    status: EventStatus = EventStatus.PAST
    before: Sequence[str] = field(init=False)
    """The keys of the words of its clause before it."""
    first: int = field(init=False)
    """The first token of what is shown as its clause, …"""
    last: int = field(init=False)
    """… the one behind the last, …"""
    shown_from: int | None = None
    """… and where within the first one it begins, if not with it."""

    def __post_init__(self) -> None:
        self.before = self.sentence.keys(self.clause.start, self.token)
        self.first, self.last = self.clause.start, self.clause.end

    @property
    def rest(self) -> str:
        """The key without clitics."""
        return self.sentence.key(self.token)[self.letters :]

    def verbs_before(self, window: int | None = None) -> list[Sense]:
        """The verbs of its clause before it, at most `window` words before."""
        start = self.clause.start if window is None else max(self.clause.start, self.token - window)
        return self.sentence.verbs(start, self.token)

    def is_entry_of(self, time: TimeExpression) -> bool:
        """«*13 يوليو: عرض …», «18:00 حفل …»: what a programme or a chronicle has right behind the day or hour that an
        item begins with."""
        sentence = self.sentence
        behind = sentence.key(self.token - 1) in _BEHIND_A_DAY
        if not behind and time.type is not TimeType.TIME:
            return False
        line = max(sentence.span.start, sentence.text.rfind("\n", sentence.span.start, time.span.start))
        opens = not any(map(str.isalnum, sentence.text[line : time.span.start]))
        return opens and sentence.token_at(time.span.end - 1) == self.token - (2 if behind else 1)

    @property
    def is_entry(self) -> bool:
        """Whether it is that of the first time of its sentence."""
        return any(self.is_entry_of(time) for _, time in self.sentence.times[:1])

    @property
    def kind(self) -> str:
        """Of the event: «وقع الوزير الاتفاق» tells of an agreement, «وقعت الهزة» of what has no kind."""
        vague = Flag.VAGUE in self.sense.flags
        return self.sense.kind if not vague or self.sense.kind in self._kinds_behind() else OCCURRENCE

    def _kinds_behind(self) -> set[str]:
        """Those of the nouns of action behind it."""
        nouns = range(self.token + 1, min(self.token + 1 + _NEAR, self.clause.end))
        told = map(self.sentence.trigger, nouns)
        return {one.noun.kind for one in told if one is not None and one.noun is not None}

    @property
    def is_verb(self) -> bool:
        return self.sense.form is not Form.NOUN

    @property
    def finite(self) -> bool:
        return self.is_verb or self.light

    @property
    def leads(self) -> bool:
        """Whether it is the verb that a main clause in the past begins with."""
        return self.sense.form is Form.PERFECT and self.token == self.clause.start and self.clause.is_main
