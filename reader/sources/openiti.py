"""OpenITI mARkdown, the form in which classical Arabic books are kept: https://maximromanov.github.io/mARkdown/"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.document.compose import Part, one_line
from reader.document.model import BlockKind, Metadata
from reader.sources.content import Parsed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.sources.content import Given

_HEADER_END = "#META#Header#End#"
_META = re.compile(r"#META#\s*(?:\d+\.)?(\w+)\s*:*\s*:: ?(.*)")
_UNKNOWN = frozenset({"", "NODATA", "NOTGIVEN", "NO DATA"})
_HEADING = re.compile(r"### (\|+)\s*(?:\w+\|)?(.*)")
_ENTRY = re.compile(r"### \$(?:[A-Z_]+\$)?\$*")
_TAG = re.compile(
    r"PageV[\w-]{1,8}P\d{1,8}[AB]?|\bms[A-Z]?\d{1,8}\b|Milestone\d{1,6}"  # a page, a milestone
    r"|@[A-Za-z]{1,8}@[\w@]{0,20}|@[A-Za-z]{1,8}\d{0,8}\b|\$[A-Z_]{2,20}\$"  # a name, a kind of entry
)
_HALVES = re.compile(r"\s*%~%\s*")
_PARTING = " *** "
"""What parts the two halves of a line of verse here as in the bundled poems."""


def parse(given: Given) -> Parsed:
    """Headings, paragraphs and verse; page numbers, milestones and tags are left out."""
    decoded = given.decoded()
    head, mark, body = decoded.text.partition(_HEADER_END)
    if not mark:
        head, body = "", decoded.text.partition("\n")[2]
    return Parsed("openiti", list(_parts(body)), decoded.encoding, _metadata(head), decoded.notices)


def _metadata(head: str) -> Metadata:
    title = author = None
    for line in head.splitlines():
        entry = _META.match(line.strip())
        if entry and entry[2].strip() not in _UNKNOWN:
            name = entry[1].lower()
            title = title or (one_line(entry[2]) if "booktitle" in name and "sub" not in name else None)
            author = author or (one_line(entry[2]) if "authorname" in name else None)
    return Metadata(title=title, author=author)


def _parts(body: str) -> Iterator[Part]:
    lines: list[str] = []
    for line in body.splitlines():
        if line.startswith("~~"):
            lines.append(line[2:])
            continue
        yield from _part(" ".join(lines))
        lines = [line]
    yield from _part(" ".join(lines))


def _part(line: str) -> Iterator[Part]:
    heading = _HEADING.match(line)
    if heading:
        yield Part(BlockKind.HEADING, one_line(_TAG.sub(" ", heading[2])), 1 + len(heading[1]))
        return
    text = one_line(_TAG.sub(" ", _ENTRY.sub("", line).lstrip("# ")))
    if "%" in text:
        verse = _HALVES.sub(_PARTING, text)
        if verse != text:
            yield Part(BlockKind.VERSE, verse.strip(" %"))
            return
    yield Part(BlockKind.PARAGRAPH, text)
