"""The list of matches, patterns and Latin spellings, on the screen."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

import pytest
from on_screen import screen_of

from reader.settings import Settings
from reader.text.span import Span
from reader.tui.app import QariApp
from reader.tui.state.context import context
from reader.tui.widgets.status import StatusLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.reading import Reading


def panel(app: QariApp) -> list[str]:
    """The rows of the margin as they are read."""
    width = screen_of(app).panels.size.width
    drawn = (strip.crop(0, width).text for strip in app.screen._compositor.render_strips())
    turned = (unicodedata.normalize("NFKC", row.strip()[::-1]) for row in drawn)
    return [re.sub(r"\d+", lambda number: number[0][::-1], row) for row in turned]


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the status row was given to say."""
    told: list[str] = []
    monkeypatch.setattr(StatusLine, "notify_briefly", lambda _, text: told.append(text))
    return told


async def test_all_matches_stand_beside_the_page_with_what_is_around_them(story: Reading) -> None:
    app = QariApp([story], Settings())
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("/", *"سالم")
        assert any("النتائج ٤٠" in row for row in panel(app)), "as many as there are"
        assert sum("سالم" in row for row in panel(app)) > 20
        assert any("وقال سالم إن ليلى" in row for row in panel(app))
        await pilot.press("escape")
        assert not any("النتائج" in row for row in panel(app))


async def test_the_list_leads_the_page_and_keeps_its_place(story: Reading) -> None:
    app = QariApp([story], Settings())
    async with app.run_test(size=(120, 30)) as pilot:
        screen = screen_of(app)
        await pilot.press("/", *"سالم", "tab", "G")
        assert screen.panels.has_keys
        last = screen.parts.searching._finding.hits[-1]
        assert screen.page.overlay.current == last
        assert screen.page.shown.covers(last)
        await pilot.press("enter", "k", "enter")
        assert screen.panels.hits.current == screen.page.overlay.current != last
        await pilot.press("H")
        assert screen.focused is screen.page
        assert not screen.panels.listing, "the panels are back, and the matches stay"
        assert screen.parts.searching.lit
        await pilot.press("أ")
        assert screen.panels.hits.current == screen.page.overlay.current
        await pilot.press("escape")
        assert screen.focused is screen.page
        assert not screen.parts.searching.lit


async def test_from_match_to_match_the_list_goes_along(story: Reading) -> None:
    app = QariApp([story], Settings())
    async with app.run_test(size=(120, 30)) as pilot:
        screen = screen_of(app)
        await pilot.press("/", *"سالم", "enter", "n", "n")
        assert screen.panels.hits.current == screen.parts.searching._finding.hits[2]


async def test_on_a_narrow_screen_the_list_lies_over_the_page_until_one_goes(story: Reading) -> None:
    app = QariApp([story], Settings())
    async with app.run_test(size=(60, 20)) as pilot:
        screen = screen_of(app)
        await pilot.press("/", *"سالم")
        assert not screen.panels.display
        await pilot.press("tab", "j")
        assert screen.panels.display
        assert screen.panels.listing
        await pilot.press("enter")
        assert not screen.panels.display
        assert screen.page.overlay.current == screen.parts.searching._finding.hits[1]


async def test_going_to_a_match_of_the_list_says_which_it_is(story: Reading, said: list[str]) -> None:
    app = QariApp([story], Settings())
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("/", *"سالم", "tab", "j", "j")
        assert said == ["١ من ٤٠"], "the one that the search came to; along the list one has gone nowhere yet"
        await pilot.press("enter")
        assert said == ["١ من ٤٠", "٣ من ٤٠"]


async def test_without_a_search_there_is_no_list(story: Reading, said: list[str]) -> None:
    app = QariApp([story], Settings())
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("H")
        assert said == ["ابحث أولًا: /"]


@pytest.mark.parametrize(
    ("typed", "told"), [("س[ا]لم", "١ من ٤٠"), ("س[", "نمط غير صحيح"), ("xyz", "لا نتائج"), ("س(ا|ل){2}م", "١ من ٤٠")]
)
async def test_a_pattern(typed: str, told: str, story: Reading) -> None:
    app = QariApp([story], Settings())
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("/", "ctrl+r", *typed)
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert screen_of(app).find_bar.note() == f"نمط، {told}"


async def test_a_name_by_its_latin_spelling(story: Reading) -> None:
    app = QariApp([story], Settings())
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("/", *"layla")
        current = screen_of(app).page.overlay.current
        assert current is not None
        assert current.of(story.document.text) == "ليلى"


async def test_keys_of_the_panels_that_mean_nothing_in_the_list_do_nothing(
    make_reading: Callable[[str], Reading],
) -> None:
    app = QariApp([make_reading("كلمة وكلمة")], Settings())
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("/", *"كلمة", "tab", "f", "s", "e", "w", "left", "j")
        screen = screen_of(app)
        assert not screen.panels.hits.filter
        assert screen.page.overlay.current == Span(6, 10)


@pytest.mark.parametrize(
    ("text", "word", "columns", "shown", "reason"),
    [
        ("قال سالم شيئًا", "سالم", 60, "قال سالم شيئًا", "all of it"),
        ("كلام طويل قبله ثم سالم", "سالم", 30, "قبله ثم سالم", "whole words before it, a third of the row"),
        ("كتابٌ وبسالم", "سالم", 30, "كتابٌ وبسالم", "what is written together stays together"),
        ("سطر\n\nسالم\tهنا", "سالم", 60, "سطر سالم هنا", "white space is a blank"),
        ("سالم\u202eهنا", "سالم", 60, "سالم\ufffdهنا", "what would turn a row round is no more than seen"),
    ],
)
def test_what_is_around_a_match(text: str, word: str, columns: int, shown: str, reason: str) -> None:
    start = text.index(word)
    found = context(text, Span(start, start + len(word)), columns)
    assert found.text == shown, reason
    assert found.stretch.of(found.text) == word
