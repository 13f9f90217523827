"""A panel of people, or of places and whatever else is named: name, count, and where in the text they occur."""

from __future__ import annotations

from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.strip import Strip

from reader.analysis.model import Entity, EntityType
from reader.document.marks import Role
from reader.layout.label import label
from reader.text.span import Span
from reader.tui.messages import EntityPointed, NextMention, OnlyEventsOf
from reader.tui.state.entities import same, touches
from reader.tui.state.sparkline import bars, here
from reader.tui.widgets.line_text import row
from reader.tui.widgets.row_list import RULE, RowList
from reader.tui.wording.phrases import number, phrase

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.style import Style
    from textual import events

    from reader.analysis.model import Analysis
    from reader.tui.options import ScreenOptions
    from reader.tui.theme import Paint

TITLES = {
    EntityType.PERSON: "people",
    EntityType.LOCATION: "places",
    EntityType.ORGANISATION: "organisations",
    EntityType.PRODUCT: "products",
    EntityType.WORK: "works",
    EntityType.OTHER: "others",
}
THINGS = (
    EntityType.LOCATION,
    EntityType.ORGANISATION,
    EntityType.PRODUCT,
    EntityType.WORK,
    EntityType.OTHER,
)
"""What the panel below the people shows, one kind at a time."""
LIT = "•"
"""The sign of a row that is on the page."""
CHOSEN = "◂"
"""The sign of the row whose name is lit in the text."""
HERE = "━"
"""Over the part of all strips that is on the page."""
NARROWEST, WIDEST = 4, 12
"""Cells of a strip."""
NAME = 22
"""Columns that a name should have before the strip gets more than its least."""

MANY = 60
"""Rows from which the doubtful ones are folded."""
BELIEVED = 0.8
"""The recogniser's score from which a name met once is believed."""
_start = attrgetter("span.start")


