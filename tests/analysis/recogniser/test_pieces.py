from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.analysis.recogniser.pieces import UNKNOWN, Tokenizer, units
from reader.text.span import Span

if TYPE_CHECKING:
    from pathlib import Path

PIECES = {"▁": -3.0, "▁مو": -4.0, "سكو": -5.0, "▁موسكو": -6.0, "س": -4.0, "كو": -4.5, "▁في": -2.0, ".": -3.0, "م": -5.0}
ROW = {piece: row for row, piece in enumerate(PIECES, 4)}


@pytest.fixture
def tokenizer() -> Tokenizer:
    return Tokenizer(PIECES, PIECES.values(), {"ﻡ": "م", "\u00a0": " "})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("في موسكو.", ["في", "موسكو", "."]),  # a sign is a unit of its own
        ("إف-16", ["إف", "-", "16"]),  # so that a name may begin or end at any of them
        ("وSu35", ["و", "Su", "35"]),  # a change of script or kind ends a unit
        ("مُحَمَّدٌ", ["مُحَمَّدٌ"]),  # vowel signs ride along
        ("لـ«بي»", ["لـ", "«", "بي", "»"]),  # tatweel too
        ("\u200fقال\u200f", ["قال\u200f"]),  # a bidi control is no unit
        ("snake_case", ["snake", "_", "case"]),
        ("قال ﴿قل هو﴾.", ["قال", "﴿قل", "هو﴾", "."]),  # the weights have met these as letters of their word
        ("  \n\t ", []),
    ],
)
def test_units(text: str, expected: list[str]) -> None:
    assert [unit.span.of(text) for unit in units(text, Span(0, len(text)))] == expected


def test_units_know_whether_they_follow_a_space() -> None:
    text = "في (موسكو)"
    assert [unit.spaced for unit in units(text, Span(0, len(text)))] == [True, True, False, False]


def test_units_of_a_part_keep_positions_of_the_whole() -> None:
    assert [unit.span for unit in units("قال في سول", Span(4, 6))] == [Span(4, 6)]


@settings(deadline=None, max_examples=60)
@given(st.text(alphabet="ابو سَـ«a1.-\u200f\n", max_size=40))
def test_units_are_ordered_apart_and_leave_out_no_letter(text: str) -> None:
    found = [unit.span for unit in units(text, Span(0, len(text)))]
    assert all(before.end <= after.start for before, after in pairwise(found))
    covered = {position for span in found for position in range(*span)}
    assert {position for position, character in enumerate(text) if character.isalnum()} <= covered


@pytest.mark.parametrize(
    ("word", "spaced", "expected"),
    [
        ("موسكو", True, ["▁موسكو"]),  # -6 beats -4 and -5 together
        ("سكو", False, ["سكو"]),  # -5 beats -4 and -4.5 together
        ("مُوسْـكُو", True, ["▁موسكو"]),  # marks and tatweel are not seen
        ("ﻡ", False, ["م"]),  # the table of characters is applied
        ("فيس", True, ["▁في", "س"]),
    ],
)
def test_the_most_probable_pieces_win(tokenizer: Tokenizer, word: str, spaced: bool, expected: list[str]) -> None:
    assert tokenizer.cut(word, spaced) == tuple(ROW[piece] for piece in expected)


def test_a_hamza_of_its_own_is_read_with_its_letter() -> None:
    assert Tokenizer(["أ"], [-1.0], {}).cut("\u0627\u0654", False) == Tokenizer(["أ"], [-1.0], {}).cut("أ", False)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("漢字", (ROW["▁"], UNKNOWN)),  # one unknown for a run of them
        ("س漢س", (ROW["▁"], ROW["س"], UNKNOWN, ROW["س"])),
        ("\u064b", ()),  # nothing left to read
    ],
)
def test_what_has_no_piece(tokenizer: Tokenizer, word: str, expected: tuple[int, ...]) -> None:
    assert tokenizer.cut(word, True) == expected


def test_an_endless_word_is_read_in_part(tokenizer: Tokenizer) -> None:
    assert len(tokenizer.cut("س" * 100_000, False)) < 100


def test_load_reads_pieces_and_characters(tmp_path: Path, tokenizer: Tokenizer) -> None:
    path = tmp_path / "pieces.txt"
    lines = ["fee1\t645", "a0\t20", "", *(f"{piece}\t{score}" for piece, score in PIECES.items())]
    path.write_text("\n".join(lines) + "\n", "utf-8")
    loaded = Tokenizer.load(path)
    for word in ("موسكو", "ﻡ", "فيسكو"):
        assert loaded.cut(word, True) == tokenizer.cut(word, True)
