"""A search as it goes on: what is looked for, what has been found, and which match one is at."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.text.span import Span

_start = attrgetter("start")


class Finding:
    """Matches in text order; `ticket` counts the queries, so that an answer to an older one is known."""

    def __init__(self) -> None:
        self.hits: Sequence[Span] = ()
        self.ticket = 0
        self.origin = 0
        """Where one was when the search began: the first match is the next one from there."""
        self._index = 0

    def ask(self) -> int:
        """A new query: forget what was found; gives its ticket."""
        self.ticket += 1
        self.hits = ()
        self._index = 0
        return self.ticket

    def found(self, hits: Sequence[Span]) -> None:
        """All matches so far; the current one stays."""
        at = self.current.start if self.current is not None else self.origin
        self.hits = hits
        self._index = bisect_left(hits, at, key=_start) % len(hits) if hits else 0

    def step(self, step: int) -> Span | None:
        """To the next match, or one before; round the end."""
        if self.hits:
            self._index = (self._index + step) % len(self.hits)
        return self.current

    @property
    def current(self) -> Span | None:
        return self.hits[self._index] if self.hits else None

    @property
    def count(self) -> tuple[int, int]:
        """Which match of how many, from 1; (0, 0) for none."""
        return (self._index + 1, len(self.hits)) if self.hits else (0, 0)
