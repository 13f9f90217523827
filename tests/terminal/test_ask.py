"""Asking over a pty, with a thread as the terminal at the other end."""

import os
import pty
import select
import termios
import threading
from collections.abc import Callable, Iterator
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.terminal.ask import QUERIES, ask, find_terminal, parse
from reader.terminal.detect import Answers
from reader.terminal.modes import NOTHING, Guard

ATTRIBUTES, MODE, END = b"\x1b[>65;7006;1c", b"\x1b[8;1$y", b"\x1b[?65;1;9c"
VTE = ATTRIBUTES + MODE + END
KITTY = b"\x1bP>|kitty(0.26.5)\x1b\\\x1b[>1;4000;26c\x1b[8;0$y\x1b[?62;c"
UP = b"\x1b[A"
SAID = Answers(1, "", "65;7006;1")
ENOUGH = 20.0  # seconds; no test waits so long unless it fails


class Ends(NamedTuple):
    terminal: int
    program: int


@pytest.fixture
def ends() -> Iterator[Ends]:
    terminal, program = pty.openpty()
    with Guard(NOTHING, program):
        yield Ends(terminal, program)
    os.close(terminal)
    os.close(program)


def answered(ends: Ends, reply: bytes, ask_it: Callable[[], Answers]) -> Answers:
    """What `ask_it` returns while the terminal reads the queries and sends `reply`."""

    def terminal() -> None:
        heard = b""
        while QUERIES not in heard and select.select([ends.terminal], [], [], ENOUGH)[0]:
            heard += os.read(ends.terminal, 1024)
        os.write(ends.terminal, reply)

    thread = threading.Thread(target=terminal)
    thread.start()
    try:
        return ask_it()
    finally:
        thread.join()


@pytest.mark.parametrize(
    ("reply", "expected", "reason"),
    [
        (VTE, SAID, "no name, but it knows the mode"),
        (KITTY, Answers(0, "kitty(0.26.5)", "1;4000;26"), "a name, and it does not"),
        (b"\x1b[?6c", Answers(), "it says only that it is there"),
        (b"qc" + VTE, SAID._replace(typed=b"qc"), "keys before the answers"),
        (ATTRIBUTES + UP + MODE + END, SAID._replace(typed=UP), "a key between them"),
        (b"\xd8\xa8" + VTE, SAID._replace(typed="ب".encode()), "an Arabic letter"),
    ],
)
def test_answers(ends: Ends, reply: bytes, expected: Answers, reason: str) -> None:
    assert answered(ends, reply, lambda: ask(ends.program, ENOUGH)) == expected, reason


def test_what_comes_after_the_last_answer_is_left_to_be_read(ends: Ends) -> None:
    assert answered(ends, VTE + b"q\n", lambda: ask(ends.program, ENOUGH)) == SAID
    assert select.select([ends.program], [], [], ENOUGH)[0]
    assert os.read(ends.program, 10) == b"q\n"


def test_keys_typed_before_asking_are_handed_back(ends: Ends) -> None:
    os.write(ends.terminal, b"gg")
    assert answered(ends, VTE, lambda: ask(ends.program, ENOUGH)) == SAID._replace(typed=b"gg")


def test_a_silent_terminal_does_not_hold_us(ends: Ends) -> None:
    os.write(ends.terminal, b"q")
    assert ask(ends.program, 0.01) == Answers(typed=b"q")


def test_nothing_is_sent_into_held_output(ends: Ends) -> None:
    termios.tcflow(ends.program, termios.TCOOFF)
    assert ask(ends.program, 0.01) == Answers()
    termios.tcflow(ends.program, termios.TCOON)
    assert not select.select([ends.terminal], [], [], 0)[0]


def test_a_terminal_that_went_away() -> None:
    terminal, program = pty.openpty()
    os.close(terminal)
    assert ask(program, ENOUGH) == Answers()
    os.close(program)


def test_a_pipe_is_not_asked() -> None:
    reading, writing = os.pipe()
    assert ask(writing, ENOUGH) == Answers()
    os.close(writing)
    assert os.read(reading, 10) == b""
    os.close(reading)


def test_a_known_terminal_is_not_asked(ends: Ends) -> None:
    terminal, typed = find_terminal({"TERM": "xterm-256color", "VTE_VERSION": "7006"}, ends.program)
    assert (terminal.name, typed) == ("VTE", b"")
    assert not select.select([ends.terminal], [], [], 0)[0]


def test_an_unknown_one_is(ends: Ends) -> None:
    found = []

    def asking() -> Answers:
        found.append(find_terminal({"TERM": "xterm-256color", "SSH_CONNECTION": "1 2 3 4"}, ends.program))
        return Answers()

    answered(ends, b"j" + KITTY, asking)
    assert [(terminal.name, typed) for terminal, typed in found] == [("kitty", b"j")]


@settings(deadline=None, max_examples=200)
@given(st.binary(max_size=60))
def test_any_bytes_are_parsed(data: bytes) -> None:
    answers = parse(data)
    assert len(answers.typed) <= len(data)
    if b"\x1b" not in data:
        assert answers == Answers(typed=data)
