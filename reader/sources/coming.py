"""A plain text that is still on its way through a pipe: what has come of it, as a document."""

from __future__ import annotations

import codecs
import os
import re
import select
import time
from typing import TYPE_CHECKING, Final

from reader.messages import message
from reader.sources import plain
from reader.sources.decode import Decoded
from reader.sources.stream import read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reader.document.model import Document
    from reader.sources.stream import Stream

LIMIT: Final = 1 << 25
"""Bytes that are shown of what comes through a pipe: the screen needs some ten times as much."""
MOST_LINES: Final = 200_000
"""The same in lines: a block costs 0.4 KB, and twelve millionths of a second each time that more has come."""
PAUSE: Final = 0.5
"""Seconds between two documents, at least."""
REST: Final = 10
"""How many times longer than a document takes to be made more of it is waited for: all of them together cost no
more than a tenth of the time, however long the text."""
LONG: Final = 4_000
"""Characters after which a line that does not end is shown as far as it has come."""
_CHUNK: Final = 1 << 16
_LINE_ENDS: Final = tuple(end.encode() for end in "\n\r\x85\u2028\u2029")
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
CUT: Final = message("only the beginning is shown, more came than fits; save it as a file, and open that")


class Coming:
    """What comes through `stream`, an open pipe. Its documents grow: the text of each begins with that of the one
    before, so that a position stays what it is."""

    def __init__(self, stream: Stream, *, limit: int = LIMIT, lines: int = MOST_LINES) -> None:
        self._stream = stream
        self._limit = limit
        self._lines_left = lines
        self._raw = bytearray()
        self.over = False
        """Whether nothing more will come."""
        self.cut = False
        """Whether more would have come than is shown. The pipe is closed then: who writes into it ends."""
        self._take(stream.head)

    @property
    def raw(self) -> bytes:
        """All bytes so far."""
        return bytes(self._raw)

    def wait(self, seconds: float) -> bool:
        """Take what comes within so many seconds, or until it is over; whether anything has come."""
        until, before = time.monotonic() + seconds, len(self._raw)
        while not self.over:
            left = max(0.0, until - time.monotonic())
            if not select.select([self._stream.rest], [], [], left)[0]:
                break
            self._take(read(self._stream.rest, _CHUNK))
            if not left:
                break
        return len(self._raw) > before

    def documents(self, stop: Callable[[], bool]) -> Iterator[Document]:
        """What has come, whenever there is more of it; the last when it is over. Ends early when `stop()` is true."""
        pause = PAUSE
        while not self.over and not stop():
            if self.wait(pause) or self.over:
                began = time.monotonic()
                yield self.document()
                pause = max(PAUSE, REST * (time.monotonic() - began))

    def document(self) -> Document:
        """What has come: whole lines, as long as it is not over."""
        whole = self.over and not self.cut
        text = codecs.getincrementaldecoder(self._stream.encoding)("replace").decode(self._raw, final=whole)
        text = _SURROGATE.sub("\ufffd", text.removeprefix("\ufeff"))
        notices = (*self._stream.notices, *([CUT] if self.cut else []))
        decoded = Decoded(text if whole else _settled(text), self._stream.encoding, notices)
        return plain.document("-", self.raw, decoded)

    def _take(self, chunk: bytes) -> None:
        self._raw += chunk
        self._lines_left -= sum(map(chunk.count, _LINE_ENDS))
        self.cut = len(self._raw) > self._limit or self._lines_left < 0
        self.over = self.cut or not chunk
        if self.over:
            os.close(self._stream.rest)


def _settled(text: str) -> str:
    """The lines of `text` that have ended; of one that is long already, or the first, its words so far."""
    end = text.rfind("\n") + 1
    if not end or len(text) - end > LONG:
        end = text.rfind(" ") + 1 or len(text)
    return text[:end]
