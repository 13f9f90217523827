"""What is written to the terminal around the screen, and where its keys come from.

A terminal that reorders Arabic by itself is told not to before the alternate screen is entered (VTE gives a
row its mode when the row is cleared), and is given its own way back after leaving, however the program ends:
quit, crash, suspension and signals all pass through the same two methods of Textual's driver.
"""

from __future__ import annotations

import contextlib
import os
import sys
from typing import TYPE_CHECKING, Any

from textual.drivers.linux_driver import LinuxDriver

from reader.errors import UsageError

if TYPE_CHECKING:
    from textual.app import App

    from reader.terminal.modes import Switch

TTY = "/dev/tty"


class QuietDriver(LinuxDriver):
    """Textual's driver, between the two escapes of a `Switch`."""

    switch: Switch | None = None

    def __init__(self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: Any = None) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._entered = False
        if not _is_terminal(sys.__stderr__) and _is_terminal(sys.__stdout__):
            # `qari article 2>log`: Textual draws on stderr, which is no screen then.
            self._file = sys.__stdout__

    def start_application_mode(self) -> None:
        """Enter the screen; the switch first."""
        if self.switch is not None:
            self._say(self.switch.enter)
            self._entered = True
        super().start_application_mode()

    def stop_application_mode(self) -> None:
        """Leave the screen; the switch after it, once."""
        super().stop_application_mode()
        if self.switch is not None and self._entered:
            self._entered = False
            self.write(self.switch.leave)
            self.flush()

    def _say(self, escapes: str) -> None:
        # Textual's writer thread does not run yet, and its first words are "enter the alternate screen".
        if escapes and self._file is not None:
            self._file.write(escapes)
            self._file.flush()


def driver_for(switch: Switch | None) -> type[LinuxDriver]:
    """The driver class that writes this switch's escapes around the screen."""
    return type("SwitchedDriver", (QuietDriver,), {"switch": switch})


def claim_keyboard() -> None:
    """Make file 0 the keyboard where it is a pipe (`cat article | qari`), already read to its end.

    Raises UsageError where there is no terminal to take keys from.
    """
    if _is_terminal(sys.__stdin__):
        return
    try:
        keyboard = os.open(TTY, os.O_RDWR)
    except OSError as error:
        raise UsageError("there is no keyboard to read with", "choose a --format to print instead") from error
    os.dup2(keyboard, 0)
    with contextlib.suppress(OSError):
        os.close(keyboard)
    if sys.__stdin__ is None or sys.__stdin__.closed:
        sys.__stdin__ = open(0, encoding="utf-8", closefd=False)  # type: ignore[misc]  # noqa: PTH123, SIM115


def _is_terminal(stream: Any) -> bool:
    try:
        return stream is not None and bool(stream.isatty())
    except ValueError:  # closed
        return False
