"""Going about in the text: from mention to mention, along the timeline, and back to where one was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.tui.parts.choosing import Choosing
    from reader.tui.parts.page import Page
    from reader.tui.parts.voice import Voice
    from reader.tui.state.jumps import Jumps


class Going:
    """Moves the page, and remembers in `jumps` where one was."""

    def __init__(self, page: Page, jumps: Jumps, choosing: Choosing, voice: Voice, tell: Callable[[], None]) -> None:
        self._page = page
        self._jumps = jumps
        self._choosing = choosing
        self._voice = voice
        self._tell = tell
        self._passed: int | None = None
        """Where the page came to be by going along the timeline: nobody has read there."""

    def jump(self, span: Span) -> None:
        """Go to this place, if it is not on the page."""
        if not self._page.shown.overlaps(span):
            self._jumps.leave(self._page.shown.start)
        self._page.come_to(span)

    def open_at(self, span: Span) -> None:
        """Go to this place, which becomes the first of the page."""
        self._jumps.leave(self._page.shown.start)
        self._page.go_to(span.start)

    def jump_to_part(self, part: float) -> None:
        """Go `part` of the way through the text."""
        self._jumps.leave(self._page.shown.start)
        self._page.go_to_part(part)
        self._page.come_to(self._top)

    def mention(self, step: int) -> None:
        """To the next mention of the chosen entity, or the one before; of anyone where none is chosen."""
        target = self._mention_beside(self._at(step), step)
        if target is None:
            self._voice.say("no_mentions")
            return
        self._page.overlay.at = target
        self.jump(target)
        self._choosing.come_to()
        self._page.redraw()
        self._tell()

    def mention_of(self, entity: str, step: int) -> None:
        """To the next mention of this entity, which is chosen for it, or the one before."""
        chosen = self._choosing.chosen
        if chosen is None or chosen.id != entity:
            self._page.overlay.at = None
            self._choosing.choose(entity)
        self.mention(step)

    def mark(self, span: Span | None) -> None:
        """The timeline has come to this clause: mark it, and show it; None: it has been left."""
        self._page.overlay.marker = span
        if span is not None:
            here = self._page.shown.start
            self._page.show(span)
            there = self._page.shown.start
            if there != here:
                if here != self._passed:
                    self._jumps.leave(here)
                self._passed = there
        self._page.redraw()

    def back(self) -> None:
        self._return_to(self._jumps.back(self._page.shown.start), "no_way_back")

    def forward(self) -> None:
        self._return_to(self._jumps.forward(self._page.shown.start), "no_way_on")

    def _at(self, step: int) -> int:
        """Where to look from: the last mention gone to, while it is on the page, else the page's edge."""
        shown, last = self._page.shown, self._page.overlay.at
        if last is not None and last.overlaps(shown):
            return last.start
        return shown.start - 1 if step > 0 else shown.end

    def _mention_beside(self, position: int, step: int) -> Span | None:
        """The next mention after `position`, or the one before it; round the end."""
        if self._choosing.chosen is None:
            mark = self._page.overlay.mention_beside(position, step)
            return None if mark is None else mark.span
        spans = [mention.span for mention in self._choosing.chosen.mentions]
        if step > 0:
            return next((span for span in spans if span.start > position), spans[0])
        return next((span for span in reversed(spans) if span.start < position), spans[-1])

    def _return_to(self, position: int | None, otherwise: str) -> None:
        if position is None:
            self._voice.say(otherwise)
        else:
            self._page.go_to(position)
            self._page.come_to(self._top)

    @property
    def _top(self) -> Span:
        start = self._page.shown.start
        return Span(start, start)
