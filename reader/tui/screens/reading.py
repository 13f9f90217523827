"""The reading screen: the page, the panels in its margin, and the rows below.

Widgets and workers tell what happened (messages.py), keys ask for something (keymap.py); both go to the parts.
"""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from textual.widget import Widget

from reader.text.arabic import family_of
from reader.tui import keymap, loading
from reader.tui.before import geometry
from reader.tui.before.geometry import LOW, LOWEST
from reader.tui.key import Scope, letters_of
from reader.tui.parts.mediator import Mediator
from reader.tui.screens.base import ReaderScreen
from reader.tui.widgets.date_bar import DateBar
from reader.tui.widgets.find import FindBar
from reader.tui.widgets.panel import Panels
from reader.tui.widgets.prompt import Prompt
from reader.tui.widgets.selecting import SelectingPage
from reader.tui.widgets.status import KeysLine, StatusLine
from reader.tui.widgets.title_line import TitleLine

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

    from reader.reading import Reading
    from reader.tui import messages
    from reader.tui.screens.base import Reader
    from reader.tui.state.finding import Query


class ReadingScreen(ReaderScreen):
    """One `Reading` on the screen, from `position` on."""

    BINDINGS = keymap.bindings(Scope.SCREEN)
    # What is wide and high here is so in `geometry` too; a test holds the two together.
    DEFAULT_CSS = """
    ReadingScreen {
        layout: vertical;
        overflow: hidden;
        #body { height: 1fr; layout: horizontal; layers: below above; overflow: hidden; }
        #page { width: 1fr; height: 1fr; layer: below; }
        #panels { height: 1fr; layer: below; }
        #panels.-over { layer: above; dock: left; width: 36; max-width: 85%; background: $surface; }
        #title, #status, #keys, #find, #date { height: 1; }
        #find, #date { display: none; }
        &.-low #keys, &.-lowest #title { display: none; }
        &.-low.-typing #status { display: none; }
    }
    """

    def __init__(self, reading: Reading, reader: Reader, position: int = 0) -> None:
        super().__init__(reader)
        self.reading = reading
        self._position = position
        family = family_of(reading.document.text)
        paint, options = reader.paint, reader.choose(text_digits=family)
        source = reading.document.source.short_name
        self.title_line = TitleLine(reading.title, source, reader.place_of(reading), paint, options)
        self.page = SelectingPage(reading.document, paint, options)
        self.panels = Panels(reading.document, paint, options)
        self.status = StatusLine(paint, options)
        self.keys = KeysLine(paint, options)
        self.find_bar = FindBar(paint, options, self.page)
        self.date_bar = DateBar(paint, options)
        self.parts = Mediator(reading, reader, self)

    def compose(self) -> ComposeResult:
        self._make_room(self.app.size.width)
        yield self.title_line
        yield Widget(self.panels, self.page, id="body")
        yield self.status
        yield self.keys
        yield self.find_bar
        yield self.date_bar

    def on_mount(self) -> None:
        self.page.focus()
        self.keys.show(Scope.PAGE, Scope.SCREEN)
        # The text is on the screen before anything is looked for in it.
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        if self._position:
            self.page.go_to(self._position)
        self.panels.furnish()
        self.panels.look_at(self.page.shown)
        warning, self.reader.warning = self.reader.warning, None
        self.parts.begin(warning)

    def on_screen_resume(self) -> None:
        self.parts.looks.catch_up()

    def on_resize(self, event: events.Resize) -> None:
        low = event.size.height < LOW
        self.set_class(low, "-low")
        self.set_class(event.size.height < LOWEST, "-lowest")
        self.status.stand_alone(low)
        self.parts.margin.place(event.size.width)
        self._make_room(event.size.width)

    def _make_room(self, width: int) -> None:
        """For the panels beside the page; those that lie over it have a width of their own."""
        options = self.reader.options
        self.panels.styles.width = geometry.panels(width, options.width, options.margin) or None

    def on_descendant_focus(self) -> None:
        self.keys.show(*self._scopes, without=("panel_filter", "panel_only") if self.panels.listing else ())
        self.title_line.show_focus(self.focused is self.page)
        if self.focused is self.page:
            self.parts.margin.uncover()  # nobody reads on under panels that lie over the text

    # what is asked for by keys

    def take_notice(self) -> None:
        """Something is done: what was said last has been read, or never will be."""
        self.status.take_back()

    def take_key(self, event: events.Key) -> bool:
        """While a bar is open, what is printable is typed into it; elsewhere digits mean something."""
        character = event.character or ""
        typed = event.is_printable and self._type(letters_of(character))
        return typed or super().take_key(event) or self.parts.hiding.take_key(event.key, character)

    def on_paste(self, event: events.Paste) -> None:
        self._type(" ".join(event.text.split()))

    def _type(self, text: str) -> bool:
        """Type into the bar that has the keys; whether there is one."""
        if not isinstance(self.focused, Prompt):
            return False
        part = self.parts.searching if self.focused is self.find_bar else self.parts.dating
        part.type(text)
        return True

    def action_do(self, deed: str, *arguments: object) -> None:
        """What the keymap has for a key: a method of a part."""
        attrgetter(deed)(self.parts)(*arguments)

    def action_help(self) -> None:
        self.reader.show_help(*self._scopes)

    def action_outline(self) -> None:
        from reader.tui.screens.outline import OutlineScreen
        from reader.tui.state.outline import headings

        if entries := headings(self.reading.document):
            self.app.push_screen(OutlineScreen(self.reader, entries, self.page.shown.start, self.parts.going.open_at))
        else:
            self.say("no_headings")

    @property
    def _scopes(self) -> tuple[Scope, ...]:
        """Whose keys mean something now, the focused part's first."""
        if isinstance(self.focused, Prompt):
            return (Scope.FIND if self.focused is self.find_bar else Scope.DATE,)
        in_panels = self.focused is not None and self.panels in self.focused.ancestors_with_self
        if self.panels.typing:
            return (Scope.FILTER,)
        return Scope.PANELS if in_panels else Scope.PAGE, Scope.SCREEN

    # what the parts ask for

    def dress(self) -> None:
        self._make_room(self.size.width)
        for part in (self.title_line, self.page, self.panels, self.status, self.keys, self.find_bar, self.date_bar):
            part.dress(self.reader.paint, self.reader.options)

    def say(self, key: str) -> None:
        self.parts.say(key)

    def quote(self, text: str) -> None:
        self.parts.quote(text)

    def focus_page(self) -> None:
        if self.focused is not self.page:
            self.page.focus()

    def entitle(self, title: str) -> None:
        self.title_line.entitle(title)

    def follow_aside(self) -> None:
        if self.reading.coming is not None:
            loading.follow(self, self.reading.coming)

    def analyse_aside(self, ticket: int) -> None:
        loading.analyse(self, self.reading, ticket, lambda: self.page.shown)

    def halt_analysis(self) -> None:
        loading.halt_analysis(self)

    def search_aside(self, query: Query, ticket: int) -> None:
        loading.search(self, self.reading, query, ticket)

    # what is told

    def on_page_moved(self, message: messages.PageMoved) -> None:
        self.panels.look_at(message.visible)
        self.parts.tell()
        # Not before the panels are drawn: they belong to the page that is on the screen.
        self.call_after_refresh(self.page.look_ahead)

    def on_filter_switched(self) -> None:
        self.keys.show(*self._scopes)

    def on_selection_changed(self) -> None:
        scopes = (Scope.PAGE, Scope.SCREEN)
        if self.page.selected:
            self.keys.show(Scope.SELECT, *scopes, without=("select",))
        else:
            self.keys.show(*scopes)

    def on_text_grew(self, message: messages.TextGrew) -> None:
        self.parts.arriving.grew(message.document, message.page, over=message.over)

    def on_analysis_arrived(self, message: messages.AnalysisArrived) -> None:
        self.parts.following.arrived(message.analysis, message.marks, message.ticket)

    def on_analysis_failed(self, message: messages.AnalysisFailed) -> None:
        self.parts.following.failed(message.reason, message.ticket)

    def on_hits_arrived(self, message: messages.HitsArrived) -> None:
        self.parts.searching.arrived(message.hits, message.ticket, complete=message.complete)

    def on_search_failed(self, message: messages.SearchFailed) -> None:
        self.parts.searching.failed(message.reason, message.ticket)

    def on_hit_pointed(self, message: messages.HitPointed) -> None:
        self.parts.point(message.hit, for_good=message.for_good)

    def on_mention_chosen(self, message: messages.MentionChosen) -> None:
        self.parts.choosing.choose_at(message.ref, message.span)

    def on_entity_pointed(self, message: messages.EntityPointed) -> None:
        self.parts.choosing.point(message.entity)

    def on_next_mention(self, message: messages.NextMention) -> None:
        self.parts.mention_of(message.entity, message.step)

    def on_jump_requested(self, message: messages.JumpRequested) -> None:
        self.parts.jump(message.span)

    def on_marker_moved(self, message: messages.MarkerMoved) -> None:
        self.parts.going.mark(message.span)

    def on_place_left(self, message: messages.PlaceLeft) -> None:
        self.parts.jumps.leave(message.position)

    def on_only_events_of(self, message: messages.OnlyEventsOf) -> None:
        self.parts.only_events_of(message.entity)

    def on_type_switched(self, message: messages.TypeSwitched) -> None:
        self.parts.hiding.switch(message.role)

    def on_copy_requested(self, message: messages.CopyRequested) -> None:
        self.parts.copy(message.span, cited=message.cited)
