"""The settings and the themes over the page: what is chosen is seen there at once, and kept for good with Enter."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from reader import settings as file
from reader.errors import QariError
from reader.tui.key import Scope
from reader.tui.screens.drawer import Drawer
from reader.tui.state.values import changed
from reader.tui.widgets.settings_list import SettingsList
from reader.tui.widgets.theme_list import Theme, ThemeList
from reader.tui.wording.phrases import phrase

if TYPE_CHECKING:
    from reader.settings import Settings
    from reader.tui.screens.base import Reader
    from reader.tui.widgets.choice_list import ChoiceList


class TryingScreen(Drawer):
    """Shows how the screen looks with other settings, which are then kept, or left as they were."""

    def __init__(self, reader: Reader, before: Settings, choices: ChoiceList[Any], *scopes: Scope) -> None:
        super().__init__(reader, choices, *scopes)
        self._before = before

    def keep(self) -> None:
        """Write what is another value now into the user's file, and close."""
        try:
            file.keep(changed(self._before, self.reader.settings))
        except QariError:
            lang = self.reader.options.lang
            self.choices.complain(phrase("not_kept", lang, file=str(file.file_of_mine())))
        else:
            self.close()
            self.reader.say("kept")

    def action_give_up(self) -> None:
        """All as it was."""
        self.reader.try_on(self._before)
        self.close()

    def try_on(self, settings: Settings) -> None:
        self.choices.complain("")
        try:
            self.reader.try_on(settings)
        except QariError:
            lang = self.reader.options.lang
            self.choices.complain(phrase("theme_unreadable", lang, file=f"{settings.theme}.toml"))


class SettingsScreen(TryingScreen):
    """Every setting with its value, changed with the keyboard."""

    def __init__(self, reader: Reader) -> None:
        before = reader.settings
        choices = SettingsList(before, self.try_on, self.keep, reader.paint, reader.options)
        super().__init__(reader, before, choices, Scope.SETTINGS)


class ThemesScreen(TryingScreen):
    """Every theme: the one with the cursor is worn."""

    def __init__(self, reader: Reader) -> None:
        choices = ThemeList(self._try, self.keep, reader.paint, reader.options)
        super().__init__(reader, reader.settings, choices)

    def _try(self, theme: Theme) -> None:
        if theme.palette:
            self.try_on(replace(self.reader.settings, theme=theme.name))
