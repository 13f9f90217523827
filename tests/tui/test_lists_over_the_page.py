"""Settings, themes and headings over the page: seen at once, kept for good, or as it was before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from on_screen import settle

from reader import settings as file
from reader.reading import Reading
from reader.settings import SCHEMA, Settings
from reader.styles.load import names
from reader.text.arabic import TATWEEL
from reader.tui.app import QariApp
from reader.tui.screens.outline import OutlineScreen
from reader.tui.screens.reading import ReadingScreen
from reader.tui.screens.settings import SettingsScreen, ThemesScreen
from reader.tui.widgets.line_text import row
from reader.tui.wording.settings import TOLD, VALUES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


INDEX = {setting.name: number for number, setting in enumerate(SCHEMA)}


@pytest.fixture
def app(story: Reading) -> QariApp:
    return QariApp([story], Settings(lang="en"))


def reading_screen(app: QariApp) -> ReadingScreen:
    screen = app.screen_stack[0]
    assert isinstance(screen, ReadingScreen)
    return screen


def drawn(app: QariApp) -> list[str]:
    assert isinstance(app.screen, (SettingsScreen, ThemesScreen, OutlineScreen))
    choices = app.screen.choices
    return [choices.render_line(y).text for y in range(choices.size.height)]


def test_every_setting_and_every_choice_is_told_in_both_languages() -> None:
    assert set(TOLD) == set(INDEX)
    assert {choice for setting in SCHEMA for choice in setting.choices} == set(VALUES)
    for told in TOLD.values():
        for said in told:
            assert said.ar != said.en


async def test_every_setting_is_shown_and_the_one_with_the_cursor_says_what_it_does(app: QariApp) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("P")
        for setting in SCHEMA:
            shown = drawn(app)
            assert any(row(TOLD[setting.name].name.en, app.paint.plain).text in text for text in shown), setting.name
            assert TOLD[setting.name].does.en.split()[0] in "\n".join(shown)
            await pilot.press("j")


@pytest.mark.parametrize(
    ("name", "keys", "changes"),
    [
        ("lang", ["left"], lambda screen: screen.reader.options.lang == "ar"),
        ("theme", ["left"], lambda screen: screen.reader.paint.palette.name != "layl"),
        ("digits", ["left"], lambda screen: str(screen.reader.options.digits) == "arab"),
        ("width", ["right"] * 10, lambda screen: screen.page.lines[0].left + screen.page.lines[0].width < 60),
        ("tashkeel", ["left", "left"], lambda screen: not screen.reader.options.tashkeel),
        ("margin", ["left"] * 9, lambda screen: screen.page.margin >= 18),
        ("spacing", ["left"], lambda screen: not screen.page.lines[2].cells),
        (
            "justify",
            ["left"],
            lambda screen: any(TATWEEL in cell.text for at in screen.page.lines for cell in at.cells),
        ),
    ],
)
async def test_a_change_is_seen_at_once_and_gone_with_escape(
    app: QariApp, name: str, keys: list[str], changes: Callable[[ReadingScreen], bool]
) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        screen, before = reading_screen(app), app.settings
        first = [line.span for line in screen.page.lines]
        await pilot.press("P", *["j"] * INDEX[name])
        assert not changes(screen)
        await pilot.press(*keys)
        await settle(pilot)
        assert changes(screen)
        await pilot.press("escape")
        await settle(pilot)
        assert not changes(screen)
        assert (app.screen, app.settings) == (screen, before)
        assert [line.span for line in screen.page.lines] == first, "nobody has moved"
        assert not file.file_of_mine().exists()


async def test_what_is_changed_and_no_more_is_kept_with_enter(app: QariApp) -> None:
    mine = file.file_of_mine()
    mine.parent.mkdir(parents=True)
    mine.write_text("# mine\nmargin = 6\n")
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("P", *["j"] * INDEX["width"], "right", "enter")
        await settle(pilot)
        assert app.screen is reading_screen(app)
        assert "kept for good" in reading_screen(app).status.render_line(0).text
    assert mine.read_text() == "# mine\nmargin = 6\nwidth = 72\n"


async def test_a_setting_goes_back_to_what_the_program_has(app: QariApp) -> None:
    file.keep({"width": 50})
    app = QariApp(app.readings, Settings(lang="en", width=50))
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("P", *["j"] * INDEX["width"], "backspace", "enter")
        await settle(pilot)
        assert app.options.width is None
    assert file.load() == (Settings(), ())


async def test_a_click_changes_a_setting_and_tries_a_theme_on_but_keeps_nothing(app: QariApp) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("P")
        await pilot.click("#choices", offset=(20, 1 + INDEX["theme"]))
        await settle(pilot)
        assert isinstance(app.screen, SettingsScreen)
        assert app.settings != Settings(lang="en", theme="layl")
        await pilot.press("escape", "m")
        await settle(pilot)
        await pilot.click("#choices", offset=(20, 1))
        assert app.paint.palette.name == names()[0]
        await pilot.press("escape")
        await settle(pilot)
        assert app.settings == Settings(lang="en", theme="layl")
    assert not file.file_of_mine().exists()


async def test_the_last_line_names_the_keys_of_what_is_typed_into(app: QariApp) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("P", "f")
        await pilot.pause()
        assert "erase" in app.screen._compositor.render_strips()[-1].text
        await pilot.press("escape")
        await pilot.pause()
        assert "erase" not in app.screen._compositor.render_strips()[-1].text


async def test_control_c_ends_the_program_here_too(app: QariApp) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("P", "ctrl+c")
        await pilot.pause()
    assert app.return_code == 130


async def test_a_file_that_cannot_be_written_is_told_and_nothing_is_lost(app: QariApp) -> None:
    mine = file.file_of_mine()
    mine.parent.mkdir(parents=True)
    mine.write_text("lang = ")
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("P", *["j"] * INDEX["width"], "right", "enter")
        await settle(pilot)
        assert "cannot be kept" in "".join(drawn(app))
        assert app.options.width == 72
    assert mine.read_text() == "lang = "


async def test_themes_are_worn_as_the_cursor_comes_to_them_and_one_is_kept(app: QariApp) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("m")
        await settle(pilot)
        await pilot.press("g")
        for name in names():
            assert app.paint.palette.name == name
            await pilot.press("j")
        await pilot.press("k", "enter")
        await settle(pilot)
    assert file.load() == (Settings(theme=names()[-2]), ())


async def test_faults_of_a_theme_of_mine_are_named_and_a_file_that_is_none_is_no_theme(
    app: QariApp, no_settings_of_mine: Path
) -> None:
    folder = no_settings_of_mine / "qari" / "themes"
    folder.mkdir(parents=True)
    (folder / "aa.toml").write_text("title_ar = ", "utf-8")
    (folder / "ab.toml").write_text('[page]\npaper = "#ffffff"\nbackground = "#112233"\n', "utf-8")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("m")
        await settle(pilot)
        await pilot.press("g")
        assert "aa.toml" in "".join(drawn(app))
        assert app.paint.palette.name == "layl"
        await pilot.press("j")
        assert "page.paper" in "".join(drawn(app))
        assert app.paint.palette.background == "#112233"
        await pilot.press("escape")
        await settle(pilot)
        assert app.paint.palette.name == "layl"


@pytest.fixture
def book(tmp_path: Path) -> Reading:
    chapters = [f"# فصل {number}\n\n" + "كلام كثير يملأ الصفحة.\n\n" * 20 for number in range(1, 6)]
    (tmp_path / "book.md").write_text("".join(chapters), "utf-8")
    return Reading.open(str(tmp_path / "book.md"))


async def test_headings_lead_into_the_text_and_the_one_above_is_marked(book: Reading) -> None:
    app = QariApp([book], Settings(lang="en"))
    async with app.run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        await pilot.press("O", "j", "j", "enter")
        await settle(pilot)
        page = reading_screen(app).page
        assert app.screen is reading_screen(app)
        assert page.lines[0].span.of(book.document.text).strip() == "فصل 3"
        await pilot.press("j", "j", "O")
        await settle(pilot)
        marked = [text for text in drawn(app) if "◂" in text]
        assert len(marked) == 1
        assert row("فصل 3", app.paint.plain).text in marked[0]
        await pilot.press("escape", "backspace")
        await settle(pilot)
        assert page.shown.start == 0


async def test_a_text_without_headings_says_so(app: QariApp) -> None:
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.press("O")
        await pilot.pause()
        assert "no headings" in reading_screen(app).status.render_line(0).text


@pytest.mark.parametrize("size", [(20, 5), (40, 12), (200, 50)])
@pytest.mark.parametrize("key", ["P", "m", "O"])
async def test_lists_fit_into_any_screen(book: Reading, size: tuple[int, int], key: str) -> None:
    app = QariApp([book], Settings())
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press(key, "j", "j", "G")
        await settle(pilot)
        assert isinstance(app.screen, (SettingsScreen, ThemesScreen, OutlineScreen))
        choices = app.screen.choices
        assert choices.size.width <= size[0]
        assert all(choices.render_line(y).cell_length == choices.size.width for y in range(choices.size.height))
        assert choices.current == choices._rows.entries[-1]


async def test_names_are_not_drawn_out_and_copying_gives_the_text(story: Reading) -> None:
    app = QariApp([story], Settings(lang="en", justify=True, width=40))
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        page = reading_screen(app).page
        stretched = [cell.span for line in page.lines for cell in line.cells if TATWEEL in cell.text]
        assert stretched
        assert not any(page.overlay.mention_at(span) for span in stretched)
        await pilot.press("v", "j", "j", "j", "y")
        await settle(pilot)
        assert app.clipboard
        assert app.clipboard in story.document.text
        await pilot.press("J")
        await settle(pilot)
        assert not any(TATWEEL in cell.text for line in page.lines for cell in line.cells)
