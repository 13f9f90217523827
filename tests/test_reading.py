"""A reading: what is shown, what was written, and the way between."""

from __future__ import annotations

import datetime
import json
import re
from io import BytesIO
from typing import TYPE_CHECKING

import pytest

from reader import cli
from reader.analysis import pipeline
from reader.analysis.model import Analysis, Entity, EntityType, Mention
from reader.analysis.steps import Step
from reader.errors import UnreadableSourceError
from reader.export import json_document
from reader.reading import Reading
from reader.text.repair import Ruin
from reader.text.span import Span

if TYPE_CHECKING:
    from pathlib import Path

GOOD = "وصل توماس مان إلى القاهرة يوم الاثنين، ثم غادر المدينة إلى بغداد في المساء.\n"
RUINED = GOOD.encode().decode("cp1256")


def of(folder: Path, text: str) -> Path:
    file = folder / "a.txt"
    file.write_text(text, "utf-8")
    return file


def test_a_ruined_text_is_shown_mended_and_kept_as_it_was(tmp_path: Path) -> None:
    reading = Reading.open(of(tmp_path, RUINED))
    reading.halted = True
    assert (reading.document.text, reading.original.text, reading.ruins) == (GOOD, RUINED, (Ruin.MOJIBAKE,))
    other = reading.other_way()
    assert other is not None
    assert (other.document.text, other.halted) == (RUINED, True)
    back = other.other_way()
    assert back is not None
    assert back.document.text == GOOD
    assert Reading.open(of(tmp_path, GOOD)).other_way() is None


@pytest.mark.parametrize(
    ("text", "ruins", "why"),
    [
        (RUINED, (Ruin.MOJIBAKE,), "a short one is looked at whole"),
        (RUINED * 1000, (Ruin.MOJIBAKE,), "a long one by samples"),
        (GOOD * 1000, (), "nothing is wrong"),
        (GOOD * 10 + RUINED + GOOD * 1000, (), "a quotation of what is ruined"),
        (GOOD * 1000 + RUINED * 1000, (), "what begins well is not mended either"),
    ],
)
def test_what_seems_ruined_is_what_would_be_mended(
    tmp_path: Path, text: str, ruins: tuple[Ruin, ...], why: str
) -> None:
    file = of(tmp_path, text)
    assert Reading.open(file).ruins == ruins, why
    as_written = Reading.open(file, mend=False)
    assert (as_written.document.text, as_written.seeming_ruins) == (text, ruins), why


def test_printing_a_ruined_text_as_it_was_does_not_mend_it_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.setattr("reader.document.mended.mend", lambda _: pytest.fail("it takes a second for 100 KB"))
    assert cli.main([str(of(tmp_path, RUINED * 1000))]) == 0
    printed = capfdbinary.readouterr()
    assert printed.out == RUINED.encode() * 1000
    assert len(printed.err.splitlines()) == 1


def test_json_quotes_what_was_written_and_names_what_is_read(tmp_path: Path) -> None:
    reading = Reading.open(of(tmp_path, RUINED))
    reading.analyse()
    written = json.loads(json_document.dumps(reading, "en"))
    assert written["text"] == RUINED
    cairo = next(entity for entity in written["entities"] if entity["name"] == "القاهرة")
    (mention,) = cairo["mentions"]
    assert mention["text"] == RUINED[mention["start"] : mention["end"]] == "القاهرة".encode().decode("cp1256")
    for part in (*written["times"], *(event["trigger"] for event in written["events"])):
        assert part["text"] == RUINED[part["start"] : part["end"]]


def test_a_name_is_found_by_its_latin_spelling(tmp_path: Path) -> None:
    reading = Reading.open(of(tmp_path, GOOD))
    assert [span.of(GOOD) for span in reading.find("mann")] == ["مان"], "a word, by its sound"
    reading.analyse()
    assert [span.of(GOOD) for span in reading.find("mann")] == ["توماس مان"], "the whole name"
    assert [span.of(GOOD) for span in reading.find("Thomas Mann")] == ["توماس مان"]
    assert [span.of(GOOD) for span in reading.find("baghdad")] == ["بغداد"]
    assert reading.find("baghdad", exact=True) == []


