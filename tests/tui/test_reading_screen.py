"""What a person sees and does on the reading screen, on the grid of cells."""

from __future__ import annotations

import asyncio
import inspect
import re
import unicodedata
from typing import TYPE_CHECKING

import pytest
from on_screen import settle
from textual import events
from textual.message import Message

from reader.document.marks import Role
from reader.settings import Settings
from reader.terminal.ask import Found
from reader.terminal.detect import Answers, behind, detect
from reader.terminal.lookout import Lookout
from reader.terminal.multiplexer import Client, Passage
from reader.terminal.output import Output
from reader.text.span import Span
from reader.tui import messages
from reader.tui.app import QariApp
from reader.tui.messages import NextMention
from reader.tui.screens.library import LibraryScreen
from reader.tui.screens.reading import ReadingScreen

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.color import Color
    from rich.style import Style
    from textual.widget import Widget

    from reader.reading import Reading


def rows(app: QariApp) -> list[str]:
    """The screen, row by row, as written to the terminal."""
    return [strip.text for strip in app.screen._compositor.render_strips()]


def logical(row: str) -> str:
    """What a row of nothing but Arabic and numbers says: base letters, in reading order."""
    turned = unicodedata.normalize("NFKC", row.strip()[::-1])
    return re.sub(r"\d+", lambda number: number[0][::-1], turned)


def reading_screen(app: QariApp) -> ReadingScreen:
    assert isinstance(app.screen, ReadingScreen)
    return app.screen


def first_visible(app: QariApp) -> int:
    return reading_screen(app).page.shown.start


def marked(app: QariApp) -> set[Role]:
    """The roles that are drawn somewhere in the text."""
    page = reading_screen(app).page
    return {mark.role for mark in page.overlay.over(Span(0, len(page.document.text)))}


def status(app: QariApp) -> str:
    return logical(rows(app)[-2])


async def test_a_terminal_that_cannot_show_italics_gets_none(story: Reading) -> None:
    konsole = Found(detect({"KONSOLE_VERSION": "221203"}), Passage())
    app = QariApp([story], Settings(), output=Output(konsole, -1, Settings()))
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        assert Role.LOCATION in marked(app)
        styles = {segment.style for strip in app.screen._compositor.render_strips() for segment in strip}
        assert not any(style and style.italic for style in styles)


async def test_nor_one_that_answers_late(story: Reading) -> None:
    unknown, konsole = (Found(detect(variables), Passage()) for variables in ({}, {"KONSOLE_VERSION": "221203"}))
    lookout = Lookout(unknown, {})
    app = QariApp([story], Settings(), output=Output(unknown, -1, Settings()), lookout=lookout)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        for found, italic in ((unknown, True), (konsole, False)):
            await asyncio.to_thread(lookout.changed, found)
            await pilot.pause()
            styles = {segment.style for strip in app.screen._compositor.render_strips() for segment in strip}
            assert any(style and style.italic for style in styles) is italic


async def test_a_pane_that_is_split_while_one_reads_is_told_of(story: Reading) -> None:
    putty = behind("tmux", detect({"TERM": "xterm"}, Answers(attributes="0;136;0")), passes=True)
    whole, split = (Found(putty, Passage(), client=Client({}, side_by_side=beside)) for beside in (False, True))
    lookout = Lookout(whole, {})
    app = QariApp([story], Settings(lang="en"), output=Output(whole, -1, Settings(lang="en")), lookout=lookout)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        for found, told in ((whole, False), (split, True)):
            await asyncio.to_thread(lookout.changed, found)
            await pilot.pause()
            assert ("side by side" in rows(app)[-2]) is told


def app_of(reading: Reading, **settings: object) -> QariApp:
    return QariApp([reading], Settings(**settings))  # type: ignore[arg-type]


