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

from reader.terminal.ask import MODE, WHO, Ear, Found, ask, find_terminal, parse
from reader.terminal.detect import APPLE, Answers
from reader.terminal.modes import EXPLICIT, KONSOLE, NOTHING, Guard
from reader.terminal.multiplexer import Tmux

ATTRIBUTES, MODE_SAID, END = b"\x1b[>65;7006;1c", b"\x1b[8;1$y", b"\x1b[?65;1;9c"
VTE = {WHO: ATTRIBUTES + END, MODE: MODE_SAID + END}
KITTY = {WHO: b"\x1bP>|kitty(0.26.5)\x1b\\\x1b[>1;4000;26c\x1b[?62;c"}
UP = b"\x1b[A"
SAID = Answers(1, "", "65;7006;1", complete=True)
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


def answered(ends: Ends, replies: dict[str, bytes], ask_it: Callable[[], Answers]) -> Answers:
    """What `ask_it` returns while the terminal reads each of the questions and sends the reply to it."""

    def terminal() -> None:
        for question, reply in replies.items():
            heard = b""
            while question.encode() not in heard and select.select([ends.terminal], [], [], ENOUGH)[0]:
                heard += os.read(ends.terminal, 1024)
            os.write(ends.terminal, reply)

    thread = threading.Thread(target=terminal)
    thread.start()
    try:
        return ask_it()
    finally:
        thread.join()


@pytest.mark.parametrize(
    ("replies", "expected", "reason"),
    [
        (VTE, SAID, "no name, but it knows the mode"),
        (KITTY, Answers(None, "kitty(0.26.5)", "1;4000;26", complete=True), "a name: nothing else has to be asked"),
        ({WHO: b"\x1b[?6c", MODE: b"\x1b[?6c"}, Answers(complete=True), "it says only that it is there"),
        ({WHO: b"qc" + VTE[WHO], MODE: VTE[MODE]}, SAID._replace(typed=b"qc"), "keys before the answers"),
        ({WHO: VTE[WHO], MODE: MODE_SAID + UP + END}, SAID._replace(typed=UP), "a key between them"),
        ({WHO: b"\xd8\xa8" + VTE[WHO], MODE: END}, SAID._replace(bdsm=None, typed="ب".encode()), "an Arabic letter"),
        (
            {WHO: b"\x1b[>1;95;0c\x1b[?1;2c"},
            Answers(None, "", APPLE, complete=True),
            "Apple Terminal is not asked for a mode: it would print a letter",
        ),
        (
            {WHO: b"\x1b[48;9;9;9;9t\x1b[<0;1;1M\x1bP!|00\x1b\\" + VTE[WHO], MODE: VTE[MODE]},
            SAID._replace(typed=b"\x1b[48;9;9;9;9t"),
            "what answers to others' questions, or is the mouse, is not for us",
        ),
    ],
)
def test_answers(ends: Ends, replies: dict[str, bytes], expected: Answers, reason: str) -> None:
    assert answered(ends, replies, lambda: ask(ends.program, ENOUGH)) == expected, reason


def test_what_comes_after_the_last_answer_is_left_to_be_read(ends: Ends) -> None:
    replies = {WHO: VTE[WHO], MODE: VTE[MODE] + b"q\n"}
    assert answered(ends, replies, lambda: ask(ends.program, ENOUGH)) == SAID
    assert select.select([ends.program], [], [], ENOUGH)[0]
    assert os.read(ends.program, 10) == b"q\n"


def test_keys_typed_before_asking_are_handed_back(ends: Ends) -> None:
    os.write(ends.terminal, b"gg")
    assert answered(ends, VTE, lambda: ask(ends.program, ENOUGH)) == SAID._replace(typed=b"gg")


def test_an_answer_that_breaks_off_is_no_key(ends: Ends) -> None:
    os.write(ends.terminal, b"j" + ATTRIBUTES + b"\x1b[?65")
    assert ask(ends.program, 0.01) == Answers(None, "", "65;7006;1", typed=b"j", begun=b"\x1b[?65")