class EntityList(RowList[Entity]):
    """Entities of one of `kinds` at a time, the most often named first; or in the order of the text."""

    made_by = frozenset({"names", "entities", "descriptions"})

    def __init__(
        self,
        kinds: Sequence[EntityType],
        length: int,
        paint: Paint,
        options: ScreenOptions,
        *,
        id: str,  # noqa: A002
    ) -> None:
        super().__init__(paint, options, id=id)
        self._kinds = kinds
        self._kind = kinds[0]
        self._length = length
        self._entities: dict[EntityType, list[Entity]] = {}
        self._countries: dict[str, str] = {}
        self._visible = Span(0, 0)
        self._lit: str | None = None
        self._in_text_order = False
        self._unfolded = False
        self._count_width = 1

    # what others ask for

    def show(self, analysis: Analysis) -> None:
        """Everything that has been found so far."""
        self._entities = {kind: [] for kind in self._kinds}
        for entity in analysis.entities:
            if entity.type in self._entities and entity.mentions:
                self._entities[entity.type].append(entity)
        if EntityType.LOCATION in self._kinds:
            self._countries = countries(self._entities[EntityType.LOCATION])
        self._fill(complete=analysis.complete)

    def grow(self, text: str) -> None:
        """The text goes on: it is this one now."""
        self._length = len(text)
        self.changed()

    def look_at(self, visible: Span) -> None:
        """This much of the text is on the page."""
        self._visible = visible
        self.changed()

    def choose(self, id_: str | None) -> None:
        """This entity is lit in the text: show its row, unless someone is busy here."""
        self.come_to(id_)
        self.light(id_)

    def light(self, id_: str | None) -> None:
        if id_ != self._lit:
            self._lit = id_
            self.changed()

    def come_to(self, id_: str | None) -> None:
        """Show the row of this entity, unless someone is busy here."""
        found = next((one for group in self._entities.values() for one in group if one.id == id_), None)
        if found is not None and not self.has_focus:
            self._turn_to(found.type)
            if self._folds and is_doubtful(found):
                self.action_fold()
            self.put_cursor(found)

    # for the list

    def names(self, entry: Entity) -> Iterable[str]:
        return (entry.name, *entry.aliases)

    def same(self, entry: Entity, other: Entity) -> bool:
        return same(entry, other)

    def take_key(self, event: events.Key) -> bool:
        took = super().take_key(event)
        if took:
            self._point()  # the row with the cursor is another one, or there is none
        return took

    def enter(self, entry: Entity, step: int) -> None:
        self.post_message(NextMention(entry.id, step))

    def action_only(self) -> None:
        """The events of the row with the cursor alone, in the panel of events; all, where they are so already."""
        if self.current is not None:
            self.post_message(OnlyEventsOf(self.current.id))

    def reached(self, entry: Entity) -> None:
        self.post_message(EntityPointed(entry.id))

    # Textual calls the handlers of RowList for these as well.

    def on_focus(self) -> None:
        self._point()

    def on_blur(self) -> None:
        self.post_message(EntityPointed(None))

    def _point(self) -> None:
        """Light the entity that the cursor is on, though it has not moved."""
        self.post_message(EntityPointed(self.current.id if self.current else None))

    def title(self) -> str:
        said = phrase(TITLES[self._kind], self._options.lang)
        if not self._folds or self.filter.text:
            return said
        folded = sum(map(is_doubtful, self._entities[self._kind]))
        return said + phrase("once_named", self._options.lang, n=number(folded, self._options.interface_digits))

    # keys

    def action_order(self) -> None:
        """By count, or in the order of the text."""
        self._in_text_order = not self._in_text_order
        self._fill()

    def action_fold(self) -> None:
        """Show what is named once and hardly believed, or fold it again."""
        self._unfolded = not self._unfolded
        self._fill()

    @property
    def _folds(self) -> bool:
        """Whether rows are folded: in a long list, those that would bury the others."""
        entities = self._entities.get(self._kind, [])
        return not self._unfolded and len(entities) >= MANY and any(map(is_doubtful, entities))

    def admitted(self) -> Sequence[Entity]:
        """What is folded is found as well."""
        return [entity for entity in self._sorted() if self.filter.admits(self.names(entity))]

    def action_kind(self, step: int) -> None:
        """Another kind of entities, of those that there are."""
        kinds = self._present()
        self._turn_to(kinds[(kinds.index(self._kind) + step) % len(kinds)])

    def _turn_to(self, kind: EntityType) -> None:
        if kind is not self._kind:
            self._kind = kind
            self._rows.used = False
            self.filter.close()
            self._fill()

    def _present(self) -> list[EntityType]:
        return [kind for kind in self._kinds if self._entities.get(kind) or kind is self._kind]

    def _fill(self, *, complete: bool | None = None) -> None:
        entities = self._sorted()
        self._count_width = len(str(max((len(entity.mentions) for entity in entities), default=0)))
        folds = self._folds
        self.fill([one for one in entities if not (folds and is_doubtful(one))], complete=complete)

    def _sorted(self) -> list[Entity]:
        """The most often named first, then as they come; or as they come."""
        entities = self._entities.get(self._kind, [])
        return entities if self._in_text_order else sorted(entities, key=lambda entity: -len(entity.mentions))

    def fill(self, rows: Sequence[Entity], *, complete: bool | None = None) -> None:
        super().fill(rows, complete=complete)
        if self.has_focus:
            self._point()

    # drawing

    @property
    def _cells(self) -> int:
        """Columns of the strips; none where a name would hardly have room beside them."""
        return max(NARROWEST, min(WIDEST, self.size.width - NAME - 8)) if self.size.width >= NAME else 0

    @property
    def wanted(self) -> int:
        return super().wanted + any(entry.maybe for entry in self._rows.entries)

    def tall(self, entry: Entity, *, current: bool) -> int:
        return 2 if current and self._perhaps(entry) else 1

    def lines(self, entry: Entity, width: int, ground: Style, *, current: bool) -> list[Strip]:
        """[strip] [count] [name] [sign], left to right; below, with the cursor, whom else the name may mean."""
        first = self._row(entry, width, ground)
        doubt = self._perhaps(entry) if current else ""
        return [first, self._lead(self._fitted(doubt, ground + self.faint, width - 2), width)] if doubt else [first]

    def _perhaps(self, entry: Entity) -> str:
        """«لعله توماس مان أو توماس بيل», empty where there is no doubt."""
        lang = self._options.lang
        others = [one.name for one in self._entities[entry.type] if one.id in entry.maybe]
        return phrase("perhaps", lang, names=phrase("or", lang).join(others)) if others else ""

    def _row(self, entry: Entity, width: int, ground: Style) -> Strip:
        on_page = touches(entry, self._visible)
        style = ground + (self.tint(Role(entry.type.value)) if on_page else self.faint)
        lit = entry.id == self._lit
        if lit:
            style += self.bold
        mentions = number(len(entry.mentions), self._options.interface_digits) if self.counted else ""
        count = _labelled(mentions, self._count_width, style)
        name_width = max(1, width - self._cells - count.cell_length - 5)
        name = _labelled(self._called(entry, name_width), name_width, style)
        gap = Strip([Segment(" ", style)], 1)
        edge = Strip([Segment(f" {CHOSEN if lit else LIT if on_page else ' '}", style)], 2)
        strip = self._strip(entry, style, style + self.faint)
        return Strip.join([gap, strip, gap, count, gap, name, edge])

    def _called(self, entity: Entity, width: int) -> str:
        """The name, behind its country's where that is spoken of too and both have room."""
        country = self._countries.get(entity.country or "")
        if country is None or country == entity.name:
            return entity.name
        both = phrase("country_city", self._options.lang, country=country, city=entity.name)
        return both if _columns(both) <= width else entity.name

    def _strip(self, entity: Entity, here_style: Style, style: Style) -> Strip:
        """Where the entity is mentioned: in colour what is on the page."""
        cells = self._cells
        if not cells:
            return Strip([])
        drawn = bars(map(_start, entity.mentions), self._length, cells)
        now = here(self._visible, self._length, cells)
        return Strip([Segment(bar, here_style if column in now else style) for column, bar in enumerate(drawn)], cells)

    def rule(self, width: int) -> Strip:
        """The rule, with the part of the text in sight marked over the strips."""
        now = here(self._visible, self._length, self._cells) if self._cells else range(0)
        paint = self._paint
        seen, rest = Segment(HERE, paint.accent), Segment(RULE, paint.accent if self.has_focus else paint.line)
        return Strip([seen if column - 1 in now else rest for column in range(width)], width)


def is_doubtful(entity: Entity) -> bool:
    """Whether it is named once and hardly believed to be a name: of the people of a book so named most are none."""
    return len(entity.mentions) == 1 and entity.mentions[0].score < BELIEVED


def countries(places: Sequence[Entity]) -> dict[str, str]:
    """The countries among `places`, by code: those that the gazetteer knows as countries, not as places in one."""
    from reader.analysis.words.lexicon import place

    found: dict[str, str] = {}
    for entity in places:
        entry = place(entity.name) if entity.country else None
        if entity.country and entry is not None and entry.kind == "country":
            found.setdefault(entity.country, entity.name)
    return found


@lru_cache(maxsize=1 << 12)
def _columns(text: str) -> int:
    return label(text).width


@lru_cache(maxsize=1 << 12)
def _labelled(text: str, width: int, style: Style) -> Strip:
    """A part of a row; remembered, since a page that scrolls has the panels drawn anew."""
    return row(text, style, width=width)
