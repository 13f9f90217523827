"""A pipe passed on as it comes: text as UTF-8, in constant memory."""

from __future__ import annotations

import codecs
import os
import select
import time
from dataclasses import dataclass
from io import BytesIO
from itertools import chain
from typing import TYPE_CHECKING, BinaryIO, Final

from reader.errors import UnreadableSourceError
from reader.messages import message, reason
from reader.sources import formats
from reader.sources.decode import decode, registered
from reader.sources.mixed import foreign

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

HEAD: Final = 1 << 16
"""Bytes of the beginning that settle the encoding; fewer where no more come within PATIENCE."""
PATIENCE: Final = 1.0
"""Seconds from the first byte on."""
ENDLESS: Final = 1 << 28
"""Bytes after which what has to be read whole is taken not to end."""
_CHUNK: Final = 1 << 16
_UTF_8: Final = "utf-8"


def _nobody(_said: str) -> None:
    return


def read(file: int, count: int = _CHUNK) -> bytes:
    """What comes next through a file descriptor, waited for, at most so many bytes; nothing at its end.

    Raises UnreadableSourceError where it cannot be read.
    """
    while True:
        try:
            return os.read(file, count)
        except BlockingIOError:  # whoever started us has left the pipe so
            select.select([file], [], [])
        except OSError as error:
            raise UnreadableSourceError(message("cannot read standard input: {why}", why=reason(error))) from error


@dataclass(frozen=True, slots=True)
class Stream:
    """An open pipe whose beginning has been read."""

    head: bytes
    rest: int
    """The file descriptor that the rest comes from."""
    encoding: str
    notices: tuple[str, ...] = ()
    mixed: bool = False
    """Whether some of its lines are in another encoding."""
    is_document: bool = False
    """Whether this is no plain text, but a page, a book or something packed: nothing to pass on."""
    told: bool = False
    """Whether its encoding was given from outside: then nothing is guessed."""

    def to_its_end(self) -> BinaryIO:
        """All of it, once it has come; of what does not end as much as shows that."""
        raw = bytearray()
        for chunk in self._bytes():
            raw += chunk
            if len(raw) > ENDLESS:
                break
        return BytesIO(raw)

    def as_text(self, tell: Callable[[str], None] = _nobody) -> Iterator[str]:
        """What `as_utf8` gives; bad bytes become U+FFFD, and no line end is cut in two."""
        decoder = codecs.getincrementaldecoder(_UTF_8)("replace")
        held = ""
        for chunk in self.as_utf8(tell):
            text = held + decoder.decode(chunk)
            held = "\r" if text.endswith("\r") else ""
            yield text.removesuffix("\r")
        yield held + decoder.decode(b"", final=True)

    def as_utf8(self, tell: Callable[[str], None] = _nobody) -> Iterator[bytes]:
        """All of it as it comes, UTF-8 untouched (a BOM and bad bytes too); of another encoding bad bytes become
        U+FFFD. What has begun as UTF-8 may go on otherwise (`cat` joins files of all kinds): `tell` hears of it once.
        """
        if self.encoding != _UTF_8 and not self.mixed:
            yield from self._recoded()
            return
        if self.told:
            yield from self._bytes()
            return
        held, line, told = b"", 1, bool(self.notices)
        for chunk in chain(self._bytes(), (b"",)):
            raw, held = _apart(held + chunk) if chunk else (held, b"")
            said = None if _is_utf8(raw) else foreign(raw)
            if said is not None and not told:
                told = True
                tell(message("from line {line} on there is another encoding in it (guessed)", line=line + _before(raw)))
            line += raw.count(b"\n")
            yield raw if said is None else said.encode()

    def _recoded(self) -> Iterator[bytes]:
        """What comes in another encoding as UTF-8, without its byte order mark."""
        decoder = codecs.getincrementaldecoder(self.encoding)("replace")
        yield decoder.decode(self.head).removeprefix("\ufeff").encode(_UTF_8, "replace")
        while chunk := read(self.rest):
            yield decoder.decode(chunk).encode(_UTF_8, "replace")
        yield decoder.decode(b"", final=True).encode(_UTF_8, "replace")

    def _bytes(self) -> Iterator[bytes]:
        yield self.head
        while chunk := read(self.rest):
            yield chunk


def open_stream(file: int, *, encoding: str | None = None) -> Stream:
    """Reads the beginning of what comes through the file descriptor, and settles its encoding.

    Raises UnreadableSourceError where nothing comes or it is no text, UsageError for an unknown `encoding`.
    """
    head = _head(file)
    if not head:
        raise UnreadableSourceError(message("standard input is empty"))
    if not formats.is_plain(head):
        return Stream(head, file, _UTF_8, is_document=True)
    try:
        decoded = decode(_whole_letters(head) if encoding is None or registered(encoding) == _UTF_8 else head, encoding)
    except UnreadableSourceError as error:
        raise UnreadableSourceError(
            message("cannot read standard input: {why}", why=error.message), error.hint
        ) from error
    if encoding is None and _is_utf8(head):
        return Stream(head, file, _UTF_8)
    alike = encoding is not None or head.decode(decoded.encoding, "replace").removeprefix("\ufeff") == decoded.text
    return Stream(head, file, decoded.encoding, decoded.notices, mixed=not alike, told=encoding is not None)


def _whole_letters(head: bytes) -> bytes:
    """Without a letter of UTF-8 that has only begun."""
    return head[: codecs.utf_8_decode(head, "replace", False)[1]]


def _head(file: int) -> bytes:
    """As much of the beginning as comes in time; the first byte is waited for."""
    head = read(file, HEAD)
    until = time.monotonic() + PATIENCE
    while head and len(head) < HEAD:
        ready, _, _ = select.select([file], [], [], max(0.0, until - time.monotonic()))
        chunk = read(file, HEAD - len(head)) if ready else b""
        if not chunk:
            break
        head += chunk
    return head


def _apart(raw: bytes) -> tuple[bytes, bytes]:
    """What can be passed on, and what has to wait: a letter that has only begun, or a line in another encoding."""
    end = codecs.utf_8_decode(raw, "replace", False)[1]
    if not _is_utf8(raw) and foreign(raw) is not None:
        end = raw.rfind(b"\n") + 1 or len(raw)
    return raw[:end], raw[end:]


def _before(raw: bytes) -> int:
    """The lines before the first that is no good UTF-8."""
    try:
        raw.decode()
    except UnicodeDecodeError as error:
        return raw.count(b"\n", 0, error.start)
    return 0


def _is_utf8(head: bytes) -> bool:
    """Whether it may go on to be UTF-8; a letter may be cut at its end. NUL stands in no text."""
    try:
        codecs.getincrementaldecoder(_UTF_8)().decode(head)
    except UnicodeDecodeError:
        return False
    return b"\0" not in head
