"""Marks laid over the cells of a row."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.document.marks import Mark, Role
from reader.layout.label import label
from reader.layout.runs import MarkIndex, runs
from reader.text.span import Span


def mark(start: int, end: int, role: Role = Role.PERSON, ref: str | None = None) -> Mark:
    return Mark(Span(start, end), role, ref)


def test_runs_go_from_left_to_right() -> None:
    text = "بت جح خد"
    found = list(runs(label(text), MarkIndex([mark(3, 5)])))
    assert [(run.span.of(text), run.width, set(run.roles)) for run in found] == [
        (" خد", 3, set()),
        ("جح", 2, {Role.PERSON}),
        ("بت ", 3, set()),
    ]
    assert "".join(run.text for run in found) == "".join(cell.text for cell in label(text).cells)


def test_a_prefix_stays_plain() -> None:
    text = "وبكر"
    assert [run.span.of(text) for run in runs(label(text), MarkIndex([mark(1, 4)]))] == ["بكر", "و"]


def test_a_lam_alef_cell_is_drawn_as_the_name_that_begins_in_it() -> None:
    text = "لأحمد"
    (run,) = runs(label(text), MarkIndex([mark(1, 5)]))
    assert (run.span, set(run.roles)) == (Span(0, 5), {Role.PERSON})


def test_marks_over_each_other_come_outer_first() -> None:
    outer, inner = mark(0, 5, Role.EVENT), mark(0, 2, Role.PERSON)
    first, second = runs(label("بتثجح"), MarkIndex([inner, outer]))
    assert (first.marks, second.marks) == ((outer,), (outer, inner))


def test_two_neighbours_of_one_role_are_two_runs() -> None:
    found = list(runs(label("بتثج"), MarkIndex([mark(0, 2, ref="e1"), mark(2, 4, ref="e2")])))
    assert [run.marks[0].ref for run in found] == ["e2", "e1"]


def test_no_marks_make_one_run_and_no_cells_none() -> None:
    assert [run.marks for run in runs(label("بتث"), MarkIndex())] == [()]
    assert list(runs(label(""), MarkIndex([mark(0, 3)]))) == []


SPANS = st.tuples(st.integers(0, 300), st.one_of(st.integers(0, 6), st.integers(0, 300)))
MARKS = st.lists(SPANS.map(lambda pair: mark(pair[0], pair[0] + pair[1])), max_size=40)


@given(marks=MARKS, start=st.integers(0, 300), length=st.integers(0, 80))
@settings(deadline=None, max_examples=300)
def test_touching_finds_what_a_search_through_all_finds(marks: list[Mark], start: int, length: int) -> None:
    span = Span(start, start + length)
    expected = sorted(
        (mark for mark in marks if set(range(*mark.span)) & set(range(*span))),
        key=lambda mark: (mark.span.start, -mark.span.end),
    )
    assert MarkIndex(marks).touching(span) == expected


@given(marks=MARKS)
@settings(deadline=None, max_examples=100)
def test_every_cell_is_under_the_marks_that_touch_it(marks: list[Mark]) -> None:
    line = label("كتب لأحمد page ٣٤ (قَرَأَ) " * 4)
    cells = iter(line.cells)
    for run in runs(line, MarkIndex(marks)):
        width = 0
        while width < run.width:
            cell = next(cells)
            width += cell.width
            assert set(run.marks) == {mark for mark in marks if set(range(*mark.span)) & set(range(*cell.span))}
    assert next(cells, None) is None
