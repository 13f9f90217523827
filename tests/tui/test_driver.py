"""What is written around the screen: the switch first and last, whatever lies between."""

from __future__ import annotations

import os
import pty
import select
import signal
import sys
from typing import TYPE_CHECKING, Any

import pytest
from in_a_terminal import InATerminal

from reader.errors import UsageError
from reader.terminal import ask
from reader.terminal.modes import EXPLICIT
from reader.tui.before import keyboard

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ENTER, LEAVE = EXPLICIT.enter.encode(), EXPLICIT.leave.encode()
ALTERNATE, NORMAL = b"\x1b[?1049h", b"\x1b[?1049l"

PROGRAM = """
import ctypes, os
from reader import ending
from reader.document.build import plain_blocks
from reader.document.model import Document, Source
from reader.reading import Reading
from reader.terminal.ask import Found
from reader.terminal.detect import detect
from reader.terminal.lookout import Lookout
from reader.terminal.modes import end_when_gone
from reader.terminal.multiplexer import Passage
from reader.terminal.output import Output
from reader.settings import Settings
from reader.tui.app import QariApp
from reader.tui.driver import driver_for

ending.watch()
text = "سطر من النص"
reading = Reading(Document(text, plain_blocks(text), Source("a", "text", "utf-8", "")))
reading.analyses = lambda stop, view: iter(())
terminal = os.open("/dev/tty", os.O_RDWR)
end_when_gone(terminal)
found = Found(detect({{}}), Passage())
output, lookout = Output(found, terminal, Settings()), Lookout(found, {{}})
driver = driver_for(output.guard, output_=output, lookout_=lookout)
app = QariApp([reading], Settings(), driver, output=output, lookout=lookout)
{before}
app.run()
ending.end(app.return_code or 0)
"""
SHOWN = "ﺳ".encode()
"""The joined first letter of the text's first word."""
TURNED = "ﺳﻄﺮ".encode()
"""That word as it is written to a terminal that turns rows round."""
MODE = ask.MODE.encode()
STUCK = """
def never(stop, view):
    ctypes.CDLL(None).sleep(3600)  # in native code, as the recogniser, that no Python can interrupt
    yield
reading.analyses = never
"""
FLOOD = "type(app).on_ready = lambda self: self._driver.write('x' * 10_000_000)"
"""More than a terminal takes when nobody reads."""
DEAF = "import signal; signal.signal(signal.SIGHUP, signal.SIG_IGN)"
"""As under `nohup`, or where the shell is the one that is told."""
INTERRUPT = b"\x03"


def reader(before: str = "", **options: Any) -> InATerminal:
    """A small reader in a terminal of its own."""
    return InATerminal([sys.executable, "-c", PROGRAM.format(before=before)], patience=60, **options)


@pytest.mark.parametrize(
    ("keys", "end", "code", "reason"),
    [
        (b"q", None, 0, "quit"),
        (b"\xd8\x1b[\xff\xe5q" * 2 + b"q", None, 0, "what is no UTF-8: a line that hisses, a terminal in Latin-1"),
        (INTERRUPT, None, 128 + signal.SIGINT, "Ctrl-C, a key on a screen"),
        (b"?" + INTERRUPT, None, 128 + signal.SIGINT, "Ctrl-C over the help, which q would close"),
        (b"/" + INTERRUPT, None, 128 + signal.SIGINT, "Ctrl-C in a bar that one types into"),
        (b"", signal.SIGINT, 128 + signal.SIGINT, "interrupted by another program"),
        (b"", signal.SIGTERM, 128 + signal.SIGTERM, "asked to end"),
        (b"", signal.SIGHUP, 128 + signal.SIGHUP, "the shell goes away"),
    ],
)
@pytest.mark.parametrize("analysis", ["", STUCK], ids=["idle", "stuck"])
def test_the_terminal_is_as_before_in_the_right_order(
    keys: bytes, end: int | None, code: int, reason: str, analysis: str
) -> None:
    with reader(analysis) as qari:
        qari.read_until(SHOWN)
        qari.type(keys)
        if end is not None:
            qari.send(end)
        assert (qari.wait(), qari.left_changed()) == (code, []), reason
        order = [qari.written.find(escape) for escape in (ENTER, ALTERNATE, NORMAL, LEAVE)]
        assert -1 < order[0] < order[1] < order[2] < order[3], reason
        assert qari.written.count(LEAVE) == 1


@pytest.mark.parametrize("before", ["", DEAF], ids=["told", "not told"])
def test_a_terminal_that_is_closed_is_the_end(before: str, tmp_path: Path) -> None:
    with (tmp_path / "log").open("w+b") as log, reader(before, stderr=log) as qari:
        qari.read_until(SHOWN)
        qari.hang_up()
        assert qari.wait() == 128 + signal.SIGHUP
        assert (tmp_path / "log").read_bytes() == b""


