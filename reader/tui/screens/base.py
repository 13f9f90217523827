"""What all screens of the reader have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from textual.screen import Screen

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events

    from reader.reading import Reading
    from reader.settings import Settings
    from reader.tui.key import Scope
    from reader.tui.options import ScreenOptions
    from reader.tui.theme import Paint


class Reader(Protocol):
    """What a screen asks of the application."""

    paint: Paint
    options: ScreenOptions
    warning: str | None

    def choose(self, **changes: Any) -> ScreenOptions: ...

    def place_of(self, reading: Reading) -> tuple[int, int]: ...

    @property
    def settings(self) -> Settings: ...

    def try_on(self, settings: Settings) -> None: ...

    def say(self, key: str) -> None: ...

    def next_way(self) -> str: ...

    def copy_to_clipboard(self, text: str) -> None: ...

    def read_article(self, name: str) -> None: ...

    def replace(self, reading: Reading, other: Reading, position: int) -> None: ...

    def show_help(self, *first: Scope) -> None: ...


class ReaderScreen(Screen[None], inherit_bindings=False):
    """A screen of `reader`. Textual's own keys are left out: every key is in the keymap."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def dress(self) -> None:
        """New colours, language, digits."""

    def say(self, key: str) -> None:
        """Say a phrase, where there is a place for it."""

    def quote(self, text: str) -> None:
        """Say what is in words already, where there is a place for it."""

    def take_notice(self) -> None:
        """A person does something: a key, a paste, a button or the wheel of the mouse."""

    def take_key(self, event: events.Key) -> bool:
        """A first look at a key, before the keymap's: whether the part that has the focus took it as text."""
        take_key: Callable[[events.Key], bool] | None = getattr(self.focused, "take_key", None)
        return take_key is not None and take_key(event)