async def test_opening_shows_the_text_joined_and_in_visual_order(story: Reading) -> None:
    app = app_of(story)
    async with app.run_test(size=(120, 40)):
        shown = rows(app)
        assert "ﺔﻳﺭﺪﻨﻜﺳﻹﺍ" in "".join(shown)
        assert "زارت ليلى مدينة" in logical(shown[1])


async def test_the_text_is_painted_before_the_analysis_begins(story: Reading) -> None:
    app = app_of(story)
    async with app.run_test(size=(100, 30)) as pilot:
        assert "زارت" in logical(rows(app)[1])
        await settle(pilot)
        assert story.analysis.complete


async def test_the_analysis_moves_no_row(story: Reading) -> None:
    app = app_of(story)
    async with app.run_test(size=(100, 30)) as pilot:
        before = rows(app)[:-2]
        await settle(pilot)
        assert marked(app)
        assert [row[-60:] for row in rows(app)[:-2]] == [row[-60:] for row in before]


@pytest.mark.parametrize(
    ("keys", "reason"),
    [
        (("j", "down"), "a line at a time"),
        (("ت",), "the same keys with an Arabic layout"),
        (("space",), "a page"),
        (("pagedown",), "a page"),
        (("d",), "half a page"),
        (("ي",), "half a page, Arabic layout"),
        (("G",), "to the end"),
        (("ﻷ",), "to the end, Arabic layout: the lam-alef key types one character"),
        (("5", "0", "%"), "to a percentage"),
        (("٥", "٠", "٪"), "to a percentage, in Arabic digits"),
        (("]",) * 30, "from mention to mention"),
    ],
)
async def test_keys_go_forward(story: Reading, keys: tuple[str, ...], reason: str) -> None:
    app = app_of(story)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press(*keys)
        assert first_visible(app) > 0, reason
        await pilot.press("g")
        assert first_visible(app) == 0


async def test_half_way_is_in_the_middle(story: Reading) -> None:
    app = app_of(story)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("5", "0", "%")
        assert reading_screen(app).page.progress == pytest.approx(0.5, abs=0.02)


async def test_the_end_fills_the_page(story: Reading) -> None:
    app = app_of(story)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("G", "j", "space")
        page = reading_screen(app).page
        assert page.shown.end == len(story.document.text)
        assert len(page.lines) == page.size.height


async def test_resizing_there_and_back_keeps_the_place(story: Reading) -> None:
    app = app_of(story)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press(*"jjjjj", "space")
        before = first_visible(app)
        for size in ((60, 20), (33, 11), (200, 50)):
            await pilot.resize_terminal(*size)
            shown = reading_screen(app).page.shown
            assert shown.start <= before < shown.end
        await pilot.resize_terminal(120, 40)
        assert first_visible(app) == before


@pytest.mark.parametrize("size", [(20, 5), (40, 10), (1, 1), (60, 24), (90, 24), (200, 60)])
async def test_any_size_will_do(story: Reading, size: tuple[int, int]) -> None:
    app = app_of(story)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press("j", "p", "tab", "p", "/", *"ليلى", "enter", "n", "v", "left", "y", "G", "]")
        assert all(strip.cell_length == size[0] for strip in app.screen._compositor.render_strips())


async def test_an_empty_text_can_be_opened(make_reading: Callable[[str], Reading]) -> None:
    app = app_of(make_reading(""))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("space", "G", "]", "n", "v", "y", "5", "%", "/", "س", "enter")
        assert first_visible(app) == 0


async def test_hostile_text_sends_no_control_to_the_terminal(make_reading: Callable[[str], Reading]) -> None:
    text = "سطر \x1b[31m أحمر \x07\x9b2J \u202eمقلوب\u202c \x00 \x85 " + "[bold]لا ترميز[/bold] " + "ـ" * 500
    app = app_of(make_reading(text))
    async with app.run_test(size=(60, 20)) as pilot:
        await settle(pilot)
        drawn = "".join(rows(app))
        assert not [c for c in drawn if unicodedata.category(c) == "Cc" or c in "\u202d\u202e\u202c"]
        assert "[bold]" in drawn.replace(" ", "") or "[/bold]" in drawn


