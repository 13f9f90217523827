"""What stands in for the page, the bars and the rows when a part is tested: no application, no terminal."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from reader.analysis.model import Entity, EntityType, Mention
from reader.text.span import Span
from reader.tui.options import ScreenOptions
from reader.tui.parts.voice import Voice
from reader.tui.state.jumps import Jumps
from reader.tui.state.overlay import Overlay

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Sequence

HEIGHT = 100
"""Code points on the page."""
LENGTH = 1_000


class FakePage:
    """A page of code points, not rows: what is shown on it begins where one was sent to."""

    def __init__(self) -> None:
        self.overlay = Overlay()
        self.shown = Span(0, HEIGHT)
        self.selected: Span | None = None
        self.copied = False
        self.come: Span | None = None
        """Where a motion has led to last."""

    @property
    def progress(self) -> float:
        return self.shown.start / LENGTH

    def show(self, span: Span) -> None:
        if not self.shown.covers(span):
            self.go_to(span.start)

    def come_to(self, span: Span) -> None:
        self.show(span)
        self.come = span

    def go_to(self, position: int) -> None:
        self.shown = Span(position, position + HEIGHT)

    def go_to_part(self, part: float) -> None:
        self.go_to(round(part * LENGTH))

    def redraw(self) -> None:
        pass

    def leave_selection(self) -> bool:
        left, self.selected = self.selected is not None, None
        return left

    def action_copy(self) -> None:
        self.copied = True


@dataclass
class Row:
    """The row where things are said: everything so far, nothing where the last was taken back."""

    said: list[str] = field(default_factory=list)
    hidden: frozenset[object] = frozenset()

    def notify_briefly(self, text: str) -> None:
        self.said.append(text)

    def take_back(self) -> None:
        self.said.clear()

    def hide(self, roles: frozenset[object]) -> None:
        self.hidden = roles


class Bar:
    """Both bars in one: open or not, holding what is typed, and told what to show."""

    def __init__(self) -> None:
        self.typed = ""
        self.display = False
        self.exact = self.regex = False
        self.complete = True
        self.trouble = ""
        self.day: datetime.date | None = None
        self.shown: object = None

    def open(self) -> None:
        self.typed, self.display = "", True

    def close(self) -> None:
        self.display = False

    def type(self, text: str) -> None:
        self.typed += text

    def erase(self) -> None:
        self.typed = self.typed[:-1]

    def clear(self) -> None:
        self.typed = ""

    def show(self, *shown: object, complete: bool = True, trouble: str = "") -> str:
        self.shown, self.complete, self.trouble = shown, complete, trouble
        return "the date"


class Listing:
    """Where the matches are listed."""

    def __init__(self) -> None:
        self.listing = False
        self.hits: Sequence[Span] = ()
        self.at: Span | None = None
        self.complete = True

    def list_hits(self, listing: bool) -> None:
        self.listing = listing

    def show_hits(self, hits: Sequence[Span], at: Span | None, *, complete: bool) -> None:
        self.hits, self.at, self.complete = hits, at, complete


@dataclass
class Calls:
    """Counts how often it is called, and with what."""

    made: list[tuple[object, ...]] = field(default_factory=list)

    def __call__(self, *arguments: object, **named: object) -> None:
        self.made.append((*arguments, *named.values()))

    @property
    def ticket(self) -> int:
        """That of the last call to a worker."""
        return next(argument for argument in self.made[-1] if type(argument) is int)


@pytest.fixture
def person() -> Callable[..., Entity]:
    """`person(id, name, *starts)`: somebody who is named at these positions."""

    def make(id_: str, name: str, *starts: int) -> Entity:
        mentions = (Mention(Span(start, start + len(name)), EntityType.PERSON) for start in starts)
        return Entity(id_, EntityType.PERSON, name, tuple(mentions))

    return make


@pytest.fixture
def page() -> FakePage:
    return FakePage()


@pytest.fixture
def row() -> Row:
    return Row()


@pytest.fixture
def voice(row: Row) -> Voice:
    """Speaks English: a test of a part is none of its words."""
    return Voice(row, lambda: ScreenOptions(lang="en"))


@pytest.fixture
def jumps() -> Jumps:
    return Jumps()


@pytest.fixture
def calls() -> Calls:
    return Calls()


@pytest.fixture
def make_calls() -> type[Calls]:
    """Where more than one thing is to be counted."""
    return Calls


@pytest.fixture
def listing() -> Listing:
    return Listing()


@pytest.fixture
def bar() -> Bar:
    return Bar()
