"""A list of rows below a heading: cursor, scrolling, narrowing by typing. Drawn row by row, whatever its length.

The list keeps its place when its rows change: the row with the cursor stays on its line of the screen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Generic

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from reader.document.marks import Role
from reader.styles.palette import Look
from reader.text.controls import visible
from reader.tui import keymap
from reader.tui.key import Scope, letters_of
from reader.tui.messages import FilterSwitched
from reader.tui.state.filtering import Filter
from reader.tui.state.known import Known
from reader.tui.state.rows import Row, Rows
from reader.tui.theme import style_of
from reader.tui.widgets.line_text import beside, padded, row
from reader.tui.wording.phrases import number, phrase

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual import events

    from reader.tui.options import ScreenOptions
    from reader.tui.theme import Paint

WHEEL = 3
"""Rows for a turn of the wheel."""
RULE = "─"
CARET = "▏"


class RowList(Widget, Generic[Row], can_focus=True):
    """Shows `fill`ed rows. What a row is, how it looks and what it does is up to the classes built on this."""

    BINDINGS = keymap.bindings(Scope.PANELS)
    made_by: ClassVar[frozenset[str]] = frozenset()
    """The rooms of the analysis that find what is listed."""

    def __init__(self, paint: Paint, options: ScreenOptions, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._paint = paint
        self._options = options
        self._all: Sequence[Row] = ()
        self._rows = Rows(self.stops, self.same, self._tall, self.home)
        self._known = Known.PART
        self._placed: list[tuple[int, int]] | None = None
        self.filter = Filter()

    # for the classes built on this

    def names(self, entry: Row) -> Iterable[str]:
        """What typing looks for."""
        raise NotImplementedError

    def admitted(self) -> Sequence[Row]:
        """The rows that the filter admits."""
        return [entry for entry in self._all if self.filter.admits(self.names(entry))]

    def same(self, entry: Row, other: Row) -> bool:
        """Whether both stand for one thing, now that more is known."""
        return entry == other

    def stops(self, entry: Row) -> bool:  # noqa: ARG002
        """Whether the cursor can be on it."""
        return True

    def home(self) -> int | None:
        """The index of the row that the list opens at; None: the first."""
        return None

    def tall(self, entry: Row, *, current: bool) -> int:  # noqa: ARG002
        """Its lines on the screen; only the one with the cursor may have more than one."""
        return 1

    def lines(self, entry: Row, width: int, ground: Style, *, current: bool) -> Sequence[Strip]:
        """Those lines, each `width` columns; `ground` is the style of blanks."""
        raise NotImplementedError

    def title(self) -> str:
        raise NotImplementedError

    def empty(self) -> str:
        """The key of what to say where there are no rows."""
        if self.filter.text and self._all:
            return "no_hit"
        return self._known.value

    def tally(self, entries: Sequence[Row]) -> int:
        """The number in the heading, for the rows that are shown."""
        return len(entries)

    def enter(self, entry: Row, step: int) -> None:
        """Enter, or a click, on a row: `step` 1, or -1 to go back."""

    def reached(self, entry: Row) -> None:
        """The cursor has come to this row."""

    def clicked(self) -> None:
        """The row with the cursor was clicked on."""
        self.action_enter(1)

    # what others ask for

    @property
    def current(self) -> Row | None:
        """The row with the cursor."""
        return self._rows.current

    @property
    def wanted(self) -> int:
        """Lines needed to show everything."""
        return 1 + max(1, len(self._rows.entries))

    def fill(self, rows: Sequence[Row], *, complete: bool | None = None) -> None:
        """Other rows; the cursor stays on its row, and that on its line. `complete`: no more will come; None: as
        before."""
        self._all = rows
        if complete is not None:
            self._known = Known.ALL if complete else Known.PART
        self._narrow()

    def leave(self, known: Known) -> None:
        """No more rows will come, or more will again; of a list that is complete only a failure is said."""
        if self._known is not Known.ALL or known is Known.FAILED:
            self._known = known
            self.changed()

    def dress(self, paint: Paint, options: ScreenOptions) -> None:
        """New colours, language or digits: draw anew."""
        self._paint = paint
        self._options = options
        self.changed()

    def changed(self) -> None:
        """Draw anew."""
        self._placed = None
        self.refresh()

    def come_to(self, id_: str | None) -> None:
        """One has gone to a mention of this entity in the text."""

    def light(self, id_: str | None) -> None:
        """The name of this entity is lit in the text."""

    def put_cursor(self, entry: Row) -> None:
        """The cursor on this row, in sight."""
        self._rows.put(entry)
        self.changed()

    def take_key(self, event: events.Key) -> bool:
        """Keys while one types to narrow the list; whether it was such a one."""
        action = keymap.action_of(Scope.FILTER, event.key)
        if event.key == "escape" and self.filter:
            self.action_filter_close()
        elif not self.filter.typing:
            return False
        elif action:
            getattr(self, f"action_{action}")()
        elif event.is_printable and event.character:
            self.filter.type(letters_of(event.character))
            self._narrow()
        else:
            return False
        return True

    # keys while one types to narrow the list

    def action_filter_keep(self) -> None:
        """The rows stay narrowed; keys move about in them again."""
        self._switch_filter(typing=False)

    def action_filter_erase(self) -> None:
        self.filter.erase()
        self._narrow()

    def action_filter_close(self) -> None:
        """All rows again."""
        self.filter.close()
        self._switch_filter(typing=False)
        self._narrow()

    def _switch_filter(self, *, typing: bool) -> None:
        """Whether keys are typed into the filter from now on."""
        self.filter.typing = typing
        self.post_message(FilterSwitched())
        self.changed()

    # moving

    def action_row(self, step: int) -> None:
        """The cursor, `step` rows on."""
        self._move(self._rows.cursor + step, step)

    def action_rows(self, step: int) -> None:
        """The cursor, `step` pages of rows on."""
        self._move(self._rows.cursor + step * max(1, self._rows.height - 1), step)

    def action_first(self) -> None:
        """The cursor on the first row."""
        self._move(0, -1)

    def action_last(self) -> None:
        """The cursor on the last row."""
        self._move(len(self._rows.entries) - 1, 1)

    def action_enter(self, step: int) -> None:
        """Go to the place that the row stands for, or to its next mention."""
        if self.current is not None and self.stops(self.current):
            self._rows.used = True
            self.enter(self.current, step)

    def action_filter(self) -> None:
        """Narrow the rows by typing."""
        self._switch_filter(typing=True)

    def _move(self, index: int, step: int) -> None:
        moved = self._rows.move_to(index, step)
        self.changed()
        if moved and self.current is not None:
            self.reached(self.current)

    def _narrow(self) -> None:
        self._rows.replace(self.admitted() if self.filter.text else self._all)
        self.changed()

    # the mouse

    def on_click(self, event: events.Click) -> None:
        """Choose a row, and go there."""
        under = self._placed_rows()[event.y - 1 : event.y] if event.y else []
        for index, _line in under:
            if self.stops(self._rows.entries[index]):
                self._rows.cursor = index
                self.changed()
                self.clicked()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self._wheel(WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self._wheel(-WHEEL)

    def _wheel(self, rows: int) -> None:
        self._rows.used = True
        self._rows.scroll_to(self._rows.top + rows)
        self.changed()

    # drawing

    def on_resize(self) -> None:
        self._rows.resize(max(1, self.size.height - 1))
        self.changed()

    def on_focus(self) -> None:
        self._rows.reveal()  # it takes more lines now
        self.changed()

    def on_blur(self) -> None:
        if self.filter.typing:
            self._switch_filter(typing=False)
        self.changed()

    def _tall(self, index: int) -> int:
        return self.tall(self._rows.entries[index], current=self._is_current(index))

    def _is_current(self, index: int) -> bool:
        return self.has_focus and index == self._rows.cursor

    def _placed_rows(self) -> list[tuple[int, int]]:
        if self._placed is None:
            self._placed = self._rows.placed()
        return self._placed

    def render_line(self, y: int) -> Strip:
        width, plain = self.size.width, self._paint.plain
        if not y:
            return self.heading(width)
        placed = self._placed_rows()
        if y <= len(placed):
            index, line = placed[y - 1]
            current = self._is_current(index)
            ground = plain + self._cursor_style if current else plain
            return self.lines(self._rows.entries[index], width, ground, current=current)[line]
        if y == 1 and not self._rows.entries:
            nothing = phrase(self.empty(), self._options.lang)
            return self._lead(self._said(nothing, self._paint.muted), width)
        return Strip.blank(width, plain)

    def heading(self, width: int) -> Strip:
        """The title with its number, and a rule up to the left edge."""
        paint = self._paint
        narrowing = self._narrowing()
        room = width - 4 - sum(1 + strip.cell_length for strip in narrowing)
        title = beside([self._fitted(self.title(), self._title_style, room), *narrowing], 1, paint.plain)
        titled = self._lead(Strip.join([Strip.blank(1, paint.plain), title]), title.cell_length + 3)
        return Strip.join([self.rule(max(0, width - titled.cell_length)), titled]).crop(0, width)

    def rule(self, width: int) -> Strip:
        """The rule beside the title."""
        return Strip([Segment(RULE * width, self._paint.accent if self.has_focus else self._paint.line)], width)

    def _narrowing(self) -> list[Strip]:
        """What stands behind the title: how many rows there are, and what narrows them."""
        paint = self._paint
        count = self._said(self._count(), paint.muted)
        if not self.filter:
            return [count] if count.cell_length else []
        caret = Strip([Segment(CARET if self.filter.typing else " ", paint.accent)], 1)
        return [Strip.join([caret, row(visible(self.filter.text), paint.plain)]), count]

    def _count(self) -> str:
        """How many there are, and of those how many are out of sight; nothing before that is known."""
        if self._known.is_cut and self._rows.entries:
            return phrase("incomplete" if self._known is Known.FAILED else "stopped", self._options.lang)
        if not self.counted:
            return ""
        entries, placed, digits = self._rows.entries, self._placed_rows(), self._options.interface_digits
        if not (count := self.tally(entries)):
            return ""  # the list says so itself, and «٠» is but a dot
        shown = entries[self._rows.top : placed[-1][0] + 1] if placed else ()
        hidden = count - self.tally(shown)
        counted = number(count, digits)
        return f"{counted} (+{number(hidden, digits)})" if hidden else counted

    @property
    def counted(self) -> bool:
        """Whether all rows are known, and what is in them."""
        return self._known is Known.ALL

    @property
    def _title_style(self) -> Style:
        return self._paint.accent if self.has_focus else self._paint.plain + self.bold

    def _said(self, text: str, style: Style) -> Strip:
        return row(text, style, base=1 if self._options.lang == "ar" else 0)

    def _fitted(self, text: str, style: Style, width: int) -> Strip:
        """`text` in no more than `width` columns, cut at its end."""
        said = self._said(text, style)
        return said if said.cell_length <= width else row(text, style, width=max(1, width))

    def _lead(self, strip: Strip, width: int) -> Strip:
        """`strip` at the right edge, behind the two columns where rows have a sign and air."""
        plain = self._paint.plain
        return padded(Strip.join([strip, Strip([Segment("  ", plain)], 2)]), width, plain)

    @property
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
