"""Searching on the reading screen: the bar, the matches on the page, and going from one to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from reader.tui import loading, messages
from reader.tui.screens.base import ReaderScreen
from reader.tui.state.finding import Finding
from reader.tui.state.jumps import Jumps
from reader.tui.widgets.find import FindBar
from reader.tui.widgets.selecting import SelectingPage
from reader.tui.widgets.status import KeysLine, StatusLine
from reader.tui.wording.phrases import number, phrase

if TYPE_CHECKING:
    from textual import events

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

    def take_key(self, event: events.Key) -> bool:
        """What is printable is typed while the bar is open; no letter is a command there."""
        if self.focused is not self.find_bar or not event.is_printable or not event.character:
            return super().take_key(event)
        self.find_bar.type(event.character)
        self._search()
        return True

    def action_find(self) -> None:
        self._finding.origin = self.page.shown.start
        self.add_class("-typing")
        self.status.take_back()
        self.find_bar.open()
        self.set_focus(self.find_bar, scroll_visible=False)
        self._search()

    def action_find_erase(self) -> None:
        self.find_bar.erase()
        self._search()

    def action_find_clear(self) -> None:
        self.find_bar.clear()
        self._search()

    def action_find_exact(self) -> None:
        self.find_bar.exact = not self.find_bar.exact
        self._search()

    def action_find_accept(self) -> None:
        """Keep the matches lit, and read on from the current one."""
        if self.find_bar.typed:
            self._jumps.leave(self._finding.origin)
            self._close()
        else:
            self.action_find_cancel()

    def action_find_cancel(self) -> None:
        """Back to where one was."""
        self._close()
        self.forget_hits()
        self.page.go_to(self._finding.origin)

    def _close(self) -> None:
        self.find_bar.display = False
        self.remove_class("-typing")
        self.set_focus(self.page, scroll_visible=False)

    @on(messages.QueryPasted)
    def _search(self) -> None:
        """Look for what is in the bar."""
        ticket = self._finding.ask()
        text, query, exact = self.reading.document.text, self.find_bar.typed, self.find_bar.exact
        if query.strip() and len(text) > AT_ONCE:
            loading.search(self, text, query, ticket, exact=exact)
            return
        self._finding.found(self.reading.find(query, exact=exact))
        self._show_hits()

    @on(messages.HitsArrived)
    def _hits_arrived(self, message: messages.HitsArrived) -> None:
        if message.ticket == self._finding.ticket:
            self._finding.found(message.hits)
            self._show_hits()

    def action_hit(self, step: int) -> None:
        """To the next match, or the one before."""
        if self._finding.step(step) is None:
            self._say(phrase("no_hit", self._options.lang))
            return
        self._show_hits()
        if not self.find_bar.display:
            a, b = (number(n, self._options.interface_digits) for n in self._finding.count)
            self._say(phrase("of", self._options.lang, a=a, b=b))

    def forget_hits(self) -> None:
        """No match is lit any more."""
        self._finding.ask()
        self._show_hits()

    def _show_hits(self) -> None:
        self.page.overlay.hits = self._finding.hits
        self.page.overlay.current = self._finding.current
        if self._finding.current is not None:
            self.page.show(self._finding.current)
        self.page.redraw()
        self.find_bar.show(*self._finding.count)

    def _say(self, text: str) -> None:
        self.status.notify_briefly(text)
