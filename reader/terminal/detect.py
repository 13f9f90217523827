"""Which terminal this is: what it does to right-to-left text by itself, and what stops it.

Terminals are of four kinds. Most draw cells as they are written. Some reorder but can be switched off. Some
reorder whole rows, and some single words, and cannot be switched off from here. What is known of each comes
from trying it with and without its switch, or, for mintty, WezTerm, Ghostty, Windows Terminal, Apple Terminal,
iTerm2 and xterm.js, from their documentation and source.

Everything here is a function of the environment and of what the terminal answered; asking is done in `ask`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from reader.terminal.modes import EXPLICIT, KONSOLE, MINTTY, MLTERM, NOTHING, Switch
from reader.terminal.reordering import BOXES, LAST_SHAPE, Rows

if TYPE_CHECKING:
    from collections.abc import Mapping

VTE_WITH_BIDI = 5800  # 0.58 is the first that reorders, and that knows BDSM
KONSOLE_ANSWERS = 221200  # KONSOLE_VERSION of the first that was seen to answer XTVERSION


class Strategy(StrEnum):
    """How lines are written to a terminal: the words of `--bidi`."""

    AUTO = "auto"
    CELLS = "cells"
    """Visual order, one cell a cluster."""
    ROWS_LTR = "rows-ltr"
    """So that a terminal that reorders rows with a left-to-right base ends at visual order."""
    ROWS_RTL = "rows-rtl"
    """The same with a base found from the row, which is right-to-left for most of ours."""
    WORDS = "words"
    """So that a terminal that reverses each right-to-left word ends at visual order."""
    LOGICAL = "logical"
    """As written, in plain letters: the terminal does it all."""


BY_ROW = Rows()


@dataclass(frozen=True, slots=True)
class Terminal:
    """A terminal, what it does by itself, and what stops it."""

    name: str
    alone: Strategy = Strategy.CELLS
    """How lines have to be written to it when nothing is said to it."""
    switch: Switch = NOTHING
    """What makes it draw cells as they are written; empty where nothing does, or where it does so anyway."""
    rows: Rows = BY_ROW
    """How it orders a row where it does."""
    outer: Terminal | None = None
    """The terminal around a multiplexer, as far as it is known."""
    italics: bool = True
    """Whether Arabic can be read in its italics. mlterm and rxvt look for them in the slanted face alone, and show
    boxes where that has no Arabic (DejaVu Sans Mono Oblique has none), Konsole, QTerminal and kitty take letters of
    another font, which do not meet, and screen reverses the colours; others slant the upright letters."""
    marks: bool = True
    """Whether it draws a vowel sign on its letter. Alacritty draws those of DejaVu Sans Mono a cell to the right, kitty
    and foot instead of the letter, QTerminal and st not at all."""

    @property
    def strategy(self) -> Strategy:
        """How lines are best written to it, once its switch is sent."""
        return Strategy.CELLS if self.switch.enter else self.alone

    @property
    def title(self) -> str:
        """Its name, and that of the terminal around it: `tmux in VTE`."""
        return f"{self.name} in {self.outer.title}" if self.outer and self.outer.name else self.name


class Answers(NamedTuple):
    """What a terminal said of itself; empty where it did not answer."""

    bdsm: int | None = None
    """DECRQM of ANSI mode 8: 1 set, 2 reset, 0 a mode that it does not know."""
    version: str = ""
    """XTVERSION: name and version as it likes."""
    attributes: str = ""
    """DA2: three numbers with semicolons."""
    complete: bool = False
    """Whether the last question was answered, which every terminal answers that answers any."""
    typed: bytes = b""
    """What came in between and is no answer: keys, to be given to whoever reads them."""
    begun: bytes = b""
    """The beginning of an answer whose rest had not come in time."""


UNKNOWN = Terminal("", switch=EXPLICIT)
"""Told to be explicit all the same: it does no harm where it is not understood."""

_KNOWN = {
    terminal.name: terminal
    for terminal in (
        Terminal("VTE", Strategy.ROWS_LTR, EXPLICIT),
        Terminal(
            "Konsole", Strategy.ROWS_LTR, KONSOLE, rows=Rows(latin_up_to=LAST_SHAPE, mirrors=False), italics=False
        ),
        Terminal("mlterm", Strategy.ROWS_RTL, MLTERM, rows=Rows(latin_up_to=BOXES[1], boxes_lead=True), italics=False),
        Terminal("mintty", Strategy.ROWS_RTL, MINTTY),
        Terminal("WezTerm", switch=EXPLICIT),
        Terminal("kitty", Strategy.WORDS, italics=False, marks=False),
        Terminal("PuTTY", Strategy.ROWS_RTL),
        Terminal("QTerminal", Strategy.ROWS_LTR, rows=Rows(by_style=True), italics=False, marks=False),
        Terminal("Apple Terminal", Strategy.ROWS_LTR),
        Terminal("xterm.js", rows=Rows(by_style=True)),
        Terminal("Alacritty", marks=False),
        Terminal("foot", marks=False),
        Terminal("st", marks=False),
        Terminal("rxvt", italics=False),
        *map(Terminal, ("xterm", "Ghostty", "Linux console", "dumb", "Windows Terminal")),
        *map(Terminal, ("iTerm2", "tmux", "screen", "Zellij")),
    )
}

_ALWAYS_TOLD_APART = frozenset(
    ("VTE", "Konsole", "mlterm", "mintty", "WezTerm", "kitty", "xterm", "Alacritty", "foot", "rxvt", "Ghostty")
)
"""Known by their answers. Where a terminal has answered otherwise, the environment's word for one of these is left
over from another, from which this one was started."""

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
    r"24;": "mlterm",
    r"77;": "mintty",
    r"83;": "screen",
    r"84;": "tmux",
    r"85;": "rxvt",
    r"41;": "xterm",
    r"0;136;0$": "PuTTY",
    r"0;115;0$": "QTerminal",
    r"0;10;1$": "Windows Terminal",
    r"1;95;0$": "Apple Terminal",
    r"0;95;0$": "iTerm2",
    r"0;\d{3,5};1$": "Alacritty",  # 0.11.0 says 1100, or 1700 for its library
}
"""DA2, where it tells one terminal from all others."""

APPLE = "1;95;0"
"""DA2 of Apple Terminal, which prints a letter when it is asked for a mode."""


def detect(environment: Mapping[str, str], answers: Answers | None = None) -> Terminal:
    """The terminal that this environment and these answers speak of, where nothing stands in between.

    Answers come first, since a terminal inherits the variables of the one it was started from.
    """
    answers = answers or Answers()
    named = from_answers(answers)
    if named and named.name == "QTerminal" and _is_old_konsole(environment):
        return _KNOWN["Konsole"]  # it answers as what became QTerminal's part of it still does
    return named or from_environment(environment, answers) or UNKNOWN


def guess(environment: Mapping[str, str]) -> Terminal:
    """The terminal as far as the environment tells, before anything was asked."""
    between = multiplexer(environment)
    return behind(between, detect(environment), passes=False) if between else detect(environment)


def behind(multiplexer: str, outer: Terminal, *, passes: bool) -> Terminal:
    """The multiplexer as a terminal: what `outer` around it does is what happens to our lines.

    With `passes` the switch reaches the outer terminal, and the multiplexer draws it anew.
    """
    italics = outer.italics and multiplexer != "screen"
    return replace(outer, name=multiplexer, switch=outer.switch if passes else NOTHING, italics=italics, outer=outer)


def multiplexer(environment: Mapping[str, str]) -> str | None:
    """The name of the multiplexer that stands between us and the terminal, which gets to see no switch of ours."""
    return next((name for variable, name in _MULTIPLEXERS.items() if environment.get(variable)), None)


def from_environment(environment: Mapping[str, str], answers: Answers) -> Terminal | None:
    """The terminal that the variables name, or None where they name none, or more than one.

    What `answers` contradict is left out.
    """
    names = set(_named(environment))
    if answers.complete:
        names -= _ALWAYS_TOLD_APART
    if len(names) != 1:
        return None
    if names == {"VTE"} and int(environment["VTE_VERSION"]) < VTE_WITH_BIDI:
        return Terminal("VTE")
    return _KNOWN[names.pop()]


def _named(environment: Mapping[str, str]) -> list[str]:
    """What the variables name: TERM alone where it does, since every terminal sets it anew; but `dumb` only where they
    name nothing else, since that is said in any of them."""
    term = _by_term(environment.get("TERM", ""))
    if term and term != "dumb":
        return [term]
    named = [name for variable, name in _VARIABLES.items() if environment.get(variable)]
    if program := _PROGRAMS.get(environment.get("TERM_PROGRAM", "")):
        named.append(program)
    if environment.get("VTE_VERSION", "").isdecimal():
        named.append("VTE")
    return named or ([term] if term else [])


def _by_term(term: str) -> str | None:
    """A name from TERM, where variants follow a hyphen (`foot-direct`, `rxvt-unicode-256color`)."""
    return next((name for key, name in _TERMS.items() if term == key or term.startswith(f"{key}-")), None)


def from_answers(answers: Answers) -> Terminal | None:
    """The terminal that answers so, or None where that could be many."""
    version = answers.version.lower()
    for beginning, name in _VERSIONS.items():
        if version.startswith(beginning):
            return _KNOWN[name]
    for pattern, name in _ATTRIBUTES.items():
        if re.match(pattern, answers.attributes):
            return _KNOWN[name]
    if answers.bdsm in (1, 2):
        return _KNOWN["VTE"]
    own_name = re.match(r"[\w.-]+", answers.version)
    return replace(UNKNOWN, name=own_name[0]) if own_name else None


def _is_old_konsole(environment: Mapping[str, str]) -> bool:
    version = environment.get("KONSOLE_VERSION", "")
    return version.isdecimal() and int(version) < KONSOLE_ANSWERS


def may_be_asked(environment: Mapping[str, str]) -> bool:
    """Whether questions can be sent: not where they would be shown as letters."""
    if environment.get("TERM_PROGRAM") == "Apple_Terminal":
        return False
    return environment.get("TERM", "") not in ("", "dumb", "linux")


def worth_asking(environment: Mapping[str, str]) -> bool:
    """Whether an answer may tell more than TERM, which some terminals have to themselves."""
    return may_be_asked(environment) and _by_term(environment.get("TERM", "")) is None
