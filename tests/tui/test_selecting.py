"""Selecting with keys and with the mouse: what is selected, and what comes into the clipboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.settings import Settings
from reader.tui.app import QariApp
from reader.tui.screens.reading import ReadingScreen
from reader.tui.widgets.status import StatusLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.reading import Reading
    from reader.tui.widgets.selecting import SelectingPage

TEXT = "أول الكلام هنا. ثم جملة أخرى فيها ليلى! وثالثة.\n\nفقرة ثانية عن سالم. وبعدها جملة.\n\nفقرة أخيرة."
"""Three paragraphs, of three sentences, two and one."""
FIRST, SECOND, THIRD = TEXT.split("\n\n")


def page_of(app: QariApp) -> SelectingPage:
    assert isinstance(app.screen, ReadingScreen)
    return app.screen.page


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the status row was given to say."""
    told: list[str] = []
    monkeypatch.setattr(StatusLine, "notify_briefly", lambda _, text: told.append(text))
    return told


@pytest.mark.parametrize(
    ("keys", "copied", "reason"),
    [
        ("v s y", "أول الكلام هنا.", "a whole sentence, from its first letter"),
        ("v w w s y", "أول الكلام هنا.", "from where it was begun"),
        ("v w w v s y", "أول الكلام هنا.", "all of it, begun anew in its middle"),
        ("v s s y", "أول الكلام هنا. ثم جملة أخرى فيها ليلى!", "the next one too"),
        ("v s s S y", "أول الكلام هنا. ث", "and back to its start"),
        ("v w w v p y", FIRST, "a whole paragraph"),
        ("v p p y", f"{FIRST}\n\n{SECOND}", "the next one too"),
        ("v p p P y", f"{FIRST}\n\nف", "and back to its start"),
        ("v a y", TEXT, "all"),
        ("v ctrl+a y", TEXT, "as elsewhere"),
        ("v w w v w y", "م هنا", "from the caret on: it begins anywhere"),
        ("v w w v G o g y", TEXT, "the other end moves"),
        ("v G y", TEXT, "to the end of the text"),
        ("v space y", TEXT[: TEXT.index(THIRD) + 1], "a page on, as far as there is one, in the same column"),
        ("] v w y", "ليلى", "from the name that one has come to"),
        ("] v ] y", "ليلى! وثالثة.\n\nفقرة ثانية عن سالم", "up to the next one, all of it"),
        ("/ س ا ل م enter v e y", "عن س", "from a match, back"),
        ("v / س ا ل م enter y", TEXT[: TEXT.index("سالم") + 4], "up to a match"),
        ("/ ج م ل ة enter v n y", TEXT[TEXT.index("جملة") : TEXT.rindex("جملة") + 4], "n extends"),
        ("v س y", "أول الكلام هنا.", "the same key of an Arabic keyboard"),
        ("v ح y", FIRST, "the same"),
        ("v ش y", TEXT, "the same"),
    ],
)
async def test_what_keys_select_is_copied(
    keys: str, copied: str, reason: str, make_reading: Callable[[str], Reading]
) -> None:
    app = QariApp([make_reading(TEXT)], Settings())
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        await pilot.press(*keys.split())
        assert app.clipboard == copied, reason
        assert page_of(app).selected is None
        assert page_of(app).overlay.caret is None


async def test_motions_of_the_page_extend_beyond_it(story: Reading) -> None:
    app = QariApp([story], Settings())
    async with app.run_test(size=(60, 12)) as pilot:
        for keys, least in (("space", 200), ("d", 100), ("5 0 %", 1_500)):
            await pilot.press("v", *keys.split())
            selected = page_of(app).selected
            assert selected is not None
            assert selected.start == 0
            assert selected.length > least
            await pilot.press("escape", "g")
        assert page_of(app).selected is None


async def test_nothing_selected_is_said(story: Reading, said: list[str]) -> None:
    app = QariApp([story], Settings())
    async with app.run_test(size=(100, 30)) as pilot:
        for key in ("y", "Y", "غ", "إ"):
            await pilot.press(key)
            assert said.pop().startswith("لم يُحدَّد شيء")
        assert not app.clipboard


async def test_with_its_source(make_reading: Callable[[str], Reading], said: list[str]) -> None:
    app = QariApp([make_reading(TEXT)], Settings())
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("v", "p", "p", "v", "s", "Y")
        assert app.clipboard == "وبعدها جملة.\n\n— text.txt، الفقرة ٢ من ٣"
        assert said[-1].endswith("مع المصدر")


@pytest.mark.parametrize(
    ("clicks", "copied"),
    [(2, "الكلام"), (3, "أول الكلام هنا."), (4, FIRST)],
    ids=["a word", "a sentence", "a paragraph"],
)
async def test_clicks_select_and_copy(clicks: int, copied: str, make_reading: Callable[[str], Reading]) -> None:
    app = QariApp([make_reading(TEXT)], Settings())
    async with app.run_test(size=(100, 30)) as pilot:
        page = page_of(app)
        right = page.margin + page.lines[0].left + page.lines[0].width - 1
        await pilot.click("#page", offset=(right - 6, 0), times=clicks)
        assert page.selected is not None
        assert page.selected.of(TEXT) == app.clipboard == copied


async def test_keys_go_on_with_what_the_mouse_has_selected(make_reading: Callable[[str], Reading]) -> None:
    app = QariApp([make_reading(TEXT)], Settings())
    async with app.run_test(size=(100, 30)) as pilot:
        page = page_of(app)
        right = page.margin + page.lines[0].left + page.lines[0].width - 1
        await pilot.click("#page", offset=(right - 6, 0), times=2)
        await pilot.press("v", "w", "y")
        assert app.clipboard == "الكلام هنا"
