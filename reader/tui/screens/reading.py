"""The reading screen: the page, the panels in its margin, and the rows below. The only mediator between them.

Widgets tell what happened (messages.py); what follows from it is decided here.
"""

from __future__ import annotations

import time
import unicodedata
from typing import TYPE_CHECKING

from textual import on
from textual.widget import Widget

from reader import wording
from reader.styles.palette import TYPES
from reader.text.arabic import Digits, to_digits
from reader.tui import keymap, loading, messages
from reader.tui.before.geometry import LOW, SIDE_BY_SIDE
from reader.tui.keymap import Scope
from reader.tui.screens.dating import DatingScreen
from reader.tui.state.overlay import Marks
from reader.tui.state.pace import Estimate, Pace
from reader.tui.widgets.panel import Panels
from reader.tui.widgets.status import Where
from reader.tui.wording.phrases import counted, phrase

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.timer import Timer

    from reader.analysis.model import Analysis
    from reader.document.marks import Role
    from reader.reading import Reading
    from reader.tui.options import ScreenOptions
    from reader.tui.theme import Paint

PERCENT = ("percent_sign", "arabic_percent_sign")
"""Textual's names of the keys that make a number of the digits before them."""
CLOCK = 0.5
"""Seconds between two looks at how far the analysis may be."""


