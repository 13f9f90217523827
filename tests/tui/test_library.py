"""The library: what there is to read, and reading it."""

from __future__ import annotations

import datetime
import unicodedata
from functools import partial
from typing import TYPE_CHECKING

import pytest
from on_screen import settle

from reader.reading import Reading
from reader.settings import Settings
from reader.sources.bundled import articles
from reader.tui.app import QariApp
from reader.tui.messages import SourceChosen
from reader.tui.screens.library import LibraryScreen
from reader.tui.screens.reading import ReadingScreen
from reader.tui.widgets.line_text import row

if TYPE_CHECKING:
    from pathlib import Path


def library(app: QariApp) -> LibraryScreen:
    assert isinstance(app.screen, LibraryScreen)
    return app.screen


def rows(app: QariApp) -> list[str]:
    shown = library(app).articles
    return [shown.render_line(y).text for y in range(shown.size.height)]


def in_cells(text: str) -> str:
    """A text as a row of the screen has it."""
    return row(text, QariApp([], Settings()).paint.plain).text


async def test_every_article_has_a_row_with_its_title_and_day() -> None:
    app = QariApp([], Settings(lang="ar", digits="arab"))
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        shown = rows(app)
    assert len([row for row in shown[1:] if row.strip()]) >= len(articles())
    for article, drawn in zip(articles(), shown[1:], strict=False):
        title = in_cells(article.title)
        assert drawn.rstrip().endswith(title) or any(char.isdigit() for char in title)
        if article.date:
            year = "".join(chr(0x660 + int(digit)) for digit in str(article.date.year))
            assert year in drawn
        assert in_cells(article.topic or "") in drawn


async def test_enter_opens_the_article_and_quitting_it_comes_back() -> None:
    app = QariApp([], Settings())
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("j", "enter")
        await settle(pilot)
        assert isinstance(app.screen, ReadingScreen)
        assert app.screen.reading.document.source.name == articles()[1].name
        await pilot.press("q")
        await pilot.pause()
        assert library(app).articles.current == articles()[1]
        await pilot.press("q")
        await pilot.pause()
        assert app.return_code == 0


async def test_an_article_is_read_of_the_day_that_was_said_and_no_file_of_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for article in articles():
        (tmp_path / article.name).write_text("ملف", "utf-8")
    day = datetime.date(2020, 1, 1)
    app = QariApp([], Settings(), article=partial(Reading.article, document_date=day))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("enter")
        await settle(pilot)
        assert app.readings[0].document_date == day
        assert app.readings[0].document.text != "ملف"


async def test_typing_narrows_the_list() -> None:
    wanted = articles()[-1]
    app = QariApp([], Settings())
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("f", *wanted.title.split()[0])
        await pilot.pause()
        assert library(app).articles.current == wanted
        await pilot.press("escape")
        await pilot.pause()
        assert len([text for text in rows(app)[1:] if text.strip()]) == len(articles())


@pytest.mark.parametrize("size", [(30, 6), (60, 20), (200, 50)])
async def test_titles_give_way_at_their_end_and_no_row_is_too_wide(size: tuple[int, int]) -> None:
    app = QariApp([], Settings())
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        for y, drawn in enumerate(rows(app)[1:], 1):
            assert library(app).articles.render_line(y).cell_length == size[0]
            assert "…" not in drawn or unicodedata.bidirectional(drawn.strip()[-1]) in ("AL", "R")


async def test_the_library_can_be_reached_from_an_article() -> None:
    app = QariApp([], Settings())
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("l")
        await pilot.pause()
        assert isinstance(app.screen, LibraryScreen)


async def test_an_article_is_in_what_was_chosen_in_the_library_meanwhile() -> None:
    app = QariApp([], Settings())
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("enter")
        await settle(pilot)
        background = app.screen.query_one("#page").render_line(0)
        await pilot.press("l", "a", "m", "j", "enter", "q")
        await pilot.pause()
        assert isinstance(app.screen, ReadingScreen)
        assert "panels" in app.screen.query_one("#keys").render_line(0).text
        assert app.screen.query_one("#page").render_line(0) != background


async def test_settings_can_be_changed_from_the_library() -> None:
    app = QariApp([], Settings())
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("P", "left")
        await pilot.pause()
        assert "next" in app.screen.query_one("#keys").render_line(0).text
        await pilot.press("enter")
        await pilot.pause()
        assert rows(app)[0].rstrip().endswith("Library")


async def test_an_article_that_cannot_be_read_is_told_and_the_list_stays() -> None:
    app = QariApp([], Settings(lang="en"))
    async with app.run_test(size=(100, 30)) as pilot:
        library(app).articles.post_message(SourceChosen("/nowhere/at/all.txt"))
        await pilot.pause()
        assert "nowhere" in rows(app)[0]


async def test_the_last_line_names_no_key_that_means_nothing_here() -> None:
    app = QariApp([], Settings(lang="en"))
    async with app.run_test(size=(90, 24)):
        keys = app.screen.query_one("#keys").render_line(0).text
    assert "filter" in keys
    assert "events" not in keys
