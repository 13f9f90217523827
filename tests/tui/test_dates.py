"""Dates in words."""

from __future__ import annotations

import pytest

from reader.text.arabic import Digits
from reader.tui.dates import Wording

ARABIC = Wording("ar", Digits.ARAB)
MAGHREB = Wording("ar", Digits.LATIN)
ENGLISH = Wording("en", Digits.LATIN)


@pytest.mark.parametrize(
    ("wording", "date", "period", "day"),
    [
        (ARABIC, "2024-08-01", "أغسطس ٢٠٢٤", "الخميس ١"),
        (MAGHREB, "2024-08-01", "أغسطس 2024", "الخميس 1"),
        (ENGLISH, "2024-08-01", "August 2024", "Thu 1"),
        (ARABIC, "1453-05-29", "مايو ١٤٥٣", "٢٩"),  # Julian: the proleptic weekday would be a wrong one
        (ENGLISH, "2023-02-29", "February 2023", "29"),  # no such day, so no weekday
        (ENGLISH, "2023-00", "2023", None),  # no such month
        (ARABIC, "1905", "١٩٠٥", None),
        (ARABIC, "190X", "العقد الأول من القرن العشرين", None),
        (ARABIC, "201X", "العقد الثاني من القرن الحادي والعشرين", None),
        (ENGLISH, "198X", "1980s", None),
        (ENGLISH, "18XX", "19th century", None),
        (ENGLISH, "20XX", "21st century", None),
        (ENGLISH, "-03XX", "3rd century BC", None),
        (ENGLISH, "0000", "1 BC", None),
        (ARABIC, "XXXX-09", None, None),
    ],
)
def test_period_and_day(wording: Wording, date: str, period: str | None, day: str | None) -> None:
    assert (wording.period(date), wording.day(date)) == (period, day)


@pytest.mark.parametrize(
    ("date", "expected"),
    [("2024-08-01", "١ أغسطس ٢٠٢٤"), ("2024-08", "أغسطس ٢٠٢٤"), ("2024", "٢٠٢٤"), ("لا شيء", "لا شيء")],
)
def test_a_date_by_itself(date: str, expected: str) -> None:
    assert ARABIC.full(date) == expected


@pytest.mark.parametrize(
    ("days", "arabic", "english"),
    [
        (-1, "قبل يوم من النشر", "1 day before publication"),
        (-2, "قبل يومين من النشر", "2 days before publication"),
        (10, "بعد ١٠ أيام من النشر", "10 days after publication"),
        (11, "بعد ١١ يومًا من النشر", "11 days after publication"),
        (0, "يوم النشر", "Day of publication"),
    ],
)
def test_distance_from_the_publication(days: int, arabic: str, english: str) -> None:
    assert (ARABIC.apart(days), ENGLISH.apart(days)) == (arabic, english)
