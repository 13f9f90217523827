"""An EPUB book: its chapters one after another, under the headings that its contents give them."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from reader.document.compose import Part, one_line
from reader.document.model import BlockKind, Metadata
from reader.errors import UnreadableSourceError
from reader.messages import message
from reader.sources.archive import Archive, TooLargeError
from reader.sources.content import Parsed
from reader.sources.decode import decode
from reader.sources.flow import parts
from reader.sources.markup import child_text, children, declared_encoding, first, local, parse_xhtml, parse_xml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from reader.sources.content import Given

_FONTS_ONLY = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
"""Ways of encryption that hide the fonts of a book, not its text."""
_PAGES = ("application/xhtml+xml", "text/html", "text/x-oeb1-document", "application/xml", "text/xml")
_TOP = 2
"""The level of a chapter: the title of the book is 1."""
_DEEPEST = 6
_HEAD = 3
"""Parts of a chapter among which its own heading stands."""


class _Item(NamedTuple):
    path: str
    media: str
    properties: str


class _Entry(NamedTuple):
    """A line of the table of contents."""

    label: str
    depth: int


def parse(given: Given) -> Parsed:
    """The book in reading order. The day when it was made into an EPUB is not that of its text: it has none."""
    archive = Archive(given.raw)
    _refuse_locked(archive)
    root, folder = _package(archive)
    items = _items(root, folder)
    spine = next(children(root, "spine"), None)
    contents = _contents(archive, items, None if spine is None else spine.get("toc"))
    found: list[Part] = []
    missing = 0
    for item in _in_order(items, spine):
        try:
            found += _chapter(archive.read(item.path), contents.get(item.path))
        except TooLargeError:
            raise
        except UnreadableSourceError:
            missing += 1
    notices = (message("{count} of its chapters cannot be read", count=missing),) if missing else ()
    about = next(children(root, "metadata"), root)
    author = child_text(about, "creator") or child_text(next(children(about, "dc-metadata"), about), "creator")
    title = child_text(about, "title") or child_text(next(children(about, "dc-metadata"), about), "title")
    return Parsed("epub", found, metadata=Metadata(title=title or None, author=author or None), notices=notices)


def _refuse_locked(archive: Archive) -> None:
    if "META-INF/encryption.xml" not in archive:
        return
    locks = parse_xml(archive.read("META-INF/encryption.xml")).iter()
    ways = [lock.get("Algorithm") for lock in locks if local(lock) == "encryptionmethod"]
    if any(way not in _FONTS_ONLY for way in ways):
        raise UnreadableSourceError(
            message("this book is locked (DRM)"), message("only the program that it was bought for opens it")
        )


def _package(archive: Archive) -> tuple[Element, str]:
    """The package document, which lists all that is in the book, and the folder that its paths start from."""
    path = None
    if "META-INF/container.xml" in archive:
        container = parse_xml(archive.read("META-INF/container.xml"))
        path = next((file.get("full-path") for file in container.iter() if local(file) == "rootfile"), None)
    if path is None or path not in archive:
        path = next((name for name in archive.names if name.endswith(".opf")), None)
    if path is None:
        raise UnreadableSourceError(message("this EPUB has no package document"))
    return parse_xml(archive.read(path)), posixpath.dirname(path)


def _items(root: Element, folder: str) -> dict[str, _Item]:
    manifest = next(children(root, "manifest"), root)
    items = {}
    for item in children(manifest, "item"):
        path = _path(folder, item.get("href", ""))
        items[item.get("id", "")] = _Item(path, item.get("media-type", ""), item.get("properties", ""))
    return items


def _path(folder: str, href: str) -> str:
    """The name of the member that `href` leads to from `folder`; it never leads out of the archive."""
    return posixpath.normpath(posixpath.join(folder, unquote(href.partition("#")[0])))


def _in_order(items: dict[str, _Item], spine: Element | None) -> list[_Item]:
    """The pages as they are read; those aside from the text (`linear="no"`) and the contents are left out."""
    if spine is None:
        return [item for item in items.values() if item.media in _PAGES and "nav" not in item.properties.split()]
    ids = [ref.get("idref", "") for ref in children(spine, "itemref") if ref.get("linear") != "no"]
    found = [items[name] for name in dict.fromkeys(ids) if name in items]
    return [item for item in found if item.media in _PAGES and "nav" not in item.properties.split()]


def _contents(archive: Archive, items: dict[str, _Item], ncx: str | None) -> dict[str, _Entry]:
    """The first line of the table of contents for each page that it has one for."""
    nav = next((item for item in items.values() if "nav" in item.properties.split()), None)
    old = items.get(ncx or "") or next((item for item in items.values() if item.media.endswith("dtbncx+xml")), None)
    entries: dict[str, _Entry] = {}
    for item, read in ((nav, _nav), (old, _ncx)):
        if item is None or item.path not in archive or entries:
            continue
        try:
            for href, entry in read(archive.read(item.path)):
                entries.setdefault(_path(posixpath.dirname(item.path), href), entry)
        except UnreadableSourceError:
            continue
    return entries


def _nav(raw: bytes) -> Iterator[tuple[str, _Entry]]:
    page = _page(raw)
    navs = [] if page is None else [element for element in page.iter() if local(element) == "nav"]
    contents = next((nav for nav in navs if any("toc" in value for value in nav.attrib.values())), None)
    contents = navs[0] if contents is None and navs else contents
    for link in () if contents is None else contents.iter():
        if local(link) != "a":
            continue
        depth = sum(1 for around in link.iterancestors() if local(around) == "ol") - 1
        yield link.get("href", ""), _Entry(one_line("".join(link.itertext())), max(0, depth))


def _ncx(raw: bytes) -> Iterator[tuple[str, _Entry]]:
    for point in parse_xml(raw).iter():
        if local(point) != "navpoint":
            continue
        source = next(children(point, "content"), None)
        depth = sum(1 for around in point.iterancestors() if local(around) == "navpoint")
        if source is not None:
            yield source.get("src", ""), _Entry(child_text(point, "navlabel"), depth)


def _page(raw: bytes) -> Element | None:
    return parse_xhtml(decode(raw, declared=declared_encoding(raw)).text)


def _chapter(raw: bytes, entry: _Entry | None) -> list[Part]:
    """The parts of a page; its heading is that of the contents, at the level that it has there."""
    page = _page(raw)
    body = None if page is None else first(page, "body")
    found = [] if body is None else list(parts(body))
    own = next((part for part in found[:_HEAD] if part.kind is BlockKind.HEADING), None)
    level = _TOP + entry.depth if entry else _TOP
    shift = level - (own.level if own else level)
    found = [
        part._replace(level=min(_DEEPEST, max(level, part.level + shift))) if part.kind is BlockKind.HEADING else part
        for part in found
    ]
    if entry and entry.label and own is None and found:
        found.insert(0, Part(BlockKind.HEADING, entry.label, level))
    return found
