"""Following the analysis: it goes on in a worker, and the screen shows what it has been told of."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Protocol

from reader.messages import semicolon
from reader.tui.state.known import Known
from reader.tui.state.overlay import Marks
from reader.tui.state.pace import Estimate

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.analysis.model import Analysis
    from reader.reading import Reading
    from reader.tui.parts.page import Page
    from reader.tui.parts.voice import Voice

CLOCK = 0.5
"""Seconds between two looks at how far the analysis may be."""
SOON = 100_000
"""Code points of a growing text that are analysed again whenever there are more; above, an eighth more."""


class Clock(Protocol):
    """Something that ticks until it is stopped."""

    def stop(self) -> None: ...


class Following:
    """Tells `listeners` of one analysis after the other, and puts its marks on the page.

    The worker writes `reading.analysis` while the screen still draws an older one: everyone is told of the same,
    and nobody looks anything up elsewhere. `start` starts the worker, whose news carry the ticket; `every` starts
    a clock; `halt` stops the worker; `leave` says that no more will come, or more
    again; `tell` that `part` has changed.
    """

    def __init__(
        self,
        reading: Reading,
        page: Page,
        voice: Voice,
        *,
        start: Callable[[int], None],
        halt: Callable[[], None],
        every: Callable[[float, Callable[[], None]], Clock],
        leave: Callable[[Known], None],
        tell: Callable[[], None],
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._reading = reading
        self._page = page
        self._voice = voice
        self._start = start
        self._halt = halt
        self._every = every
        self._leave = leave
        self._tell = tell
        self._now = now
        self._ticket = 0
        self._reach = 0
        self._length = 0
        """Code points that are being analysed, or were last."""
        self._all_there = True
        """Whether the text grows no more."""
        self._clock: Clock | None = None
        self._estimate = Estimate(len(reading.document.text), now())
        self.listeners: Sequence[Callable[[Analysis], None]] = ()
        self.part: float | None = None
        """How much has been analysed, 0 to 1; None when nothing is under way."""

    def begin(self) -> None:
        """Show what is known already, or find it out."""
        reading = self._reading
        if reading.analysed or reading.halted:
            self._length = len(reading.document.text) if reading.analysed else reading.analysis.reach
            self._learn(reading.analysis, Marks(reading.marks()))
            if not reading.analysed:
                self._leave(Known.STOPPED)
        else:
            self.analyse()

    def analyse(self) -> None:
        """Find out, aside, what is in the text; what is already shown stays until more is known."""
        self._ticket += 1
        self._reading.halted = False
        self.part = 0.0
        self._length = len(self._reading.document.text)
        self._estimate = Estimate(self._length, self._now())
        if self._clock is None:
            self._clock = self._every(CLOCK, self._tick)
        self._tell()
        self._start(self._ticket)

    def switch(self) -> None:
        """Stop the analysis, what it has found stays; or go on with one that was stopped, or has failed."""
        if self.part is not None:
            self._stop()
        elif self._reading.halted or not self._reading.analysed:
            self._leave(Known.PART)
            self.analyse()
            self._voice.say("analysis_goes_on")
        else:
            self._voice.say("analysis_over")

    def _stop(self) -> None:
        self._reading.halted = True
        self._ticket += 1  # what is on its way is not news any more
        self._halt()
        self._end()
        self._leave(Known.STOPPED)
        self._tell()
        self._voice.say("analysis_stopped")

    def grew(self, *, over: bool) -> None:
        """The text is longer than what has been analysed; `over`: and grows no more."""
        self._all_there = over
        if over or self.part is None:
            self._catch_up()

    def _catch_up(self) -> None:
        """Analyse what has come since, if that is much."""
        length = len(self._reading.document.text)
        if self._reading.halted:
            return
        enough = self._all_there or length <= SOON or length >= self._length * 9 / 8
        if length > self._length and enough:
            self.analyse()

    def arrived(self, analysis: Analysis, marks: Marks, ticket: int) -> None:
        """More is known. News of an analysis that was given up is none; less than is shown waits for more."""
        less = (analysis.reach, marks.count) < (self._reach, self._page.overlay.marks.count)
        if ticket != self._ticket or (less and not analysis.complete):
            return
        self._estimate.reached(analysis.reach, self._now())
        self._learn(analysis, marks)
        if analysis.complete and analysis.notices:
            self._say_notices(analysis)
        if analysis.complete:
            self._catch_up()

    def failed(self, reason: str, ticket: int) -> None:
        """It has come to a bad end; the text can be read all the same."""
        if ticket == self._ticket:
            self._end()
            self._leave(Known.FAILED)
            self._tell()
            self._voice.quote(f"{self._voice.phrase('analysis_failed')}: {reason}")

    def _learn(self, analysis: Analysis, marks: Marks) -> None:
        self._reach = analysis.reach
        self._page.overlay.marks = marks
        self._page.overlay.reach = self._length if analysis.complete else analysis.reach
        self._page.redraw()
        if analysis.complete:
            self._end()
        for learn in self.listeners:
            learn(analysis)
        self._tell()

    def _say_notices(self, analysis: Analysis) -> None:
        from reader.wording import notice  # not needed to show a text

        self._voice.quote(semicolon(self._voice.lang).join(notice(one, self._voice.lang) for one in analysis.notices))

    def _tick(self) -> None:
        """Move the bar on, as long as something is being looked for."""
        if self.part is not None:
            self.part = self._estimate.part(self._now())
            self._tell()

    def _end(self) -> None:
        self.part = None
        if self._clock is not None:
            self._clock.stop()
            self._clock = None
