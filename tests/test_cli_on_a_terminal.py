"""What is printed on a terminal: nothing out of a source, a path or an argument may steer it."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import sys
import time
import unicodedata
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from reader.text.controls import visible

if TYPE_CHECKING:
    from pathlib import Path

HOSTILE = "\x1b]0;x\x07\x1b[31m\x9b2J\x00\x7f\u202e"
"""Titles the window, turns it red, clears it, turns what follows round."""
TEXT = f"وصل الرئيس توماس مان{HOSTILE} إلى القاهرة في 3 مايو 2019 {HOSTILE}بعد الظهر.\n"
PATIENCE = 60
TERMINAL = {"TERM": "xterm-256color"}


def on_a_terminal(folder: Path, *arguments: str) -> tuple[int, str]:
    """Runs `qari` in `folder` with a terminal for its output; its exit code, and all that the terminal was sent."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "reader", *arguments]
    process = subprocess.Popen(
        command, cwd=folder, stdin=theirs, stdout=theirs, stderr=theirs, env=os.environ | TERMINAL
    )
    os.close(theirs)
    seen, deadline = b"", time.monotonic() + PATIENCE
    with suppress(OSError):  # how a terminal says that the other end is closed
        while select.select([ours], [], [], max(0, deadline - time.monotonic()))[0] and (sent := os.read(ours, 65536)):
            seen += sent
    os.close(ours)
    try:
        return process.wait(max(1, deadline - time.monotonic())), seen.decode()
    finally:
        process.kill()


def steering(text: str) -> set[str]:
    """What a terminal would act upon, beyond tabs and line ends."""
    controls = {character for character in text if unicodedata.category(character) == "Cc"}
    return (controls | (set(text) & set("\u202d\u202e"))) - set("\t\r\n")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(filter(None, sys.path)))
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["--events"], id="rows of events: the clause"),
        pytest.param(["--events", "-f", "csv"], id="csv"),
        pytest.param(["-f", "json"], id="json"),
        pytest.param(["-f", "text"], id="the text"),
        pytest.param(["-f", "ansi", "--color", "never"], id="the picture"),
    ],
)
def test_nothing_out_of_a_source_steers_the_terminal(folder: Path, arguments: list[str]) -> None:
    code, seen = on_a_terminal(folder, *arguments, "a.txt")
    assert code == 0
    assert len(seen) > len("date\tfrom\tto\r\n")
    assert steering(seen) == set()


def test_what_is_shown_instead_is_a_sign_for_each(folder: Path) -> None:
    _, seen = on_a_terminal(folder, "-f", "text", "a.txt")
    assert seen == visible(TEXT).replace("\n", "\r\n")
    _, seen = on_a_terminal(folder, "--events", "a.txt")
    assert f"توماس مان{visible(HOSTILE)[0]}" in seen, "the clause is there, with its sign"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        pytest.param(["-f", "text", "none-{hostile}.txt"], 1, id="the path of a file that is not there"),
        pytest.param(["--theme", "{hostile}", "-f", "ansi", "a.txt"], 2, id="the name of a theme"),
        pytest.param(["--encoding", "{hostile}", "-f", "text", "a.txt"], 2, id="the name of an encoding"),
        pytest.param(["--no-such-{hostile}"], 2, id="an option"),
    ],
)
def test_no_message_steers_the_terminal(folder: Path, arguments: list[str], code: int) -> None:
    hostile = HOSTILE.replace("\x00", "")  # no argument can hold that one
    ended, seen = on_a_terminal(folder, *(argument.format(hostile=hostile) for argument in arguments))
    assert ended == code
    assert seen.startswith("qari: ")
    assert seen.count("\n") == 1
    assert steering(seen) == set()


@pytest.mark.parametrize(
    ("lang", "drawn", "reason"),
    [("ar", True, "in visual order and joined: this terminal does neither"), ("en", False, "as it is")],
)
def test_the_help_is_drawn_where_it_is_arabic(folder: Path, lang: str, drawn: bool, reason: str) -> None:
    code, seen = on_a_terminal(folder, "--help", "--lang", lang)
    rows = seen.replace("\r", "").splitlines()
    assert code == 0
    assert any(row.endswith("--allow-private") for row in rows) == drawn, f"{reason}: options at the right"
    assert any(row.startswith("  --allow-private") for row in rows) != drawn
    assert any("\ufe80" <= letter <= "\ufefc" for letter in seen) == drawn, reason
    assert max(map(len, rows)) <= 80


def test_the_name_of_a_source_in_a_notice_steers_nothing(folder: Path) -> None:
    name = HOSTILE.replace("\x00", "") + ".txt"
    (folder / name).write_bytes("سلام عليكم جميعا يا أهل الدار".encode("windows-1256"))
    code, seen = on_a_terminal(folder, "-f", "text", name)
    assert code == 0
    assert "windows-1256" in seen, "how it was decoded is told"
    assert steering(seen) == set()
