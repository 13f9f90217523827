"""How the screen looks and speaks, changed with a key while one reads: tashkeel, digits, language, straight margins."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from reader.text.arabic import Digits

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.tui.options import ScreenOptions
    from reader.tui.parts.voice import Voice


class Wardrobe(Protocol):
    """What all screens look like, for the rest of the session."""

    @property
    def paint(self) -> object: ...

    @property
    def options(self) -> ScreenOptions: ...

    def choose(self, **changes: Any) -> ScreenOptions: ...

    def next_way(self) -> str: ...


class Looks:
    """Changes what is worn and has the screen dressed anew."""

    def __init__(self, wardrobe: Wardrobe, voice: Voice, dress: Callable[[], None]) -> None:
        self._wardrobe = wardrobe
        self._voice = voice
        self._dress_parts = dress
        self._worn = wardrobe.paint, wardrobe.options

    def tashkeel(self) -> None:
        """Show vowel marks, or leave them out."""
        options = self._change(tashkeel=not self._wardrobe.options.tashkeel)
        self._voice.say("tashkeel_on" if options.tashkeel else "tashkeel_off")

    def digits(self) -> None:
        """The next way to show digits."""
        forms = list(Digits)
        options = self._change(digits=forms[(forms.index(self._wardrobe.options.digits) + 1) % len(forms)])
        self._voice.say(f"digits_{options.digits.value}")

    def lang(self) -> None:
        """The other language."""
        self._change(lang="en" if self._voice.lang == "ar" else "ar")

    def justify(self) -> None:
        """Rows with two straight margins, or ragged ones."""
        options = self._change(justify=not self._wardrobe.options.justify)
        self._voice.say("justified" if options.justify else "ragged")

    def way(self) -> None:
        """The next way of writing to this terminal."""
        self._voice.say("way", way=self._voice.phrase(f"way_{self._wardrobe.next_way()}"))

    def catch_up(self) -> None:
        """Back from another screen: put on what was chosen there."""
        if self._worn != (self._wardrobe.paint, self._wardrobe.options):
            self._dress()

    def _dress(self) -> None:
        self._worn = self._wardrobe.paint, self._wardrobe.options
        self._dress_parts()

    def _change(self, **changes: Any) -> ScreenOptions:
        options = self._wardrobe.choose(**changes)
        self._dress()
        return options
