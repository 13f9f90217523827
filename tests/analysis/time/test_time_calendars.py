from __future__ import annotations

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.analysis.time import calendars
from reader.analysis.time.calendars import Day, HijriDay
from reader.analysis.time.values import bounds, combined, duration, year

NUMBERS = st.integers(min_value=0, max_value=2_600_000)


@settings(deadline=None, max_examples=200)
@given(NUMBERS)
def test_every_day_number_is_one_civil_day(number: int) -> None:
    assert calendars.from_number(number).number == number


@settings(deadline=None, max_examples=200)
@given(st.dates(min_value=datetime.date(1584, 1, 1)))
def test_gregorian_days_agree_with_the_standard_library(date: datetime.date) -> None:
    day = Day(date.year, date.month, date.day)
    assert (day.weekday, calendars.iso_week(day)) == (date.isoweekday(), date.isocalendar()[:2])


def test_the_reform_left_ten_days_out() -> None:
    assert Day(1582, 10, 4).plus(1) == Day(1582, 10, 15)


@settings(deadline=None, max_examples=200)
@given(st.integers(min_value=1_948_440, max_value=2_600_000))
def test_hijri_days_go_there_and_back(number: int) -> None:
    hijri = calendars.to_hijri(calendars.from_number(number))
    assert calendars.hijri_to_number(hijri) == number
    assert 1 <= hijri.month <= 12
    assert 1 <= hijri.day <= 31  # 31 only where the tabular count meets the Umm al-Qura tables


@pytest.mark.parametrize(
    ("hijri", "civil", "reason"),
    [
        (HijriDay(1, 1, 1), Day(622, 7, 16), "the epoch, Julian"),
        (HijriDay(2, 9, 17), Day(624, 3, 13), "Badr"),
        (HijriDay(61, 1, 10), Day(680, 10, 10), "Karbala"),
        (HijriDay(1319, 10, 5), Day(1902, 1, 15), "tabular, Gregorian"),
        (HijriDay(1444, 9, 15), Day(2023, 4, 6), "Umm al-Qura"),
        (HijriDay(1500, 12, 1), Day(2077, 10, 18), "the last month of the tables"),
    ],
)
def test_hijri_days_of_history(hijri: HijriDay, civil: Day, reason: str) -> None:
    assert calendars.from_number(calendars.hijri_to_number(hijri)) == civil, reason


@pytest.mark.parametrize(
    ("value", "first", "last", "reason"),
    [
        ("2021", "2021-01-01", "2021-12-31", "year"),
        ("2020-02", "2020-02-01", "2020-02-29", "leap February"),
        ("1500-02", "1500-02-01", "1500-02-29", "leap in the Julian calendar"),
        ("198", "1980-01-01", "1989-12-31", "decade"),
        ("18", "1800-01-01", "1899-12-31", "century"),
        ("00", "0001-01-01", "0099-12-31", "the first century has no year 0"),
        ("BC0332", "-0331-01-01", "-0331-12-31", "BCE, astronomical"),
        ("BC04", "-0499-01-01", "-0400-12-31", "fifth century BCE"),
        ("2023-W37", "2023-09-11", "2023-09-17", "ISO week"),
        ("2023-W37-WE", "2023-09-15", "2023-09-17", "weekend"),
        ("2012-WI", "2012-12-01", "2013-02-28", "winter runs over New Year"),
        ("2023-Q4", "2023-10-01", "2023-12-31", "quarter"),
        ("2024-H1", "2024-01-01", "2024-06-30", "half"),
        ("0710/0711", "0710-01-01", "0711-12-31", "range"),
        ("2023-09-17T24:00", "2023-09-17", "2023-09-17", "the day of a time"),
    ],
)
def test_bounds(value: str, first: str, last: str, reason: str) -> None:
    found = bounds(value)
    assert found is not None, reason
    assert (found[0].iso(), found[1].iso()) == (first, last), reason


@pytest.mark.parametrize("value", ["P3D", "PAST_REF", "XXXX-09", "XXXX-WXX-6", "BC65000000"])
def test_values_without_known_days_have_no_bounds(value: str) -> None:
    assert bounds(value) is None


def test_values_are_written_as_timex3_does() -> None:
    assert (year(79), year(-331), year(0)) == ("0079", "BC0332", "BC0001")
    assert (duration(3, "D"), duration(2, "TH")) == ("P3D", "PT2H")
    assert (duration(1.5, "Y"), duration(None, "M")) == ("P1.5Y", "PXM")
    assert combined("P2Y", "P3M") == "P2Y3M"
    assert combined("P3M", "P2Y") is None
