"""A file that changed, and a ruined one, shown again where one was."""

from __future__ import annotations

import os
import unicodedata
from typing import TYPE_CHECKING

import pytest
from on_screen import screen_of

from reader.reading import Reading
from reader.settings import Settings
from reader.text.arabic import strip_marks
from reader.tui.app import QariApp

if TYPE_CHECKING:
    from pathlib import Path

LINES = [f"السطر رقم {number} من كتاب طويل عن البحر والسفر وما رآه المسافر فيه.\n\n" for number in range(200)]


@pytest.fixture(autouse=True)
def nothing_to_find(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Reading, "analyses", lambda *_, **__: iter(()))


def head(app: QariApp) -> str:
    """The first line on the page."""
    page = screen_of(app).page
    return page.document.text[page.shown.start :].lstrip().partition("\n")[0]


def status(app: QariApp) -> str:
    row = app.screen._compositor.render_strips()[-2].text
    return strip_marks(unicodedata.normalize("NFKC", row.strip()[::-1]))


async def test_a_file_that_changed_is_said_and_read_again_where_one_was(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("".join(LINES), "utf-8")
    app = QariApp([Reading.open(file)], Settings())
    async with app.run_test(size=(100, 20)) as pilot:
        await pilot.pause()
        screen_of(app).page.go_to(file.read_text("utf-8").index(LINES[90]))
        await pilot.press("R")
        assert "لم يتغير الملف" in status(app)
        file.write_text("".join(LINES[10:]) + "خاتمة.\n", "utf-8")
        os.utime(file, ns=(1, 1))
        for _ in range(2):
            screen_of(app).parts.watching.look()
        await pilot.press("j")
        await pilot.pause()
        assert "تغير الملف: R" in status(app)
        shown = head(app)
        await pilot.press("R")
        await pilot.pause()
        assert screen_of(app).reading.document.text.endswith("خاتمة.\n")
        assert head(app) == shown
        assert "تغير الملف" not in status(app)


async def test_a_file_that_is_gone_leaves_what_was_read(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("".join(LINES), "utf-8")
    app = QariApp([Reading.open(file)], Settings())
    async with app.run_test(size=(100, 20)) as pilot:
        await pilot.pause()
        file.unlink()
        await pilot.press("R")
        assert "لا يوجد ملف" in status(app)
        assert screen_of(app).reading.document.text == "".join(LINES)


async def test_what_is_read_again_is_the_text_on_the_screen(tmp_path: Path) -> None:
    """Though another one, from the library, has been read over it meanwhile."""
    file = tmp_path / "a.txt"
    file.write_text("".join(LINES), "utf-8")
    app = QariApp([Reading.open(file)], Settings())
    async with app.run_test(size=(100, 20)) as pilot:
        await pilot.press("l", "enter")
        await pilot.pause()
        await pilot.press("q", "q")
        await pilot.pause()
        file.write_text("".join(LINES[:50]), "utf-8")
        await pilot.press("R")
        await pilot.pause()
        assert screen_of(app).reading.document.text == "".join(LINES[:50])


async def test_a_ruined_text_is_shown_as_written_and_mended_again_about_where_one_was(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    good = "".join(LINES)
    ruined = good.encode().decode("cp1256")
    file.write_text(ruined, "utf-8")
    app = QariApp([Reading.open(file)], Settings())
    async with app.run_test(size=(100, 20)) as pilot:
        await pilot.pause()
        screen_of(app).page.go_to(good.index(LINES[90]))
        await pilot.press("r")
        await pilot.pause()
        assert screen_of(app).page.document.text == ruined
        assert abs(screen_of(app).page.shown.start - ruined.index(LINES[90].encode().decode("cp1256"))) < 500
        await pilot.press("r")
        await pilot.pause()
        assert screen_of(app).page.document.text == good
        assert abs(screen_of(app).page.shown.start - good.index(LINES[90])) < 500
