"""What is drawn before Textual is there is what Textual draws: same letters, same cells."""

from __future__ import annotations

import io
import os
import re
from typing import TYPE_CHECKING

import pytest
from rich.color import Color, ColorSystem

from reader.reading import Reading
from reader.settings import Settings
from reader.styles.load import load
from reader.terminal.modes import NOTHING, Guard
from reader.tui.app import QariApp
from reader.tui.before import first_page
from reader.tui.driver import driver_for
from reader.tui.options import ScreenOptions

if TYPE_CHECKING:
    from pathlib import Path

SIZES = [(120, 40), (200, 50), (90, 30), (101, 24), (133, 33), (89, 24), (80, 24), (60, 20), (40, 10), (30, 8), (8, 4)]
MOVE = re.compile(r"\x1b\[(\d+);(\d+)H([^\x1b]*)")


def drawn(frame: str) -> dict[tuple[int, int], str]:
    """The start of each stretch of letters in a frame: (row, column) → letters."""
    return {(int(row) - 1, int(column) - 1): text for row, column, text in MOVE.findall(frame) if text}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    "settings",
    [
        Settings(),
        Settings(width=30, tashkeel=False, digits="arab"),
        Settings(margin=10, spacing=1, justify=True),
        Settings(margin=40),
    ],
)
async def test_the_page_is_where_the_widget_will_draw_it(size: tuple[int, int], settings: Settings) -> None:
    reading = Reading.open("mutanabbi")
    options = ScreenOptions.of(settings)
    before = drawn(first_page.frame(reading.document, options, load("layl"), *size))
    app = QariApp([reading], settings)
    async with app.run_test(size=size):
        page = app.screen.query_one("#page")
        for (row, column), text in before.items():
            strip = page.render_line(row - page.content_region.y).text
            shown = strip[column - page.content_region.x :]
            assert shown.startswith(text), (row, column)
        assert len(before) == sum(bool(line.cells) for line in app.screen.page.lines)  # type: ignore[attr-defined]


def test_the_screen_is_given_back_where_nobody_takes_it_over() -> None:
    ours, theirs = os.openpty()
    page = first_page.FirstPage(theirs, ScreenOptions(), load("layl"))
    with page:
        page.draw(Reading.open("webb").document)
    os.close(theirs)
    written = b""
    while b"\x1b[?1049l" not in written:
        written += os.read(ours, 65536)
    os.close(ours)
    assert written.index(b"\x1b[?1049h") < written.index(b"\x1b[?1049l")


def test_where_there_is_no_terminal_nothing_is_drawn(tmp_path: Path) -> None:
    with (tmp_path / "log").open("wb") as log:
        with first_page.FirstPage(log.fileno(), ScreenOptions(), load("layl")) as page:
            page.draw(Reading.open("webb").document)
        assert not page.on_screen
    assert (tmp_path / "log").read_bytes() == b""


def test_no_control_character_of_a_text_is_drawn() -> None:
    source = io.BytesIO("قبل\x1b[2J\x00\u202eبعد".encode())
    frame = first_page.frame(Reading.open("-", stdin=source).document, ScreenOptions(), load("layl"), 80, 24)
    assert "".join(drawn(frame).values())
    assert not {"\x00", "\u202e"} & set(frame)
    assert frame.count("\x1b[2J") == 1


def test_the_driver_does_not_clear_what_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    page = first_page.FirstPage(0, ScreenOptions(), load("layl"))
    page.on_screen = True
    driver = driver_for(Guard(NOTHING, 0), b"", page)
    monkeypatch.setattr(driver, "_enter", lambda _: None)
    written: list[str] = []
    one = driver.__new__(driver)
    one._writer_thread = type("Writer", (), {"write": staticmethod(written.append)})()
    one.write(first_page.ENTER)
    one.write("x")
    one.write(first_page.ENTER)
    assert written == ["x", first_page.ENTER]
    assert not page.on_screen


@pytest.mark.parametrize("name", ["layl", "nahar", "tabayun", "sada"])
@pytest.mark.parametrize(
    ("environment", "system"),
    [
        ({"TERM": "xterm", "COLORTERM": "truecolor"}, ColorSystem.TRUECOLOR),
        ({"TERM": "mlterm-256color"}, ColorSystem.EIGHT_BIT),
        ({"TERM": "xterm"}, None),
    ],
)
def test_the_ground_is_the_one_that_textual_will_draw(
    monkeypatch: pytest.MonkeyPatch, name: str, environment: dict[str, str], system: ColorSystem | None
) -> None:
    monkeypatch.setattr(os, "environ", environment)
    palette = load(name)
    frame = first_page.frame(Reading.open("webb").document, ScreenOptions(), palette, 80, 24)
    painted = re.findall(r"\x1b\[((?:38|48)[\d;]*)m", frame)
    colours = [(palette.foreground, True), (palette.background, False)]
    expected = [
        ";".join(Color.parse(colour).downgrade(system).get_ansi_codes(foreground=fore))
        for colour, fore in colours
        if colour and system
    ]
    assert painted == expected
