"""The text as it is shown: as many code points as the text itself, each in its place.

Nothing here touches `Document.text`; whatever is exchanged is exchanged for the eye only.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from reader.layout.direction import Direction
from reader.text.arabic import Digits, to_digits
from reader.text.controls import visible

GLUE = "\u2060"
"""Stands for a soft hyphen, which shows nothing: words are not hyphenated. WORD JOINER allows no break."""

_LINE_END = re.compile(r"(?<![ \t])[ \t]*[\n\r\x85\u2028\u2029][ \t\v\f\n\r\x85\u2028\u2029]*")
_INDENT = re.compile(r"[ \t\u00a0]+")
_UNASSIGNED = re.compile(
    "[\u2065\ufdd0-\ufdef\ufff0-\ufff8\U000e0000\U000e0002-\U000e001f\U000e0080-\U000e00ff\U000e01f0-\U000e0fff"
    + "".join(chr(plane + 0xFFFE) + chr(plane + 0xFFFF) for plane in range(0, 0x110000, 0x10000))
    + "]"
)
"""Noncharacters and the unassigned code points of class BN: ordering would drop them, yet they take a cell."""

_SOFT_HYPHEN = "\u00ad"


@dataclass(frozen=True, slots=True)
class PageOptions:
    """What a reader chooses about the letters on the page."""

    tashkeel: bool = True
    """Whether vowel signs are shown."""
    digits: Digits = Digits.AS_IS
    direction: Direction = Direction.MAJORITY
    justify: bool = False
    """Whether rows of prose get two straight margins."""
    spacing: int = 0
    """Blank rows after each row."""


DEFAULT_OPTIONS = PageOptions()


class View(NamedTuple):
    """A paragraph as it is shown."""

    text: str
    unseen: frozenset[int]
    """Where white space takes no cell, though `text` has a space there."""


def view(text: str, options: PageOptions, *, indented: bool = False) -> View:
    """`text`, one paragraph, as it is shown.

    A line end with the white space around it shows as one space, white space at the start as none unless the
    text is `indented`; controls are signs, digits as the options say.
    """
    unseen: set[int] = set()
    indent = None if indented else _INDENT.match(text)
    if indent:
        unseen.update(range(indent.end()))
    for end in _LINE_END.finditer(text):
        unseen.update(range(end.start() + 1, end.end()))
    shown = _LINE_END.sub(lambda end: " " * len(end[0]), text)
    shown = _UNASSIGNED.sub("\ufffd", visible(shown)).replace(_SOFT_HYPHEN, GLUE)
    return View(to_digits(shown, options.digits), frozenset(unseen))
