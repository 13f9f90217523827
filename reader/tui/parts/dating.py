"""Setting the document date: the day that «اليوم» means."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable

    from reader.analysis.model import Analysis
    from reader.reading import Reading
    from reader.tui.parts.voice import Voice


class Bar(Protocol):
    """Where the date is typed; it says how it is understood, and what the date is now."""

    typed: str

    @property
    def day(self) -> datetime.date | None: ...

    def open(self) -> None:
        """Show it, empty, and give it the keys."""

    def close(self) -> None:
        """Hide it, and give the keys back to what had them."""

    def type(self, text: str) -> None: ...

    def erase(self) -> None: ...

    def clear(self) -> None: ...

    def show(self, analysis: Analysis) -> str: ...


class Dating:
    """The date of `reading`; `analyse` finds everything anew that hangs on it."""

    def __init__(self, reading: Reading, bar: Bar, voice: Voice, analyse: Callable[[], None]) -> None:
        self._reading = reading
        self._bar = bar
        self._voice = voice
        self._analyse = analyse
        self._known: Analysis | None = None
        self._set = False
        """Whether the date is to be told once everything has been found anew."""

    def open(self) -> None:
        self._bar.open()
        self._bar.show(self._known or self._reading.analysis)

    def type(self, text: str) -> None:
        self._bar.type(text)

    def erase(self) -> None:
        self._bar.erase()

    def clear(self) -> None:
        self._bar.clear()

    def accept(self) -> None:
        """Count from the day that was typed; with nothing typed, from what the text says of itself."""
        day = self._bar.day
        if day is None and self._bar.typed.strip():
            self._voice.say("date_bad")
            return
        self._bar.close()
        self._reading.document_date = day
        self._set = True
        self._analyse()

    def cancel(self) -> None:
        """The date stays as it is."""
        self._bar.close()

    def learn(self, analysis: Analysis) -> None:
        """Say what the date is now, if it was set here and everything has been found anew."""
        self._known = analysis
        if self._set and analysis.complete:
            self._set = False
            self._voice.quote(self._bar.show(analysis))
