"""The headings of the text over the page: Enter goes to one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.tui.screens.drawer import Drawer
from reader.tui.widgets.outline_list import OutlineList

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.text.span import Span
    from reader.tui.screens.base import Reader
    from reader.tui.state.outline import Heading


class OutlineScreen(Drawer):
    """Gives the span of the heading that is chosen to `go`."""

    def __init__(self, reader: Reader, entries: Sequence[Heading], position: int, go: Callable[[Span], None]) -> None:
        super().__init__(reader, OutlineList(entries, position, self._chosen, reader.paint, reader.options))
        self._go = go

    def _chosen(self, entry: Heading) -> None:
        self.close()
        self._go(entry.span)