def test_the_rest_of_an_answer_is_waited_for_a_little(ends: Ends) -> None:
    """What is left over would be read as keys."""
    os.write(ends.terminal, b"\x1b[?65;1;9")
    rest = threading.Timer(0.02, os.write, (ends.terminal, b"c"))
    rest.start()
    assert ask(ends.program, 0.01).complete
    rest.join()


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


@pytest.mark.parametrize(
    ("environment", "reason"),
    [({"TERM": "dumb"}, "it would print all of it"), ({"TERM": "x", "TERM_PROGRAM": "Apple_Terminal"}, "so would it")],
)
def test_some_are_sent_nothing(ends: Ends, environment: dict[str, str], reason: str) -> None:
    assert find_terminal(environment, ends.program).answers == Answers()
    assert not select.select([ends.terminal], [], [], 0)[0], reason


def test_nothing_is_sent_where_nobody_wants_to_know(ends: Ends) -> None:
    found = find_terminal({"TERM": "xterm-256color", "VTE_VERSION": "7006"}, ends.program, asking=False)
    assert found.terminal.name == "VTE"
    assert not select.select([ends.terminal], [], [], 0)[0]


def test_what_it_answers_wins_over_the_environment(ends: Ends) -> None:
    found: list[Found] = []

    def asking() -> Answers:
        found.append(find_terminal({"TERM": "xterm-256color", "VTE_VERSION": "7006"}, ends.program))
        return Answers()

    answered(ends, KITTY | {WHO: b"j" + KITTY[WHO]}, asking)
    assert [(one.terminal.name, one.answers.typed) for one in found] == [("kitty", b"j")]


TMUX = {"TMUX": "/tmp/s,1,0", "TMUX_PANE": "%0", "TERM": "tmux-256color", "VTE_VERSION": "7006"}
WRAP = Tmux("%0").wrap
CLIENT = "$1\t0\t/dev/pts/1\t{}\t{}\t80\t80\n"


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch) -> dict[str, str | None]:
    """What tmux prints for each of its commands, None where it fails."""
    replies: dict[str, str | None] = {"display": CLIENT.format("xterm-256color", "")}
    monkeypatch.setattr("reader.terminal.multiplexer._output", lambda *said: replies.get(said[1], ""))
    return replies


def found_through(ends: Ends, replies: dict[str, bytes], environment: dict[str, str], **options: bool) -> Found:
    found: list[Found] = []

    def asking() -> Answers:
        found.append(find_terminal(environment, ends.program, **options))
        return Answers()

    answered(ends, replies, asking)
    return found[0]


def test_through_tmux_the_terminal_around_it_is_asked_and_switched(ends: Ends, commands: dict[str, str | None]) -> None:
    found = found_through(ends, {WRAP(WHO): b"j" + VTE[WHO], WRAP(MODE): VTE[MODE]}, TMUX)
    assert (found.terminal.title, found.terminal.strategy) == ("tmux in VTE", "cells")
    assert (found.terminal.switch, found.answers.typed) == (EXPLICIT, b"j")


def test_a_stale_variable_in_tmux_is_overruled(ends: Ends, commands: dict[str, str | None]) -> None:
    found = found_through(ends, {WRAP(WHO): b"\x1b[>0;136;0c\x1b[?6c"}, TMUX)
    assert (found.terminal.title, found.terminal.strategy) == ("tmux in PuTTY", "rows-rtl")


