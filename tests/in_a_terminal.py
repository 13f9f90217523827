"""Run a command in a pseudo-terminal, wait until its screen says something, type keys, and tell how it ended.

    python tests/in_a_terminal.py --wait TEXT --keys KEYS [--size 80x24] -- COMMAND …

Exits with the command's own code; 1, with what was on the screen, if TEXT never came or the command never ended.
"""

from __future__ import annotations

import argparse
import fcntl
import math
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from typing import BinaryIO

PATIENCE = 120
"""Seconds before a command counts as stuck: a first start compiles every module."""
INSTALLING = 600
"""The same for one that may install what it runs before."""


_PAIRS = (
    ("alternate screen", b"\x1b[?1049h", b"\x1b[?1049l"),
    ("cursor", b"\x1b[?25l", b"\x1b[?25h"),
    ("mouse", b"\x1b[?1000h", b"\x1b[?1000l"),
    ("mouse moves", b"\x1b[?1003h", b"\x1b[?1003l"),
    ("mouse far away", b"\x1b[?1006h", b"\x1b[?1006l"),
    ("pasting", b"\x1b[?2004h", b"\x1b[?2004l"),
    ("focus", b"\x1b[?1004h", b"\x1b[?1004l"),
    ("line wrap", b"\x1b[?7l", b"\x1b[?7h"),
    ("kitty's keyboard", b"\x1b[>25u", b"\x1b[<u"),
    ("bidi", b"\x1b[8l", b"\x1b[8h"),
)
"""What is switched in a terminal, on and off again."""
_SILENT = re.compile(rb"\x1b(\[[\d;?<>]*[A-Za-z]|\][^\a]*\a|\\)|\^C")
"""What is no message: escapes, and the echo of a Ctrl-C before the command has begun to read keys."""


class StuckError(AssertionError):
    """A command that did not do in time what was waited for; says what was on its screen."""


class InATerminal:
    """A command in a terminal of its own, which controls it. It is killed at the end of `with`, and `patience`
    seconds after its start whoever waits for it fails: no test can hang on it.

    `stdin`, `stdout` and `stderr` take the terminal's place there; `term` is what it calls itself.
    """

    def __init__(
        self,
        command: Sequence[str],
        *,
        columns: int = 80,
        rows: int = 24,
        patience: float = PATIENCE,
        stdin: int | BinaryIO | None = None,
        stdout: int | BinaryIO | None = None,
        stderr: int | BinaryIO | None = None,
        folder: Path | None = None,
        term: str = "xterm-256color",
    ) -> None:
        self.written = b""
        """All that came out so far."""
        self._deadline = time.monotonic() + patience
        self.terminal, self._inside = pty.openpty()
        fcntl.ioctl(self._inside, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.modes: list[Any] = termios.tcgetattr(self._inside)
        """The terminal's, as they were before the command."""
        # A process without a terminal is controlled by the first that it opens.
        self._process = subprocess.Popen(
            ["sh", "-c", ': <"$0" && exec "$@"', os.ttyname(self._inside), *command],
            stdin=self._inside if stdin is None else stdin,
            stdout=self._inside if stdout is None else stdout,
            stderr=self._inside if stderr is None else stderr,
            env=os.environ | {"TERM": term},
            cwd=folder,
            start_new_session=True,
        )
        self.modes_after: list[Any] = []
        """The same at its end, where there still is a terminal."""
        self.pid = self._process.pid
        self._ended = os.pidfd_open(self.pid)

    def read_until(self, expected: bytes) -> bytes:
        """Everything written from now on until `expected` has come."""
        begin = len(self.written)
        while expected not in self.written[begin:]:
            if not self.read():
                raise self._stuck(f"ended without {expected!r}")
        return self.written[begin:]

    def type(self, keys: bytes) -> None:
        os.write(self.terminal, keys)

    def send(self, number: int) -> None:
        """Send the signal to the command alone."""
        os.kill(self.pid, number)

    def hang_up(self) -> None:
        """Close the terminal, as its window is closed."""
        self._close_inside()
        os.close(self.terminal)
        self.terminal = -1

    def wait_until_stopped(self) -> None:
        """Wait until the command has been stopped (Ctrl-Z)."""
        while not os.waitid(os.P_PID, self.pid, os.WSTOPPED | os.WNOHANG):
            if not self.read(0.01):
                raise self._stuck("ended without having been stopped")

    def wait(self, *, reading: bool = True) -> int:
        """Read until the command has ended; its exit code, or the number of the signal that killed it, negative.

        With `reading` off the terminal takes nothing meanwhile, as one whose output is held.
        """
        while self.read() if reading else not self._ready(self._ended):
            pass
        code = self._process.wait()
        if self.terminal >= 0:
            self.modes_after = termios.tcgetattr(self._inside)
            self._close_inside()
            with suppress(OSError):  # all has been read
                while self._ready(self.terminal):
                    self.written += os.read(self.terminal, 65536)
        return code

    def read(self, seconds: float = math.inf) -> bool:
        """Read a piece of what is written, waiting so long for it; False where the command has ended."""
        ready = self._ready(self.terminal, self._ended, seconds=seconds)
        if self.terminal in ready:
            self.written += os.read(self.terminal, 65536)
        return self.terminal in ready or self._ended not in ready

    def _ready(self, *files: int, seconds: float = math.inf) -> list[int]:
        """Which of these can be read, after so many seconds at the latest."""
        left = max(0.0, self._deadline - time.monotonic())
        ready = select.select([file for file in files if file >= 0], [], [], min(left, seconds))[0]
        if not ready and left <= seconds:
            raise self._stuck("stuck")
        return ready

    def _stuck(self, how: str) -> StuckError:
        self.kill()
        return StuckError(f"{how}; on the screen: {self.written[-4000:].decode(errors='replace')}")

    def left_changed(self) -> list[str]:
        """What of the terminal is not as it was before the command, which has ended or has been stopped."""
        faults = [what for what, on, off in _PAIRS if self.written.rfind(on) > self.written.rfind(off)]
        if self._inside >= 0:
            self.modes_after = termios.tcgetattr(self._inside)
        if self.modes_after and self.modes_after != self.modes:
            faults.append("modes")
        if printed := _SILENT.sub(b"", self.written.rpartition(b"\x1b[?1049l")[2]):
            faults.append(f"on the screen: {printed.decode(errors='replace')!r}")
        return faults

    def kill(self) -> None:
        """End the command and whatever it has started, now."""
        if self._process.poll() is None:
            os.killpg(self.pid, signal.SIGKILL)
            self._process.wait()

    def _close_inside(self) -> None:
        if self._inside >= 0:
            os.close(self._inside)
        self._inside = -1

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()
        self._close_inside()
        os.close(self._ended)
        if self.terminal >= 0:
            os.close(self.terminal)


def main() -> int:
    """Parse, run, report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wait", required=True)
    parser.add_argument("--keys", default="q")
    parser.add_argument("--size", default="80x24")
    parser.add_argument("command", nargs="+")
    options = parser.parse_args()
    columns, rows = map(int, options.size.split("x"))
    with InATerminal(options.command, columns=columns, rows=rows, patience=INSTALLING) as command:
        try:
            command.read_until(options.wait.encode())
            command.type(options.keys.encode())
            return command.wait()
        except StuckError as stuck:
            sys.stderr.write(f"waited for {options.wait!r}: {stuck}\n")
            return 1


if __name__ == "__main__":
    sys.exit(main())
