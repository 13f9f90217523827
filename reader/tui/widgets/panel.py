"""The margin that answers the text: people, places and events, one panel below another.

A placeholder: what the screen tells the margin is fixed here, what it draws is not there yet. It answers with
`EntityChosen`, `NextMention`, `MarkerMoved`, `JumpRequested` and `Notice`-free silence otherwise.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.strip import Strip
from textual.widget import Widget

from reader.tui import keymap
from reader.tui.keymap import Scope

if TYPE_CHECKING:
    from reader.analysis.model import Analysis
    from reader.document.model import Document
    from reader.text.span import Span
    from reader.tui.options import ScreenOptions
    from reader.tui.theme import Paint


class Panels(Widget, can_focus=True):
    """All panels. The screen calls `show`, `look_at` and `choose`; whatever it is told, the cursor stays."""

    BINDINGS = keymap.bindings(Scope.PANELS)

    def __init__(self, document: Document, paint: Paint, options: ScreenOptions) -> None:
        super().__init__(id="panels")
        self.document = document
        self.paint = paint
        self.options = options

    def render_line(self, _y: int) -> Strip:
        return Strip.blank(self.size.width, self.paint.plain)

    def show(self, analysis: Analysis) -> None:
        """More is known: fill in, without losing the row one is on."""

    def look_at(self, visible: Span) -> None:
        """This much of the text is on the page: light up who is on it, mark the place in every strip."""

    def choose(self, entity: str | None) -> None:
        """The entity that is lit in the text now, wherever it was chosen."""

    def dress(self, paint: Paint, options: ScreenOptions) -> None:
        """New colours, language or digits: draw anew."""

    def action_row(self, step: int) -> None:
        """The cursor, `step` rows on."""

    def action_rows(self, step: int) -> None:
        """The cursor, `step` pages of rows on."""

    def action_first(self) -> None:
        """The cursor on the first row."""

    def action_last(self) -> None:
        """The cursor on the last row."""

    def action_enter(self, step: int) -> None:
        """Go to the place that the row stands for, or to its next mention."""
