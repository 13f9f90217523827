"""Asking a terminal what it is, without losing a key, a mode or time."""

from __future__ import annotations

import os
import re
import select
import time
from typing import TYPE_CHECKING

from reader.terminal.detect import Answers, Terminal, detect, worth_asking
from reader.terminal.modes import in_background

if TYPE_CHECKING:
    from collections.abc import Mapping

TIMEOUT = 0.3  # seconds; terminals here answered within a few milliseconds, one within 280
TIMEOUT_FAR = 1.0  # over ssh; an answer that comes too late would be read as keys

# XTVERSION, DA2, DECRQM of ANSI mode 8 (BDSM); DA1 last, since every terminal answers it: then all have come.
QUERIES = b"\x1b[>q\x1b[>c\x1b[8$p\x1b[c"

_VERSION = re.compile(rb"\x1bP>\|([^\x1b\a]*)(?:\x1b\\|\a)")
_ATTRIBUTES = re.compile(rb"\x1b\[>([\d;]*)c")
_BDSM = re.compile(rb"\x1b\[8;(\d)\$y")
_END = re.compile(rb"\x1b\[\?[\d;]*c")
_LONGEST = 4096


def find_terminal(environment: Mapping[str, str], tty_fd: int) -> tuple[Terminal, bytes]:
    """The terminal on `tty_fd` (open for reading and writing), and the keys that were typed meanwhile.

    It is asked only where the environment does not say; see `ask`.
    """
    if not worth_asking(environment):
        return detect(environment), b""
    answers = ask(tty_fd, TIMEOUT_FAR if environment.get("SSH_CONNECTION") else TIMEOUT)
    return detect(environment, answers), answers.typed


def ask(tty_fd: int, timeout: float = TIMEOUT) -> Answers:
    """What the terminal on `tty_fd` answers within `timeout` seconds; nothing where it is no terminal of ours.

    It has to be quiet (`Guard`), or the answers would be shown and held back to the end of a line. Keys typed
    before the last answer are in `Answers.typed`, later ones stay where they are.
    """
    try:
        if not os.isatty(tty_fd) or in_background(tty_fd):
            return Answers()
        return parse(_converse(tty_fd, time.monotonic() + timeout))
    except OSError:  # it went away
        return Answers()


def parse(data: bytes) -> Answers:
    """The answers in what was read, and the rest of it."""
    version, attributes, bdsm = (pattern.search(data) for pattern in (_VERSION, _ATTRIBUTES, _BDSM))
    typed = data
    for pattern in (_VERSION, _ATTRIBUTES, _BDSM, _END):
        typed = pattern.sub(b"", typed, count=1)
    return Answers(
        int(bdsm[1]) if bdsm else None,
        version[1].decode("ascii", "replace") if version else "",
        attributes[1].decode("ascii") if attributes else "",
        typed,
    )


def _converse(tty_fd: int, deadline: float) -> bytes:
    """Send the queries and read up to the last answer."""
    data = bytearray()
    if not select.select([], [tty_fd], [], max(0.0, deadline - time.monotonic()))[1]:
        return b""  # output is held (Ctrl-S)
    os.write(tty_fd, QUERIES)
    while len(data) < _LONGEST and (left := deadline - time.monotonic()) > 0:
        if not select.select([tty_fd], [], [], left)[0]:
            break
        # One byte at a time: what follows the last answer belongs to whoever reads next.
        byte = os.read(tty_fd, 1)
        data += byte
        if not byte or (byte == b"c" and _END.search(data)):
            break
    return bytes(data)
