"""Joined forms of bare letters, by arabic-reshaper.

It knows the letters that have presentation forms. Others that Unicode joins (Kurdish, Pashto, Sindhi …) keep
their bare form, but their neighbours must still turn towards them: they are shown to the reshaper as a
letter that joins alike (Joining_Type of ArabicShaping.txt, Unicode 15.0).
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from reader.text.arabic import TATWEEL

if TYPE_CHECKING:
    from collections.abc import Callable

_DUAL_JOINING = (
    "0620 063B-063F 066E-066F 0678 067C-067D 0681-0682 0685 069A-06A3 06A5 06A7-06A8 06AA-06AC 06AE 06B0 06B2 "
    "06B4-06BA 06BC-06BD 06BF 06C2 06CE 06D1 06FA-06FC 06FF 0750-0758 075C-076A 076D-0770 0772 0775-0777 "
    "077A-077F 0886 0889-088D 08A0-08A9 08AF-08B0 08B3-08B8 08BA-08C8"
)
_RIGHT_JOINING = (
    "0672-0673 0675-0677 0689-068B 068F-0690 0692-0697 0699 06C3-06C4 06CA 06CD 06CF 06D5 06EE-06EF 0759-075B "
    "076B-076C 0771 0773-0774 0778-0779 0870-0882 088E 08AA-08AC 08AE 08B1-08B2 08B9"
)
_JOIN_CAUSING = "0883-0885 200D"

_DUAL, _RIGHT = "ب", "د"

_OWN_FORMS: Final = {
    ("ں", "\ufe8f"): "\ufb9e",  # noon ghunna is final in Urdu, and has no other forms
    ("ں", "\ufe90"): "\ufb9f",
    ("ە", "\ufeaa"): "\ufeea",  # the Kurdish and Uyghur vowel looks like heh where it joins
    ("ۃ", "\ufeaa"): "\ufe94",  # the Urdu teh marbuta, like the Arabic one
}
"""Forms to draw for a letter, by the form that its stand-in took."""

_LAM_ALEF: Final = {
    lam + alef: chr(0xFEF5 + 2 * number + joined)
    for joined, lam in enumerate("\ufedf\ufee0")
    for number, alef in enumerate("\ufe82\ufe84\ufe88\ufe8e")
}


def joined_forms(letters: str) -> str:
    """Each letter in its joined form, one code point for one; marks must have been left out.

    ZWJ joins its neighbours, whatever is no letter parts them; what stands in their place in the answer is
    not meant to be drawn.
    """
    known = letters.translate(_STAND_INS)
    forms = _reshape()(known)
    if known == letters:
        return forms
    return "".join(
        _OWN_FORMS.get((letter, form), letter) if ord(letter) in _STAND_INS else form
        for letter, form in zip(letters, forms, strict=True)
    )


def lam_alef(first: str, second: str) -> str | None:
    """The one form that joined lam and alef must take together, None for any other two forms."""
    return _LAM_ALEF.get(first + second)


def _characters(ranges: str) -> list[int]:
    ends = (entry.partition("-") for entry in ranges.split())
    return [code for first, _, last in ends for code in range(int(first, 16), int(last or first, 16) + 1)]


_STAND_INS: Final = (
    dict.fromkeys(_characters(_DUAL_JOINING), _DUAL)
    | dict.fromkeys(_characters(_RIGHT_JOINING), _RIGHT)
    | dict.fromkeys(_characters(_JOIN_CAUSING), TATWEEL)
)


class _Settings(dict[str, bool]):
    """The package asks its parser for settings at every word, which costs 30 µs; a dict answers at once."""

    def getboolean(self, name: str) -> bool:
        return self[name]


@cache
def _reshape() -> Callable[[str], str]:
    from arabic_reshaper import ArabicReshaper

    reshaper = ArabicReshaper()
    reshaper.configuration = _Settings(
        delete_harakat=False,
        delete_tatweel=False,
        shift_harakat_position=False,
        support_ligatures=False,
        support_zwj=True,
        use_unshaped_instead_of_isolated=False,
    )
    reshape: Callable[[str], str] = reshaper.reshape
    return reshape
