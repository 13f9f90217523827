"""What a word that no list knows tells by its shape."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from reader.analysis.words import lexicon
from reader.analysis.words.verbs import Flag, Form, Sense, Trigger, verb

_SHAPES: Final = (
    "است", "ان", "ات", "اف", "اق", "اخ", "اج", "اح", "اش", "اع", "اغ", "ال", "اض", "اص", "اط", "اد", "از",
)  # fmt: skip
_OBJECTS: Final = ("هما", "هم", "ها", "ه")
_LOOSE: Final = 5
"""Letters from which the shape of an unknown word tells a perfect of a derived form."""
_NO_EVENTS: Final = frozenset({Flag.TELLS, Flag.STATE})


@lru_cache(maxsize=1 << 16)
def guess(word: str, *, marbuta: bool = False) -> Trigger | None:
    """An unknown word that has the shape of a perfect: it begins like form VII, VIII or X, or ends in «ت»."""
    letters = 1 if word[0] in "وف" and not lexicon.is_stem(word) else 0
    rest = word[letters:]
    if len(rest) > _LOOSE + 1:
        rest = next((rest.removesuffix(pronoun) for pronoun in _OBJECTS if rest.endswith(pronoun)), rest)
    known = verb(word)
    if marbuta or len(rest) < _LOOSE - 1 or rest.startswith("ال") or (known and known.flags & _NO_EVENTS):
        return None
    feminine = rest.endswith("ت") and rest[-2] not in "ايو"
    derived = len(rest) >= _LOOSE and rest.startswith(_SHAPES) and rest[-2] not in "اي" and rest[-1] not in "هاءي"
    return Trigger(letters, Sense("occurrence", Form.PERFECT, weak=True), None) if feminine or derived else None
