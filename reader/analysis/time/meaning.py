"""What an expression says, before anyone asks what day it is: the words of grammar.py and resolve.py."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from reader.analysis.model import TimeType


class Era(StrEnum):
    """What a year counts from; the values are the keys of `words/particles.toml`."""

    CIVIL = "common"
    HIJRI = "hijri"
    BCE = "before"


class Tense(StrEnum):
    """The tense of the clause around an expression."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"


class From(StrEnum):
    """What a step is counted from: the document date, or the last date of the text."""

    NOW = "now"
    LAST = "last"


@dataclass(frozen=True, slots=True)
class Step:
    """A number of units from a date: «الأسبوع الماضي», «أمس», «قبل شهرين», «في العام التالي»."""

    unit: str
    count: float
    origin: From = From.NOW
    weekday: int | None = None
    """«أمس السبت»: what ties the text to the week."""


@dataclass(frozen=True, slots=True)
class Date:
    """As much of a date as is said. `year` counts in its era; `year_step` stands for «من العام الماضي»."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    era: Era = Era.CIVIL
    steps: int | None = None
    origin: From = From.NOW
    year_step: Step | None = None
    spoken: int | None = None
    """«اليوم الأحد 17 سبتمبر 2023»: days from the day of speaking, which a full date so gives."""
    born: bool = False
    """The year of a birth, which may be told behind that of the death."""
    unsaid: bool = False
    """Nobody says what the year counts from: the calendar of the text does, and a short one is as it is said."""
    named: bool = False
    """Part of a name («هجمات 11 سبتمبر»), whose year nobody says."""


@dataclass(frozen=True, slots=True)
class DayOf:
    """A day of a month that is only pointed at: «العاشر من الشهر الجاري»."""

    day: int
    month: Step


@dataclass(frozen=True, slots=True)
class Nth:
    """«أول اثنين من …», «الأسبوع الأخير من …»: a weekday or, without one, a week of a month; -1 is the last."""

    number: int
    month: Date
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Decade:
    """«الثمانينيات», «ستينيات القرن الماضي»."""

    digit: int
    century: int | None = None
    """The first two digits of its years; None where only the digit is said."""
    steps: int | None = None
    """Centuries from the present one: «ستينيات القرن الماضي»."""


@dataclass(frozen=True, slots=True)
class Century:
    """The nth century of an era."""

    number: int
    era: Era = Era.CIVIL


@dataclass(frozen=True, slots=True)
class Millennium:
    """The nth millennium of an era."""

    number: int
    era: Era = Era.CIVIL


@dataclass(frozen=True, slots=True)
class PartOfYear:
    """A season (SP SU FA WI), quarter (Q1) or half (H1)."""

    code: str
    year: Date | Step | None = None
    steps: int | None = None
    origin: From = From.NOW


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day that its name fixes, in its calendar."""

    month: int
    day: int
    era: Era
    steps: int | None = None
    year: Date | Step | None = None


@dataclass(frozen=True, slots=True)
class Years:
    """«موسم 2014/2015», «العام الدراسي 2020/2021»: from the summer of a year, civil, to that of the next."""

    first: int


@dataclass(frozen=True, slots=True)
class Fixed:
    """A value that rests on nothing: durations, sets, vague references."""

    type: TimeType
    value: str


@dataclass(frozen=True, slots=True)
class After:
    """«بعد يومين»: a date where there is one to count from, else only a duration."""

    step: Step
    duration: Fixed


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day, on a day where one is said beside it."""

    time: str
    day: Date | Step | None = None
    beside: bool = False
    """Whether its day stands right before it, in full in its paragraph, or over it in a programme."""


Meaning = (
    Step | Date | DayOf | Nth | Decade | Century | Millennium | PartOfYear | Holiday | Years | Fixed | After | Clock
)


class Draft(NamedTuple):
    """A recognised expression: tokens `first` up to `last` (exclusive), and the characters they cover."""

    first: int
    last: int
    start: int
    end: int
    meaning: Meaning
    mod: str | None = None
    part: str | None = None
    """Part of the day, a TIMEX3 code."""
    trimmed: int | None = None
    """Where the span starts when `After` comes out as a duration."""
    hijri: Date | None = None
    """The Hijri half of a date that is given in both calendars."""
    backwards: bool = False
    """The end of a range that begins after it."""
    annal: bool = False
    """A year that heads what happened in it: the months below it are of that year."""
    tense: Tense = Tense.PAST
    heads_item: bool = False
    """Whether an item of a list begins with it."""
