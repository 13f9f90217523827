"""Many sources: in order, past what is broken, in one process and in several."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import reader
from reader import cli
from reader.batch import DIED, How, analyse_files, analyse_source, json_lines
from reader.errors import QariError
from reader.progress import Progress

if TYPE_CHECKING:
    from reader.batch import Analysed


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Seven texts, the fourth of which is none."""
    folder = tmp_path_factory.mktemp("texts")
    for number in range(7):
        text = f"زار الوزير القاهرة في {number + 1} مايو 2019، ثم عاد إلى بغداد."
        (folder / f"{number}.txt").write_bytes(bytes(range(256)) * 4 if number == 3 else text.encode())
    return [str(folder / f"{number}.txt") for number in range(7)]


def test_several_processes_give_what_one_gives(files: list[str]) -> None:
    alone, together = (list(analyse_files(files, How(), jobs=jobs)) for jobs in (1, 2))
    assert alone == together
    assert [analysed.line is None for analysed in alone] == [number == 3 for number in range(7)]


def test_from_python(files: list[str]) -> None:
    read = list(reader.analyse_many(files[:5]))
    assert [document["source"]["name"] for document in read] == [*files[:3], files[4]]
    assert all(document["entities"] and document["events"] for document in read)
    with pytest.raises(QariError, match=r"3\.txt"):
        list(reader.analyse_many(files, on_error="raise"))


def test_the_command_line_has_a_line_for_each_that_can_be_read(
    files: list[str], capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert cli.main(["-f", "jsonl", *files]) == 1
    alone = capfdbinary.readouterr()
    assert cli.main(["-f", "jsonl", "--jobs", "2", *files]) == 1
    assert capfdbinary.readouterr() == alone
    assert (alone.out.count(b"\n"), alone.err.count(b"\n")) == (6, 1)


_analyse = analyse_source


def _deadly(source: str, how: How) -> Analysed:
    """What a source is that takes its process with it."""
    if source.endswith("2.txt"):
        os.kill(os.getpid(), signal.SIGKILL)
    return _analyse(source, how)


def test_a_source_that_kills_its_process_costs_only_itself(files: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.batch.analyse_source", _deadly)
    found = list(analyse_files(files, How(lang="en"), jobs=2))
    assert [analysed.source for analysed in found] == files
    assert next(analysed.error for analysed in found if analysed.line is None) == DIED
    assert sum(analysed.line is None for analysed in found) == 2


def _dying_once(source: str, how: How) -> Analysed:
    """A process that is killed from outside, when it has one source done and others before it."""
    analysed, died = _analyse(source, how), Path(f"{source}.died")
    if source.endswith("2.txt") and not died.exists():
        died.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return analysed


def test_a_process_that_is_killed_costs_nothing(files: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    expected = list(analyse_files(files, How()))
    monkeypatch.setattr("reader.batch.analyse_source", _dying_once)
    assert list(analyse_files(files, How(), jobs=2)) == expected
    assert Path(f"{files[2]}.died").exists()


@pytest.mark.parametrize("number", [None, signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_all_processes_end_with_the_first_and_say_nothing(files: list[str], number: int | None) -> None:
    many = 5 if number is None else 500  # more than a pipe holds: it cannot be done before the signal comes
    command = [sys.executable, "-m", "reader", "-f", "jsonl", "--jobs", "2", *files[:3] * many]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdout=pipe, stderr=pipe, start_new_session=True) as first:
        assert first.stdout
        first.stdout.readline()
        if number is not None:
            os.killpg(first.pid, number)
        _, said = first.communicate(timeout=60)  # to the end of the last that holds stderr
    assert (first.returncode, said) == (128 + number if number else 0, b"")


def test_a_reader_that_goes_away_ends_all_processes_and_is_no_error(files: list[str]) -> None:
    command = [sys.executable, "-m", "reader", "-f", "jsonl", "--jobs", "2", *files[:3] * 500]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as first:
        assert first.stdout
        first.stdout.readline()
        first.stdout.close()
        assert first.stderr
        said = first.stderr.read()  # to the end of the last that holds it
    assert (first.returncode, said) == (0, b"")


def test_the_lines_of_a_part_of_the_paths(files: list[str], capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    lines = json_lines(files)
    cli.main(["-f", "jsonl", *files])
    assert "".join(f"{line}\n" for line in lines).encode() == capfdbinary.readouterr().out
    with pytest.raises(QariError, match=r"3\.txt"):
        json_lines(files, on_error="raise")


def test_from_python_too_it_speaks_the_language_that_is_set(
    no_settings_of_mine: Path, files: list[str], capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    (no_settings_of_mine / "qari").mkdir(parents=True)
    (no_settings_of_mine / "qari" / "settings.toml").write_text('lang = "en"\n')
    cli.main(["-f", "jsonl", files[0]])
    printed = capfdbinary.readouterr().out.decode()
    assert "a time in the same sentence" in printed
    assert json_lines(files[:1]) == printed.splitlines()
    assert list(reader.analyse_many(files[:1])) == [json.loads(printed)]


@pytest.mark.parametrize(
    "arguments", [["--jobs", "2", "a"], ["-f", "jsonl", "--jobs", "0", "a"], ["-f", "jsonl", "--jobs", "2", "-"]]
)
def test_jobs_that_mean_nothing(arguments: list[str]) -> None:
    assert cli.main(arguments) == 2


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_is_drawn_over_itself_without_an_escape(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr("reader.progress.OFTEN", 0)
    terminal = Terminal()
    progress = Progress(4, terminal, "en")
    progress.clear()
    assert terminal.getvalue() == "", "nothing is there yet"
    progress.done(100)
    assert progress.line(2.0) == "1/4 files, 50 words/s, 0:06 left"
    progress.done(10_000_000)
    progress.done(0)
    progress.clear()
    first, *drawn, blank, end = terminal.getvalue().split("\r")
    assert (first, len(drawn), blank.strip(), end) == ("", 3, "", "")
    assert [len(line) for line in drawn] == sorted(len(line) for line in drawn), "what was longer is blotted out"
    assert "\x1b" not in terminal.getvalue()


@pytest.mark.parametrize(
    ("term", "stream", "total", "reason"),
    [
        ("xterm", io.StringIO(), 4, "no terminal"),
        ("dumb", Terminal(), 4, "a terminal that only goes on"),
        ("xterm", Terminal(), 1, "one file"),
    ],
)
def test_where_progress_is_silent(
    monkeypatch: pytest.MonkeyPatch, term: str, stream: io.StringIO, total: int, reason: str
) -> None:
    monkeypatch.setenv("TERM", term)
    monkeypatch.setattr("reader.progress.OFTEN", 0)
    progress = Progress(total, stream, "ar")
    progress.done(1)
    progress.clear()
    assert stream.getvalue() == "", reason
