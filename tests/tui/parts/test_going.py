"""Going from mention to mention, along the timeline, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.analysis.model import Analysis
from reader.document.marks import Mark, Role
from reader.text.span import Span
from reader.tui.parts.choosing import Choosing
from reader.tui.parts.going import Going
from reader.tui.state.overlay import Marks

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.parts.conftest import Calls, FakePage, Row

    from reader.analysis.model import Entity
    from reader.tui.parts.voice import Voice
    from reader.tui.state.jumps import Jumps


class Panels:
    """Nobody looks at these."""

    def choose(self, entity: str | None) -> None:
        pass

    def come_to(self, entity: str | None) -> None:
        """Show its row."""


@pytest.fixture
def choosing(page: FakePage, person: Callable[..., Entity], calls: Calls) -> Choosing:
    """«ليلى» at 10, 40 and 500, «سالم» at 20."""
    people = person("e1", "ليلى", 10, 40, 500), person("e2", "سالم", 20)
    choosing = Choosing(page, Panels(), calls)
    choosing.learn(Analysis(people))
    marks = (Mark(mention.span, Role.PERSON, one.id) for one in people for mention in one.mentions)
    page.overlay.marks = Marks(sorted(marks, key=lambda mark: mark.span.start))
    return choosing


@pytest.fixture
def going(page: FakePage, jumps: Jumps, choosing: Choosing, voice: Voice, calls: Calls) -> Going:
    return Going(page, jumps, choosing, voice, calls)


def gone_to(going: Going, page: FakePage, steps: str) -> list[int]:
    """Where one is after each step, `]` or `[`."""
    found = []
    for step in steps:
        going.mention(1 if step == "]" else -1)
        found.append(page.overlay.at.start if page.overlay.at else -1)
    return found


@pytest.mark.parametrize(
    ("chosen", "top", "steps", "expected", "reason"),
    [
        (None, 0, "]]]]]", [10, 20, 40, 500, 10], "anyone, round the end"),
        (None, 0, "[[", [40, 20], "backwards from the page's end"),
        (None, 300, "]", [500], "from the page, not from the start"),
        (None, 15, "]", [20], "what the page begins behind is passed"),
        (None, 20, "]", [20], "what the page begins with is not"),
        ("e1", 0, "]]]]", [10, 40, 500, 10], "of the chosen one alone"),
        ("e1", 0, "[[[[", [40, 10, 500, 40], "and backwards, round the start"),
        ("e2", 0, "]]", [20, 20], "the only one"),
    ],
)
def test_from_mention_to_mention(
    chosen: str | None, top: int, steps: str, expected: list[int], reason: str,
    going: Going, choosing: Choosing, page: FakePage,
) -> None:  # fmt: skip
    choosing.choose(chosen)
    page.go_to(top)
    assert gone_to(going, page, steps) == expected, reason
    assert page.overlay.at is not None
    assert page.shown.covers(page.overlay.at)


def test_a_mention_that_has_been_scrolled_away_is_not_where_one_is(going: Going, page: FakePage) -> None:
    going.mention(1)
    page.go_to(450)
    assert gone_to(going, page, "]") == [500]


def test_where_nobody_is_named_it_is_said(going: Going, page: FakePage, row: Row) -> None:
    page.overlay.marks = Marks()
    going.mention(1)
    assert row.said == ["no name yet"]
    assert page.overlay.at is None


def test_a_panel_leads_to_the_first_mention_then_to_the_next(going: Going, choosing: Choosing, page: FakePage) -> None:
    page.overlay.at = Span(40, 44)
    found = []
    for entity in ("e1", "e1", "e2", "e1"):
        going.mention_of(entity, 1)
        found.append(page.overlay.at)
    assert [span.start for span in found] == [10, 40, 20, 10]
    assert choosing.chosen is not None
    assert choosing.chosen.id == "e1"


def test_only_from_another_page_is_there_a_way_back(going: Going, page: FakePage, row: Row) -> None:
    going.jump(Span(50, 60))
    going.back()
    assert row.said == ["no earlier place"]
    going.jump(Span(500, 510))
    going.back()
    assert page.shown.start == 0
    going.forward()
    assert page.shown.start == 500
    going.forward()
    assert row.said[1:] == ["no later place"]


def test_a_part_of_the_text_is_jumped_to(going: Going, page: FakePage) -> None:
    page.go_to(70)
    going.jump_to_part(0.5)
    assert page.shown.start == 500
    going.back()
    assert page.shown.start == 70


def test_back_from_the_timeline_is_where_one_read_not_each_clause(going: Going, page: FakePage) -> None:
    page.go_to(70)
    for clause in (Span(300, 340), Span(600, 640), Span(610, 650), Span(900, 940)):
        going.mark(clause)
        assert page.overlay.marker == clause
        assert page.shown.covers(clause)
    going.mark(None)
    assert page.overlay.marker is None
    going.back()
    assert page.shown.start == 70


def test_where_one_read_on_from_the_timeline_one_comes_back_to(going: Going, page: FakePage) -> None:
    going.mark(Span(300, 340))
    page.go_to(420)  # scrolled, and read
    going.mark(Span(600, 640))
    going.back()
    assert page.shown.start == 420
