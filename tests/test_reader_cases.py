"""Cases that readers have told of, each by area through public faces.

Their texts are in tests/data/cases/reader_cases.jsonl; what is right stands in reader_expected.toml beside it, and
what is not right yet among its `gaps`: that is expected to fail, and fails the suite once it has come right.
"""

from __future__ import annotations

import ast
import datetime
import json
import os
import re
import signal
import subprocess
import sys
import tomllib
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from in_a_terminal import InATerminal

from reader.analysis.recogniser import kept
from reader.errors import QariError
from reader.export import ansi, json_document, plain
from reader.reading import Reading
from reader.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


FOLDER = Path(__file__).parent / "data" / "cases"
LINES = (FOLDER / "reader_cases.jsonl").read_text("utf-8").splitlines()
CASES: dict[str, dict[str, Any]] = {case["id"]: case for case in map(json.loads, LINES)}
EXPECTED: dict[str, Any] = tomllib.loads((FOLDER / "reader_expected.toml").read_text("utf-8"))
GAPS: list[str] = EXPECTED.pop("gaps")
WRONG = (AssertionError, pytest.fail.Exception)
WIDTH = 80
MARKED = r".[\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06ed]*"
"""What is drawn in one cell."""
MIRRORED = str.maketrans("()[]«»", ")(][»«")
PATIENCE = 60


def of(ids: Iterable[str]) -> list[Any]:
    """These cases, each a test."""
    return [pytest.param(id_, id=id_, marks=_gap(id_) if id_ in GAPS else ()) for id_ in ids]


def _gap(id_: str) -> pytest.MarkDecorator:
    return pytest.mark.xfail(strict=True, raises=WRONG, reason=CASES[id_]["kind"])


@pytest.fixture
def opened(tmp_path: Path) -> Callable[[str], Reading]:
    """The text of a case in a file, opened as its command says."""

    def read(id_: str) -> Reading:
        date = re.search(r"--date (\S+)", CASES[id_]["command"])
        return Reading.open(
            written(tmp_path, id_), document_date=datetime.date.fromisoformat(date[1]) if date else None
        )

    return read


def written(folder: Path, id_: str) -> Path:
    given = CASES[id_]["input"]
    file = folder / "a.txt"
    file.write_bytes(given.encode() if isinstance(given, str) else bytes.fromhex(given["bytes_hex"]))
    return file


class Row(NamedTuple):
    """A row of the picture: columns left free before it, and what it shows from left to right."""

    left: int
    text: str

    @property
    def right(self) -> int:
        """The columns left free behind it."""
        taken = sum(1 for char in self.text if not unicodedata.combining(char) and unicodedata.category(char) != "Mn")
        return WIDTH - self.left - taken

    @property
    def is_arabic(self) -> bool:
        return self.words != self.text

    @property
    def words(self) -> str:
        """Its words from left to right, those with Arabic letters spelled as they are read."""
        return " ".join(map(_spelled, self.text.split()))


def _spelled(word: str) -> str:
    if not any(char.isalpha() and char >= "\u0600" for char in word):
        return word
    clusters = re.findall(MARKED, word)
    return unicodedata.normalize("NFKC", "".join(clusters[::-1]).translate(MIRRORED))


def picture(reading: Reading, **settings: Any) -> list[Row]:
    rows = ansi.render(reading, Settings(**{"width": WIDTH} | settings), colour=False)
    return [Row(len(row) - len(row.lstrip(" ")), row.strip(" \n")) for row in rows]


# order

WORDS, SPLIT = EXPECTED["words"], EXPECTED["split"]
ON_THE_RIGHT = ("O14", "O15", "O16", "O17")
"""Whose rows with an Arabic letter all stand at the right."""


@pytest.mark.parametrize("id_", of(WORDS))
def test_order(opened: Callable[[str], Reading], id_: str) -> None:
    rows = picture(opened(id_))
    assert [row.words for row in rows] == WORDS[id_], CASES[id_]["expected"]
    for row in rows:
        assert (row.right if row.is_arabic else row.left) == 0


@pytest.mark.parametrize("id_", of(ON_THE_RIGHT))
def test_side(opened: Callable[[str], Reading], id_: str) -> None:
    arabic = [row for row in picture(opened(id_)) if row.is_arabic]
    assert arabic
    assert [row.right for row in arabic] == [0] * len(arabic), CASES[id_]["expected"]


@pytest.mark.parametrize("id_", of(SPLIT))
def test_split(opened: Callable[[str], Reading], id_: str) -> None:
    rows = picture(opened(id_), width=SPLIT[id_]["width"])
    assert [row.words for row in rows] == SPLIT[id_]["words"], CASES[id_]["expected"]


# letters

CELLS, COLUMNS = EXPECTED["cells"], EXPECTED["columns"]


def cells(row: Row) -> str:
    return " ".join("+".join(f"{ord(char):04X}" for char in cluster) for cluster in re.findall(MARKED, row.text))


