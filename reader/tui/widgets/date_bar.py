"""The date bar: one row to type the document date into, with how it is understood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.tui import keymap
from reader.tui.key import Scope
from reader.tui.widgets.prompt import Prompt
from reader.tui.wording.days import day_said, day_typed, document_day
from reader.tui.wording.phrases import phrase

if TYPE_CHECKING:
    import datetime

    from reader.analysis.model import Analysis
    from reader.tui.options import ScreenOptions
    from reader.tui.theme import Paint
    from reader.tui.wording.dates import Wording


class DateBar(Prompt):
    """Holds what is typed, and says what day that is; while nothing is, what the date is now."""

    BINDINGS = keymap.bindings(Scope.DATE)

    def __init__(self, paint: Paint, options: ScreenOptions) -> None:
        super().__init__(paint, options, id="date")
        self._now = ""

    @property
    def day(self) -> datetime.date | None:
        """The day that has been typed; None where it is none."""
        return day_typed(self.typed)

    def show(self, analysis: Analysis) -> str:
        """What the date is now; gives how to say it in full."""
        self._now = document_day(analysis, self._wording)
        self.refresh()
        return f"{self.title()}: {self._now}"

    def title(self) -> str:
        return phrase("document_date", self._options.lang)

    def note(self) -> str:
        if not self.typed.strip():
            return self._now
        day = self.day
        return phrase("date_example", self._options.lang) if day is None else day_said(day, self._wording)

    def on_blur(self) -> None:
        """A click elsewhere closes the bar; that the terminal has lost the keys does not."""
        if self.display and self.screen.focused not in (None, self):
            self.hide()

    @property
    def _wording(self) -> Wording:
        from reader.tui.wording.dates import Wording  # not needed to show a text

        return Wording(self._options.lang, self._options.interface_digits)
