"""Talking past tmux and screen, to the terminal around them.

Both swallow what they do not know, and both have an escape that lets anything through. tmux allows it only where its
option says so; that is set for our own pane while we need it. Of what was let through it knows nothing: after the
terminal's state has changed it is told to draw its rows again.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reader import ending

if TYPE_CHECKING:
    from collections.abc import Mapping

PATIENCE = 0.5
"""Seconds that tmux or screen may take for a command; they take some milliseconds."""

_OPTION = "allow-passthrough"
_ATTACHED, _DETACHED = "client-attached", "client-detached"
_WAIT = ("run-shell", "true")
"""A command that tmux finishes only after it has drawn. While it has a pane to draw again, as after the alternate
screen is left, it lets nothing through."""
_FORMAT = "\t".join(
    f"#{{{name}}}"
    for name in ("client_pid", "client_tty", "client_termname", "client_termtype", "pane_width", "window_width")
)


class Client(NamedTuple):
    """What is attached to a multiplexer: the terminal around it."""

    environment: Mapping[str, str]
    version: str = ""
    """What it answered to XTVERSION when it was attached."""
    tty: str = ""
    side_by_side: bool = False
    """Whether other panes share our rows."""


class Passage:
    """The way to the terminal; this one is straight, since nothing stands in between."""

    redraws = True
    """Whether rows that are there already can be had drawn again, so that a switch takes hold of them."""
    clears = True
    """Whether they are cleared before that."""

    def wrap(self, escapes: str) -> str:
        """The same escapes, as they reach the terminal."""
        return escapes

    def client(self, environment: Mapping[str, str]) -> Client:
        """What is at the other end, as far as it can be known without asking it; `environment` is ours."""
        return Client(environment)

    def open(self) -> None:
        """Have the way opened, and wait until what is written now will get through."""

    def redraw(self) -> None:
        """Have all rows of the terminal drawn again."""

    def watch(self, leave: str) -> None:
        """See to it that a terminal that is taken away gets `leave`, and that this process hears (SIGWINCH) of one that
        is attached."""

    def past(self, escapes: str) -> None:
        """Write to the terminal when the way to it is gone: another's pane is left where ours was."""

    def close(self) -> None:
        """Leave the way as it was found; nothing happens when it is."""


class Tmux(Passage):
    """Through tmux. `pane` is ours, as `TMUX_PANE` names it; "" where tmux runs on another machine."""

    clears = False

    def __init__(self, pane: str) -> None:
        self.redraws = bool(pane)
        self._pane = pane
        self._before: str | None = None
        """The option of our pane, "" where it had none; None while it is as it was."""
        self._client = ""
        """The terminal that is attached, as a file."""
        self._session = ""
        self._watching = False

    def wrap(self, escapes: str) -> str:
        return "\x1bPtmux;{}\x1b\\".format(escapes.replace("\x1b", "\x1b\x1b")) if escapes else ""

    def client(self, environment: Mapping[str, str]) -> Client:
        said = self._run("display", "-p", "-t", self._pane, "#{session_id}\t" + _FORMAT, ";", "show-environment")
        if not said:
            self.redraws = False
            return Client(environment)
        first, *variables = said.splitlines()
        self._session, _, line = first.partition("\t")
        client = client_of(line, {**environment, **dict(one.split("=", 1) for one in variables if "=" in one)})
        self._client = client.tty
        return client

    def open(self) -> None:
        if self._before is not None:
            self._run(*_WAIT)
            return
        pane = ("-t", self._pane, _OPTION)
        # Before tmux 3.3 there was no such option, and everything was let through.
        before = self._run("show", "-pqv", *pane, ";", "set", "-p", *pane, "on", ";", *_WAIT)
        if before is not None:
            self._before = before.strip()
            ending.add(self.close)

    def redraw(self) -> None:
        self._run("refresh-client")

    def watch(self, leave: str) -> None:
        octal = "".join(f"\\{ord(character):03o}" for character in leave)
        say_it = f"run-shell -b \"printf '{octal}' > '#{{hook_client}}'\""
        tell_us = f"run-shell -b 'kill -WINCH {os.getpid()}'"
        told = self._hook(_DETACHED, say_it) if leave else self._hook(_DETACHED)
        self._watching = self._run(*told, ";", *self._hook(_ATTACHED, tell_us)) is not None

    def _hook(self, event: str, *command: str) -> tuple[str, ...]:
        """A hook of our own among those of the session; without a command, its end."""
        return ("set-hook", *(() if command else ("-u",)), "-t", self._session, f"{event}[{os.getpid()}]", *command)

    def past(self, escapes: str) -> None:
        with suppress(OSError):
            terminal = os.open(self._client, os.O_WRONLY | os.O_NOCTTY | os.O_NONBLOCK)
            try:
                os.write(terminal, escapes.encode("ascii"))
            finally:
                os.close(terminal)

    def close(self) -> None:
        if self._watching:
            self._watching = False
            self._run(*self._hook(_DETACHED), ";", *self._hook(_ATTACHED))
        if self._before is None:
            return
        pane = ("-t", self._pane, _OPTION)
        put_back = ("set", "-p", *pane, self._before) if self._before else ("set", "-pu", *pane)
        self._run(*_WAIT, ";", *put_back)
        self._before = None
        ending.discard(self.close)

    def _run(self, *arguments: str) -> str | None:
        return _output("tmux", *arguments) if self._pane else None


class Screen(Passage):
    """Through GNU screen. `session` is its `STY`; "" where it runs on another machine."""

    def __init__(self, session: str) -> None:
        self.redraws = bool(session)
        self._session = session

    def wrap(self, escapes: str) -> str:
        return f"\x1bP{escapes}\x1b\\" if escapes else ""

    def redraw(self) -> None:
        if self._session:
            _output("screen", "-S", self._session, "-X", "redisplay")


class Closed(Passage):
    """There is no way: what stands in between lets nothing through."""

    redraws = False

    def wrap(self, escapes: str) -> str:
        del escapes
        return ""


def passage(multiplexer: str | None, environment: Mapping[str, str]) -> Passage:
    """The way through the multiplexer of this name; straight where there is none."""
    if multiplexer == "tmux":
        return Tmux(environment.get("TMUX_PANE", "") if environment.get("TMUX") else "")
    if multiplexer == "screen":
        return Screen(environment.get("STY", ""))
    return Closed() if multiplexer else Passage()


def client_of(line: str, environment: Mapping[str, str]) -> Client:
    """A tmux client, from what tmux says of it in a line of `_FORMAT`.

    Its variables are those of its process where the system shows them; else `environment`, which is that of the
    terminal from which tmux was once started.
    """
    process, tty, term, version, pane, window = (line.split("\t") + [""] * 6)[:6]
    variables = {**(_environment_of(process) or environment)}
    if term:
        variables["TERM"] = term
    return Client(variables, version, tty, side_by_side=pane != window)


def _environment_of(process: str) -> dict[str, str]:
    """The variables that a process of ours was started with; empty where the system does not show them."""
    try:
        listed = Path("/proc", process, "environ").read_bytes().decode(errors="replace")
    except (OSError, ValueError):
        return {}
    return dict(one.split("=", 1) for one in listed.split("\0") if "=" in one)


def _output(*command: str) -> str | None:
    """What the command prints; None where it cannot be run, fails or takes too long."""
    import subprocess  # most read in no multiplexer

    try:
        done = subprocess.run(
            command, capture_output=True, check=True, timeout=PATIENCE, stdin=subprocess.DEVNULL, encoding="utf-8"
        )
    except (OSError, ValueError, subprocess.SubprocessError):
        return None
    return done.stdout
