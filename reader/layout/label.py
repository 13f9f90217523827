"""One row of text outside the page: a row of a panel, a title, the status. The same pipeline, cut to size."""

from __future__ import annotations

import unicodedata
from itertools import accumulate
from typing import TYPE_CHECKING, Literal

from reader.layout.line import Cell, Line
from reader.layout.paragraph import Paragraph
from reader.layout.view import DEFAULT_OPTIONS, PageOptions
from reader.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.text.shape import Glyph

Align = Literal["start", "center", "end"]

ELLIPSIS = "…"

_CODE_POINTS_A_COLUMN = 16
"""More marks on each letter than this are not looked at: a label shows the head of a text of any length."""


def label(
    text: str,
    width: int | None = None,
    *,
    align: Align = "start",
    direction: int = 1,
    options: PageOptions = DEFAULT_OPTIONS,
) -> Line:
    """`text` on one row of `width` columns; as wide as it is where None. Spans are into `text`.

    `direction` is that of the surroundings, 1 right-to-left: `align` goes by it, and so does the order of a
    text that has letters of both directions, or none; letters of one direction keep their own order («C++»
    in an Arabic panel). Line ends are shown as spaces. What does not fit gives way at the logical end to one
    cell «…», whose span is all that is left out. The row is not filled up: cells begin at `Line.left`, and
    what is right of them is blank.
    """
    head = text if width is None else text[: _CODE_POINTS_A_COLUMN * max(0, width)]
    paragraph = Paragraph(head.replace("\t", " "), _base(head, direction), options)
    glyphs = paragraph.glyphs
    room = sum(glyph.width for glyph in glyphs) if width is None else max(0, width)
    shown = len(glyphs)
    if len(head) < len(text) or _fitting(glyphs, room) < shown:
        shown = _fitting(glyphs, room - 1)
    cells = paragraph.cells(glyphs[:shown])
    if shown < len(glyphs) and room:
        kept = max((cell.span.end for cell in cells), default=0)
        rest = Cell(ELLIPSIS, 1, Span(kept, len(text)))
        cells = (rest, *cells) if paragraph.base else (*cells, rest)
    free = max(0, room - sum(cell.width for cell in cells))
    before = {"start": 0, "center": free // 2, "end": free}[align]
    return Line(cells, Span(0, len(text)), free - before if direction else before, direction)


def _base(text: str, direction: int) -> int:
    kinds = {unicodedata.bidirectional(char) for char in text}
    left_to_right, right_to_left = "L" in kinds, not kinds.isdisjoint({"R", "AL"})
    return direction if left_to_right == right_to_left else int(right_to_left)


def _fitting(glyphs: Sequence[Glyph], room: int) -> int:
    """How many of the first glyphs have room in so many columns."""
    columns = accumulate(glyph.width for glyph in glyphs)
    return next((index for index, column in enumerate(columns) if column > room), len(glyphs))
