"""Rules for what is longer than a year or part of one, and for holidays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.analysis.model import TimeType
from reader.analysis.time.meaning import (
    Century,
    Date,
    Decade,
    Draft,
    Era,
    Fixed,
    From,
    Holiday,
    Millennium,
    PartOfYear,
)
from reader.analysis.time.rules.shared import as_said, era_of, says_era, year_of, year_step

if TYPE_CHECKING:
    from reader.analysis.time.rules.found import Builder, Found


def century(found: Found) -> Draft | None:
    number = found.ordinal("number")
    era = era_of(found)
    return found.draft(Century(number, era)) if 1 <= number <= 99 else None


def two_centuries(found: Found) -> list[Draft] | None:
    """«القرنين التاسع عشر والعشرين»."""
    if found.key("pair") != "CE":
        return None
    era = era_of(found)
    left = found.draft(Century(found.ordinal("left"), era), until="and")
    at, _ = found.match.span("right")
    right = found.draft(Century(found.ordinal("right"), era))
    return [left, right._replace(first=at, start=found.segment.tokens[at].start)]


def decade(found: Found) -> Draft | None:
    """«الثمانينيات», «ستينيات القرن الماضي», «عشرينيات القرن الحادي والعشرين»."""
    digit = int(found.key("decade"))
    if found.has("number"):
        return found.draft(Decade(digit, found.ordinal("number") - 1))
    if found.has("century_step"):
        return found.draft(Decade(digit, steps=int(found.key("century_step"))))
    if found.tokens("decade")[0].entry.cls == "decade":
        return None
    return found.draft(Decade(digit))


def decade_by_number(found: Found) -> Draft | None:
    """«العقد الثاني من القرن العشرين» is 191; «العقد الأول من القرن» is of the present one."""
    if found.key("unit") != "DE":
        return None
    last = found.tokens("nth")[0].entry.cls == "vague_qualifier"
    digit = 9 if last else found.ordinal("nth") - 1
    if not 0 <= digit <= 9:
        return None
    if found.has("number"):
        return found.draft(Decade(digit, found.ordinal("number") - 1))
    return found.draft(Decade(digit, steps=found.integer("century_step") or 0))


def millennium(found: Found) -> Draft | None:
    era = era_of(found)
    if found.has("number"):
        return found.draft(Millennium(found.ordinal("number"), era))
    before = found.token(-1)
    edged = before is not None and before.entry.cls == "edge" and found.tokens("millennium")[0].word == "الالفية"
    return found.draft(Millennium(3)) if edged else None


def part_of_year(found: Found) -> Draft | None:
    """Seasons, quarters, halves, with their year or «الماضي»."""
    token = found.tokens("code")[0]
    code = token.entry.key
    if found.has("nth"):
        number = 4 if found.tokens("nth")[0].entry.cls == "vague_qualifier" else found.ordinal("nth")
        if number > (2 if code == "H" else 4):
            return None
        code = f"{code}{number}"
    told = year_of(found)
    if told is None:
        return None
    year, era = told
    steps = found.integer("qualifier")
    unsaid = era is Era.CIVIL and not says_era(found)
    of = Date(as_said(found, year), era=era, unsaid=unsaid) if year else year_step(found)
    return found.draft(PartOfYear(code, of, steps))


def season_after(found: Found) -> Draft:
    """«الخريف التالي», «الصيف نفسه»."""
    part = PartOfYear(found.key("code"), steps=int(found.key("anaphor")), origin=From.LAST)
    return found.draft(part)


def half_of_century(found: Found) -> Draft | None:
    """«النصف الثاني من القرن الثامن عشر» is fifty years; other eras are left to the century."""
    half, number = found.ordinal("nth"), found.ordinal("number")
    if half not in (1, 2) or found.tokens("code")[0].entry.key != "H" or not 1 <= number <= 22:
        return None
    first = (number - 1) * 100 + (half - 1) * 50
    return found.draft(Fixed(TimeType.DATE, f"{first:04}/{first + 49:04}"))


def holiday(found: Found) -> Draft | None:
    calendar, month, day = found.key("holiday").split("-")
    told = year_of(found)
    if told is None:
        return None
    steps = found.integer("qualifier")
    of = Date(as_said(found, told[0]), era=told[1], unsaid=not says_era(found)) if told[0] else year_step(found)
    era = Era.HIJRI if calendar == "hijri" else Era.CIVIL
    return found.draft(Holiday(int(month), int(day), era, steps, of))


RULES: tuple[tuple[str, Builder], ...] = (
    ("{century}{article}?(?P<number>{ordinals}|{small})(?P<era>{any_era})?(?!{age})", century),
    (
        "(?P<pair>{the_dual})(?P<left>{ordinals})(?P<and>{clitic_and})(?P<right>{ordinals})(?P<era>{any_era})?",
        two_centuries,
    ),
    (
        "(?P<decade>[{the_decade}{decade}])"
        "(?:{of}?{century}(?:{article}?(?P<number>{ordinals}|{small})|(?P<century_step>{qualifier}))"
        "{any_era}?)?(?!{age})",
        decade,
    ),
    (
        "(?P<unit>{the_unit})(?P<nth>{ordinals}|{vague_qualifier}){of}{this}?{century}"
        "(?:{article}?(?P<number>{ordinals}|{small})|(?P<century_step>{qualifier}))?",
        decade_by_number,
    ),
    ("(?P<millennium>{millennium})(?:(?P<number>{ordinals})(?P<era>{any_era})?)?", millennium),
    (
        "(?P<code>[{the_quarter}{the_half}{the_term}])(?P<nth>{ordinals}|{vague_qualifier}){of}?{year_tail}",
        part_of_year,
    ),
    (
        "(?P<code>{the_half})(?P<nth>{ordinals}){of}{century}(?P<number>{ordinals}|{small})"
        "(?![{hijri_era}{before_era}])",
        half_of_century,
    ),
    ("(?P<code>[{season}{the_season}]){year_tail}", part_of_year),
    ("(?P<code>{the_season})(?P<anaphor>{anaphor})", season_after),
    ("(?P<holiday>{holiday}){year_tail}?", holiday),
)
