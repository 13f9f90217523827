from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.sources.dates import day_in_data, day_in_words

DAY = datetime.date(2023, 9, 17)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("الأحد 17 سبتمبر 2023", DAY),
        ("الأحد، 17 سبتمبر، 2023 - 09:15 صباحا", DAY),
        ("الأحد ١٧ سبتمبر ٢٠٢٣", DAY),
        ("۱۷ سبتمبر ۲۰۲۳", DAY),
        ("نُشِرَ في 17 سبتمبر/أيلول 2023", DAY),
        ("17 أيلول (سبتمبر) 2023", DAY),
        ("17-سبتمبر-2023", DAY),
        ("سبتمبر 17, 2023", DAY),
        ("Sunday, September 17, 2023", DAY),
        ("17th Sep 2023", DAY),
        ("2023-09-17 21:15", DAY),
        ("2023/9/17", DAY),
        ("17/09/2023", DAY),
        ("\u200f17\u200f/\u200f9\u200f/\u200f2023", DAY),
        ("9/17/2023", DAY),
        ("5/9/2023", datetime.date(2023, 9, 5)),
        ("2 ربيع الأول 1445 هـ - 17 سبتمبر 2023 م", DAY),
        ("14 تشرين الثاني 2006", datetime.date(2006, 11, 14)),
        ("3 كانون الأول 2010", datetime.date(2010, 12, 3)),
        ("12 جويلية 2022", datetime.date(2022, 7, 12)),
        ("30 غشت 2021", datetime.date(2021, 8, 30)),
        ("31 فبراير 2023", None),
        ("سبتمبر 2023", None),
        ("17 سبتمبر", None),
        ("2 ربيع الأول 1445", None),
        ("الصفحة 17/20", None),
        ("10.20.2023.30", None),
        ("هاتف 0123-45-6789", None),
        ("", None),
    ],
)
def test_a_line_for_readers(line: str, day: datetime.date | None) -> None:
    assert day_in_words(line) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2023-09-17", DAY),
        ("2023-09-17T23:59:00-11:00", DAY),
        ("20230917T101500Z", DAY),
        ("2023-09-17 08:00:00", DAY),
        ("Sun, 17 Sep 2023 21:15:00 +0300", DAY),
        ("17 Sep 2023 21:15", DAY),
        ("الأحد 17 سبتمبر 2023", DAY),
        ("2023-13-01", None),
        ("2023", None),
        ("1694984400", None),
        ("Sun, 17 Sep 99999999999999999999 21:15:00", None),
        ("", None),
    ],
)
def test_a_time_stamp(text: str, day: datetime.date | None) -> None:
    assert day_in_data(text) == day


@given(st.text(max_size=100))
def test_any_text_has_a_day_or_none(text: str) -> None:
    for day in (day_in_data(text), day_in_words(text)):
        assert day is None or isinstance(day, datetime.date)
