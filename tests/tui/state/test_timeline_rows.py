"""Events as rows: under which heading each stands, and with which dot."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from reader.analysis.model import Certainty, Event, EventStatus, TimeExpression, TimeType
from reader.text.arabic import Digits
from reader.text.span import Span
from reader.tui.state.timeline_rows import Dot, EventRow, Heading, TimelineRow, dot_of, nearest, timeline
from reader.tui.wording.dates import Wording

ARABIC = Wording("ar", Digits.ARAB)
ENGLISH = Wording("en", Digits.LATIN)
BASE = Event("v1", Span(0, 10), Span(0, 4), "visit", certainty=Certainty.STATED)


def event(at: int, date: str | None, **fields: object) -> Event:
    return replace(BASE, id=f"v{at}", clause=Span(at, at + 5), date=date, **fields)  # type: ignore[arg-type]


def shape(rows: list[TimelineRow]) -> list[str]:
    """Rows as text: headings by their words, events by where they are told."""
    return [
        "  " * (row.level - 1) + row.text if isinstance(row, Heading) else f"{row.dot} {row.event.clause.start}"
        for row in rows
    ]


@pytest.mark.parametrize(
    ("events", "expected", "reason"),
    [
        ([], [], "nothing happened"),
        ([event(7, "2021-03-14")], ["مارس ٢٠٢١", "  الأحد ١٤", "● 7"], "a day: month, then day"),
        ([event(7, "2021-03")], ["مارس ٢٠٢١", "● 7"], "a month is no day"),
        ([event(7, "2021")], ["٢٠٢١", "● 7"], "a year is no month"),
        ([event(7, "198X")], ["ثمانينيات القرن العشرين", "● 7"], "a decade"),
        ([event(7, "18XX")], ["القرن التاسع عشر", "● 7"], "a century"),
        ([event(7, "-0331")], ["٣٣٢ ق.م", "● 7"], "astronomical -331 is 332 BC"),
        ([event(7, None, relative=-2)], ["قبل يومين من النشر", "● 7"], "only the distance is known"),
        ([event(7, None, relative=0)], ["يوم النشر", "● 7"], "the day itself"),
        ([event(7, None, relative=4)], ["بعد ٤ أيام من النشر", "● 7"], "a plural of few"),
        ([event(7, None, certainty=Certainty.UNDATED)], ["دون تاريخ", "– 7"], "no date at all"),
        (
            [event(7, None, earliest="2021-12-30", latest="2022-01-02")],
            ["٣٠ ديسمبر ٢٠٢١ – ٢ يناير ٢٠٢٢", "● 7"],
            "a stretch over a year's end, of a date that nobody could shorten",
        ),
        (
            [event(7, "202X", earliest="2021-12-30", latest="2022-01-02")],
            ["٣٠ ديسمبر ٢٠٢١ – ٢ يناير ٢٠٢٢", "● 7"],
            "the decade is only what its ends share",
        ),
        (
            [event(7, "198X", earliest="1980-01-01", latest="1989-12-31")],
            ["ثمانينيات القرن العشرين", "● 7"],
            "a whole decade",
        ),
        (
            [event(7, "2021-03", earliest="2021-03-04", latest="2021-03-09")],
            ["مارس ٢٠٢١", "  ٤ – ٩", "● 7"],
            "a stretch within a month",
        ),
        (
            [event(7, "2021-02", earliest="2021-02-01", latest="2021-02-28")],
            ["فبراير ٢٠٢١", "● 7"],
            "a whole month's days say nothing more",
        ),
        (
            [event(1, "2021-03-14"), event(9, "2021-03-14"), event(5, "2021-03-15")],
            ["مارس ٢٠٢١", "  الأحد ١٤", "● 1", "● 9", "  الاثنين ١٥", "● 5"],
            "a day is said once",
        ),
        (
            [event(1, "2021-03-14"), event(9, "2021"), event(5, "2021-03-15")],
            ["مارس ٢٠٢١", "  الأحد ١٤", "● 1", "  الاثنين ١٥", "● 5", "٢٠٢١", "● 9"],
            "a vaguer date between two days of a month does not cut the month in two",
        ),
        (
            [event(9, None, certainty=Certainty.UNDATED), event(1, "2021")],
            ["٢٠٢١", "● 1", "دون تاريخ", "– 9"],
            "undated ones last, wherever they come",
        ),
        (
            [event(1, "2021-03-14", certainty=Certainty.INFERRED)],
            ["مارس ٢٠٢١", "  ~الأحد ١٤", "◐ 1"],
            "a day that was worked out",
        ),
        (
            [event(1, "2021-03-14", certainty=Certainty.INFERRED), event(3, "2021-03-14")],
            ["مارس ٢٠٢١", "  الأحد ١٤", "◐ 1", "● 3"],
            "a day that is also said",
        ),
        ([event(1, "next week")], ["دون تاريخ", "● 1"], "a date of no known form is not shown"),
    ],
)
def test_headings(events: list[Event], expected: list[str], reason: str) -> None:
    assert shape(timeline(events, ARABIC)) == expected, reason


def known(at: int, first: str, last: str = "") -> Event:
    return event(at, first, earliest=first, latest=last or first)


@pytest.mark.parametrize(
    ("events", "expected", "reason"),
    [
        ([known(1, "2021-03-01"), known(2, "2021-03-14"), known(3, "2021-03-15")], 2, "the day itself"),
        ([known(1, "2021-01-01", "2021-12-31"), known(2, "2021-03-14")], 2, "the day rather than its year"),
        ([known(1, "2021-01-01", "2021-12-31"), known(2, "2021-03-13")], 2, "and the day before it"),
        ([known(1, "2021-03-01"), known(2, "2021-03-11"), known(3, "2021-03-20")], 2, "else the nearest day"),
        ([known(1, "2021-03-14"), known(2, "2021-03-14")], 1, "of several on that day the first"),
        ([known(1, "-0331-01-01", "-0331-12-31"), event(2, None), known(3, "2006-01-01", "2006-12-31")], 3, "far off"),
        ([known(1, "-0331-01-01", "-0331-12-31"), event(2, None)], None, "no day that is known"),
        ([], None, "nothing happened"),
    ],
)
def test_which_event_is_the_nearest_to_a_day(events: list[Event], expected: int | None, reason: str) -> None:
    rows = timeline(events, ARABIC)
    index = nearest(rows, datetime.date(2021, 3, 14))
    found = None if index is None else rows[index]
    assert (found.event.clause.start if isinstance(found, EventRow) else None) == expected, reason


def test_every_event_has_one_row() -> None:
    dates = ["2021-03-14", "2021", None, "198X", "2021-03-14", "0000", "20XX", "2021-13-40"]
    events = [event(at, date) for at, date in enumerate(dates)]
    for story in (False, True):
        rows = [row.event for row in timeline(events, ENGLISH, story=story) if isinstance(row, EventRow)]
        assert sorted(rows, key=lambda one: one.id) == events


def test_story_order_is_that_of_the_text_and_says_each_change_of_period() -> None:
    events = [event(30, "2020"), event(10, "2021-03"), event(20, "2020"), event(5, "2021-03")]
    expected = ["March 2021", "● 5", "● 10", "2020", "● 20", "● 30"]
    assert shape(timeline(events, ENGLISH, story=True)) == expected


@pytest.mark.parametrize(
    ("status", "certainty", "dot"),
    [
        (EventStatus.PAST, Certainty.STATED, Dot.PAST),
        (EventStatus.ONGOING, Certainty.STATED, Dot.PAST),
        (EventStatus.PAST, Certainty.INFERRED, Dot.INFERRED),
        (EventStatus.PAST, Certainty.UNDATED, Dot.FAINT),
        (EventStatus.PLANNED, Certainty.STATED, Dot.PLANNED),
        (EventStatus.PLANNED, Certainty.INFERRED, Dot.PLANNED),
        (EventStatus.PLANNED, Certainty.UNDATED, Dot.PLANNED),
        (EventStatus.BACKGROUND, Certainty.STATED, Dot.FAINT),
    ],
)
def test_dots(status: EventStatus, certainty: Certainty, dot: Dot) -> None:
    assert dot_of(replace(BASE, status=status, certainty=certainty)) is dot


HIJRI = Wording("ar", Digits.ARAB, hijri=True)
TIMES = (
    TimeExpression(Span(0, 4), TimeType.DATE, "2021-03-14"),
    TimeExpression(Span(5, 9), TimeType.DATE, "2021-03-14", doubtful=True),
    TimeExpression(Span(10, 14), TimeType.DATE, "2021-03-13", hijri="1442-07-30"),
    TimeExpression(Span(15, 19), TimeType.DATE, "2024", hijri="1445-09"),
)


def day(at: int, date: str, time: int) -> Event:
    return event(at, date, earliest=date, latest=date, time=time)


def test_hijri_beside_civil_dates() -> None:
    rows = timeline([day(1, "2021-03-14", 0), event(5, "2021"), event(9, None)], HIJRI, TIMES)
    assert shape(rows) == [
        "مارس ٢٠٢١، رجب – شعبان ١٤٤٢",
        "  الأحد ١٤، ١ شعبان ١٤٤٢",
        "● 1",
        "٢٠٢١، ١٤٤٢ – ١٤٤٣ هـ",
        "● 5",
        "دون تاريخ",
        "● 9",
    ]
    assert isinstance(rows[0], Heading)
    assert rows[0].shorter == ("مارس ٢٠٢١، ١٤٤٢ هـ", "مارس ٢٠٢١"), "for a panel that is too narrow"


def test_a_hijri_date_of_the_text_is_shown_as_given() -> None:
    """30 Rajab, where the calendar has 29: the text's word stands."""
    assert "  السبت ١٣، ٣٠ رجب ١٤٤٢" in shape(timeline([day(1, "2021-03-13", 2)], HIJRI, TIMES))
    month = shape(timeline([event(1, "2024", time=3)], HIJRI, TIMES))
    assert month[1] == "  رمضان ١٤٤٥", "a month that lies in two civil ones"
    assert shape(timeline([day(1, "2021-03-13", 2)], ARABIC, TIMES))[1] == "  السبت ١٣", "only when asked for"


def test_a_day_that_the_text_contradicts_is_marked() -> None:
    assert shape(timeline([day(1, "2021-03-14", 0)], ARABIC, TIMES))[1] == "  الأحد ١٤"
    assert shape(timeline([day(1, "2021-03-14", 0), day(3, "2021-03-14", 1)], ARABIC, TIMES))[1] == "  الأحد ١٤ ؟"


def test_a_time_that_is_not_there_says_nothing() -> None:
    assert shape(timeline([day(1, "2021-03-14", 99)], HIJRI))[1] == "  الأحد ١٤، ١ شعبان ١٤٤٢"
