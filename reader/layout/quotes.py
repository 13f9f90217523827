"""Quotation marks: which way they face, and how they are shown among right-to-left letters."""

from __future__ import annotations

import unicodedata

_OPENING_IN_PRINT = {"“": "”", "”": "”", "‘": "’", "’": "’"}
_CLOSING_IN_PRINT = {"“": "“", "”": "“", "‘": "‘", "’": "‘"}
_OPENING = frozenset({"Ps", "Pi"})


def opens(text: str, index: int) -> bool | None:
    """Whether the quotation mark at `index` opens a quotation (True) or closes one (False).

    Seen from what it touches, since many type ” first in Arabic, and straight marks tell nothing; the
    character itself decides only between two spaces, and leaves a straight mark undecided there (None). After
    an attached «و» the mark opens.
    """
    before = text[index - 1 : index] if index else ""
    after = text[index + 1 : index + 2]
    parted_before, parted_after = not before.strip(), not after.strip()
    if parted_before != parted_after:
        return parted_before
    if parted_before:
        return {"Pi": True, "Pf": False}.get(unicodedata.category(text[index]))
    return after.isalnum() or unicodedata.category(after) in _OPENING


def in_print(text: str, index: int) -> str | None:
    """The curly quote at `index` right-to-left, where Unicode does not mirror it; None where there is none.

    Both marks curl towards the words they enclose, as Arabic print has them: ” at their right, “ at their left,
    whichever of the two the writer typed there.
    """
    char = text[index]
    if char not in _OPENING_IN_PRINT:
        return None
    return (_OPENING_IN_PRINT if opens(text, index) else _CLOSING_IN_PRINT)[char]
