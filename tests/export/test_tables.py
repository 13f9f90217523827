from __future__ import annotations

import csv
import io
import json

import pytest

from reader.export import tables

COLUMNS = ("name", "aliases", "clause", "date")
ROWS: list[tables.Row] = [
    {"name": "كيم", "aliases": ["أ", "ب"], "clause": "زار\tالمدينة\nثم عاد", "date": None},
    {"name": 'قال "نعم", ثم لا', "aliases": [], "clause": "", "date": "2023"},
]


def test_a_tab_or_line_end_inside_a_value_never_breaks_a_row() -> None:
    assert tables.as_tsv(COLUMNS, ROWS) == (
        'name\taliases\tclause\tdate\nكيم\tأ | ب\tزار المدينة ثم عاد\t\nقال "نعم", ثم لا\t\t\t2023\n'
    )


@pytest.mark.parametrize("value", ["", "نعم", 'قال "نعم"', '"', "أ, ب", "سطر\nثان", "سطر\r\nثان", "سطر\rثان", " أ "])
def test_csv_reads_back_as_it_was(value: str) -> None:
    written = tables.as_csv(("clause", "date"), [{"clause": value, "date": None}])
    assert list(csv.reader(io.StringIO(written, newline=""))) == [["clause", "date"], [value, ""]]


def test_csv_joins_lists() -> None:
    assert tables.as_csv(("aliases",), ROWS[:1]) == "aliases\nأ | ب\n"


def test_json_keeps_lists_and_nothing() -> None:
    read = json.loads(tables.as_json(ROWS))
    assert read[0]["aliases"] == ["أ", "ب"]
    assert read[0]["date"] is None


def test_no_rows_are_still_a_header() -> None:
    assert tables.as_tsv(COLUMNS, []) == "name\taliases\tclause\tdate\n"
