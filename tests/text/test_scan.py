"""The runs that every tokeniser is built from."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.text.scan import Kind, scan

ROWS = [
    ("قال نعم", ["قال", "نعم"], "white space parts"),
    ("وSu35", ["و", "Su", "35"], "so does a change of script or kind"),
    ("مُحَمَّدٌ كتـــاب", ["مُحَمَّدٌ", "كتـــاب"], "marks and tatweel ride on their letter"),
    ("می\u200cرود", ["می\u200cرود"], "so does a joiner"),
    ("ـ", ["ـ"], "tatweel alone is a run"),
    ("هـ \u064e\u0651", ["هـ"], "marks alone are none"),
    ("«نعم»!", ["«", "نعم", "»", "!"], "every sign is one"),
    ("snake_case", ["snake", "_", "case"], "an underscore is a sign"),
    ("١٢٫٥", ["١٢", "٫", "٥"], "digits of any script"),
    ("Юрий", ["Юрий"], "letters of another script"),
    ("ﻣﺼﺮ", ["ﻣﺼﺮ"], "presentation forms are letters"),
    ("﴿قل﴾", ["﴿", "قل", "﴾"], "ornate parentheses are none"),
    ("\u202bقال\u200f نعم\u202c", ["قال", "نعم"], "what nobody sees is in none at its ends"),
    ("قا\u200fل", ["قا\u200fل"], "but between letters"),
    ("", [], "nothing"),
]


@pytest.mark.parametrize(("text", "runs", "why"), ROWS)
def test_runs(text: str, runs: list[str], why: str) -> None:
    assert [text[run.start : run.end] for run in scan(text)] == runs, why


def test_a_run_reaches_over_what_nobody_sees_behind_it() -> None:
    (run,) = scan("قال\u200f\u200f.", 0, 5)
    assert (run.start, run.end, run.reach, run.kind) == (0, 3, 5, Kind.ARABIC)


def test_runs_of_a_part_keep_positions_of_the_whole() -> None:
    assert [(run.start, run.end) for run in scan("قال في سول", 4, 6)] == [(4, 6)]


@settings(deadline=None, max_examples=200)
@given(st.text(alphabet="ابو سَـ«aй1١.-_\u200f\u200c\ufeff\n", max_size=40))
def test_runs_are_in_order_and_leave_out_no_letter(text: str) -> None:
    runs = list(scan(text))
    assert all(run.start < run.end <= run.reach for run in runs)
    assert all(one.reach <= other.start for one, other in pairwise(runs))
    covered = {position for run in runs for position in range(run.start, run.end)}
    assert {position for position, character in enumerate(text) if character.isalnum()} <= covered
