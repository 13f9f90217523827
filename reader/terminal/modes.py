"""How a terminal that reorders right-to-left text is told to leave it alone, and gets its own way back.

The reading screen writes cells in visual order, so a terminal that reorders them again makes them unreadable.
Whoever draws the screen holds a `Guard` and calls two methods:

    guard = Guard(terminal.switch, tty_fd)
    guard.enter()   # before the alternate screen is entered or anything is cleared; again on resume
    guard.leave()   # after the alternate screen is left; also on suspend

`leave` writes once for each `enter`, and is called by the guard itself at the interpreter's exit and on SIGTERM
and SIGHUP, so that no shell is left with a terminal in the wrong mode. These signals then raise SystemExit, also
where the switch is empty: the screen's own clean-up runs, which it would not if the signal just killed us.
"""

from __future__ import annotations

import atexit
import os
import signal
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from types import FrameType


class Switch(NamedTuple):
    """Escapes that stop a terminal's own reordering, and those that allow it again. Empty: nothing to say."""

    enter: str = ""
    leave: str = ""


NOTHING = Switch()

EXPLICIT = Switch("\x1b[8l", "\x1b[8h")
"""ECMA-48 BDSM, as "BiDi in Terminal Emulators" has it. VTE keeps the mode in each row and takes it over when
a row is erased: so it has to come before the alternate screen. Terminals that do not know it ignore it."""

KONSOLE = Switch("\x1b]50;BidiRenderingEnabled=false\a", "\x1b]50;BidiRenderingEnabled=true\a")
"""A profile property. It cannot be asked for: a user who had switched it off finds it on in this session."""

MLTERM = Switch("\x1b]5379;use_ctl=false\a", "\x1b]5379;use_ctl=true\a")

MINTTY = Switch("\x1b[?77096h", "\x1b[?77096l")
"""The whole screen at once; mintty takes BDSM for single lines."""

_ENDING = (signal.SIGTERM, signal.SIGHUP)


class Guard:
    """Writes a `Switch` to the terminal open as file descriptor `fd`, and never forgets to take it back."""

    def __init__(self, switch: Switch, fd: int) -> None:
        self._switch = switch
        self._fd = fd
        self._entered = False
        self._handlers: dict[int, Any] = {}

    def enter(self) -> None:
        """Stop the terminal's reordering. Nothing happens when that is done already."""
        if self._entered:
            return
        self._entered = True
        atexit.register(self.leave)
        self._watch()
        self._write(self._switch.enter)

    def leave(self) -> None:
        """Allow it again. Nothing happens before `enter` and after another `leave`."""
        if not self._entered:
            return
        self._entered = False
        self._write(self._switch.leave)
        self._unwatch()
        atexit.unregister(self.leave)

    def change(self, switch: Switch) -> None:
        """Use another switch from now on: the terminal turned out to be another one."""
        if switch == self._switch:
            return
        if self._entered:
            self._write(self._switch.leave + switch.enter)
        self._switch = switch

    def __enter__(self) -> Guard:
        self.enter()
        return self

    def __exit__(self, *_: object) -> None:
        self.leave()

    def _write(self, escapes: str) -> None:
        # At a hang-up the terminal is gone, and there is nobody left to tell.
        with suppress(OSError):
            os.write(self._fd, escapes.encode("ascii"))

    def _watch(self) -> None:
        for number in _ENDING:
            if signal.getsignal(number) in (signal.SIG_IGN, None):
                continue
            with suppress(ValueError):  # not in the main thread, where alone handlers can be set
                self._handlers[number] = signal.signal(number, self._on_signal)

    def _unwatch(self) -> None:
        for number, handler in self._handlers.items():
            # Somebody who came after us keeps the place.
            if signal.getsignal(number) == self._on_signal:
                with suppress(ValueError):
                    signal.signal(number, handler)
        self._handlers.clear()

    def _on_signal(self, number: int, frame: FrameType | None) -> None:
        handler = self._handlers.get(number, signal.SIG_DFL)
        self.leave()
        if callable(handler):
            handler(number, frame)
        else:
            raise SystemExit(128 + number)
