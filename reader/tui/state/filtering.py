"""Narrowing a list by typing: what has been typed, and which rows it leaves."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from reader.text import latin
from reader.text.fold import fold
from reader.text.segment import clusters

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST = 60
"""Characters of a filter; more is a slip of the clipboard."""


class Filter:
    """`typing` while keys go into it; it narrows the list until it is cleared."""

    def __init__(self) -> None:
        self.text = ""
        self.typing = False

    def __bool__(self) -> bool:
        """Whether there is anything to show of it."""
        return self.typing or bool(self.text)

    def type(self, text: str) -> None:
        self.text = (self.text + text)[:LONGEST]

    def erase(self) -> None:
        """Take the last letter off, marks and all."""
        parts = clusters(self.text)
        self.text = self.text[: parts[-1].start] if parts else ""

    def close(self) -> None:
        self.text = ""
        self.typing = False

    def admits(self, names: Iterable[str]) -> bool:
        """Whether one of these names holds what was typed, spelling and vowel marks aside, or sounds like it where that
        is Latin («sam» for «سمرقند»)."""
        wanted = folded(self.text.strip())
        if not wanted:
            return True
        spelled = [folded(name) for name in names]
        words = latin.words_of(self.text)
        return any(wanted in name for name in spelled) or (
            bool(words) and any(latin.begin_in(words, name) for name in spelled)
        )


@lru_cache(maxsize=1 << 14)
def folded(name: str) -> str:
    """A name as it is compared; remembered, since a list is narrowed again with every key."""
    return fold(name).text
