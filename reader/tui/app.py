"""The Textual application: which screen is on, in which colours and language. Everything else is the screens'."""

from __future__ import annotations

import gc
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from textual import events
from textual.app import App

from reader import ending
from reader.styles.load import load
from reader.terminal.detect import Strategy
from reader.tui import keymap
from reader.tui.options import ScreenOptions, first_theme
from reader.tui.screens.base import ReaderScreen
from reader.tui.screens.reading import ReadingScreen
from reader.tui.textual_private import run_binding
from reader.tui.theme import Paint, textual_theme

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from rich.console import RenderableType
    from textual.driver import Driver
    from textual.screen import Screen

    from reader.reading import Reading
    from reader.settings import Settings
    from reader.styles.palette import Palette
    from reader.terminal.ask import Found
    from reader.terminal.lookout import Lookout
    from reader.terminal.output import Output
    from reader.tui.key import Scope

KEYED = ("lang", "tashkeel", "digits", "justify")
"""Options that a key of the reading screen changes, for the session."""
DEEDS = (events.Key, events.Paste, events.MouseDown, events.MouseScrollDown, events.MouseScrollUp)
"""What a person does, among what the terminal tells."""


class QariApp(App[None], inherit_bindings=False):
    """Shows the first of `readings`, or the library where there is none."""

    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False
    BINDINGS = keymap.bindings_of("interrupt")
    CSS = """
    Screen { background: $background; color: $foreground; }
    Drawer { background: transparent; }
    """

    def __init__(
        self,
        readings: Sequence[Reading],
        settings: Settings,
        driver_class: type[Driver] | None = None,
        *,
        output: Output | None = None,
        lookout: Lookout | None = None,
        article: Callable[[str], Reading] | None = None,
    ) -> None:
        # Textual would turn the terminal's own colours into ones it makes up; all others are full ones anyway.
        super().__init__(driver_class=driver_class, ansi_color=True)
        self.readings = list(readings)
        self._settings = output.asked_for if output else settings
        self.options = ScreenOptions.of(settings)
        self.warning: str | None = None
        """What a person should know about this terminal, said once."""
        self._lowest = 1
        """Screens of which the top one is left for the shell."""
        self._output = output
        self._lookout = lookout
        self._article = article
        self.wear(load(first_theme(settings.theme)))

    def get_default_screen(self) -> Screen[None]:
        """The screen to begin with: nothing else is mounted before the first text is painted."""
        if not self.readings:
            from reader.tui.screens.library import LibraryScreen

            library: Screen[None] = LibraryScreen(self)
            return library
        return ReadingScreen(self.readings[0], self)

    def on_mount(self) -> None:
        # After Ctrl-Z and fg the terminal shows nothing of ours, and Textual writes only what has changed.
        self.app_resume_signal.subscribe(self, lambda _app: self.refresh(layout=True))
        if self._lookout:
            self._lookout.changed = partial(self.call_from_thread, self._use_terminal)

    def on_resize(self) -> None:
        """A multiplexer may have been attached to another terminal."""
        if self._lookout and self._lookout.may_change:
            self.run_worker(self._lookout.look, group="terminal", thread=True, exclusive=True)

    def _use_terminal(self, found: Found) -> None:
        """The terminal is another one, or turned out to be."""
        if self._output:
            before = self._output.notice(keymap.WAY_KEY)
            self._output.found(found)
            self._output.guard.again()
            self._dress(load(self.paint.palette.name))
            notice = self._output.notice(keymap.WAY_KEY)
            if notice and notice != before and isinstance(self.screen, ReaderScreen):
                self.screen.quote(notice)

    def next_way(self) -> str:
        """Write rows to the terminal in the next of the ways of `--bidi`, which is returned: the text was reversed."""
        way = self._output.next_way() if self._output else Strategy.CELLS
        self.refresh(layout=True)
        return way

    def action_next_way(self) -> None:
        self.next_way()

    def on_ready(self) -> None:
        """The first frame is on the screen; `run` has kept garbage collection off until now."""
        if not self.is_headless:
            gc.freeze()
            # A full search for garbage stops the screen for a quarter of a second while a book is analysed.
            gc.set_threshold(50_000, 20, 1000)
            gc.enable()

    def exit(self, result: None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        """Close the screen in good order, within a second or so."""
        super().exit(result, return_code, message)
        if not self.is_headless:
            ending.end_soon(return_code)

    def action_interrupt(self) -> None:
        """Ctrl-C, which is a key like others on a screen."""
        self.exit(return_code=ending.INTERRUPTED)

    async def on_event(self, event: events.Event) -> None:
        """Keys one after another: what one does is done before the next is looked at.

        Textual hands a key to the focused widget and looks for its binding later, when it has come back: keys
        that are typed fast, or sent by a program, would go to whatever had the focus before (`/word`).
        """
        fresh = isinstance(event, DEEDS) and not event.is_forwarded
        if fresh and isinstance(self.screen, ReaderScreen):
            self.screen.take_notice()
        if not (fresh and isinstance(event, events.Key) and await self._handle(event)):
            await super().on_event(event)

    async def _handle(self, key: events.Key) -> bool:
        """Whether the screen, or a binding of what has the focus, knew what to do with this key."""
        screen = self.screen
        typed = isinstance(screen, ReaderScreen) and screen.take_key(key)
        return typed or await run_binding(self, key.key)

    def wear(self, palette: Palette) -> None:
        """Put these colours on."""
        slanted = self._output is None or self._output.terminal.italics
        self.paint = Paint(palette if slanted else palette.upright())
        theme = textual_theme(palette)
        self.register_theme(theme)
        self.theme = theme.name

    @property
    def settings(self) -> Settings:
        """What one has now: what was set, and what keys have changed since."""
        settled = self._output.settings if self._output else self._settings
        usual = ScreenOptions.of(settled)
        by_key = {name: getattr(self.options, name) for name in KEYED}
        changed = {name: value for name, value in by_key.items() if value != getattr(usual, name)}
        if self._output and self._output.wanted != settled.bidi:
            changed["bidi"] = str(self._output.wanted)
        return replace(self._settings, theme=self.paint.palette.name, **changed)

    def try_on(self, settings: Settings) -> None:
        """All as these settings say, on every screen. Raises QariError for a theme that cannot be read."""
        palette = load(first_theme(settings.theme))
        self._settings = settings
        settled = self._output.ask_for(settings) if self._output else settings
        self.options = replace(ScreenOptions.of(settled), text_digits=self.options.text_digits)
        self._dress(palette)

    def _dress(self, palette: Palette) -> None:
        self.wear(palette)
        for screen in self.screen_stack:
            if isinstance(screen, ReaderScreen):
                screen.dress()
        self.refresh(layout=True)

    def say(self, key: str) -> None:
        """Say a phrase on the screen that is on."""
        if isinstance(self.screen, ReaderScreen):
            self.screen.say(key)

    def choose(self, **changes: Any) -> ScreenOptions:
        """Change some of the options for the rest of the session."""
        self.options = replace(self.options, **changes)
        if self._output:
            self._output.marks_wanted = self.options.tashkeel
        return self.options

    def place_of(self, reading: Reading) -> tuple[int, int]:
        """Which of how many texts it is, from 1."""
        return self.readings.index(reading) + 1, len(self.readings)

    def replace(self, reading: Reading, other: Reading, position: int) -> None:
        """Put `other`, from `position` on, in the place of `reading`, which is on the screen."""
        self.readings[self.readings.index(reading)] = other
        self._show_instead(other, position)

    def read_article(self, name: str) -> None:
        """Put the bundled article of this name on the screen, over the one that chose it. Raises QariError where it is
        broken."""
        from reader.reading import Reading

        reading = (self._article or Reading.article)(name)
        self.readings.append(reading)
        self.push_screen(ReadingScreen(reading, self))

    def action_text(self, step: int) -> None:
        """The next of the texts that were asked for, or the one before; says so where there is none."""
        screen = self.screen
        following = self.readings.index(screen.reading) + step if isinstance(screen, ReadingScreen) else -1
        if 0 <= following < len(self.readings):
            self._show_instead(self.readings[following])
        else:
            self.say("last_text" if step > 0 else "first_text")

    def _show_instead(self, reading: Reading, position: int = 0) -> None:
        """This text, in the place of the one that is on the screen."""
        if len(self.screen_stack) > 1:
            self.switch_screen(ReadingScreen(reading, self, position))
        else:
            # Textual cannot take its first screen away: the next one lies over it, and it works on no more.
            self.workers.cancel_node(self.screen)
            self.push_screen(ReadingScreen(reading, self, position))
            self._lowest = 2

    def show_help(self, *first: Scope) -> None:
        """All keys, over whatever is on the screen; those of the parts in `first` at the head."""
        from reader.tui.screens.help import HelpScreen

        self.push_screen(HelpScreen(self, first))

    def action_settings(self) -> None:
        """Every setting, to be changed, over what is on the screen."""
        from reader.tui.screens.settings import SettingsScreen

        self.push_screen(SettingsScreen(self))

    def action_themes(self) -> None:
        """Every theme, to be tried on, over what is on the screen."""
        from reader.tui.screens.settings import ThemesScreen

        self.push_screen(ThemesScreen(self))

    def action_library(self) -> None:
        """What else there is to read, over what is on the screen."""
        from reader.tui.screens.library import LibraryScreen

        self.push_screen(LibraryScreen(self))

    def action_leave(self) -> None:
        """Back to the screen below, if there is one; else the end."""
        if len(self.screen_stack) > self._lowest:
            self.pop_screen()
        else:
            self.exit()
