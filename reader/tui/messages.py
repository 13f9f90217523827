"""What widgets and workers tell. It goes up to the screen, which hands it to the parts: no widget acts on another.

Spans and positions are code points into `Document.text`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from reader.analysis.model import Analysis
    from reader.document.marks import Role
    from reader.document.model import Document
    from reader.layout.page import Page
    from reader.text.span import Span
    from reader.tui.state.overlay import Marks


class MentionChosen(Message):
    """A mention was picked in the text: light up its entity. `ref` is the mark's."""

    def __init__(self, ref: str, span: Span) -> None:
        super().__init__()
        self.ref = ref
        self.span = span


class NextMention(Message):
    """Enter on a row: go to the next mention of this entity (`step` -1: the one before), round the end."""

    def __init__(self, entity: str, step: int = 1) -> None:
        super().__init__()
        self.entity = entity
        self.step = step


class EntityPointed(Message):
    """The cursor of a panel is on this entity (None: on none any more): light it softly, nothing is dimmed."""

    def __init__(self, entity: str | None) -> None:
        super().__init__()
        self.entity = entity


class FilterSwitched(Message):
    """One has begun to type to narrow a list, or no longer types: other keys mean something now."""


class MarkerMoved(Message):
    """The timeline points at a clause: show it marked in the text (None: no longer).

    Where one read before going along the timeline is remembered, not each clause on the way.
    """

    def __init__(self, span: Span | None) -> None:
        super().__init__()
        self.span = span


class OnlyEventsOf(Message):
    """Show the events in which this entity takes part, or that are there, and no others; all, if it was so."""

    def __init__(self, entity: str | None) -> None:
        super().__init__()
        self.entity = entity


class JumpRequested(Message):
    """Go to this place, remembering where one was."""

    def __init__(self, span: Span) -> None:
        super().__init__()
        self.span = span


class PlaceLeft(Message):
    """The page has gone far away from this position: remember it."""

    def __init__(self, position: int) -> None:
        super().__init__()
        self.position = position


class PageMoved(Message):
    """Other text is on the page now: `visible`."""

    def __init__(self, visible: Span) -> None:
        super().__init__()
        self.visible = visible

    def can_replace(self, message: Message) -> bool:
        return isinstance(message, PageMoved)


class TypeSwitched(Message):
    """Show, or hide, the marks of this role."""

    def __init__(self, role: Role) -> None:
        super().__init__()
        self.role = role


class SelectionChanged(Message):
    """Part of the text is selected (None: no longer)."""

    def __init__(self, span: Span | None) -> None:
        super().__init__()
        self.span = span

    def can_replace(self, message: Message) -> bool:
        return isinstance(message, SelectionChanged)


class CopyRequested(Message):
    """Put this part of the text into the clipboard, `cited` with where it is from; None: nothing is selected."""

    def __init__(self, span: Span | None, *, cited: bool = False) -> None:
        super().__init__()
        self.span = span
        self.cited = cited


class HitsArrived(Message):
    """A worker found `hits` (all so far, in text order) for the query that `ticket` counts."""

    def __init__(self, hits: list[Span], ticket: int, *, complete: bool) -> None:
        super().__init__()
        self.hits = hits
        self.ticket = ticket
        self.complete = complete

    def can_replace(self, message: Message) -> bool:
        return isinstance(message, HitsArrived) and message.ticket == self.ticket


class SearchFailed(Message):
    """The pattern that `ticket` counts is none, or too slow: `reason` is the key of a phrase."""

    def __init__(self, reason: str, ticket: int) -> None:
        super().__init__()
        self.reason = reason
        self.ticket = ticket


class HitPointed(Message):
    """The cursor of the list of matches is on this one: show it; `for_good`: go there, to read on."""

    def __init__(self, hit: Span, *, for_good: bool = False) -> None:
        super().__init__()
        self.hit = hit
        self.for_good = for_good


class AnalysisArrived(Message):
    """A worker knows more about the document that `ticket` counts; `marks` are the analysis's."""

    def __init__(self, analysis: Analysis, marks: Marks, ticket: int) -> None:
        super().__init__()
        self.analysis = analysis
        self.marks = marks
        self.ticket = ticket

    def can_replace(self, message: Message) -> bool:
        return isinstance(message, AnalysisArrived) and message.ticket == self.ticket


class TextGrew(Message):
    """More of the text has come: `document` begins with what there was, and `page` is laid out from it; `over`: that
    is all."""

    def __init__(self, document: Document, page: Page, *, over: bool) -> None:
        super().__init__()
        self.document = document
        self.page = page
        self.over = over

    def can_replace(self, message: Message) -> bool:
        return isinstance(message, TextGrew)


class AnalysisFailed(Message):
    """The analysis ended with an error; the text stays readable."""

    def __init__(self, reason: str, ticket: int) -> None:
        super().__init__()
        self.reason = reason
        self.ticket = ticket


class SourceChosen(Message):
    """Read this: a bundled article's name, a path."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
