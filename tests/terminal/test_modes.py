"""The way in and, above all, the way out."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from typing import NamedTuple

import pytest

from reader.terminal.modes import EXPLICIT, KONSOLE, MINTTY, MLTERM, NOTHING, Guard, Switch


class Pipe(NamedTuple):
    reading: int
    writing: int

    def heard(self) -> bytes:
        os.set_blocking(self.reading, False)
        try:
            return os.read(self.reading, 1000)
        except BlockingIOError:
            return b""


@pytest.fixture
def pipe() -> Iterator[Pipe]:
    ends = Pipe(*os.pipe())
    yield ends
    os.close(ends.reading)
    os.close(ends.writing)


@pytest.mark.parametrize(
    ("switch", "enter", "leave"),
    [
        (EXPLICIT, b"\x1b[8l", b"\x1b[8h"),
        (KONSOLE, b"\x1b]50;BidiRenderingEnabled=false\x07", b"\x1b]50;BidiRenderingEnabled=true\x07"),
        (MLTERM, b"\x1b]5379;use_ctl=false\x07", b"\x1b]5379;use_ctl=true\x07"),
        (MINTTY, b"\x1b[?77096h", b"\x1b[?77096l"),
        (NOTHING, b"", b""),
    ],
)
def test_escapes_are_written_once(pipe: Pipe, switch: Switch, enter: bytes, leave: bytes) -> None:
    guard = Guard(switch, pipe.writing)
    guard.leave()
    assert pipe.heard() == b"", "nothing to undo yet"
    guard.enter()
    guard.enter()
    assert pipe.heard() == enter
    guard.leave()
    guard.leave()
    assert pipe.heard() == leave


def test_a_suspended_screen_leaves_and_enters_again(pipe: Pipe) -> None:
    guard = Guard(EXPLICIT, pipe.writing)
    for _ in range(2):
        guard.enter()
        guard.leave()
    assert pipe.heard() == b"\x1b[8l\x1b[8h" * 2


def test_an_error_inside_leaves(pipe: Pipe) -> None:
    with pytest.raises(ZeroDivisionError), Guard(EXPLICIT, pipe.writing):
        raise ZeroDivisionError
    assert pipe.heard() == b"\x1b[8l\x1b[8h"


def test_signal_handlers_are_put_back(pipe: Pipe) -> None:
    before = signal.getsignal(signal.SIGTERM)
    with Guard(EXPLICIT, pipe.writing):
        assert signal.getsignal(signal.SIGTERM) != before
    assert signal.getsignal(signal.SIGTERM) == before


def test_a_handler_that_came_later_is_kept(pipe: Pipe) -> None:
    before = signal.getsignal(signal.SIGTERM)
    try:
        with Guard(EXPLICIT, pipe.writing):
            signal.signal(signal.SIGTERM, signal.SIG_IGN)
        assert signal.getsignal(signal.SIGTERM) == signal.SIG_IGN
    finally:
        signal.signal(signal.SIGTERM, before)


def test_an_earlier_handler_is_called_after_leaving(pipe: Pipe) -> None:
    heard: list[bytes] = []
    before = signal.signal(signal.SIGTERM, lambda *_: heard.append(pipe.heard()))
    try:
        with Guard(EXPLICIT, pipe.writing):
            signal.raise_signal(signal.SIGTERM)
        assert heard == [b"\x1b[8l\x1b[8h"]
    finally:
        signal.signal(signal.SIGTERM, before)


def test_a_terminal_that_is_gone_is_no_error() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with Guard(EXPLICIT, writing):
        pass
    os.close(writing)


PROGRAM = """
import os, signal, sys
from reader.terminal.modes import EXPLICIT, Guard
Guard(EXPLICIT, 1).enter()
{ending}
"""


@pytest.mark.parametrize(
    ("ending", "code"),
    [
        ("", 0),
        ("sys.exit(3)", 3),
        ("raise KeyError", 1),
        ("os.kill(os.getpid(), signal.SIGTERM); signal.pause()", 128 + signal.SIGTERM),
        ("os.kill(os.getpid(), signal.SIGHUP); signal.pause()", 128 + signal.SIGHUP),
    ],
)
def test_every_ending_of_the_program_leaves(ending: str, code: int) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(ending=ending)], capture_output=True, check=False, timeout=60
    )
    assert (done.stdout, done.returncode) == (b"\x1b[8l\x1b[8h", code)