@pytest.mark.parametrize(
    ("keys", "end", "code"), [(b"q", None, 0), (INTERRUPT, None, 130), (b"", signal.SIGTERM, 128 + signal.SIGTERM)]
)
def test_a_terminal_that_takes_no_more_does_not_hold_up_the_end(keys: bytes, end: int | None, code: int) -> None:
    with reader(FLOOD) as qari:
        qari.read_until(b"xxxx")
        qari.type(keys)
        if end is not None:
            qari.send(end)
        assert qari.wait(reading=False) == code
        assert qari.modes_after == qari.modes


def test_the_terminal_is_as_before_after_a_crash() -> None:
    with reader("type(app).on_mount = lambda s: 1 / 0") as qari:
        assert qari.wait() == 1
        assert -1 < qari.written.find(ENTER) < qari.written.find(LEAVE)
        assert qari.modes_after == qari.modes
        assert b"ZeroDivisionError" in qari.written


def test_the_switch_is_taken_back_while_the_program_sleeps() -> None:
    """Ctrl-Z and, once it has stopped, a SIGCONT: out of the screen and in again, with all of it repainted."""
    with reader() as qari:
        qari.read_until(SHOWN)
        qari.type(b"\x1a")
        assert NORMAL in qari.read_until(LEAVE)
        qari.wait_until_stopped()
        assert qari.left_changed() == []
        qari.send(signal.SIGCONT)
        awake = qari.read_until(SHOWN)
        assert -1 < awake.find(ENTER) < awake.find(ALTERNATE)
        qari.type(b"q")
        assert (qari.wait(), qari.left_changed()) == (0, [])


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_asked_to_end_in_its_sleep_it_does_not_come_back(number: int) -> None:
    with reader() as qari:
        qari.read_until(SHOWN)
        qari.type(b"\x1a")
        qari.wait_until_stopped()
        qari.send(number)
        qari.send(signal.SIGCONT)
        assert (qari.wait(), qari.left_changed()) == (128 + number, [])
        assert qari.written.count(ENTER) == 1


def test_a_key_takes_the_next_way_and_draws_all_rows_in_it() -> None:
    with reader() as qari:
        assert TURNED not in qari.read_until(SHOWN)
        qari.type(b"B")
        written = qari.read_until(TURNED)
        assert -1 < written.find(LEAVE) < written.find(TURNED), "it is allowed to reorder again"
        qari.type(b"q")
        assert (qari.wait(), qari.left_changed()) == (0, [])


def test_a_late_answer_is_no_key_and_is_made_use_of() -> None:
    """As keys, its digits would switch types, and its last letter open the bar for the date."""
    with reader() as qari:
        qari.read_until(SHOWN)
        qari.type(b"\x1b[>65;7006;1c\x1b[?65;1;9c")
        qari.read_until(MODE)
        qari.type(b"\x1b[>0;115;0c\x1b[?1;2c")
        qari.read_until(TURNED)
        qari.type(b"q")
        assert (qari.wait(), qari.left_changed()) == (0, [])


@pytest.fixture
def own_standard_input() -> Iterator[None]:
    """File 0 and `sys.__stdin__` as they were, whatever the test does with them."""
    kept, stream = os.dup(0), sys.__stdin__
    yield
    os.dup2(kept, 0)
    os.close(kept)
    sys.__stdin__ = stream  # type: ignore[misc]


@pytest.mark.usefixtures("own_standard_input")
def test_a_pipe_on_standard_input_gives_way_to_the_keyboard(monkeypatch: pytest.MonkeyPatch) -> None:
    ours, theirs = pty.openpty()
    monkeypatch.setattr(keyboard, "TTY", os.ttyname(theirs))
    read, write = os.pipe()
    os.dup2(read, 0)
    monkeypatch.setattr(sys, "__stdin__", open(0, closefd=False, encoding="utf-8"))  # noqa: SIM115
    keyboard.claim()
    assert os.isatty(0)
    assert sys.__stdin__ is not None
    assert sys.__stdin__.fileno() == 0
    for descriptor in (read, write, ours, theirs):
        os.close(descriptor)


@pytest.mark.usefixtures("own_standard_input")
def test_no_keyboard_at_all_is_said_plainly(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(keyboard, "TTY", str(tmp_path / "missing"))
    monkeypatch.setattr(sys, "__stdin__", None)
    with pytest.raises(UsageError, match="keyboard"):
        keyboard.claim()


@pytest.mark.parametrize("asking", [True, False])
def test_a_terminal_is_only_asked_where_it_is_to_be(monkeypatch: pytest.MonkeyPatch, asking: bool) -> None:
    ours, theirs = pty.openpty()
    monkeypatch.setattr(keyboard, "TTY", os.ttyname(theirs))
    monkeypatch.setattr(os, "environ", {"TERM": "xterm"})
    monkeypatch.setattr(ask, "in_background", lambda _: False)
    question = keyboard.Question(asking=asking)
    question.ask()
    found = question.answer()
    assert bool(select.select([ours], [], [], 0)[0]) is asking
    assert (found.terminal.switch, found.answers.typed) == (EXPLICIT, b""), "whichever it is: it is told all the same"
    for descriptor in (question.file, ours, theirs):
        os.close(descriptor)
