"""Work that must not hold up the screen: analysis and searching, in threads of their own.

A worker talks to the screen by messages that carry the ticket it was started with, so that an answer to an
older question is told apart. Each stops soon after it is cancelled.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from reader.tui.messages import AnalysisArrived, AnalysisFailed, HitsArrived
from reader.tui.overlay import Marks

if TYPE_CHECKING:
    from textual.message_pump import MessagePump
    from textual.screen import Screen

    from reader.reading import Reading
    from reader.text.span import Span

PAUSE = 0.2
"""Seconds between two pieces of news: more often is a flicker, and each costs the screen a redraw."""

SHARE = 10
"""Times as long as telling of a find took, that finding goes on before the next."""


def analyse(screen: Screen[None], reading: Reading, ticket: int) -> None:
    """Start the analysis; `AnalysisArrived` tells of it as it grows, and when it is complete."""

    def work() -> None:
        try:
            _analyse(screen, reading, ticket)
        except Exception as error:  # whatever goes wrong in there, the text can still be read
            screen.post_message(AnalysisFailed(str(error), ticket))

    screen.run_worker(work, thread=True, exclusive=True, group="analysis", exit_on_error=False)


def _analyse(target: MessagePump, reading: Reading, ticket: int) -> None:
    worker = get_current_worker()
    due = 0.0
    for analysis in reading.analyses(stop=lambda: worker.is_cancelled):
        if worker.is_cancelled:
            return
        began = time.monotonic()
        if analysis.complete or began > due:
            target.post_message(AnalysisArrived(analysis, Marks(reading.marks()), ticket))
            # The more there is to tell, the longer it takes: most of the time is for finding.
            due = time.monotonic() + max(PAUSE, SHARE * (time.monotonic() - began))
        time.sleep(0)  # let the screen have the interpreter


def search(screen: Screen[None], text: str, query: str, ticket: int, *, exact: bool) -> None:
    """Start looking for `query`; `HitsArrived` tells of hits as they are found."""

    def work() -> None:
        from reader.document.find import find_steps

        worker = get_current_worker()
        hits: list[Span] = []
        told = time.monotonic()
        for found in find_steps(text, query, exact=exact):
            if worker.is_cancelled:
                return
            hits += found
            if found and time.monotonic() - told > PAUSE:
                screen.post_message(HitsArrived(hits.copy(), ticket, complete=False))
                told = time.monotonic()
        screen.post_message(HitsArrived(hits, ticket, complete=True))

    screen.run_worker(work, thread=True, exclusive=True, group="search", exit_on_error=False)
