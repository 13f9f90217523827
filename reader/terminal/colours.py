"""How many colours a terminal draws, where it does not say so itself.

`COLORTERM` is how a terminal says that it has 24-bit colours. xterm has them and does not say it, and over ssh the
variable is lost.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import MutableMapping

    from reader.terminal.detect import Terminal

FULL = {"xterm", "VTE", "Konsole", "Alacritty", "kitty", "foot", "st", "WezTerm", "Ghostty", "mintty", "iTerm2"} | {
    "Windows Terminal",
    "xterm.js",
}
"""Seen with SGR 38;2 in the first four; of the others their documentation says so. Multiplexers have colours of
their own, and say so; the Linux console, rxvt and Apple Terminal have fewer."""

XTERM_FULL = 331
"""The first xterm with SGR 38;2 as a colour of its own (2017). Older ones do not answer XTVERSION (354)."""

INDEXED = {"mlterm": "mlterm", "PuTTY": "xterm"}
"""Values of TERM of those that have 256 colours and do not say so. mlterm knows 24-bit colours, but reads ten numbers
of an SGR at most: two such colours and an underline are eleven, and the ground comes out white. PuTTY knows them from
0.71 on, and does not tell its version."""


def without_empty_no_color(environment: MutableMapping[str, str]) -> None:
    """Take an empty `NO_COLOR` away: it means nothing (no-color.org), but Textual turns colours to grey for it."""
    if environment.get("NO_COLOR") == "":
        del environment["NO_COLOR"]


def declare(environment: MutableMapping[str, str], terminal: Terminal) -> None:
    """Say in `COLORTERM`, or `TERM`, which colours this terminal has, unless they say so: drawing goes by them."""
    if terminal.name == "screen":
        environment.pop("COLORTERM", None)  # of the terminal around it: screen takes 24-bit colours for others
    elif environment.get("COLORTERM"):
        return
    if terminal.name in FULL and not _old(environment.get("XTERM_VERSION", "")):
        environment["COLORTERM"] = "truecolor"
    elif terminal.name in INDEXED and environment.get("TERM") == INDEXED[terminal.name]:
        environment["TERM"] += "-256color"


def _old(xterm: str) -> bool:
    """Whether this, like «XTerm(379)», is a version without full colours."""
    version = re.search(r"\d+", xterm)
    return version is not None and int(version[0]) < XTERM_FULL
