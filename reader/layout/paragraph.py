"""One paragraph on the grid: view, joined forms, levels, rows, visual order, mirrored signs.

This is the one place where text becomes cells; the page, labels and panels all come through here.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from reader.layout.justify import justified, scripture
from reader.layout.line import Cell, Line
from reader.layout.quotes import in_print
from reader.layout.view import PageOptions, view
from reader.layout.wrap import advance, is_space, wrap
from reader.text import bidi, cells
from reader.text.isolates import isolates
from reader.text.shape import Glyph, shape
from reader.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.text.bidi import Resolved

REPLACEMENT = "\ufffd"
"""Shown for a glyph that is wider than its row."""


class Paragraph:
    """A text of one base direction, ready to be set in rows.

    Positions in its cells and lines count from `offset`. Levels are resolved once, for the whole text, as
    UAX #9 demands: a row by itself would be ordered otherwise. `stops` are where the cells of a table's row begin.
    """

    def __init__(
        self,
        text: str,
        base: int,
        options: PageOptions,
        *,
        offset: int = 0,
        indented: bool = False,
        stops: Sequence[int] = (),
    ) -> None:
        self._offset = offset
        self._stops = stops
        self._options = options
        self._source = text
        self.text, unseen = view(text, options, indented=indented)
        self.glyphs: Sequence[Glyph] = shape(self.text, tashkeel=options.tashkeel)
        if unseen:
            self.glyphs = [_hidden(glyph) if glyph.span.start in unseen else glyph for glyph in self.glyphs]
        self.base = base

    @cached_property
    def _resolved(self) -> Resolved:
        return bidi.resolve(self.text, self.base, isolates(self._source))

    def lines(
        self,
        width: int,
        *,
        first: int = 0,
        rest: int = 0,
        block: int | None = None,
        is_fixed: Callable[[Span], bool] | None = None,
    ) -> list[Line]:
        """The paragraph in rows of `width` columns, aligned to its start side; one empty row for no text.

        `first` and `rest` are the columns left free at the start side of the first row and of the others. With
        `is_fixed` rows of a right-to-left paragraph are justified, the last apart; it tells what is not stretched.
        """
        glyphs = self._fitted(width - max(first, rest))
        starts = wrap(self.text, glyphs, width - first, width - rest, self._stops)
        stays = None if is_fixed is None else self._stays(is_fixed)
        lines = []
        for row, start in enumerate(starts):
            end = starts[row + 1] if row + 1 < len(starts) else len(glyphs)
            cells = self.cells(glyphs[start:end])
            indent = rest if row else first
            if stays and self.base and end < len(glyphs) and not self._has_tab(glyphs[start:end]):
                free = width - indent - sum(cell.width for cell in cells)
                cells = self.cells(justified(self.text, _without_end(self.text, glyphs[start:end]), free, stays))
            left = width - indent - sum(cell.width for cell in cells) if self.base else indent
            lines.append(Line(cells, self._span(glyphs, start, end), left, self.base, block))
        return lines

    def _has_tab(self, glyphs: Sequence[Glyph]) -> bool:
        """What stands behind a tab moves to another stop where what stands before it is drawn out."""
        return any(self.text.startswith("\t", glyph.span.start) for glyph in glyphs)

    def _stays(self, is_fixed: Callable[[Span], bool]) -> Callable[[Span], bool]:
        """Whether a word, whose span counts from the paragraph's start, is not to be stretched."""
        holy = scripture(self.text)
        return lambda word: any(verse.overlaps(word) for verse in holy) or is_fixed(word.shift(self._offset))

    def cells(self, glyphs: Sequence[Glyph]) -> tuple[Cell, ...]:
        """The row made of `glyphs` (consecutive ones), left to right; white space at its end makes no cell."""
        glyphs = _without_end(self.text, glyphs)
        if not glyphs:
            return ()
        drawn: dict[int, Glyph] = {}
        column = 0
        for glyph in glyphs:
            width = advance(self.text, glyph, column, self._stops)
            if width:
                # Marks stay with their letter (L3): the whole glyph goes where its first code point goes.
                drawn[glyph.span.start] = glyph if width == glyph.width else Glyph(" " * width, width, glyph.span)
                column += width
        order = bidi.visual_order(self._resolved, glyphs[0].span.start, glyphs[-1].span.end)
        return tuple(self._cell(drawn[index]) for index in order if index in drawn)

    def _cell(self, glyph: Glyph) -> Cell:
        text, width, (start, end) = glyph
        if not text[0].isalpha() and (self._resolved.levels[start] or 0) % 2:
            text = self._mirrored(start, text)
        return Cell(text, width, Span(start + self._offset, end + self._offset))

    def _mirrored(self, index: int, text: str) -> str:
        """The glyph's text as a right-to-left run shows it (L4, and quotes as in print)."""
        first = bidi.mirror(text[0]) or in_print(self.text, index)
        return first + text[1:] if first else text

    def _fitted(self, width: int) -> Sequence[Glyph]:
        if all(glyph.width <= width for glyph in self.glyphs):
            return self.glyphs
        return [glyph if glyph.width <= width else _narrow(self.text, glyph, width) for glyph in self.glyphs]

    def _span(self, glyphs: Sequence[Glyph], start: int, end: int) -> Span:
        first = glyphs[start].span.start if start else 0
        last = glyphs[end].span.start if end < len(glyphs) else len(self.text)
        return Span(first, last).shift(self._offset)


def _without_end(text: str, glyphs: Sequence[Glyph]) -> Sequence[Glyph]:
    """The glyphs without white space, and what is not drawn, at the row's end."""
    end = len(glyphs)
    while end and (not glyphs[end - 1].width or is_space(text, glyphs[end - 1])):
        end -= 1
    return glyphs[:end]


def _narrow(text: str, glyph: Glyph, width: int) -> Glyph:
    """A phrase that is not written out («ﷺ»), or a sign that something is there."""
    written = glyph.span.of(text)
    return Glyph(written if cells.width(written) <= width else REPLACEMENT, 1, glyph.span)


def _hidden(space: Glyph) -> Glyph:
    """White space that takes no cell; not if a mark rides on it."""
    return Glyph("", 0, space.span) if space.span.length == 1 else space
