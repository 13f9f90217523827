"""The cursor of a list, and what is in sight, while rows come and go."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.text.span import Span
from reader.tui.state.rows import InOrder, Rows

HEADING = "#"


def make(entries: list[str], height: int) -> Rows[str]:
    """Rows in which those that begin with # are headings and the one with the cursor takes two lines."""
    rows: Rows[str] = Rows(
        lambda entry: not entry.startswith(HEADING), lambda one, other: one == other, lambda i: 1 + (i == rows.cursor)
    )
    rows.height = height
    rows.replace(entries)
    return rows


def in_sight(rows: Rows[str]) -> list[str]:
    return [rows.entries[index] for index, _line in rows.placed()]


def test_the_cursor_begins_on_the_first_row_that_is_no_heading() -> None:
    rows = make(["#2020", "a", "b"], 5)
    assert rows.current == "a"
    assert in_sight(rows) == ["#2020", "a", "a", "b"]


def test_a_list_opens_at_its_home_with_as_much_before_as_behind_until_someone_moves() -> None:
    rows: Rows[str] = Rows(lambda entry: True, lambda one, other: one == other, lambda _: 1, lambda: 5)
    rows.resize(4)
    rows.replace(list("abcdefghij"))
    assert (rows.current, in_sight(rows)) == ("f", list("defg"))
    rows.resize(6)
    assert in_sight(rows) == list("cdefgh")
    rows.move_to(9, 1)
    rows.replace(list("abcdefghijkl"))
    assert rows.current == "j"


def test_going_up_to_a_first_row_shows_its_heading_again() -> None:
    rows = make(["#2020", *"abcdefgh"], 4)
    rows.move_to(8, 1)
    assert in_sight(rows) == ["f", "g", "h", "h"]
    rows.move_to(1, -1)
    assert in_sight(rows) == ["#2020", "a", "a", "b"]


def test_a_heading_is_stepped_over_in_both_directions() -> None:
    rows = make(["#1", "a", "#2", "b"], 9)
    assert rows.move_to(2, 1)
    assert rows.current == "b"
    assert rows.move_to(2, -1)
    assert rows.current == "a"
    assert not rows.move_to(0, -1)
    assert rows.current == "a"


def test_rows_that_come_in_leave_the_cursor_on_its_row_and_that_on_its_line() -> None:
    rows = make(list("abcdefghij"), 4)
    rows.move_to(5, 1)
    line = rows.cursor - rows.top
    rows.replace(["x", "y", *"abcdefghij"])
    assert rows.current == "f"
    assert rows.cursor - rows.top == line


def test_where_the_cursor_is_out_of_sight_the_first_row_stays() -> None:
    rows = make(list("abcdefghij"), 4)
    rows.move_to(1, 1)
    rows.scroll_to(6)
    rows.replace(["x", "y", *"abcdefghij"])
    assert in_sight(rows)[0] == "g"


def test_an_empty_list_can_be_moved_in() -> None:
    rows = make([], 4)
    assert not rows.move_to(3, 1)
    assert not rows.move_to(0, -1)
    assert rows.current is None
    assert rows.placed() == []


@settings(deadline=None, max_examples=150)
@given(
    st.lists(st.tuples(st.sampled_from(["move", "scroll", "replace"]), st.integers(-3, 40), st.sampled_from([-1, 1]))),
    st.integers(1, 9),
)
def test_whatever_happens_the_screen_is_full_and_the_cursor_on_a_row(
    steps: list[tuple[str, int, int]], height: int
) -> None:
    rows = make([f"{HEADING if n % 4 == 0 else ''}{n}" for n in range(20)], height)
    for what, number, way in steps:
        if what == "move":
            rows.move_to(number, way)
            assert rows.current is None or rows.current in in_sight(rows)
        elif what == "scroll":
            rows.scroll_to(number)
        else:
            rows.replace([f"{HEADING if n % 4 == 0 else ''}{n}" for n in range(number % 5, max(2, number))])
        only_headings = all(entry.startswith(HEADING) for entry in rows.entries)
        assert only_headings or (rows.current is not None and not rows.current.startswith(HEADING))
        assert len(rows.placed()) <= height
        assert len(rows.placed()) == height or rows.top == 0 or len(rows.entries) - rows.top < height


def test_stretches_in_order_are_found_as_any_row_is() -> None:
    rows = InOrder(lambda _: True, lambda one, other: one == other, lambda _: 1)
    rows.height = 3
    rows.replace([Span(at, at + 2) for at in range(0, 100, 5)])
    rows.put(Span(50, 52))
    assert rows.current == Span(50, 52)
    line = rows.cursor - rows.top
    rows.replace([Span(at, at + 2) for at in range(0, 500, 5) if at != 20])
    assert rows.current == Span(50, 52)
    assert rows.cursor - rows.top == line, "it stays on its line"
    rows.put(Span(51, 52))
    assert rows.current == Span(50, 52), "one that is not there"
    rows.replace([])
    assert rows.current is None
