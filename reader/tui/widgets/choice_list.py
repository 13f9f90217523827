"""A list over the page, to choose one thing from; the row with the cursor unfolds to what there is to say of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.strip import Strip

from reader.text.controls import visible
from reader.tui import keymap
from reader.tui.key import Scope
from reader.tui.state.rows import Row
from reader.tui.widgets.line_text import fitted, padded, row, wrapped
from reader.tui.widgets.row_list import RowList
from reader.tui.wording.phrases import phrase

if TYPE_CHECKING:
    from rich.style import Style

    from reader.tui.options import ScreenOptions
    from reader.tui.theme import Paint

EDGE = 2
"""Columns at the right of a row, for the sign of the one in force."""
IN_FORCE = "◂"
"""At the row of what one has now."""


class ChoiceList(RowList[Row], inherit_bindings=False):
    """Says in its heading what it lists, and below the row with the cursor what went wrong there."""

    BINDINGS = keymap.bindings(Scope.CHOICE)

    def __init__(self, title: str, paint: Paint, options: ScreenOptions) -> None:
        """`title` is the name of a phrase."""
        super().__init__(paint.surface, options, id="choices")
        self._title = title
        self._complaint = ""

    def dress(self, paint: Paint, options: ScreenOptions) -> None:
        super().dress(paint.surface, options)

    def complain(self, reason: str) -> None:
        """Say what went wrong; "" when nothing does any more."""
        self._complaint = reason
        self._rows.reveal()
        self.changed()

    def title(self) -> str:
        return phrase(self._title, self._options.lang)

    def explained(self, entry: Row) -> str:  # noqa: ARG002
        """What there is to say of the row with the cursor."""
        return ""

    def tall(self, entry: Row, *, current: bool) -> int:
        return 1 + len(self._below(entry, self.faint)) if current else 1

    def unfolded(self, first: Strip, entry: Row, width: int, ground: Style) -> list[Strip]:
        """The row with the cursor, and what there is to say of it."""
        edge = Strip.blank(EDGE + 1, ground)
        style = ground + (self.bright if self._complaint else self.faint)
        said = self._below(entry, style)
        return [first, *(padded(Strip.join([strip, edge]), width, ground) for strip in said)]

    def _below(self, entry: Row, style: Style) -> list[Strip]:
        text = visible(self._complaint or self.explained(entry))
        base = 1 if self._options.lang == "ar" else 0
        return wrapped(text, style, self.size.width - 2 * EDGE - 1, base) if text else []

    def line(self, text: str, left: Strip, width: int, ground: Style, *, in_force: bool, indent: int = 0) -> Strip:
        """A row: its sign and `text` at the right, `left` at the other end."""
        sign = Segment(f" {IN_FORCE}" if in_force else "  ", ground + self.bright)
        edge = Strip([Segment(" " * indent, ground), sign], EDGE + indent)
        room = max(1, width - EDGE - indent - left.cell_length - 2)
        said = row(text, ground + self.bold if in_force else ground)
        if said.cell_length > room:
            said = row(text, ground, width=room)
        return fitted(Strip.join([said, edge]), Strip.join([Strip([Segment(" ", ground)], 1), left]), width, ground)
