"""The themes, each with its colours."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.segment import Segment
from textual.strip import Strip

from reader.errors import QariError
from reader.styles.load import load, names
from reader.styles.palette import TYPES, Look, Palette
from reader.tui.theme import style_of
from reader.tui.widgets.choice_list import ChoiceList
from reader.tui.wording.phrases import phrase
from reader.wording import mistakes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from rich.style import Style

    from reader.tui.options import ScreenOptions
    from reader.tui.theme import Paint

SWATCH = "■"


class Theme(NamedTuple):
    """A theme; without a palette where its file cannot be read."""

    name: str
    palette: Palette | None


def themes() -> list[Theme]:
    """All there are, the user's own among them."""
    return [_theme(name) for name in names()]


def _theme(name: str) -> Theme:
    try:
        return Theme(name, load(name))
    except QariError:
        return Theme(name, None)


class ThemeList(ChoiceList[Theme]):
    """Says which theme the cursor is on (`tried`) and which is chosen (`keep`)."""

    def __init__(
        self, tried: Callable[[Theme], None], keep: Callable[[], None], paint: Paint, options: ScreenOptions
    ) -> None:
        super().__init__("themes", paint, options)
        self._tried = tried
        self._keep = keep
        self._worn = paint.palette.name
        self.fill(themes(), complete=True)
        for entry in self._all:
            if entry.name == self._worn:
                self.put_cursor(entry)

    def names(self, entry: Theme) -> Iterable[str]:
        return (entry.name, *self._titles(entry))

    def reached(self, entry: Theme) -> None:
        self._tried(entry)

    def clicked(self) -> None:
        if self.current:
            self._tried(self.current)

    def enter(self, entry: Theme, step: int) -> None:  # noqa: ARG002
        self._tried(entry)
        if entry.palette:
            self._keep()

    def explained(self, entry: Theme) -> str:
        lang = self._options.lang
        if entry.palette is None:
            return phrase("theme_unreadable", lang, file=f"{entry.name}.toml")
        return " ".join(mistakes(entry.palette.mistakes, lang))

    def lines(self, entry: Theme, width: int, ground: Style, *, current: bool) -> list[Strip]:
        titles = self._titles(entry)
        title = titles[0 if self._options.lang == "ar" else -1] if titles else entry.name
        first = self.line(title, self._swatches(entry), width, ground, in_force=entry.name == self._worn)
        return self.unfolded(first, entry, width, ground) if current else [first]

    def _titles(self, entry: Theme) -> tuple[str, ...]:
        return (entry.palette.title_ar, entry.palette.title_en) if entry.palette else ()

    def _swatches(self, entry: Theme) -> Strip:
        """The colours of the types of names, on the theme's own ground."""
        if entry.palette is None:
            return Strip([])
        page = Look(colour=entry.palette.foreground, background=entry.palette.background)
        looks = [Look(colour=entry.palette.looks[role].colour).over(page) for role in reversed(TYPES)]
        plain = Segment(" ", style_of(page))
        return Strip([plain, *(Segment(SWATCH, style_of(look)) for look in looks), plain], len(looks) + 2)
