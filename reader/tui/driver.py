"""What is written to the terminal around the screen.

A terminal that reorders Arabic by itself is told not to before the alternate screen is entered (VTE gives a
row its mode when the row is cleared), and is given its own way back after it is left, however the program ends:
quit, crash and suspension pass through the same methods of Textual's driver, signals through the guard.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from textual.drivers.linux_driver import LinuxDriver

from reader.tui.before.first_page import ENTER, FirstPage
from reader.tui.before.keyboard import is_terminal
from reader.tui.textual_private import draw_on, events_of

if TYPE_CHECKING:
    from reader.terminal.modes import Guard


class GuardedDriver(LinuxDriver):
    """Textual's driver within a `Guard`: entered before the alternate screen, left after it."""

    guard: Guard
    typed = b""
    """Keys that were typed before there was a screen."""
    first_page: FirstPage | None = None

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if not is_terminal(sys.__stderr__) and sys.__stdout__ and is_terminal(sys.__stdout__):
            draw_on(self, sys.__stdout__)  # `qari article 2>log`

    def start_application_mode(self) -> None:
        """Enter the screen: at the start, and after a suspension."""
        self.guard.enter()
        super().start_application_mode()  # type: ignore[no-untyped-call]
        typed, type(self).typed = self.typed.decode(errors="ignore"), b""
        for key in events_of(typed):
            self.process_message(key)

    def write(self, data: str) -> None:
        """Everything as Textual has it, but the alternate screen is not entered (and so cleared) again."""
        if data == ENTER and self.first_page and self.first_page.on_screen:
            self.first_page.on_screen = False
            return
        super().write(data)

    def close(self) -> None:
        """The last step of leaving: Textual's writer thread has said all it had to say when this returns."""
        super().close()
        self.guard.leave()


def driver_for(guard_: Guard, typed_: bytes = b"", page: FirstPage | None = None) -> type[GuardedDriver]:
    """The driver class that stays within this guard (Textual makes the driver itself, from a class)."""

    class Driver(GuardedDriver):
        guard = guard_
        typed = typed_
        first_page = page

    return Driver
