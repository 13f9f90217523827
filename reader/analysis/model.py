"""What an analysis says: frozen data with spans into the document's text.

The values of the enums, and what each field means to the outside, are those of the JSON output.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    import datetime
    from array import array

    from reader.text.span import Span


class EntityType(StrEnum):
    """What a name is the name of."""

    PERSON = "person"
    LOCATION = "location"
    ORGANISATION = "organisation"
    PRODUCT = "product"
    WORK = "work"
    OTHER = "other"


class MentionLevel(StrEnum):
    """A proper name, or a description («وزير الدفاع الروسي») that stands for its bearer."""

    NAME = "name"
    DESCRIPTION = "description"


class MentionBasis(StrEnum):
    """What a mention was found by."""

    MODEL = "model"
    GAZETTEER = "gazetteer"
    RULE = "rule"
    CONSISTENCY = "consistency"
    CORRECTION = "correction"


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where an entity is named. `span` leaves out attached clitics and titles."""

    span: Span
    type: EntityType
    level: MentionLevel = MentionLevel.NAME
    title: str | None = None
    score: float = 1.0
    basis: MentionBasis = MentionBasis.RULE


class Tie(NamedTuple):
    """How probable it is that a name takes part in a happening, that this is where it was, and that a row that speaks
    of the happening alone has to add it. The name begins with the word that stands so many code points from where the
    happening begins."""

    offset: int
    who: float
    where: float
    put_in: float = 0.0


class RowWords(NamedTuple):
    """What the row of a happening says of the words around it, in the order of the text. `offsets`: how many code
    points from the happening each begins; then of each, in sixteenths of a logit, that a wide row says it, that a
    narrow one does, that something is put in behind it, and that it is said just when the word before it is."""

    offsets: array[int]
    long: array[int]
    short: array[int]
    behind: array[int]
    together: array[int]

    def at(self, offset: int) -> int:
        """Which of the words stands so many code points from the happening."""
        return max(0, bisect_right(self.offsets, offset) - 1)


LOGIT: Final = 16
"""By how much logits are multiplied in RowWords."""


@dataclass(frozen=True, slots=True)
class Happening:
    """A word that may be the trigger of an event, how probable it is that the text tells it as a fact, or as planned,
    and its ties, in the order of the text: all names from the first to the last were asked, those that are left out
    have next to no part in it; and what its row says. None where the recogniser does not say."""

    span: Span
    told: float
    planned: float
    ties: tuple[Tie, ...] | None = None
    row: RowWords | None = None

    @property
    def score(self) -> float:
        """How probable it is that it is any."""
        return self.told + self.planned


@dataclass(frozen=True, slots=True)
class Entity:
    """All mentions of one person, place … in a document, in text order; `name` is the fullest, untitled."""

    id: str
    type: EntityType
    name: str
    mentions: tuple[Mention, ...]
    aliases: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    country: str | None = None
    """ISO 3166-1 alpha-2."""
    geonameid: int | None = None
    maybe: tuple[str, ...] = ()
    """Ids of those that it may be, where the text does not say («محمد» beside two of that name)."""


class TimeType(StrEnum):
    """TIMEX3 types."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class TimeBasis(StrEnum):
    """What the value of a time expression rests on."""

    EXPLICIT = "explicit"
    DOCUMENT_DATE = "document_date"
    PREVIOUS_DATE = "previous_date"
    WEEKDAY_ANCHOR = "weekday_anchor"
    UNRESOLVED = "unresolved"


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A TIMEX3 expression. `earliest` and `latest` are ISO days (`from` and `to` in JSON): strings, since
    years before 1 are written in the astronomical way (-0331), which `datetime` cannot hold."""

    span: Span
    type: TimeType
    value: str
    mod: str | None = None
    earliest: str | None = None
    latest: str | None = None
    relative: int | None = None
    """Days from the document date, where that much is known."""
    hijri: str | None = None
    basis: TimeBasis = TimeBasis.EXPLICIT
    doubtful: bool = False
    """The text contradicts itself here: a weekday that the date has not, a day that the month has not."""


class Certainty(StrEnum):
    """How far the date of an event is said by the text itself."""

    STATED = "stated"
    INFERRED = "inferred"
    UNDATED = "undated"


class EventStatus(StrEnum):
    """Where an event stands, seen from the day of the document."""

    PAST = "past"
    PLANNED = "planned"
    ONGOING = "ongoing"
    BACKGROUND = "background"


class EventBasis(StrEnum):
    """What the date of an event rests on; `reader.wording` says it."""

    NO_TIME = "no_time"
    VAGUE_TIME = "vague_time"
    """A time of its own that is no date («قديما»)."""
    OWN_TIME = "own_time"
    WITH_DATED = "with_dated"
    JOINED_TO_DATED = "joined_to_dated"
    UNDER_DATE = "under_date"
    """The heading above it is a date."""
    LIFE = "life"
    """The life that stands in brackets behind a name."""


@dataclass(frozen=True, slots=True)
class Event:
    """A dated or datable happening, with the clause that says so, verbatim (`clause.of(text)`)."""

    id: str
    clause: Span
    trigger: Span
    kind: str
    status: EventStatus = EventStatus.PAST
    certainty: Certainty = Certainty.UNDATED
    basis: EventBasis = EventBasis.NO_TIME
    date: str | None = None
    """As precise as known: `2023-09-15`, `2023-07`, `198X`, `18XX`."""
    earliest: str | None = None
    latest: str | None = None
    relative: int | None = None
    time: int | None = None
    """Index into `Analysis.times`."""
    participants: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    headline: str = ""
    """What its row says, at most 48 cells: in the text's words; what is put in stands in [ ]."""
    headline_short: str = ""
    """The same in at most 30."""


class NoticeKind(StrEnum):
    """What there may be to know about how an analysis was made."""

    NOT_ARABIC = "not_arabic"
    NO_RECOGNISER = "no_recogniser"
    """Its weights, or what runs them, are not there."""
    DAMAGED_RECOGNISER = "damaged_recogniser"
    STEP_FAILED = "step_failed"


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to know about an analysis; `reader.wording` says it. `step` and `error` (the class of what was
    raised) where something failed."""

    kind: NoticeKind
    step: str = ""
    error: str = ""


class DateBasis(StrEnum):
    """How the document date became known."""

    OPTION = "option"
    METADATA = "metadata"
    DATELINE = "dateline"


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything found so far. `events` in chronological order, undated ones last in text order;
    `entities` by first mention; `times` in text order."""

    entities: tuple[Entity, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    events: tuple[Event, ...] = ()
    document_date: datetime.date | None = None
    document_date_basis: DateBasis | None = None
    complete: bool = False
    notices: tuple[Notice, ...] = ()
    """What a person should know about how it was made."""
    reach: int = 0
    """Where the beginning of the text ends that it is of. Names and times behind that were in view."""
    happenings: tuple[Happening, ...] | None = None
    """What the recogniser says of events, None where it says nothing of them: kept for another document date."""

    def of_type(self, type_: EntityType) -> tuple[Entity, ...]:
        return tuple(entity for entity in self.entities if entity.type is type_)
