"""Numbers above and below the line, as a page sets them by mark-up, in characters that are apart in plain text too.

Without them a note or a power melts into the number before it: «عام 2010<sup>3</sup>» is no year 20103.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from reader.text.arabic import Digits, to_digits

if TYPE_CHECKING:
    from collections.abc import Mapping

_SIGNS: Final = "0123456789+-−=()"
_TABLES: Final[Mapping[str, dict[int, int]]] = {
    "sup": str.maketrans(_SIGNS, "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾"),
    "sub": str.maketrans(_SIGNS, "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎"),
}
TAGS: Final = frozenset(_TABLES)
"""What HTML calls text above the line, and below it."""
_NUMBERS: Final = re.compile(r"[\d+\-−=()،,*/– ]+")


def raised(text: str, tag: str) -> str:
    """`text` within the element called `tag`: numbers and their signs as Unicode has them for this place, anything
    else («20<sup>th</sup>», «[12]») as it is."""
    return to_digits(text, Digits.LATIN).translate(_TABLES[tag]) if _NUMBERS.fullmatch(text) else text


def raise_last(said: list[str], start: int, tag: str) -> None:
    """The pieces of a line from `start` on have been said within such an element."""
    said[start:] = [raised("".join(said[start:]), tag)]
