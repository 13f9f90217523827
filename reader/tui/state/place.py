"""Where one was in a text, found again in another version of it."""

from __future__ import annotations

WORDS = 60
"""Code points by which a place is known again."""


def place_again(text: str, position: int, other: str) -> int:
    """Where in `other` the words stand that are at `position` of `text`: of several places the one nearest to it, and
    where they are no more, as great a part of the way."""
    words = text[position : position + WORDS].strip()
    if not words or position == 0:
        return 0
    before = other.rfind(words, 0, position + len(words))
    after = other.find(words, position)
    found = [place for place in (before, after) if place >= 0]
    return min(found, key=lambda place: abs(place - position), default=position * len(other) // len(text))
