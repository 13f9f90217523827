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
"""Share of the letters from which those of one language show it: in Persian and Urdu their own are a tenth, in
Arabic with foreign names («ڤيينا») they are under a hundredth."""
_ARABIC: Final = re.compile(f"[{LETTERS}]")
_ANY: Final = re.compile(r"[^\W\d_]")
_OWN: Final = {"ar": "ةإ", "ur": "ٹڈڑںےہھ", "ckb": "ڕڵێۆ", "ug": "ۇۈۋڭ", "ps": "ټډړښځڅۍ", "fa": "پچژگکی"}
"""Letters that show a language. Arabic comes first, since it is also typed with the kaf and ya of Persian, and
Persian last, since others share its letters."""


def guess(text: str) -> str:
    """The BCP 47 code of the language of `text`: Arabic, Urdu, Sorani, Uyghur, Pashto, Persian, or UNKNOWN where
    most letters are of another script. A text without letters counts as Arabic."""
    head = text[:_LOOKED_AT]
    letters, arabic = len(_ANY.findall(head)), len(_ARABIC.findall(head))
    if 2 * arabic < letters:
        return UNKNOWN
    seen = Counter(head)
    shown = (code for code, own in _OWN.items() if sum(seen[letter] for letter in own) > _SHARE * arabic)
    return next(shown, ARABIC)