# finding


async def test_find_lights_counts_and_goes_round(story: Reading) -> None:
    app = app_of(story)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("/", *"طنجه")
        assert "١ من ٢٠" in logical(rows(app)[-1]), "ta marbuta is folded, and the bar counts"
        current = reading_screen(app).page.overlay.current
        assert current is not None
        assert current.of(story.document.text) == "طنجة"
        await pilot.press("enter", "n")
        assert "٢ من ٢٠" in status(app)
        await pilot.press("N", "N")
        assert "٢٠ من ٢٠" in status(app)
        await pilot.press("escape")
        assert not reading_screen(app).parts.searching.lit


async def test_escape_from_the_find_bar_goes_back(story: Reading) -> None:
    app = app_of(story)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("space")
        before = first_visible(app)
        await pilot.press("/", *"طنجة", "down", "down", "down", "down", "down")
        assert first_visible(app) != before
        await pilot.press("escape")
        assert first_visible(app) == before


async def test_exact_find_sees_the_difference(story: Reading) -> None:
    app = app_of(story)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("/", *"طنجه", "ctrl+e")
        assert "لا نتائج" in logical(rows(app)[-1])


async def test_letters_typed_in_a_hurry_reach_the_find_bar(story: Reading) -> None:
    """As a program types, or a paste without brackets: no key waits for the one before to be drawn."""
    app = app_of(story)
    async with app.run_test(size=(100, 30)) as pilot:
        for character in "/سالم":
            app.post_message(events.Key(character if character != "/" else "slash", character))
        app.post_message(events.Key("enter", "\r"))
        app.post_message(events.Key("n", "n"))
        await settle(pilot)
        assert "٢ من ٤٠" in status(app)


async def test_pasted_presentation_forms_find_the_letters(story: Reading) -> None:
    app = app_of(story)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("/")
        app.post_message(events.Paste("ﺳﺎﻟﻢ"))
        await settle(pilot)
        assert "من ٤٠" in logical(rows(app)[-1])


# selecting


def assert_logical(text: str, source: str) -> None:
    assert text
    assert text in source
    assert not [c for c in text if "\ufb50" <= c <= "\ufdff" or "\ufe70" <= c <= "\ufefc"]


async def test_selecting_with_keys_copies_the_text_as_written(story: Reading) -> None:
    app = app_of(story)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("v", "left", "left", "left", "y")
        assert app.clipboard == "زارت"
        assert "كلمة واحدة" in status(app)
        await pilot.press("v", "j", "j", "w", "y")
        assert_logical(app.clipboard, story.document.text)
        assert reading_screen(app).page.selected is None


