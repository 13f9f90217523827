"""A search as it goes on: what is looked for, what has been found, and which match one is at."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.text.span import Span

_start = attrgetter("start")


class Query(NamedTuple):
    """What is looked for."""

    text: str
    exact: bool = False
    """By the letter."""
    regex: bool = False
    """It is a regular expression."""

    @property
    def spelled(self) -> bool:
        """Whether a word is meant, however it is spelt."""
        return not self.exact and not self.regex


class Finding:
    """Matches in text order; `ticket` counts the queries, so that an answer to an older one is known."""

    def __init__(self) -> None:
        self.hits: Sequence[Span] = ()
        self.ticket = 0
        self.origin = 0
        """Where one was when the search began: the first match is the next one from there."""
        self.complete = True
        """Whether those are all."""
        self._index = 0

    def ask(self) -> int:
        """A new query: forget what was found; gives its ticket."""
        self.hits = ()
        self._index = 0
        return self.ask_again()

    def ask_again(self) -> int:
        """The same query, since more is known: what was found stays until there is an answer."""
        self.ticket += 1
        self.complete = False
        return self.ticket

    def found(self, hits: Sequence[Span], *, complete: bool = True) -> None:
        """All matches so far; the current one stays."""
        self.complete = complete
        at = self.current.start if self.current is not None else self.origin
        self.hits = hits
        self._index = bisect_left(hits, at, key=_start) % len(hits) if hits else 0

    def step(self, step: int) -> Span | None:
        """To the next match, or one before; round the end."""
        if self.hits:
            self._index = (self._index + step) % len(self.hits)
        return self.current

    def go_to(self, hit: Span) -> None:
        """To this match, if it is one."""
        at = bisect_left(self.hits, hit.start, key=_start)
        if at < len(self.hits) and self.hits[at] == hit:
            self._index = at

    @property
    def current(self) -> Span | None:
        return self.hits[self._index] if self.hits else None

    @property
    def count(self) -> tuple[int, int]:
        """Which match of how many, from 1; (0, 0) for none."""
        return (self._index + 1, len(self.hits)) if self.hits else (0, 0)
