"""Which module reads what: a packed source is unpacked, its kind found out, and its own reader asked."""

from __future__ import annotations

from importlib import import_module
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from reader.document.model import PLAIN
from reader.errors import UnreadableSourceError
from reader.messages import message
from reader.sources import detect

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.sources.archive import Archive
    from reader.sources.content import Given, Parsed

_MODULES = {
    "html": "webpage",
    "markdown": "markdown",
    "feed": "feed",
    "subtitles": "subtitles",
    "openiti": "openiti",
    "mail": "mail",
    "man": "overstruck",
    "pdf": "pdf",
    "epub": "epub",
    "docx": "docx",
    "odt": "odt",
}
"""The module of this room that reads a kind. Each is imported when a source is of its kind, and has a `parse`."""

_PACKED = (b"\x1f\x8b\x08", b"\xfd7zXZ\0", *(b"BZh%d1AY&SY" % level for level in range(1, 10)))
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_DEPTH = 3
"""How often one may have been packed into another."""


class Content(NamedTuple):
    """An unpacked source, and what it was found to be; None where it is plain text."""

    given: Given
    parsed: Parsed | None


def is_plain(head: bytes, name: str = "") -> bool:
    """Whether what begins like this is a plain text, neither packed nor of another format."""
    return not head.startswith(_PACKED + _ZIP) and detect.kind(head, name) == PLAIN


def read(given: Given, name: str = "") -> Content:
    """Unpack and parse `given`, which is called `name`. Raises UnreadableSourceError for what cannot be read."""
    for _ in range(_DEPTH):
        raw = given.raw
        if raw.startswith(_PACKED):
            from reader.sources import compressed

            given = given._replace(raw=compressed.unpack(raw))
            name = PurePosixPath(name).stem
        elif raw.startswith(_ZIP):
            from reader.sources import compressed
            from reader.sources.archive import Archive

            archive = Archive(raw)
            kind = _kind_of_archive(archive)
            if kind:
                return Content(given, _parser(kind)(given))
            name = compressed.only_member(archive)
            given = given._replace(raw=archive.read(name))
        else:
            break
    return Content(given, _parsed(given, name))


def _parsed(given: Given, name: str) -> Parsed | None:
    if not given.raw:
        raise UnreadableSourceError(message("there is nothing in it"))
    if given.raw[257:262] == b"ustar":
        raise UnreadableSourceError(message("this is a TAR archive"), message("unpack it, and name a file in it"))
    kind = detect.kind(given.raw, name)
    return None if kind == PLAIN else _parser(kind)(given)


def _parser(kind: str) -> Callable[[Given], Parsed]:
    parse: Callable[[Given], Parsed] = import_module(f"reader.sources.{_MODULES[kind]}").parse
    return parse


def _kind_of_archive(archive: Archive) -> str | None:
    """What kind of document a ZIP archive is; None where it is just an archive."""
    mimetype = archive.read("mimetype").strip() if "mimetype" in archive else b""
    if mimetype == b"application/epub+zip" or "META-INF/container.xml" in archive:
        return "epub"
    if "word/document.xml" in archive:
        return "docx"
    if mimetype.startswith(b"application/vnd.oasis.opendocument.text"):
        return "odt"
    if mimetype.startswith(b"application/vnd.oasis.") or "[Content_Types].xml" in archive:
        raise UnreadableSourceError(
            message("this is a table or a presentation, not a text"), message("save its text, and open that")
        )
    return None
