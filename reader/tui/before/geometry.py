"""Where the page stands on the screen, in numbers: for the widgets, and for what is drawn before there are any."""

from __future__ import annotations

from typing import NamedTuple

COLUMN = 74
"""Columns of text that read well, where there is room."""
AIR = 2
"""Columns kept free on each side of the text, at least; the scroll bar stands in the left ones."""
LEGIBLE = 30
"""Columns of text that wider margins give way to."""
SIDE_BY_SIDE = 90
"""Columns of the screen from which the panels stand beside the page."""
PANELS = range(28, 61)
"""Columns that the panels may take beside the page …"""
PANELS_PERCENT = 30
"""… and those that they would like, in hundredths of the screen."""
ROOMY = 12
"""Columns of air that the page keeps, beyond its own, where the panels take two columns …"""
OF_TWO = 40
"""… and what each of those has to have at least."""
LOW = 9
"""Rows of the screen under which the keys have no row of their own …"""
LOWEST = 4
"""… and under which what is open has none either."""


class Box(NamedTuple):
    """The text on the screen: its first column and row from 0, and how much of both there is."""

    x: int
    y: int
    width: int
    height: int


def column(width: int, wanted: int | None, air: int = AIR) -> int:
    """Columns of the text on a page `width` columns wide: as many as wanted, or as read well, and as there are when
    `air` is left free on each side."""
    air = max(AIR, min(air, (width - LEGIBLE) // 2))
    return max(1, min(wanted or COLUMN, width - 2 * air))


def panels(columns: int, wanted: int | None, air: int = AIR) -> int:
    """Columns of the panels beside a page on which so many are wanted: two columns of panels where there is room that
    the page has no use for; none where they have no place beside it."""
    if columns < SIDE_BY_SIDE:
        return 0
    spare = min(2 * PANELS[-1], columns - (wanted or COLUMN) - 2 * air - ROOMY)
    one = min(PANELS[-1], max(PANELS[0], columns * PANELS_PERCENT // 100))
    return spare if spare >= 2 * OF_TWO else one


def margin(width: int, column: int) -> int:
    """Columns at the left of a text `column` columns wide on a page of `width`."""
    return max(AIR, (width - column + 1) // 2)


def text_box(columns: int, rows: int, wanted: int | None, air: int = AIR) -> Box:
    """Where the text is on a screen of this size, as it opens."""
    beside = panels(columns, wanted, air)
    width = columns - beside
    inner = column(width, wanted, air)
    above, below = int(rows >= LOWEST), 1 if rows < LOW else 2
    return Box(beside + margin(width, inner), above, inner, max(0, rows - above - below))
