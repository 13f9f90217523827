"""What is written around the screen: the switch first and last, whatever lies between."""

from __future__ import annotations

import os
import pty
import select
import signal
import sys
from typing import TYPE_CHECKING

import pytest

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
import os, sys
from reader.document.build import plain_blocks
from reader.document.model import Document, Source
from reader.reading import Reading
from reader.terminal import ask
from reader.terminal.modes import EXPLICIT, Guard
from reader.settings import Settings
from reader.tui.app import QariApp
from reader.tui.driver import driver_for

text = "سطر من النص"
reading = Reading(Document(text, plain_blocks(text), Source("a", "text", "utf-8", "")))
reading.analyses = lambda stop, view: iter(())
app = QariApp([reading], Settings(), driver_for(Guard(EXPLICIT, 1)))
{before}
app.run()
sys.exit(app.return_code or 0)
"""


SHOWN = "ﺳ".encode()
"""The joined first letter of the text's first word."""


def start(before: str = "") -> tuple[int, int]:
    """A small reader in a terminal of its own: its process, and our end of the terminal."""
    process, terminal = pty.fork()
    if process == 0:
        os.environ["TERM"] = "xterm-256color"
        os.execv(sys.executable, [sys.executable, "-c", PROGRAM.format(before=before)])
    return process, terminal


def read_until(terminal: int, expected: bytes | None) -> bytes:
    """What is written up to `expected`, or (None, or where it never comes) until the other end is closed."""
    written = b""
    while expected is None or expected not in written:
        try:
            chunk = os.read(terminal, 65536)
        except OSError:
            break
        if not chunk:
            break
        written += chunk
    return written


def run_in_terminal(before: str = "", *, keys: bytes = b"", end: int | None = None) -> tuple[bytes, int]:
    """All that a small reader writes when, once it has drawn, `keys` are typed or the signal `end` is sent."""
    process, terminal = start(before)
    written = read_until(terminal, SHOWN)
    if end is not None:
        os.kill(process, end)
    if keys:
        os.write(terminal, keys)
    written += read_until(terminal, None)
    os.close(terminal)
    return written, os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


@pytest.mark.parametrize(
    ("keys", "end", "code", "reason"),
    [
        (b"q", None, 0, "quit"),
        (b"", signal.SIGTERM, 128 + signal.SIGTERM, "asked to end"),
        (b"", signal.SIGHUP, 128 + signal.SIGHUP, "the terminal goes away"),
    ],
)
def test_the_switch_is_written_before_the_screen_and_taken_back_after_it(
    keys: bytes, end: int | None, code: int, reason: str
) -> None:
    written, ended = run_in_terminal(keys=keys, end=end)
    order = [written.find(escape) for escape in (ENTER, ALTERNATE, NORMAL, LEAVE)]
    assert -1 < order[0] < order[1] < order[2] < order[3], reason
    assert written.count(LEAVE) == 1
    assert ended == code


def test_the_switch_is_taken_back_after_a_crash() -> None:
    written, ended = run_in_terminal("type(app).on_mount = lambda s: 1 / 0")
    assert -1 < written.find(ENTER) < written.find(LEAVE)
    assert b"ZeroDivisionError" in written
    assert ended == 1


def test_the_switch_is_taken_back_while_the_program_sleeps() -> None:
    """Ctrl-Z and, once it has stopped, a SIGCONT: out of the screen and in again, with all of it repainted."""
    process, terminal = start()
    read_until(terminal, SHOWN)
    os.write(terminal, b"\x1a")
    asleep = read_until(terminal, LEAVE)
    assert NORMAL in asleep
    assert os.WIFSTOPPED(os.waitpid(process, os.WUNTRACED)[1])
    os.kill(process, signal.SIGCONT)
    awake = read_until(terminal, SHOWN)
    assert -1 < awake.find(ENTER) < awake.find(ALTERNATE)
    os.write(terminal, b"q")
    read_until(terminal, None)
    assert os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) == 0


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
    monkeypatch.setattr(ask, "_in_background", lambda _: False)
    question = keyboard.Question(asking=asking)
    terminal, typed = question.answer()
    assert bool(select.select([ours], [], [], 0)[0]) is asking
    assert (terminal.switch, typed) == (EXPLICIT, b""), "nobody knows which it is: it is told all the same"
    for descriptor in (question.file, ours, theirs):
        os.close(descriptor)
