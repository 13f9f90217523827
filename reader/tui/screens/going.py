"""Going about in the text: from mention to mention, along the timeline, and back to where one was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from reader.tui import messages
from reader.tui.screens.searching import SearchingScreen
from reader.tui.wording.phrases import phrase

if TYPE_CHECKING:
    from reader.analysis.model import Entity
    from reader.reading import Reading
    from reader.text.span import Span
    from reader.tui.options import ScreenOptions
    from reader.tui.theme import Paint


class GoingScreen(SearchingScreen):
    """A page that can be searched, and gone about in by what is named in it."""

    def __init__(self, reading: Reading, paint: Paint, options: ScreenOptions) -> None:
        super().__init__(reading, paint, options)
        self._chosen: Entity | None = None
        self._marker_place: int | None = None
        """Where the page came to be by going along the timeline: nobody has read there."""

    def _tell(self) -> None:
        """Bring the status row up to date."""
        raise NotImplementedError

    def _jump(self, span: Span) -> None:
        if not self.page.shown.overlaps(span):
            self._jumps.leave(self.page.shown.start)
        self.page.show(span)

    def action_mention(self, step: int) -> None:
        """To the next mention of the chosen entity; of anyone where none is chosen."""
        shown, last = self.page.shown, self.page.overlay.at
        edge = shown.start - 1 if step > 0 else shown.end
        at = last.start if last is not None and last.overlaps(shown) else edge
        target = self._mention_beside(at, step)
        if target is None:
            self._say(phrase("no_mentions", self._options.lang))
            return
        self.page.overlay.at = target
        self._jump(target)
        self.page.redraw()
        self._tell()

    def action_go_on(self) -> None:
        """Enter on the page: copy what is selected; else to the next mention, as in the panels."""
        if self.page.selected is not None:
            self.page.action_copy()
        else:
            self.action_mention(1)

    def _mention_beside(self, position: int, step: int) -> Span | None:
        if self._chosen is None:
            mark = self.page.overlay.mention_beside(position, step)
            return None if mark is None else mark.span
        spans = [mention.span for mention in self._chosen.mentions]
        if step > 0:
            return next((span for span in spans if span.start > position), spans[0])
        return next((span for span in reversed(spans) if span.start < position), spans[-1])

    def action_back(self) -> None:
        self._return_to(self._jumps.back(self.page.shown.start), "no_way_back")

    def action_forward(self) -> None:
        self._return_to(self._jumps.forward(self.page.shown.start), "no_way_on")

    def _return_to(self, position: int | None, otherwise: str) -> None:
        if position is None:
            self._say(phrase(otherwise, self._options.lang))
        else:
            self.page.go_to(position)

    @on(messages.MarkerMoved)
    def _marker_moved(self, message: messages.MarkerMoved) -> None:
        self.page.overlay.marker = message.span
        if message.span is not None:
            here = self.page.shown.start
            self.page.show(message.span)
            there = self.page.shown.start
            if there != here and here != self._marker_place:
                self._jumps.leave(here)
            if there != here:
                self._marker_place = there
        self.page.redraw()

    @on(messages.PlaceLeft)
    def _place_left(self, message: messages.PlaceLeft) -> None:
        self._jumps.leave(message.position)
