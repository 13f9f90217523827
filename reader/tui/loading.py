"""Work that must not hold up the screen: analysis, searching and what still comes, in threads of their own.

A worker talks to the screen by messages that carry the ticket it was started with, so that an answer to an
older question is told apart. Each stops soon after it is cancelled.
"""

from __future__ import annotations

import asyncio
import time
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from reader import ending
from reader.analysis.marks import marks
from reader.errors import TooSlowError, UsageError
from reader.layout.page import Page
from reader.tui.before import geometry
from reader.tui.messages import AnalysisArrived, AnalysisFailed, HitsArrived, SearchFailed, TextGrew
from reader.tui.state.overlay import Marks

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.screen import Screen
    from textual.worker import Worker

    from reader.reading import Reading
    from reader.sources.coming import Coming
    from reader.text.span import Span
    from reader.tui.state.finding import Query

    Stop = Callable[[], bool]

_ANALYSIS = "analysis"
PAUSE = 0.2
"""Seconds between two pieces of news of a search: more often is a flicker, and each costs the screen a redraw."""


def analyse(screen: Screen[None], reading: Reading, ticket: int, view: Callable[[], Span]) -> None:
    """Start the analysis; `AnalysisArrived` tells of it as it grows, and when it is complete. What `view`, asked
    in the worker's thread, says is in sight comes first."""

    def work(stop: Stop) -> None:
        try:
            for analysis in reading.analyses(stop, view):
                screen.post_message(AnalysisArrived(analysis, Marks(marks(analysis)), ticket))
                time.sleep(0)  # let the screen have the interpreter
        except Exception as error:  # whatever goes wrong in there, the text can still be read
            screen.post_message(AnalysisFailed(str(error), ticket))

    _start(screen, work, _ANALYSIS)


def halt_analysis(screen: Screen[None]) -> None:
    """Have the analysis stop, which takes a moment."""
    screen.workers.cancel_group(screen, _ANALYSIS)


def follow(screen: Screen[None], coming: Coming) -> None:
    """Take in what still comes of the text; `TextGrew` tells of it until it is over."""

    def work(stop: Stop) -> None:
        for document in coming.documents(stop):
            # Cutting a book into pieces takes longer than a key may wait.
            screen.post_message(TextGrew(document, Page(document, geometry.COLUMN), over=coming.over))

    _start(screen, work, "coming")


def search(screen: Screen[None], reading: Reading, query: Query, ticket: int) -> None:
    """Start looking; `HitsArrived` tells of hits as they are found, names by their Latin spelling too, `SearchFailed`
    of a pattern that is none."""

    def work(stop: Stop) -> None:
        try:
            _search(screen, reading, query, ticket, stop)
        except UsageError as error:
            reason = "slow_pattern" if isinstance(error, TooSlowError) else "bad_pattern"
            screen.post_message(SearchFailed(reason, ticket))

    _start(screen, work, "search")


def _search(screen: Screen[None], reading: Reading, query: Query, ticket: int, stop: Stop) -> None:
    from reader.reading import merged

    hits: list[Span] = []
    named = reading.named(query.text) if query.spelled else []
    told = -PAUSE  # the first are told at once
    for found in reading.find_steps(query.text, exact=query.exact, regex=query.regex):
        if stop():
            return
        hits += found
        if found and time.monotonic() - told > PAUSE:
            screen.post_message(HitsArrived(merged(hits, named), ticket, complete=False))
            told = time.monotonic()
    screen.post_message(HitsArrived(merged(hits, named), ticket, complete=True))


def _start(screen: Screen[None], work: Callable[[Stop], None], group: str) -> None:
    """Run `work` aside; whatever else of its group is under way is told to stop."""
    # Not a coroutine: of a worker that is cancelled before its turn, nobody would await it.
    _: Worker[None] = screen.run_worker(partial(_in_thread, work), group=group, exclusive=True, exit_on_error=False)


async def _in_thread(work: Callable[[Stop], None]) -> None:
    """Run `work` in a thread that ends with the program.

    Textual's own thread workers, and those of asyncio, are waited for: quitting a book would take as long as
    the step that its analysis happens to be at.
    """
    worker, loop = get_current_worker(), asyncio.get_running_loop()
    done = loop.create_future()

    def run() -> None:
        failure: Exception | None = None
        try:
            work(lambda: worker.is_cancelled)
        except Exception as error:
            failure = error
        # Once the program has ended there is no loop to talk to, and nobody who would listen.
        with suppress(RuntimeError):
            loop.call_soon_threadsafe(_finish, done, failure)

    ending.aside(run)
    await done


def _finish(done: asyncio.Future[None], failure: Exception | None) -> None:
    if done.done():  # cancelled
        return
    if failure is None:
        done.set_result(None)
    else:
        done.set_exception(failure)