@pytest.mark.parametrize("id_", of(CELLS))
def test_letters(opened: Callable[[str], Reading], id_: str) -> None:
    (row,) = picture(opened(id_))
    assert cells(row) == CELLS[id_], CASES[id_]["expected"]
    assert row.right == 0


def test_what_rides_with_a_mark_is_hidden_with_it(opened: Callable[[str], Reading]) -> None:
    (row,) = picture(opened("H06"), tashkeel=False)
    assert "+" not in cells(row)


@pytest.mark.parametrize("id_", of(["J05"]))
def test_a_lam_with_a_sign_is_drawn_with_it(opened: Callable[[str], Reading], id_: str) -> None:
    (row,) = picture(opened(id_))
    assert "\u06b5" not in row.text
    assert {"\ufefb\u065a", "\ufedf\u065a"} & {row.text[at : at + 2] for at in range(len(row.text))}


@pytest.mark.parametrize("id_", of(COLUMNS))
def test_columns(opened: Callable[[str], Reading], id_: str) -> None:
    (row,) = picture(opened(id_))
    assert (row.left, row.right) == (WIDTH - COLUMNS[id_], 0), CASES[id_]["expected"]


@pytest.mark.parametrize("id_", of(["H04"]))
def test_the_order_of_marks_makes_no_difference(opened: Callable[[str], Reading], id_: str) -> None:
    (row,) = picture(opened(id_))
    third, second, _ = row.text.split()
    assert second == third


@pytest.mark.parametrize("id_", of(["H07"]))
def test_a_phrase_in_one_code_point_has_room(opened: Callable[[str], Reading], id_: str) -> None:
    for row in picture(opened(id_)):
        assert not {"\ufdfd", "\ufdfa", "\ufdfb"} & set(row.text) or row.left < WIDTH - 4 * len(row.text)


# text

WHOLE = ("W01", "W03")
DECODED = EXPECTED["decoded"]


@pytest.mark.parametrize("id_", of(WHOLE))
def test_a_paragraph_of_lines_is_one(opened: Callable[[str], Reading], id_: str) -> None:
    reading = opened(id_)
    assert len(reading.document.blocks) == 1
    names = {" ".join(entity.name.split()) for entity in reading.analyse().entities}
    assert {"محمود سعيد عباس الخطيب", "عبد الرحمن بن ناصر السالمي"} <= names


@pytest.mark.parametrize("id_", of(["C01"]))
def test_text_is_the_source(opened: Callable[[str], Reading], id_: str) -> None:
    assert plain.text_bytes(opened(id_).original) == CASES[id_]["input"].encode()


@pytest.mark.parametrize("id_", of(id_ for id_, case in CASES.items() if case["area"] == "search"))
def test_search(opened: Callable[[str], Reading], id_: str) -> None:
    case, reading = CASES[id_], opened(id_)
    spans = map(reading.written, reading.find(case["command"].removeprefix("/ ")))
    hits = [span.of(reading.original.text) for span in spans]
    assert hits == ast.literal_eval(case["expected"].removeprefix("hits: "))


@pytest.mark.parametrize("id_", of(DECODED))
def test_encoding(opened: Callable[[str], Reading], id_: str) -> None:
    encoding, held = DECODED[id_]
    try:
        document = opened(id_).document
    except QariError as error:
        pytest.fail(str(error))
    assert document.source.encoding == (encoding or document.source.encoding)
    assert held in document.text
    assert document.notices, "how it was read is told"


@pytest.mark.parametrize("id_", of(["E08"]))
def test_ruined_text_is_told_or_repaired(opened: Callable[[str], Reading], id_: str) -> None:
    reading = opened(id_)
    assert reading.document.notices or reading.ruins or "الكتاب" in "".join(row.words for row in picture(reading))


# analysis


@pytest.fixture
def found(opened: Callable[[str], Reading]) -> Callable[[str], Any]:
    """What is found in the text of a case, as JSON says it."""
    if missing := kept.notice():
        pytest.skip(missing.kind)

    def analyse(id_: str) -> Any:
        reading = opened(id_)
        reading.analyse()
        return json.loads(json_document.dumps(reading, "ar"))

    return analyse


def mentions(found: Any) -> dict[str, list[str]]:
    """What is named of each type, in text order."""
    named: dict[str, list[str]] = {}
    for entity in found["entities"]:
        named.setdefault(entity["type"], []).extend(mention["text"] for mention in entity["mentions"])
    return named


NAMES, TIMES, DAYS = EXPECTED["names"], EXPECTED["times"], EXPECTED["days"]
UNDATED = ("D11", "D13")
"""Texts that say no date of their own."""


