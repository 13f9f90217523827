"""Types of names that are left out of the text, and the digits that switch them."""

from __future__ import annotations

import unicodedata
from functools import partial
from typing import TYPE_CHECKING, Protocol

from reader.document.marks import Role
from reader.styles.palette import TYPES

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.tui.parts.page import Page
    from reader.tui.parts.voice import Voice

PLURALS = {
    Role.PERSON: "people",
    Role.LOCATION: "places",
    Role.ORGANISATION: "organisations",
    Role.PRODUCT: "products",
    Role.WORK: "works",
    Role.OTHER: "others",
    Role.TIME: "times",
}
"""What is said of a type as a whole."""
SOON = 3.0
"""Seconds after which digits typed are no longer the beginning of a number: who looks for the keys needs two."""
LONGEST = 3
"""Digits of a percentage."""
PERCENT = ("percent_sign", "arabic_percent_sign")
"""Textual's names of the keys that make a number of the digits before them."""


class Legend(Protocol):
    """Where the types are listed."""

    def hide(self, roles: frozenset[Role]) -> None: ...


class Hiding:
    """A digit switches a type; with one that no type has, or followed by %, digits were a number after all, and no type
    is switched."""

    def __init__(
        self,
        page: Page,
        legend: Legend,
        voice: Voice,
        jump_to_part: Callable[[float], None],
        tell: Callable[[], None],
        later: Callable[[float, Callable[[], None]], object],
    ) -> None:
        """`later` does something after so many seconds."""
        self._page = page
        self._legend = legend
        self._voice = voice
        self._jump_to_part = jump_to_part
        self._tell = tell
        self._later = later
        self._count = 0
        """Digits typed so far, ever: tells whether another came meanwhile."""
        self._hidden: frozenset[Role] = frozenset()
        self._before = self._hidden
        """What was hidden before the first digit."""
        self.typed = ""
        """The digits so far."""

    @property
    def number(self) -> str:
        """The digits so far, where a number is meant: others have each switched a type."""
        return "" if all(map(self._is_type, self.typed)) else self.typed

    def _is_type(self, digit: str) -> bool:
        return 1 <= int(digit) <= len(TYPES)

    def switch(self, role: Role) -> None:
        """Hide a type, or show it again."""
        self._hide(self._hidden ^ {role})
        said = "hidden" if role in self._hidden else "shown"
        self._voice.say(said, types=self._voice.phrase(PLURALS[role]))

    def take_key(self, key: str, character: str) -> bool:
        """Whether it was a digit, of any family. Another key ends the number, unless it makes it a percentage."""
        if len(character) == 1 and character.isdecimal():
            self._digit(unicodedata.decimal(character))
            return True
        if self.typed and key not in PERCENT:
            self.typed = ""
            self._tell()
        return False

    def percent(self) -> None:
        """Go so far into the text as the digits say."""
        if not self.typed:
            return
        part, self.typed = int(self.typed) / 100, ""
        self._hide(self._before)
        self._voice.take_back()
        self._jump_to_part(part)

    def _digit(self, digit: int) -> None:
        if not self.typed:
            self._before = self._hidden
        self.typed = (self.typed + str(digit))[-LONGEST:]
        self._count += 1
        self._later(SOON, partial(self._forget, self._count))
        if all(map(self._is_type, self.typed)):
            self.switch(TYPES[digit - 1])
        else:
            self._hide(self._before)
            self._voice.take_back()
        self._tell()

    def _forget(self, count: int) -> None:
        """No digit has come since: what was typed is no number."""
        if self.typed and count == self._count:
            self.typed = ""
            self._tell()

    def _hide(self, roles: frozenset[Role]) -> None:
        self._hidden = roles
        self._page.overlay.hidden = roles
        self._page.redraw()
        self._legend.hide(roles)
