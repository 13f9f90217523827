"""Annals: what their years count from, and days as chroniclers write them."""

from __future__ import annotations

from time import process_time

import pytest

from reader.analysis.time import find_times

ANNAL = "ثم دخلت سنة ست وأربعين وسبع مئة. "

ROWS = [
    ("ثم دخلت سنة تسع وثلاثين ومائة. فيها غزا الأمير.", "0139", "a year begun as annals do"),
    ("توفي في رمضان. وفي سنة 476 ولد ابنه.", "0476", "a Hijri month, no Christian one"),
    ("توفي سنة 505 هـ. وولي ابنه سنة 510.", "0510", "one year that says it"),
    ("مات لسبع خلون من صفر. وقتل ابنه سنة إحدى ومائة.", "0101", "nights counted; «إحدى»"),
    ("مات في صفر سنة إحدى عشرة. وفي سنة عشرين فتحت مصر.", "0020", "a year before 32"),
    ("وفي سنة 1205 / 1790 وصل الأمير.", "1205", "two calendars without a mark"),
    ("وفي سنة 505/1111 توفي.", "0505", "the same in one figure"),
    (ANNAL + "وفي رمضان قتل.", "0746-09", "a month of the annal's year"),
    (ANNAL + "وكان مولده سنة أربع وثمانين.", "0684", "the hundreds left out"),
    ("ولد سنة 775 هـ، وحج سنة تسع وسبعين.", "0779", "of two such years in a life the nearest"),
    ("ولد سنة 775 هـ، ومات سنة ست وخمسين.", "0756", "the nearest may lie before"),
    ("توفي سنة 852 هـ ومولده سنة ثلاث وسبعين.", "0773", "but a birth always does"),
    ("فاز الهلال 1 صفر في مباراة خلال شهر رمضان من سنة 1440 هـ", "1440-09", "a score"),
    ("توفي سنة 901 هـ في المحرم. ثم دفن ابنه في صفر.", "0901-02", "«صفر» is a month among Hijri years"),
    ("فتحت مكة في السنة الثامنة للهجرة.", "0008", "an ordinal and its era"),
    ("وصل الوفد في 5 رمضان في عام 1350هـ", "1350-09-05", "«في» before the year"),
    (ANNAL + "ومولده سنة 670 هـ. وفي رجب مات.", "0746-07", "the year of a birth is not the annal's"),
    (ANNAL + "وفي السنة التالية حج.", "0747", "the year after"),
    (ANNAL + "وفي هذه السنة حج.", "0746", "this year is the annal's"),
    (ANNAL + "وفي السنة التالية حج. وفي شعبان من السنة نفسها مات.", "0747-08", "a month of the same year"),
    (ANNAL + "مات لسبع خلون من رمضان.", "0746-09-07", "nights gone"),
    (ANNAL + "مات لإحدى عشرة ليلة بقيت من صفر.", "0746-02-19", "nights to come, in words"),
    (ANNAL + "مات لليلتين خلتا من رجب.", "0746-07-02", "two nights"),
    (ANNAL + "مات في رمضان لسبع خلون منه.", "0746-09-07", "nights of the month before"),
    (ANNAL + "مات ليلة الأربعاء سابع المحرم.", "0746-01-07", "an ordinal without the article"),
    (ANNAL + "مات في سابع عشري صفر.", "0746-02-27", "the twenties as chroniclers write them"),
    (ANNAL + "مات يوم السبت النصف من ذي الحجة.", "0746-12-15", "the middle is the fifteenth"),
    (ANNAL + "مات سلخ رمضان.", "0746-09-30", "the last of a month"),
    (ANNAL + "مات سابع شوال. وفي يوم الأحد السادس عشر منه دفن.", "0746-10-16", "a day of the month before"),
    (ANNAL + "مات سابع شوال. وفي ليلة الخميس ثامن عشري الشهر مات ابنه.", "0746-10-28", "a day of that month"),
]


@pytest.mark.parametrize(("text", "hijri", "reason"), ROWS)
def test_annals(text: str, hijri: str, reason: str) -> None:
    assert find_times(text, None)[-1].hijri == hijri, reason


def test_the_day_after_in_an_annal() -> None:
    *_, day, after = find_times(ANNAL + "مات سابع المحرم ودفن من الغد.", None)
    assert (day.value, after.value) == ("1345-05-10", "1345-05-11")


@pytest.mark.parametrize(
    ("text", "value", "reason"),
    [
        ("في مايو 1200 رحل. وفي رمضان عاد. وفي سنة 476 سقطت روما.", "0476", "a Christian month"),
        ("توفي في رمضان. وفي عام 1967 اندلعت الحرب.", "1967", "a year that no Hijri text has"),
        ("توفي سنة 92هـ / 711م. وفي سنة 750 سقطت الدولة.", "0750", "an era that is said"),
        ("في عام 476 سقطت روما.", "0476", "nothing speaks for it"),
        ("شارك في حرب عام 73.", "1973", "two digits"),
        ("ولد سنة 1890 وسافر سنة تسع وتسعين.", "1899", "two digits, of the century that is told of"),
        ("ولد سنة 1923 وسافر سنة تسعين.", "1990", "of the 20th at the latest"),
        ("دخلوا مصر عام 1517. وفي عام 67 احتلت سيناء.", "1967", "two digits in figures are of the 20th"),
    ],
)
def test_other_years_are_of_the_common_era(text: str, value: str, reason: str) -> None:
    time = find_times(text, None)[-1]
    assert (time.value, time.hijri) == (value, None), reason


def test_three_thousand_years_of_a_chronicle_are_read_in_linear_time() -> None:
    def took(years: int) -> float:
        text = "\n\n".join(
            f"ثم دخلت سنة {100 + year % 1300}. وفي رمضان مات القاضي لسبع خلون منه." for year in range(years)
        )
        before = process_time()
        assert len(find_times(text, None)) == 3 * years
        return process_time() - before

    took(100)
    assert took(3000) < 20 * max(took(300), 0.01)