@pytest.mark.parametrize("id_", of(NAMES))
def test_names(found: Callable[[str], Any], id_: str) -> None:
    named = mentions(seen := found(id_))
    assert named == NAMES[id_], CASES[id_]["expected"]
    assert len(seen["entities"]) == len({name for names in named.values() for name in names}), "each has one name"


@pytest.mark.parametrize("id_", of(["N07"]))
def test_marks_of_direction_stay_outside(found: Callable[[str], Any], id_: str) -> None:
    seen = found(id_)
    assert [(entity["name"], entity["aliases"]) for entity in seen["entities"]] == [("محمود عباس", []), ("بيروت", [])]
    assert seen["events"][0]["places"] == ["e2"]


@pytest.mark.parametrize("id_", of(["N10"]))
def test_text_in_visual_order_is_turned_round_or_told(found: Callable[[str], Any], id_: str) -> None:
    seen = found(id_)
    assert seen["notices"] or {"محمود عباس", "بيروت"} <= {entity["name"] for entity in seen["entities"]}


@pytest.mark.parametrize("id_", of(["N11"]))
def test_a_tag_is_no_name(found: Callable[[str], Any], id_: str) -> None:
    names = {entity["name"] for entity in found(id_)["entities"]}
    assert {"سالم خلفان", "نزوى"} <= names
    assert [name for name in names if name.isascii()] == []


@pytest.mark.parametrize("id_", of(TIMES))
def test_times(found: Callable[[str], Any], id_: str) -> None:
    assert [time["value"] for time in found(id_)["times"]] == TIMES[id_], CASES[id_]["expected"]


@pytest.mark.parametrize("id_", of(["D09"]))
def test_the_last_week_of_a_month(found: Callable[[str], Any], id_: str) -> None:
    (value,) = (time["value"] for time in found(id_)["times"])
    assert value in ("2014-W39", "2014-W40"), "September 2014 ended on a Tuesday"


def test_the_hijri_date_is_kept_beside(found: Callable[[str], Any]) -> None:
    assert [time["hijri"] for time in found("D07")["times"]] == ["1004-02-10"]


@pytest.mark.parametrize("id_", of(DAYS))
def test_days_of_an_event(found: Callable[[str], Any], id_: str) -> None:
    seen = found(id_)
    assert [[event["from"], event["to"]] for event in seen["events"]] == [DAYS[id_]], CASES[id_]["expected"]
    assert id_ not in UNDATED or seen["document_date"] is None


@pytest.mark.parametrize("id_", of(set(UNDATED) - set(DAYS)))
def test_a_first_date_is_not_that_of_the_text(found: Callable[[str], Any], id_: str) -> None:
    assert found(id_)["document_date"] is None


@pytest.mark.parametrize("id_", of(["V01", "V02"]))
def test_the_clause_begins_with_when(found: Callable[[str], Any], id_: str) -> None:
    assert [event["summary"].split()[0] for event in found(id_)["events"]] == ["قبل"]


@pytest.mark.parametrize("id_", of(["V03"]))
def test_the_kind_of_an_event(found: Callable[[str], Any], id_: str) -> None:
    assert [event["kind"] for event in found(id_)["events"]] == ["occurrence"]


# the program


@pytest.fixture
def program(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(filter(None, sys.path)))
    return [sys.executable, "-m", "reader"]


@pytest.mark.parametrize("id_", of(["P01"]))
def test_a_line_is_passed_on_before_the_producer_ends(program: list[str], id_: str) -> None:
    del id_
    with subprocess.Popen(program, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write("أول سطر\n".encode())
        process.stdin.flush()
        assert process.stdout.readline() == "أول سطر\n".encode(), "and the producer has not ended"
        process.stdin.close()
        assert process.wait(PATIENCE) == 0


@pytest.mark.parametrize("id_", of(["P02"]))
def test_overstruck_text_is_read(opened: Callable[[str], Reading], id_: str) -> None:
    (row,) = picture(opened(id_))
    assert row.text.split()[-2] == "NAME"


@pytest.mark.parametrize("id_", of(["T01"]))
def test_a_killed_screen_leaves_the_terminal_as_it_was(program: list[str], tmp_path: Path, id_: str) -> None:
    with InATerminal([*program, str(written(tmp_path, id_))], patience=PATIENCE) as qari:
        qari.read_until("ﻧ".encode())
        qari.send(signal.SIGTERM)
        assert (qari.wait(), qari.left_changed()) == (128 + signal.SIGTERM, [])


# the file


def test_every_case_is_tested() -> None:
    alone = ["J05", "H04", "H07", "C01", "E08", "N07", "N10", "N11", "D09", "V01", "V02", "V03", "P01", "P02", "T01"]
    searched = [id_ for id_, case in CASES.items() if case["area"] == "search"]
    tables = [id_ for table in EXPECTED.values() for id_ in table]
    assert {*alone, *searched, *tables, *WHOLE, *ON_THE_RIGHT, *UNDATED} == set(CASES)
    assert set(GAPS) <= set(CASES)
