"""Searching on the reading screen: the bar, the matches on the page, and going from one to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from reader.tui import loading, messages
from reader.tui.finding import Finding
from reader.tui.phrases import number, phrase
from reader.tui.places import Jumps
from reader.tui.screens.base import ReaderScreen
from reader.tui.widgets.find import FindBar
from reader.tui.widgets.selecting import SelectingPage
from reader.tui.widgets.status import KeysLine, StatusLine

if TYPE_CHECKING:
    from reader.reading import Reading
    from reader.tui.options import ScreenOptions
    from reader.tui.theme import Paint

AT_ONCE = 200_000
"""Code points that are searched between two key presses without being felt; more goes to a worker."""


class SearchingScreen(ReaderScreen):
    """A page of one `Reading`, with the rows below it, that can be searched."""

    def __init__(self, reading: Reading, paint: Paint, options: ScreenOptions) -> None:
        super().__init__()
        self.reading = reading
        self._options = options
        self._finding = Finding()
        self._jumps = Jumps()
        self.page = SelectingPage(reading.document, paint, options)
        self.status = StatusLine(paint, options)
        self.keys = KeysLine(paint, options)
        self.find_bar = FindBar(paint, options)

    @property
    def searching(self) -> bool:
        """Whether matches are lit."""
        return bool(self._finding.hits)

    def action_find(self) -> None:
        self._finding.origin = self.page.shown.start
        self.keys.display = False
        self.find_bar.open()

    @on(messages.QueryChanged)
    def _query_changed(self, message: messages.QueryChanged) -> None:
        ticket = self._finding.ask()
        text = self.reading.document.text
        if not message.query.strip():
            self._show_hits()
        elif len(text) <= AT_ONCE:
            self._finding.found(self.reading.find(message.query, exact=message.exact))
            self._show_hits()
        else:
            loading.search(self, text, message.query, ticket, exact=message.exact)

    @on(messages.HitsArrived)
    def _hits_arrived(self, message: messages.HitsArrived) -> None:
        if message.ticket == self._finding.ticket:
            self._finding.found(message.hits)
            self._show_hits()

    def _show_hits(self) -> None:
        self.page.overlay.hits = self._finding.hits
        self.page.overlay.current = self._finding.current
        if self._finding.current is not None:
            self.page.show(self._finding.current)
        self.page.redraw()
        self.find_bar.show(*self._finding.count)

    @on(messages.HitStepped)
    def _hit_stepped(self, message: messages.HitStepped) -> None:
        self.action_hit(message.step)

    def action_hit(self, step: int) -> None:
        if self._finding.step(step) is None:
            self._say(phrase("no_hit", self._options.lang))
            return
        self._show_hits()
        if not self.find_bar.display:
            a, b = (number(n, self._options.interface_digits) for n in self._finding.count)
            self._say(phrase("of", self._options.lang, a=a, b=b))

    @on(messages.FindClosed)
    def _find_closed(self, message: messages.FindClosed) -> None:
        self.find_bar.display = False
        self.keys.display = True
        self.page.focus()
        if message.keep:
            self._jumps.leave(self._finding.origin)
        else:
            self.forget_hits()
            self.page.go_to(self._finding.origin)

    def forget_hits(self) -> None:
        self._finding.ask()
        self._show_hits()

    def _say(self, text: str) -> None:
        self.status.notify_briefly(text)
