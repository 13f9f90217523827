"""The document date, set on the screen: what moves, and what does not."""

from __future__ import annotations

import datetime
import re
import unicodedata

import pytest
from on_screen import screen_of, settle
from textual import events

from reader.analysis.model import Analysis, Entity, EntityType, Mention
from reader.document.build import plain_blocks
from reader.document.model import Document, Source
from reader.reading import Reading
from reader.settings import Settings
from reader.text.span import Span
from reader.tui.app import QariApp
from reader.tui.messages import AnalysisArrived
from reader.tui.state.overlay import Marks
from reader.tui.state.timeline_rows import EventRow, Heading
from reader.tui.widgets.prompt import TYPING

FILLING = "مشى الرجل في السوق حتى المساء، ولم يشتر شيئًا غير الخبز والزيتون. " * 4
TEXT = "\n\n".join(["وصل الوفد إلى المدينة أمس، واستقبله العمدة يوم الجمعة.", *[FILLING] * 20])
NAMED = (Entity("e1", EntityType.PERSON, "الرجل", (Mention(Span(60, 65), EntityType.PERSON),)),)


def app_of(text: str = TEXT) -> QariApp:
    """A text whose names are known, and whose dates are found when they are asked for."""
    reading = Reading(Document(text, plain_blocks(text), Source("text.txt", "text", "utf-8", "")))
    reading.analysis = Analysis(NAMED, complete=True)
    reading.analyse()
    return QariApp([reading], Settings())


def bottom(app: QariApp, row: int) -> str:
    """A row of the screen from below, as it is read."""
    drawn = app.screen._compositor.render_strips()[row].text.strip()
    return re.sub(r"\d+", lambda number: number[0][::-1], unicodedata.normalize("NFKC", drawn[::-1]))


def headings(app: QariApp) -> list[str]:
    return [entry.text for entry in screen_of(app).panels.events._all if isinstance(entry, Heading)]


async def test_everything_moves_with_the_date_but_the_text() -> None:
    app = app_of()
    async with app.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        assert headings(app)[0] == "قبل يوم من النشر", "no day is made up"
        text = [screen_of(app).page.render_line(y).text for y in range(20)]
        await pilot.press("c", *"14/3/2021")
        assert "الأحد ١٤ مارس ٢٠٢١" in bottom(app, -1), "one sees how it is understood"
        await pilot.press("enter")
        await settle(pilot)
        assert headings(app)[:2] == ["مارس ٢٠٢١", "الجمعة ١٢"]
        assert "تاريخ النص: الأحد ١٤ مارس ٢٠٢١، كما حددته" in bottom(app, -2)
        assert [screen_of(app).page.render_line(y).text for y in range(20)] == text
        assert screen_of(app).focused is screen_of(app).page
        assert screen_of(app).reading.analysis.entities == NAMED, "names are not looked for again"


async def test_nothing_typed_is_the_date_of_the_text_again() -> None:
    app = app_of()
    async with app.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        await pilot.press("c", *"2021-03-14", "enter")
        await settle(pilot)
        await pilot.press("c")
        assert "كما حددته" in bottom(app, -1), "what the date is now"
        await pilot.press("enter")
        await settle(pilot)
        assert screen_of(app).reading.document_date is None
        assert headings(app)[0] == "قبل يوم من النشر"
        assert "تاريخ النص: غير معروف" in bottom(app, -2)


async def test_a_date_that_is_none_is_told_and_can_be_put_right() -> None:
    app = app_of()
    async with app.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        await pilot.press("c", *"31/2/2021", "enter")
        assert "غير صحيح" in bottom(app, -3)
        assert screen_of(app).focused is screen_of(app).date_bar
        assert screen_of(app).reading.document_date is None
        await pilot.press("ctrl+u", *"أول", "backspace", "backspace", "backspace", *"١ شعبان ١٤٤٢", "enter")
        await settle(pilot)
        assert screen_of(app).reading.document_date == datetime.date(2021, 3, 14)


async def test_escape_leaves_the_date_and_gives_the_panel_its_focus_back() -> None:
    app = app_of()
    async with app.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        await pilot.press("tab", "c", *"2021-03-14", "escape")
        assert screen_of(app).focused is screen_of(app).panels.people
        assert screen_of(app).reading.document_date is None
        await pilot.press("ؤ")
        assert screen_of(app).focused is screen_of(app).date_bar, "the same key on an Arabic keyboard"
        assert screen_of(app).date_bar.typed == ""


