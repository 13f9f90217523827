"""What is written to the terminal around the screen, and where its keys come from.

A terminal that reorders Arabic by itself is told not to before the alternate screen is entered (VTE gives a
row its mode when the row is cleared), and is given its own way back after it is left, however the program ends:
quit, crash and suspension pass through the same methods of Textual's driver, signals through the guard.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from textual.drivers.linux_driver import LinuxDriver

from reader.errors import UsageError

if TYPE_CHECKING:
    from reader.terminal.modes import Guard

TTY = "/dev/tty"


class GuardedDriver(LinuxDriver):
    """Textual's driver within a `Guard`: entered before the alternate screen, left after it."""

    guard: Guard

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if not is_terminal(sys.__stderr__) and is_terminal(sys.__stdout__):
            # `qari article 2>log`: Textual draws on stderr, which is no screen then.
            self._file = sys.__stdout__

    def start_application_mode(self) -> None:
        """Enter the screen: at the start, and after a suspension."""
        self.guard.enter()
        super().start_application_mode()  # type: ignore[no-untyped-call]

    def close(self) -> None:
        """The last step of leaving: Textual's writer thread has said all it had to say when this returns."""
        super().close()
        self.guard.leave()


def driver_for(guard_: Guard) -> type[GuardedDriver]:
    """The driver class that stays within this guard (Textual makes the driver itself, from a class)."""

    class Driver(GuardedDriver):
        guard = guard_

    return Driver


def claim_keyboard() -> None:
    """Make file 0 the keyboard where it is a pipe (`cat article | qari`), already read to its end.

    Raises UsageError where there is no terminal to take keys from.
    """
    if is_terminal(sys.__stdin__):
        return
    try:
        keyboard = os.open(TTY, os.O_RDWR)
    except OSError as error:
        raise UsageError("there is no keyboard to read with", "choose a --format to print instead") from error
    os.dup2(keyboard, 0)
    if keyboard:
        os.close(keyboard)
    # Textual asks this object for the file and whether it is a terminal; the old one may be gone.
    sys.__stdin__ = open(0, encoding="utf-8", closefd=False)  # type: ignore[misc]  # noqa: SIM115


def terminal_file() -> int:
    """A file descriptor to talk to the terminal with, both ways."""
    with suppress(OSError):
        return os.open(TTY, os.O_RDWR | os.O_NOCTTY)
    return 0


def is_terminal(stream: Any) -> bool:
    """Whether a standard stream is there, open, and a terminal."""
    try:
        return stream is not None and bool(stream.isatty())
    except ValueError:  # closed
        return False
