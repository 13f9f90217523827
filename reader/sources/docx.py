"""A document of Word (DOCX): headings by the outline level of their style, lists, tables, notes at the end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.document.compose import Part, one_line, table_row
from reader.document.model import BlockKind, Metadata
from reader.sources.archive import Archive
from reader.sources.content import Parsed, is_no_title
from reader.sources.markup import NOT_WHOLE, attribute, child_text, children, first, local, parse_xml, read_xml
from reader.text.raised import raised

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from reader.sources.content import Given

_UNREAD_WORDS = "fallback del deltext instrtext movefrom rpr ppr tblpr trpr tcpr sectpr"
_UNREAD = frozenset(_UNREAD_WORDS.split())
"""What was deleted, what is code of a field, and what is how it looks. A fallback repeats what is beside it."""
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "nobreakhyphen": "\u2011"}
_HEIGHTS = {"superscript": "sup", "subscript": "sub"}
_HEADING = re.compile(r"heading (\d)", re.I)
_QUOTE = re.compile(r"quote|اقتباس", re.I)
_DEEPEST = 6
_PARENTS = 10
"""How many styles a style may be based on, one on the other."""


def parse(given: Given) -> Parsed:
    """The text as it stands after all changes to it have been accepted; headers and footers are left out."""
    archive = Archive(given.raw)
    styles = _Styles(archive)
    reading = _Reading(styles, _numbered(archive))
    root, whole = read_xml(archive.read("word/document.xml"))
    body = first(root, "body")
    found = [] if body is None else list(reading.parts(body))
    for name in ("footnote", "endnote"):
        if f"word/{name}s.xml" in archive:
            notes, all_notes = read_xml(archive.read(f"word/{name}s.xml"))
            found += _notes(notes, name, reading)
            whole = whole and all_notes
    title = author = None
    if "docProps/core.xml" in archive:
        about = parse_xml(archive.read("docProps/core.xml"))
        title, author = child_text(about, "title") or None, child_text(about, "creator") or None
    notices = () if whole else (NOT_WHOLE,)
    return Parsed("docx", found, metadata=Metadata(title=_title(title, found), author=author), notices=notices)


def _title(said: str | None, found: list[Part]) -> str | None:
    """The title of its properties; programs write any first line there, or that of the template."""
    head = next((part.text for part in found[:3] if part.kind is BlockKind.HEADING and part.level == 1), None)
    return one_line(head) if head else None if said and is_no_title(said) else said


class _Styles:
    """Which style of a document makes headings, and which quotations."""

    def __init__(self, archive: Archive) -> None:
        self._styles: dict[str, Element] = {}
        if "word/styles.xml" in archive:
            root = parse_xml(archive.read("word/styles.xml"))
            self._styles = {attribute(style, "styleId"): style for style in children(root, "style")}

    def block(self, name: str) -> tuple[BlockKind, int]:
        """What a paragraph of the style called `name` is, and its level."""
        for _ in range(_PARENTS):
            style = self._styles.get(name)
            if style is None:
                break
            known = _child_value(style, "name")
            heading = _HEADING.match(known)
            if known.lower() == "title":
                return BlockKind.HEADING, 1
            if heading:
                return BlockKind.HEADING, int(heading[1]) + 1
            if _QUOTE.search(known):
                return BlockKind.QUOTE, 1
            level = _outline(style)
            if level is not None:
                return BlockKind.HEADING, level
            name = _child_value(style, "basedOn")
        return BlockKind.PARAGRAPH, 0


class _Reading:
    """Paragraph after paragraph of a document, those in tables and text boxes too."""

    def __init__(self, styles: _Styles, numbered: frozenset[tuple[str, str]]) -> None:
        self._styles = styles
        self._numbered = numbered
        self._counts: dict[tuple[str, str], int] = {}

    def parts(self, root: Element) -> Iterator[Part]:
        """The paragraphs below `root`; a row of a table with a line in each cell is one."""
        from lxml import etree

        texts: list[list[str]] = [[]]
        rows: list[list[Part]] = []
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            name = local(element)
            if event == "start":
                if name in _UNREAD:
                    walk.skip_subtree()
                elif name == "p":
                    texts.append([])
                elif name == "tr":
                    rows.append([])
                texts[-1].append(_said(element, name))
            elif name == "p":
                part = self._part(element, "".join(texts.pop()))
                if rows:
                    rows[-1].append(part)
                else:
                    yield part
            elif name == "tr" and rows:
                row = table_row(rows.pop(), sum(1 for _ in children(element, "tc")))
                if rows:
                    rows[-1] += row
                else:
                    yield from row

    def _part(self, paragraph: Element, text: str) -> Part:
        properties = next(children(paragraph, "ppr"), None)
        if properties is None:
            return Part(BlockKind.PARAGRAPH, text)
        kind, level = self._styles.block(_child_value(properties, "pStyle"))
        own = _outline(paragraph)
        if own is not None:
            kind, level = BlockKind.HEADING, own
        numbering = next(children(properties, "numpr"), None)
        if kind is BlockKind.PARAGRAPH and numbering is not None and text.strip():
            return self._item(_child_value(numbering, "numId"), _child_value(numbering, "ilvl"), text)
        return Part(kind, one_line(text) if kind is BlockKind.HEADING else text, level)

    def _item(self, list_: str, level: str, text: str) -> Part:
        depth = int(level) if level.isdecimal() and len(level) == 1 else 0
        marker = "• "
        if (list_, level) in self._numbered:
            count = self._counts[list_, level] = self._counts.get((list_, level), 0) + 1
            marker = f"{count}. "
        return Part(BlockKind.ITEM, marker + text, depth + 1)


def _said(element: Element, name: str) -> str:
    """The letters of an element: those of a run of text, the sign that it stands for, the number of a note."""
    if name == "t":
        return _set("".join(element.itertext()), element.getparent())  # a reference to an entity parts it
    if name in ("footnotereference", "endnotereference"):
        return f"[{attribute(element, 'id')}]"
    return _SIGNS.get(name, "")


def _set(text: str, run: Element | None) -> str:
    """The text of a run, above the line, below it, or on it."""
    properties = None if run is None else next(children(run, "rpr"), None)
    height = "" if properties is None else _child_value(properties, "vertAlign")
    return raised(text, _HEIGHTS[height]) if height in _HEIGHTS else text


def _numbered(archive: Archive) -> frozenset[tuple[str, str]]:
    """The lists, and the levels of each, that count their items."""
    if "word/numbering.xml" not in archive:
        return frozenset()
    root = parse_xml(archive.read("word/numbering.xml"))
    counting = {
        (attribute(kind, "abstractNumId"), attribute(level, "ilvl"))
        for kind in children(root, "abstractnum")
        for level in children(kind, "lvl")
        if _child_value(level, "numFmt") not in ("bullet", "none", "")
    }
    kinds = {attribute(number, "numId"): _child_value(number, "abstractNumId") for number in children(root, "num")}
    return frozenset((list_, level) for list_, kind in kinds.items() for known, level in counting if known == kind)


def _notes(root: Element, name: str, reading: _Reading) -> Iterator[Part]:
    for note in children(root, name):
        text = " ".join(one_line(part.text) for part in reading.parts(note))
        if text and not attribute(note, "type"):  # the others draw the line above the notes
            yield Part(BlockKind.PARAGRAPH, f"[{attribute(note, 'id')}] {text}")


def _outline(element: Element) -> int | None:
    """The level of the heading that a paragraph or a style says itself to be; None where it says nothing."""
    properties = next(children(element, "ppr"), None)
    level = "" if properties is None else _child_value(properties, "outlineLvl")
    return min(_DEEPEST, int(level) + 2) if level.isdecimal() and len(level) == 1 and level != "9" else None


def _child_value(element: Element, name: str) -> str:
    child = next(children(element, name.lower()), None)
    return "" if child is None else attribute(child, "val")
