"""The key under which a word is looked up: spelling without what writers vary."""

from __future__ import annotations

from functools import lru_cache

from reader.text.fold import Folding, fold

_SOUNDS = str.maketrans("ڤپگ", "فبج")
"""Letters for foreign sounds, and what they are written with where a keyboard lacks them."""
_ALI = "علي"
"""The one given name that a preposition («على») would fold to."""


@lru_cache(maxsize=1 << 16)
def key(word: str) -> str:
    """`word` without marks and tatweel, with one alef, one ya and one ha: «إسطنبولَ» and «اسطنبول» are one."""
    folded = fold(word, Folding.NAMES | Folding.CASE).text.translate(_SOUNDS)
    return folded[:-1] + "ى" if folded.endswith(_ALI) and word.endswith("ى") else folded


def name_keys(name: str) -> tuple[str, ...]:
    """The keys of the words of a name, those of a compound apart: by them it is looked up."""
    return tuple(key(word) for word in name.replace("-", " ").split())


def keys(words: str) -> frozenset[str]:
    """The keys of words written apart by spaces."""
    return frozenset(map(key, words.split()))
