"""Asking a terminal what it is, without losing a key, a mode or time."""

from __future__ import annotations

import os
import re
import select
import time
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from reader.terminal.detect import (
    APPLE,
    Answers,
    Terminal,
    behind,
    detect,
    from_answers,
    may_be_asked,
    multiplexer,
    worth_asking,
)
from reader.terminal.modes import in_background
from reader.terminal.multiplexer import Client, Passage, passage

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

TTY = "/dev/tty"
TIMEOUT = 0.3  # seconds; terminals here answered within a few milliseconds, one within 280
TIMEOUT_FAR = 1.0  # over ssh

# XTVERSION and DA2; DA1 last, since every terminal answers it: then all have come.
WHO = "\x1b[>q\x1b[>c\x1b[c"
# DECRQM of ANSI mode 8 (BDSM), for those who did not give themselves away.
MODE = "\x1b[8$p\x1b[c"

_VERSION = re.compile(rb"\x1bP>\|([^\x1b\a]*)(?:\x1b\\|\a)")
_ATTRIBUTES = re.compile(rb"\x1b\[>([\d;]*)c")
_BDSM = re.compile(rb"\x1b\[8;(\d)\$y")
_CURSOR = re.compile(rb"\x1b\[\d+;(\d+)R")
_END = re.compile(rb"\x1b\[\?[\d;]*c")
_ANY_ANSWER = re.compile(
    "|".join(f"(?:{pattern.pattern.decode('ascii')})" for pattern in (_VERSION, _ATTRIBUTES, _BDSM, _END))
)
_BROKEN = re.compile(rb"\x1b(?:\[[>?][\d;]*|P>\|[^\x1b\a]*\x1b?)$")
"""The beginning of an answer."""
_BEGUN = re.compile(_BROKEN.pattern.decode("ascii"))
_NO_KEYS = re.compile(
    rb"\x1b\[[<-?][0-?]*[ -/]*[@-~]|\x1b\[[\d;]*\$y|\x1b[P\]X^_][^\x1b\a]*(?:\x1b\\|\a)|" + _BROKEN.pattern
)
"""What no key sends: answers, whatever they are to."""
_LONGEST = 4096
REST = 0.05  # seconds for the rest of an answer that has begun


class Found(NamedTuple):
    """What was found out about the terminal that one writes to."""

    terminal: Terminal
    passage: Passage
    """The way to it; open where its switch has to pass through a multiplexer."""
    answers: Answers = Answers()
    client: Client | None = None
    """What a multiplexer says of it."""


def find_terminal(environment: Mapping[str, str], tty_fd: int, *, asking: bool = True) -> Found:
    """The terminal on `tty_fd` (open for reading and writing), or around the multiplexer that is there.

    Without `asking` nothing is sent to it: it is taken for what the environment says.
    """
    between, plain = multiplexer(environment), Answers()
    if between is None and asking and worth_asking(environment):
        plain = ask(tty_fd, _patience(environment))
        between = _multiplexer_that_answered(plain)
    if between is None:
        return Found(detect(environment, plain), Passage(), plain)
    return _find_behind(between, environment, tty_fd, plain if asking else None)


def _find_behind(between: str, environment: Mapping[str, str], tty_fd: int, plain: Answers | None) -> Found:
    """The terminal around a multiplexer that has given `plain` answers, or (None) that is not to be asked."""
    way = passage(between, environment)
    client = way.client(environment)
    way.open()
    answers, passes = Answers(version=client.version), way.redraws
    if plain is not None and may_be_asked(client.environment) and way.wrap(WHO):
        heard = ask(tty_fd, _patience(environment), way.wrap)
        passes = passes and heard.complete
        answers = heard._replace(version=heard.version or client.version, typed=plain.typed + heard.typed)
    terminal = behind(between, detect(client.environment, answers), passes=passes)
    if not terminal.switch.enter:
        way.close()
    return Found(terminal, way, answers, client)


def _patience(environment: Mapping[str, str]) -> float:
    return TIMEOUT_FAR if environment.get("SSH_CONNECTION") else TIMEOUT


def _multiplexer_that_answered(answers: Answers) -> str | None:
    """tmux or screen on the other machine, from which one came here: their variables stayed there."""
    named = from_answers(answers)
    return named.name if named and named.name in ("tmux", "screen") else None


