"""The terminal before Textual has it: where keys come from, and what kind of terminal it is.

Nothing here imports Textual, so that the terminal can be asked what it is while that is being imported.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from functools import partial
from threading import Thread
from typing import Any

from reader import ending
from reader.errors import UsageError
from reader.messages import message
from reader.terminal.ask import TIMEOUT_FAR, TTY, Found, find_terminal
from reader.terminal.detect import guess, multiplexer
from reader.terminal.multiplexer import Closed, Passage

A_MOMENT = 0.05
"""Seconds that the first page may wait to be written in the right way."""


def claim() -> None:
    """Make file 0 the keyboard where it is a pipe (`cat article | qari`), already read to its end.

    Raises UsageError where there is no terminal to take keys from.
    """
    if is_terminal(sys.__stdin__):
        return
    try:
        keyboard = os.open(TTY, os.O_RDWR)
    except OSError as error:
        raise UsageError(
            message("there is no keyboard to read with"), message("choose a --format to print instead")
        ) from error
    os.dup2(keyboard, 0)
    if keyboard:
        os.close(keyboard)
    # Textual asks this object for the file and whether it is a terminal; the old one may be gone.
    sys.__stdin__ = open(0, encoding="utf-8", closefd=False)  # type: ignore[misc]  # noqa: SIM115


def is_terminal(stream: Any) -> bool:
    """Whether a standard stream is there, open, and a terminal."""
    try:
        return stream is not None and bool(stream.isatty())
    except ValueError:  # closed
        return False


class Question:
    """Asks the terminal what it is, in a thread: one that does not answer costs no time worth speaking of.

    With `asking` off it is sent nothing, and is taken for what the environment says.
    """

    def __init__(self, *, asking: bool = True) -> None:
        self._asking = asking
        self.file = 0
        """A file descriptor to talk to the terminal with, both ways."""
        with suppress(OSError):
            self.file = os.open(TTY, os.O_RDWR | os.O_NOCTTY)
        self._found: list[Found] = []
        self._thread = Thread(target=self._ask, name="terminal", daemon=True)

    def ask(self) -> None:
        """Begin. The terminal has to be quiet (`Guard`)."""
        # What it answers after the program has ended, the shell would take for typed.
        ending.add(partial(self._thread.join, TIMEOUT_FAR))
        self._thread.start()

    def answer(self) -> Found:
        """The terminal, the way to it, and the keys that were typed before it had answered."""
        self._thread.join()
        return self._found[0]

    def answer_soon(self) -> Found:
        """The same a moment later: most terminals have answered by then; of others the environment tells."""
        self._thread.join(A_MOMENT)
        return self._found[0] if self._found else self.guess()

    def guess(self) -> Found:
        """The terminal as far as the environment tells."""
        return Found(guess(os.environ), Closed() if multiplexer(os.environ) else Passage())

    def _ask(self) -> None:
        self._found.append(find_terminal(os.environ, self.file, asking=self._asking))
