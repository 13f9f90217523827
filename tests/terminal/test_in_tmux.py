"""The whole program in a real tmux, in a terminal played by the test: one that reorders, and can be told not to."""

from __future__ import annotations

import math
import shlex
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from in_a_terminal import InATerminal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.skipif(shutil.which("tmux") is None, reason="there is no tmux here")

PATIENCE = 60
"""Seconds after which what is waited for is taken not to come."""
ANSWERS = {b"\x1b[>c": b"\x1b[>65;7006;1c", b"\x1b[c": b"\x1b[?65;1;9c", b"\x1b[8$p": b"\x1b[8;1$y"}
"""As VTE answers. tmux asks the first two as well, for itself."""
STOP, ALLOW = b"\x1b[8l", b"\x1b[8h"


class Terminal(InATerminal):
    """A terminal with a shell that runs a command, and that answers questions."""

    def __init__(self, command: list[str]) -> None:
        shell = ["sh", "-c", f"{shlex.join(command)}; read done"]
        super().__init__(shell, columns=100, rows=30, patience=PATIENCE)

    def read(self, seconds: float = math.inf) -> bool:
        begin = len(self.written)
        there = super().read(seconds)
        for question, answer in ANSWERS.items():
            self.type(answer * self.written[begin:].count(question))
        return there


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
    shell = f"{sys.executable} -m reader webb; {shlex.join(tmux)} wait-for -S gone; read done"
    with Terminal([*tmux, "new", shell]) as terminal:
        terminal.read_until(STOP)
        terminal.read_until("ﺓﺁﺮﻣ".encode())  # cells, since it no longer reorders: the end of «مرآة» first
        assert option(tmux) == "onclient-attached client-detached "
        terminal.type(b"q")
        terminal.read_until(ALLOW)
        subprocess.run([*tmux, "wait-for", "gone"], check=True, timeout=PATIENCE)
        assert option(tmux) == ""


def test_a_terminal_that_is_taken_away_is_put_back(tmux: list[str]) -> None:
    with Terminal([*tmux, "new", f"{sys.executable} -m reader webb"]) as terminal:
        terminal.read_until(STOP)
        terminal.read_until("ﺓﺁﺮﻣ".encode())
        subprocess.run([*tmux, "detach-client"], check=True, timeout=PATIENCE)
        terminal.read_until(ALLOW)
