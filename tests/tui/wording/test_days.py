"""The document date: how it is typed, and what is said of it."""

from __future__ import annotations

import datetime

import pytest

from reader.analysis.model import Analysis, DateBasis
from reader.text.arabic import Digits
from reader.tui.wording.dates import Wording
from reader.tui.wording.days import day_said, day_typed, document_day

DAY = datetime.date(2021, 3, 14)


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    [
        ("2021-03-14", DAY, "as the command line takes it"),
        ("14/3/2021", DAY, "the day first, as Arabic newspapers write it"),
        ("٢٠٢١-٠٣-١٤", DAY, "Arabic-Indic digits"),
        ("١٤/٣/٢٠٢١", DAY, "Arabic-Indic digits"),
        ("۱۴ مارس ۲۰۲۱", DAY, "Persian digits"),
        ("  14 آذار 2021 ", DAY, "a month by its Levantine name, with blanks around"),
        ("الأحد ١٤ مارس ٢٠٢١", DAY, "with its weekday"),
        ("1 شعبان 1442", DAY, "a Hijri day"),
        ("١ شعبان ١٤٤٢ هـ", DAY, "a Hijri day that says so"),
        ("الاثنين ١٤ مارس ٢٠٢١", None, "a weekday that the date has not"),
        ("31/2/2021", None, "a day that the month has not"),
        ("مارس 2021", None, "a month is no day"),
        ("2021", None, "a year is no day"),
        ("أمس", None, "counted from another day"),
        ("14 مارس 2021 أو بعده", None, "more than a day"),
        ("14/3/2021 15/3/2021", None, "two days"),
        ("", None, "nothing"),
        ("\u202e14/3/2021", None, "a control character is no part of a day"),
        ("9" * 200, None, "no date at all"),
        ("29 فبراير 1500", None, "a day that `datetime`, Gregorian throughout, cannot hold"),
    ],
)
def test_what_is_typed(text: str, expected: datetime.date | None, reason: str) -> None:
    assert day_typed(text) == expected, reason


@pytest.mark.parametrize(
    ("lang", "digits", "expected"),
    [("ar", Digits.ARAB, "الأحد ١٤ مارس ٢٠٢١"), ("en", Digits.LATIN, "Sun 14 March 2021")],
)
def test_what_is_said(lang: str, digits: Digits, expected: str) -> None:
    wording = Wording(lang, digits)
    assert day_said(DAY, wording) == expected
    said = [document_day(Analysis(document_date=DAY, document_date_basis=basis), wording) for basis in DateBasis]
    assert all(expected in one for one in said)
    assert len(set(said)) == len(DateBasis), "one hears where the date is from"
    assert document_day(Analysis(), wording) not in said
