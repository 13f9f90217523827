"""What is changed in a terminal while something is shown in it, and how it gets its own way back.

The reading screen writes cells in visual order, so a terminal that reorders them again makes them unreadable; and
keys that are typed before anybody reads them must not be echoed onto the page. Whoever draws the screen holds a
`Guard` and calls two methods:

    guard = Guard(terminal.switch, tty_fd, passage)
    guard.enter()   # before the alternate screen is entered or anything is cleared; again on resume
    guard.leave()   # after the alternate screen is left; also on suspend

However the process ends (`reader.ending`) it leaves, so that no shell is left with a terminal in the wrong mode.
"""

from __future__ import annotations

import os
import select
import termios
import time
from contextlib import suppress
from typing import Any, NamedTuple

from reader import ending
from reader.terminal.multiplexer import Passage


class Switch(NamedTuple):
    """Escapes that stop a terminal's own reordering, and those that allow it again. Empty: nothing to say."""

    enter: str = ""
    leave: str = ""
    by_row: bool = False
    """Whether it is each row's own: a row that is there takes it over when it is cleared, or when it is said at its
    beginning."""


NOTHING = Switch()

EXPLICIT = Switch("\x1b[8l", "\x1b[8h", by_row=True)
"""ECMA-48 BDSM, as "BiDi in Terminal Emulators" has it. VTE keeps the mode in each row: so it has to come before the
alternate screen. Terminals that do not know it ignore it."""

KONSOLE = Switch("\x1b]50;BidiRenderingEnabled=false\a", "\x1b]50;BidiRenderingEnabled=true\a")
"""A profile property. It cannot be asked for: a user who had switched it off finds it on in this session."""

_CTL, _NO_CTL = "\x1b]5379;use_ctl=true\a", "\x1b]5379;use_ctl=false\a"
MLTERM = Switch(_NO_CTL, _CTL + _NO_CTL + _CTL)
"""Rows that come back with the shell's screen, mlterm orders again only when it is told once more."""

MINTTY = Switch("\x1b[?77096h", "\x1b[?77096l")
"""The whole screen at once; mintty takes BDSM for single lines."""

ROWS = 300
"""More than there are on a screen: what is beyond the last row is taken for that."""

STALLED = 0.3
"""Seconds after which a terminal that takes no more output (Ctrl-S, a line that hangs) is given up."""


class Guard:
    """Keeps the terminal that is open as file descriptor `fd` quiet, and a `Switch` on, from `enter` to `leave`.

    Quiet: keys come as they are typed, unechoed, and a read does not wait for them. Ctrl-C still interrupts;
    Ctrl-Z is a key like others, for whoever reads it to stop in good order. `passage` is the way to the terminal
    where a multiplexer stands in between.
    """

    def __init__(self, switch: Switch, fd: int, passage: Passage | None = None) -> None:
        self.fd = fd
        self._switch = switch
        self._passage = passage or Passage()
        self._entered = False
        self._modes: list[Any] | None = None

    def enter(self) -> None:
        """Nothing happens when that is done already. In the background it stops the process, until `fg`."""
        if self._entered:
            return
        ending.add(self.leave)
        with suppress(termios.error):  # no terminal
            self._modes = termios.tcgetattr(self.fd)
            termios.tcsetattr(self.fd, termios.TCSANOW, _quiet(self._modes))
        self._entered = True
        self._stop()

    def leave(self) -> None:
        """Nothing happens before `enter` and after another `leave`."""
        if self._entered:
            self._say(self._switch.leave)
            self._passage.close()
        if self._modes and not in_background(self.fd):
            with suppress(termios.error):
                termios.tcsetattr(self.fd, termios.TCSANOW, self._modes)
        self._entered, self._modes = False, None
        ending.discard(self.leave)

    def change(self, switch: Switch, passage: Passage | None = None) -> None:
        """Use another switch from now on, through another passage: the terminal turned out to be another one."""
        passage = passage or self._passage
        if (switch, passage) == (self._switch, self._passage):
            return
        if self._entered:
            self._say(self._switch.leave)
        self._switch, self._passage = switch, passage
        if self._entered:
            self._stop()

    def again(self) -> None:
        """Stop the reordering of another terminal as well, to which a multiplexer has been attached meanwhile."""
        if self._entered:
            self._stop()

    def _stop(self) -> None:
        self._say(self._switch.enter)
        self._passage.watch(self._switch.leave)

    def _say(self, escapes: str) -> None:
        if not escapes:
            return
        self._passage.open()
        said = escapes if self._passage.clears or not self._switch.by_row else _in_each_row(escapes)
        if not write(self.fd, self._passage.wrap(said)):  # the terminal is gone, or only our part of it
            self._passage.past(escapes)
        self._passage.redraw()

    def __enter__(self) -> Guard:
        self.enter()
        return self

    def __exit__(self, *_: object) -> None:
        self.leave()


def in_background(fd: int) -> bool:
    """Whether the terminal belongs to another process just now: touching its modes would stop this one (SIGTTOU)."""
    try:
        return os.tcgetpgrp(fd) != os.getpgrp()
    except OSError:  # not the terminal that controls us
        return False


def end_when_gone(fd: int) -> None:
    """From now on the process ends when the terminal goes away, also where no SIGHUP says so."""

    def wait() -> None:
        poll = select.poll()
        poll.register(fd, 0)  # what is reported unasked: errors and hanging up
        poll.poll()
        ending.end(ending.HUNG_UP)

    ending.aside(wait)


def write(fd: int, escapes: str) -> bool:
    """Write this to the terminal, as far as it takes it: one that is gone, or STALLED, hears no more."""
    data, deadline = escapes.encode(), time.monotonic() + STALLED
    with suppress(OSError):
        os.set_blocking(fd, False)
        try:
            while data and select.select([], [fd], [], max(0.0, deadline - time.monotonic()))[1]:
                with suppress(BlockingIOError):  # somebody else is writing
                    data = data[os.write(fd, data) :]
        finally:
            os.set_blocking(fd, True)
    return not data


def _in_each_row(escapes: str) -> str:
    return "\x1b7" + "".join(f"\x1b[{row}H{escapes}" for row in range(1, ROWS + 1)) + "\x1b8"


def _quiet(modes: list[Any]) -> list[Any]:
    *flags, local, input_speed, output_speed, controls = modes
    controls = controls.copy()
    controls[termios.VMIN] = controls[termios.VTIME] = 0
    controls[termios.VSUSP] = b"\0"
    return [*flags, local & ~(termios.ICANON | termios.ECHO), input_speed, output_speed, controls]
