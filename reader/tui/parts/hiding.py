"""Types of names that are left out of the text, and the digits that switch them."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Protocol

from reader.styles.palette import TYPES

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.document.marks import Role
    from reader.tui.parts.page import Page
    from reader.tui.parts.voice import Voice

LONGEST = 3
"""Digits of a percentage."""
PERCENT = ("percent_sign", "arabic_percent_sign")
"""Textual's names of the keys that make a number of the digits before them."""


class Legend(Protocol):
    """Where the types are listed."""

    def hide(self, roles: frozenset[Role]) -> None: ...


class Hiding:
    """A digit switches a type; followed by %, the digits were a number after all, and no type is switched."""

    def __init__(
        self,
        page: Page,
        legend: Legend,
        voice: Voice,
        jump_to_part: Callable[[float], None],
        tell: Callable[[], None],
    ) -> None:
        self._page = page
        self._legend = legend
        self._voice = voice
        self._jump_to_part = jump_to_part
        self._tell = tell
        self._hidden: frozenset[Role] = frozenset()
        self._before = self._hidden
        """What was hidden before the first digit."""
        self.typed = ""
        """The digits so far."""

    def switch(self, role: Role) -> None:
        """Hide a type, or show it again."""
        self._hide(self._hidden ^ {role})
        said = "hidden" if role in self._hidden else "shown"
        self._voice.say(said, type=self._voice.phrase(role.value))

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
        if 1 <= digit <= len(TYPES):
            self.switch(TYPES[digit - 1])
        self._tell()

    def _hide(self, roles: frozenset[Role]) -> None:
        self._hidden = roles
        self._page.overlay.hidden = roles
        self._page.redraw()
        self._legend.hide(roles)
