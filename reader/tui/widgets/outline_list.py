"""The headings of the text, as a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.strip import Strip

from reader.tui.state.outline import Heading, current
from reader.tui.widgets.choice_list import ChoiceList

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from rich.style import Style

    from reader.tui.options import ScreenOptions
    from reader.tui.theme import Paint

INDENT = 2
"""Columns that a heading stands in behind the one above it."""
DEEPEST = 4
"""Ranks that are told apart: more would leave no room for words."""


class OutlineList(ChoiceList[Heading]):
    """Says which heading is chosen; the cursor begins at the one that `position` is under."""

    def __init__(
        self,
        entries: Sequence[Heading],
        position: int,
        go: Callable[[Heading], None],
        paint: Paint,
        options: ScreenOptions,
    ) -> None:
        super().__init__("outline", paint, options)
        self._here = entries[current(entries, position)]
        self._go = go
        self.fill(entries, complete=True)
        self.put_cursor(self._here)

    def names(self, entry: Heading) -> Iterable[str]:
        return (entry.text,)

    def enter(self, entry: Heading, step: int) -> None:  # noqa: ARG002
        self._go(entry)

    def lines(self, entry: Heading, width: int, ground: Style, *, current: bool) -> list[Strip]:  # noqa: ARG002
        indent = INDENT * min(entry.depth, DEEPEST)
        here = entry == self._here
        return [self.line(entry.text, Strip([]), width, ground, in_force=here, indent=indent)]
