"""Bytes into text: which encoding they are in, and what a person should know about it."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING, NamedTuple

from reader.errors import UnreadableSourceError, UsageError
from reader.messages import message, some_of
from reader.sources.guess import arabic_8bit, likeness, looks_binary, utf16_without_bom
from reader.sources.mixed import by_lines

if TYPE_CHECKING:
    from reader.sources.guess import Guess

_BOMS = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_SAVE = message("save it as DOCX or ODT, and open that")
_UNPACK = message("unpack it, and name a file in it")
_MAGIC = (
    (b"\x89PNG\r\n", message("a PNG picture"), ""),
    (b"\xff\xd8\xff", message("a JPEG picture"), ""),
    (b"GIF8", message("a GIF picture"), ""),
    (b"\x7fELF", message("a program"), ""),
    (b"SQLite format 3\0", message("an SQLite database"), ""),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", message("an Office document of the old kind, or a locked one"), _SAVE),
    (b"{\\rtf", message("an RTF document"), _SAVE),
    (b"7z\xbc\xaf\x27\x1c", message("a 7z archive"), _UNPACK),
    (b"Rar!\x1a\x07", message("a RAR archive"), _UNPACK),
)
"""What is refused by its first bytes, and what to do about it; of the archives and documents that are read, `detect`
knows more."""

_NAMES = ((r"cp(125\d)", r"windows-\1"), (r"iso8859[-_](\d+)", r"iso-8859-\1"), (r"utf-8-sig", "utf-8"))
"""Where Python's name of a codec is not the registered one."""

_BAD = "\ufffd"
_SURROGATE = re.compile("[\ud800-\udfff]")
_LINE_END = re.compile(r"\r\n|[\n\r]")
_LINES_NAMED = 3


class Decoded(NamedTuple):
    """A text, the encoding it was in (registered name, lower case), and what to know about the reading."""

    text: str
    encoding: str
    notices: tuple[str, ...] = ()


def decode(raw: bytes, encoding: str | None = None, *, declared: str | None = None) -> Decoded:
    """Decode `raw`, by the encoding called `encoding` (any text codec of Python) or the one found out.

    Found out in this order: a byte order mark; UTF-16 without one; UTF-8; what the source says of itself
    (`declared`: a page's charset, a mail's), unless another is plainly likelier; UTF-8 with bad bytes, or
    with lines and words in an 8-bit encoding; the 8-bit encoding that makes the likeliest text of it. A byte
    order mark is left out of the text. What fits nowhere becomes U+FFFD. Guesses, bad bytes and a
    declaration that does not hold are told in `notices`.

    Raises UnreadableSourceError for what looks binary, UsageError for an unknown `encoding`; a `declared`
    one that is unknown counts for nothing.
    """
    if encoding is not None:
        return _as_told(raw, encoding)
    for bom, name in _BOMS:
        if raw.startswith(bom):
            return _decoded(raw[len(bom) :], name)
    for magic, what, hint in _MAGIC:
        if raw.startswith(magic):
            raise UnreadableSourceError(message("this is {what}, not a text", what=what), hint)
    wide = utf16_without_bom(raw)
    if wide:
        return _decoded(raw, wide, notice=message("{encoding} (guessed)", encoding=wide))
    return _narrow(raw, _declared(declared))


def _narrow(raw: bytes, declared: str | None) -> Decoded:
    """What no mark and no second byte gives away: UTF-8, or 8-bit."""
    try:
        raw.decode()
    except UnicodeDecodeError:
        pass
    else:
        surprising = declared not in (None, "utf-8") and not raw.isascii()
        surprise = message("{encoding}, though it says {declared}", encoding="utf-8", declared=declared)
        return _decoded(raw, "utf-8", notice=surprise if surprising else "")
    lines = by_lines(raw)
    if lines:
        return _decoded(raw, "utf-8") if lines.damaged else Decoded(lines.text, lines.encoding, (lines.notice,))
    guess = arabic_8bit(raw)
    if declared not in (None, "utf-8") and _holds(raw, declared, guess):
        return _decoded(raw, declared)
    if guess is None:
        hint = message("if it is text, name its encoding with --encoding")
        raise UnreadableSourceError(message("this looks like binary data, not like text"), hint)
    return _decoded(raw, guess.encoding, notice=_guessed(guess, declared))


