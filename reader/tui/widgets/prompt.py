"""One row to type into: a title, what has been typed, and at the far end a note on it.

An input of our own: Textual's shows Arabic as it is stored, which a terminal that does not reorder prints
backwards. Text is added and taken at the end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from reader.text.clusters import clusters
from reader.text.controls import visible
from reader.tui.widgets.line_text import fitted, row

if TYPE_CHECKING:
    from reader.tui.options import ScreenOptions
    from reader.tui.theme import Paint

TYPING = "-typing"
"""Class of the screen while there is a bar to type into."""
LONGEST = 200
"""Characters that can be typed; more is a slip of the clipboard."""


class Prompt(Widget, can_focus=True):
    """Holds what is typed and shows it; the screen gives it keys, and knows what it is for."""

    def __init__(self, paint: Paint, options: ScreenOptions, *, id: str, back: Widget | None = None) -> None:  # noqa: A002
        """When it is closed the keys go to `back`, else to what had them before."""
        super().__init__(id=id)
        self._paint = paint.surface
        self._options = options
        self._back = self._before = back
        self.typed = ""

    # for the classes built on this

    def title(self) -> str:
        raise NotImplementedError

    def note(self) -> str:
        """What is to be said about it at the far end."""
        raise NotImplementedError

    # what others ask for

    def dress(self, paint: Paint, options: ScreenOptions) -> None:
        self._paint = paint.surface
        self._options = options
        self.refresh()

    def open(self) -> None:
        """Show it, empty, and give it the keys, in the place of the row that tells what they do."""
        self._before = self._back or self.screen.focused
        self.clear()
        self.display = True
        self.screen.add_class(TYPING)
        self.screen.set_focus(self, scroll_visible=False)

    def close(self) -> None:
        """Hide it, and give the keys back."""
        self.hide()
        self.screen.set_focus(self._before, scroll_visible=False)

    def hide(self) -> None:
        """Hide it; the keys have gone elsewhere."""
        self.display = False
        self.screen.remove_class(TYPING)

    def type(self, text: str) -> None:
        """Add `text`."""
        self.typed = (self.typed + text)[:LONGEST]
        self.refresh()

    def erase(self) -> None:
        """Take the last letter off, marks and all."""
        parts = clusters(self.typed)
        self.typed = self.typed[: parts[-1].start] if parts else ""
        self.refresh()

    def clear(self) -> None:
        """Take everything off."""
        self.typed = ""
        self.refresh()

    # drawing

    def render_line(self, y: int) -> Strip:
        width, paint = self.size.width, self._paint
        if y or not width:
            return Strip.blank(width, paint.plain)
        title = row(f"{self.title()}:", paint.accent)
        note = row(self.note(), paint.muted)
        room = max(1, width - title.cell_length - note.cell_length - 4)
        typed = row(self._tail(room), paint.plain)
        caret = Strip([Segment("▏", paint.accent)], 1)
        edge = Strip.blank(1, paint.plain)
        right = Strip.join([caret, typed, edge, title, edge])
        return fitted(right, Strip.join([edge, note]), width, paint.plain)

    def _tail(self, room: int) -> str:
        """The end of what is typed, where all of it has no room: one sees what one types."""
        typed = visible(self.typed)
        return typed if len(typed) <= room else "…" + typed[1 - room :]
