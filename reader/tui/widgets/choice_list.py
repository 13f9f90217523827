"""A list over the page, to choose one thing from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.strip import Strip

from reader.tui import keymap
from reader.tui.key import Scope
from reader.tui.state.rows import Row
from reader.tui.widgets.line_text import fitted, row
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
    """Says in its heading what it lists, or what went wrong."""

    BINDINGS = keymap.bindings(Scope.CHOICE)

    def __init__(self, title: str, paint: Paint, options: ScreenOptions) -> None:
        """`title` is the name of a phrase."""
        super().__init__(paint.surface, options, id="choices")
        self._title = title
        self._complaint = ""

    def dress(self, paint: Paint, options: ScreenOptions) -> None:
        super().dress(paint.surface, options)

    def complain(self, reason: str) -> None:
        """Say, in the heading, what went wrong; "" when nothing does any more."""
        self._complaint = reason
        self.changed()

    def title(self) -> str:
        return self._complaint or phrase(self._title, self._options.lang)

    def line(self, text: str, left: Strip, width: int, ground: Style, *, in_force: bool, indent: int = 0) -> Strip:
        """A row: its sign and `text` at the right, `left` at the other end."""
        sign = Segment(f" {IN_FORCE}" if in_force else "  ", ground + self.bright)
        edge = Strip([Segment(" " * indent, ground), sign], EDGE + indent)
        room = max(1, width - EDGE - indent - left.cell_length - 2)
        said = row(text, ground + self.bold if in_force else ground)
        if said.cell_length > room:
            said = row(text, ground, width=room)
        return fitted(Strip.join([said, edge]), Strip.join([Strip([Segment(" ", ground)], 1), left]), width, ground)
