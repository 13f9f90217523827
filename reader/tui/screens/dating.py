"""Setting the document date on the reading screen: the bar, and everything that hangs on the date anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.tui.screens.going import GoingScreen
from reader.tui.wording.phrases import phrase

if TYPE_CHECKING:
    from textual import events
    from textual.widget import Widget

    from reader.reading import Reading
    from reader.tui.options import ScreenOptions
    from reader.tui.theme import Paint
    from reader.tui.widgets.date_bar import DateBar


class DatingScreen(GoingScreen):
    """A page whose text can be given the day that «اليوم» means in it."""

    def __init__(self, reading: Reading, paint: Paint, options: ScreenOptions) -> None:
        super().__init__(reading, paint, options)
        self.date_bar: DateBar | None = None
        """Mounted when it is first asked for: the text is painted before anything that it can do without."""
        self._date_set = False
        """Whether the date is to be told once everything has been found anew."""
        self._before_dating: Widget | None = None

    def analyse(self) -> None:
        """Find out, aside, what is in the text."""
        raise NotImplementedError

    def take_key(self, event: events.Key) -> bool:
        """What is printable is typed while the bar is open."""
        bar = self.date_bar
        if bar is None or self.focused is not bar or not event.is_printable or not event.character:
            return super().take_key(event)
        bar.type(event.character)
        return True

    async def action_date(self) -> None:
        """Open the bar."""
        if self.date_bar is None:
            from reader.tui.widgets.date_bar import DateBar

            self.date_bar = DateBar(self.reader.paint, self._options)
            await self.mount(self.date_bar)
        self._before_dating = self.focused
        self.add_class("-typing")
        self.date_bar.dress(self.reader.paint, self._options)
        self.date_bar.open()
        self.date_bar.show(self.reading.analysis)
        self.set_focus(self.date_bar, scroll_visible=False)

    def action_date_accept(self) -> None:
        """Count from the day that was typed; with nothing typed, from what the text says of itself."""
        assert self.date_bar is not None
        day = self.date_bar.day
        if day is None and self.date_bar.typed.strip():
            self._say(phrase("date_bad", self._options.lang))
            return
        self.action_date_cancel()
        self.reading.document_date = day
        self._date_set = True
        self.analyse()

    def action_date_cancel(self) -> None:
        """Close the bar; the date stays as it is."""
        self._close_date()
        self.set_focus(self._before_dating or self.page, scroll_visible=False)

    def _close_date(self) -> None:
        assert self.date_bar is not None
        self.date_bar.display = False
        self.remove_class("-typing")

    def on_descendant_focus(self) -> None:
        """A click elsewhere closes the bar. (Textual calls the handlers of the classes built on this as well.)"""
        if self.date_bar is not None and self.date_bar.display and self.focused is not self.date_bar:
            self._close_date()

    def action_date_erase(self) -> None:
        assert self.date_bar is not None
        self.date_bar.erase()

    def action_date_clear(self) -> None:
        assert self.date_bar is not None
        self.date_bar.clear()

    def tell_date(self) -> None:
        """Say what the date is now, if it was set here and everything has been found anew."""
        if self._date_set and self.date_bar is not None and self.reading.analysis.complete:
            self._date_set = False
            self._say(self.date_bar.show(self.reading.analysis))
