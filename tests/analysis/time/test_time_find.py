"""Promises that hold for any text, and what comes of text that is wrong."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.analysis.model import TimeBasis, TimeType
from reader.analysis.time import document_date_hint, find_times, read_times
from reader.text.span import Span

DAY = datetime.date(2022, 5, 18)  # a Wednesday

PIECES = st.sampled_from(
    ["يوم", "الجمعة", "12", "٣", "مايو", "2020", "سنة", "قبل", "منذ", "ثلاثة", "و", "من", "إلى", "/", "-", "(", ")",
     "هـ", "ق.م", "الساعة", "العاشرة", "أمس", "الماضي", "رمضان", "القرن", "ألف", "31", "شباط", "الربع", "الأول", "كل",
     "، ", ".", "\n", "99999999999999999999",
     "غداً", "ـ", "\u200f", "نصف", "عام", "الثمانينيات", "موسم", "1990-1980", "0/0/0"]
)  # fmt: skip


@settings(deadline=None, max_examples=300)
@given(st.lists(PIECES, max_size=25).map(" ".join), st.none() | st.dates())
def test_spans_are_in_order_apart_and_inside(text: str, day: datetime.date | None) -> None:
    end = 0
    for time in find_times(text, day):
        assert end <= time.span.start < time.span.end <= len(text)
        assert text[time.span.start : time.span.end].strip() == text[time.span.start : time.span.end]
        assert (time.earliest is None) == (time.latest is None)
        end = time.span.end


@settings(deadline=None, max_examples=100)
@given(st.text(max_size=80))
def test_no_text_breaks_it(text: str) -> None:
    find_times(text, DAY)


@settings(deadline=None, max_examples=200)
@given(st.lists(PIECES, max_size=25).map(" ".join))
def test_durations_sets_and_vague_times_have_no_days(text: str) -> None:
    for time in find_times(text, DAY):
        if time.type in (TimeType.DURATION, TimeType.SET) or time.value.endswith("_REF"):
            assert time.earliest is None


@pytest.mark.parametrize(
    ("text", "value", "doubtful", "reason"),
    [
        ("في 31 شباط 2020.", "2020-02", True, "a day that the month has not is left out"),
        ("في 29 فبراير 2021.", "2021-02", True, "no leap year"),
        ("في 29 فبراير 2020.", "2020-02-29", False, "a leap year"),
        ("في 31 شباط.", "2022-02", True, "without a year"),
        ("الثلاثاء 13 أبريل 2022.", "2022-04-13", True, "it was a Wednesday: the date stands"),
        ("الأربعاء 13 أبريل 2022.", "2022-04-13", False, "weekday and date agree"),
        ("أعلن أمس الاثنين.", "2022-05-16", True, "dated a day late: the weekday tells"),
    ],
)
def test_what_contradicts_itself_is_kept_and_marked(text: str, value: str, doubtful: bool, reason: str) -> None:
    (time,) = find_times(text, DAY)
    assert (time.value, time.doubtful) == (value, doubtful), reason


def test_a_range_that_runs_backwards_keeps_both_ends() -> None:
    assert [time.value for time in find_times("حكم (1970-1956) البلاد.", DAY)] == ["1970", "1956"]


def test_ten_thousand_expressions() -> None:
    assert len(find_times("في 3 مايو 2020. " * 10_000, DAY)) == 10_000


def test_what_a_value_rests_on() -> None:
    text = "في 3 مايو 2020 وقع الهجوم، وقال اليوم إنه عاد أمس."
    assert [time.basis for time in find_times(text, DAY)] == [
        TimeBasis.EXPLICIT,
        TimeBasis.DOCUMENT_DATE,
        TimeBasis.DOCUMENT_DATE,
    ]


def test_a_full_date_beside_today_dates_the_text() -> None:
    times = find_times("اليوم الأربعاء 18 مايو 2022 اجتمع الوزراء، وكانوا التقوا يوم الاثنين.", None)
    assert [(time.value, time.relative) for time in times] == [("2022-05-18", 0), ("2022-05-16", -2)]
    assert times[1].basis is TimeBasis.PREVIOUS_DATE


def test_without_a_date_days_from_today_are_still_relative() -> None:
    (time,) = find_times("غادر أمس.", None)
    assert (time.value, time.relative, time.basis) == ("XXXX-XX-XX", -1, TimeBasis.UNRESOLVED)


def test_a_history_counts_from_its_own_dates() -> None:
    text = "ولد في 4 مارس 1901 في حلب.\n\nوفي 10 أبريل سافر أبوه. وفي العام التالي عادوا."
    times = find_times(text, DAY)
    assert [time.value for time in times] == ["1901-03-04", "1901-04-10", "1902"]
    assert times[1].basis is TimeBasis.PREVIOUS_DATE


def test_hijri_dates_keep_their_own_year() -> None:
    (time,) = find_times("توفي في 15 رمضان 1444 هـ.", DAY)
    assert (time.value, time.hijri, time.relative) == ("2023-04-06", "1444-09-15", 323)


@pytest.mark.parametrize(
    ("text", "day", "reason"),
    [
        ("القاهرة – 12 مارس 2021\nقال الوزير إن…", datetime.date(2021, 3, 12), "place and date on a line"),
        ("بيروت في 3/5/2020\n\nاجتمع النواب.", datetime.date(2020, 5, 3), "numeric"),
        ("عمان، 7 أيلول 2019 (وكالات) – أعلن المجلس", datetime.date(2019, 9, 7), "before the dash of the news"),
        ("عنوان الخبر\nالأحد 5 يناير 2020\nنص", datetime.date(2020, 1, 5), "second line"),
        ("وُلد في 12 مارس 1921 في القاهرة ودرس فيها الطب ثم سافر.", None, "a date in the text is not its date"),
        ("في 12 مارس 2021 وقع الانفجار الذي هز المدينة.", None, "nor at its head"),
        ("القاهرة – 31 فبراير 2021\nنص", None, "no such day"),
        ("القاهرة – مارس 2021\nنص", None, "no day"),
        ("", None, "nothing"),
        ("تأسست الشركة في 3 مايو 1998.\nنص", None, "a short sentence with a verb"),
        ("وقع الاتفاق 3 مايو 1998 – وبقي", None, "a verb, and a dash behind the date"),
        ("صدر في 12 مارس 2021\nنص", datetime.date(2021, 3, 12), "what is done with a text is no happening"),
        ("من: سالم\nإلى: زياد\nالتاريخ: الجمعة، 12 مارس 2021\n\nسلام", datetime.date(2021, 3, 12), "a mail"),
        ("From: a@b.c\nDate: Fri, 12 Mar 2021 10:20:00 +0300\n\nسلام", datetime.date(2021, 3, 12), "a mail's own line"),
        ("Date: 40 Mar 99999\nسلام", None, "a broken one"),
        (
            "عنوان\nتاريخ النشر: 12 مارس 2021 10:30 صباحا\nفي 2050 وفي 2060",
            datetime.date(2021, 3, 12),
            "a page tells of later",
        ),
        ("عنوان\n12 مارس 2021 | 10:30\nنص", datetime.date(2021, 3, 12), "an hour behind it"),
        ("8 - 10 مايو 2024 – ندوة", None, "a range"),
        ("* 1 أوت 2016: عرض\n* 2 أوت 2016: عرض", None, "items of a programme"),
        ("12 مارس 2021: افتتاح المعرض\nنص", None, "the heading of an entry"),
        ("3 مايو 1998\nوصل الوفد.\n5 مايو 1998\nغادر الوفد.\n6 مايو 1998\nعاد.", None, "a chronicle"),
        ("خبر\n3 مايو 1998\nوصل الوفد.\nآخر تحديث\n5 مايو 1998", datetime.date(1998, 5, 3), "a page that was changed"),
        ("عنوان\n3 مايو 1998 - 08:15 صباحًا\nوصل الوفد.", datetime.date(1998, 5, 3), "an hour with tanwin"),
        ("اتفاق 17 مايو 1983 – تفاصيل", None, "a day in a name"),
        ("سالم حداد (22 يناير 1939 –) شاعر سوري.", None, "a life that goes on"),
        ("سالم حداد (حلب 22 يناير 1939 – دمشق 3 مايو 2001) شاعر.", None, "a life that is over, with its places"),
        ("عمان (بترا) 7 أيلول 2019 – أعلن", datetime.date(2019, 9, 7), "an agency in brackets"),
    ],
)
def test_dateline(text: str, day: datetime.date | None, reason: str) -> None:
    assert document_date_hint(text) == day, reason


FROM_AROUND = [
    ("دخل المدينة في مايو 1174 وعاد في الخريف التالي.", "1174-FA", "a season reckoned from the last date"),
    ("الحرب الثالثة (149-146 ق.م) انتهت.", "BC0149", "a range that runs down to our era"),
    ("في ليلة 14 على 15 يوليو 1958 اندلعت الثورة.", "1958-07-14TNI", "the night between two days"),
    ("في النصف الثاني من القرن الثامن عشر انتشر.", "1750/1799", "half a century"),
    ("فاز النادي في موسم 1994 - 95.", "1994/1995", "a season of play over a New Year"),
    ("فاز في الموسم 2014 - 2015 باللقب.", "2014/2015", "the same with the article, and both years in full"),
    (
        "انتقل سنة 2009. وفي موسم 2014-2015 فاز. وفي 3 مايو أصيب.",
        "2015-05-03",
        "the spring of a season is its second year",
    ),
    ("فاز في موسم 2014-2015. وفي 27 سبتمبر سجل. وفي 3 مايو أصيب.", "2015-05-03", "also behind a day of its autumn"),
    ("فاز في موسم 2014-2015. وفي 27 سبتمبر سجل.", "2014-09-27", "its autumn is the first"),
    (
        "ولد في اليوم السادس من ديسمبر سنة 1895 وعاد في 3 مايو 1920. وفي 7 يونيو مات.",
        "1920-06-07",
        "no day of speaking",
    ),
    ("انتقل في مطلع العشرينيات ثم توفي سنة 1975.", "192", "the century of a decade, from the years around it"),
    ("وقعت في 17 رمضان سنة 2. وفي 12 مارس 2020 افتتح المسجد.", "0624-03-13", "a Hijri month keeps its short year"),
    ("ثم دخلت سنة ثلاث وسبعين. وفي شتاء سنة ثلاث وسبعين سار.", "0692/0693", "a season of an annal is none of 1973"),
    ("سافر في شتاء عام 73 وعاد عام 1980.", "1973-WI", "elsewhere it is"),
    ("في 6 أكتوبر 1973 اندلعت الحرب. وفي رمضان من العام نفسه عاد.", "1973-09-27/1973-10-26", "of that civil year"),
    ("ولد سنة سبع وستين وأربعمائة. ومات بمصر.", "1074/1075", "a year spelled in words, and no Christian sign"),
    ("ولد سنة سبع وستين وأربعمائة. وطبع كتابه عام 1998.", "1074/1075", "beside one too"),
    ("(1956\u200f-\u200f1970)", "1970", "marks of direction around a dash"),
    ("وصل الساعة الثانية عشرة والنصف ليلا.", "XXXX-XX-XXT00:30", "half an hour behind midnight"),
    ("وصل الساعة الثانية عشرة إلا ربعا مساء.", "XXXX-XX-XXT23:45", "a quarter before it"),
    ("وصل الساعة الواحدة إلا ربعا ظهرا.", "XXXX-XX-XXT12:45", "a quarter before one"),
]


@pytest.mark.parametrize(("text", "value", "why"), FROM_AROUND)
def test_values_that_hang_on_what_stands_around(text: str, value: str, why: str) -> None:
    assert value in {time.value for time in find_times(text, None)}, why


LISTS = [
    (
        "15 أبريل 2022: اندلع القتال.\n\n24 أبريل: هدأ.\n\n4 نوفمبر: عاد.",
        ["2022-04-15", "2022-04-24", "2022-11-04"],
        "in its year, though the day is nearer to another",
    ),
    (
        "- 12 مايو 2021: بدأ.\n- 4 نوفمبر: عاد.\n- 10 أكتوبر: انتهى.",
        ["2021-05-12", "2021-11-04", "2022-10-10"],
        "what goes on goes on past a New Year",
    ),
    (
        "3 فبراير 2022: زار حلب.\n20 يناير: توفي.\n20 يناير: دفن.\n12 نوفمبر: اندلع.",
        ["2022-02-03", "2022-01-20", "2022-01-20", "2021-11-12"],
        "the newest first",
    ),
    (
        "2022\n20 نوفمبر: وصل.\n10 يناير: زار.\n2021\n15 ديسمبر: وصل.",
        ["2022", "2022-11-20", "2022-01-10", "2021", "2021-12-15"],
        "under a year it stays in it",
    ),
    (
        "- 1 مارس 2023: أ\n- 5 أبريل: ب\n\nوقبله:\n\n- 10 يناير 2022: ج\n- 25 ديسمبر: د",
        ["2023-03-01", "2023-04-05", "2022-01-10", "2021-12-25"],
        "another list has its own way",
    ),
    (
        "15 أبريل 2022: اندلع القتال.\n20 - 25 مايو: هدأ.",
        ["2022-04-15", "2022-05-20", "2022-05-25"],
        "both ends of a range",
    ),
    (
        "15 أبريل 2022: اندلع.\n\nأ.\n\nب.\n\nج.\n\nد.\n\n24 أبريل: هدأ.",
        ["2022-04-15", "2023-04-24"],
        "far below, no list any more",
    ),
    (
        "15 أبريل 2022: اندلع القتال في 24 مايو.",
        ["2022-04-15", "2023-05-24"],
        "within an item the document's day counts",
    ),
    ("17 أكتوبر 2022 كان يوما.\n\n20 مارس سيكون موعدها.", ["2022-10-17", "2024-03-20"], "sentences are no items"),
    ("4 مارس 2024\n\n25 ديسمبر: انعقد.", ["2024-03-04", "2023-12-25"], "the date of the page begins no list"),
    ("15 أبريل 2022: احترقت.\nالجمعة 22 مارس: ينطلق.", ["2022-04-15", "2024-03-22"], "by its weekday of another year"),
    ("15 أبريل 2022: احترقت.\nاليوم 4 مارس: يزور.", ["2022-04-15", "2024-03-04"], "today is today"),
]


@pytest.mark.parametrize(("text", "values", "why"), LISTS)
def test_items_of_a_list_go_on_in_its_year(text: str, values: list[str], why: str) -> None:
    assert [time.value for time in find_times(text, datetime.date(2024, 3, 4))] == values, why


WEEKDAYS = [
    ("من 20 إلى 29 تموز 2023\n\n- الجمعة 21: أ\n\n**الأحد 23:** ب", ["2023-07-21", "2023-07-23"], "of its month"),
    ("من 20 إلى 29 تموز 2023\n\nيوم الخميس 3: أ", ["2023-08-03"], "or the next one"),
    ("مهرجان تأسس عام 1985\n\nالجمعة 8: أ", ["2024-03-08"], "not of a year of long ago"),
    ("السبت 8 - 10: رياضيات", ["2024-03-02"], "hours"),
    ("حضر السبت 9 أشخاص.", ["2024-03-02"], "a number of something"),
]


@pytest.mark.parametrize(("text", "values", "why"), WEEKDAYS)
def test_the_weekday_and_number_that_an_item_begins_with(text: str, values: list[str], why: str) -> None:
    found = [time.value for time in find_times(text, datetime.date(2024, 3, 4))]
    assert found[-len(values) :] == values, why


def test_the_ends_of_a_range_hold_no_marks_of_direction() -> None:
    text = "حكم (1956\u200f-\u200f1970) ثم مات."
    assert [time.span.of(text) for time in find_times(text, None)] == ["1956", "1970"]


def test_a_paper_s_today_is_today_but_for_the_papers_called_so() -> None:
    day = datetime.date(2020, 1, 1)
    assert [time.value for time in find_times("نشرت صحيفة الغارديان اليوم تقريرا.", day)] == ["2020-01-01"]
    assert find_times("قالت قناة روسيا اليوم إن.", day) == []


def test_days_far_back_are_days() -> None:
    assert find_times("قبل 12000 يوم", datetime.date(2020, 1, 1))[0].value == "1987-02-23"


def test_a_former_director_is_no_time() -> None:
    assert find_times("كان مديرا سابقا للمصرف.", None) == []


def test_a_line_break_inside_a_paragraph_changes_nothing() -> None:
    joined = "وصل الوفد في 3 مايو 1998 وقال في 5 مايو 1999 إن العام الماضي كان صعبا"
    apart = joined.replace(" ", "\n")
    found = read_times(apart, DAY, [Span(0, len(apart))]).times
    assert found == tuple(find_times(joined, DAY))


def test_a_line_that_is_a_paragraph_ends_what_it_says() -> None:
    text = "3 مايو\n1998 شخصا"
    found = read_times(text, DAY, [Span(0, 6), Span(7, len(text))]).times
    assert [time.value for time in found] == ["2022-05-03"]


@pytest.mark.parametrize(
    ("text", "doubtful"),
    [
        ("من 15 إلى 12 مارس 2021", [False, True]),
        ("1990-1980", [False, True]),
        ("من 28 ديسمبر 2020 إلى 3 يناير 2021", [False, False]),
        ("(149-146 ق.م)", [False, False]),
        ("في 31 شباط 2020", [True]),
    ],
)
def test_what_cannot_be_is_kept_and_marked(text: str, doubtful: list[bool]) -> None:
    assert [time.doubtful for time in find_times(text, DAY)] == doubtful


@settings(deadline=None, max_examples=200)
@given(st.lists(PIECES, max_size=25).map(" ".join), st.dates())
def test_setting_the_date_removes_no_time(text: str, day: datetime.date) -> None:
    assert {time.span.end for time in find_times(text, None)} == {time.span.end for time in find_times(text, day)}
