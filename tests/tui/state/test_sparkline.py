"""The strip that shows where in a text something is mentioned."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.text.span import Span
from reader.tui.state.sparkline import TALLEST, bars, here


@pytest.mark.parametrize(
    ("positions", "expected", "reason"),
    [
        ([], "    ", "nowhere"),
        ([0], "   ▁", "the text begins at the right"),
        ([99], "▁   ", "and ends at the left"),
        ([0, 1, 30, 99], "▁ ▁▂", "a step a mention"),
        ([0] * 7, "   ▇", "as many as there are steps"),
        ([0] * 70 + [99], "▁  ▇", "more than there are steps: all shrink, none vanishes"),
    ],
)
def test_bars(positions: list[int], expected: str, reason: str) -> None:
    assert bars(positions, 100, 4) == expected, reason


@settings(deadline=None, max_examples=60)
@given(st.lists(st.integers(0, 10**7)), st.integers(0, 10**7), st.integers(1, 12))
def test_every_mention_is_drawn_somewhere(positions: list[int], length: int, cells: int) -> None:
    drawn = bars(positions, length, cells)
    assert len(drawn) == cells
    assert (drawn.strip() == "") == (not positions)
    assert sum(bar != " " for bar in drawn) <= max(len(positions), 1)
    assert TALLEST == 7


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 1000), st.integers(0, 1000), st.integers(0, 1000), st.integers(1, 12))
def test_what_is_in_sight_is_marked_over_its_own_bar(start: int, length: int, rest: int, cells: int) -> None:
    visible, whole = Span(start, start + length), start + length + rest
    marked = here(visible, whole, cells)
    assert 0 <= marked.start < marked.stop <= cells
    for position in (start, start + length - 1) if length else ():
        assert any(bars([position], whole, cells)[column] != " " for column in marked)
