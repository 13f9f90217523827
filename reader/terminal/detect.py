"""Which terminal this is: what it does to right-to-left text by itself, and what stops it.

Terminals are of four kinds. Most draw cells as they are written. Some reorder but can be switched off. Some
reorder whole rows, and some single words, and cannot be switched off from here. What is known of each comes
from trying it with and without its switch, or, for mintty, WezTerm, Ghostty, Windows Terminal, Apple Terminal
and iTerm2, from their documentation and source.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from reader.terminal.modes import EXPLICIT, KONSOLE, MINTTY, MLTERM, NOTHING, Switch

if TYPE_CHECKING:
    from collections.abc import Mapping

VTE_WITH_BIDI = 5800  # 0.58 is the first that reorders, and that knows BDSM


class Strategy(StrEnum):
    """How lines are written to a terminal: the words of `--bidi`."""

    AUTO = "auto"
    CELLS = "cells"
    """Visual order, one cell a cluster."""
    ROWS_LTR = "rows-ltr"
    """So that a terminal that reorders rows with a left-to-right base ends at visual order."""
    ROWS_RTL = "rows-rtl"
    """The same with a right-to-left base, or one found from the row."""
    WORDS = "words"
    """So that a terminal that reverses each right-to-left word ends at visual order."""
    LOGICAL = "logical"
    """As written: the terminal does it all."""


@dataclass(frozen=True, slots=True)
class Terminal:
    """A terminal, how to write to it, and what to tell it before."""

    name: str
    strategy: Strategy = Strategy.CELLS
    switch: Switch = NOTHING
    outer: Terminal | None = None
    """The terminal around a multiplexer, where the environment gives it away."""
    italics: bool = True
    """Whether Arabic can be read in its italics. mlterm looks for them in the slanted face alone, and shows boxes
    where that has no Arabic (DejaVu Sans Mono Oblique has none); others take the upright letters, and slant them."""

    @property
    def reorders(self) -> bool:
        """Whether it reorders when nothing is said to it."""
        return self.strategy is not Strategy.CELLS or self.switch != NOTHING


class Answers(NamedTuple):
    """What a terminal said of itself; empty where it did not answer."""

    bdsm: int | None = None
    """DECRQM of ANSI mode 8: 1 set, 2 reset, 0 a mode that it does not know."""
    version: str = ""
    """XTVERSION: name and version as it likes."""
    attributes: str = ""
    """DA2: three numbers with semicolons."""
    typed: bytes = b""
    """What came in between and is no answer: keys, to be given to whoever reads them."""


UNKNOWN = Terminal("", switch=EXPLICIT)
"""Told to be explicit all the same: it does no harm where it is not understood."""

VTE = Terminal("VTE", switch=EXPLICIT)

_KNOWN = {
    terminal.name: terminal
    for terminal in (
        VTE,
        Terminal("Konsole", switch=KONSOLE),
        Terminal("mlterm", switch=MLTERM, italics=False),
        Terminal("mintty", switch=MINTTY),
        Terminal("WezTerm", switch=EXPLICIT),
        Terminal("kitty", Strategy.WORDS),
        Terminal("PuTTY", Strategy.ROWS_RTL),
        Terminal("QTerminal", Strategy.ROWS_LTR),
        Terminal("Apple Terminal", Strategy.ROWS_LTR),
        *map(Terminal, ("xterm", "Alacritty", "foot", "st", "rxvt", "Ghostty", "Linux console", "dumb")),
        *map(Terminal, ("Windows Terminal", "xterm.js", "iTerm2", "tmux", "screen", "Zellij")),
    )
}

_MULTIPLEXERS = {"TMUX": "tmux", "STY": "screen", "ZELLIJ": "Zellij"}

_VARIABLES = {
    "KONSOLE_VERSION": "Konsole",
    "MLTERM": "mlterm",
    "KITTY_WINDOW_ID": "kitty",
    "XTERM_VERSION": "xterm",
    "ALACRITTY_WINDOW_ID": "Alacritty",
    "WT_SESSION": "Windows Terminal",
}

_PROGRAMS = {
    "Apple_Terminal": "Apple Terminal",
    "iTerm.app": "iTerm2",
    "WezTerm": "WezTerm",
    "ghostty": "Ghostty",
    "mintty": "mintty",
    "vscode": "xterm.js",
}

_TERMS = {
    "mlterm": "mlterm",
    "xterm-kitty": "kitty",
    "xterm-ghostty": "Ghostty",
    "wezterm": "WezTerm",
    "alacritty": "Alacritty",
    "foot": "foot",
    "st": "st",
    "rxvt": "rxvt",
    "linux": "Linux console",
    "dumb": "dumb",
}

_VERSIONS = {
    "konsole": "Konsole",
    "kitty": "kitty",
    "xterm.js": "xterm.js",
    "xterm": "xterm",
    "vte": "VTE",
    "foot": "foot",
    "wezterm": "WezTerm",
    "mintty": "mintty",
    "ghostty": "Ghostty",
    "iterm2": "iTerm2",
    "mlterm": "mlterm",
    "tmux": "tmux",
    "zellij": "Zellij",
}

_ATTRIBUTES = {
    "24;": "mlterm",
    "77;": "mintty",
    "83;": "screen",
    "84;": "tmux",
    "85;": "rxvt",
    "0;136;0": "PuTTY",
    "0;115;0": "QTerminal",
}


def detect(environment: Mapping[str, str], answers: Answers | None = None) -> Terminal:
    """The terminal that this environment and these answers speak of.

    A multiplexer comes first, since it keeps its terminal's variables and draws by itself; then answers,
    since a terminal inherits the variables of the one it was started from; then the environment.
    """
    return (
        multiplexer(environment)
        or (from_answers(answers) if answers else None)
        or from_environment(environment)
        or UNKNOWN
    )


def multiplexer(environment: Mapping[str, str]) -> Terminal | None:
    """The multiplexer that stands between us and the terminal, which gets to see none of our switches."""
    for variable, name in _MULTIPLEXERS.items():
        if environment.get(variable):
            return Terminal(name, outer=from_environment(environment))
    return None


def from_environment(environment: Mapping[str, str]) -> Terminal | None:
    """The terminal that the variables name, or None where they name none, or more than one."""
    names = {name for variable, name in _VARIABLES.items() if environment.get(variable)}
    if program := _PROGRAMS.get(environment.get("TERM_PROGRAM", "")):
        names.add(program)
    if term := _by_term(environment.get("TERM", "")):
        names.add(term)
    vte = environment.get("VTE_VERSION", "")
    if vte.isdecimal():
        names.add("VTE")
    if len(names) != 1:
        return None
    if names == {"VTE"} and int(vte) < VTE_WITH_BIDI:
        return Terminal("VTE")
    return _KNOWN[names.pop()]


def _by_term(term: str) -> str | None:
    """A name from TERM, where variants follow a hyphen (`foot-direct`, `rxvt-unicode-256color`)."""
    return next((name for key, name in _TERMS.items() if term == key or term.startswith(f"{key}-")), None)


def from_answers(answers: Answers) -> Terminal | None:
    """The terminal that answers so, or None where that could be many."""
    version = answers.version.lower()
    for beginning, name in _VERSIONS.items():
        if version.startswith(beginning):
            return _KNOWN[name]
    for beginning, name in _ATTRIBUTES.items():
        if answers.attributes.startswith(beginning):
            return _KNOWN[name]
    return VTE if answers.bdsm in (1, 2) else None


def worth_asking(environment: Mapping[str, str]) -> bool:
    """Whether to send queries: only where they can tell more, and where they would not be shown as letters."""
    if environment.get("TERM_PROGRAM") == "Apple_Terminal" or environment.get("TERM", "dumb") in ("", "dumb"):
        return False
    return multiplexer(environment) is None and from_environment(environment) is None
