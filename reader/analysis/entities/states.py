"""Official names of states: «مملكة البحرين» and «الجمهورية التونسية» are the countries that lists call «البحرين» and
«تونس»."""

from __future__ import annotations

from typing import Final

from reader.analysis.words import lexicon
from reader.analysis.words.keys import key, keys

_OF_A_COUNTRY: Final = keys("جمهورية مملكة دولة سلطنة إمارة")
"""What stands before the name of a country, …"""
_OF_A_PEOPLE: Final = keys("الجمهورية المملكة")
"""… and before the adjective of its people."""
_OF_STATES: Final = keys("العربية الإسلامية الاتحادية الهاشمية الاشتراكية الشعبية")
"""Adjectives that tell no states apart, …"""
_PEOPLES, _DEMOCRATIC = key("الشعبية"), key("الديمقراطية")
"""… of which the second does, without the first («جمهورية ألمانيا الديمقراطية»)."""
_OTHERS: Final = frozenset(
    tuple(key(name).split())
    for name in (
        "جمهورية الصين",
        "الجمهورية الصينية",
        "الجمهورية الرومانية",
        "الجمهورية الهولندية",
        "جمهورية اليمن الديمقراطية الشعبية",
        "دولة العراق الإسلامية",
        "مملكة الهند",
    )
)
"""States that are not the country of that name today."""


def country_of(name: str) -> str | None:
    """The code of the country whose official name this is."""
    first, *words = key(name).split() or [""]
    if (first, *words) in _OTHERS:
        return None
    telling_nothing = _OF_STATES | {_DEMOCRATIC} if _PEOPLES in words else _OF_STATES
    rest = [word for word in words if word not in telling_nothing]
    if first in _OF_A_PEOPLE and len(rest) == 1:
        return lexicon.word(rest[0]).demonym or None
    if first not in _OF_A_COUNTRY or not rest:
        return None
    place = lexicon.place(" ".join(rest))
    return place.country if place is not None and place.kind == "country" else None
