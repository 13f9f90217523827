"""The calendar of a text, decided once: what its years count from where nobody says («سنة تسع وثلاثين ومائة»)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from reader.analysis.time.grammar import letters
from reader.analysis.time.meaning import Date, Draft, Era, From, Holiday, PartOfYear, Step
from reader.analysis.words.particles import YEAR_BEGINS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.analysis.time.tokens import Segment

_LAST_HIJRI: Final = 1500
_SHORT: Final = range(32, 100)
"""Two digits of a year of the 20th century: «عام 73»."""
_SPELLED: Final = range(100, 1401)
_LAST_CENTURY: Final = 1900
_BORN: Final = ("ولد", "ولدت", "مولده", "مولدها", "ميلاده", "ميلادها")


def is_hijri(segments: Sequence[Segment]) -> bool:
    """Whether a text's years are Hijri where it does not say: it has Hijri months or years, counts nights («خلون»),
    begins its years as annals do («ثم دخلت سنة») or spells them, and has no Christian month, era, or year later than
    1500. A text without any year is none."""
    dates = list(_dates(segments))
    if not any(date.year for date in dates):
        return False
    if any(date.era is not Era.HIJRI and (date.month or not date.unsaid) for date in dates if date.year or date.month):
        return False
    if any(date.unsaid and date.year and date.year > _LAST_HIJRI for date in dates):
        return False
    signs = (_is_annal, _spells_years)
    return any(date.era is Era.HIJRI for date in dates) or any(sign(one) for one in segments for sign in signs)


def _is_annal(segment: Segment) -> bool:
    """Whether it counts nights, or begins a year."""
    if {letters()["elapsed"], letters()["remaining"]} & set(segment.tags):
        return True
    return any(draft.first and segment.tokens[draft.first - 1].word in YEAR_BEGINS for draft in segment.drafts)


def _spells_years(segment: Segment) -> bool:
    return any(_is_spelled(segment, draft) for draft in segment.drafts)


def _is_spelled(segment: Segment, draft: Draft) -> bool:
    """Whether it is a year of some hundreds in words («سنة سبع وستين وأربعمائة») of which nobody says the era: of 20
    open passages with one and without a Hijri sign 18 are of that calendar all the same."""
    date, last = draft.meaning, segment.tokens[draft.last - 1]
    return isinstance(date, Date) and date.unsaid and date.year in _SPELLED and last.entry.cls == "number"


def _dates(segments: Sequence[Segment]) -> Iterator[Date]:
    for segment in segments:
        for draft in segment.drafts:
            meaning = draft.meaning.year if isinstance(draft.meaning, PartOfYear | Holiday) else draft.meaning
            if isinstance(meaning, Date):
                yield meaning
            if draft.hijri is not None:
                yield draft.hijri


def count_in_hijri(segment: Segment) -> None:
    """The years that nobody says the era of as Hijri ones, and what annals count from their own year."""
    segment.drafts = [_hijri(segment, draft) for draft in segment.drafts]


def _hijri(segment: Segment, draft: Draft) -> Draft:
    match draft.meaning:
        case Date(month=None, era=Era.HIJRI) | Date(unsaid=True) as date:
            meaning = replace(date, era=Era.HIJRI, unsaid=date.year in range(100), born=_is_of_birth(segment, draft))
            return draft._replace(meaning=meaning, annal=date.month is None and _heads(segment, draft))
        case PartOfYear(year=Date(unsaid=True) as date) | Holiday(year=Date(unsaid=True) as date) as part:
            return draft._replace(meaning=replace(part, year=replace(date, era=Era.HIJRI, unsaid=False)))
        case Step(unit="Y", count=0) as step:
            return draft._replace(meaning=replace(step, origin=From.LAST))  # «وفي هذه السنة»
        case Step(unit="D", count=1) as step if segment.tags[draft.first - 1 : draft.first] == letters()["of"]:
            return draft._replace(meaning=replace(step, origin=From.LAST))  # «ودفن من الغد»
    return draft


def _heads(segment: Segment, draft: Draft) -> bool:
    """Whether a year stands at the head of a line, or behind «ثم دخلت»."""
    before = segment.tokens[draft.first - 1].word if draft.first else "\n"
    return before == "\n" or before in YEAR_BEGINS


def _is_of_birth(segment: Segment, draft: Draft) -> bool:
    return any(token.word.removeprefix("و") in _BORN for token in segment.tokens[max(0, draft.first - 3) : draft.first])


def count_in_civil(segment: Segment) -> None:
    """The same as years of the common era, save hundreds in words: two digits are of the 20th century; in words they go
    on from the year before them in the sentence («سنة 1890 … سنة تسع وتسعين»). Fewer are no year."""
    found: list[Draft] = []
    for draft in segment.drafts:
        match draft.meaning:
            case Date() as date if _is_spelled(segment, draft):
                draft = draft._replace(meaning=replace(date, era=Era.HIJRI, unsaid=False))
            case Date() as date if _is_short(date):
                if date.year not in _SHORT:
                    continue
                draft = draft._replace(meaning=_in_full(date, _told_before(segment, found, draft)))
            case PartOfYear(year=Date() as date) | Holiday(year=Date() as date) as part if _is_short(date):
                draft = draft._replace(meaning=replace(part, year=_in_full(date, _LAST_CENTURY)))
        found.append(draft)
    segment.drafts = found


def _is_short(date: Date) -> bool:
    """Whether its hundreds may be left out."""
    return date.unsaid and date.era is Era.CIVIL and date.year is not None and date.year < _SHORT.stop


def _in_full(date: Date, told: int) -> Date:
    return replace(date, year=_next_year(date.year or 0, told))


def _told_before(segment: Segment, found: Sequence[Draft], draft: Draft) -> int:
    """The year from which one in words goes on."""
    if not found or segment.tokens[draft.last - 1].entry.cls != "number":
        return _LAST_CENTURY
    date, between = found[-1].meaning, segment.tokens[found[-1].last : draft.first]
    ended = any(token.entry.cls == "stop" for token in between)
    return date.year if isinstance(date, Date) and date.year and date.era is Era.CIVIL and not ended else _LAST_CENTURY


def _next_year(year: int, told: int) -> int:
    """The next such year from one that is told, at the latest in the 20th century."""
    return min(told + (year - told) % 100, _LAST_CENTURY + year)
