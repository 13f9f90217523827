"""What the rules for dates share: the year behind a month, a season or a holiday."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.analysis.time.figures import YEARS
from reader.analysis.time.meaning import Era, From, Step
from reader.analysis.words.clitics import BEFORE_NOUNS
from reader.analysis.words.shapes import form

if TYPE_CHECKING:
    from reader.analysis.time.rules.found import Found

_HIJRI_YEARS = range(1, 1501)
_MONTH_CLASSES = ("hijri_month", "weak_hijri_month")


def era_of(found: Found) -> Era:
    return Era(found.key("era")) if found.has("era") else Era.CIVIL


def year_of(found: Found) -> tuple[int | None, Era] | None:
    """The year of a `year_tail` and its era; None where the number cannot be a year."""
    group = found.first("year", "year4", "year3")
    if group is None:
        return None, Era.CIVIL
    number = found.number(group)
    era_group = group.replace("year", "era")
    if number is None or not 1 <= number <= 9999:
        return None
    year = int(number)
    if found.has(era_group):
        return year, Era(found.key(era_group))
    if group == "year" and year < 32:
        return year, Era.HIJRI if is_hijri(found) else Era.CIVIL
    if group == "year" and year < 100 and not is_hijri(found):
        return 1900 + year, Era.CIVIL  # «حرب عام 73»
    if year > YEARS[-1]:
        return None
    return year, Era.HIJRI if is_hijri(found) and year in _HIJRI_YEARS else Era.CIVIL


def as_said(found: Found, year: int) -> int:
    """The year as it is written, where 1900 was added to it: which calendar counts it is known only at the end."""
    return year if says_era(found) else int(found.number("year") or year)


def says_era(found: Found) -> bool:
    return found.first("era", "era4", "era3") is not None


def is_hijri(found: Found) -> bool:
    return found.has("month") and found.tokens("month")[0].entry.cls in _MONTH_CLASSES


def year_step(found: Found) -> Step | None:
    """«من العام الماضي», «في العام نفسه», «من هذا العام»."""
    if not found.has("year_unit"):
        return None
    if not found.has("year_qualifier"):
        pointed_back = found.has("year_pointer") and found.tokens("year_pointer")[0].entry.cls != "this"
        return Step("Y", 0, From.LAST if pointed_back else From.NOW)
    token = found.tokens("year_qualifier")[0]
    return Step("Y", int(token.entry.key), From.LAST if token.entry.cls == "anaphor" else From.NOW)


def names_a_place(found: Found) -> bool:
    """«شارع 26 يوليو», «حي الخميس»."""
    before = found.token(-1)
    return before is not None and before.entry.cls == "named_after"


def counts(year: int, word: str) -> bool:
    """Whether the word after a four-digit number is counted by it: an indefinite noun, not a verb or a particle.

    «في 1967 تغيرت» and «منذ 2011 لم» go on with a verb; «2000 قرية» and «1500 قطعة» count.
    """
    if word.startswith(("ال", *BEFORE_NOUNS)) or len(word) < 3:
        return False
    if word.endswith("ا") and len(word) > 4 and word[0] not in "ي":
        return True
    return word.endswith("ة") or (year % 100 == 0 and form(word) is None)
