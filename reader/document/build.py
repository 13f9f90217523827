"""Plain text into blocks: which lines belong together, and what each block is.

A plain text says nothing about its own structure, so everything here is a guess from the look of the
lines, and leans towards the paragraph: a heading missed costs little, a paragraph shouted costs much.
"""

from __future__ import annotations

import operator
import re
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from reader.document import lines as look
from reader.document.model import Block, BlockKind
from reader.document.verse import verse_lines
from reader.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.document.lines import Line

_TITLE_COLUMNS = 100
_HEADING_COLUMNS = 60
_LONG = 100
"""Columns from which a paragraph is long: what stands short between two of them is a heading."""

_DATE = re.compile(r"\d{1,4}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{1,4}|\d{1,2}\s+\S+(?:\s+\S+)?\s+\d{4}")
_DATELINE = re.compile(r"\s*\([^()]{2,40}\)\s*[-–—:]|\s*\S+(?:\s+\S+){0,2}\s+[-–—]\s+\S+(?:\s+\S+)?\s*\Z")
_QUOTED = re.compile(r"\s*[«“”\"'‘„(\[].*[»“”\"'’)\]]\s*\Z")
_FULL_STOP = re.compile(r"[.:،؛…۔]\s*\Z")
_TWO_LETTERS = re.compile(r"[^\W\d_].*[^\W\d_]")


def plain_blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a plain text, in order.

    A line is a paragraph, except: the lines of a hard-wrapped paragraph are one; a line of verse is
    `VERSE`, a line with a bullet or a number an `ITEM`; a short first line above longer text is the title
    (`HEADING`, level 1), a short line between two long paragraphs a heading of level 2. Markdown's signs
    mean nothing here. Spans run from line start to line end, the line end left out; blank lines belong to
    no block. Time is linear in the length of the text.
    """
    lines = look.lines(text)
    alone = {start: Block(BlockKind.VERSE, span) for start, span in verse_lines(text, lines).items()}
    for line, level in _headings(text, lines):
        alone.setdefault(line.start, Block(BlockKind.HEADING, Span(line.start, line.end), level))
    blocks: list[Block] = []
    for run in look.runs(lines, alone):
        block = alone.get(run[0].start)
        if block is not None:
            blocks.append(block)
        elif any(look.is_item(text, line) for line in run):
            blocks.extend(_listing(text, run))
        elif len(run) == 1:
            blocks.append(_paragraph(run))
        else:
            blocks.extend(_paragraph(lines) for lines in _groups(run, look.wrapped(text, run)))
    return tuple(blocks)


def verse_blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a text that is known to be a poem: its title, if it has one, and a block for each line.

    What is too long for a line of verse (a note on the poem) is a paragraph.
    """
    lines = look.lines(text)
    blocks = [
        Block(
            BlockKind.VERSE if line.columns <= look.LONGEST_VERSE else BlockKind.PARAGRAPH, Span(line.start, line.end)
        )
        for line in lines
    ]
    if len(lines) > 1 and _is_title(text, lines, _totals(lines)):
        blocks[0] = Block(BlockKind.HEADING, blocks[0].span, 1)
    return tuple(blocks)


def title(text: str, blocks: Iterable[Block]) -> str | None:
    """The text of the title among `blocks` (the first heading of level 1), None where there is none."""
    for block in blocks:
        if block.kind is BlockKind.HEADING and block.level == 1:
            return " ".join(block.span.of(text).split())
    return None


def _paragraph(lines: list[Line]) -> Block:
    return Block(BlockKind.PARAGRAPH, Span(lines[0].start, lines[-1].end))


def _groups(lines: list[Line], joined: list[bool]) -> Iterator[list[Line]]:
    """The lines parted into blocks; `joined[i]` says whether line i + 1 goes on from line i."""
    group = lines[:1]
    for index, line in enumerate(lines[1:]):
        if not (joined and joined[index]):
            yield group
            group = []
        group.append(line)
    yield group