async def test_a_date_can_be_pasted() -> None:
    app = app_of()
    async with app.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        await pilot.press("c")
        app.post_message(events.Paste(" 14 مارس\n2021 "))
        await pilot.pause()
        await pilot.press("enter")
        await settle(pilot)
        assert screen_of(app).reading.document_date == datetime.date(2021, 3, 14)


async def test_the_panel_keeps_its_row_and_the_chosen_name() -> None:
    app = app_of()
    async with app.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        await pilot.press("tab", "enter", "shift+tab", "shift+tab", "G")
        timeline = screen_of(app).panels.events
        before = timeline.current
        assert isinstance(before, EventRow)
        await pilot.press("c", *"2021-03-14", "enter")
        await settle(pilot)
        after = timeline.current
        assert isinstance(after, EventRow)
        assert after.event.clause == before.event.clause
        assert screen_of(app).page.overlay.chosen == "e1"


@pytest.mark.parametrize("height", [8, 30])
async def test_the_rows_below_come_back_after_typing(height: int) -> None:
    app = app_of()
    async with app.run_test(size=(100, height)) as pilot:
        await settle(pilot)
        shown = screen_of(app).keys.size.height
        for keys in (("c", "escape"), ("/", "escape")):
            await pilot.press(*keys)
            await pilot.pause()
            assert screen_of(app).keys.size.height == shown


async def test_a_click_elsewhere_closes_the_bar() -> None:
    app = app_of()
    async with app.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        await pilot.press("c", "2")
        await pilot.click("#page", offset=(5, 5))
        await pilot.pause()
        assert screen_of(app).focused is screen_of(app).page
        assert not screen_of(app).date_bar.display
        assert screen_of(app).keys.size.height == 1


async def test_the_bar_stays_while_another_window_has_the_keyboard() -> None:
    app = app_of()
    async with app.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        await pilot.press("c", "2")
        app.post_message(events.AppBlur())
        await pilot.pause()
        assert screen_of(app).date_bar.display
        app.post_message(events.AppFocus())
        await pilot.pause()
        await pilot.press("0")
        assert screen_of(app).date_bar.typed == "20"


async def test_the_bar_that_was_left_hides_no_other_one() -> None:
    """Keys in a hurry: that the date bar has lost them it hears only when the find bar is open."""
    app = app_of()
    async with app.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        for key in ("c", "escape", "slash"):
            app.post_message(events.Key(key, {"slash": "/"}.get(key, key if len(key) == 1 else None)))
        await settle(pilot)
        assert screen_of(app).focused is screen_of(app).find_bar
        assert screen_of(app).find_bar.size.height == 1
        assert screen_of(app).date_bar.size.height == 0
        assert screen_of(app).has_class(TYPING), "in a low screen the bar has the place of the status row"


async def test_news_that_reaches_less_far_than_what_is_shown_waits() -> None:
    """A date that is set while names are still being found begins anew: no colour goes out for it."""
    app = app_of()
    async with app.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        await pilot.press("c", *"2021-03-14", "enter")
        await settle(pilot)
        screen = screen_of(app)
        shown = screen.page.overlay.marks
        assert shown.count
        screen.post_message(AnalysisArrived(Analysis(), Marks(), screen.parts.following._ticket))
        await pilot.pause()
        assert screen.page.overlay.marks is shown
        screen.post_message(AnalysisArrived(Analysis(complete=True), Marks(), screen.parts.following._ticket))
        await pilot.pause()
        assert screen.page.overlay.marks is not shown, "but what is complete is the truth"


async def test_a_date_set_while_names_are_being_found_counts() -> None:
    reading = Reading(Document(TEXT, plain_blocks(TEXT), Source("text.txt", "text", "utf-8", "")))
    app = QariApp([reading], Settings())
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("c", *"2021-03-14", "enter")
        await settle(pilot)
        assert reading.analysis.complete
        assert headings(app)[:2] == ["مارس ٢٠٢١", "الجمعة ١٢"]
        assert screen_of(app).parts.following.part is None
