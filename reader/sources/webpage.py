"""A web page, saved or fetched: its article, with title, author and day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.document.compose import Part, one_line
from reader.document.model import BlockKind
from reader.sources.article import article, trimmed
from reader.sources.content import Parsed
from reader.sources.flow import parts
from reader.sources.markup import declared_encoding, parse_page
from reader.sources.page_data import page_data

if TYPE_CHECKING:
    from reader.sources.content import Given

_SENTENCE = 60
"""Letters of a part from which a page has an article; one with none is a list of links, and is shown whole."""


def parse(given: Given) -> Parsed:
    """The article of a page; where none is seen, the one in its data; all of the page where there is none."""
    decoded = given.decoded(declared_encoding(given.raw))
    page = parse_page(decoded.text)
    if page is None:
        return Parsed("html", (), decoded.encoding)
    metadata, body = page_data(page)
    found = trimmed(list(parts(article(page, metadata.title))))
    if not _has_sentence(found):
        in_data = [Part(BlockKind.PARAGRAPH, one_line(line)) for line in body.splitlines()]
        found = in_data or whole(decoded.text)
    return Parsed("html", _from_title(found, metadata.title), decoded.encoding, metadata, decoded.notices)


def _has_sentence(found: list[Part]) -> bool:
    return any(len(part.text) >= _SENTENCE for part in found)


def whole(text: str) -> list[Part]:
    """Everything that a page shows, in order."""
    page = parse_page(text)
    return [] if page is None else list(parts(page))


def _from_title(found: list[Part], title: str | None) -> list[Part]:
    """The parts from the headline on, if most of the text is below it; as the title of the document it is of the
    first level. What stands above a headline is another thing, or its rubric."""
    for index, part in enumerate(found):
        if one_line(part.text) == title:
            below = found[index + 1 :]
            if sum(len(part.text) for part in below) < sum(len(part.text) for part in found[:index]):
                break
            return [Part(BlockKind.HEADING, title, 1), *below]
    return found
