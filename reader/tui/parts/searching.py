"""Looking for words in the text: the bar, the matches on the page, and going from one to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from reader.tui.state.finding import Finding, Query

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.analysis.model import Analysis
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
    regex: bool
    display: bool

    def open(self) -> None:
        """Show it, empty, and give it the keys."""

    def close(self) -> None:
        """Hide it; the keys go to the page."""

    def type(self, text: str) -> None: ...

    def erase(self) -> None: ...

    def clear(self) -> None: ...

    def show(self, current: int, count: int, *, complete: bool = True, trouble: str = "") -> object: ...


class Listing(Protocol):
    """Where all matches are listed with what stands around them, in the place of the panels."""

    def list_hits(self, listing: bool) -> None: ...

    def show_hits(self, hits: Sequence[Span], at: Span | None, *, complete: bool) -> None: ...


class Aside(Protocol):
    """Starts a search in a worker; its news come back with the ticket."""

    def __call__(self, query: Query, ticket: int) -> None: ...


class Searching:
    """A search of `reading`. Where one went from to a match is left in `jumps`."""

    def __init__(
        self, reading: Reading, page: Page, bar: Bar, listing: Listing, jumps: Jumps, voice: Voice, aside: Aside
    ) -> None:
        self._reading = reading
        self._page = page
        self._bar = bar
        self._listing = listing
        self._jumps = jumps
        self._voice = voice
        self._aside = aside
        self._finding = Finding()
        self._query = Query("")
        self._passed: int | None = None
        """Where the page came to be by going along the list: nobody has read there."""

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

    def switch_regex(self) -> None:
        """What is typed is a regular expression, or words again."""
        self._bar.regex = not self._bar.regex
        self.look()

    def accept(self) -> None:
        """Keep the matches lit, and read on from the current one, or where there is none from where one was."""
        if self._bar.typed:
            if self._finding.hits:
                self._jumps.leave(self._finding.origin)
            self._go_back_from_nothing()
            self._bar.close()
            self._come_to_current()
            if self._finding.complete:
                self.tell()
        else:
            self.cancel()

    def cancel(self) -> None:
        """Back to where one was."""
        self._bar.close()
        self.forget()
        self._page.go_to(self._finding.origin)

    def look(self) -> None:
        """Look for what is in the bar: at once, or aside in a long text, and for what may take long."""
        self._query = Query(self._bar.typed, self._bar.exact, self._bar.regex)
        self._listing.list_hits(bool(self._bar.typed))
        if self._look(self._finding.ask()):
            self._show()
            self._go_back_from_nothing()

    def learn(self, analysis: Analysis) -> None:
        """All names are known: those that are spelled in Latin letters may be found now."""
        query = self._query
        if analysis.complete and query.spelled and query.text and self._reading.named(query.text):
            self.look_again()

    def look_again(self) -> None:
        """There may be more to be found; what has been found stays until then."""
        if self._query.text and self._look(self._finding.ask_again()):
            self._light()

    def _look(self, ticket: int) -> bool:
        """Whether the answer is there at once; else the search is told to be under way."""
        query = self._query
        long = query.regex or len(self._reading.document.text) > AT_ONCE
        if query.text.strip() and long:
            self._aside(query, ticket)
            self._light()
            return False
        self._finding.found(self._reading.find(query.text, exact=query.exact))
        return True

    def arrived(self, hits: Sequence[Span], ticket: int, *, complete: bool) -> None:
        """All matches so far of the query that has this ticket; those of an older one are not painted."""
        if ticket == self._finding.ticket:
            first = not self._finding.hits
            self._finding.found(hits, complete=complete)
            if first:
                self._show()
            else:
                self._light()
            if complete:
                self._go_back_from_nothing()

    def failed(self, reason: str, ticket: int) -> None:
        """The pattern is none, or too slow; what has been found stays."""
        if ticket == self._finding.ticket:
            self._finding.complete = True
            self._light(reason)
            self._go_back_from_nothing()

    def step(self, step: int) -> None:
        """To the next match, or the one before."""
        if self._finding.step(step) is None:
            self._voice.say("no_hit" if self._query.text else "search_first")
            return
        self._show()
        if not self._bar.display:
            self._come_to_current()
            self.tell()

    def tell(self) -> None:
        """Say which match of how many one is at."""
        if self._finding.hits:
            current, count = map(self._voice.number, self._finding.count)
            self._voice.say("of", a=current, b=count)

    def point(self, hit: Span) -> None:
        """To this match of the list."""
        here = self._page.shown.start
        self._finding.go_to(hit)
        self._show()
        if self._page.shown.start != here and here != self._passed:
            self._jumps.leave(here)
        self._passed = self._page.shown.start

    def forget(self) -> None:
        """No match is lit any more."""
        self._query = Query("")
        self._finding.ask()
        self._finding.complete = True
        self._listing.list_hits(False)
        self._show()

    def _go_back_from_nothing(self) -> None:
        """Where nothing is found, away from what was found with fewer letters, while one types."""
        if self._bar.display and not self._finding.hits and self._page.shown.start != self._finding.origin:
            self._page.go_to(self._finding.origin)

    def _come_to_current(self) -> None:
        if self._finding.current is not None:
            self._page.come_to(self._finding.current)

    def _show(self) -> None:
        """Light the matches, and show the current one."""
        if self._finding.current is not None:
            self._page.show(self._finding.current)
        self._light()

    def _light(self, trouble: str = "") -> None:
        finding = self._finding
        self._page.overlay.hits = finding.hits
        self._page.overlay.current = finding.current
        self._page.redraw()
        self._listing.show_hits(finding.hits, finding.current, complete=finding.complete)
        self._bar.show(*finding.count, complete=finding.complete, trouble=trouble)
