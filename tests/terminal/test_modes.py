"""The way in and, above all, the way out."""

import os
import pty
import select
import signal
import subprocess
import sys
import termios
from collections.abc import Iterator
from contextlib import suppress
from typing import NamedTuple

import pytest

from reader.terminal.modes import EXPLICIT, KONSOLE, MINTTY, MLTERM, NOTHING, Guard, Switch, write
from reader.terminal.multiplexer import Passage

ENOUGH = 20.0  # seconds; no test waits so long unless it fails


CTL, NO_CTL = b"\x1b]5379;use_ctl=true\x07", b"\x1b]5379;use_ctl=false\x07"


class Pipe(NamedTuple):
    reading: int
    writing: int

    def heard(self) -> bytes:
        os.set_blocking(self.reading, False)
        try:
            return os.read(self.reading, 10_000)
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
        (MLTERM, NO_CTL, CTL + NO_CTL + CTL),
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


class Recorded(Passage):
    """A way that writes down what happens on it."""

    def __init__(self, pipe: Pipe) -> None:
        self.pipe = pipe
        self.happened: list[bytes] = []

    def wrap(self, escapes: str) -> str:
        return f"<{escapes}>"

    def open(self) -> None:
        self.happened.append(b"open")

    def redraw(self) -> None:
        self.happened += [self.pipe.heard(), b"redraw"]

    def watch(self, leave: str) -> None:
        self.happened.append(b"watch " + leave.encode())

    def past(self, escapes: str) -> None:
        self.happened.append(b"past " + escapes.encode())

    def close(self) -> None:
        self.happened.append(b"close")


def test_through_a_multiplexer_the_rows_are_drawn_again_and_the_way_is_closed(pipe: Pipe) -> None:
    way = Recorded(pipe)
    with Guard(EXPLICIT, pipe.writing, way):
        pass
    before = [b"open", b"<\x1b[8l>", b"redraw", b"watch \x1b[8h"]
    assert way.happened == [*before, b"open", b"<\x1b[8h>", b"redraw", b"close"]


def test_where_rows_are_drawn_again_without_being_cleared_each_is_told(pipe: Pipe) -> None:
    class Kept(Recorded):
        clears = False

    way = Kept(pipe)
    with Guard(EXPLICIT, pipe.writing, way) as guard:
        said = way.happened[1]
        assert said.startswith(b"<\x1b7\x1b[1H\x1b[8l\x1b[2H\x1b[8l")
        assert said.endswith(b"\x1b[8l\x1b8>"), "the cursor stays where it was"
        assert b"watch \x1b[8h" in way.happened, "what a terminal is told that is taken away is short"
        guard.change(KONSOLE)
    assert b"<" + KONSOLE.enter.encode() + b">" in way.happened, "a switch for all of the screen is said once"


def test_when_the_pane_is_gone_the_terminal_around_it_is_told(pipe: Pipe) -> None:
    reading, writing = os.pipe()
    way = Recorded(pipe)
    os.close(reading)
    with Guard(EXPLICIT, writing, way):
        way.happened.clear()
    os.close(writing)
    assert b"past \x1b[8h" in way.happened


def test_another_client_is_told_as_well(pipe: Pipe) -> None:
    with Guard(EXPLICIT, pipe.writing) as guard:
        guard.again()
    guard.again()
    assert pipe.heard() == (EXPLICIT.enter * 2 + EXPLICIT.leave).encode()


def test_a_terminal_that_turns_out_to_be_another_gets_the_other_switch(pipe: Pipe) -> None:
    with Guard(EXPLICIT, pipe.writing) as guard:
        guard.change(EXPLICIT)
        guard.change(MLTERM)
    assert pipe.heard() == (EXPLICIT.enter + EXPLICIT.leave + MLTERM.enter + MLTERM.leave).encode()


def test_before_the_screen_another_switch_is_only_taken_note_of(pipe: Pipe) -> None:
    guard = Guard(EXPLICIT, pipe.writing)
    guard.change(MLTERM)
    assert pipe.heard() == b""


def test_an_error_inside_leaves(pipe: Pipe) -> None:
    with pytest.raises(ZeroDivisionError), Guard(EXPLICIT, pipe.writing):
        raise ZeroDivisionError
    assert pipe.heard() == b"\x1b[8l\x1b[8h"


def test_keys_are_unechoed_until_leaving_and_then_as_before() -> None:
    terminal, program = pty.openpty()
    before = termios.tcgetattr(program)
    with Guard(NOTHING, program):
        os.write(terminal, b"\x1aq")
        assert select.select([program], [], [], ENOUGH)[0], "no end of line is waited for"
        assert os.read(program, 10) == b"\x1aq", "Ctrl-Z waits for somebody who can stop in good order"
        assert os.read(program, 10) == b"", "nor is a key"
        assert not select.select([terminal], [], [], 0)[0]
        assert termios.tcgetattr(program)[3] & termios.ISIG, "Ctrl-C interrupts"
    assert termios.tcgetattr(program) == before
    os.close(terminal)
    os.close(program)


def test_a_terminal_that_takes_no_more_is_given_up(pipe: Pipe) -> None:
    os.set_blocking(pipe.writing, False)
    with suppress(BlockingIOError):
        while True:
            os.write(pipe.writing, b" " * 4096)
    assert not write(pipe.writing, EXPLICIT.leave)


def test_a_terminal_that_is_gone_is_no_error() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with Guard(EXPLICIT, writing):
        pass
    os.close(writing)


PROGRAM = """
import os, signal
from reader import ending
from reader.terminal.modes import EXPLICIT, Guard
ending.watch()
Guard(EXPLICIT, 1).enter()
{ending}
"""


@pytest.mark.parametrize(
    ("ending", "code"),
    [
        ("ending.end(0)", 0),
        ("ending.end(3)", 3),
        ("os.kill(os.getpid(), signal.SIGINT); signal.pause()", 128 + signal.SIGINT),
        ("os.kill(os.getpid(), signal.SIGTERM); signal.pause()", 128 + signal.SIGTERM),
        ("os.kill(os.getpid(), signal.SIGHUP); signal.pause()", 128 + signal.SIGHUP),
    ],
)
def test_every_ending_of_the_program_leaves(ending: str, code: int) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(ending=ending)], capture_output=True, check=False, timeout=60
    )
    assert (done.stdout, done.returncode) == (b"\x1b[8l\x1b[8h", code)
