"""What is packed: gzip, bzip2, xz, and a ZIP archive with one text in it."""

from __future__ import annotations

import zlib
from io import BytesIO
from typing import TYPE_CHECKING, Protocol

from reader.errors import UnreadableSourceError
from reader.messages import message
from reader.sources.archive import Archive, TooLargeError, limit

if TYPE_CHECKING:
    from collections.abc import Callable

_JUNK = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")
_STREAMS = 1000
"""Streams that one file may be joined of: each copies what is left behind it. Programs that pack in parallel make some
three hundred of 256 MB."""
_MEMORY = 1 << 28
"""Bytes of memory that an xz file may ask for: its strongest ordinary setting takes a quarter."""


class _Decompressor(Protocol):
    @property
    def eof(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, max_length: int = -1) -> bytes: ...


def unpack(raw: bytes) -> bytes:
    """What has been packed into `raw`. Raises UnreadableSourceError where it is damaged or far too large."""
    import bz2
    import lzma

    try:
        if raw.startswith(b"\x1f\x8b\x08"):
            return _gunzip(raw)
        if raw.startswith(b"BZh"):
            return _streams(raw, bz2.BZ2Decompressor)
        return _streams(raw, lambda: lzma.LZMADecompressor(memlimit=_MEMORY))
    except (OSError, EOFError, ValueError, lzma.LZMAError, zlib.error) as error:
        raise UnreadableSourceError(message("it is damaged: it does not unpack")) from error


def only_member(archive: Archive) -> str:
    """The name of the one file in an archive. Raises UnreadableSourceError where there is none, or several."""
    names = [name for name in archive.names if not any(junk in name for junk in _JUNK)]
    if len(names) == 1:
        return names[0]
    found = message("there are {count} files in this ZIP archive", count=len(names))
    what = found if names else message("there is nothing in this ZIP archive")
    raise UnreadableSourceError(what, message("unpack it, and name a file in it"))


def _gunzip(raw: bytes) -> bytes:
    import gzip

    most = limit(len(raw))
    data = gzip.GzipFile(fileobj=BytesIO(raw)).read(most + 1)
    if len(data) > most:
        raise TooLargeError
    return data


def _streams(raw: bytes, make: Callable[[], _Decompressor]) -> bytes:
    """All streams, one behind the other, as `cat a.xz b.xz` joins them."""
    left, data = limit(len(raw)), bytearray()
    for _ in range(_STREAMS):
        decompressor = make()
        data += decompressor.decompress(raw, max(1, left - len(data) + 1))
        if len(data) > left:
            raise TooLargeError
        if not decompressor.eof:
            raise EOFError
        raw = decompressor.unused_data.lstrip(b"\0")
        if len(raw) < 4:
            return bytes(data)
    raise TooLargeError
