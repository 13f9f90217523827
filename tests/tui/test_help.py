"""The help: every key, in both languages, as the key caps have them."""

from __future__ import annotations

import re
import unicodedata
from itertools import chain

import pytest
from rich.cells import cell_len

from reader.analysis.model import Analysis
from reader.document.build import plain_blocks
from reader.document.model import Document, Source
from reader.reading import Reading
from reader.settings import Settings
from reader.tui.app import QariApp
from reader.tui.keymap import KEYS
from reader.tui.screens.help import HelpScreen
from reader.tui.screens.reading import ReadingScreen
from reader.tui.widgets.line_text import row
from reader.tui.wording.signs import MOUSE, SIGNS, TYPED


def app_of(lang: str = "ar") -> QariApp:
    text = "كلمة واحدة."
    reading = Reading(Document(text, plain_blocks(text), Source("text.txt", "text", "utf-8", "")))
    reading.analysis = Analysis(complete=True)
    return QariApp([reading], Settings(lang=lang))


def help_rows(app: QariApp) -> list[str]:
    """The rows of the help that are on the screen."""
    assert isinstance(app.screen, HelpScreen)
    table = app.screen.table
    return [table.render_line(y).text for y in range(table.size.height)]


def arabic(row: str) -> str:
    """A row in reading order: base letters only, since caps and numbers have an order of their own."""
    letters = (unicodedata.normalize("NFKC", char) for char in row[::-1] if not unicodedata.combining(char))
    return re.sub(r"[^\u0621-\u064a،]+", " ", "".join(letters)).strip()


@pytest.mark.parametrize("size", [(60, 200), (140, 200)])
async def test_every_key_is_there_in_arabic(size: tuple[int, int]) -> None:
    app = app_of()
    async with app.run_test(size=size) as pilot:
        await pilot.press("?")
        await pilot.pause()
        shown = "\n".join(map(arabic, help_rows(app)))
    assert [key.id for key in KEYS if arabic(key.ar[::-1]) not in shown] == []


@pytest.mark.parametrize("width", [16, 30, 44])
async def test_what_a_key_does_is_told_to_the_end_in_a_narrow_terminal(width: int) -> None:
    app = app_of()
    async with app.run_test(size=(width, 600)) as pilot:
        await pilot.press("?")
        await pilot.pause()
        rows = help_rows(app)
        shown = " ".join(" ".join(map(arabic, rows)).split())
    assert [key.id for key in KEYS if arabic(key.ar[::-1]) not in shown] == []
    assert {cell_len(row) for row in rows} == {width}


async def test_nor_is_it_cut_in_one_of_two_columns() -> None:
    app = app_of()
    async with app.run_test(size=(100, 300)) as pilot:
        await pilot.press("?")
        await pilot.pause()
        shown = "".join(help_rows(app))
    told = [key.ar for key in KEYS] + [one.means.ar for one in (*SIGNS, *MOUSE, *chain(*TYPED.values()))]
    assert shown.count("…") == "".join(told).count("…")


async def test_every_key_is_there_in_english_beside_its_cap() -> None:
    app = app_of("en")
    async with app.run_test(size=(80, 200)) as pilot:
        await pilot.press("?")
        await pilot.pause()
        shown = help_rows(app)
    missing = [key.id for key in KEYS if not any(key.en in row and key.cap in row for row in shown)]
    assert missing == []


async def test_a_key_cap_is_not_mirrored_and_its_arabic_neighbour_is_shown() -> None:
    app = app_of("en")
    async with app.run_test(size=(80, 200)) as pilot:
        await pilot.press("?")
        await pilot.pause()
        said = next(said for said in help_rows(app) if "]" in said and "name" in said)
    assert unicodedata.normalize("NFKC", said).split() == ["next", "name", "د", "]"]


@pytest.mark.parametrize("lang", ["ar", "en"])
async def test_signs_the_mouse_and_what_can_be_typed_are_explained(lang: str) -> None:
    app = app_of(lang)
    async with app.run_test(size=(80, 200)) as pilot:
        await pilot.press("?")
        await pilot.pause()
        shown = help_rows(app)
    at = 0 if lang == "ar" else 1
    for one in (*SIGNS, *MOUSE, *chain(*TYPED.values())):
        words = row(one.means[at], app.paint.plain, base=1 - at).text
        assert any(words in said and row(one.sign[at], app.paint.plain, base=0).text in said for said in shown), one


async def test_the_keys_of_the_part_with_the_focus_come_first() -> None:
    app = app_of()
    async with app.run_test(size=(80, 40)) as pilot:
        await pilot.press("?")
        await pilot.pause()
        assert arabic(help_rows(app)[1]) == "الصفحة"
        await pilot.press("q", "tab", "?")
        await pilot.pause()
        assert arabic(help_rows(app)[1]) == "اللوحات"


@pytest.mark.parametrize("key", ["escape", "q", "?", "ض"])
async def test_it_closes(key: str) -> None:
    app = app_of()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("?", key)
        await pilot.pause()
        assert isinstance(app.screen, ReadingScreen)


async def test_it_scrolls_to_its_end_and_no_further() -> None:
    app = app_of("en")
    async with app.run_test(size=(60, 12)) as pilot:
        await pilot.press("?")
        await pilot.pause()
        first = help_rows(app)
        await pilot.press("j")
        assert help_rows(app)[:-1] == first[1:]
        await pilot.press(*["space"] * 30)
        end = help_rows(app)
        assert end[-1].strip()
        await pilot.press("j")
        assert help_rows(app) == end
        await pilot.press(*["b"] * 30)
        assert help_rows(app) == first
