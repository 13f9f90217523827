"""Lines for a terminal that stay on it when the program has ended: nothing can be switched for them."""

from __future__ import annotations

import os
from functools import partial
from shutil import get_terminal_size
from typing import TYPE_CHECKING

from reader.document.model import Block, BlockKind, Document, Source
from reader.layout.direction import Direction
from reader.layout.page import Page, PageOptions
from reader.terminal.ask import TTY, Found, find_terminal
from reader.terminal.detect import Strategy, detect
from reader.terminal.modes import NOTHING, Guard, in_background
from reader.terminal.multiplexer import Passage
from reader.terminal.output import Way, way_without_switch
from reader.terminal.remembered import choice_for, key_of, settled
from reader.terminal.row import BLANK, Cell, printed, styled
from reader.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from reader.settings import Settings

RIGHT_TO_LEFT = "\u200f"


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


def from_the_right(
    lines: Iterable[str], settings: Settings, environment: Mapping[str, str], columns: int
) -> Iterator[str]:
    """Lines of Arabic with Latin in them, each with its line end, as they are to be written to this terminal: they
    begin at the right, and what is indented is so there."""
    settings, written = printer(settings, environment, to_terminal=True)
    options = PageOptions(tashkeel=bool(settings.tashkeel), direction=Direction.STRICT)
    for line in lines:
        bare = line.lstrip(" ")
        for row in visual_rows(f"{RIGHT_TO_LEFT}{bare}" if bare else "", columns - (len(line) - len(bare)), options):
            yield written(f"{row}\n")


def visual_rows(text: str, columns: int, options: PageOptions) -> Iterator[str]:
    """A line of text in visual order, on as many rows as it takes."""
    span = Span(0, len(text))
    document = Document(text, (Block(BlockKind.PARAGRAPH, span),), Source("", "text", "utf-8", ""))
    for line in Page(document, columns, options).lines(0, max(1, len(text))):
        yield " " * line.left + "".join(cell.text for cell in line.cells)


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
