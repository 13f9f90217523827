"""What was made for a typewriter: letters struck twice are bold, those over a line underlined (`man`)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.document.build import plain_blocks
from reader.document.compose import Part, plain_parts
from reader.document.model import BlockKind, Metadata
from reader.sources.content import Parsed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.sources.content import Given

_STRUCK = re.compile("([^\x08])\x08([^\x08])")
_HEADING = re.compile("(?:[^\x08\n]\x08[^\n]|[ \t])+")
"""A line that is bold throughout; one that begins at the margin is a heading of a manual."""
_PAGE = re.compile(r"(\S+\(\w+\))\s{2,}.*\s{2,}\1")
"""The head and the foot of a manual's page: its name on both sides."""


def parse(given: Given) -> Parsed:
    """Overstruck text without what was struck; bold lines at the margin are its headings."""
    decoded = given.decoded()
    parts = list(_parts(decoded.text))
    title = next((found[1] for line in decoded.text.splitlines()[:3] if (found := _PAGE.match(_plain(line)))), None)
    return Parsed("man", parts, decoded.encoding, Metadata(title=title), decoded.notices)


def _plain(text: str) -> str:
    """The letter that stays of those struck over each other: the last, or the other one than a line."""
    while (shorter := _STRUCK.sub(lambda struck: struck[1] if struck[2] == "_" else struck[2], text)) != text:
        text = shorter
    return text


def _parts(text: str) -> Iterator[Part]:
    body: list[str] = []
    for line in text.splitlines():
        heading = _HEADING.fullmatch(line) if "\x08" in line else None
        if not heading:
            plain = _plain(line)
            body.append("" if _PAGE.match(plain) else plain)
            continue
        yield from _body(body)
        body = []
        indented = len(line) - len(line.lstrip())
        yield Part(BlockKind.HEADING, _plain(line), 2 if indented == 0 else 3)
    yield from _body(body)


def _body(lines: list[str]) -> list[Part]:
    """The lines between two headings, less the indentation that all have."""
    from textwrap import dedent

    text = dedent("\n".join(lines))
    return plain_parts(text, plain_blocks(text))
