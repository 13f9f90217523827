"""What a word that no list knows tells by its shape."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from reader.analysis.words import lexicon
from reader.analysis.words.clitics import CONJUNCTIONS, FUTURE
from reader.analysis.words.verbs import OCCURRENCE, Flag, Form, Sense, Trigger, verb

_SHAPES: Final = (
    "است", "ان", "ات", "اف", "اق", "اخ", "اج", "اح", "اش", "اع", "اغ", "ال", "اض", "اص", "اط", "اد", "از",
)  # fmt: skip
_OBJECTS: Final = ("هما", "هم", "ها", "ه")
_LOOSE: Final = 5
"""Letters from which the shape of an unknown word tells a perfect of a derived form."""
_NOT_FUTURE: Final = (
    "سياس", "سيار", "سيطر", "سينا", "سيد", "سيول", "سينم", "ستين", "ستال", "سيره", "سيرة", "سيف", "سيل", "سير",
    "ستاد", "ستار", "ستة", "سته", "ستوك", "سيب", "سيت", "ستمئ", "ستما", "سنو", "سنة", "سند", "سنغ",
)  # fmt: skip
"""Nouns and perfects that begin like «سـ» and an imperfect."""
_NOT_IMPERFECT: Final = (
    "يابا", "يوسف", "يونا", "ياسر", "يمن", "يهود", "يوغ", "يسار", "يمين", "يحيي", "يعقوب", "يومي", "يد", "يورو",
)  # fmt: skip
_SHORT: Final = 4
"""Letters under which a shape tells nothing."""
_NO_EVENTS: Final = frozenset({Flag.TELLS, Flag.STATE})


@lru_cache(maxsize=1 << 16)
def guess(word: str, *, marbuta: bool = False) -> Trigger | None:
    """An unknown word that has the shape of a perfect: it begins like form VII, VIII or X, or ends in «ت»."""
    letters = 1 if word[0] in CONJUNCTIONS and not lexicon.is_stem(word) else 0
    rest = word[letters:]
    if len(rest) > _LOOSE + 1:
        rest = next((rest.removesuffix(pronoun) for pronoun in _OBJECTS if rest.endswith(pronoun)), rest)
    known = verb(word)
    if marbuta or len(rest) < _LOOSE - 1 or rest.startswith("ال") or (known and known.flags & _NO_EVENTS):
        return None
    feminine = rest.endswith("ت") and rest[-2] not in "ايو"
    derived = len(rest) >= _LOOSE and rest.startswith(_SHAPES) and rest[-2] not in "اي" and rest[-1] not in "هاءي"
    return Trigger(letters, Sense(OCCURRENCE, Form.PERFECT, weak=True), None) if feminine or derived else None


def form(word: str) -> Form | None:
    """How an unknown word (folded, without a conjunction) stands if it is a verb, by its prefix or its ending."""
    if len(word) < _SHORT:
        return None
    if word[0] == FUTURE and word[1] in "يتن" and not word.startswith(_NOT_FUTURE):
        return Form.FUTURE
    if word[0] == "ي" and not word.startswith(_NOT_IMPERFECT):
        return Form.IMPERFECT
    if word[-1] == "ت" and word[-2] != "ا" and not word.startswith("ال"):
        return Form.PERFECT
    return None
