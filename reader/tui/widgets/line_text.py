"""Text of the interface on one row. Every Arabic word outside the page reaches the screen through here.

Textual prints text as it is stored, which is logical order; a terminal that is told not to reorder would show
Arabic backwards. So a row is laid out like a line of the page: joined, in visual order, never as markup.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from rich.segment import Segment
from textual.strip import Strip

from reader.layout.label import label
from reader.layout.paragraph import Paragraph
from reader.layout.view import DEFAULT_OPTIONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.style import Style

    from reader.layout.line import Cell
    from reader.text.span import Span

Align = Literal["right", "left"]


def row(
    text: str,
    style: Style,
    *,
    width: int | None = None,
    align: Align = "right",
    base: int = 1,
    parts: Sequence[tuple[Span, Style]] = (),
) -> Strip:
    """`text` on one row, `width` columns wide: cut with an ellipsis, or filled up, where it does not fit.

    `base` is the direction (1 right-to-left); `parts` are spans of `text` with a style laid over the row's.
    Without a `width` the row is as wide as the text.
    """
    line = label(text, width, direction=base)
    strip = Strip(_segments(line.cells, style, parts), line.width)
    return strip if width is None else padded(strip, width, style, align)


def wrapped(text: str, style: Style, width: int, base: int) -> list[Strip]:
    """`text` on as many rows of `width` columns as it takes, none of them filled up."""
    lines = Paragraph(text, base, DEFAULT_OPTIONS).lines(max(1, width))
    return [Strip(_segments(line.cells, style, ()), line.width) for line in lines]


def padded(strip: Strip, width: int, style: Style, align: Align = "right") -> Strip:
    """`strip` at one side of `width` columns, blanks at the other."""
    missing = width - strip.cell_length
    if missing <= 0:
        return strip if not missing else strip.crop(0, width)
    blank = Strip([Segment(" " * missing, style)], missing)
    return Strip.join([blank, strip] if align == "right" else [strip, blank])


def beside(strips: Iterable[Strip], gap: int = 0, style: Style | None = None) -> Strip:
    """Strips from right to left, the first at the right, `gap` blank columns between them."""
    blank = Strip([Segment(" " * gap, style)], gap)
    ordered: list[Strip] = []
    for strip in strips:
        ordered[:0] = [strip, blank] if ordered else [strip]
    return Strip.join(ordered)


def fitted(right: Strip, left: Strip, width: int, style: Style) -> Strip:
    """One strip at the right edge and one at the left; the left one gives way where both do not fit."""
    room = width - right.cell_length - left.cell_length
    if room < 1:
        return padded(right, width, style)
    return Strip.join([left, Strip([Segment(" " * room, style)], room), right])


def _segments(cells: Iterable[Cell], style: Style, parts: Sequence[tuple[Span, Style]]) -> list[Segment]:
    """Cells as segments, one for each run of cells of one style."""
    segments: list[Segment] = []
    text, current = "", style
    for cell in cells:
        over = _style_at(cell.span.start, style, parts)
        if over != current:
            if text:
                segments.append(Segment(text, current))
            text, current = "", over
        text += cell.text
    if text:
        segments.append(Segment(text, current))
    return segments


def _style_at(position: int, style: Style, parts: Sequence[tuple[Span, Style]]) -> Style:
    for span, over in parts:
        if span.start <= position < span.end:
            return style + over
    return style
