"""A picture of the page for a terminal: rows in visual order, joined forms, colours.

The one output that is not in logical order. It suits terminals that draw cells as they are written.
"""

from __future__ import annotations

import os
from itertools import count
from typing import TYPE_CHECKING

from rich.color import ColorSystem
from rich.style import Style

from reader.layout.direction import Direction
from reader.layout.page import Page, PageOptions
from reader.layout.runs import MarkIndex, runs
from reader.styles.load import DARK, load
from reader.styles.palette import Underline
from reader.text.arabic import Digits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.layout.line import Line
    from reader.reading import Reading
    from reader.settings import Settings
    from reader.styles.palette import Look, Palette

DEFAULT_WIDTH = 80
"""Columns of a page that nobody gave a width: what every terminal has."""

_CHUNK = 200
"""Rows laid out at a time."""


def render(reading: Reading, settings: Settings, *, colour: bool) -> Iterator[str]:
    """The page, line by line, each with its line end; what the analysis knows is lit only with `colour`."""
    palette = load(settings.theme or DARK)
    options = PageOptions(
        tashkeel=settings.tashkeel is not False, digits=Digits(settings.digits), direction=Direction(settings.direction)
    )
    page = Page(reading.document, settings.width or DEFAULT_WIDTH, options)
    marks = MarkIndex(reading.marks() if colour else ())
    for line in _rows(page):
        yield _drawn(line, marks, palette if colour else None) + "\n"


def _rows(page: Page) -> Iterator[Line]:
    for first in count(0, _CHUNK):
        rows = page.lines(first, _CHUNK)
        if not rows:
            return
        yield from rows


def _drawn(line: Line, marks: MarkIndex, palette: Palette | None) -> str:
    parts = [
        run.text if palette is None else _style(palette.look(run.roles)).render(run.text, color_system=_depth())
        for run in runs(line, marks)
    ]
    return " " * line.left + "".join(parts) if parts else ""


def _depth() -> ColorSystem:
    """As many colours as the environment promises (COLORTERM); 256 are everywhere."""
    return ColorSystem.TRUECOLOR if os.environ.get("COLORTERM") in ("truecolor", "24bit") else ColorSystem.EIGHT_BIT


def _style(look: Look) -> Style:
    return Style(
        color=look.colour,
        bgcolor=look.background,
        bold=look.bold,
        dim=look.dim,
        italic=look.italic,
        underline=look.underline is Underline.SINGLE,
        underline2=look.underline is Underline.DOUBLE,
        overline=look.overline,
        reverse=look.reverse,
    )
