"""What is written to the terminal around the screen.

A terminal that reorders Arabic by itself is told not to before the alternate screen is entered (VTE gives a
row its mode when the row is cleared), and is given its own way back after it is left, however the program ends:
quit, crash and suspension pass through the same methods of Textual's driver; whatever else ends the process
(`reader.ending`) leaves the screen without it.
"""

from __future__ import annotations

import os
import sys
import termios
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, cast

from textual.drivers.linux_driver import LinuxDriver

from reader import ending
from reader.terminal import modes
from reader.tui.before import first_page
from reader.tui.before.first_page import ENTER, FirstPage
from reader.tui.before.keyboard import is_terminal
from reader.tui.textual_private import draw_on, events_of, hear_one_key

if TYPE_CHECKING:
    from collections.abc import Iterator
    from io import TextIOWrapper
    from typing import TextIO

    from reader.terminal.lookout import Lookout
    from reader.terminal.modes import Guard
    from reader.terminal.output import Output

LEAVE = (
    "\x1b\\"  # whatever was being said when it was cut off is over
    "\x1b[?2026l"  # a frame that is held back until it is whole
    "\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?1016l"  # the mouse
    "\x1b[?2004l\x1b[?1004l\x1b[?2048l\x1b[?7h"  # pasting, focus, size; lines wrap
    "\x1b[<u"  # kitty's keyboard, of the alternate screen
) + first_page.LEAVE
"""All that Textual's driver asks of a terminal at its start, taken back."""
ON_THE_WAY = 0.1
"""Seconds for what a terminal has sent before it heard that nobody listens, as Textual waits."""


class GuardedDriver(LinuxDriver):
    """Textual's driver within a `Guard`: entered before the alternate screen, left after it."""

    guard: Guard
    output: Output | None = None
    """In which way the terminal is written to; None writes as Textual has it."""
    lookout: Lookout | None = None
    """Hears what the terminal answers while the screen is on it."""
    typed = b""
    """Keys that were typed before there was a screen."""
    first_page: FirstPage | None = None

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        drawn_on = sys.__stderr__
        if not is_terminal(sys.__stderr__) and is_terminal(sys.__stdout__):
            drawn_on = sys.__stdout__  # `qari article 2>log`
        self._screen = _Screen(cast("TextIO", drawn_on))
        draw_on(self, cast("TextIOWrapper", self._screen))

    def start_application_mode(self) -> None:
        """Enter the screen: at the start, and after a suspension."""
        if self.lookout:
            self.lookout.write = super().write
            hear_one_key(self.lookout.ear.feed)
        else:
            hear_one_key()
        super().start_application_mode()  # type: ignore[no-untyped-call]
        typed, type(self).typed = self.typed.decode(errors="ignore"), b""
        for key in events_of(typed):
            self.process_message(key)

    def write(self, data: str) -> None:
        """What Textual draws, in the terminal's own way; the alternate screen is not entered (and so cleared) again."""
        if data == ENTER:
            self._enter()
            if self.first_page and self.first_page.on_screen:
                self.first_page.on_screen = False
                return
        if self.output:
            with _terminal_there():
                columns = os.get_terminal_size(self.guard.fd).columns
            data = self.output.write(data, columns)
        super().write(data)

    def close(self) -> None:
        """The last step of leaving: Textual's writer thread has said all it had to say when this returns."""
        super().close()
        ending.discard(self._leave_now)
        self.guard.leave()

    def run_input_thread(self) -> None:
        with _terminal_there():
            super().run_input_thread()

    def _enter(self) -> None:
        self.guard.enter()
        ending.add(self._leave_now)

    def _leave_now(self) -> None:
        """Out of the screen at once, whatever Textual's own threads are at."""
        os.dup2(os.open(os.devnull, os.O_WRONLY), self._screen.fileno())  # the writer is heard no more
        if modes.write(self.guard.fd, LEAVE) and not modes.in_background(self.guard.fd):
            time.sleep(ON_THE_WAY)
            termios.tcflush(self.guard.fd, termios.TCIFLUSH)


class _Screen:
    """The stream that Textual draws on."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self.fileno = stream.fileno

    def write(self, text: str) -> None:
        with _terminal_there():
            self._stream.write(text)

    def flush(self) -> None:
        with _terminal_there():
            self._stream.flush()


@contextmanager
def _terminal_there() -> Iterator[None]:
    """The terminal that does not answer to reading and writing has gone away: that is the end."""
    try:
        yield
    except OSError:
        ending.end(ending.HUNG_UP)


def driver_for(
    guard_: Guard,
    typed_: bytes = b"",
    page: FirstPage | None = None,
    output_: Output | None = None,
    lookout_: Lookout | None = None,
) -> type[GuardedDriver]:
    """The driver class that stays within this guard (Textual makes the driver itself, from a class)."""

    class Driver(GuardedDriver):
        guard = guard_
        output = output_
        lookout = lookout_
        typed = typed_
        first_page = page

    return Driver
