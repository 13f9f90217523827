"""Arabic words by their Latin spelling: «khartoum» may be «خرطوم», «samarqand» «سمرقند».

The table has what newspapers and the common systems (ALA-LC, BGN/PCGN, French usage) write for each other. It only
finds candidates: since short vowels are left out, and sounds that Arabic lacks are written in more than one way, each
is then scored against the query.
"""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LEAST: Final = 0.75
"""Likeness of two spellings (difflib's ratio) from which they may be one word."""
_SURE: Final = 0.85
"""The same for a word of one or two consonants, which much else is like."""

_ARABIC: Final = {
    "sch": "ش", "tch": "تش|ش", "sh": "ش", "ch": "تش|ش|خ|چ", "kh": "خ|ك", "gh": "غ|ج", "zh": "ج|ژ|ز",
    "th": "ث|ذ|تها?|ته|ت|ط", "dh": "ذ|ض|ظ|د", "ph": "ف", "ck": "ك", "ts": "تس|تز|ز|س", "tz": "تس|تز|ز|س",
    "dj": "ج|دج", "ng": "نغ|نج|نك|ن", "b": "ب", "p": "ب|پ", "t": "ت|ط", "j": "ج|ي|خ|ژ", "g": "ج|غ|ق|گ|ك",
    "h": "ه|ح|خ", "d": "د|ض", "r": "ر", "z": "ز|ظ|ذ", "s": "س|ص|ز", "f": "ف", "v": "ف|ڤ|و", "q": "ق|ك",
    "k": "ك|ق|خ", "c": "ك|س|ق", "x": "كس|خ|س", "l": "ل", "m": "م", "n": "ن",
}  # fmt: skip
"""Consonants of a Latin spelling, and what may stand for them in folded Arabic."""
_UNIT: Final = re.compile(rf"({'|'.join(_ARABIC)})\1?|[aeiouyw'’]+|(.)")
_VOWELS: Final = "[اويعء]"
_LAST_VOWELS: Final = "[اويعءه]"
_BEFORE: Final = "(?:[وف]?لل|[وف]?[بكل]?(?:ال)?)??"
"""Particles and article: rather none, since a name may begin like one («واشنطن»)."""

_SOUND_OF: Final = {
    **dict.fromkeys("اعء", "a"), **dict.fromkeys("وou", "u"), **dict.fromkeys("يiey", "i"), **dict.fromkeys("بپp", "b"),
    **dict.fromkeys("تطثt", "t"), **dict.fromkeys("جغگjg", "g"), **dict.fromkeys("دذضظd", "d"), "ق": "q", "ك": "k",
    "خ": "x", "ش": "$", "چ": "$", "ر": "r", "ز": "z", "ژ": "g", **dict.fromkeys("سصs", "s"),
    **dict.fromkeys("حهh", "h"), **dict.fromkeys("فڤvf", "f"), "ل": "l", "م": "m", "ن": "n", "w": "u", "c": "k",
}  # fmt: skip
_SOUNDS: Final = str.maketrans(_SOUND_OF)
_DIGRAPHS: Final = {"sch": "$", "tch": "$", "sh": "$", "ch": "$", "تش": "$", "kh": "x", "gh": "g", "zh": "g", "th": "t",
                    "ته": "t", "dh": "d", "ph": "f", "ck": "k", "ts": "s", "tz": "s", "تس": "s", "تز": "s", "dj": "g",
                    "x": "ks", "دج": "g"}  # fmt: skip
_DIGRAPH: Final = re.compile("|".join(_DIGRAPHS))
_TWICE: Final = re.compile(r"(.)\1")


def words_of(query: str) -> list[str]:
    """The Latin words of a query, their accents and capitals gone; none unless it has such words and nothing else."""
    bare = "".join(char for char in unicodedata.normalize("NFD", query.casefold()) if not unicodedata.combining(char))
    words = re.split(r"[\s\-]+", bare.strip())
    return words if all(re.fullmatch("[a-z][a-z'’]+", word) for word in words) else []


class Sounding:
    """Where Latin words (`words_of`) may stand in a folded Arabic text, each as a whole word."""

    def __init__(self, words: Sequence[str]) -> None:
        self._words = words
        self._pattern = re.compile(r"\s+".join(map(_in_arabic, words)))

    def places(self, text: str) -> Iterator[tuple[int, int]]:
        """Start and end of each, without the particles and the article before it."""
        for match in self._pattern.finditer(text):
            if all(map(alike, self._words, match.groups())):
                yield match.start(1), match.end()


def _in_arabic(word: str) -> str:
    """What `word` may look like in folded Arabic, as a whole word; the group is that without particles and article."""
    units = list(_UNIT.finditer(word))
    parts = (_unit(unit, first=not index, last=index + 1 == len(units)) for index, unit in enumerate(units))
    return rf"(?<!\w){_BEFORE}({''.join(parts)})(?!\w)"


def _unit(unit: re.Match[str], *, first: bool, last: bool) -> str:
    if unit[1]:
        # A last h is often no sound: «Khadijah».
        return f"(?:{_ARABIC[unit[1]]})" + ("?" if last and unit[1] == "h" else "")
    if first:
        return f"{_VOWELS}{{1,3}}"
    return f"{_LAST_VOWELS}{{0,3}}" if last else f"{_VOWELS}{{0,3}}"


@lru_cache(maxsize=1 << 14)
def alike(latin: str, arabic: str) -> bool:
    """Whether a Latin word and a folded Arabic one with its consonants sound as one."""
    one, other = _sounds(latin), _sounds(arabic)
    consonants = len(re.sub("[aiu]", "", one))
    least = LEAST if consonants > 2 else _SURE
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= least


def begin_in(words: Sequence[str], text: str) -> bool:
    """Whether each Latin word (`words_of`) sounds like the beginning of some word of a folded Arabic text; by their
    consonants alone, as one types."""
    there = [_consonants(word.removeprefix("ال")) for word in text.split()]
    return all(any(one.startswith(_consonants(word)) for one in there) for word in words)


@lru_cache(maxsize=1 << 14)
def _consonants(word: str) -> str:
    return re.sub("[aiu]", "", _sounds(word))


def _sounds(word: str) -> str:
    word = re.sub("(?<=.)ه$", "a", word)
    sounds = _DIGRAPH.sub(lambda match: _DIGRAPHS[match[0]], word).translate(_SOUNDS)
    return _TWICE.sub(r"\1", sounds.replace("'", "").replace("’", ""))
