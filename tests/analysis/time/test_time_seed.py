"""The first article: its twelve times, with and without a document date (facts only: its text is not kept here)."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import pytest

from reader.analysis.model import TimeBasis
from reader.analysis.time import find_times

SEED = Path(__file__).resolve().parents[4] / "shared" / "seed"
pytestmark = pytest.mark.skipif(not SEED.is_dir(), reason="the first article and its gold are not beside this checkout")


@pytest.fixture(scope="module")
def article() -> str:
    return (SEED / "article.txt").read_text("utf-8")


@pytest.fixture(scope="module")
def gold() -> list[dict[str, object]]:
    timexes: list[dict[str, object]] = json.loads((SEED / "gold.json").read_text("utf-8"))["timexes"]
    return timexes


def test_all_twelve_with_their_values(article: str, gold: list[dict[str, object]]) -> None:
    found = [(*time.span, str(time.type), time.value) for time in find_times(article, datetime.date(2023, 9, 17))]
    assert found == [(g["start"], g["end"], g["type"], g["value"]) for g in gold]


def test_without_a_date_the_weekdays_are_relative_and_nothing_is_absolute(
    article: str, gold: list[dict[str, object]]
) -> None:
    times = find_times(article, None)
    assert [time.value for time in times] == [g["value_no_dct"] for g in gold]
    weekdays = [time.relative for time in times if time.value.startswith("XXXX-WXX-")]
    assert weekdays == [0, -2, -4, 0, -1, -1]
    assert all(time.basis is TimeBasis.WEEKDAY_ANCHOR for time in times if time.relative is not None)
    assert all(time.earliest is None for time in times)
