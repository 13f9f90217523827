"""Whose mentions are lit, and that they stay so while more becomes known."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.analysis.model import Analysis
from reader.text.span import Span
from reader.tui.parts.choosing import Choosing

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.parts.conftest import Calls, FakePage

    from reader.analysis.model import Entity


class Panels:
    """Those that show who is chosen."""

    chosen: str | None = None

    def choose(self, entity: str | None) -> None:
        self.chosen = entity

    def come_to(self, entity: str | None) -> None:
        """Show its row."""


@pytest.fixture
def panels() -> Panels:
    return Panels()


@pytest.fixture
def choosing(page: FakePage, panels: Panels, calls: Calls, person: Callable[..., Entity]) -> Choosing:
    choosing = Choosing(page, panels, calls)
    choosing.learn(Analysis((person("e1", "ليلى", 10, 500), person("e2", "سالم", 20))))
    return choosing


def test_the_chosen_one_is_lit_on_the_page_and_in_the_panels(
    choosing: Choosing, page: FakePage, panels: Panels, calls: Calls
) -> None:
    seen = []
    for chosen in ("e2", None):
        choosing.choose(chosen)
        name = choosing.chosen.name if choosing.chosen else None
        seen.append((page.overlay.chosen, panels.chosen, name))
    assert seen == [("e2", "e2", "سالم"), (None, None, None)]
    assert len(calls.made) == 2, "and the status row tells"


def test_who_is_not_known_cannot_be_chosen(choosing: Choosing, page: FakePage) -> None:
    choosing.choose("e9")
    assert (choosing.chosen, page.overlay.chosen) == (None, None)


def test_a_mention_that_is_picked_is_where_one_is(choosing: Choosing, page: FakePage) -> None:
    choosing.choose_at("e1", Span(500, 504))
    assert page.overlay.at == Span(500, 504)
    assert choosing.mention == (2, 2)


@pytest.mark.parametrize(
    ("top", "expected", "reason"),
    [(0, 1, "before the first"), (10, 1, "on it"), (499, 1, "between"), (500, 2, "on the second"), (900, 2, "behind")],
)
def test_which_mention_of_how_many_is_that_of_the_page(
    top: int, expected: int, reason: str, choosing: Choosing, page: FakePage
) -> None:
    choosing.choose("e1")
    page.go_to(top)
    assert choosing.mention == (expected, 2), reason


def test_who_is_chosen_stays_so_under_another_id(
    choosing: Choosing, page: FakePage, panels: Panels, person: Callable[..., Entity]
) -> None:
    choosing.choose("e1")
    choosing.learn(Analysis((person("e1", "سعاد", 5), person("e2", "ليلى", 10, 200, 500))))
    assert page.overlay.chosen == panels.chosen == "e2"
    assert choosing.mention == (1, 3)


def test_more_mentions_of_the_same_id_count_though_nothing_is_lit_anew(
    choosing: Choosing, person: Callable[..., Entity]
) -> None:
    choosing.choose("e1")
    choosing.learn(Analysis((person("e1", "ليلى", 10, 200, 500),)))
    assert choosing.mention == (1, 3)


def test_who_turns_out_to_be_nobody_is_chosen_no_longer(choosing: Choosing, page: FakePage) -> None:
    choosing.choose("e1")
    choosing.learn(Analysis())
    assert (choosing.chosen, page.overlay.chosen, choosing.mention) == (None, None, None)


def test_choosing_nothing_clears_what_is_marked(choosing: Choosing, page: FakePage) -> None:
    choosing.choose_at("e1", Span(10, 14))
    page.overlay.marker = Span(0, 50)
    choosing.choose_nothing()
    overlay = page.overlay
    assert not any((overlay.chosen, overlay.at, overlay.marker))


def test_pointing_dims_nothing(choosing: Choosing, page: FakePage) -> None:
    choosing.point("e1")
    assert page.overlay.pointed == "e1"
    assert page.overlay.chosen is None
