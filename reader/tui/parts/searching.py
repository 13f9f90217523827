"""Looking for words in the text: the bar, the matches on the page, and going from one to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from reader.tui.state.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.reading import Reading
    from reader.text.span import Span
    from reader.tui.parts.page import Page
    from reader.tui.parts.voice import Voice
    from reader.tui.state.jumps import Jumps

AT_ONCE = 200_000
"""Code points that are searched between two key presses without being felt; more goes to a worker."""


class Bar(Protocol):
    """Where the query is typed, and the matches are counted."""

    typed: str
    exact: bool
    display: bool

    def open(self) -> None:
        """Show it, empty, and give it the keys."""

    def close(self) -> None:
        """Hide it; the keys go to the page."""

    def type(self, text: str) -> None: ...

    def erase(self) -> None: ...

    def clear(self) -> None: ...

    def show(self, current: int, count: int) -> object: ...


class Aside(Protocol):
    """Starts a search in a worker; its news come back with the ticket."""

    def __call__(self, query: str, ticket: int, *, exact: bool) -> None: ...


class Searching:
    """A search of `reading`. Where one went from to a match is left in `jumps`."""

    def __init__(self, reading: Reading, page: Page, bar: Bar, jumps: Jumps, voice: Voice, aside: Aside) -> None:
        self._reading = reading
        self._page = page
        self._bar = bar
        self._jumps = jumps
        self._voice = voice
        self._aside = aside
        self._finding = Finding()

    @property
    def lit(self) -> bool:
        """Whether matches are lit."""
        return bool(self._finding.hits)

    def open(self) -> None:
        """Open the bar; what is found is sought from here on."""
        self._finding.origin = self._page.shown.start
        self._voice.take_back()
        self._bar.open()
        self.look()

    def type(self, text: str) -> None:
        self._bar.type(text)
        self.look()

    def erase(self) -> None:
        self._bar.erase()
        self.look()

    def clear(self) -> None:
        self._bar.clear()
        self.look()

    def switch_exact(self) -> None:
        """By the letter, or by the word however it is spelt."""
        self._bar.exact = not self._bar.exact
        self.look()

    def accept(self) -> None:
        """Keep the matches lit, and read on from the current one."""
        if self._bar.typed:
            self._jumps.leave(self._finding.origin)
            self._bar.close()
            self._come_to_current()
        else:
            self.cancel()

    def cancel(self) -> None:
        """Back to where one was."""
        self._bar.close()
        self.forget()
        self._page.go_to(self._finding.origin)

    def look(self) -> None:
        """Look for what is in the bar: at once, or in a long text aside."""
        ticket = self._finding.ask()
        query, exact = self._bar.typed, self._bar.exact
        if query.strip() and len(self._reading.document.text) > AT_ONCE:
            self._aside(query, ticket, exact=exact)
            return
        self._finding.found(self._reading.find(query, exact=exact))
        self._show()

    def arrived(self, hits: Sequence[Span], ticket: int) -> None:
        """All matches so far of the query that has this ticket; those of an older one are not painted."""
        if ticket == self._finding.ticket:
            self._finding.found(hits)
            self._show()

    def step(self, step: int) -> None:
        """To the next match, or the one before."""
        if self._finding.step(step) is None:
            self._voice.say("no_hit")
            return
        self._show()
        if not self._bar.display:
            self._come_to_current()
            current, count = map(self._voice.number, self._finding.count)
            self._voice.say("of", a=current, b=count)

    def forget(self) -> None:
        """No match is lit any more."""
        self._finding.ask()
        self._show()

    def _come_to_current(self) -> None:
        if self._finding.current is not None:
            self._page.come_to(self._finding.current)

    def _show(self) -> None:
        current = self._finding.current
        self._page.overlay.hits = self._finding.hits
        self._page.overlay.current = current
        if current is not None:
            self._page.show(current)
        self._page.redraw()
        self._bar.show(*self._finding.count)
