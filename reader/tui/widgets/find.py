"""The find bar: one row to type a query into, with the count of matches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.messages import comma
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
        self.exact = self.regex = False
        self._hits = (0, 0)
        self._complete = True
        self._trouble = ""

    def show(self, current: int, count: int, *, complete: bool = True, trouble: str = "") -> None:
        """Which match of how many; 0 of 0 where there is none. `trouble` is the key of what is wrong with it."""
        self._hits = (current, count)
        self._complete = complete
        self._trouble = trouble
        self.refresh()

    def title(self) -> str:
        return phrase("find", self._options.lang)

    def note(self) -> str:
        lang = self._options.lang
        ways = [phrase(way, lang) for way, wanted in (("exact", self.exact), ("pattern", self.regex)) if wanted]
        return comma(lang).join([*ways, self._found()] if self.typed else ways)

    def _found(self) -> str:
        lang, digits = self._options.lang, self._options.interface_digits
        current, count = self._hits
        if self._trouble:
            return phrase(self._trouble, lang)
        if not count:
            return phrase("no_hit" if self._complete else "looking", lang)
        return phrase("of", lang, a=number(current, digits), b=number(count, digits) if self._complete else "…")