def ask(tty_fd: int, timeout: float = TIMEOUT, wrap: Callable[[str], str] = str) -> Answers:
    """What the terminal on `tty_fd` answers within `timeout` seconds; nothing where it is no terminal of ours.

    It has to be quiet (`Guard`), or the answers would be shown and held back to the end of a line. `wrap` makes
    questions reach it. Keys typed before the last answer are in `Answers.typed`, later ones stay where they are.
    """
    try:
        if not os.isatty(tty_fd) or in_background(tty_fd):
            return Answers()
        deadline = time.monotonic() + timeout
        answers = parse(_converse(tty_fd, wrap(WHO), deadline))
        if not answers.complete or from_answers(answers) or answers.attributes == APPLE:
            return answers
        mode = parse(_converse(tty_fd, wrap(MODE), deadline))
        return answers._replace(bdsm=mode.bdsm, typed=answers.typed + mode.typed, begun=mode.begun)
    except OSError:  # it went away
        return Answers()


def parse(data: bytes) -> Answers:
    """The answers in what was read, and the rest of it."""
    version, attributes, bdsm, begun = (p.search(data) for p in (_VERSION, _ATTRIBUTES, _BDSM, _BROKEN))
    return Answers(
        int(bdsm[1]) if bdsm else None,
        version[1].decode("ascii", "replace") if version else "",
        attributes[1].decode("ascii") if attributes else "",
        complete=_END.search(data) is not None,
        typed=_NO_KEYS.sub(b"", data),
        begun=begun[0] if begun else b"",
    )


class Ear:
    """Takes answers out of what is typed while a screen has the keyboard: those that come late, and those to `again`.

    `tell` hears of them when the last has come; `begun` is the beginning of one that was heard before.
    """

    def __init__(self, tell: Callable[[Answers], None], begun: bytes = b"") -> None:
        self._tell = tell
        self._heard = Answers()
        self._begun = begun.decode("ascii", "replace")
        """The beginning of an answer whose rest has not come."""
        self._escaped = False
        """Whether what was typed last ended with an Esc, which is a key, or the first of an answer that came apart."""

    def feed(self, typed: str) -> str:
        """What was typed, without answers."""
        if typed:
            typed = self._whole(typed)
        if "\x1b" not in typed:
            return typed
        heard = parse("".join(match[0] for match in _ANY_ANSWER.finditer(typed)).encode())
        self._heard = Answers(
            self._heard.bdsm if heard.bdsm is None else heard.bdsm,
            heard.version or self._heard.version,
            heard.attributes or self._heard.attributes,
            complete=heard.complete,
        )
        if heard.complete:
            told, self._heard = self._heard, Answers()
            self._tell(told)
        return _ANY_ANSWER.sub("", typed)

    def _whole(self, typed: str) -> str:
        """The same after what has come of an answer before, and without the beginning of one."""
        if self._escaped and _ANY_ANSWER.match(f"\x1b{typed}"):
            typed = f"\x1b{typed}"
        typed = self._begun + typed
        broken = _BEGUN.search(typed)
        self._begun = broken[0] if broken else ""
        typed = typed.removesuffix(self._begun)
        self._escaped = typed.endswith("\x1b")
        return typed


def columns_taken(tty_fd: int, samples: Sequence[str], timeout: float = TIMEOUT_FAR) -> list[int]:
    """How many columns the cursor moves on for each sample, as the terminal says; fewer where it does not say.

    They are written over one another at the beginning of the row where the cursor is.
    """
    questions = "".join(f"\r{sample}\x1b[6n" for sample in samples)
    said = _converse(tty_fd, questions + "\x1b[c\r\x1b[K", time.monotonic() + timeout)
    return [int(column) - 1 for column in _CURSOR.findall(said)]


def key_typed(tty_fd: int) -> str:
    """The next key, waited for: what one press sends. "" where the terminal goes away."""
    with suppress(OSError):
        select.select([tty_fd], [], [])
        return os.read(tty_fd, _LONGEST).decode(errors="ignore")
    return ""


def _converse(tty_fd: int, questions: str, deadline: float) -> bytes:
    """Send the questions and read up to the last answer."""
    data = bytearray()
    if not select.select([], [tty_fd], [], max(0.0, deadline - time.monotonic()))[1]:
        return b""  # output is held (Ctrl-S)
    os.write(tty_fd, questions.encode())
    while len(data) < _LONGEST and (left := deadline - time.monotonic()) > 0:
        if not select.select([tty_fd], [], [], left)[0]:
            break
        # One byte at a time: what follows the last answer belongs to whoever reads next.
        byte = os.read(tty_fd, 1)
        data += byte
        if not byte or (byte == b"c" and _END.search(data)):
            return bytes(data)
    while _BROKEN.search(data) and select.select([tty_fd], [], [], REST)[0]:
        data += os.read(tty_fd, 1)
    return bytes(data)
