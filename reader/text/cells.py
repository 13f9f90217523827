"""How many terminal cells a piece of text takes.

The rule is that of `wcwidth`, which most terminals and Rich follow: UAX #11 wide and fullwidth characters
take two cells, marks and format characters none, everything else one. Letters that fonts draw far wider,
such as U+FDFD ﷽, are one cell too: a terminal advances by one whatever its font draws.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from reader.text.arabic import LETTERS
from reader.text.clusters import is_pictograph

_PLAIN = re.compile(f"[ -~\u00a1-\u00ac\u00ae-\u02ff\u060c\u061b\u061f\u0660-\u066d{LETTERS}]*")
DRAWN_FORMATS = frozenset(
    "\u00ad\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
)
"""Of general category Cf, yet they take a cell by that rule: the soft hyphen, and Prepended_Concatenation_Mark. VTE,
Konsole, kitty and Alacritty give them none, so that none of them is to be drawn (`shape`)."""

_NO_CELL = frozenset({"Mn", "Me", "Mc", "Cf", "Cc", "Zl", "Zp", "Cs"})
_ZWJ, _EMOJI_STYLE = "\u200d", "\ufe0f"


def width(text: str) -> int:
    """The cells that `text` takes; a control character, which must not be printed at all, counts as none.

    A joined emoji sequence is as wide as its first picture; U+FE0F makes a narrow picture wide.
    """
    if _PLAIN.fullmatch(text):
        return len(text)
    if _ZWJ in text or _EMOJI_STYLE in text:
        return _sequence_width(text)
    return sum(map(_character_width, text))


def _sequence_width(text: str) -> int:
    cells = 0
    before = picture = ""
    for ch in text:
        if ch == _EMOJI_STYLE:
            cells += bool(picture) and _character_width(picture) == 1
            picture = ""
        elif before == _ZWJ and is_pictograph(ch):
            picture = ""
        else:
            cells += _character_width(ch)
            picture = ch if is_pictograph(ch) or ch in "0123456789#*" else ""
        before = ch
    return cells


@lru_cache(maxsize=4096)
def _character_width(ch: str) -> int:
    if ch in DRAWN_FORMATS:
        return 1
    if unicodedata.category(ch) in _NO_CELL or _is_conjoining(ch):
        return 0
    return 2 if unicodedata.east_asian_width(ch) in "WF" else 1


def _is_conjoining(ch: str) -> bool:
    """Hangul vowels, finals and fillers, drawn into the syllable before, and the skin tones of emoji."""
    return (
        "\u1160" <= ch <= "\u11ff"
        or "\ud7b0" <= ch <= "\ud7fb"
        or ch in "\u3164\uffa0"
        or "\U0001f3fb" <= ch <= "\U0001f3ff"
    )
