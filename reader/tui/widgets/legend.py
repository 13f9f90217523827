"""The types of names, each in its look beside the key that switches it: part of the status row."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from textual.strip import Strip

from reader.styles.palette import TYPES
from reader.tui.widgets.line_text import beside, row
from reader.tui.wording.phrases import number, phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.style import Style

    from reader.document.marks import Role
    from reader.tui.options import ScreenOptions
    from reader.tui.theme import Paint

WORDS_FROM = 60
"""Columns of the screen from which the legend may have words."""

Part: TypeAlias = "tuple[Strip, Role | None]"
"""Some cells, and the type that a click on them switches."""


class Legend:
    """In several forms, the widest first: with words, with numbers in brackets of their own, in one pair of them."""

    def __init__(self, paint: Paint, options: ScreenOptions) -> None:
        self._paint = paint
        self._options = options
        self.hidden: frozenset[Role] = frozenset()
        """Types that are not shown."""

    def dress(self, paint: Paint, options: ScreenOptions) -> None:
        self._paint = paint
        self._options = options

    def forms(self, width: int) -> list[Sequence[Part]]:
        """Those that a screen of `width` columns may have, each from right to left."""
        words = [self._apart(self._words())] if width >= WORDS_FROM else []
        return [*words, self._apart(self._numbers()), self._folded()]

    def _words(self) -> list[str]:
        words = (phrase(role.value, self._options.lang) for role in TYPES)
        return [f"{key} {word}" for key, word in zip(self._numbers(), words, strict=True)]

    def _numbers(self) -> list[str]:
        """Keys, and not counts."""
        return [f"[{self._digit(index)}]" for index in range(1, len(TYPES) + 1)]

    def _apart(self, keys: list[str]) -> list[Part]:
        parts: list[Part] = []
        for key, role in zip(keys, TYPES, strict=True):
            parts += [(row(key, self._look(role)), role), (Strip.blank(1, self._paint.plain), None)]
        return parts[:-1]

    def _folded(self) -> list[Part]:
        start, end = ((row(bracket, self._paint.muted, base=0), None) for bracket in "][")
        keys = ((row(self._digit(index), self._look(role)), role) for index, role in enumerate(TYPES, 1))
        return [start, *keys, end]

    def _digit(self, index: int) -> str:
        return number(index, self._options.interface_digits)

    def _look(self, role: Role) -> Style:
        return self._paint.line if role in self.hidden else self._paint.style([role])


def width_of(form: Sequence[Part]) -> int:
    return sum(strip.cell_length for strip, _ in form)


def drawn(form: Sequence[Part]) -> Strip:
    return beside(strip for strip, _ in form)


def role_at(form: Sequence[Part], column: int) -> Role | None:
    """The type whose key is drawn in this column of the form, from its left end."""
    end = width_of(form)
    for strip, role in form:
        start = end - strip.cell_length
        if start <= column < end:
            return role
        end = start
    return None
