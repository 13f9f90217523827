"""All keys with what they do, part by part of the screen, and what its signs mean, in one column or two; scrolls."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from textual.strip import Strip
from textual.widget import Widget

from reader.styles.palette import TYPES
from reader.tui.key import ARABIC_LAYOUT, Scope
from reader.tui.keymap import of_scope
from reader.tui.widgets.line_text import beside, padded, row, wrapped
from reader.tui.wording.phrases import phrase
from reader.tui.wording.signs import MOUSE, SIGNS, TYPED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events

    from reader.document.marks import Role
    from reader.tui.key import Key
    from reader.tui.options import ScreenOptions
    from reader.tui.theme import Paint
    from reader.tui.wording.signs import Explained

TWO_COLUMNS = 100
"""Columns of the screen from which there is room for two."""
ONE_COLUMN = 72
"""Columns that a single one takes at most: wider, the eye loses the row."""
CAPS = 11
"""Columns for the keys."""
LEGIBLE = 20
"""Columns of words that are read well beside their keys; where there are fewer, the words stand below."""
WHEEL = 3
NAMED = {"comma": ",", "\u064d": "\u0640\u064d"}
"""Keys whose name is not what they type, or that is not to be seen alone."""


class KeyTable(Widget):
    """The keys of the first part of `first`, the signs, the mouse, the keys of its other parts, those of the rest."""

    def __init__(self, first: Sequence[Scope], paint: Paint, options: ScreenOptions) -> None:
        super().__init__(id="table")
        self._first = first
        self._paint = paint
        self._options = options
        self._top = 0
        self._rows: list[Strip] = []

    def scroll_rows(self, rows: int) -> None:
        """Move by so many rows."""
        self._top = max(0, min(self._top + rows, len(self._rows) - self.size.height))
        self.refresh()

    def on_resize(self) -> None:
        self._rows = self._laid_out(self.size.width)
        self.scroll_rows(0)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.scroll_rows(WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.scroll_rows(-WHEEL)

    def render_line(self, y: int) -> Strip:
        plain, index = self._paint.plain, self._top + y
        if index >= len(self._rows):
            return Strip.blank(self.size.width, plain)
        return padded(self._rows[index], self.size.width, plain)

    def _laid_out(self, width: int) -> list[Strip]:
        """The rows of the table: two columns where both have room, read from the right one to the left one."""
        if width < TWO_COLUMNS:
            column = min(width, ONE_COLUMN)
            return [strip for section in self._sections(column) for strip in section]
        column = width // 2
        sections = self._sections(column)
        cut = _half([len(section) for section in sections])
        right = [strip for section in sections[:cut] for strip in section]
        left = [strip for section in sections[cut:] for strip in section]
        blank = Strip.blank(column, self._paint.plain)
        height = max(len(right), len(left))
        for side in (right, left):
            side += [blank] * (height - len(side))
        return [Strip.join([one, other]) for one, other in zip(left, right, strict=True)]

    def _sections(self, width: int) -> list[list[Strip]]:
        rest = [scope for scope in Scope if scope not in self._first]
        signs = [row for one in SIGNS for row in self._explained(one, width - 3)]
        mouse = [row for one in MOUSE for row in self._explained(one, width - 3)]
        return [
            *(self._keys_of(scope, width) for scope in self._first[:1]),
            self._section("signs", [*map(self._type, TYPES), *signs], width),
            self._section("mouse", mouse, width),
            *(self._keys_of(scope, width) for scope in (*self._first[1:], *rest)),
        ]

    def _keys_of(self, scope: Scope, width: int) -> list[Strip]:
        keys = [row for key in of_scope(scope) for row in self._entry(key, width - 3)]
        typed = [row for one in TYPED.get(scope, ()) for row in self._explained(one, width - 3)]
        return self._section(f"scope_{scope.value}", [*keys, *typed], width)

    def _section(self, title: str, entries: Sequence[Strip], width: int) -> list[Strip]:
        """A heading, the name of a phrase, and what stands under it."""
        said = self._indented(self._said(phrase(title, self._options.lang)), 1)
        rows = [Strip.blank(0), said, *(self._indented(entry, 2) for entry in entries)]
        return [padded(strip, width, self._paint.plain) for strip in rows]

    def _type(self, role: Role) -> Strip:
        """How a type of name looks in the text."""
        paint, lang = self._paint, self._options.lang
        sign = padded(row(phrase("looks_so", lang), paint.style([role])), CAPS + 3, paint.plain)
        return beside([sign, row(phrase(role.value, lang), paint.plain)], 1, paint.plain)

    def _explained(self, one: Explained, width: int) -> list[Strip]:
        paint, at = self._paint, 0 if self._options.lang == "ar" else 1
        sign = padded(row(one.sign[at], paint.accent, base=0), CAPS + 3, paint.plain)
        return self._worded(sign, one.means[at], width)

    def _worded(self, sign: Strip, words: str, width: int) -> list[Strip]:
        """What is at the right, and what it means beside it, or below where that is too narrow."""
        paint, room = self._paint, width - sign.cell_length - 1
        if room < LEGIBLE:
            return [sign, *wrapped(words, paint.plain, width, self._base)]
        first, *more = (padded(strip, room, paint.plain) for strip in wrapped(words, paint.plain, room, self._base))
        below = Strip.blank(sign.cell_length, paint.plain)
        return [beside([sign, first], 1, paint.plain), *(beside([below, strip], 1, paint.plain) for strip in more)]

    @property
    def _base(self) -> int:
        return 1 if self._options.lang == "ar" else 0

    def _said(self, text: str) -> Strip:
        return row(text, self._paint.accent, base=self._base)

    def _indented(self, strip: Strip, columns: int) -> Strip:
        return Strip.join([strip, Strip.blank(columns, self._paint.plain)])

    def _entry(self, key: Key, width: int) -> list[Strip]:
        """The caps, what the key types on an Arabic keyboard, and the words."""
        paint = self._paint
        shown = key.cap
        # A key cap is no text of the interface: in a right-to-left row «]» would be turned into the other key.
        caps = padded(row(shown, paint.accent, base=0), CAPS, paint.plain)
        typed = ARABIC_LAYOUT.get(shown.split()[0], "")
        arabic = padded(row(NAMED.get(typed, typed), paint.muted, base=0), 2, paint.plain)
        return self._worded(beside([caps, arabic], 1, paint.plain), key.help(self._options.lang), width)


def _half(lengths: Sequence[int]) -> int:
    """How many sections stand in the first column, so that both are as nearly equal as can be."""
    total = sum(lengths)
    reached = list(accumulate(lengths))
    return 1 + min(range(len(lengths)), key=lambda index: abs(2 * reached[index] - total))
