"""A text document of LibreOffice (ODT): headings by their outline level, lists, tables, notes at the end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.document.compose import Part, one_line, table_row
from reader.document.model import BlockKind, Metadata
from reader.errors import UnreadableSourceError
from reader.messages import message
from reader.sources.archive import Archive
from reader.sources.content import Parsed
from reader.sources.markup import NOT_WHOLE, attribute, child_text, first, local, parse_xml, read_xml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from reader.sources.content import Given

_UNREAD = frozenset(
    {"tracked-changes", "annotation", "sequence-decls", "forms", "bibliography-mark", "table-of-content"}
)
_MOST_SPACES = 100


def parse(given: Given) -> Parsed:
    """The text as it stands; headers, footers, comments and the table of contents are left out."""
    archive = Archive(given.raw)
    if "META-INF/manifest.xml" in archive:
        manifest = parse_xml(archive.read("META-INF/manifest.xml"))
        if first(manifest, "encryption-data") is not None:
            raise UnreadableSourceError(
                message("this document is locked with a password"), message("save it without, and open that")
            )
    root, whole = read_xml(archive.read("content.xml"))
    body = first(root, "text")
    found = [] if body is None else list(_Reading().parts(body))
    metadata = Metadata()
    if "meta.xml" in archive:
        about = first(parse_xml(archive.read("meta.xml")), "meta")
        if about is not None:
            author = child_text(about, "initial-creator", "creator") or None
            metadata = Metadata(title=child_text(about, "title") or None, author=author)
    return Parsed("odt", found, metadata=metadata, notices=() if whole else (NOT_WHOLE,))


class _Reading:
    """Where in the document the reading is; what is said inside a note waits until the end."""

    def __init__(self) -> None:
        self._texts: list[list[str]] = [[]]
        self._lists = 0
        self._marker = ""
        self._rows: list[list[Part]] = []
        self._notes: list[Part] = []
        self._in_note = 0
        self._citation = ""

    def parts(self, root: Element) -> Iterator[Part]:
        from lxml import etree

        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            name = local(element)
            if event == "start" and (name in _UNREAD or name == "note-citation"):
                if name == "note-citation":
                    self._citation = one_line("".join(element.itertext()))
                    self._texts[-1].append(f"[{self._citation}]")
                walk.skip_subtree()
            elif event == "start":
                self._enter(element, name)
            else:
                if name not in _UNREAD and name != "note-citation":
                    yield from self._leave(element, name)
                if element is not root:
                    self._say(element.tail)
        yield from self._notes

    def _say(self, text: str | None) -> None:
        """White space in the file is one space: more, a tab and a line end are elements of their own."""
        if text:
            self._texts[-1].append(re.sub(r"\s+", " ", text))

    def _enter(self, element: Element, name: str) -> None:
        if name in ("p", "h"):
            self._texts.append([])
        elif name == "list":
            self._lists += 1
        elif name == "list-item":
            self._marker = "• "
        elif name == "table-row":
            self._rows.append([])
        elif name == "note-body":
            self._in_note += 1
        elif name == "s":
            count = attribute(element, "c")
            self._texts[-1].append(" " * (min(int(count), _MOST_SPACES) if count.isdecimal() and len(count) < 6 else 1))
        elif name in ("tab", "line-break"):
            self._texts[-1].append("\t" if name == "tab" else "\n")
        self._say(element.text)

    def _leave(self, element: Element, name: str) -> Iterator[Part]:
        if name in ("p", "h"):
            part = self._part(element, name, "".join(self._texts.pop()))
            if self._in_note:
                self._notes.append(Part(BlockKind.PARAGRAPH, f"[{self._citation}] {one_line(part.text)}"))
            elif self._rows:
                self._rows[-1].append(part)
            else:
                yield part
        elif name == "list":
            self._lists -= 1
        elif name == "note-body":
            self._in_note -= 1
        elif name == "table-row" and self._rows:
            row = table_row(self._rows.pop(), sum(1 for cell in element if local(cell) == "table-cell"))
            if self._rows:
                self._rows[-1] += row
            else:
                yield from row

    def _part(self, element: Element, name: str, text: str) -> Part:
        style = attribute(element, "style-name")
        if name == "h":
            level = attribute(element, "outline-level")
            return Part(
                BlockKind.HEADING, one_line(text), 1 + int(level) if level.isdecimal() and len(level) == 1 else 2
            )
        if style == "Title":
            return Part(BlockKind.HEADING, one_line(text), 1)
        if self._marker and text.strip():
            marker, self._marker = self._marker, ""
            return Part(BlockKind.ITEM, marker + text, self._lists)
        return Part(BlockKind.QUOTE if style in ("Quotations", "Quotation") else BlockKind.PARAGRAPH, text, 0)
