"""Dates in words."""

from __future__ import annotations

import pytest

from reader.text.arabic import Digits
from reader.tui.wording.dates import Wording

ARABIC = Wording("ar", Digits.ARAB)
MAGHREB = Wording("ar", Digits.LATIN)
ENGLISH = Wording("en", Digits.LATIN)


@pytest.mark.parametrize(
    ("wording", "date", "period", "day"),
    [
        (ARABIC, "2024-08-01", "أغسطس ٢٠٢٤", "الخميس ١"),
        (MAGHREB, "2024-08-01", "أغسطس 2024", "الخميس 1"),
        (ENGLISH, "2024-08-01", "August 2024", "Thu 1"),
        (ARABIC, "1453-05-29", "مايو ١٤٥٣", "الثلاثاء ٢٩"),  # Julian: the proleptic weekday would be a wrong one
        (ENGLISH, "1500-02-29", "February 1500", "Sat 29"),  # a leap day of the Julian calendar alone
        (ENGLISH, "1582-10-04", "October 1582", "Thu 4"),  # the last Julian day …
        (ENGLISH, "1582-10-15", "October 1582", "Fri 15"),  # … and the first Gregorian one
        (ENGLISH, "-0330-10-01", "October 331 BC", "1"),  # no weekday before Christ
        (ENGLISH, "2023-02-29", "February 2023", "29"),  # no such day, so no weekday
        (ENGLISH, "2023-00", "2023", None),  # no such month
        (ARABIC, "1905", "١٩٠٥", None),
        (ARABIC, "19XX", "القرن العشرون", None),
        (ARABIC, "20XX", "القرن الحادي والعشرون", None),
        (ARABIC, "29XX", "القرن الثلاثون", None),
        (ARABIC, "45XX", "القرن السادس والأربعون", None),
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


@pytest.mark.parametrize(
    ("earliest", "latest", "expected", "reason"),
    [
        ("2021-03-04", "2021-03-09", "4 – 9", "within a month, which the heading says"),
        ("2021-03-30", "2021-04-02", "30 March 2021 – 2 April 2021", "over its end"),
        ("2019-01-01", "2021-12-31", "2019 – 2021", "whole years: no day is meant"),
        ("2021-11-01", "2022-02-28", "November 2021 – February 2022", "whole months"),
        ("2020-02-01", "2020-02-29", "February 2020", "one month, of a leap year"),
        ("-0331-05-05", "-0331-09-09", "5 May 332 BC – 9 September 332 BC", "years before 1 have a sign"),
        ("-0399-01-01", "-0299-12-31", "400 BC – 300 BC", "and whole ones"),
    ],
)
def test_stretches(earliest: str, latest: str, expected: str, reason: str) -> None:
    assert ENGLISH.between(earliest, latest) == expected, reason
