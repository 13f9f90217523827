"""The panel of events: a line with dots, the clause that says what happened beside each."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.strip import Strip

from reader.document.marks import Mark, Role
from reader.layout.label import ELLIPSIS, label
from reader.layout.paragraph import Paragraph
from reader.layout.runs import MarkIndex, runs
from reader.layout.view import PageOptions
from reader.text import bidi
from reader.text.span import Span
from reader.tui.dates import Wording
from reader.tui.messages import JumpRequested, MarkerMoved
from reader.tui.phrases import phrase
from reader.tui.timeline_rows import Dot, EventRow, Heading, TimelineRow, timeline
from reader.tui.widgets.line_text import padded, row
from reader.tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rich.style import Style

    from reader.analysis.model import Analysis, Entity, Event
    from reader.layout.line import Line
    from reader.tui.options import ScreenOptions
    from reader.tui.theme import Paint

LINE = "│"
MOST = 2
"""Lines of a clause, for the row with the cursor."""
CHARACTERS = 400
"""A clause is laid out as far as two lines of the widest panel could show, vowel marks and all."""


class Timeline(RowList[TimelineRow]):
    """Events in order of time, or of the story. The cursor moves a marker in the text."""

    def __init__(self, text: str, paint: Paint, options: ScreenOptions, *, id: str) -> None:  # noqa: A002
        super().__init__(paint, options, id=id)
        self._text = text
        self._events: tuple[Event, ...] = ()
        self._entities: dict[str, Entity] = {}
        self._visible = Span(0, 0)
        self._chosen: str | None = None
        self._story = False
        self._why = False

    # what others ask for

    def show(self, analysis: Analysis) -> None:
        """Everything that has been found so far."""
        self._events = analysis.events
        self._entities = {entity.id: entity for entity in analysis.entities}
        self._arrange(complete=analysis.complete)

    def look_at(self, visible: Span) -> None:
        """This much of the text is on the page."""
        self._visible = visible
        self.changed()

    def choose(self, id_: str | None) -> None:
        """This entity is lit in the text."""
        self._chosen = id_
        self.changed()

    def dress(self, paint: Paint, options: ScreenOptions) -> None:
        super().dress(paint, options)
        self._arrange(complete=self._complete)

    # for the list

    def names(self, entry: TimelineRow) -> Iterable[str]:
        return (entry.event.clause.of(self._text)[:CHARACTERS],) if isinstance(entry, EventRow) else ()

    def admitted(self) -> Sequence[TimelineRow]:
        """The events that the filter admits, under headings of their own."""
        events = [one.event for one in self._all if isinstance(one, EventRow) and self.filter.admits(self.names(one))]
        return timeline(events, self._wording, story=self._story)

    def same(self, entry: TimelineRow, other: TimelineRow) -> bool:
        """Ids may change as more is found; where an event is told does not."""
        if isinstance(entry, EventRow) and isinstance(other, EventRow):
            return entry.event.clause.start == other.event.clause.start and entry.event.trigger == other.event.trigger
        return entry == other

    def stops(self, entry: TimelineRow) -> bool:
        return isinstance(entry, EventRow)

    def tall(self, entry: TimelineRow, *, current: bool) -> int:
        if not current or isinstance(entry, Heading):
            return 1
        return len(self._clause(entry.event, MOST)) + bool(self._why and entry.event.basis)

    def reached(self, entry: TimelineRow) -> None:
        if isinstance(entry, EventRow):
            self.post_message(MarkerMoved(entry.event.clause))

    def enter(self, entry: TimelineRow, step: int) -> None:  # noqa: ARG002
        if isinstance(entry, EventRow):
            # The jump first: it remembers where one was, and the marker brings the page there too.
            self.post_message(JumpRequested(entry.event.clause))
            self.post_message(MarkerMoved(entry.event.clause))

    def title(self) -> str:
        if not self._story:
            return phrase("events", self._options.lang)
        return f"{phrase('events', self._options.lang)} {phrase('in_story_order', self._options.lang)}"

    def tally(self, entries: Sequence[TimelineRow]) -> int:
        return sum(isinstance(entry, EventRow) for entry in entries)

    # keys

    def action_order(self) -> None:
        """In order of time, or of the story."""
        self._story = not self._story
        self._arrange(complete=self._complete)

    def action_why(self) -> None:
        """Say, or no longer, what the date of the event with the cursor rests on."""
        self._why = not self._why
        self._rows.reveal()
        self.changed()

    def _arrange(self, *, complete: bool) -> None:
        self.fill(timeline(self._events, self._wording, story=self._story), complete=complete)

    @property
    def _wording(self) -> Wording:
        return Wording(self._options.lang, self._options.interface_digits)

    # drawing

    def lines(self, entry: TimelineRow, width: int, ground: Style, *, current: bool) -> list[Strip]:
        if isinstance(entry, Heading):
            return [self._heading_line(entry, width)]
        style = ground if current or self._visible.overlaps(entry.event.clause) else ground + self.faint
        clause = self._clause(entry.event, MOST if current else 1)
        drawn = [self._drawn(line, entry.event, style) for line in clause]
        if current and self._why and entry.event.basis:
            drawn.append(row(entry.event.basis, ground + self.faint, width=width - 4))
        dot = Segment(entry.dot.value, style if entry.dot is Dot.FAINT else ground + self.bright)
        line = Segment(LINE, ground + self.faint)
        return [self._beside(text, line if below else dot, width, ground) for below, text in enumerate(drawn)]

    def _heading_line(self, heading: Heading, width: int) -> Strip:
        paint = self._paint
        if heading.level == 1:
            said = self._said(heading.text, paint.accent if self.has_focus else paint.plain)
            return self._lead(said, width)
        return self._beside(self._said(heading.text, paint.muted), Segment(LINE, paint.line), width, paint.plain)

    def _beside(self, text: Strip, sign: Segment, width: int, ground: Style) -> Strip:
        """`text` at the right, behind the line with its dots."""
        edge = Strip([Segment(" ", ground), sign, Segment(" ", ground)], 3)
        return Strip.join([padded(text, width - 3, ground), edge])

    def _clause(self, event: Event, most: int) -> tuple[Line, ...]:
        """The clause on one line, or on `most` of them; spans count from its start."""
        options = PageOptions(tashkeel=self._options.tashkeel, digits=self._options.interface_digits)
        return _set(event.clause.of(self._text)[:CHARACTERS], max(1, self.size.width - 4), most, options)

    def _drawn(self, line: Line, event: Event, style: Style) -> Strip:
        """A line of a clause, with the names of its people and places in their colours."""
        segments = []
        for run in runs(line, MarkIndex(self._names_in(event))):
            look = style
            for mark in run.marks if run.text != ELLIPSIS else ():  # a name in what is left out colours nothing
                look += self.tint(mark.role, lit=mark.ref == self._chosen)
            segments.append(Segment(run.text, look))
        return Strip(segments, line.width)

    def _names_in(self, event: Event) -> Iterator[Mark]:
        for id_ in (*event.participants, *event.places):
            entity = self._entities.get(id_)
            mentions = entity.mentions if entity else ()
            index = bisect_left(mentions, event.clause.start, key=lambda mention: mention.span.start)
            while entity and index < len(mentions) and mentions[index].span.start < event.clause.end:
                yield Mark(mentions[index].span.shift(-event.clause.start), Role(entity.type.value), id_)
                index += 1


@lru_cache(maxsize=512)
def _set(text: str, width: int, most: int, options: PageOptions) -> tuple[Line, ...]:
    """`text` on a line, or on two if `most` says so and it needs them; remembered, since scrolling redraws them."""
    if most > 1:
        lines = Paragraph(text, bidi.resolve(text).base, options).lines(width)
        if len(lines) > 1:
            rest = lines[1].span.start
            return lines[0], _shifted(label(text[rest:], width, options=options), rest)
    return (label(text, width, options=options),)


def _shifted(line: Line, by: int) -> Line:
    cells = tuple(cell._replace(span=cell.span.shift(by)) for cell in line.cells)
    return replace(line, cells=cells, span=line.span.shift(by))
