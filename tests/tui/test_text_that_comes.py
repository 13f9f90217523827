"""A text that still comes: it is read, scrolled and searched meanwhile, and nothing moves when more of it comes."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest
from in_a_terminal import InATerminal
from on_screen import settle
from tui.test_reading_screen import reading_screen, rows, status

from reader.reading import Reading
from reader.settings import Settings
from reader.sources import coming, stream
from reader.text.span import Span
from reader.tui.app import QariApp

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textual.pilot import Pilot

PARAGRAPH = "زارت ليلى مدينة الإسكندرية في الشتاء، ثم عادت مع سالم إلى بيتها القديم.\n\n"


class Writer:
    """Whoever writes into the pipe."""

    def __init__(self) -> None:
        self.reading, self._file = os.pipe()

    def write(self, text: str) -> None:
        os.write(self._file, text.encode())

    def end(self) -> None:
        if self._file >= 0:
            os.close(self._file)
        self._file = -1


@pytest.fixture
def writer(monkeypatch: pytest.MonkeyPatch) -> Iterator[Writer]:
    monkeypatch.setattr(stream, "PATIENCE", 0.0)
    monkeypatch.setattr(coming, "PAUSE", 0.01)
    monkeypatch.setattr(coming, "REST", 0)
    writer = Writer()
    yield writer
    writer.end()


@pytest.fixture
def app(writer: Writer) -> QariApp:
    """Shows forty paragraphs, of more."""
    writer.write(PARAGRAPH * 40)
    return QariApp([Reading.arrive(writer.reading)], Settings())


async def come(pilot: Pilot[None], there: Callable[[], bool]) -> None:
    """Wait until what has been written is there."""
    for _ in range(500):
        if there():
            await pilot.pause()
            return
        await pilot.pause(0.02)
    raise AssertionError("it never came")


async def test_what_has_come_is_read_while_more_comes(app: QariApp, writer: Writer) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        reading, page = reading_screen(app).reading, reading_screen(app).page
        length = len(PARAGRAPH) * 40
        assert "وصل حتى الآن: ٨٠" in status(app)
        await pilot.press("space", "j", "v", "w")
        top, selected, drawn = page.shown.start, page.selected, [line.span for line in page.lines]
        writer.write(PARAGRAPH * 40)
        await come(pilot, lambda: len(reading.document.text) == 2 * length)
        assert (page.shown.start, page.selected, [line.span for line in page.lines]) == (top, selected, drawn)
        assert "وصل حتى الآن: ١٦٠" in status(app)
        await pilot.press("escape", "end")
        assert page.shown.end == 2 * length
        writer.write("وفي آخره كلمة.")
        writer.end()
        await come(pilot, lambda: not reading_screen(app).parts.arriving.under_way)
        assert reading.document.text == PARAGRAPH * 80 + "وفي آخره كلمة."
        assert "يصل" not in status(app)


async def test_all_of_it_is_analysed_at_the_end(app: QariApp, writer: Writer) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        screen = reading_screen(app)
        await come(pilot, lambda: screen.reading.analysis.complete)
        writer.write("وصل الوزير إلى دمشق في 3 مايو 2019.")
        writer.end()
        await come(pilot, lambda: not screen.parts.arriving.under_way)
        await settle(pilot)
        assert screen.reading.analysed
        assert screen.reading.analysis.reach == len(screen.reading.document.text)
        assert "٢٠١٩" in "".join(rows(app)).translate({digit: digit + 0x630 for digit in range(0x30, 0x3A)})


async def test_matches_in_what_comes_are_found_too(app: QariApp, writer: Writer) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        screen = reading_screen(app)
        await pilot.press("slash", *"الإسكندرية", "enter")
        hits, top = len(screen.page.overlay.hits), screen.page.shown.start
        assert hits == 40
        writer.write(PARAGRAPH)
        await come(pilot, lambda: len(screen.page.overlay.hits) == 41)
        assert screen.page.shown.start == top


async def test_a_text_that_does_not_end_is_cut_and_says_so(
    app: QariApp, writer: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        screen = reading_screen(app)
        assert screen.reading.coming is not None
        monkeypatch.setattr(screen.reading.coming, "_limit", 1)
        writer.write(PARAGRAPH)
        await come(pilot, lambda: screen.parts.arriving.cut)
        assert "سوى أوله، فقد ورد أكثر" in status(app)
        await pilot.press("j")
        assert "أوله فقط" in status(app)


async def test_what_was_ruined_can_be_mended_when_it_is_there(writer: Writer) -> None:
    writer.write("ﻭﺻﻞ ﺍﻟﻘﻄﺎﺭ ﺇﻟﻰ ﺍﻟﻤﺪﻳﻨﺔ.\n" * 9)
    app = QariApp([Reading.arrive(writer.reading)], Settings())
    async with app.run_test(size=(100, 30)) as pilot:
        writer.end()
        await come(pilot, lambda: not reading_screen(app).parts.arriving.under_way)
        assert "r" in status(app)
        await pilot.press("r")
        await pilot.pause()
        assert reading_screen(app).reading.document.text.startswith("وصل القطار")


async def test_the_caret_and_what_is_copied_stand_where_they_stood(app: QariApp, writer: Writer) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        screen = reading_screen(app)
        await pilot.press("v", *["w"] * 3)
        before = screen.page.selected
        assert before is not None
        writer.write(PARAGRAPH)
        await come(pilot, lambda: len(screen.reading.document.text) == 41 * len(PARAGRAPH))
        await pilot.press("w")
        after = screen.page.selected
        assert after is not None
        assert Span(after.start, before.end) == before
        assert after.end > before.end


def test_keys_come_from_the_terminal_and_q_ends_at_once_and_closes_the_pipe() -> None:
    reading, writing = os.pipe()
    with InATerminal([sys.executable, "-m", "reader", "--lang", "en"], columns=100, rows=30, stdin=reading) as qari:
        os.close(reading)
        os.write(writing, (PARAGRAPH * 40).encode())
        qari.read_until(b"80 lines so far, more is coming")
        os.write(writing, (PARAGRAPH * 40).encode())
        qari.read_until(b"160 lines")
        qari.type(b"q")
        assert qari.wait() == 0
        assert qari.left_changed() == []
    with pytest.raises(BrokenPipeError):
        os.write(writing, b"x")
    os.close(writing)
