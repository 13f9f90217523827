"""Every setting with its value; the one with the cursor says what it does."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from reader.settings import SCHEMA, Setting, Settings
from reader.styles.load import names as theme_names
from reader.tui import keymap
from reader.tui.key import Scope
from reader.tui.state.values import changed, stepped
from reader.tui.widgets.choice_list import ChoiceList
from reader.tui.widgets.line_text import row
from reader.tui.wording.settings import TOLD, value_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from rich.style import Style
    from textual.strip import Strip

    from reader.tui.options import ScreenOptions
    from reader.tui.theme import Paint


class SettingsList(ChoiceList[Setting]):
    """Says which settings there are now (`tried`), and when they are to be kept (`keep`)."""

    BINDINGS = keymap.bindings(Scope.SETTINGS)

    def __init__(
        self,
        settings: Settings,
        tried: Callable[[Settings], None],
        keep: Callable[[], None],
        paint: Paint,
        options: ScreenOptions,
    ) -> None:
        super().__init__("settings", paint, options)
        self._before = self._settings = settings
        self._tried = tried
        self._keep = keep
        self.fill(SCHEMA, complete=True)

    def names(self, entry: Setting) -> Iterable[str]:
        told = TOLD[entry.name]
        return (entry.name, *told.name, *told.does)

    def explained(self, entry: Setting) -> str:
        does = TOLD[entry.name].does
        return does.ar if self._options.lang == "ar" else does.en

    def lines(self, entry: Setting, width: int, ground: Style, *, current: bool) -> list[Strip]:
        told, lang = TOLD[entry.name], self._options.lang
        value = row(self._value(entry), ground + self.bright)
        name = told.name.ar if lang == "ar" else told.name.en
        is_new = entry.name in changed(self._before, self._settings)
        first = self.line(name, value, width, ground, in_force=is_new)
        return self.unfolded(first, entry, width, ground) if current else [first]

    def enter(self, entry: Setting, step: int) -> None:  # noqa: ARG002
        self._keep()

    def clicked(self) -> None:
        self.action_change(1)

    def action_change(self, step: int) -> None:
        """The next value of the setting with the cursor, or the one before."""
        if self.current:
            value = getattr(self._settings, self.current.name)
            self._set(self.current, stepped(self.current, value, step, theme_names()))

    def action_restore(self) -> None:
        """The value that the program has where nobody chose one."""
        if self.current:
            self._set(self.current, self.current.default)

    def _set(self, setting: Setting, value: Any) -> None:
        self._settings = replace(self._settings, **{setting.name: value})
        self._tried(self._settings)
        self.changed()

    def _value(self, entry: Setting) -> str:
        lang, palette = self._options.lang, self._paint.palette
        if entry.name == "theme":
            return palette.title_ar if lang == "ar" else palette.title_en
        return value_of(entry, getattr(self._settings, entry.name), lang, self._options.interface_digits)