def _guessed(guess: Guess, declared: str | None) -> str:
    though = ", though it says {declared}" if declared else ""
    doubt = ", but it hardly looks like Arabic: --encoding names another" if guess.doubtful else ""
    return message("{encoding} (guessed" + though + doubt + ")", encoding=guess.encoding, declared=declared)


def _declared(encoding: str | None) -> str | None:
    """The registered name of what a source says about itself, as browsers take it; None if it says nothing."""
    try:
        name = registered((encoding or "").strip())
    except UsageError:
        return None
    if name.startswith(("utf-16", "utf-32")):
        return "utf-8"  # it was read as ASCII, so it is none of them
    return "windows-1252" if name in ("iso-8859-1", "ascii") else name


def _holds(raw: bytes, declared: str, guess: Guess | None) -> bool:
    """Whether `raw` may well be in the encoding that it says it is in."""
    try:
        text = raw.decode(declared)
    except (UnicodeError, ValueError):
        text = _with_replacements(raw, declared)
        if 20 * text.count(_BAD) > len(text):
            return False
    if looks_binary(text):
        return False
    if guess is None or guess.doubtful or guess.points < 0.3 * guess.judged:  # no good Arabic in any other
        return True
    return likeness(raw, declared) > guess.points - 0.3 * guess.judged


def _as_told(raw: bytes, encoding: str) -> Decoded:
    name = registered(encoding)
    for bom, marked in _BOMS:
        if raw.startswith(bom) and marked.startswith(name):
            return _decoded(raw[len(bom) :], marked)
    decoded = _decoded(raw, name)
    # What utf-7 and the escape codecs let through could not be written out as UTF-8.
    return decoded._replace(text=_SURROGATE.sub(_BAD, decoded.text))


def registered(encoding: str) -> str:
    """The registered name, in lower case, of an encoding under any name that Python knows it by. Raises UsageError for
    one that is unknown."""
    try:
        name = codecs.lookup(encoding).name
        "".encode(name)  # hex, zlib and their like are codecs too, but a LookupError where text is asked for
    except (LookupError, ValueError):
        hint = message("utf-8, windows-1256 and iso-8859-6 are common for Arabic")
        raise UsageError(message("unknown encoding {name}", name=repr(encoding)), hint) from None
    for pattern, registered in _NAMES:
        name = re.sub(rf"^{pattern}$", registered, name)
    return name.replace("_", "-")


def _decoded(raw: bytes, encoding: str, *, notice: str = "") -> Decoded:
    """The text in `encoding`, with the notices that belong to it; refused if it is no text."""
    notices = [notice] if notice else []
    bad = 0
    try:
        text = raw.decode(encoding)
    except ValueError:  # UnicodeError, and what the odder codecs raise
        text = _with_replacements(raw, encoding)
        bad = text.count(_BAD)
        notices.append(_bad_notice(text, bad, encoding))
    if 2 * bad > len(text) or looks_binary(text):
        raise UnreadableSourceError(
            message("this is no text in {encoding}", encoding=encoding),
            message("if it is text, try another --encoding"),
        )
    return Decoded(text, encoding, tuple(notices))


def _with_replacements(raw: bytes, encoding: str) -> str:
    try:
        return raw.decode(encoding, "replace")
    except ValueError as error:
        raise UnreadableSourceError(
            message("this is no text in {encoding}", encoding=encoding), message("try another --encoding")
        ) from error


def _bad_notice(text: str, bad: int, encoding: str) -> str:
    lines = [number for number, line in enumerate(_LINE_END.split(text), 1) if _BAD in line]
    one = "1 bad byte for {encoding}, shown as {sign} (line {lines})"
    in_one_line = "{count} bad bytes for {encoding}, shown as {sign} (line {lines})"
    many = "{count} bad bytes for {encoding}, shown as {sign} (lines {lines})"
    template = one if bad == 1 else in_one_line if len(lines) == 1 else many
    return message(template, count=bad, encoding=encoding, sign=_BAD, lines=some_of(lines, _LINES_NAMED))
