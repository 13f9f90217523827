"""The key under which a word is looked up: spelling without what writers vary."""

from __future__ import annotations

from functools import lru_cache

from reader.text.fold import Folding, fold

_SOUNDS = str.maketrans("ڤپگ", "فبج")
"""Letters for foreign sounds, and what they are written with where a keyboard lacks them."""


@lru_cache(maxsize=1 << 16)
def key(word: str) -> str:
    """`word` without marks and tatweel, with one alef, one ya and one ha: «إسطنبولَ» and «اسطنبول» are one."""
    return fold(word, Folding.NAMES | Folding.CASE).text.translate(_SOUNDS)


def keys(words: str) -> frozenset[str]:
    """The keys of words written apart by spaces."""
    return frozenset(map(key, words.split()))