class ReadingScreen(DatingScreen):
    """One `Reading` on the screen."""

    BINDINGS = keymap.bindings(Scope.SCREEN)
    # What is wide and high here is so in `geometry` too; a test holds the two together.
    DEFAULT_CSS = """
    ReadingScreen {
        layout: vertical;
        overflow: hidden;
        #body { height: 1fr; layout: horizontal; layers: below above; overflow: hidden; }
        #page { width: 1fr; height: 1fr; layer: below; padding: 1 0 0 0; }
        #panels { width: 30%; min-width: 28; max-width: 40; height: 1fr; layer: below; }
        #panels.-over { layer: above; dock: left; width: 36; max-width: 85%; background: $surface; }
        #status, #keys, #find, #date { height: 1; }
        #find { display: none; }
        &.-low #keys, &.-typing #keys { display: none; }
        &.-low #page { padding: 0; }
    }
    """

    _clock: Timer
    _known: Analysis

    def __init__(self, reading: Reading, paint: Paint, options: ScreenOptions) -> None:
        super().__init__(reading, paint, options)
        self._hidden: frozenset[Role] = frozenset()
        self._typed = ""
        self._hidden_before = self._hidden
        self._analysed: float | None = None
        self._panels_wanted: bool | None = None
        self._ticket = 0
        self._pace = Pace(reading.document.text)
        self.panels = Panels(reading.document, paint, options)

    def compose(self) -> ComposeResult:
        yield Widget(self.panels, self.page, id="body")
        yield self.status
        yield self.keys
        yield self.find_bar

    def on_mount(self) -> None:
        self.page.focus()
        self.keys.show(Scope.PAGE, Scope.SCREEN)
        # The text is on the screen before anything is looked for in it.
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        self._known = self.reading.analysis
        self.panels.furnish()
        notice = next(filter(None, (self.reader.warning, *self.reading.document.notices)), None)
        if notice:
            self._say(notice)
        self.reader.warning = None
        if self.reading.analysed:
            self._show_analysis()
            self.page.overlay.marks = Marks(self.reading.marks())
            self.page.redraw()
            return
        self.analyse()

    def analyse(self) -> None:
        """Find out, aside, what is in the text; what is already shown stays until more is known."""
        if self._analysed is not None:  # one that is under way is given up
            self._clock.stop()
        self._ticket += 1
        self._analysed = 0.0
        self._estimate = Estimate(len(self.reading.document.text), time.monotonic())
        self._clock = self.set_interval(CLOCK, self._look_at_clock)
        self._tell()
        loading.analyse(self, self.reading, self._ticket, lambda: self.page.shown)

    # how much room there is

    def on_resize(self, event: events.Resize) -> None:
        self.set_class(event.size.height < LOW, "-low")
        self._place_panels(event.size.width)

    def _place_panels(self, width: int) -> None:
        over = width < SIDE_BY_SIDE
        if over is not self.panels.has_class("-over"):
            self._panels_wanted = None
        wanted = not over if self._panels_wanted is None else self._panels_wanted
        self.panels.set_class(over, "-over")
        self.panels.display = wanted

    def _show_panels(self, shown: bool) -> None:
        self._panels_wanted = shown
        self._place_panels(self.size.width)
        if not shown and self.focused is not self.page:
            self.page.focus()
        elif shown and self.panels.has_class("-over"):
            self.panels.focus_last()

    # the analysis

    @on(messages.AnalysisArrived)
    def _analysis_arrived(self, message: messages.AnalysisArrived) -> None:
        less = (message.analysis.reach, message.marks.count) < (self._known.reach, self.page.overlay.marks.count)
        if message.ticket != self._ticket or (less and not message.analysis.complete):
            return
        self._known = message.analysis
        self.page.overlay.marks = message.marks
        self.page.redraw()
        self._estimate.reached(message.analysis.reach, time.monotonic())
        self._show_analysis()
        if message.analysis.complete and message.analysis.notices:
            self._say(" · ".join(wording.notice(notice, self._options.lang) for notice in message.analysis.notices))

    def _look_at_clock(self) -> None:
        """Move the bar on, as long as something is being looked for."""
        if self._analysed is None:
            self._clock.stop()
        else:
            self._analysed = self._estimate.part(time.monotonic())
            self._tell()

    def _show_analysis(self) -> None:
        if self._known.complete:
            self._analysed = None
        self.panels.show(self._known)
        self.panels.look_at(self.page.shown)
        if self._chosen is not None:
            from reader.tui.widgets.entity_list import found_again  # not needed to show a text

            again = found_again(self._chosen, self._known.entities)
            if again is None or again.id != self._chosen.id:
                self._choose(again.id if again else None)
            self._chosen = again
        self.tell_date()
        self._tell()

    @on(messages.AnalysisFailed)
    def _analysis_failed(self, message: messages.AnalysisFailed) -> None:
        if message.ticket == self._ticket:
            self._analysed = None
            self.panels.give_up()
            self._say(f"{phrase('analysis_failed', self._options.lang)}: {message.reason}")

    # what the reader does in the text

    @on(messages.PageMoved)
    def _page_moved(self, message: messages.PageMoved) -> None:
        self.panels.look_at(message.visible)
        self._tell()
        # Not before the panels are drawn: they belong to the page that is on the screen.
        self.call_after_refresh(self.page.look_ahead)

    @on(messages.MentionChosen)
    def _mention_chosen(self, message: messages.MentionChosen) -> None:
        self.page.overlay.at = message.span
        self._choose(message.ref)

    @on(messages.SelectionChanged)
    def _selection_changed(self) -> None:
        scopes = (Scope.SELECT, Scope.PAGE, Scope.SCREEN) if self.page.selected else (Scope.PAGE, Scope.SCREEN)
        self.keys.show(*scopes)

    @on(messages.CopyRequested)
    def _copy_requested(self, message: messages.CopyRequested) -> None:
        text = message.span.of(self.reading.document.text)
        self.app.copy_to_clipboard(text)
        lang, digits = self._options.lang, self._options.interface_digits
        words = counted("words", len(text.split()), lang, digits)
        self._say(phrase("copied", lang, words=words))

    # what the reader does in the panels

    @on(messages.EntityChosen)
    def _entity_chosen(self, message: messages.EntityChosen) -> None:
        self.page.overlay.at = None
        self._choose(message.entity)

    @on(messages.NextMention)
    def _next_mention(self, message: messages.NextMention) -> None:
        if self._chosen is None or self._chosen.id != message.entity:
            self.page.overlay.at = None
            self._choose(message.entity)
        self.action_mention(message.step)
        self._look_at_page()

    @on(messages.OnlyEventsOf)
    def _only_events_of(self, message: messages.OnlyEventsOf) -> None:
        if message.entity is None:
            self._say(phrase("choose_first", self._options.lang))
        else:
            self.panels.events.only(message.entity)

    def action_hijri(self) -> None:
        self.panels.events.show_hijri()

    def _look_at_page(self) -> None:
        """Panels that lie over the text have led somewhere: give the text the room (`]` and Enter go on)."""
        if self.panels.has_class("-over"):
            self.page.focus()

    @on(messages.EntityPointed)
    def _entity_pointed(self, message: messages.EntityPointed) -> None:
        self.page.overlay.pointed = message.entity
        self.page.redraw()

    @on(messages.JumpRequested)
    def _jump_requested(self, message: messages.JumpRequested) -> None:
        self._jump(message.span)
        self._look_at_page()

    @on(messages.TypeSwitched)
    def _type_switched(self, message: messages.TypeSwitched) -> None:
        self._switch(message.role)

    def _choose(self, id_: str | None) -> None:
        self._chosen = next((one for one in self._known.entities if one.id == id_), None)
        self.page.overlay.chosen = chosen = self._chosen.id if self._chosen else None
        self.page.redraw()
        self.panels.choose(chosen)
        self._tell()

    def _switch(self, role: Role) -> None:
        """Hide a type, or show it again."""
        self._hide(self._hidden ^ {role})
        lang = self._options.lang
        self._say(phrase("hidden" if role in self._hidden else "shown", lang, type=phrase(role.value, lang)))

    def _hide(self, roles: frozenset[Role]) -> None:
        self._hidden = roles
        self.page.overlay.hidden = roles
        self.page.redraw()
        self.status.hide(roles)

    # digits

    def take_key(self, event: events.Key) -> bool:
        """A digit switches a type; followed by %, the digits were a number after all."""
        if super().take_key(event):
            return True
        character = event.character or ""
        if len(character) == 1 and character.isdecimal():
            self._digit(unicodedata.decimal(character))
            return True
        if self._typed and event.key not in PERCENT:
            self._typed = ""
            self._tell()
        return False

    def _digit(self, digit: int) -> None:
        if not self._typed:
            self._hidden_before = self._hidden
        self._typed = (self._typed + str(digit))[-3:]
        if 1 <= digit <= len(TYPES):
            self._switch(TYPES[digit - 1])
        self._tell()

    def action_percent(self) -> None:
        if self._typed:
            self._hide(self._hidden_before)
            self.status.take_back()
            self._jumps.leave(self.page.shown.start)
            self.page.go_to_part(int(self._typed) / 100)
            self._typed = ""

    # how it looks

    def _dress(self) -> None:
        for part in (self.page, self.panels, self.status, self.keys, self.find_bar):
            part.dress(self.reader.paint, self._options)

    def action_tashkeel(self) -> None:
        self._change(tashkeel=not self._options.tashkeel)
        self._say(phrase("tashkeel_on" if self._options.tashkeel else "tashkeel_off", self._options.lang))

    def action_digits(self) -> None:
        forms = list(Digits)
        self._change(digits=forms[(forms.index(self._options.digits) + 1) % len(forms)])
        self._say(phrase(f"digits_{self._options.digits.value}", self._options.lang))

    def action_lang(self) -> None:
        self._change(lang="en" if self._options.lang == "ar" else "ar")

    def action_theme(self) -> None:
        palette = self.reader.wear_next()
        self._dress()
        name = palette.title_ar if self._options.lang == "ar" else palette.title_en
        self._say(phrase("theme", self._options.lang, name=name))

    def _change(self, **changes: object) -> None:
        self._options = self.reader.choose(**changes)
        self._dress()

    # the parts of the screen

    def action_panels(self) -> None:
        self._show_panels(not self.panels.display)

    def action_focus_part(self, step: int) -> None:
        if not self.panels.display:
            self._show_panels(True)
            if self.panels.has_class("-over"):
                return
        (self.focus_next if step > 0 else self.focus_previous)()

    def on_descendant_focus(self) -> None:
        self.keys.show(*self._scopes)
        if self.focused is self.page and self.panels.has_class("-over"):
            self._show_panels(False)  # nobody reads on under panels that lie over the text

    @property
    def _scopes(self) -> tuple[Scope, ...]:
        """Whose keys mean something now, the focused part's first."""
        in_panels = self.focused is not None and self.panels in self.focused.ancestors_with_self
        return Scope.PANELS if in_panels else Scope.PAGE, Scope.SCREEN

    def action_escape(self) -> None:
        """One thing at a time: the selection, panels over the page, matches, the chosen entity."""
        if self.page.selected is not None or self.page.selecting:
            self.page.clear_selection()
        elif self.panels.display and self.panels.has_class("-over"):
            self._show_panels(False)
        elif self.searching:
            self.forget_hits()
        else:
            self.page.overlay.marker = self.page.overlay.at = None
            self._choose(None)
            self.page.focus()

    def action_help(self) -> None:
        self.reader.show_help(*self._scopes)

    def action_library(self) -> None:
        self.reader.show_library()

    def action_text(self, step: int) -> None:
        self.reader.show_text(step)

    def action_quit(self) -> None:
        self.reader.leave()

    # saying

    def _tell(self) -> None:
        """Bring the status row up to date."""
        visible, length = self.page.shown, len(self.reading.document.text)
        self.status.show(
            Where(
                part=self.page.progress,
                minutes=None if visible.end >= length else self._pace.minutes_left(visible.start),
                chosen=self._chosen.name if self._chosen else "",
                mention=self._mention_number(),
                analysed=self._analysed,
                typed=to_digits(self._typed, self._options.interface_digits),
            )
        )

    def _mention_number(self) -> tuple[int, int] | None:
        if self._chosen is None:
            return None
        starts = [mention.span.start for mention in self._chosen.mentions]
        at = (self.page.overlay.at or self.page.shown).start
        return max(1, sum(start <= at for start in starts)), len(starts)
