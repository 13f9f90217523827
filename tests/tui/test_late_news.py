"""News that comes when the question has changed: the screen shows the answer to the newer one, and keeps it."""

from __future__ import annotations

import gc
import re
import unicodedata
from threading import Event
from typing import TYPE_CHECKING

from on_screen import settle
from textual import events

from reader.analysis.model import Analysis
from reader.document.build import plain_blocks
from reader.document.model import Document, Source
from reader.reading import Reading
from reader.settings import Settings
from reader.tui import loading
from reader.tui.app import QariApp
from reader.tui.messages import AnalysisArrived, HitsArrived
from reader.tui.screens.reading import ReadingScreen
from reader.tui.state.finding import Query

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import pytest
    from textual.message import Message
    from textual.pilot import Pilot

    from reader.text.span import Span

BOOK = "وصل الوفد إلى المدينة أمس.\n\n" + "مشى سالم في السوق.\n\n" * 12_000 + "وعادت ليلى.\n\nثم غابت ليلى."
"""Too long to be searched between two key presses."""


class Delayed:
    """The first message of its class to the screen stays on the way until `arrive`."""

    def __init__(self, app: QariApp, kind: type[Message], patch: pytest.MonkeyPatch) -> None:
        screen = app.screen
        self._send = screen.post_message
        self._kind = kind
        self._message: Message | None = None
        patch.setattr(screen, "post_message", self._post)

    def _post(self, message: Message) -> bool:
        if self._message is None and isinstance(message, self._kind):
            self._message = message
            return True
        return self._send(message)

    async def arrive(self, pilot: Pilot[None]) -> None:
        assert self._message is not None, "nothing was on the way"
        self._send(self._message)
        await settle(pilot)


def unread(text: str) -> Reading:
    return Reading(Document(text, plain_blocks(text), Source("text.txt", "text", "utf-8", "")))


def dated() -> Reading:
    """A text without names, whose times and events are found whenever its date is set."""
    reading = unread("وصل الوفد إلى المدينة أمس.")
    reading.analysis = Analysis(complete=True)
    return reading


def says(app: QariApp) -> str:
    """The screen as it is read: base letters, rows from their right end."""
    drawn = (strip.text.strip()[::-1] for strip in app.screen._compositor.render_strips())
    read = unicodedata.normalize("NFKC", "\n".join(drawn))
    return re.sub(r"\d+", lambda number: number[0][::-1], read)


async def until(pilot: Pilot[None], done: Callable[[], bool]) -> None:
    for _ in range(200):
        if done():
            return
        await pilot.pause()
    raise AssertionError("it never came")


async def test_a_late_analysis_is_not_painted_over_a_newer_one(monkeypatch: pytest.MonkeyPatch) -> None:
    app = QariApp([dated()], Settings())
    async with app.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        late = Delayed(app, AnalysisArrived, monkeypatch)
        await pilot.press("c", *"2021-03-14", "enter")
        await settle(pilot)
        await pilot.press("c", *"2022-05-20", "enter")
        await settle(pilot)
        assert "مايو ٢٠٢٢" in says(app)
        await late.arrive(pilot)
        assert "مايو ٢٠٢٢" in says(app)
        assert "مارس ٢٠٢١" not in says(app)


async def test_late_hits_of_another_query_are_not_painted_over_the_new_ones(
    make_reading: Callable[[str], Reading], monkeypatch: pytest.MonkeyPatch
) -> None:
    app = QariApp([make_reading(BOOK)], Settings())
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("/")
        late = Delayed(app, HitsArrived, monkeypatch)
        await _paste(app, pilot, "سالم")
        await pilot.press("ctrl+u")
        await _paste(app, pilot, "ليلى")
        assert "١ من ٢" in says(app)
        await late.arrive(pilot)
        assert "١ من ٢" in says(app)
        assert "١ من ١٢" not in says(app)
        assert "غابت ليلى" in says(app), "the page is where the new ones are"


async def _paste(app: QariApp, pilot: Pilot[None], query: str) -> None:
    app.post_message(events.Paste(query))
    await pilot.pause()
    await settle(pilot)


async def test_a_key_stops_the_analysis_and_goes_on_with_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """An analysis that would never end by itself."""
    begun, ended, never = [], [], Event()

    def endless(self: Reading, stop: Callable[[], bool], view: Callable[[], Span] | None = None) -> Iterator[Analysis]:
        begun.append(self)
        yield Analysis(reach=1)
        while not stop():
            never.wait(0.01)
        ended.append(view)

    monkeypatch.setattr(Reading, "analyses", endless)
    app = QariApp([unread(BOOK)], Settings(lang="en"))
    async with app.run_test(size=(120, 30)) as pilot:
        await until(pilot, lambda: bool(begun))
        for times in (1, 2):
            await pilot.press("z")
            await until(pilot, lambda: len(ended) == times)  # noqa: B023
            assert "analysing" not in says(app)[::-1]
            assert "analysis stopped: z goes on" in says(app)[::-1]
            assert "Analysis stopped" in says(app)[::-1], "in the panels"
            await pilot.press("z")
            await until(pilot, lambda: len(begun) == times + 1)  # noqa: B023
            assert "Analysis stopped" not in says(app)[::-1]
        await pilot.press("q")


async def test_what_is_cancelled_before_its_turn_leaves_nothing_behind(make_reading: Callable[[str], Reading]) -> None:
    """Two searches and the end in one breath: no worker has come to its turn."""
    app = QariApp([make_reading(BOOK)], Settings())
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("/")
        assert isinstance(app.screen, ReadingScreen)
        for query in ("سالم", "ليلى"):
            loading.search(app.screen, make_reading(BOOK), Query(query), 0)
        app.workers.cancel_all()
    gc.collect()  # a coroutine that nobody awaited would be told of here, and warnings are errors
