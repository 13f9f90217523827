"""Where the panels are, and who has the keys then."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.tui.before.geometry import SIDE_BY_SIDE
from reader.tui.parts.margin import Margin

if TYPE_CHECKING:
    from collections.abc import Callable

WIDE, NARROW = SIDE_BY_SIDE, SIDE_BY_SIDE - 1


class Panels:
    """Shown or not, over the page or beside it."""

    def __init__(self, focus: Callable[[], None]) -> None:
        self.display = True
        self.over = False
        self.focus_last = focus


@pytest.fixture
def focused() -> list[str]:
    """Who was given the keys, one after the other."""
    return []


@pytest.fixture
def panels(focused: list[str]) -> Panels:
    return Panels(lambda: focused.append("panel"))


@pytest.fixture
def margin(panels: Panels, focused: list[str]) -> Margin:
    return Margin(
        panels,
        to_page=lambda: focused.append("page"),
        to_next=lambda: focused.append("next"),
        to_previous=lambda: focused.append("previous"),
    )


@pytest.mark.parametrize(("width", "over"), [(WIDE, False), (NARROW, True)])
def test_panels_are_shown_where_they_cover_nothing(width: int, over: bool, margin: Margin, panels: Panels) -> None:
    margin.place(width)
    assert panels.over is over
    assert panels.display is not over


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_what_was_asked_for_holds_as_long_as_the_panels_stay_where_they_are(
    width: int, margin: Margin, panels: Panels
) -> None:
    margin.place(width)
    seen = []
    for _ in range(2):
        margin.toggle()
        margin.place(width + (1 if width == WIDE else -1))
        seen.append(panels.display)
    assert seen == ([False, True] if width == WIDE else [True, False])
    margin.place(NARROW if width == WIDE else WIDE)
    assert panels.display is (width == NARROW), "as they are there by themselves"


def test_panels_over_the_page_get_the_keys_and_give_them_back(
    margin: Margin, panels: Panels, focused: list[str]
) -> None:
    margin.place(NARROW)
    margin.toggle()
    margin.toggle()
    assert focused == ["panel", "page"]


def test_panels_beside_the_page_do_not_take_the_keys(margin: Margin, focused: list[str]) -> None:
    margin.place(WIDE)
    margin.toggle()
    margin.toggle()
    assert focused == ["page"], "only when they go, from whoever had them"


@pytest.mark.parametrize(
    ("width", "shown", "step", "expected", "reason"),
    [
        (WIDE, True, 1, ["next"], "from part to part"),
        (WIDE, True, -1, ["previous"], "and back"),
        (WIDE, False, 1, ["next"], "they are shown, and gone to"),
        (NARROW, False, 1, ["panel"], "over the page: to the one that had them last"),
        (NARROW, True, 1, ["next"], "once they are there, from part to part"),
    ],
)
def test_tab(
    width: int, shown: bool, step: int, expected: list[str], reason: str,
    margin: Margin, panels: Panels, focused: list[str],
) -> None:  # fmt: skip
    margin.place(width)
    if panels.display is not shown:
        margin.toggle()
    focused.clear()
    margin.focus(step)
    assert focused == expected, reason
    assert panels.display


@pytest.mark.parametrize(("width", "covered"), [(WIDE, False), (NARROW, True)])
def test_only_what_covers_the_page_is_taken_away(width: int, covered: bool, margin: Margin, panels: Panels) -> None:
    margin.place(width)
    if covered:
        margin.toggle()
    assert margin.uncover() is covered
    assert panels.display is not covered
    assert not margin.uncover()
