"""Run a command in a pseudo-terminal, wait until its screen says something, type keys, and tell how it ended.

    python tests/in_a_terminal.py --wait TEXT --keys KEYS [--size 80x24] -- COMMAND …

Exits with the command's own code; 1, with what was on the screen, if TEXT never came.
"""

from __future__ import annotations

import argparse
import fcntl
import os
import pty
import select
import struct
import sys
import termios
import time

PATIENCE = 120
"""Seconds before a command that says nothing counts as stuck: a first start compiles every module."""


def start(command: list[str], columns: int, rows: int) -> tuple[int, int]:
    """Fork the command onto a new terminal of this size; returns its process id and our end."""
    process, terminal = pty.fork()
    if process == 0:
        os.environ["TERM"] = "xterm-256color"
        os.execvp(command[0], command)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    return process, terminal


def read_until(terminal: int, expected: bytes | None) -> bytes:
    """Everything written until `expected` appears, or (None) until the command ends."""
    seen, deadline = b"", time.monotonic() + PATIENCE
    while time.monotonic() < deadline and (expected is None or expected not in seen):
        ready, _, _ = select.select([terminal], [], [], 1)
        if ready:
            try:
                chunk = os.read(terminal, 65536)
            except OSError:
                break
            if not chunk:
                break
            seen += chunk
    return seen


def main() -> int:
    """Parse, run, report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wait", required=True)
    parser.add_argument("--keys", default="q")
    parser.add_argument("--size", default="80x24")
    parser.add_argument("command", nargs="+")
    options = parser.parse_args()
    columns, rows = map(int, options.size.split("x"))
    process, terminal = start(options.command, columns, rows)
    seen = read_until(terminal, options.wait.encode())
    if options.wait.encode() not in seen:
        sys.stderr.write(f"never saw {options.wait!r} in:\n{seen.decode(errors='replace')}\n")
        return 1
    os.write(terminal, options.keys.encode())
    read_until(terminal, None)
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


if __name__ == "__main__":
    sys.exit(main())
