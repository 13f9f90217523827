"""The first page, on the screen before Textual is imported: the text is there at once, and stays where it is.

What is drawn here is what the page's widget draws again, in the same cells, once there is one.
"""

from __future__ import annotations

import os
from colorsys import rgb_to_hls
from contextlib import suppress
from typing import TYPE_CHECKING, Self

from reader import ending
from reader.layout.page import Page, Place
from reader.terminal import modes
from reader.tui.before.geometry import text_box

if TYPE_CHECKING:
    from reader.document.model import Document
    from reader.styles.palette import Palette
    from reader.terminal.output import Output
    from reader.tui.options import ScreenOptions

ENTER = "\x1b[?1049h"
"""The alternate screen, entered and cleared. Not to be sent twice: terminals clear it again."""
LEAVE = "\x1b[0m\x1b[?25h\x1b[?1049l"
_NO_CURSOR = "\x1b[?25l"
_CLEAR = "\x1b[H\x1b[2J"


class FirstPage:
    """Draws the first page on the terminal that is open as this file descriptor, before there is a screen.

    Whoever takes the screen over says so in `on_screen`; else the page is gone again at the end of `with`.
    """

    def __init__(self, terminal: int, options: ScreenOptions, palette: Palette, output: Output | None = None) -> None:
        self._output = output
        self.on_screen = False
        self._terminal = terminal
        self._options = options
        self._palette = palette

    def draw(self, document: Document) -> None:
        """The page on the alternate screen; nothing where that is no terminal, or it is there already."""
        if self.on_screen:
            return
        with suppress(OSError):
            columns, rows = os.get_terminal_size(self._terminal)
            self.on_screen = True
            ending.add(self.leave)
            drawn = frame(document, self._options, self._palette, columns, rows)
            self._write(self._output.write(drawn, columns) if self._output else drawn)

    def leave(self) -> None:
        """Take the page away again; nothing where it is not there, or somebody has taken the screen over."""
        if self.on_screen:
            modes.write(self._terminal, LEAVE)
        self.on_screen = False
        ending.discard(self.leave)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.leave()

    def _write(self, escapes: str) -> None:
        data = escapes.encode()
        while data:
            data = data[os.write(self._terminal, data) :]


def frame(document: Document, options: ScreenOptions, palette: Palette, columns: int, rows: int) -> str:
    """The escapes and cells of the whole screen: nothing on it but the text, in the colours of the page."""
    box = text_box(columns, rows, options.width, options.margin)
    page = Page(document, box.width, options.page, is_fixed=lambda _: True)  # no name is known yet
    lines = page.rows(Place(0, 0), box.height)
    drawn = [
        f"\x1b[{box.y + row + 1};{box.x + line.left + 1}H{''.join(cell.text for cell in line.cells)}"
        for row, line in enumerate(lines)
        if line.cells
    ]
    return "".join([_NO_CURSOR, ENTER, _colours(palette), _CLEAR, *drawn])


def _colours(palette: Palette) -> str:
    """The page's colours, where the terminal says that it has them; else its own until Textual draws."""
    if os.environ.get("COLORTERM") in ("truecolor", "24bit"):
        said = _full
    elif os.environ.get("TERM", "").endswith("-256color"):
        said = _indexed
    else:
        return ""
    colours = ((38, palette.foreground), (48, palette.background))
    return "".join(f"\x1b[{kind};{said(_rgb(colour))}m" for kind, colour in colours if colour)


def _full(rgb: tuple[int, int, int]) -> str:
    return "2;" + ";".join(map(str, rgb))


def _indexed(rgb: tuple[int, int, int]) -> str:
    """The colour of 256 that Rich takes for this one: the page must not change its colour when Textual draws it."""
    _hue, lightness, saturation = rgb_to_hls(*(value / 255 for value in rgb))
    if saturation < 0.15:
        grey = round(lightness * 25)
        index = {0: 16, 25: 231}.get(grey, 231 + grey)
        return f"5;{index}"
    red, green, blue = (round(value / 95 if value < 95 else 1 + (value - 95) / 40) for value in rgb)
    return f"5;{16 + 36 * red + 6 * green + blue}"


def _rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
