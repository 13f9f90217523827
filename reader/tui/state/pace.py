"""How long the rest will take: to read, and to analyse."""

from __future__ import annotations

WORDS_A_MINUTE = 200
"""Silent reading of Arabic prose by adults is put at 140 to 240 words a minute (Brysbaert 2019: 181)."""
SAMPLE = 20_000
AGAIN = 8 / 7
"""What all steps of an analysis read together, in lengths of the text: 1 + 1/8 + 1/64 …"""
NEARLY = 0.95
"""As far as an estimate goes."""


class Pace:
    """Reading time, from the length of a text's own words: counting those of a whole book takes too long."""

    def __init__(self, text: str) -> None:
        sample = text[:SAMPLE]
        self._length = len(text)
        self._per_word = len(sample) / max(1, len(sample.split()))

    def minutes_left(self, position: int) -> int:
        """Whole minutes to read what follows `position`; 0 for less than half of one."""
        words = (self._length - position) / max(1.0, self._per_word)
        return round(words / WORDS_A_MINUTE)


class Estimate:
    """How much of an analysis is done. It reports seldom, so that between two reports the clock has to tell.

    Each step reads the text from its beginning, some times farther than the one before (`AGAIN`); how fast, the
    last one has shown. Times are seconds on any one clock.
    """

    def __init__(self, length: int, now: float) -> None:
        self._work = AGAIN * max(1, length)
        self._read = 0
        self._reached = 0
        self._since = now
        self._speed = 0.0
        self._told = 0.0

    def reached(self, end: int, now: float) -> None:
        """A step has read up to `end`; or it is still at that, and there is only something new in view."""
        if end <= self._reached:
            return
        self._reached = end
        self._read += end
        self._speed = end / max(now - self._since, 0.001)
        self._since = now

    def part(self, now: float) -> float:
        """0 to less than 1; never less than before."""
        read = self._read + self._speed * (now - self._since)
        self._told = max(self._told, min(NEARLY, read / self._work))
        return self._told
