"""How far a long run is: one line on a terminal, drawn over itself without any escape."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from typing import TextIO

OFTEN: Final = 0.5
"""Seconds between two pictures of the line."""
_LINE: Final = {
    "ar": "الملفات: {done} من {total}، {speed:.0f} كلمة/ث، بقي {left}",
    "en": "{done}/{total} files, {speed:.0f} words/s, {left} left",
}


class Progress:
    """Counts what is done of `total`; silent where `stream` is no terminal, or one that cannot go back in a line."""

    def __init__(self, total: int, stream: TextIO | None, lang: str) -> None:
        self._total = total
        told = stream is not None and stream.isatty() and os.environ.get("TERM", "") not in ("", "dumb") and total > 1
        self._stream = stream if told else None
        self._drawn = 0
        self._lang = lang
        self._began = self._told = time.monotonic()
        self._done = self._words = 0

    def done(self, words: int) -> None:
        """One more, of so many words."""
        self._done += 1
        self._words += words
        now = time.monotonic()
        if self._stream is not None and now - self._told >= OFTEN:
            self._told = now
            line = self.line(now - self._began)
            self._stream.write("\r" + line.ljust(self._drawn))
            self._stream.flush()
            self._drawn = len(line)

    def line(self, seconds: float) -> str:
        """What there is to say after so many seconds."""
        left = seconds / max(1, self._done) * (self._total - self._done)
        speed = self._words / max(seconds, 0.001)
        clock = f"{int(left) // 60}:{int(left) % 60:02}"
        return _LINE[self._lang].format(done=self._done, total=self._total, speed=speed, left=clock)

    def clear(self) -> None:
        """Makes room for a line that stays."""
        if self._stream is not None and self._drawn:
            self._stream.write("\r" + " " * self._drawn + "\r")
            self._stream.flush()
            self._drawn = 0
