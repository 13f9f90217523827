"""The parts of the reading screen put together: who works with whom, and what is decided between them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from reader.errors import QariError
from reader.messages import comma, in_, semicolon
from reader.text.arabic import to_digits
from reader.tui.parts import (
    arriving,
    choosing,
    dating,
    following,
    going,
    hiding,
    looks,
    margin,
    page,
    searching,
    voice,
    watching,
)
from reader.tui.state.jumps import Jumps
from reader.tui.state.pace import Pace
from reader.tui.state.place import place_again
from reader.tui.state.where import Where

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.analysis.model import Analysis
    from reader.reading import Reading
    from reader.text.span import Span
    from reader.tui.state.finding import Query
    from reader.tui.state.known import Known


class Page(page.Page, arriving.Page, Protocol):
    """The page, with what is selected on it."""

    @property
    def progress(self) -> float: ...

    @property
    def selected(self) -> Span | None: ...

    def leave_selection(self) -> bool: ...

    def action_copy(self) -> None: ...


class Panels(choosing.Panels, margin.Panels, searching.Listing, Protocol):
    """The panels, with what they show."""

    @property
    def listing(self) -> bool: ...

    @property
    def has_keys(self) -> bool:
        """Whether one of them has the focus."""

    def show(self, analysis: Analysis) -> None: ...

    def grow(self, text: str) -> None: ...

    def leave(self, known: Known) -> None: ...

    def light(self, entity: str | None) -> None: ...

    def only_events_of(self, entity: str) -> None: ...

    def show_hijri(self) -> None: ...


class Status(voice.Row, hiding.Legend, Protocol):
    """The status row."""

    def show(self, where: Where) -> None: ...


class View(Protocol):
    """What a screen is made of, and what only a screen can do."""

    @property
    def page(self) -> Page: ...

    @property
    def panels(self) -> Panels: ...

    @property
    def status(self) -> Status: ...

    @property
    def find_bar(self) -> searching.Bar: ...

    @property
    def date_bar(self) -> dating.Bar: ...

    def dress(self) -> None:
        """New colours, language, digits."""

    def focus_page(self) -> None: ...

    def focus_next(self) -> object: ...

    def focus_previous(self) -> object: ...

    def set_timer(self, delay: float, callback: Callable[[], None], /) -> object: ...

    def set_interval(self, interval: float, callback: Callable[[], None], /) -> following.Clock: ...

    def entitle(self, title: str) -> None:
        """What is read is called so."""

    def follow_aside(self) -> None:
        """Start a worker that takes in what still comes of the text."""

    def analyse_aside(self, ticket: int) -> None:
        """Start a worker whose news carry this ticket."""

    def halt_analysis(self) -> None:
        """Stop that worker."""

    def search_aside(self, query: Query, ticket: int) -> None:
        """Start a worker whose news carry this ticket."""


class App(looks.Wardrobe, Protocol):
    """What is the same for all screens."""

    def copy_to_clipboard(self, text: str) -> None: ...

    def replace(self, reading: Reading, other: Reading, position: int) -> None: ...


class Mediator:
    """Makes the parts. Keys and messages go to one of them; here is what concerns more than one."""

    def __init__(self, reading: Reading, app: App, view: View) -> None:
        self._reading = reading
        self._app = app
        self._view = view
        self._page = view.page
        self.panels = view.panels
        self._pace = Pace(reading.document.text)
        self._voice = voice.Voice(view.status, lambda: app.options)
        self.jumps = Jumps()
        self.choosing = choosing.Choosing(self._page, self.panels, self.tell)
        self.going = going.Going(self._page, self.jumps, self.choosing, self._voice, self.tell)
        self.searching = searching.Searching(
            reading, self._page, view.find_bar, self.panels, self.jumps, self._voice, view.search_aside
        )
        self.hiding = hiding.Hiding(
            self._page, view.status, self._voice, self.going.jump_to_part, self.tell, view.set_timer
        )
        self.looks = looks.Looks(app, self._voice, view.dress)
        self.margin = margin.Margin(
            self.panels, to_page=view.focus_page, to_next=view.focus_next, to_previous=view.focus_previous
        )
        self.following = following.Following(
            reading,
            self._page,
            self._voice,
            start=view.analyse_aside,
            halt=view.halt_analysis,
            every=view.set_interval,
            leave=self.panels.leave,
            tell=self.tell,
        )
        self.arriving = arriving.Arriving(reading, self._page, start=view.follow_aside)
        self.arriving.listeners = (self._grow, self.searching.look_again)
        self.watching = watching.Watching(reading, every=view.set_interval, tell=self.tell)
        self.dating = dating.Dating(reading, view.date_bar, self._voice, self.following.analyse)
        self.following.listeners = (
            self.panels.show,
            self.choosing.learn,
            self.dating.learn,
            self.searching.learn,
        )

    def begin(self, warning: str | None) -> None:
        """The text is on the screen: say what there is to say about it, and find out what is in it."""
        notices = filter(None, (warning, *self._reading.document.notices, self._mended()))
        if said := semicolon(self._voice.lang).join(in_(one, self._voice.lang) for one in notices):
            self._voice.quote(said)
        self.watching.begin()
        self.following.begin()
        self.arriving.begin()

    def _grow(self) -> None:
        """The text goes on; when it has ended, say what there is to say about all of it."""
        document, over = self._reading.document, not self.arriving.under_way
        self._pace = Pace(document.text)
        self._view.entitle(self._reading.title)
        self.panels.grow(document.text)
        self.following.grew(over=over)
        said = [in_(one, self._voice.lang) for one in document.notices] if over else []
        if over and self._reading.seems_ruined:
            said.append(self._voice.phrase("seems_ruined"))
        if said:
            self._voice.quote(semicolon(self._voice.lang).join(said))
        self.tell()

    def _mended(self) -> str:
        """What was wrong with the text and is mended on the screen; "" where nothing was."""
        if not self._reading.ruins:
            return ""
        from reader.wording import ruined  # hardly ever needed

        return ruined(self._reading.ruins, self._voice.lang)

    def say(self, key: str) -> None:
        """Say a phrase."""
        self._voice.say(key)

    def quote(self, text: str) -> None:
        """Say what is in words already."""
        self._voice.quote(text)

    def other_way(self) -> None:
        """Show a ruined text as it was written, or mended again."""
        if self.arriving.under_way:
            self._voice.say("still_coming")
            return
        other = self._reading.other_way()
        if other is None:
            self._voice.say("nothing_mended")
        else:
            self._app.replace(self._reading, other, self._place_in(other))

    def read_again(self) -> None:
        """Show the file as it is now, where one has been reading."""
        if self._reading.is_current:
            self._voice.say("file_unchanged")
            return
        try:
            other = self._reading.again()
        except QariError as error:
            self._voice.quote(error.in_(self._voice.lang))
        else:
            self._app.replace(self._reading, other, self._place_in(other))

    def _place_in(self, other: Reading) -> int:
        """Where in the other text stands what is at the head of the page."""
        return place_again(self._reading.document.text, self._page.shown.start, other.document.text)

    def tell(self) -> None:
        """Bring the status row up to date."""
        visible, length = self._page.shown, len(self._reading.document.text)
        lit = self.choosing.lit
        self.panels.light(lit.id if lit else None)
        self._view.status.show(
            Where(
                part=None if visible.length >= length else self._page.progress,
                minutes=None if visible.end >= length else self._pace.minutes_left(visible.start),
                chosen=lit.name if lit else "",
                mention=self.choosing.mention if self.following.part is None else None,
                analysed=self.following.part,
                coming=self.arriving.lines,
                cut=self.arriving.cut,
                changed=self.watching.changed,
                typed=to_digits(self.hiding.number, self._app.options.interface_digits),
            )
        )

    def go_on(self) -> None:
        """Enter on the page: copy what is selected; else to the next mention, as in the panels."""
        if self._page.selected is not None:
            self._page.action_copy()
        else:
            self.going.mention(1)

    def copy(self, span: Span | None, *, cited: bool = False) -> None:
        """Put this part of the text into the clipboard, as it was written; `cited`: and below it where it is from."""
        if span is None:
            self._voice.say("nothing_selected")
            return
        text = self._reading.copied(span)
        source = self._cited(span) if cited else ""
        self._app.copy_to_clipboard(f"{text}\n\n{source}" if source else text)
        said = "copied_with_source" if cited else "copied"
        self._voice.say(said, words=self._voice.counted("words", len(text.split())))

    def _cited(self, span: Span) -> str:
        """The title, the file, and which of the paragraphs."""
        paragraph, count = map(self._voice.number, self._reading.paragraph_at(span.start))
        position = self._voice.phrase("paragraph_of", a=paragraph, b=count)
        source = self._reading.document.source.name
        parts = dict.fromkeys((self._reading.title, source, position))  # a file without a title is called as it is
        return f"— {comma(self._voice.lang).join(parts)}"

    def mention_of(self, entity: str, step: int) -> None:
        """A panel leads to the next mention; from over the text it gives way to it."""
        self.going.mention_of(entity, step)
        self.margin.uncover()

    def jump(self, span: Span) -> None:
        """A panel leads to this place; from over the text it gives way to it."""
        self.going.jump(span)
        self.margin.uncover()

    def list_hits(self) -> None:
        """To the list of matches; from there, back to the page beside the panels."""
        if self._view.find_bar.display:
            self.searching.accept()
        if not self.searching.lit:
            self._voice.say("search_first")
        elif self.panels.listing and self.panels.has_keys:
            self.panels.list_hits(False)
            self._view.focus_page()
        else:
            self.panels.list_hits(True)
            self.margin.enter()

    def point(self, hit: Span, *, for_good: bool) -> None:
        """The list of matches leads to this one; from over the text it gives way to it."""
        self.searching.point(hit)
        if for_good:
            self._page.come_to(hit)
            self.margin.uncover()
            self.searching.tell()

    def only_events_of(self, entity: str | None) -> None:
        if entity is None:
            self._voice.say("choose_first")
        else:
            self.panels.only_events_of(entity)

    def escape(self) -> None:
        """One thing at a time: the selection, panels over the page, matches, the chosen entity."""
        if self._page.leave_selection() or self.margin.uncover():
            return
        if self.searching.lit:
            in_list = self.panels.listing and self.panels.has_keys
            self.searching.forget()
            if in_list:
                self._view.focus_page()
        else:
            self.choosing.choose_nothing()
            self._view.focus_page()
