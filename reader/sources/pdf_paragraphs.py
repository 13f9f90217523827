"""The lines of a PDF into paragraphs and headings, by their size and by where they begin and end."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from reader.document.compose import Part
from reader.document.model import BlockKind
from reader.sources.pdf_columns import rooms
from reader.sources.pdf_visual import is_rtl

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.sources.pdf_lines import Line

_LARGER = 1.15
"""How much larger than the text a heading is set."""
_LEADING = 1.35
"""How much further apart than the lines of a paragraph two paragraphs stand."""
_SHORT = 0.85
"""The share of the width that a line fills at least if the next one goes on from it, unless its first word would not
have fitted in."""
_INDENT = 0.5
"""Sizes by which the first line of a paragraph is set in."""
_HEADING_LETTERS = 150
_LEVELS = 3
_RUNNING = 3
"""Pages on which one line stands at the edge if it is no text, but the head or the foot of the page."""
_NUMBER = re.compile(r"[\W\d_]*")
_BULLET = re.compile(r"[•●▪◦‣·–-] |\(?\d{1,3}[.)-] ")
_END = re.compile(r"[.!?؟:…۔][»”\")\]]*\Z")


def paragraphs(pages: Sequence[Sequence[Line]]) -> list[Part]:
    """The parts of all pages; what repeats itself at the edge of the pages, and their numbers, are left out."""
    lines = _without_running(pages)
    if not lines:
        return []
    room = {id(line): width for page in pages for line, width in zip(page, rooms(page), strict=True)}
    body = _body_size(lines)
    leading = _leading(lines)
    width = sorted(line.right - line.left for line in lines)[int(0.9 * (len(lines) - 1))]
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _goes_on(groups[-1][-1], line, leading=leading, width=room[id(groups[-1][-1])] or width):
            groups[-1].append(line)
        else:
            groups.append([line])
    sizes = sorted({_size(group[0]) for group in groups if _size(group[0]) >= _LARGER * body}, reverse=True)
    return [_part(group, sizes) for group in groups]


def _size(line: Line) -> float:
    return round(2 * line.size) / 2


def _body_size(lines: list[Line]) -> float:
    """The size that most of the text is set in."""
    letters: Counter[float] = Counter()
    for line in lines:
        letters[_size(line)] += len(line.text)
    return letters.most_common(1)[0][0]


def _leading(lines: list[Line]) -> float:
    """How far apart the lines of a paragraph stand."""
    gaps = [above.y - below.y for above, below in pairwise(lines)]
    close = [gap for gap, line in zip(gaps, lines, strict=False) if 0.3 * line.size < gap < 3 * line.size]
    return median(close) if close else 0.0


def _goes_on(above: Line, line: Line, *, leading: float, width: float) -> bool:
    """Whether `line` is of one paragraph with the line before it, also over the end of a page or column."""
    if not 1 / _LARGER < line.size / above.size < _LARGER or _BULLET.match(line.text):
        return False
    filled = above.right - above.left
    if filled < _SHORT * width and (_END.search(above.text) or filled + _first_word(line) < width):
        return False
    gap = above.y - line.y
    if gap < 0.5 * line.size:
        return not _END.search(above.text)
    if gap > _LEADING * leading:
        return False
    indent = above.right - line.right if is_rtl(above.text + line.text) else line.left - above.left
    return indent < _INDENT * line.size


def _first_word(line: Line) -> float:
    """How much room the first word of a line and the space before it take, about."""
    first = len(line.text.partition(" ")[0]) + 1
    return (line.right - line.left) * first / max(1, len(line.text))


def _part(group: list[Line], sizes: list[float]) -> Part:
    text = " ".join(line.text for line in group)
    if _size(group[0]) in sizes and len(text) < _HEADING_LETTERS:
        return Part(BlockKind.HEADING, text, min(_LEVELS, 1 + sizes.index(_size(group[0]))))
    if _BULLET.match(text):
        return Part(BlockKind.ITEM, text, 1)
    return Part(BlockKind.PARAGRAPH, text)


def _without_running(pages: Sequence[Sequence[Line]]) -> list[Line]:
    """The lines of all pages without heads, feet and page numbers."""
    edges: Counter[str] = Counter()
    for page in pages:
        edges.update({_NUMBER.sub("", line.text) for line in _edges(page)})
    kept = []
    for page in pages:
        edge = _edges(page)
        for line in page:
            words = _NUMBER.sub("", line.text)
            running = edges[words] >= _RUNNING if words else len(line.text) < 12 and len(page) > 1
            if not (line in edge and running):
                kept.append(line)
    return kept


def _edges(page: Sequence[Line]) -> list[Line]:
    """The highest and the lowest line of a page."""
    return [max(page, key=lambda line: line.y), min(page, key=lambda line: line.y)] if page else []
