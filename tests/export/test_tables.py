from __future__ import annotations

import csv
import io
import json

from reader.export import tables

COLUMNS = ("name", "aliases", "clause", "date")
ROWS: list[tables.Row] = [
    {"name": "كيم", "aliases": ["أ", "ب"], "clause": "زار\tالمدينة\nثم عاد", "date": None},
    {"name": 'قال "نعم", ثم لا', "aliases": [], "clause": "", "date": "2023"},
]


def test_a_tab_or_line_end_inside_a_value_never_breaks_a_row() -> None:
    assert tables.as_tsv(COLUMNS, ROWS) == (
        "name\taliases\tclause\tdate\n"
        "كيم\tأ | ب\tزار المدينة ثم عاد\t\n"
        'قال "نعم", ثم لا\t\t\t2023\n'
    )


def test_csv_reads_back_as_it_was() -> None:
    read = list(csv.DictReader(io.StringIO(tables.as_csv(COLUMNS, ROWS))))
    assert [row["clause"] for row in read] == ["زار\tالمدينة\nثم عاد", ""]
    assert [row["name"] for row in read] == ["كيم", 'قال "نعم", ثم لا']


def test_json_keeps_lists_and_nothing() -> None:
    read = json.loads(tables.as_json(ROWS))
    assert read[0]["aliases"] == ["أ", "ب"]
    assert read[0]["date"] is None


def test_no_rows_are_still_a_header() -> None:
    assert tables.as_tsv(COLUMNS, []) == "name\taliases\tclause\tdate\n"
