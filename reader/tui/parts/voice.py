"""What is said for some seconds, in the language and the digits of the interface."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from reader.tui.wording.phrases import counted, number, phrase

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.tui.options import ScreenOptions


class Row(Protocol):
    """Where it is said."""

    def notify_briefly(self, text: str) -> None: ...

    def take_back(self) -> None: ...


class Voice:
    """Says things in the language that `options`, asked each time, gives."""

    def __init__(self, row: Row, options: Callable[[], ScreenOptions]) -> None:
        self._row = row
        self._options = options

    @property
    def lang(self) -> str:
        return self._options().lang

    def phrase(self, key: str, **values: str) -> str:
        """The words for `key`, not said yet."""
        return phrase(key, self.lang, **values)

    def number(self, value: int) -> str:
        return number(value, self._options().interface_digits)

    def counted(self, key: str, count: int) -> str:
        """So many things."""
        return counted(key, count, self.lang, self._options().interface_digits)

    def say(self, key: str, **values: str) -> None:
        self.quote(self.phrase(key, **values))

    def quote(self, text: str) -> None:
        """Say what is in words already."""
        self._row.notify_briefly(text)

    def take_back(self) -> None:
        """What was said last is no longer so."""
        self._row.take_back()
