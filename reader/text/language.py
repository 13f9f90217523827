"""Which language a text is most likely in, as far as a reader for Arabic must know."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from reader.text.arabic import LETTERS

ARABIC: Final = "ar"
UNKNOWN: Final = "und"
"""BCP 47: a language that nobody has determined."""

_LOOKED_AT: Final = 20_000
"""Characters of the beginning that are looked at."""
_SHARE: Final = 0.015
"""Share of letters that Arabic does not write from which a text is in another language: in Persian and Urdu it is
a tenth, in Arabic with foreign names («ڤيينا») under a hundredth."""
_ARABIC: Final = re.compile(f"[{LETTERS}]")
_ANY: Final = re.compile(r"[^\W\d_]")
_OTHERS: Final = {"ur": "ٹڈڑںےہھ", "ckb": "ڕڵێۆە", "fa": "پچژگکی"}
"""Letters that show a language; one that others share counts for those first that write more of their own."""


def guess(text: str) -> str:
    """The BCP 47 code of the language of `text`: Arabic, Urdu, Sorani Kurdish, Persian, or UNKNOWN where most
    letters are of another script. A text without letters counts as Arabic."""
    head = text[:_LOOKED_AT]
    letters, arabic = len(_ANY.findall(head)), len(_ARABIC.findall(head))
    if 2 * arabic < letters:
        return UNKNOWN
    seen = Counter(head)
    for language, own in _OTHERS.items():
        if sum(seen[letter] for letter in own) > _SHARE * arabic:
            return language
    return ARABIC
