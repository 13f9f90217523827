"""Hijri dates beside civil ones."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.analysis.model import Event
from reader.text.arabic import Digits
from reader.text.span import Span
from reader.tui.wording.dates import Wording
from reader.tui.wording.hijri import hijri_given, hijri_of_days, hijri_of_period

ARABIC = Wording("ar", Digits.ARAB, hijri=True)
ENGLISH = Wording("en", Digits.LATIN, hijri=True)


def event(date: str | None, earliest: str | None = None, latest: str | None = None) -> Event:
    return Event("v1", Span(0, 9), Span(0, 3), "visit", date=date, earliest=earliest, latest=latest)


@pytest.mark.parametrize(
    ("first", "last", "arabic", "english", "reason"),
    [
        ("2023-09-15", "2023-09-15", "٣٠ صفر ١٤٤٥", "30 Safar 1445", "Umm al-Qura: Safar had 30 days that year"),
        ("2023-07-19", "2023-07-19", "١ محرم ١٤٤٥", "1 Muharram 1445", "new year's day"),
        ("1326-04-05", "1326-04-05", "١ جمادى الأولى ٧٢٦", "1 Jumada I 726", "tabular, and a Julian day"),
        ("2023-09-15", "2023-09-16", "٣٠ صفر ١٤٤٥ – ١ ربيع الأول ١٤٤٥", "30 Safar 1445 – 1 Rabi I 1445", "a stretch"),
        ("0622-07-16", "0622-07-16", "١ محرم ١", "1 Muharram 1", "the first day"),
        ("0622-07-15", "0622-07-15", "", "", "the day before the first"),
        ("-0331-10-01", "-0331-10-01", "", "", "long before"),
        ("2023-09", "2023-09", "", "", "no day"),
    ],
)
def test_days(first: str, last: str, arabic: str, english: str, reason: str) -> None:
    assert hijri_of_days(first, last, ARABIC) == arabic, reason
    assert hijri_of_days(first, last, ENGLISH) == english, reason


@pytest.mark.parametrize(
    ("event", "full", "years", "reason"),
    [
        (event("2021-03-14"), "رجب – شعبان ١٤٤٢", "١٤٤٢ هـ", "the months that a civil month lies in"),
        (event("2021-03"), "رجب – شعبان ١٤٤٢", "١٤٤٢ هـ", "a month"),
        (event("2023-07"), "ذو الحجة ١٤٤٤ – محرم ١٤٤٥", "١٤٤٤ – ١٤٤٥ هـ", "over the turn of the year"),
        (event("2023"), "١٤٤٤ – ١٤٤٥ هـ", "١٤٤٤ – ١٤٤٥ هـ", "a year lies in two"),
        (event("198X"), "١٤٠٠ – ١٤١٠ هـ", "١٤٠٠ – ١٤١٠ هـ", "a decade"),
        (event("18XX"), "١٢١٤ – ١٣١٧ هـ", "١٢١٤ – ١٣١٧ هـ", "a century, as it is counted here: from 1800"),
        (event(None, "2023-09-15", "2023-10-02"), "صفر – ربيع الأول ١٤٤٥", "١٤٤٥ هـ", "a stretch"),
        (event("2021-13"), "", "", "no month"),
        (event("06XX"), "", "", "a century that began before the calendar"),
        (event(None), "", "", "no date"),
        (event("next week"), "", "", "no date of a known form"),
    ],
)
def test_periods(event: Event, full: str, years: str, reason: str) -> None:
    assert hijri_of_period(event, ARABIC) == full, reason
    assert hijri_of_period(event, ARABIC, years=True) == years, reason


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    [
        ("1445-03-03", "٣ ربيع الأول ١٤٤٥", "a day"),
        ("1445-09", "رمضان ١٤٤٥", "a month"),
        ("0703", "٧٠٣ هـ", "a year says of which calendar it is"),
        ("XXXX-03-12", "", "no year"),
        ("1445-13", "", "no month"),
    ],
)
def test_as_given(text: str, expected: str, reason: str) -> None:
    assert hijri_given(text, ARABIC) == expected, reason


@settings(deadline=None, max_examples=60)
@given(st.dates(), st.sampled_from([ARABIC, ENGLISH]))
def test_any_day_has_a_hijri_day_from_the_first_on(day: object, wording: Wording) -> None:
    date = str(day)
    assert bool(hijri_of_days(date, date, wording)) is (date >= "0622-07-16")
    hijri_of_period(event(date), wording)