async def test_a_lam_alef_is_selected_as_two_letters(make_reading: Callable[[str], Reading]) -> None:
    app = app_of(make_reading("لا بأس"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("v", "y")
        assert app.clipboard == "لا"


async def test_shift_and_arrows_select(story: Reading) -> None:
    app = app_of(story)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("shift+left", "shift+left", "shift+right", "ctrl+c")
        assert app.clipboard == "زا"


async def test_selecting_follows_the_caret_off_the_page(story: Reading) -> None:
    app = app_of(story)
    async with app.run_test(size=(60, 12)) as pilot:
        await pilot.press("v", *("j",) * 30, "y")
        assert_logical(app.clipboard, story.document.text)
        assert first_visible(app) > 0


async def test_the_caret_keeps_its_column_over_a_short_row(make_reading: Callable[[str], Reading]) -> None:
    long = "سطر فيه من الكلمات ما يكفي"
    text = f"{long}\n\nنعم\n\n{long}"
    app = app_of(make_reading(text))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("v", *["left"] * 9, "down", "down", "y")
        assert app.clipboard == text[: text.rindex(long) + 10]


async def test_the_next_word_is_reached_over_rows_without_one(make_reading: Callable[[str], Reading]) -> None:
    text = "\n\n".join(["أول", *["* * *"] * 9, "آخر"])
    app = app_of(make_reading(text))
    async with app.run_test(size=(80, 12)) as pilot:
        await pilot.press("v", "w", "w", "y")
        assert app.clipboard == text
        await pilot.press("G", "v", "e", "y")
        assert app.clipboard.startswith("أول"), "and back"


async def test_dragging_selects_and_copies(story: Reading) -> None:
    app = app_of(story)
    async with app.run_test(size=(100, 30)) as pilot:
        page = reading_screen(app).page
        right = page.margin + page.lines[0].left + page.lines[0].width - 1
        await pilot.mouse_down("#page", offset=(right, 0))
        await pilot.hover("#page", offset=(right - 3, 0))
        await pilot.mouse_up("#page", offset=(right - 3, 0))
        assert app.clipboard == "زارت"


async def test_a_double_click_selects_a_word(story: Reading) -> None:
    app = app_of(story)
    async with app.run_test(size=(100, 30)) as pilot:
        page = reading_screen(app).page
        right = page.margin + page.lines[0].left + page.lines[0].width - 1
        await pilot.click("#page", offset=(right - 6, 0), times=2)
        assert page.selected is not None
        assert page.selected.of(story.document.text) == "ليلى"


# names


async def test_clicking_a_mention_lights_its_entity(story: Reading) -> None:
    app = app_of(story)
    async with app.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        page = reading_screen(app).page
        right = page.margin + page.lines[0].left + page.lines[0].width - 1
        await pilot.click("#page", offset=(right - 6, 0))
        await pilot.pause()
        assert page.overlay.chosen == "e1"
        assert "ليلى ١ من ٦٠" in status(app)
        await pilot.press("]", "]")
        assert "ليلى ٣ من ٦٠" in status(app)
        await pilot.press("[")
        assert "ليلى ٢ من ٦٠" in status(app)
        await pilot.press("escape")
        assert page.overlay.chosen is None


async def test_a_digit_hides_a_type_and_shows_it_again(story: Reading) -> None:
    app = app_of(story)
    async with app.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        await pilot.press("1")
        assert marked(app) == {Role.LOCATION}
        await pilot.press("j", "١")
        assert marked(app) == {Role.LOCATION, Role.PERSON}


async def test_a_percentage_leaves_the_types_as_they_were(story: Reading) -> None:
    app = app_of(story)
    async with app.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        await pilot.press("1", "2", "%")
        assert marked(app) == {Role.LOCATION, Role.PERSON}


async def test_a_jump_can_be_taken_back_and_again(story: Reading) -> None:
    app = app_of(story)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("j", "j")
        before = first_visible(app)
        await pilot.press("8", "0", "%")
        after = first_visible(app)
        await pilot.press("backspace")
        assert first_visible(app) == before
        await pilot.press("ctrl+r")
        assert first_visible(app) == after


# how it looks


async def test_tashkeel_and_digits_change_the_eye_only(make_reading: Callable[[str], Reading]) -> None:
    reading = make_reading("كَتَبَ في 1980 كِتابًا")
    app = app_of(reading)
    async with app.run_test(size=(80, 24)) as pilot:
        assert "\u064e" in rows(app)[1]
        await pilot.press("t")
        assert "\u064e" not in rows(app)[1]
        await pilot.press("i")
        assert "١٩٨٠" in rows(app)[1]
        await pilot.press("i")
        assert "1980" in rows(app)[1]
        assert reading.document.text == "كَتَبَ في 1980 كِتابًا"


async def test_the_interface_speaks_english_with_latin_digits(story: Reading) -> None:
    app = app_of(story, lang="en")
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("5", "0", "%")
        bar = rows(app)[-2]
        assert "50%" in bar
        assert "person" in bar
        await pilot.press("a")
        assert "شخص" in status(app)


@pytest.mark.parametrize(
    ("digits", "expected"),
    [("as-is", "٥٠٪   ٤ minutes left"), ("arab", "٥٠٪   ٤ minutes left"), ("latin", "50%   4 minutes left")],
)
async def test_numbers_among_english_words_stay_with_their_units(
    make_reading: Callable[[str], Reading], digits: str, expected: str
) -> None:
    app = app_of(make_reading("في عام ١٩٨٠ مشى رجل\n\n" * 300), lang="en", digits=digits)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("5", "0", "%")
        assert expected in rows(app)[-2]


async def test_a_number_after_an_arabic_name_keeps_its_place_in_english(story: Reading) -> None:
    app = app_of(story, lang="en")
    async with app.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        reading_screen(app).post_message(NextMention("e1"))
        await pilot.pause()
        assert "ﻰﻠﻴﻟ 1 of 60" in rows(app)[-2]


@pytest.mark.parametrize("theme", [None, "layl"])
async def test_without_colour_nothing_is_painted_but_signs_stay(
    story: Reading, monkeypatch: pytest.MonkeyPatch, theme: str | None
) -> None:
    """Whatever theme is set: what it says by a ground would not be seen."""
    monkeypatch.setenv("NO_COLOR", "1")
    app = QariApp([story], Settings(theme=theme))
    assert app.paint.palette.name == "sada"
    async with app.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        styles = [segment.style for strip in app.screen._compositor.render_strips() for segment in strip]
        drawn = [style for style in styles if style is not None]
        assert not [style for style in drawn if _colours(style)]
        assert any(style.underline for style in drawn)


def _colours(style: Style) -> list[Color]:
    return [colour for colour in (style.color, style.bgcolor) if colour is not None and not colour.is_default]


@pytest.mark.parametrize(("width", "beside"), [(120, True), (90, True), (89, False), (60, False)])
async def test_panels_stand_beside_the_page_where_there_is_room(story: Reading, width: int, beside: bool) -> None:
    app = app_of(story)
    async with app.run_test(size=(width, 30)) as pilot:
        screen = reading_screen(app)
        assert screen.panels.display is beside
        page_width = screen.page.size.width
        await pilot.press("p")
        assert screen.panels.display is not beside
        assert (screen.page.size.width == page_width) is not beside, "an overlay takes no room from the page"


async def test_a_click_on_the_legend_switches_a_type(story: Reading) -> None:
    app = app_of(story)
    async with app.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        await pilot.click("#status", offset=(rows(app)[-2].index("[١]"), 0))
        await pilot.pause()
        assert marked(app) == {Role.LOCATION}


def test_every_message_is_heard() -> None:
    """A handler is found by its name: Textual passes over a message that nobody has one for."""
    told = [
        one
        for one in vars(messages).values()
        if inspect.isclass(one) and issubclass(one, Message) and one is not Message
    ]
    screens = (ReadingScreen, LibraryScreen)
    assert len(told) > 10
    assert [one for one in told if not any(hasattr(screen, one.handler_name) for screen in screens)] == []


async def test_quitting_ends_with_nothing_to_tell(story: Reading) -> None:
    app = app_of(story)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("q")
    assert app.return_code == 0


@pytest.mark.parametrize("key", ["G", "end"])
async def test_back_from_the_end_is_where_one_read(story: Reading, key: str) -> None:
    app = app_of(story)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("space")
        read = first_visible(app)
        await pilot.press(key)
        await pilot.pause()
        assert first_visible(app) != read
        await pilot.press("backspace")
        assert first_visible(app) == read


async def test_the_scroll_bar_is_dragged(story: Reading) -> None:
    app = app_of(story)
    async with app.run_test(size=(80, 24)) as pilot:
        page = reading_screen(app).page
        bar = page.margin - 2
        await pilot.mouse_down("#page", offset=(bar, 10))
        middle = first_visible(app)
        page.post_message(_moved(page, bar + 9, 22, button=1))
        await pilot.pause()
        assert page.progress > 0.9
        await pilot.mouse_up("#page", offset=(bar + 9, 22))
        await pilot.pause()
        assert middle > 0
        assert page.selected is None
        assert reading_screen(app).page.overlay.chosen is None, "no mention was clicked"
        page.post_message(_moved(page, bar, 2, button=0))
        await pilot.pause()
        assert page.progress > 0.9, "the button is up"
        await pilot.press("backspace")
        assert first_visible(app) == 0


def _moved(page: Widget, x: int, y: int, *, button: int) -> events.MouseMove:
    return events.MouseMove(page, x, y, 0, 0, button, False, False, False)


@pytest.mark.parametrize("lang", ["ar", "en"])
async def test_the_last_line_has_five_keys_the_spare_one_and_the_one_for_all(story: Reading, lang: str) -> None:
    app = app_of(story, lang=lang)
    async with app.run_test(size=(120, 24)):
        keys = unicodedata.normalize("NFKC", rows(app)[-1]).split()
        assert [key for key in keys if key in ("Space", "/", "]", "[", "p", "Tab", "v", "?")] == [
            "?", "v", "Tab", "p", "]", "/", "Space",
        ]  # fmt: skip
        assert ("keys" if lang == "en" else "مفاتيح"[::-1]) in keys


async def test_the_last_line_offers_no_selecting_while_one_selects(story: Reading) -> None:
    app = app_of(story)
    async with app.run_test(size=(120, 24)) as pilot:
        await pilot.press("v", "w")
        await pilot.pause()
        keys = rows(app)[-1].split()
        assert "y" in keys
        assert "v" not in keys


async def test_the_key_for_all_stays_where_there_is_little_room(story: Reading) -> None:
    app = app_of(story)
    async with app.run_test(size=(40, 12)):
        line = rows(app)[-1]
        assert "?" in line
        assert "Space" in line
        assert len(line) == 40


async def test_a_book_is_reckoned_in_hours(make_reading: Callable[[str], Reading]) -> None:
    app = app_of(make_reading("كلمة وأخرى\n" * 12_000), lang="en")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "2 hours" in rows(app)[-2]


async def test_a_new_search_does_not_show_the_place_in_the_last_one(story: Reading) -> None:
    app = app_of(story)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("/", *"ليلى", "enter", "n")
        await pilot.pause()
        assert "٢ من ٦٠" in status(app)
        await pilot.press("/")
        await pilot.pause()
        assert "٢ من ٦٠" not in status(app)


async def test_from_text_to_text_and_out(make_reading: Callable[[str], Reading]) -> None:
    texts = [make_reading(text) for text in ("أول النصوص", "ثاني النصوص", "ثالث النصوص")]
    app = QariApp(texts, Settings())
    async with app.run_test(size=(80, 24)) as pilot:
        seen = []
        for key in (">", ">", ">", "<", "<", "<", ">"):
            await pilot.press(key)
            await settle(pilot)
            seen.append(logical(rows(app)[1]))
        order = ("ثاني", "ثالث", "ثالث", "ثاني", "أول", "أول", "ثاني")
        assert seen == [f"{which} النصوص" for which in order]
        await pilot.press(">")
        assert "هذا آخر نص" not in status(app), "there was one more"
        await pilot.press(">")
        await pilot.pause()
        assert "هذا آخر نص" in status(app)
        await pilot.press("<", "<")
        await settle(pilot)
        await pilot.press("<")
        await pilot.pause()
        assert "هذا أول نص" in status(app)
        await pilot.press(">")
        await settle(pilot)
        await pilot.press("?", "escape", "l", "escape")
        await settle(pilot)
        assert logical(rows(app)[1]) == "ثاني النصوص", "what lay over it is gone"
        await pilot.press("q")
    assert app.return_code == 0
