"""The whole program in a real tmux, in a terminal played by the test: one that reorders, and can be told not to."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import shlex
import shutil
import struct
import subprocess
import sys
import termios
import time
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.skipif(shutil.which("tmux") is None, reason="there is no tmux here")

PATIENCE = 60
"""Seconds after which what is waited for is taken not to come."""
ANSWERS = {b"\x1b[>c": b"\x1b[>65;7006;1c", b"\x1b[c": b"\x1b[?65;1;9c", b"\x1b[8$p": b"\x1b[8;1$y"}
"""As VTE answers. tmux asks the first two as well, for itself."""
STOP, ALLOW = b"\x1b[8l", b"\x1b[8h"


class Terminal:
    """Our end of a terminal with a shell that runs a command: reads, answers questions, keeps what was written."""

    def __init__(self, command: list[str]) -> None:
        self.process, self._end = pty.fork()
        if self.process == 0:
            os.execvp("sh", ["sh", "-c", f"{shlex.join(command)}; read done"])
        fcntl.ioctl(self._end, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))
        self.written = b""

    def read_until(self, expected: bytes) -> bool:
        """Whether `expected` is written from now on."""
        start, deadline = len(self.written), time.monotonic() + PATIENCE
        while expected not in self.written[start:] and time.monotonic() < deadline:
            if not select.select([self._end], [], [], 0.5)[0]:
                continue
            try:
                chunk = os.read(self._end, 65536)
            except OSError:
                break
            self.written += chunk
            for question, answer in ANSWERS.items():
                os.write(self._end, answer * chunk.count(question))
        return expected in self.written[start:]

    def type(self, keys: bytes) -> None:
        os.write(self._end, keys)

    def close(self) -> None:
        """Hang up."""
        os.close(self._end)
        os.waitpid(self.process, 0)


@pytest.fixture
def tmux(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The command of a tmux of our own, whose server ends with the test."""
    for variable in ("TMUX", "TMUX_PANE", "VTE_VERSION", "STY"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    command = ["tmux", "-u", "-S", str(tmp_path / "s"), "-f", "/dev/null"]
    yield command
    subprocess.run([*command, "kill-server"], check=False, capture_output=True)


def option(tmux: list[str]) -> str:
    shown = subprocess.run([*tmux, "show", "-pqv", "allow-passthrough"], check=True, capture_output=True, text=True)
    hooks = subprocess.run([*tmux, "show-hooks"], check=True, capture_output=True, text=True)
    return shown.stdout.strip() + "".join(line.split("[")[0] + " " for line in hooks.stdout.splitlines() if "[" in line)


def test_the_terminal_around_it_is_switched_and_put_back(tmux: list[str]) -> None:
    terminal = Terminal(
        [*tmux, "new", f"{sys.executable} -m reader webb; {shlex.join(tmux)} wait-for -S gone; read done"]
    )
    assert terminal.read_until(STOP)
    assert terminal.read_until("ﺓﺁﺮﻣ".encode()), "cells, since it no longer reorders: the end of «مرآة» first"
    assert option(tmux) == "onclient-attached client-detached "
    terminal.type(b"q")
    assert terminal.read_until(ALLOW)
    subprocess.run([*tmux, "wait-for", "gone"], check=True, timeout=PATIENCE)
    assert option(tmux) == ""
    terminal.close()


def test_a_terminal_that_is_taken_away_is_put_back(tmux: list[str]) -> None:
    terminal = Terminal([*tmux, "new", f"{sys.executable} -m reader webb"])
    assert terminal.read_until(STOP)
    assert terminal.read_until("ﺓﺁﺮﻣ".encode())
    subprocess.run([*tmux, "detach-client"], check=True)
    assert terminal.read_until(ALLOW)
    terminal.close()
