"""Extended grapheme clusters: what a reader takes for one character (UAX #29, Unicode 15.0).

The break properties are derived from the interpreter's own character database, so that a newer Python knows
newer characters; only what general categories cannot tell is listed here (GraphemeBreakProperty.txt,
emoji-data.txt). The conjunct rule GB9c of Unicode 15.1, for Indic scripts, is not applied.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from enum import IntEnum, auto
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from reader.text.arabic import LETTERS, MARKS, ZWJ, ZWNJ
from reader.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator


class Break(IntEnum):
    """Grapheme_Cluster_Break, with Extended_Pictographic as one more value: no character has both."""

    OTHER = auto()
    CR = auto()
    LF = auto()
    CONTROL = auto()
    EXTEND = auto()
    ZWJ = auto()
    SPACING_MARK = auto()
    PREPEND = auto()
    REGIONAL_INDICATOR = auto()
    PICTOGRAPH = auto()
    HANGUL_L = auto()
    HANGUL_V = auto()
    HANGUL_T = auto()
    HANGUL_LV = auto()
    HANGUL_LVT = auto()


_SINGLE: Final = {"\r": Break.CR, "\n": Break.LF, ZWJ: Break.ZWJ, ZWNJ: Break.EXTEND}
_EXTEND = re.compile(
    "[\u09be\u09d7\u0b3e\u0b57\u0bbe\u0bd7\u0cc2\u0cd5\u0cd6\u0d3e\u0d57\u0dcf\u0ddf\u1b35\u302e\u302f\uff9e\uff9f"
    "\U0001133e\U00011357\U000114b0\U000114bd\U000115af\U00011930\U0001d165\U0001d16e-\U0001d172"
    "\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]"
)
_NO_SPACING_MARK = re.compile(
    "[\u102b\u102c\u1038\u1062-\u1064\u1067-\u106d\u1083\u1087-\u108c\u108f\u109a-\u109c\u1a61\u1a63\u1a64"
    "\uaa7b\uaa7d\U00011720\U00011721]"
)
_PREPENDED: Final = (
    "\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u0d4e\U000110bd\U000110cd\U000111c2\U000111c3\U0001193f"
    "\U00011941\U00011a3a\U00011a84-\U00011a89\U00011d46\U00011f02"
)
_PREPEND = re.compile(f"[{_PREPENDED}]")
_PICTOGRAPHS: Final = (
    "00A9 00AE 203C 2049 2122 2139 2194-2199 21A9-21AA 231A-231B 2328 2388 23CF 23E9-23F3 23F8-23FA 24C2 "
    "25AA-25AB 25B6 25C0 25FB-25FE 2600-2605 2607-2612 2614-2685 2690-2705 2708-2712 2714 2716 271D 2721 2728 "
    "2733-2734 2744 2747 274C 274E 2753-2755 2757 2763-2767 2795-2797 27A1 27B0 27BF 2934-2935 2B05-2B07 "
    "2B1B-2B1C 2B50 2B55 3030 303D 3297 3299 1F000-1F0FF 1F10D-1F10F 1F12F 1F16C-1F171 1F17E-1F17F 1F18E "
    "1F191-1F19A 1F1AD-1F1E5 1F201-1F20F 1F21A 1F22F 1F232-1F23A 1F23C-1F23F 1F249-1F3FA 1F400-1F53D "
    "1F546-1F64F 1F680-1F6FF 1F774-1F77F 1F7D5-1F7FF 1F80C-1F80F 1F848-1F84F 1F85A-1F85F 1F888-1F88F "
    "1F8AE-1F8FF 1F90C-1F93A 1F93C-1F945 1F947-1FAFF 1FC00-1FFFD"
)
"""Extended_Pictographic of Unicode 15.0, unassigned code points kept for pictures included."""

_PICTOGRAPH_EDGES: Final = [
    edge
    for first, _, last in (entry.partition("-") for entry in _PICTOGRAPHS.split())
    for edge in (int(first, 16), int(last or first, 16) + 1)
]

PLAIN: Final = (
    f" -~\u00a1-\u00a8\u00aa-\u00ac\u00af-\u02ff\u060c\u061b\u061d-\u061f\u0640\u0660-\u066d\u06d4\u06f0-\u06f9"
    f"{LETTERS}\u2010-\u2027\u2030-\u203b"
)
"""Body of a character class: characters that bind nothing but marks, and only a Prepend before them."""

_RIDING: Final = f"{MARKS}{ZWNJ}{ZWJ}"
_PLAIN_RUN = re.compile(f"[{PLAIN}][{PLAIN}{_RIDING}]*(?![^{PLAIN}])")
_PLAIN_CLUSTER = re.compile(f"[{PLAIN}][{_RIDING}]*")
_OTHER_RUN = re.compile(f"[{PLAIN}]?[^{PLAIN}]*(?:(?<=[{_PREPENDED}])[{PLAIN}][^{PLAIN}]*)*")
"""Up to the next plain character that surely begins a cluster: not one behind a Prepend."""


def is_pictograph(ch: str) -> bool:
    """Whether the one character `ch` is an emoji or may become one (Extended_Pictographic)."""
    return bisect_right(_PICTOGRAPH_EDGES, ord(ch)) % 2 == 1


@lru_cache(maxsize=4096)
def break_property(ch: str) -> Break:
    """The Grapheme_Cluster_Break value of the one character `ch`."""
    if ch in _SINGLE:
        return _SINGLE[ch]
    if _PREPEND.match(ch):
        return Break.PREPEND
    category = unicodedata.category(ch)
    if category in {"Mn", "Me"} or _EXTEND.match(ch):
        return Break.EXTEND
    if category in {"Cc", "Cf", "Zl", "Zp", "Cs"}:
        return Break.CONTROL
    if (category == "Mc" and not _NO_SPACING_MARK.match(ch)) or ch in "\u0e33\u0eb3":
        return Break.SPACING_MARK
    if "\U0001f1e6" <= ch <= "\U0001f1ff":
        return Break.REGIONAL_INDICATOR
    if is_pictograph(ch):
        return Break.PICTOGRAPH
    return _hangul(ch)


def _hangul(ch: str) -> Break:
    if "\u1100" <= ch <= "\u115f" or "\ua960" <= ch <= "\ua97c":
        return Break.HANGUL_L
    if "\u1160" <= ch <= "\u11a7" or "\ud7b0" <= ch <= "\ud7c6":
        return Break.HANGUL_V
    if "\u11a8" <= ch <= "\u11ff" or "\ud7cb" <= ch <= "\ud7fb":
        return Break.HANGUL_T
    if "\uac00" <= ch <= "\ud7a3":
        return Break.HANGUL_LV if (ord(ch) - 0xAC00) % 28 == 0 else Break.HANGUL_LVT
    return Break.OTHER


_ENDS_CLUSTER: Final = frozenset({Break.CR, Break.LF, Break.CONTROL})
_CONTINUES: Final = frozenset({Break.EXTEND, Break.ZWJ, Break.SPACING_MARK})
_HANGUL_PAIRS: Final = frozenset(
    {(Break.HANGUL_L, after) for after in (Break.HANGUL_L, Break.HANGUL_V, Break.HANGUL_LV, Break.HANGUL_LVT)}
    | {(before, after) for before in (Break.HANGUL_LV, Break.HANGUL_V) for after in (Break.HANGUL_V, Break.HANGUL_T)}
    | {(before, Break.HANGUL_T) for before in (Break.HANGUL_LVT, Break.HANGUL_T)}
)


def clusters(text: str) -> list[Span]:
    """The extended grapheme clusters of `text`: they follow each other without gap and cover all of it."""
    spans: list[Span] = []
    place = 0
    while place < len(text):
        if run := _PLAIN_RUN.match(text, place):
            spans += [Span._make(found.span()) for found in _PLAIN_CLUSTER.finditer(text, place, run.end())]
            place = run.end()
        else:
            end = _end_of_other_run(text, place)
            spans += _by_rules(text, place, end)
            place = end
    return spans


def _end_of_other_run(text: str, place: int) -> int:
    run = _OTHER_RUN.match(text, place)
    return run.end() if run else len(text)


def _by_rules(text: str, start: int, end: int) -> Iterator[Span]:
    before = break_property(text[start])
    pictograph = before is Break.PICTOGRAPH
    indicators = before is Break.REGIONAL_INDICATOR
    for place in range(start + 1, end):
        after = break_property(text[place])
        if not _joined(before, after, pictograph=pictograph, odd_indicators=indicators):
            yield Span(start, place)
            start = place
        if after is Break.PICTOGRAPH:
            pictograph = True
        elif after not in (Break.EXTEND, Break.ZWJ):
            pictograph = False
        indicators = after is Break.REGIONAL_INDICATOR and not (before is after and indicators)
        before = after
    yield Span(start, end)


def _joined(before: Break, after: Break, *, pictograph: bool, odd_indicators: bool) -> bool:
    """Whether no boundary parts two neighbours; `pictograph`: a picture and its extenders end with `before`."""
    if before in _ENDS_CLUSTER or after in _ENDS_CLUSTER:  # GB3, GB4, GB5
        return before is Break.CR and after is Break.LF
    if after in _CONTINUES or before is Break.PREPEND:  # GB9, GB9a, GB9b
        return True
    if before is Break.ZWJ and after is Break.PICTOGRAPH:  # GB11
        return pictograph
    if before is after is Break.REGIONAL_INDICATOR:  # GB12, GB13
        return odd_indicators
    return (before, after) in _HANGUL_PAIRS  # GB6, GB7, GB8
