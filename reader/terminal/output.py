"""All that is written to the terminal, in the way that its screen comes out right: the ways of `--bidi`."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from functools import lru_cache, partial
from typing import TYPE_CHECKING, NamedTuple

from reader.terminal.detect import Strategy
from reader.terminal.encode import as_written, encoded
from reader.terminal.frames import Frames
from reader.terminal.modes import NOTHING, Guard, Switch
from reader.terminal.notice import notice
from reader.terminal.remembered import choice_for, key_of, settled
from reader.terminal.reordering import Words
from reader.terminal.row import basic, width
from reader.text.arabic import TASHKEEL

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.settings import Settings
    from reader.terminal.ask import Found
    from reader.terminal.detect import Terminal
    from reader.terminal.row import Row

WAYS = (Strategy.CELLS, Strategy.ROWS_LTR, Strategy.ROWS_RTL, Strategy.WORDS, Strategy.LOGICAL)
"""All there are, in the order in which one tries them."""

_MARK = re.compile(f"[{TASHKEEL}]")

CLEAR = "\x1b[2J"
"""VTE gives a row its mode when the row is cleared."""

_KEPT_ROWS = 1024
"""Rows whose way of writing is remembered: some screens of them, since most rows come again."""


class Way(NamedTuple):
    """How rows are written: `switch` around all, `encode` for each, or None where they are written as they are."""

    strategy: Strategy
    switch: Switch
    encode: Callable[[Row], Row] | None


def way_of(terminal: Terminal, strategy: Strategy = Strategy.AUTO) -> Way:
    """How rows are written to this terminal; AUTO takes the best way that it has."""
    if strategy is Strategy.AUTO:
        strategy = terminal.strategy
    switch = terminal.switch if strategy is Strategy.CELLS else NOTHING
    return Way(strategy, switch, _encoder(terminal, strategy))


def way_without_switch(terminal: Terminal, strategy: Strategy = Strategy.AUTO) -> Way:
    """How rows are written that stay when the program has ended: nothing may be switched for them."""
    return way_of(replace(terminal, switch=NOTHING), strategy)


def _encoder(terminal: Terminal, strategy: Strategy) -> Callable[[Row], Row] | None:
    encode = _encoder_of(terminal, strategy)
    if encode and terminal.rows.by_style and terminal.name == "screen":
        # It lets through no other styles, and where two meet that are one behind it, they are ordered as one.
        return lambda row: encode(tuple(cell._replace(style=basic(cell.style)) for cell in row))
    return encode


def _encoder_of(terminal: Terminal, strategy: Strategy) -> Callable[[Row], Row] | None:
    match strategy:
        case Strategy.ROWS_LTR:
            encode = partial(encoded, terminal=replace(terminal.rows, base=0))
        case Strategy.ROWS_RTL:
            encode = partial(encoded, terminal=replace(terminal.rows, base=None))
        case Strategy.WORDS:
            encode = partial(encoded, terminal=Words())
        case Strategy.LOGICAL:
            encode = partial(as_written, terminal=terminal.rows)
        case _:
            return None
    return lru_cache(maxsize=_KEPT_ROWS)(encode)


class Output:
    """Writes to one terminal in one way at a time; both may change while a screen is on it."""

    def __init__(self, found: Found, fd: int, settings: Settings) -> None:
        self._asked_for = settings
        self._clear = ""
        self._drawn_on = False
        self._take(found)
        self._way = way_of(found.terminal, self.wanted)
        self._frames = _frames(self._way)
        self.guard = Guard(self._way.switch, fd, found.passage)
        """Around the whole screen; the way's switch is in it."""

    def _take(self, found: Found) -> None:
        self._found = found
        self.settings = settled(self._asked_for, found, choice_for(key_of(found, os.environ)))
        """What a person asked for, as it is best in this terminal."""
        self.wanted = Strategy(self.settings.bidi)
        self.marks_wanted = self.settings.tashkeel is not False
        """Whether vowel signs are to be seen, also where the terminal draws them on the wrong letter."""

    @property
    def terminal(self) -> Terminal:
        """The terminal, as far as is known."""
        return self._found.terminal

    @property
    def strategy(self) -> Strategy:
        """The way in use."""
        return self._way.strategy

    def write(self, drawn: str, columns: int) -> str:
        """What to write to a terminal of so many columns instead of what was drawn."""
        drawn, self._clear = self._clear + drawn, ""
        self._drawn_on = True
        if not (self.marks_wanted or self.terminal.marks):
            drawn = _MARK.sub(_without_cell, drawn)
        return self._frames.feed(drawn, columns) if self._frames else drawn

    def found(self, found: Found) -> None:
        """The terminal turned out to be this one. Whatever is on it has to be drawn again."""
        self._take(found)
        self._use()

    @property
    def asked_for(self) -> Settings:
        """What a person set, and said on the command line."""
        return self._asked_for

    def ask_for(self, settings: Settings) -> Settings:
        """A person wants these from now on; as they are best in this terminal. What is on it has to be drawn again."""
        self._asked_for = settings
        self.found(self._found)
        return self.settings

    def next_way(self) -> Strategy:
        """Take the next way, in a round. Whatever is on the screen has to be drawn again."""
        self.wanted = WAYS[(WAYS.index(self.strategy) + 1) % len(WAYS)]
        self._use()
        return self.wanted

    def notice(self, key: str) -> str | None:
        """What a person should know about this terminal; `key` takes the next way."""
        hidden = self._asked_for.tashkeel is None and self.settings.tashkeel is False
        chosen = self.settings.bidi != Strategy.AUTO
        return notice(self._found, self.strategy, self.settings.lang, key=key, chosen=chosen, marks_hidden=hidden)

    def _use(self) -> None:
        before, self._way = self._way, way_of(self.terminal, self.wanted)
        self._frames = _frames(self._way)
        self.guard.change(self._way.switch, self._found.passage)
        if self._drawn_on and before.switch != self._way.switch:  # until then the shell's rows are there
            self._clear = CLEAR


def _without_cell(mark: re.Match[str]) -> str:
    """Nothing; but a sign that has a cell of its own stays, lest the rest of the row moves."""
    return mark[0] if width(mark[0]) else ""


def _frames(way: Way) -> Frames | None:
    return Frames(way.encode) if way.encode else None
