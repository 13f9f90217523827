"""The list of all matches of a search, each with what stands around it, in the place of the panels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.strip import Strip

from reader.document.marks import Role
from reader.text.span import Span
from reader.tui.messages import HitPointed
from reader.tui.state.context import context
from reader.tui.state.rows import InOrder
from reader.tui.theme import style_of
from reader.tui.widgets.line_text import row
from reader.tui.widgets.row_list import RowList
from reader.tui.wording.phrases import phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.style import Style

    from reader.tui.options import ScreenOptions
    from reader.tui.theme import Paint

HERE, ON_PAGE = "◂", "•"
"""The signs of the match that one is at, and of those on the page."""


class HitList(RowList[Span]):
    """Matches in the order of the text. The cursor leads the page along; Enter goes there for good."""

    def __init__(self, text: str, paint: Paint, options: ScreenOptions) -> None:
        super().__init__(paint, options, id="hits")
        self._rows = InOrder(self.stops, self.same, self._tall)
        self._text = text
        self._at: Span | None = None
        self._visible = Span(0, 0)

    def show(self, hits: Sequence[Span], at: Span | None, *, complete: bool) -> None:
        """All matches so far; the one that one is at has the cursor."""
        self.fill(hits, complete=complete)
        self._at = at
        if at is not None:
            self.put_cursor(at)

    def grow(self, text: str) -> None:
        """The text goes on: it is this one now."""
        self._text = text
        self.changed()

    def look_at(self, visible: Span) -> None:
        """This much of the text is on the page."""
        self._visible = visible
        self.changed()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What narrows these rows is typed into the bar."""
        if action in ("filter", "order", "kind", "why", "only"):
            return False
        return super().check_action(action, parameters)

    # for the list

    def enter(self, entry: Span, step: int) -> None:  # noqa: ARG002
        self.post_message(HitPointed(entry, for_good=True))

    def reached(self, entry: Span) -> None:
        self.post_message(HitPointed(entry))

    def title(self) -> str:
        return phrase("hits", self._options.lang)

    def empty(self) -> str:
        return "no_hit" if self.counted else "looking"

    def lines(self, entry: Span, width: int, ground: Style, *, current: bool) -> list[Strip]:  # noqa: ARG002
        on_page = entry.overlaps(self._visible)
        style = ground if on_page else ground + self.faint
        room = max(1, width - 3)
        shown, stretch = context(self._text, entry, room)
        hit = style_of(self._paint.palette.look([Role.CURRENT_HIT if entry == self._at else Role.HIT]))
        words = row(shown, style, width=room, parts=[(stretch, hit)])
        sign = HERE if entry == self._at else ON_PAGE if on_page else " "
        return [Strip.join([Strip([Segment(" ", style)], 1), words, Strip([Segment(f" {sign}", style)], 2)])]
