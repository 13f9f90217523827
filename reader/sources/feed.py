"""A feed (RSS, Atom): one document, each of its items a heading, its day and its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.document.compose import Part
from reader.document.model import BlockKind, Metadata
from reader.sources.content import Parsed
from reader.sources.dates import day_in_data
from reader.sources.flow import parts
from reader.sources.markup import child_text, children, declared_encoding, local, parse_xml, tidied
from reader.sources.webpage import whole

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from reader.sources.content import Given

_DATES = ("pubdate", "published", "date", "updated", "lastbuilddate")
_TEXTS = ("encoded", "content", "description", "summary")
"""Where an item has its text, the fullest first."""


def parse(given: Given) -> Parsed:
    """The items in the order of the feed; its day is its own, or that of its latest item."""
    decoded = given.decoded(declared_encoding(given.raw))
    root = parse_xml(tidied(decoded.text))
    channel = next(children(root, "channel"), root)
    items = [element for element in root.iter() if local(element) in ("item", "entry")]
    days = [day for item in items if (day := _day(item))]
    metadata = Metadata(title=child_text(channel, "title") or None, date=_day(channel) or max(days, default=None))
    found = [part for item in items for part in _item(item)]
    return Parsed("feed", found, decoded.encoding, metadata, decoded.notices)


def _day(element: Element) -> datetime.date | None:
    return day_in_data(child_text(element, *_DATES))


def _item(item: Element) -> Iterator[Part]:
    title = " ".join(part.text for part in whole(child_text(item, "title") or "…"))  # it may be escaped HTML
    yield Part(BlockKind.HEADING, title, 2)
    day = _day(item)
    if day:
        yield Part(BlockKind.PARAGRAPH, day.isoformat())
    for name in _TEXTS:
        found = [part for element in children(item, name) for part in _text(element)]
        if found:
            yield from (_below(part) for part in found)
            return


def _text(element: Element) -> list[Part]:
    """What an item says: elements of XHTML, or a page that is written out as text."""
    return list(parts(element)) if len(element) else whole("".join(element.itertext()))


def _below(part: Part) -> Part:
    return part._replace(level=part.level + 2) if part.kind is BlockKind.HEADING else part