def _listing(text: str, run: list[Line]) -> Iterator[Block]:
    """The blocks of a run of lines in which at least one looks like an item."""
    sections = [(lines, look.is_item(text, lines[0])) for lines in _sections(text, run)]
    indents = sorted({look.indent(text, lines[0]) for lines, is_item in sections if is_item})
    depths = {indent: depth for depth, indent in enumerate(indents, start=1)}
    for lines, is_item in sections:
        joined = look.wrapped(text, lines)
        if not is_item:
            yield from map(_paragraph, _groups(lines, joined))
            continue
        indent = look.indent(text, lines[0])
        first, *rest = _groups(lines, joined or _hanging(text, lines, indent))
        yield Block(BlockKind.ITEM, Span(first[0].start, first[-1].end), depths[indent])
        yield from map(_paragraph, rest)


def _hanging(text: str, lines: list[Line], indent: int) -> list[bool]:
    """The lines below an item's first that go on with it: those further in than its bullet."""
    return list(accumulate((look.indent(text, line) > indent for line in lines[1:]), operator.and_))


def _sections(text: str, run: list[Line]) -> Iterator[list[Line]]:
    """The run parted before each item.

    In the middle of a wrapped sentence a line may begin with a dash or a number by chance; an item comes
    after an item, after punctuation, or after a line too short to have been wrapped.
    """
    section = run[:1]
    listing = look.is_item(text, run[0])
    for before, line in pairwise(run):
        begins = look.is_item(text, line) and (
            listing or look.ends_punctuated(text, before) or before.columns < look.WRAP_COLUMNS.start
        )
        if begins:
            yield section
            section, listing = [], True
        section.append(line)
    yield section


def _headings(text: str, lines: list[Line]) -> Iterator[tuple[Line, int]]:
    """Lines that look like headings, with their level."""
    if len(lines) < 2:
        return
    totals = _totals(lines)
    if _is_title(text, lines, totals):
        yield lines[0], 1
    for index in range(1, len(lines) - 1):
        line, after = lines[index], lines[index + 1]
        if line.columns > _HEADING_COLUMNS:
            continue
        long_before = (totals[index - 1] if line.apart else lines[index - 1].columns) >= _LONG
        long_after = (totals[index + 1] if after.apart else after.columns) >= _LONG
        if long_before and long_after and _is_heading(text, line):
            yield line, 2


def _totals(lines: list[Line]) -> list[int]:
    """For each line, the columns of the whole run of lines that it stands in."""
    totals: list[int] = []
    for run in look.runs(lines):
        totals.extend([sum(line.columns for line in run)] * len(run))
    return totals


def _is_title(text: str, lines: list[Line], totals: list[int]) -> bool:
    first, second = lines[0], lines[1]
    if first.columns > _TITLE_COLUMNS or _FULL_STOP.search(text, max(first.start, first.end - 20), first.end):
        return False
    if not _could_head(text, first):
        return False
    if second.apart:
        return max(totals[1:4]) > first.columns
    if second.columns >= max(_LONG, 2 * first.columns):
        return True
    rest = next(look.runs(lines[1:]))
    fits = first.columns + 1 + len(look.first_word(text, second)) <= max(line.columns for line in rest)
    return fits and bool(look.wrapped(text, rest))


def _is_heading(text: str, line: Line) -> bool:
    return (
        not look.ends_punctuated(text, line)
        and not look.is_bayt(text, line)
        and not look.is_vowelled(text, line)
        and _could_head(text, line)
    )


def _could_head(text: str, line: Line) -> bool:
    """Whether the words of a short line may be a heading: no item, table row, quotation, dateline or date."""
    written = look.line_text(text, line)
    if "\t" in written.strip() or look.is_item(text, line) or not _TWO_LETTERS.search(written):
        return False
    if _QUOTED.match(written) or _DATELINE.match(written):
        return False
    return not _DATE.search(written) or len(_DATE.sub("", written).split()) > 3
