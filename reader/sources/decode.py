"""Bytes into text: which encoding they are in, and what a person should know about it."""

from __future__ import annotations

import codecs
import re
from itertools import islice
from typing import NamedTuple

from reader.errors import UnreadableSourceError, UsageError
from reader.sources.guess import arabic_8bit, looks_binary, utf16_without_bom

_BOMS = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_MAGIC = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive (as EPUB and office documents are)"),
    (b"\x1f\x8b", "gzip data"),
    (b"\x89PNG\r\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\0", "an SQLite database"),
)

_NAMES = ((r"cp(125\d)", r"windows-\1"), (r"iso8859[-_](\d+)", r"iso-8859-\1"), (r"utf-8-sig", "utf-8"))
"""Where Python's name of a codec is not the registered one."""

_BAD = "\ufffd"
_SURROGATE = re.compile("[\ud800-\udfff]")
_LINE_END = re.compile(r"\r\n|[\n\r]")
_ASCII = bytes(range(0x80))
_LINES_NAMED = 3


class Decoded(NamedTuple):
    """A text, the encoding it was in (registered name, lower case), and what to know about the reading."""

    text: str
    encoding: str
    notices: tuple[str, ...] = ()


def decode(raw: bytes, encoding: str | None = None) -> Decoded:
    """Decode `raw`, by the encoding called `encoding` (any text codec of Python) or the one found out.

    Found out in this order: a byte order mark; UTF-16 without one; UTF-8, a few bad bytes allowed; the
    8-bit encoding that makes the likeliest Arabic of it. A byte order mark is left out of the text. What
    fits nowhere becomes U+FFFD. Guesses and bad bytes are told in `notices`.

    Raises UnreadableSourceError for what is no text (in this encoding), UsageError for an unknown encoding.
    """
    if encoding is not None:
        return _as_told(raw, encoding)
    for bom, name in _BOMS:
        if raw.startswith(bom):
            return _decoded(raw[len(bom) :], name)
    for magic, what in _MAGIC:
        if raw.startswith(magic):
            raise UnreadableSourceError(f"this is {what}, not plain text")
    wide = utf16_without_bom(raw)
    if wide:
        return _decoded(raw, wide, guessed=True)
    if _is_utf8(raw):
        return _decoded(raw, "utf-8")
    narrow = arabic_8bit(raw)
    if narrow:
        return _decoded(raw, narrow, guessed=True)
    raise UnreadableSourceError("no encoding makes text of this", "if it is text, name its encoding with --encoding")


def _as_told(raw: bytes, encoding: str) -> Decoded:
    name = _registered(encoding)
    for bom, marked in _BOMS:
        if raw.startswith(bom) and marked.startswith(name):
            return _decoded(raw[len(bom) :], marked)
    decoded = _decoded(raw, name)
    # What utf-7 and the escape codecs let through could not be written out as UTF-8.
    return decoded._replace(text=_SURROGATE.sub(_BAD, decoded.text))


def _registered(encoding: str) -> str:
    """The registered name, in lower case, of an encoding under any name that Python knows it by."""
    try:
        name = codecs.lookup(encoding).name
        "".encode(name)  # hex, zlib and their like are codecs too, but a LookupError where text is asked for
    except (LookupError, ValueError):
        hint = "utf-8, windows-1256 and iso-8859-6 are common for Arabic"
        raise UsageError(f"unknown encoding {encoding!r}", hint) from None
    for pattern, registered in _NAMES:
        name = re.sub(rf"^{pattern}$", registered, name)
    return name.replace("_", "-")


def _is_utf8(raw: bytes) -> bool:
    """Whether `raw` is UTF-8, or damaged UTF-8: two characters beyond ASCII were good for each bad one.

    In any other encoding two bytes beyond ASCII make a good UTF-8 character only by rare chance.
    """
    try:
        raw.decode()
    except UnicodeDecodeError:
        bad = raw.decode(errors="replace").count(_BAD)
        return len(raw.translate(None, _ASCII)) > 5 * bad
    return True


def _decoded(raw: bytes, encoding: str, *, guessed: bool = False) -> Decoded:
    """The text in `encoding`, with the notices that belong to it; refused if it is no text."""
    notices = [f"{encoding} (guessed)"] if guessed else []
    bad = 0
    try:
        text = raw.decode(encoding)
    except ValueError:  # UnicodeError, and what the odder codecs raise
        text = _with_replacements(raw, encoding)
        bad = text.count(_BAD)
        notices.append(_bad_notice(text, bad, encoding))
    if 2 * bad > len(text) or looks_binary(text):
        raise UnreadableSourceError(f"this is no text in {encoding}", "if it is text, try another --encoding")
    return Decoded(text, encoding, tuple(notices))


def _with_replacements(raw: bytes, encoding: str) -> str:
    try:
        return raw.decode(encoding, "replace")
    except ValueError as error:
        raise UnreadableSourceError(f"this is no text in {encoding}", "try another --encoding") from error


def _bad_notice(text: str, bad: int, encoding: str) -> str:
    places = [match.start() for match in islice(re.finditer(_BAD, text), _LINES_NAMED)]
    numbers = dict.fromkeys(1 + len(_LINE_END.findall(text, 0, place)) for place in places)
    lines = ", ".join(map(str, numbers)) + (" …" if bad > len(places) else "")
    return f"{bad} bad byte{'s' if bad > 1 else ''} for {encoding}, shown as {_BAD} (line {lines})"
