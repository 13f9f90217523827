"""The panel of events: a line with dots, the clause that says what happened beside each."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.strip import Strip

from reader.analysis.model import Analysis
from reader.document.marks import Mark, Role
from reader.layout.label import ELLIPSIS, label
from reader.layout.paragraph import Paragraph
from reader.layout.runs import MarkIndex, runs
from reader.layout.view import PageOptions
from reader.text import bidi
from reader.text.span import Span
from reader.tui.messages import JumpRequested, MarkerMoved, OnlyEventsOf
from reader.tui.state.entities import found_again
from reader.tui.state.timeline_rows import Dot, EventRow, Heading, TimelineRow, nearest, timeline
from reader.tui.widgets.line_text import padded
from reader.tui.widgets.row_list import RowList
from reader.tui.wording.dates import Wording
from reader.tui.wording.phrases import phrase
from reader.tui.wording.reasons import cast, reason

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rich.style import Style
    from textual import events

    from reader.analysis.model import Entity, Event
    from reader.layout.line import Line
    from reader.tui.options import ScreenOptions
    from reader.tui.theme import Paint

LINE = "│"
MOST = 2
"""Lines of a clause, or of a reason, for the row with the cursor."""
CHARACTERS = 400
"""A clause is laid out as far as two lines of the widest panel could show, vowel marks and all."""


class Timeline(RowList[TimelineRow]):
    """Events in order of time, or of the story. The cursor moves a marker in the text."""

    made_by = frozenset({"times", "events"})

    def __init__(self, text: str, paint: Paint, options: ScreenOptions, *, id: str) -> None:  # noqa: A002
        super().__init__(paint, options, id=id)
        self._text = text
        self._analysis = Analysis()
        self._entities: dict[str, Entity] = {}
        self._visible = Span(0, 0)
        self._chosen: str | None = None
        self._only: Entity | None = None
        """Whose events alone are shown."""
        self._whole = 0
        """Rows where nothing is left out: the panel has room for those, whatever it shows of them."""
        self._hijri = False
        self._story = False
        self._why = True

    # what others ask for

    def show(self, analysis: Analysis) -> None:
        """Everything that has been found so far."""
        self._analysis = analysis
        self._entities = {entity.id: entity for entity in analysis.entities}
        if self._only is not None:
            self._only = found_again(self._only, analysis.entities)
        self._arrange(complete=analysis.complete)

    def grow(self, text: str) -> None:
        """The text goes on: it is this one now."""
        self._text = text
        self.changed()

    def look_at(self, visible: Span) -> None:
        """This much of the text is on the page."""
        self._visible = visible
        self.changed()

    def choose(self, id_: str | None) -> None:
        """This entity is lit in the text."""
        self._chosen = id_
        self.changed()

    @property
    def wanted(self) -> int:
        return max(super().wanted, 1 + self._whole)

    def only(self, id_: str | None) -> None:
        """Show the events of this entity alone; all of them, where it is None or they are shown already."""
        again = self._only is not None and self._only.id == id_
        self._only = None if again or id_ is None else self._entities.get(id_)
        self._arrange()

    def show_hijri(self) -> None:
        """Hijri dates beside the civil ones, or no longer."""
        self._hijri = not self._hijri
        self._arrange()

    def take_key(self, event: events.Key) -> bool:
        """Escape shows all events again, one thing at a time."""
        if super().take_key(event):
            return True
        if event.key != "escape" or self._only is None:
            return False
        self.only(None)
        return True

    def dress(self, paint: Paint, options: ScreenOptions) -> None:
        super().dress(paint, options)
        self._arrange()

    # for the list

    def names(self, entry: TimelineRow) -> Iterable[str]:
        return (entry.event.clause.of(self._text)[:CHARACTERS],) if isinstance(entry, EventRow) else ()

    def admitted(self) -> Sequence[TimelineRow]:
        """The events that the filter admits, under headings of their own."""
        events = [one.event for one in self._all if isinstance(one, EventRow) and self.filter.admits(self.names(one))]
        return self._rows_of(events)

    def same(self, entry: TimelineRow, other: TimelineRow) -> bool:
        """Ids may change as more is found; where an event is told does not."""
        if isinstance(entry, EventRow) and isinstance(other, EventRow):
            return entry.event.clause.start == other.event.clause.start and entry.event.trigger == other.event.trigger
        return entry == other

    def stops(self, entry: TimelineRow) -> bool:
        return isinstance(entry, EventRow)

    def home(self) -> int | None:
        """It opens at the document's day."""
        day = self._analysis.document_date
        return None if day is None else nearest(self._rows.entries, day)

    def tall(self, entry: TimelineRow, *, current: bool) -> int:
        if not current or isinstance(entry, Heading):
            return 1
        cast, _ = self._cast(entry.event)
        return len(self._clause(entry.event, MOST)) + len(cast) + len(self._reason(entry.event))

    def reached(self, entry: TimelineRow) -> None:
        if isinstance(entry, EventRow):
            self.post_message(MarkerMoved(entry.event.clause))

    def enter(self, entry: TimelineRow, step: int) -> None:  # noqa: ARG002
        if isinstance(entry, EventRow):
            # The jump first: it remembers where one was, and the marker brings the page there too.
            self.post_message(JumpRequested(entry.event.clause))
            self.post_message(MarkerMoved(entry.event.clause))

    def title(self) -> str:
        lang = self._options.lang
        said = phrase("events", lang)
        if self._only is not None:
            said = phrase("events_of", lang, name=f"\u2068{self._only.name}\u2069")  # isolated (UAX #9)
        return f"{said} {phrase('in_story_order', lang)}" if self._story else said

    def tally(self, entries: Sequence[TimelineRow]) -> int:
        return sum(isinstance(entry, EventRow) for entry in entries)

    # keys

    def action_order(self) -> None:
        """In order of time, or of the story."""
        self._story = not self._story
        self._arrange()

    def action_why(self) -> None:
        """Say no longer, or again, what the date of the event with the cursor rests on."""
        self._why = not self._why
        self._rows.reveal()
        self.changed()

    def action_only(self) -> None:
        """The events of the chosen name alone; all, where they are so already."""
        self.post_message(OnlyEventsOf(self._only.id if self._only is not None else self._chosen))

    def _arrange(self, *, complete: bool | None = None) -> None:
        rows = self._rows_of([event for event in self._analysis.events if self._admits(event)])
        if self._only is None:
            self._whole = len(rows)
        self.fill(rows, complete=complete)

    def _admits(self, event: Event) -> bool:
        return self._only is None or self._only.id in event.participants or self._only.id in event.places

    def _rows_of(self, events: Sequence[Event]) -> list[TimelineRow]:
        return timeline(events, self._wording, self._analysis.times, story=self._story)

    @property
    def _wording(self) -> Wording:
        return Wording(self._options.lang, self._options.interface_digits, self._hijri)

    # drawing

    def lines(self, entry: TimelineRow, width: int, ground: Style, *, current: bool) -> list[Strip]:
        if isinstance(entry, Heading):
            return [self._heading_line(entry, width)]
        style = ground if current or self._visible.overlaps(entry.event.clause) else ground + self.faint
        if current or not entry.event.headline:
            marks = MarkIndex(self._names_in(entry.event))
            drawn = [self._drawn(line, marks, style) for line in self._clause(entry.event, MOST if current else 1)]
        else:
            drawn = [self._headline(entry.event, style)]
        if current:
            cast, names = self._cast(entry.event)
            drawn += [self._drawn(line, MarkIndex(names), ground) for line in cast]
            drawn += [self._drawn(line, MarkIndex(()), ground + self.faint) for line in self._reason(entry.event)]
        dot = Segment(entry.dot.value, style if entry.dot is Dot.FAINT else ground + self.bright)
        line = Segment(LINE, ground + self.faint)
        return [self._beside(text, line if below else dot, width, ground) for below, text in enumerate(drawn)]

    def _heading_line(self, heading: Heading, width: int) -> Strip:
        paint = self._paint
        if heading.level == 1:
            return self._lead(self._longest(heading, paint.accent if self.has_focus else paint.plain, width - 2), width)
        said = self._longest(heading, paint.muted, width - 4)
        return self._beside(said, Segment(LINE, paint.line), width, paint.plain)

    def _longest(self, heading: Heading, style: Style, width: int) -> Strip:
        """The first wording of a heading that has room."""
        said = (self._said(text, style) for text in (heading.text, *heading.shorter))
        fitting = (strip for strip in said if strip.cell_length <= width)
        return next(fitting, None) or self._fitted((heading.text, *heading.shorter)[-1], style, width)

    def rule(self, width: int) -> Strip:
        """The rule, with the document date at its end where there is room for it."""
        blank = Strip.blank(1, self._paint.plain)
        for text in self._document_date() if self._analysis.complete else ():
            said = self._said(text, self._paint.muted)
            if said.cell_length + 2 <= width:
                rest = super().rule(width - said.cell_length - 2)
                return Strip.join([blank, said, blank, rest])
        return super().rule(width)

    def _document_date(self) -> tuple[str, ...]:
        """How to say the document date, the shorter way last."""
        day, lang = self._analysis.document_date, self._options.lang
        if day is None:
            return (phrase("document_date_missing", lang),)
        said = self._wording.full(day.isoformat())
        return phrase("document_date_short", lang, day=said), said

    def _beside(self, text: Strip, sign: Segment, width: int, ground: Style) -> Strip:
        """`text` at the right, behind the line with its dots."""
        edge = Strip([Segment(" ", ground), sign, Segment(" ", ground)], 3)
        return Strip.join([padded(text, width - 3, ground), edge])

    def _headline(self, event: Event, style: Style) -> Strip:
        """What happened in a few words, fewer where there is little room."""
        room, options = max(1, self.size.width - 4), PageOptions(tashkeel=self._options.tashkeel)
        said = event.headline
        (line,) = _set(said, room, 1, options)
        if any(cell.text == ELLIPSIS for cell in line.cells):
            said = event.headline_short
            (line,) = _set(said, room, 1, options)
        return self._drawn(line, MarkIndex(self._names_said(event, said)), style)

    def _clause(self, event: Event, most: int) -> tuple[Line, ...]:
        """The clause on one line, or on `most` of them; spans count from its start."""
        options = PageOptions(tashkeel=self._options.tashkeel)
        return _set(event.clause.of(self._text)[:CHARACTERS], max(1, self.size.width - 4), most, options)

    def _cast(self, event: Event) -> tuple[tuple[Line, ...], Sequence[Mark]]:
        """Who takes part in an event, and where, with the names marked; nothing where neither is known."""
        said, names = cast(event, self._entities, self._options.lang)
        return self._worded(said) if said else (), names

    def _reason(self, event: Event) -> tuple[Line, ...]:
        """What the date of an event rests on, unless that is not wanted."""
        if not self._why:
            return ()
        said = reason(event, self._text, self._analysis, self._wording)
        return self._worded(said)

    def _worded(self, said: str) -> tuple[Line, ...]:
        """Words of the interface about an event, in its direction."""
        base = 1 if self._options.lang == "ar" else 0
        return _set(said, max(1, self.size.width - 4), MOST, PageOptions(), base)

    def _drawn(self, line: Line, marks: MarkIndex, style: Style) -> Strip:
        """A line, with what is marked in its colours."""
        segments = []
        for run in runs(line, marks):
            look = style
            for mark in run.marks if run.text != ELLIPSIS else ():  # a name in what is left out colours nothing
                look += self.tint(mark.role, lit=mark.ref == self._chosen)
            segments.append(Segment(run.text, look))
        return Strip(segments, line.width)

    def _names_said(self, event: Event, said: str) -> Iterator[Mark]:
        """The people and places of an event in a headline, which has them as the text or their row spells them."""
        for id_ in (*event.participants, *event.places):
            entity = self._entities.get(id_)
            names = (entity.name, *entity.aliases) if entity else ()
            at, name = next(((said.find(name), name) for name in names if name in said), (-1, ""))
            if entity and at >= 0:
                yield Mark(Span(at, at + len(name)), Role(entity.type.value), id_)

    def _names_in(self, event: Event) -> Iterator[Mark]:
        for id_ in (*event.participants, *event.places):
            entity = self._entities.get(id_)
            mentions = entity.mentions if entity else ()
            index = bisect_left(mentions, event.clause.start, key=lambda mention: mention.span.start)
            while entity and index < len(mentions) and mentions[index].span.start < event.clause.end:
                yield Mark(mentions[index].span.shift(-event.clause.start), Role(entity.type.value), id_)
                index += 1


@lru_cache(maxsize=512)
def _set(text: str, width: int, most: int, options: PageOptions, base: int | None = None) -> tuple[Line, ...]:
    """`text` on a line, or on two if `most` says so and it needs them; remembered, since scrolling redraws them. `base`
    is its direction; None: that of its first letter, or of the panel on a single line."""
    direction = 1 if base is None else base
    if most > 1:
        lines = Paragraph(text, bidi.resolve(text).base if base is None else base, options).lines(width)
        if len(lines) > 1:
            rest = lines[1].span.start
            return lines[0], _shifted(label(text[rest:], width, direction=direction, options=options), rest)
    return (label(text, width, direction=direction, options=options),)


def _shifted(line: Line, by: int) -> Line:
    cells = tuple(cell._replace(span=cell.span.shift(by)) for cell in line.cells)
    return replace(line, cells=cells, span=line.span.shift(by))