def test_tmux_that_lets_nothing_through_says_what_it_knows_itself(
    ends: Ends, commands: dict[str, str | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.terminal.ask.TIMEOUT", 0.01)
    for term, version, title, strategy in (
        ("xterm-256color", "Konsole 22.12.3", "tmux in Konsole", "rows-ltr"),
        ("xterm-kitty", "", "tmux in kitty", "words"),
        ("foot", "", "tmux in foot", "cells"),
    ):
        commands["display"] = CLIENT.format(term, version)
        found = find_terminal(TMUX, ends.program)
        assert (found.terminal.title, found.terminal.strategy, found.terminal.switch) == (title, strategy, NOTHING)
    commands["display"] = None
    assert find_terminal(TMUX, ends.program).terminal.title == "tmux in VTE", "its own variables are left"


def test_from_tmux_on_another_machine_the_terminal_is_asked_too(ends: Ends) -> None:
    """But it cannot be made to draw its rows again: it gets rows that it turns round."""
    here = {"TERM": "tmux-256color", "SSH_CONNECTION": "1 2 3 4"}
    replies = {WHO: b"\x1bP>|tmux 3.3a\x1b\\\x1b[>84;0;0c\x1b[?1;2c", WRAP(WHO): VTE[WHO], WRAP(MODE): VTE[MODE]}
    found = found_through(ends, replies, here)
    assert (found.terminal.title, found.terminal.strategy) == ("tmux in VTE", "rows-ltr")


def test_through_tmux_nothing_is_asked_where_nobody_wants_to_know(ends: Ends, commands: dict[str, str | None]) -> None:
    commands["display"] = CLIENT.format("xterm-256color", "Konsole 22.12.3")
    assert find_terminal(TMUX, ends.program, asking=False).terminal.switch == KONSOLE
    assert not select.select([ends.terminal], [], [], 0)[0]


@pytest.mark.parametrize(
    ("came", "left", "reason"),
    [
        ("jk", "jk", "keys"),
        ("\x1b[A", "\x1b[A", "a key with an escape"),
        ("a\x1b[>65;7006;1cb", "ab", "who it is"),
        ("\x1bP>|kitty(0.26.5)\x1b\\\x1b[8;0$y\x1b[?62;c", "", "all of them"),
        ("\x1b[?2026;2$y", "\x1b[?2026;2$y", "the answer to a question of Textual's"),
        ("\x1b[<0;10;5M", "\x1b[<0;10;5M", "the mouse"),
    ],
)
def test_answers_that_come_late_are_no_keys(came: str, left: str, reason: str) -> None:
    assert Ear(lambda _: None).feed(came) == left, reason


@pytest.mark.parametrize(
    ("came", "left", "reason"),
    [
        (("j\x1b[?65;", "1;9ck"), ["j", "k"], "within its numbers: they would be keys that show and hide names"),
        (("\x1b[>", "65;7006;1c"), ["", ""], "at its beginning"),
        (("\x1bP>|kitty(0.", "26.5)\x1b", "\\j"), ["", "", "j"], "twice"),
        (("\x1b", "[?65;1;9cj"), ["\x1b", "j"], "after an Esc that was passed on, as GNU screen does it"),
        (("\x1b", "[A"), ["\x1b", "[A"], "Esc, and what is no answer"),
        (("\x1b[?2026;", "2$y"), ["", "\x1b[?2026;2$y"], "one to Textual, whole"),
        (("\x1b[?", ""), ["", ""], "nothing at all is the end, and stays that"),
    ],
)
def test_an_answer_that_comes_in_pieces_is_no_key(came: tuple[str, ...], left: list[str], reason: str) -> None:
    ear = Ear(lambda _: None)
    assert [ear.feed(piece) for piece in came] == left, reason


def test_answers_that_come_late_are_heard_once_all_have_come() -> None:
    heard: list[Answers] = []
    ear = Ear(heard.append)
    for came in ("j\x1b[>65;7006;1c", "k", "\x1b[?65;1;9c", "\x1b[8;1$y\x1b[?65;1;9c"):
        ear.feed(came)
    assert heard == [Answers(None, "", "65;7006;1", complete=True), Answers(1, complete=True)]


@settings(deadline=None, max_examples=200)
@given(st.binary(max_size=60))
def test_any_bytes_are_parsed(data: bytes) -> None:
    answers = parse(data)
    assert len(answers.typed) <= len(data)
    if b"\x1b" not in data:
        assert answers == Answers(typed=data)
