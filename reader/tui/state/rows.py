"""Which rows of a list are in sight, and which one the cursor is on; kept while the rows change."""

from __future__ import annotations

from bisect import bisect_left
from itertools import chain
from typing import TYPE_CHECKING, Generic, TypeVar

from reader.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Row = TypeVar("Row")


class Rows(Generic[Row]):
    """`entries` from `top` on are in sight, on `height` lines of the screen.

    `stops` tells whether the cursor can be on a row, `same` whether an old and a new row stand for one thing,
    `tall` how many lines the row at an index takes: one, but for the row with the cursor; `home` which row it opens
    at, where that is not the first.
    """

    def __init__(
        self,
        stops: Callable[[Row], bool],
        same: Callable[[Row, Row], bool],
        tall: Callable[[int], int],
        home: Callable[[], int | None] = lambda: None,
    ) -> None:
        self._stops = stops
        self._same = same
        self._tall = tall
        self._home = home
        self.entries: Sequence[Row] = ()
        self.cursor = 0
        self.top = 0
        self.height = 1
        self.used = False
        """Whether a person has moved here: until then the list stays where it opens."""

    @property
    def current(self) -> Row | None:
        """The row with the cursor."""
        return self.entries[self.cursor] if self.cursor < len(self.entries) else None

    def placed(self) -> list[tuple[int, int]]:
        """For each line on the screen, the index of the row that it shows and which line of that row it is."""
        last = min(len(self.entries), self.top + self.height)
        return [(index, line) for index in range(self.top, last) for line in range(self._tall(index))][: self.height]

    def replace(self, entries: Sequence[Row]) -> None:
        """Other rows: the cursor stays on its row, and that on its line; else the row at the top does."""
        current, line = self.current, self.cursor - self.top
        first = self.entries[self.top] if self.top < len(self.entries) else None
        self.entries = entries
        if not self.used:
            self._open()
            return
        found = self.index_of(current)
        self.cursor = self._first_stop() if found is None else found
        if 0 <= line < self.height:
            self.scroll_to(self.cursor - line)
        else:
            kept = self.index_of(first)
            self.scroll_to(self.top if kept is None else kept)

    def resize(self, height: int) -> None:
        """So many lines of the screen from now on."""
        self.height = height
        if self.used:
            self.scroll_to(self.top)
        else:
            self._open()

    def _open(self) -> None:
        """The cursor where the list opens, with as much before it in sight as behind it."""
        home = self._home()
        self.cursor = self._first_stop() if home is None else home
        self.scroll_to(0 if home is None else home - self.height // 2)

    def move_to(self, index: int, step: int) -> bool:
        """The cursor to `index`, or the next row in the direction of `step` (else the other) that it can be on.

        Whether it is on another row now.
        """
        if not self.entries:
            return False
        index = max(0, min(index, len(self.entries) - 1))
        way = 1 if step > 0 else -1
        onward = range(index, len(self.entries) if way > 0 else -1, way)
        back = range(index, self.cursor, -way)
        target = next((i for i in chain(onward, back) if self._stops(self.entries[i])), self.cursor)
        moved = target != self.cursor
        self.used = True
        self.cursor = target
        self.reveal()
        return moved

    def put(self, entry: Row) -> None:
        """The cursor on this row, in sight, if it is there."""
        index = self.index_of(entry)
        if index is not None:
            self.used = True
            self.cursor = index
            self.reveal()

    def reveal(self) -> None:
        """The row with the cursor in sight, with the headings right above it."""
        first = self.cursor
        while first and not self._stops(self.entries[first - 1]) and self.cursor - first < self.height - 2:
            first -= 1
        self.scroll_to(min(first, max(self.top, self.cursor + 1 + self._extra - self.height)))

    def scroll_to(self, top: int) -> None:
        """The row at `top` first, as far as there are rows below it."""
        self.top = max(0, min(top, len(self.entries) + self._extra - self.height))

    @property
    def _extra(self) -> int:
        """Lines that the row with the cursor takes beyond one."""
        return self._tall(self.cursor) - 1 if self.cursor < len(self.entries) else 0

    def index_of(self, entry: Row | None) -> int | None:
        """Where this row, or one that stands for the same, is now."""
        if entry is None:
            return None
        return next((index for index, other in enumerate(self.entries) if self._same(entry, other)), None)

    def _first_stop(self) -> int:
        return next((index for index, entry in enumerate(self.entries) if self._stops(entry)), 0)


class InOrder(Rows[Span]):
    """Stretches of a text in its order, a million of them as soon found as ten."""

    def index_of(self, entry: Span | None) -> int | None:
        at = bisect_left(self.entries, entry) if entry is not None else len(self.entries)
        return at if at < len(self.entries) and self.entries[at] == entry else None
