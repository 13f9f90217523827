"""A list of rows below a heading: cursor, scrolling, narrowing by typing. Drawn row by row, whatever its length.

The list keeps its place when its rows change: the row with the cursor stays on its line of the screen.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Generic, TypeVar

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from reader.document.marks import Role
from reader.styles.palette import Look
from reader.text.controls import visible
from reader.tui import keymap
from reader.tui.filtering import Filter
from reader.tui.keymap import Scope
from reader.tui.phrases import number, phrase
from reader.tui.theme import style_of
from reader.tui.widgets.line_text import beside, padded, row

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual import events

    from reader.tui.options import ScreenOptions
    from reader.tui.theme import Paint

Row = TypeVar("Row")

WHEEL = 3
"""Rows for a turn of the wheel."""
RULE = "─"
CARET = "▏"


class RowList(Widget, Generic[Row], can_focus=True):
    """Shows `fill`ed rows. What a row is, how it looks and what it does is up to the classes built on this."""

    BINDINGS = keymap.bindings(Scope.PANELS)

    def __init__(self, paint: Paint, options: ScreenOptions, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._paint = paint
        self._options = options
        self._all: Sequence[Row] = ()
        self._rows: Sequence[Row] = ()
        self._cursor = 0
        self._top = 0
        self._used = False
        """Whether a person has moved here: until then the list stays at its first rows."""
        self._complete = False
        self._placed: list[tuple[int, int]] | None = None
        self.filter = Filter()

    # for the classes built on this

    def names(self, entry: Row) -> Iterable[str]:
        """What typing looks for."""
        raise NotImplementedError

    def same(self, entry: Row, other: Row) -> bool:
        """Whether both stand for one thing, now that more is known."""
        return entry == other

    def stops(self, entry: Row) -> bool:  # noqa: ARG002
        """Whether the cursor can be on it."""
        return True

    def tall(self, entry: Row, *, current: bool) -> int:  # noqa: ARG002
        """Its lines on the screen; only the one with the cursor may have more than one."""
        return 1

    def lines(self, entry: Row, width: int, ground: Style, *, current: bool) -> Sequence[Strip]:
        """Those lines, each `width` columns; `ground` is the style of blanks."""
        raise NotImplementedError

    def title(self) -> str:
        raise NotImplementedError

    def tally(self) -> int:
        """The number in the heading."""
        return len(self._all)

    def enter(self, entry: Row, step: int) -> None:
        """Enter, or a click, on a row: `step` 1, or -1 to go back."""

    def reached(self, entry: Row) -> None:
        """The cursor has come to this row."""

    # what others ask for

    @property
    def current(self) -> Row | None:
        """The row with the cursor."""
        return self._rows[self._cursor] if self._cursor < len(self._rows) else None

    @property
    def wanted(self) -> int:
        """Lines needed to show everything."""
        return 1 + max(1, len(self._rows))

    def fill(self, rows: Sequence[Row], *, complete: bool) -> None:
        """Other rows; the cursor stays on its row, and that on its line."""
        self._all = rows
        self._complete = complete
        self._narrow()

    def dress(self, paint: Paint, options: ScreenOptions) -> None:
        """New colours, language or digits: draw anew."""
        self._paint = paint
        self._options = options
        self.changed()

    def changed(self) -> None:
        """Draw anew."""
        self._placed = None
        self.refresh()

    def put_cursor(self, entry: Row) -> None:
        """The cursor on this row, in sight."""
        index = self._index_of(entry)
        if index is not None:
            self._used = True
            self._cursor = index
            self._reveal()

    def take_key(self, event: events.Key) -> bool:
        """Keys while one types to narrow the list; whether it was such a one."""
        if event.key == "escape" and self.filter:
            self.filter.close()
        elif not self.filter.typing:
            return False
        elif event.key == "enter":
            self.filter.typing = False
        elif event.key in ("backspace", "ctrl+h"):
            self.filter.erase()
        elif event.is_printable and event.character:
            self.filter.type(event.character)
        else:
            return False
        self._narrow()
        return True

    # moving

    def action_row(self, step: int) -> None:
        """The cursor, `step` rows on."""
        self._move(self._cursor + step, step)

    def action_rows(self, step: int) -> None:
        """The cursor, `step` pages of rows on."""
        self._move(self._cursor + step * max(1, self._height - 1), step)

    def action_first(self) -> None:
        """The cursor on the first row."""
        self._move(0, -1)

    def action_last(self) -> None:
        """The cursor on the last row."""
        self._move(len(self._rows) - 1, 1)

    def action_enter(self, step: int) -> None:
        """Go to the place that the row stands for, or to its next mention."""
        if self.current is not None and self.stops(self.current):
            self._used = True
            self.enter(self.current, step)

    def action_filter(self) -> None:
        """Narrow the rows by typing."""
        self.filter.typing = True
        self.changed()

    def _move(self, index: int, step: int) -> None:
        """To the row at `index`, or the next one in the direction of `step` (else the other) that it can stop at."""
        index = max(0, min(index, len(self._rows) - 1))
        way = 1 if step > 0 else -1
        onward = range(index, len(self._rows) if way > 0 else -1, way)
        back = range(index, self._cursor, -way)
        for target in chain(onward, back):
            if self.stops(self._rows[target]):
                self._go(target)
                return
        self._reveal()

    def _go(self, index: int) -> None:
        moved = index != self._cursor or not self._used
        self._used = True
        self._cursor = index
        self._reveal()
        if moved:
            self.reached(self._rows[index])

    def _reveal(self) -> None:
        """The row with the cursor in sight, with the headings right above it."""
        first = self._cursor
        while first and not self.stops(self._rows[first - 1]) and self._cursor - first < self._height - 2:
            first -= 1
        extra = self._tall(self._cursor) - 1 if self._rows else 0
        self._set_top(min(first, max(self._top, self._cursor + 1 + extra - self._height)))

    def _set_top(self, top: int) -> None:
        extra = self._tall(self._cursor) - 1 if self._rows else 0
        self._top = max(0, min(top, len(self._rows) + extra - self._height))
        self.changed()

    def _narrow(self) -> None:
        """Show the rows that the filter admits; stay where one was as far as they allow."""
        cursor, top = self.current, self._rows[self._top] if self._top < len(self._rows) else None
        line = self._cursor - self._top
        self._rows = self._admitted()
        self._cursor = self._stay(cursor) if self._used else self._first_stop()
        if not self._used:
            self._set_top(0)
        elif 0 <= line < self._height:
            self._set_top(self._cursor - line)
        else:
            self._set_top(self._stay(top, self._top))

    def _admitted(self) -> Sequence[Row]:
        if not self.filter.text:
            return self._all
        return [entry for entry in self._all if self.stops(entry) and self.filter.admits(self.names(entry))]

    def _stay(self, entry: Row | None, otherwise: int | None = None) -> int:
        index = None if entry is None else self._index_of(entry)
        if index is not None:
            return index
        if otherwise is not None:
            return otherwise
        return self._first_stop()

    def _index_of(self, entry: Row) -> int | None:
        return next((index for index, other in enumerate(self._rows) if self.same(entry, other)), None)

    def _first_stop(self) -> int:
        return next((index for index, entry in enumerate(self._rows) if self.stops(entry)), 0)

    # the mouse

    def on_click(self, event: events.Click) -> None:
        """Choose a row, and go there."""
        under = self._lines_placed()[event.y - 1 : event.y] if event.y else []
        if under and self.stops(self._rows[under[0][0]]):
            self._used = True
            self._cursor = under[0][0]
            self.changed()
            self.action_enter(1)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self._wheel(WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self._wheel(-WHEEL)

    def _wheel(self, rows: int) -> None:
        self._used = True
        self._set_top(self._top + rows)

    # drawing

    def on_resize(self) -> None:
        if self._used:
            self._set_top(self._top)
        self.changed()

    def on_focus(self) -> None:
        self.changed()

    def on_blur(self) -> None:
        self.filter.typing = False
        self.changed()

    @property
    def _height(self) -> int:
        """Lines for rows."""
        return max(1, self.size.height - 1)

    def _tall(self, index: int) -> int:
        current = self.has_focus and index == self._cursor
        return self.tall(self._rows[index], current=current)

    def _lines_placed(self) -> list[tuple[int, int]]:
        """For each line below the heading, the row that it shows and which line of that row it is."""
        if self._placed is None:
            self._placed = []
            for index in range(self._top, min(len(self._rows), self._top + self._height)):
                self._placed += ((index, line) for line in range(self._tall(index)))
        return self._placed

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        if not y:
            return self.heading(width)
        placed = self._lines_placed()
        if y <= len(placed):
            index, line = placed[y - 1]
            current = self.has_focus and index == self._cursor
            ground = self._paint.plain + self._cursor_style() if current else self._paint.plain
            return self.lines(self._rows[index], width, ground, current=current)[line]
        if y == 1 and not self._rows:
            nothing = phrase("none_found" if self._complete else "searching", self._options.lang)
            return self._lead("", row(nothing, self._paint.muted), width)
        return Strip.blank(width, self._paint.plain)

    def heading(self, width: int) -> Strip:
        """The title with its number, and a rule up to the left edge."""
        paint = self._paint
        title = beside([self._said(self.title(), self._title_style), *self._narrowing()], 1, paint.plain)
        titled = self._lead("", Strip.join([Strip.blank(1, paint.plain), title]), title.cell_length + 3)
        return Strip.join([self.rule(max(0, width - titled.cell_length)), titled]).crop(0, width)

    def rule(self, width: int) -> Strip:
        """The rule beside the title."""
        return Strip([Segment(RULE * width, self._paint.line)], width)

    def _narrowing(self) -> list[Strip]:
        """What stands behind the title: how many rows there are, and what narrows them."""
        paint, digits = self._paint, self._options.interface_digits
        count = row(number(len(self._rows) if self.filter else self.tally(), digits), paint.muted)
        if not self.filter:
            return [count]
        caret = Strip([Segment(CARET if self.filter.typing else " ", paint.accent)], 1)
        return [Strip.join([caret, row(visible(self.filter.text), paint.plain)]), count]

    @property
    def _title_style(self) -> Style:
        return self._paint.accent if self.has_focus else self._paint.plain + self.bold

    def _said(self, text: str, style: Style) -> Strip:
        return row(text, style, base=1 if self._options.lang == "ar" else 0)

    def _lead(self, sign: str, strip: Strip, width: int, style: Style | None = None) -> Strip:
        """`strip` at the right edge, behind a column for a sign and one of air."""
        ground = style or self._paint.plain
        return padded(Strip.join([strip, Strip([Segment(f" {sign or ' '}", ground)], 2)]), width, self._paint.plain)

    def _cursor_style(self) -> Style:
        """The ground of the row with the cursor: one on which every type's colour can be read."""
        return style_of(self._paint.palette.look([Role.CHOSEN]))

    bold = Style(bold=True)

    @property
    def faint(self) -> Style:
        """To be laid over a row: what is not on the page."""
        muted = self._paint.palette.muted
        return style_of(Look(colour=muted, dim=muted is None))

    @property
    def bright(self) -> Style:
        """To be laid over a row: what catches the eye."""
        return style_of(Look(colour=self._paint.palette.accent, bold=True))

    def tint(self, role: Role, *, lit: bool = True) -> Style:
        """A type's colour without its sign, which would underline whole lists; bold where it has no colour."""
        colour = self._paint.palette.look([role]).colour
        return style_of(Look(colour=colour, bold=lit and colour is None))
