"""Markdown (CommonMark and tables) into a document: its signs are structure, and are not read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.document.build import plain_blocks
from reader.document.compose import Part, cells_in_line, compose, one_line, plain_parts
from reader.document.model import BlockKind, Metadata
from reader.sources.content import Parsed
from reader.sources.dates import day_in_data
from reader.text.raised import raise_last

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

    from reader.sources.content import Given

_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(.{0,20000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.S)
_DEEPEST = 100
"""Quotes and lists in each other that are read as such."""
_DEEPEST_IN_LINE = 20
_TAG = re.compile(r"<(/?)(sup|sub)>", re.I)
_ENTRY = re.compile(r"([A-Za-z_]+):[ \t]+(\S.*?)[ \t]*\Z")


def parse(given: Given) -> Parsed:
    """Headings, paragraphs, items, quotes, code and tables; a page's front matter (`title: …`) is metadata."""
    decoded = given.decoded()
    front = _FRONT_MATTER.match(decoded.text)
    body = decoded.text[front.end() :] if front else decoded.text
    metadata = _metadata(front[1]) if front else Metadata()
    parts = list(_Reader().parts(_parser().parse(body)))
    if not compose(parts)[0]:  # nothing but definitions of links
        parts = plain_parts(body, plain_blocks(body))
    return Parsed("markdown", parts, decoded.encoding, metadata, decoded.notices)


def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    # A list is one level and its item another.
    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST + 2}).enable("table")
    parser.block.ruler.before("table", "deepest", _deepest)
    parser.core.ruler.after("block", "shallow", _shallow)
    return parser


def _shallow(state: StateCore) -> None:
    """A rule of the parser: within a line it drops nothing, and links in each other take it very long."""
    state.md.options["maxNesting"] = _DEEPEST_IN_LINE


def _deepest(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A rule of the parser, which drops what nests deeper than it is told: that is one paragraph, signs and all."""
    if silent or state.level < _DEEPEST:
        return False
    state.push("paragraph_open", "p", 1)
    inline = state.push("inline", "", 0)
    inline.content, inline.children = state.getLines(start, end, state.blkIndent, False).strip(), []
    state.push("paragraph_close", "p", -1)
    state.line = end
    return True


def _metadata(front: str) -> Metadata:
    entries = {found[1].lower(): found[2].strip("\"'") for line in front.splitlines() if (found := _ENTRY.match(line))}
    return Metadata(title=entries.get("title"), date=day_in_data(entries.get("date", "")), author=entries.get("author"))


class _Reader:
    """Where in a Markdown text the reading is: what is around the line that comes next."""

    def __init__(self) -> None:
        self.numbered: list[bool] = []
        """Of each list around, whether it is a numbered one."""
        self.quotes = 0
        self.marker = ""
        self.heading = 0
        self.row: list[str] | None = None

    def parts(self, tokens: Sequence[Token]) -> Iterator[Part]:
        for token in tokens:
            if token.type == "inline":
                yield from self._line(one_line(_inline(token.children or ())))
            elif token.type in ("fence", "code_block"):
                yield Part(BlockKind.CODE, token.content)
            elif token.type == "html_block":
                yield from _html(token.content)
            elif token.type == "tr_close" and self.row:
                yield cells_in_line(self.row)
                self.row = None
            else:
                self._enter(token)

    def _enter(self, token: Token) -> None:
        name = token.type.removesuffix("_open")
        if name in ("bullet_list", "ordered_list"):
            self.numbered.append(name == "ordered_list")
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            self.numbered.pop()
        elif token.tag == "blockquote":
            self.quotes += token.nesting
        elif name == "list_item":
            self.marker = f"{token.info}. " if self.numbered[-1] else "• "
        elif token.tag.startswith("h") and token.type.startswith("heading"):
            self.heading = int(token.tag[1:]) if token.nesting > 0 else 0
        elif name == "tr":
            self.row = []

    def _line(self, text: str) -> Iterator[Part]:
        if self.row is not None:
            self.row.append(text)
        elif self.heading:
            yield Part(BlockKind.HEADING, text, self.heading)
        elif self.marker:
            yield Part(BlockKind.ITEM, self.marker + text, len(self.numbered))
            self.marker = ""
        elif self.quotes:
            yield Part(BlockKind.QUOTE, text, self.quotes)
        else:
            yield Part(BlockKind.PARAGRAPH, text)


def _inline(tokens: Sequence[Token]) -> str:
    """The words of a line; a picture is what it shows, a tag is nothing but where it raises or lowers a number."""
    breaks = {"softbreak": " ", "hardbreak": " "}
    said: list[str] = []
    raised: list[int] = []
    for token in tokens:
        tag = _TAG.fullmatch(token.content) if token.type == "html_inline" else None
        if tag and tag[1] and raised:
            raise_last(said, raised.pop(), tag[2].lower())
        elif tag and not tag[1]:
            raised.append(len(said))
        elif token.type != "html_inline":
            said.append(breaks.get(token.type, token.content))
    return "".join(said)


def _html(content: str) -> Iterator[Part]:
    from reader.sources.flow import parts
    from reader.sources.markup import parse_page

    page = parse_page(content)
    return iter(()) if page is None else parts(page)
