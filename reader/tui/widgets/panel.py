"""The margin that answers the text: people, places and events, one panel below another.

It shares its rows among the panels; what each of them shows is its own affair.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.geometry import Region
from textual.widget import Widget

from reader.tui.before.geometry import PANELS
from reader.tui.state.known import Known

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.analysis.model import Analysis
    from reader.document.model import Document
    from reader.text.span import Span
    from reader.tui.options import ScreenOptions
    from reader.tui.theme import Paint
    from reader.tui.widgets.entity_list import EntityList
    from reader.tui.widgets.hit_list import HitList
    from reader.tui.widgets.timeline import Timeline

LEAST = 4
"""Rows below which a panel is not worth its place: a heading and three."""

LEFT_PERCENT = 60
"""Of two columns the left one, in hundredths: sentences stand there."""
GAP = 2
"""Columns between the two."""
UNFOLDED = 5
"""Rows that the event with the cursor takes at most beyond one: two each for its clause, for who and where, and for why
this date."""


class Panels(Widget):
    """All panels. The screen calls `show`, `look_at` and `choose`; whatever it is told, the cursors stay.

    Empty until `furnish` is called: the text is painted before there is anything to say about it.
    """

    people: EntityList
    places: EntityList
    events: Timeline
    hits: HitList

    DEFAULT_CSS = """
    Panels { overflow: hidden; padding: 0 1 0 0; }
    Panels > EntityList, Panels > Timeline { position: absolute; }
    """

    def __init__(self, document: Document, paint: Paint, options: ScreenOptions) -> None:
        super().__init__(id="panels")
        self._paint = paint
        self._options = options
        self._text = document.text
        self._parts: tuple[EntityList | Timeline, ...] = ()
        self._focused = 0
        self._complete = False

    @property
    def over(self) -> bool:
        """Whether they lie over the page."""
        return self.has_class("-over")

    @over.setter
    def over(self, over: bool) -> None:
        self.set_class(over, "-over")

    def render(self) -> str:
        """Nothing, until there are panels."""
        return ""

    def furnish(self) -> None:
        """Bring the panels in."""
        from reader.analysis.model import EntityType
        from reader.tui.widgets.entity_list import THINGS, EntityList
        from reader.tui.widgets.hit_list import HitList
        from reader.tui.widgets.timeline import Timeline

        length = len(self._text)
        self.people = EntityList((EntityType.PERSON,), length, self._paint, self._options, id="people")
        self.places = EntityList(THINGS, length, self._paint, self._options, id="places")
        self.events = Timeline(self._text, self._paint, self._options, id="events")
        self.hits = HitList(self._text, self._paint, self._options)
        self.hits.display = False
        self._parts = (self.people, self.places, self.events)
        self.mount_all((*self._parts, self.hits))
        self.dress(self._paint, self._options)
        self._share()

    def show(self, analysis: Analysis) -> None:
        """More is known: fill in, without losing the row one is on."""
        for part in self._parts:
            part.show(analysis)
            if analysis.complete and not part.made_by.isdisjoint(_failed(analysis)):
                part.leave(Known.FAILED)
        self._complete = analysis.complete
        self._share()

    def grow(self, text: str) -> None:
        """The text goes on: it is this one now."""
        self._text = text
        for part in self._all:
            part.grow(text)

    def leave(self, known: Known) -> None:
        """No more comes of the analysis, or it goes on."""
        for part in self._parts:
            part.leave(known)

    def come_to(self, entity: str | None) -> None:
        """One has gone to a mention of this entity in the text."""
        for part in self._parts:
            part.come_to(entity)

    def look_at(self, visible: Span) -> None:
        """This much of the text is on the page: light up who is on it, mark the place in every strip."""
        for part in self._all:
            part.look_at(visible)

    def choose(self, entity: str | None) -> None:
        """The entity that is lit in the text now, wherever it was chosen."""
        for part in self._parts:
            part.choose(entity)

    @property
    def typing(self) -> bool:
        """Whether one types to narrow one of them."""
        return any(part.filter.typing for part in self._parts)

    def light(self, entity: str | None) -> None:
        """Whose name is lit in the text, chosen or gone to."""
        for part in self._parts:
            part.light(entity)

    def only_events_of(self, entity: str) -> None:
        """The events of this entity alone; all of them, where they are shown so already."""
        self.events.only(entity)

    def show_hijri(self) -> None:
        """Hijri dates beside the civil ones, or no longer."""
        self.events.show_hijri()

    def focus_last(self) -> None:
        """The panel that had the focus last gets it again."""
        if self.listing:
            self.hits.focus()
        elif self._parts:
            self._parts[self._focused].focus()

    # the list of matches, in the place of the panels

    @property
    def has_keys(self) -> bool:
        """Whether one of them has the focus."""
        return self.has_focus_within

    @property
    def listing(self) -> bool:
        """Whether the matches of a search are listed."""
        return bool(self._parts) and self.hits.display

    def list_hits(self, listing: bool) -> None:
        """List the matches in the place of the panels, or show these again."""
        if self._parts and listing is not self.listing:
            for part in self._parts:
                part.display = not listing
            self.hits.display = listing
            self._share()

    def show_hits(self, hits: Sequence[Span], at: Span | None, *, complete: bool) -> None:
        """All matches so far, and the one that one is at."""
        if self._parts:
            self.hits.show(hits, at, complete=complete)

    @property
    def _all(self) -> tuple[EntityList | Timeline | HitList, ...]:
        return (*self._parts, self.hits) if self._parts else ()

    def dress(self, paint: Paint, options: ScreenOptions) -> None:
        """New colours, language or digits: draw anew."""
        self._paint = paint
        self._options = options
        for part in self._all:
            part.dress(paint.surface if self.over else paint, options)

    def on_resize(self) -> None:
        self.dress(self._paint, self._options)
        self._share()

    def on_descendant_focus(self) -> None:
        """In a low screen only the panel with the focus is shown."""
        self._focused = next((index for index, part in enumerate(self._parts) if part.has_focus), self._focused)
        self._share()

    def _share(self) -> None:
        """All of the room: in one column, or in two, where the page leaves that much."""
        width, height = self.size
        if not height or not self._parts:
            return
        self.hits.styles.height = height
        # While names are being found all panels are of one size: rows that come in move no other.
        wanted = [part.wanted if self._complete else height for part in self._parts]
        wanted[-1] += UNFOLDED
        if width <= PANELS[-1]:
            self._place(range(len(wanted)), Region(0, 0, width, height), wanted)
            return
        # Where there are more people than there is room for, the places stand with the events.
        cuts = (2, 1) if self._complete else (2,)
        cut = min(cuts, key=lambda cut: sum(max(0, sum(some) - height) for some in (wanted[:cut], wanted[cut:])))
        left = width * LEFT_PERCENT // 100
        self._place(range(cut), Region(left, 0, width - left, height), wanted)
        self._place(range(cut, len(wanted)), Region(0, 0, left - GAP, height), wanted)

    def _place(self, which: range, column: Region, wanted: Sequence[int]) -> None:
        """These panels one below another."""
        shown = self._focused if self._focused in which else which[0]
        rows = share(column.height, [wanted[index] for index in which])
        y = 0
        for index, height in zip(which, rows or [column.height * (index == shown) for index in which], strict=True):
            styles = self._parts[index].styles
            styles.offset, styles.width, styles.height = (column.x, y), column.width, height
            y += height


def _failed(analysis: Analysis) -> set[str]:
    """The rooms of the analysis of which a step failed."""
    return {notice.step.partition(":")[0] for notice in analysis.notices if notice.step}


def share(total: int, wanted: Sequence[int], least: int = LEAST) -> list[int] | None:
    """Rows for each panel, none with more than it wants; None where they have no room for `least` rows each.

    Beyond that each gets in proportion to what it wants (the highest averages, as seats are shared out).
    """
    rows = [min(want, least) for want in wanted]
    if sum(rows) > total:
        return None
    for _ in range(min(total, sum(wanted)) - sum(rows)):
        hungry = [index for index, want in enumerate(wanted) if rows[index] < want]
        rows[max(hungry, key=lambda index: wanted[index] / rows[index])] += 1
    return rows
