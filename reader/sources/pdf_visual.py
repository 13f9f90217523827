"""Text in visual order, as a page is drawn, back into the order in which it is read; and how a file is drawn."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from reader.text.bidi import mirror

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_NUMBERS = ("EN", "AN")
_STRONG = ("L", "R", "AL")
_FINAL = "ةى"
_PAIRED = re.compile(r"\([^()]*\)|«[^«»]*»")
_CROSSED = re.compile(r"\)[^()]*\(|»[^«»]*«")


class Habits(NamedTuple):
    """What holds for a whole file, as its producer writes."""

    rtl: bool
    """Most of the text goes right to left."""
    turned: frozenset[bool] = frozenset((False,))
    """Where the letters of a ligature come last letter first: in words that come so themselves (False), in
    those that do not (True), in both or in none (`turned_ligatures` tells)."""
    mirrored: bool = True
    """A bracket is what it looks like, and not what was written."""
    drawn_forwards: bool = False
    """By mistake the words were drawn left to right, first letter first, so that nobody can read the page."""


def crossed_brackets(text: str) -> int:
    """How many more brackets close before they open than after."""
    return len(_CROSSED.findall(text)) - len(_PAIRED.findall(text))


def backward_words(text: str) -> int:
    """How many more words begin than end in a letter that only ends words."""
    words = text.split()
    return sum((word[0] in _FINAL) - (word[-1] in _FINAL) for word in words if len(word) > 2)


def is_rtl(text: str) -> bool:
    """Whether more letters of `text` go right to left than left to right."""
    classes = [unicodedata.bidirectional(char) for char in text]
    return classes.count("AL") + classes.count("R") > classes.count("L")


def logical(visual: list[str], habits: Habits) -> str:
    """Text that is in visual order, left to right, in the order in which it is read: the inverse of UAX #9
    for one line without embeddings."""
    if habits.drawn_forwards:
        return "".join(visual)
    classes = [unicodedata.bidirectional(text[0]) for text in visual]
    if not habits.rtl or not any(kind in ("R", "AL") for kind in classes):
        return "".join(_turned(visual, classes, habits))
    found: list[str] = []
    index = len(visual) - 1
    runs = dict(_ltr_runs(classes))
    while index >= 0:
        start = runs.get(index, index + 1)
        if start <= index:
            found += visual[start : index + 1]
            index = start - 1
        else:
            found.append((habits.mirrored and mirror(visual[index])) or visual[index])
            index -= 1
    return "".join(found)


def _ltr_runs(classes: list[str]) -> Iterator[tuple[int, int]]:
    """The stretches of a right-to-left line that go left to right: the last index of each, and its first."""
    strong = list(classes)
    for index in range(len(classes) - 2, -1, -1):
        strong[index] = classes[index] if classes[index] in _STRONG else strong[index + 1]
    start = 0
    while start < len(classes):
        if classes[start] == "L":
            end = _latin_end(classes, start)
        elif strong[start] == "AL":  # the last letter read before it is Arabic
            end = _arabic_number_end(classes, start)
        else:
            end = _number_end(classes, start)
        if end >= start:
            yield end, start
        start = max(start, end) + 1


def _latin_end(classes: list[str], start: int) -> int:
    """Latin letters and European numbers behind them, with what stands between."""
    end = start
    for index in range(start, len(classes)):
        unit = classes[index] == "ET" and index == end + 1 and classes[end] in ("EN", "ET")
        if unit or classes[index] in ("L", "EN"):
            end = index
        elif classes[index] in ("R", "AL", "AN"):
            break
    return end


def _arabic_number_end(classes: list[str], start: int) -> int:
    """The end of a number that follows an Arabic word, with the points and strokes in it; before `start` where
    there is none. Other signs (a hyphen, a percent sign) are no part of it, whatever its digits (W2)."""
    end = start - 1
    for index in range(start, len(classes)):
        if classes[index] in _NUMBERS:
            end = index
        elif index != end + 1 or index == start or classes[index] != "CS":
            break
    return end


def _number_end(classes: list[str], start: int) -> int:
    """The same of a number that follows none: its unit and its hyphens belong to it (W4, W5)."""
    end = start - 1
    for index in range(start, len(classes)):
        if classes[index] in _NUMBERS:
            end = index
        elif classes[index] == "ET":
            if index == end + 1 and index > start:
                end = index
            elif classes[index + 1 : index + 2] != ["EN"]:
                break
        elif index != end + 1 or index == start or classes[index] not in ("CS", "ES"):
            break
    return end


def _turned(visual: list[str], classes: list[str], habits: Habits) -> Iterable[str]:
    """A left-to-right line: what is right-to-left in it is turned, stretch by stretch."""
    start = 0
    while start < len(visual):
        end = start
        if classes[start] in ("R", "AL"):
            for index in range(start, len(visual)):
                if classes[index] in ("R", "AL"):
                    end = index
                elif classes[index] == "L":
                    break
            yield logical(visual[start : end + 1], habits._replace(rtl=True))
        else:
            yield visual[start]
        start = end + 1
