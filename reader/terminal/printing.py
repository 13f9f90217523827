"""Lines for a terminal that stay on it when the program has ended: nothing can be switched for them."""

from __future__ import annotations

import os
from functools import partial
from shutil import get_terminal_size
from typing import TYPE_CHECKING

from reader.terminal.ask import TTY, Found, find_terminal
from reader.terminal.detect import Strategy, detect
from reader.terminal.modes import NOTHING, Guard, in_background
from reader.terminal.multiplexer import Passage
from reader.terminal.output import Way, way_without_switch
from reader.terminal.remembered import choice_for, key_of, settled
from reader.terminal.row import BLANK, Cell, printed, styled

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from reader.settings import Settings


def printer(
    settings: Settings, environment: Mapping[str, str], *, to_terminal: bool
) -> tuple[Settings, Callable[[str], str]]:
    """The settings as they are best where the lines go, and what is to be made of each line.

    Into a pipe it is cells, as they are, unless a person says otherwise.
    """
    found = Found(detect(environment), Passage())
    strategy = Strategy(settings.bidi)
    if to_terminal:
        found = _find(environment, asking=strategy is Strategy.AUTO) or found
        settings = settled(settings, found, choice_for(key_of(found, environment)))
        strategy = Strategy(settings.bidi)
    elif strategy is Strategy.AUTO:
        strategy = Strategy.CELLS
    way = way_without_switch(found.terminal, strategy)
    columns = get_terminal_size().columns if to_terminal and way.strategy is Strategy.ROWS_RTL else 0
    return settings, partial(in_its_way, way=way, columns=columns)


def in_its_way(line: str, way: Way, columns: int = 0) -> str:
    """One line with escapes of style, and its line end, as it is written in this way.

    It is filled up to so many columns: where a row is turned round it begins at the right end of the screen.
    """
    if way.encode is None:
        return line
    text = line.rstrip("\n")
    row = styled(text)
    blanks = (Cell(BLANK),) * (columns - sum(cell.width for cell in row))
    return printed(way.encode(row + blanks)) + line[len(text) :]


def _find(environment: Mapping[str, str], *, asking: bool) -> Found | None:
    try:
        terminal = os.open(TTY, os.O_RDWR | os.O_NOCTTY)
    except OSError:
        return None
    try:
        if in_background(terminal):
            return None
        with Guard(NOTHING, terminal):
            found = find_terminal(environment, terminal, asking=asking)
        found.passage.close()
        return found
    finally:
        os.close(terminal)
