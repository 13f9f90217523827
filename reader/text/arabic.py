"""The Arabic script: which characters are letters, marks, digits and punctuation, and which nobody sees.

The class constants (`LETTERS`, `MARKS` …) are bodies of a character class, for use between brackets in a
regular expression; the sets are `frozenset`s of single characters.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

TATWEEL: Final = "\u0640"
ZWNJ: Final = "\u200c"
ZWJ: Final = "\u200d"

LETTERS: Final = (
    "\u0620-\u063f\u0641-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06fc\u06ff"
    "\u0750-\u077f\u0870-\u0887\u0889-\u088e\u08a0-\u08c8"
    "\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufd8f\ufd92-\ufdc7\ufdf0-\ufdfb\ufe70-\ufe74\ufe76-\ufefc"
)
"""Letters of every language in Arabic script, presentation forms included, tatweel left out."""

PRESENTATION_FORMS: Final = "\ufb50-\ufdff\ufe70-\ufeff"
"""The blocks of joined forms for the sake of old encodings; not all in them is a letter."""

HARAKAT: Final = "\u064b-\u0653\u0656-\u065e\u0670"
"""Vowel signs, shadda, sukun, madda, superscript alef. The hamzas U+0654, U+0655 and U+065F are letters' parts."""

QURANIC_MARKS: Final = "\u0610-\u061a\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0898-\u089f\u08c9-\u08e1\u08e3-\u08ff"
"""Recitation and annotation marks, among them the small waw and yeh (U+06E5, 06E6, 08C9), which take a cell."""

HAMZA_MARKS: Final = "\u0654\u0655\u065f"

TASHKEEL: Final = HARAKAT + QURANIC_MARKS
"""What may be left out in writing without changing the letters."""

MARKS: Final = (
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
    "\u0898-\u089f\u08ca-\u08e1\u08e3-\u08ff"
)
"""Everything in the script that rides on the letter before it (general category Mn)."""

ISOLATES: Final = "\u2066-\u2069"
BIDI_CONTROLS: Final = f"\u061c\u200e\u200f\u202a-\u202e{ISOLATES}"

INVISIBLE: Final = f"{BIDI_CONTROLS}{ZWNJ}{ZWJ}\u00ad\u034f\u180e\u200b\u2060-\u2064\u206a-\u206f\ufe00-\ufe0f\ufeff"
"""What takes no cell and says nothing of its own: controls, joiners, soft hyphen, variation selectors."""

RIDING: Final = f"{MARKS}\u06e5\u06e6\u08c9{TATWEEL}{INVISIBLE}"
"""What stands in a word and is none of its letters: all marks, tatweel, what nobody sees."""

ARAB_DIGITS: Final = "٠١٢٣٤٥٦٧٨٩"
PERSIAN_DIGITS: Final = "۰۱۲۳۴۵۶۷۸۹"
LATIN_DIGITS: Final = "0123456789"

OPENING: Final = frozenset("«‹“‘„‚([{﴿$€£#")
"""Marks that no line may end with. In logical order U+FD3F opens a verse of the Quran and U+FD3E closes it."""

CLOSING: Final = frozenset("،؛؟٪؉؊٫٬۔.!:,;?%‰…»›”’)]}﴾°′″‼⁇⁈⁉")
"""Marks that no line may begin with."""


class Digits(StrEnum):
    """The family that digits are shown in; the value is what the command line takes."""

    AS_IS = "as-is"
    ARAB = "arab"
    LATIN = "latin"


_TO_FAMILY: Final = {
    Digits.AS_IS: {},
    Digits.ARAB: str.maketrans(PERSIAN_DIGITS + LATIN_DIGITS, ARAB_DIGITS * 2),
    Digits.LATIN: str.maketrans(PERSIAN_DIGITS + ARAB_DIGITS, LATIN_DIGITS * 2),
}
_LOOKED_AT: Final = 20_000
"""Characters that show which digits a text is written with."""
_SEPARATOR = re.compile(r"(?<=\d)[٫٬](?=\d)")
_TASHKEEL = re.compile(f"[{TASHKEEL}]+")
_MARKS = re.compile(f"[{MARKS}]+")
_LETTER = re.compile(f"[{LETTERS}]")


def to_digits(text: str, digits: Digits) -> str:
    """`text` with its digits in the family `digits`: as many code points as before, each in its place.

    Into Latin digits the Arabic separators between two digits (٫ decimal, ٬ thousands) follow. The way back
    is not taken: a full stop between digits may as well number a section.
    """
    shown = text.translate(_TO_FAMILY[digits])
    if digits is Digits.LATIN:
        shown = _SEPARATOR.sub(lambda separator: "." if separator[0] == "٫" else ",", shown)
    return shown


def family_of(text: str) -> Digits:
    """The family that most digits in the head of `text` are of; AS_IS where there are none."""
    head = text[:_LOOKED_AT]
    arab = sum(map(head.count, ARAB_DIGITS + PERSIAN_DIGITS))
    latin = sum(map(head.count, LATIN_DIGITS))
    if not arab and not latin:
        return Digits.AS_IS
    return Digits.ARAB if arab >= latin else Digits.LATIN


def strip_tashkeel(text: str) -> str:
    """`text` without vowel signs and recitation marks; hamzas and tatweel stay. Offsets change."""
    return _TASHKEEL.sub("", text)


def strip_marks(text: str) -> str:
    """`text` without anything that rides on a letter and takes no cell of its own. Offsets change."""
    return _MARKS.sub("", text)
