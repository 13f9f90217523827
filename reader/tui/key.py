"""What a key is: what it does, where, and what the same physical key types on an Arabic keyboard."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

ARABIC_LAYOUT = dict(
    zip(
        "qwertyuiop[]asdfghjkl;'zxcvnm,./",
        "ضصثقفغعهخحجدشسيبلاتنمكطئءؤرىةوزظ",
        strict=True,
    )
) | {
    # The lam-alef keys type one ligature character (X keyboard layout "ara"), not its two letters.
    "b": "ﻻ",
    "B": "ﻵ",
    "G": "ﻷ",
    "T": "ﻹ",
    "N": "آ",
    "H": "أ",
    "Y": "إ",
    "J": "ـ",
    "O": "×",
    "R": "\u064c",
    "S": "\u064d",
    "P": "؛",
    ">": ".",
    "<": "comma",
    "?": "؟",
    "%": "٪",
}
"""What the Arabic (101) keyboard types where the Latin one types the key: only keys that differ."""

LAM_ALEF = {"لا": "ﻻ", "لأ": "ﻷ", "لإ": "ﻹ", "لآ": "ﻵ"}
"""The two letters that one key types on some keyboards, and the one character that it types on others."""

_LETTERS = {character: letters for letters, character in LAM_ALEF.items()}


def letters_of(typed: str) -> str:
    """What is written with a key: the two letters of a lam-alef."""
    return _LETTERS.get(typed, typed)


class Scope(StrEnum):
    """Which part of the screen must have the focus."""

    PAGE = "page"
    SELECT = "select"
    """The page, while text is being selected with keys."""
    PANELS = "panels"
    FILTER = "filter"
    """A panel, while one types to narrow its rows."""
    FIND = "find"
    DATE = "date"
    """The bar in which the document date is typed."""
    CHOICE = "choice"
    """A list over the page, to choose one thing from."""
    SETTINGS = "settings"
    LIBRARY = "library"
    HELP = "help"
    SCREEN = "screen"
    """Any part but the bars one types into."""


@dataclass(frozen=True, slots=True)
class Key:
    """What some keys do. `keys` are Textual's names for them, separated by spaces; `shown` is the one to print.

    `action` is one of the scope's widget or, after "screen." or "app.", of those; `do` names a method of a part of
    the reading screen. `brief` are the words for the last line, where the key is one of those needed most; a
    `spare` one stands there after all the others, where there is room.
    """

    id: str
    keys: str
    action: str
    ar: str
    en: str
    scope: Scope
    brief: tuple[str, str] | None = None
    shown: str = ""
    spare: bool = False

    @property
    def latin(self) -> tuple[str, ...]:
        return tuple(self.keys.split())

    @property
    def arabic(self) -> tuple[str, ...]:
        """The same physical keys on an Arabic keyboard, where they type something else."""
        return tuple(ARABIC_LAYOUT[key] for key in self.latin if key in ARABIC_LAYOUT)

    def help(self, lang: str) -> str:
        return self.ar if lang == "ar" else self.en

    @property
    def cap(self) -> str:
        """The key as the last line and the help print it: caps carry Latin letters on every Arabic keyboard."""
        return self.shown or SHOWN.get(self.latin[0], self.latin[0])


SHOWN = {
    "down": "↓",
    "up": "↑",
    "left": "←",
    "right": "→",
    "space": "Space",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "enter": "Enter",
    "escape": "Esc",
    "tab": "Tab",
    "home": "Home",
    "end": "End",
}
