"""HTML and XML into trees of elements. Nothing is fetched, no entity is expanded, and a fault ends nothing."""

from __future__ import annotations

import re
import sys
from html.entities import html5
from typing import TYPE_CHECKING

from reader.errors import UnreadableSourceError
from reader.messages import message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

_PRESCAN = 4096
"""Bytes in which a page has to say its encoding: four times what browsers look at."""
_PLAIN_NAME = re.compile(r"[a-z][a-z0-9_-]*", re.I)
_NAMED = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,30};)")
_BARE = re.compile(r"&(?!#?\w{1,31};)")
NOT_WHOLE = message("its XML is damaged: not all of its text is here")
_SYNTAX = frozenset("&<>\"'")
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no tree takes that is built by hand, though the parser itself lets it stand in one."""
_BAD = "\ufffd"
_DEEPEST = 500
_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.I)
_REFERENCE = re.compile(r"&#([xX][0-9a-fA-F]{1,8}|[0-9]{1,9});?")
_XML_DECLARATION = re.compile(r"\A\ufeff?\s*<\?xml[^>]*\?>")
_XML_ENCODING = re.compile(rb"\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{1,40})", re.I)


def parse_page(text: str) -> Element | None:
    """The tree of an HTML page, however malformed; None where there is no element in it."""
    from lxml import etree, html

    raw = text.encode("utf-8", "replace")
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        page = html.document_fromstring(raw, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        page = None
    if any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log):
        return etree.fromstring(raw, etree.HTMLParser(target=_Shallow(), encoding="utf-8", huge_tree=True))
    return page


def parse_xhtml(text: str) -> Element | None:
    """The tree of a page of a book: as XML, where `<title/>` is all of a title; as HTML where it is no good XML."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        return etree.fromstring(tidied(text), parser)
    except (etree.XMLSyntaxError, ValueError):
        return parse_page(text)


def tidied(text: str) -> bytes:
    """XML that has been decoded, ready for the parser: without a declaration of the encoding that it was in,
    its signs spelled as XML spells them (`&nbsp;` and a bare `&` are common)."""
    body = text.lstrip("\ufeff \t\r\n")
    if body.startswith("<?xml"):
        body = body.partition("?>")[2]
    return _BARE.sub("&amp;", _NAMED.sub(_character, body)).encode("utf-8", "replace")


def _character(entity: re.Match[str]) -> str:
    """What HTML calls by this name, which XML does not know; what would be mark-up stays a name."""
    character = html5.get(entity[1], entity[0])
    return entity[0] if character in _SYNTAX else character


class _Shallow:
    """Builds a tree that is no deeper than `_DEEPEST`; the text of what lies deeper stays in it.

    libxml2 itself drops all that is nested more than 2048 deep, as a page with as many unclosed tags is.
    """

    def __init__(self) -> None:
        from lxml.etree import TreeBuilder

        self._builder = TreeBuilder()
        self._open: list[str] = []
        self._left_out = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if len(self._open) < _DEEPEST:
            tag = tag if _PLAIN_NAME.fullmatch(tag) else "span"
            self._open.append(tag)
            plain = {name: value for name, value in attributes.items() if _PLAIN_NAME.fullmatch(name)}
            self._builder.start(tag, {name: _NO_XML.sub(_BAD, value) for name, value in plain.items()})
        else:
            self._left_out += 1

    def end(self, tag: str) -> None:  # noqa: ARG002 - the parser closes in order, whatever the page does
        if self._left_out:
            self._left_out -= 1
        elif self._open:
            self._builder.end(self._open.pop())

    def data(self, text: str) -> None:
        self._builder.data(_NO_XML.sub(_BAD, text))

    def close(self) -> Element:
        while self._open:  # at the end of a page that closes nothing
            self._builder.end(self._open.pop())
        return self._builder.close()


def parse_xml(raw: bytes) -> Element:
    """The root of an XML document. Raises UnreadableSourceError where there is none."""
    return read_xml(raw)[0]


def read_xml(raw: bytes) -> tuple[Element, bool]:
    """The same, and whether all of the document could be read: one that breaks off ends where it does."""
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, recover=True, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(_in_utf8(raw), parser)
    except (etree.XMLSyntaxError, ValueError, LookupError):
        root = None
    if root is None:
        raise UnreadableSourceError(message("its XML is damaged"))
    faults = parser.error_log.filter_from_fatals()
    return root, all(fault.type_name == "ERR_UNDECLARED_ENTITY" for fault in faults)  # that stays as it is spelled


def _in_utf8(raw: bytes) -> bytes:
    """XML in UTF-8, whatever it was in and without what was wrong in it: the parser would let that stand in names."""
    marks = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
    declaration = _XML_ENCODING.match(raw[:_PRESCAN].lstrip(b"\xef\xbb\xbf"))
    encoding = marks.get(raw[:2]) or (declaration[1].decode("latin-1") if declaration else "utf-8")
    try:
        text = raw.decode(encoding, "replace")
    except LookupError:
        text = raw.decode("utf-8", "replace")
    named = _REFERENCE.sub(_letter_or_bad, _XML_DECLARATION.sub("", text, count=1))
    return named.encode("utf-8", "replace")


def _letter_or_bad(reference: re.Match[str]) -> str:
    """A reference by number as it stands, or what stands for one to no letter («&#xD800;»)."""
    digits = reference[1]
    code = int(digits[1:], 16) if digits[0] in "xX" else int(digits)
    return _BAD if 0xD800 <= code <= 0xDFFF or code > sys.maxunicode else reference[0]


def declared_encoding(raw: bytes) -> str | None:
    """The encoding that a page gives itself: in an XML declaration, or in a `meta` near its beginning."""
    declaration = _XML_ENCODING.match(raw[:_PRESCAN].lstrip(b"\xef\xbb\xbf"))
    if declaration:
        return declaration[1].decode()
    page = parse_page(raw[:_PRESCAN].decode("latin-1"))
    if page is None:
        return None
    for meta in page.iter("meta"):
        if meta.get("charset"):
            return str(meta.get("charset"))
        if meta.get("http-equiv", "").lower() == "content-type":
            found = _CHARSET.search(meta.get("content", ""))
            if found:
                return found[1]
    return None


def local(element: Element) -> str:
    """The name of an element in lower case, without its namespace; "" for a comment and the like."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def children(element: Element, name: str) -> Iterator[Element]:
    """The children called `name`, in whatever namespace."""
    return (child for child in element if local(child) == name)


def first(root: Element, name: str) -> Element | None:
    """The first element called `name` at `root` or below it, in whatever namespace."""
    return next((element for element in root.iter() if local(element) == name), None)


def child_text(element: Element, *names: str) -> str:
    """The text of the first child that is called one of `names` and has any."""
    for name in names:
        for child in children(element, name):
            text = " ".join("".join(child.itertext()).split())
            if text:
                return text
    return ""


def attribute(element: Element, name: str) -> str:
    """The value of an attribute, in whatever namespace; "" where there is none."""
    return next((str(value) for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name), "")