def test_names_that_are_not_known_yet_are_found_by_their_sound(tmp_path: Path) -> None:
    text = "قال مان نعم، ثم قال مان لا"
    reading = Reading.open(of(tmp_path, text))
    first, second = (Span(match.start(), match.end()) for match in re.finditer("مان", text))
    person = Entity("e1", EntityType.PERSON, "مان", (Mention(first, EntityType.PERSON),))
    reading.analysis = Analysis((person,), complete=False)
    assert reading.find("mann") == [first, second]
    reading.analysis = Analysis((person,), complete=True)
    assert reading.find("mann") == [first], "what is no name is none"


def test_a_name_is_found_by_what_the_text_calls_it_in_latin_letters(tmp_path: Path) -> None:
    text = "منظمة الأغذية (FAO) قالت، ثم قالت المنظمة"
    reading = Reading.open(of(tmp_path, text))
    mentions = tuple(Mention(Span(*place), EntityType.ORGANISATION) for place in ((0, 13), (34, 41)))
    reading.analysis = Analysis(
        (Entity("e1", EntityType.ORGANISATION, "منظمة الأغذية", mentions, ("FAO",)),), complete=True
    )
    assert [span.of(text) for span in reading.find("fao")] == ["منظمة الأغذية", "FAO", "المنظمة"]
    assert reading.find("ao") == [Span(16, 18)], "a part of a name is none"


def test_a_pipe_gives_what_was_written_unless_it_is_told_otherwise(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    file = str(of(tmp_path, RUINED))
    assert cli.main([file]) == 0
    out, err = capfdbinary.readouterr()
    assert (out, err.count(b"\n")) == (RUINED.encode(), 1)
    assert cli.main(["--repair", "all", file]) == 0
    out, err = capfdbinary.readouterr()
    assert (out, err.count(b"\n")) == (GOOD.encode(), 1)


def test_a_file_is_read_again_as_it_is_now_and_in_the_same_way(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes("كتاب".encode("cp1256"))
    reading = Reading.open(file, encoding="cp1256", document_date=datetime.date(2020, 1, 1))
    reading.halted = True
    assert reading.is_current
    file.write_bytes("كتاب آخر".encode("cp1256"))
    assert not reading.is_current
    again = reading.again()
    assert (again.document.text, again.document.source.encoding) == ("كتاب آخر", "windows-1256")
    assert again.document_date == datetime.date(2020, 1, 1)
    assert again.is_current
    assert again.halted
    file.unlink()
    with pytest.raises(UnreadableSourceError):
        again.again()


def test_what_is_no_file_is_always_as_it_was() -> None:
    reading = Reading.open("-", stdin=BytesIO("كتاب".encode()))
    assert reading.is_current
    assert reading.again() is reading


def test_where_nothing_can_be_found_out_that_is_an_error_with_a_code_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """A header and no rows would say that nobody is named."""

    def fail(work: object) -> None:
        raise OSError(f"no {work is None}")

    monkeypatch.setattr(pipeline, "STEPS", tuple(Step(step.name, fail) for step in pipeline.STEPS))
    file = tmp_path / "a.txt"
    file.write_text("وصل توماس مان إلى القاهرة.", "utf-8")
    assert cli.main(["--lang", "en", "--people", "-f", "json", str(file)]) == 1
    assert cli.main(["--lang", "en", "-f", "json", str(file)]) == 1
    assert cli.main(["--lang", "en", "-f", "jsonl", str(file)]) == 1
    said = capfd.readouterr()
    assert said.err.count("could not be analysed") == 3
    assert said.out == ""
