"""The elements of a page in reading order, as headings, paragraphs, items, quotes, verse and code."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.document.compose import Part, cells_in_line, one_line
from reader.document.model import BlockKind
from reader.sources.markup import local
from reader.text.language import UNKNOWN, guess
from reader.text.raised import TAGS, raise_last

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

_UNREAD_WORDS = """
    audio button canvas datalist dialog embed frame frameset head iframe input map menuitem meter noembed
    noframes noscript object option progress rp rt script select style svg template textarea title video
"""
UNREAD = frozenset(_UNREAD_WORDS.split())
"""What a browser does not show as text, or shows instead of something that it has."""

_BLOCKS_WORDS = """
    address article aside blockquote body br caption center dd details dir div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li listing main menu nav ol p pre search section
    summary table tbody td tfoot th thead tr ul xmp
"""
BLOCKS = frozenset(_BLOCKS_WORDS.split())
"""Where a paragraph begins and ends. A single line break does so too: pages part paragraphs and verses by it."""

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_CELLS = frozenset({"td", "th"})
_LISTS = frozenset({"ul", "ol", "menu", "dir"})
_PREFORMATTED = frozenset({"pre", "listing", "xmp"})
_CODE = frozenset({"code", "samp", "kbd"})
_CALL = re.compile(r"[ \t]{0,80}[A-Za-z_][\w. ]{0,80}[(={]", re.ASCII)
_STATEMENT_ENDS = ("{", "}", ";")


def _is_code_line(line: str) -> bool:
    """A line of a program: it calls, assigns, opens a block or ends a statement."""
    ends = line.rstrip(" \t").endswith(_STATEMENT_ENDS)
    return _CALL.match(line) is not None or (ends and any(char.isascii() and char.isalpha() for char in line))


def parts(root: Element) -> Iterator[Part]:
    """What `root` says. Its depth does not matter, and neither does what is unclosed."""
    from lxml import etree

    flow = _Flow()
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        unread = local(element) in UNREAD or element.get("hidden") is not None
        if event == "start" and unread:
            walk.skip_subtree()
        elif event == "start":
            yield from flow.enter(element)
        else:
            if not unread:
                yield from flow.leave(element)
            if element is not root:
                flow.say(element.tail)
    yield from flow.flush()


class _Flow:
    """Where in a page the reading is: what has been said since the last block, and what is around it."""

    def __init__(self) -> None:
        self._said: list[str] = []
        self._lists: list[int | None] = []
        """Of each list around, the number of its next item; None where it has none."""
        self._marker = ""
        self._quotes = 0
        self._heading = 0
        self._pre = 0
        self._code = False
        """Whether what is preformatted says that it is code."""
        self._raised: list[int] = []
        """Where in what has been said each `sup` and `sub` around begins."""
        self._rows: list[list[str] | None] = []
        """Of each table around, the cells of the row so far; None where a row is no row, but layout."""

    def say(self, text: str | None) -> None:
        if text:
            self._said.append(text)

    def enter(self, element: Element) -> Iterator[Part]:
        name = local(element)
        if name == "br" and (self._pre or self._heading):
            self._said.append("\n")
        elif name in BLOCKS:
            yield from self._end_heading() if self._heading and name not in _HEADINGS else self.flush()
        if name in _LISTS:
            self._lists.append(_first_number(element) if name == "ol" else None)
        elif name == "li":
            self._marker = self._next_marker()
        elif name == "blockquote":
            self._quotes += 1
        elif name in _HEADINGS:
            self._heading = _HEADINGS[name]
        elif name in _PREFORMATTED:
            self._pre += 1
        elif name in _CODE:
            self._code = self._pre > 0
        elif name in TAGS:
            self._raised.append(len(self._said))
        elif name == "tr":
            self._rows.append([] if _is_row(element) else None)
        self.say(element.text)

    def leave(self, element: Element) -> Iterator[Part]:
        name = local(element)
        if name in _CELLS and self._rows and self._rows[-1] is not None and not one_line("".join(self._said)):
            self._rows[-1].append("")
        if name in BLOCKS and name != "br":
            yield from self.flush()
        if name in _LISTS and self._lists:
            self._lists.pop()
        elif name == "li":
            self._marker = ""
        elif name == "blockquote":
            self._quotes -= 1
        elif name in _HEADINGS:
            self._heading = 0
        elif name in _PREFORMATTED:
            self._pre -= 1
            self._code = False
        elif name in TAGS:
            raise_last(self._said, self._raised.pop(), name)
        elif name == "tr" and self._rows:
            row = self._rows.pop()
            if row:
                yield cells_in_line(row)

    def flush(self) -> Iterator[Part]:
        """What has been said so far, as the block that it is."""
        text = "".join(self._said)
        self._said.clear()
        line = one_line(text)
        if not line:
            return
        if self._rows and self._rows[-1] is not None:
            self._rows[-1].append(line)
        elif self._heading:
            yield Part(BlockKind.HEADING, line, self._heading)
        elif self._pre:
            yield Part(BlockKind.CODE if self._is_code(text) else BlockKind.VERSE, text)
        elif self._marker:
            yield Part(BlockKind.ITEM, self._marker + line, len(self._lists) or 1)
            self._marker = ""
        elif self._quotes:
            yield Part(BlockKind.QUOTE, line, self._quotes)
        else:
            yield Part(BlockKind.PARAGRAPH, line)

    def _is_code(self, text: str) -> bool:
        """Whether preformatted lines are a program, and no poem: its comments may be Arabic for the most part."""
        return self._code or guess(text) == UNKNOWN or any(map(_is_code_line, text.splitlines()))

    def _end_heading(self) -> Iterator[Part]:
        """A block within a heading that has said something: the heading was closed by a wrong tag, or never."""
        said = list(self.flush())
        if said:
            self._heading = 0
        yield from said

    def _next_marker(self) -> str:
        number = self._lists[-1] if self._lists else None
        if number is None:
            return "• "
        self._lists[-1] = number + 1
        return f"{number}. "


def _first_number(element: Element) -> int:
    start = re.fullmatch(r"\s*(\d{1,3})\s*", element.get("start", "1"), re.A)
    return int(start[1]) if start else 1


def _is_row(row: Element) -> bool:
    """Whether this is a row of a table of data: several cells, and in none of them a block."""
    cells = [cell for cell in row if local(cell) in _CELLS]
    return len(cells) > 1 and not any(local(inner) in BLOCKS for cell in cells for inner in cell)
