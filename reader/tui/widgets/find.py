"""The find bar: one row to type a query into, with the count of matches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.tui import keymap
from reader.tui.key import Scope
from reader.tui.widgets.prompt import Prompt
from reader.tui.wording.phrases import number, phrase

if TYPE_CHECKING:
    from textual.widget import Widget

    from reader.tui.options import ScreenOptions
    from reader.tui.theme import Paint


class FindBar(Prompt):
    """Holds the query and shows it; the screen searches, and says how many matches there are."""

    BINDINGS = keymap.bindings(Scope.FIND)

    def __init__(self, paint: Paint, options: ScreenOptions, page: Widget) -> None:
        super().__init__(paint, options, id="find", back=page)
        self.exact = False
        self._hits = (0, 0)

    def show(self, current: int, count: int) -> None:
        """Which match of how many; 0 of 0 where there is none."""
        self._hits = (current, count)
        self.refresh()

    def title(self) -> str:
        return phrase("find", self._options.lang)

    def note(self) -> str:
        lang, digits = self._options.lang, self._options.interface_digits
        exact = f"{phrase('exact', lang)}، " if self.exact else ""
        if not self.typed:
            return exact.removesuffix("، ")
        current, count = self._hits
        if not count:
            return exact + phrase("no_hit", lang)
        return exact + phrase("of", lang, a=number(current, digits), b=number(count, digits))
