"""Setting the document date."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pytest

from reader.analysis.model import Analysis
from reader.tui.parts.dating import Dating

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.parts.conftest import Bar, Calls, Row

    from reader.reading import Reading
    from reader.tui.parts.voice import Voice

DAY = datetime.date(2021, 3, 14)
COMPLETE = Analysis(complete=True)


@pytest.fixture
def reading(make_reading: Callable[[str], Reading]) -> Reading:
    return make_reading("وصل الوفد أمس.")


@pytest.fixture
def dating(reading: Reading, bar: Bar, voice: Voice, calls: Calls) -> Dating:
    """Its bar is open; `calls` are those for a new analysis."""
    dating = Dating(reading, bar, voice, calls)
    dating.open()
    return dating


def test_the_open_bar_says_what_the_date_is_now(dating: Dating, bar: Bar, reading: Reading) -> None:
    assert bar.display
    assert bar.shown == (reading.analysis,)
    told = Analysis(reach=5)
    dating.learn(told)
    dating.open()
    assert bar.shown == (told,), "of what the screen was told of last"


def test_a_day_that_was_typed_is_counted_from(
    dating: Dating, bar: Bar, reading: Reading, calls: Calls, row: Row
) -> None:
    dating.type("2021-03-14")
    bar.day = DAY
    dating.accept()
    assert reading.document_date == DAY
    assert len(calls.made) == 1
    assert not bar.display
    assert not row.said, "nothing has been found yet"


def test_what_is_no_day_changes_nothing_and_can_be_put_right(
    dating: Dating, bar: Bar, reading: Reading, calls: Calls, row: Row
) -> None:
    dating.type("31/2/2021")
    dating.accept()
    assert row.said == ["that is no day of a calendar"]
    assert bar.display
    assert reading.document_date is None
    assert not calls.made
    dating.erase()
    assert bar.typed == "31/2/202"
    dating.clear()
    assert bar.typed == ""


@pytest.mark.parametrize("typed", ["", "  "])
def test_nothing_typed_is_what_the_text_says_of_itself(
    typed: str, dating: Dating, reading: Reading, calls: Calls
) -> None:
    reading.document_date = DAY
    dating.type(typed)
    dating.accept()
    assert reading.document_date is None
    assert len(calls.made) == 1


def test_leaving_the_bar_changes_nothing(dating: Dating, bar: Bar, reading: Reading, calls: Calls) -> None:
    dating.type("2021-03-14")
    bar.day = DAY
    dating.cancel()
    assert not bar.display
    assert reading.document_date is None
    assert not calls.made


def test_the_date_is_told_once_when_everything_has_been_found(dating: Dating, row: Row) -> None:
    dating.learn(COMPLETE)
    assert not row.said, "it was not set here"
    dating.accept()
    dating.learn(Analysis())
    assert not row.said
    dating.learn(COMPLETE)
    dating.learn(COMPLETE)
    assert row.said == ["the date"]
