"""What the algorithm means for the texts that are read here; Unicode's own files prove the rest.

Capitals stand for Arabic letters and `'` for a fatha in the tables, so that the rows read in one direction.
"""

from collections.abc import Callable
from string import ascii_uppercase

import pytest
from bidi import get_base_level, get_display
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.text.bidi import line_levels, mirror, resolve, visual_order

LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنه"
TO_ARABIC = str.maketrans(ascii_uppercase + "'", LETTERS + "\u064e")
TO_CAPITALS = str.maketrans(LETTERS + "\u064e", ascii_uppercase + "'")

RLM, ZWNJ = "\u200f", "\u200c"
LRE, RLE, PDF, LRO, RLO = "\u202a", "\u202b", "\u202c", "\u202d", "\u202e"
LRI, RLI, FSI, PDI = "\u2066", "\u2067", "\u2068", "\u2069"

ANYTHING = st.text("ابג\u064exyz 019٣٥.,:+-%$()[]«»!\t\n" + RLM + ZWNJ + LRE + RLE + PDF + RLO + LRI + RLI + FSI + PDI)
QUICK = settings(deadline=None, max_examples=200)


def shown(capitals: str, base: int | None = None, start: int = 0, end: int | None = None) -> str:
    """A text, or a line of it, from left to right, unmirrored."""
    text = capitals.translate(TO_ARABIC)
    order = visual_order(resolve(text, base), start, len(text) if end is None else end)
    return "".join([text[index] for index in order]).translate(TO_CAPITALS)


@pytest.mark.parametrize(
    ("text", "base", "reason"),
    [
        ("", 0, "nothing to go by"),
        ("123 (…)", 0, "no strong character"),
        ("SAL abc", 1, "an Arabic letter comes first"),
        ("1. abc SAL", 0, "digits are not strong"),
        (f"{RLI}SAL{PDI} abc", 0, "what is in an isolate does not count"),
        (f"{RLI}SAL", 0, "an isolate that nobody closes goes on to the end"),
        (f"{RLM}abc", 1, "a direction mark is strong"),
        ("\ud800SAL", 0, "a lone surrogate is a strong left-to-right character"),
        ("\ud800\n", 0, "even where the library for this refuses it"),
        ("1 S\ud800", 1, "and where it comes later"),
        ("\n SAL", 0, "the first paragraph decides, and it is empty here"),
    ],
)
def test_base(text: str, base: int, reason: str) -> None:
    assert resolve(text.translate(TO_ARABIC)).base == base, reason


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    [
        ("SALAM", "MALAS", "Arabic runs right to left"),
        ("FI 2023 M", "M 2023 IF", "a number keeps its own order"),
        ("NSBA 25% FQT", "TQF %25 ABSN", "the per cent sign is a neutral: the number follows an Arabic letter (W2)"),
        ("FTRA 1990-1995", "1995-1990 ARTF", "a hyphen does not join numbers behind Arabic (W2, W4)"),
        ("ALSAA 10:30", "10:30 AASLA", "a colon does (W4)"),
        ("QAL (abc) HNA", "ANH )abc( LAQ", "brackets around Latin belong to the Arabic sentence (N0)"),
        ("abc (BAB) xyz", "abc (BAB) xyz", "and around Arabic to the Latin one"),
        ("c++ BAB", "c++ BAB", "signs between two directions take the paragraph's (N2)"),
        ("BAB c++", "++c BAB", "signs at the end too"),
        ("FI phone 15 pro", "phone 15 pro IF", "a number behind Latin belongs to it (W7)"),
        (f"{RLO}abc{PDF}", "cba", "an override turns even Latin"),
        (f"FI {LRI}x-1{PDI} BAB", f"BAB {PDI}x-1{LRI} IF", "an isolate stands in the sentence as one neutral"),
        ("Q'L'M", "M'L'Q", "a mark goes with its base, and comes before it from left to right"),
        (f"MI{ZWNJ}XA", "AXIM", "what X9 removes is left out"),
    ],
)
def test_order(text: str, expected: str, reason: str) -> None:
    assert shown(text) == expected, reason


def test_levels_come_from_the_paragraph_and_order_from_the_line() -> None:
    text = "NSBA 25% FQT"
    assert shown(text, 1, start=5) == "TQF %25"
    assert shown(text[5:], 1) == "TQF 25%", "alone, the line would have forgotten the Arabic before it"


def test_white_space_at_a_line_end_goes_to_the_paragraphs_end() -> None:
    resolved = resolve("abc   xyz".translate(TO_ARABIC), 1)
    assert line_levels(resolved, 0, 6) == [2, 2, 2, 1, 1, 1]
    assert line_levels(resolved, 0, 9) == [2] * 9


def test_a_tab_goes_back_to_the_base_with_the_spaces_before_it() -> None:
    assert line_levels(resolve("ab \tcd", 1), 0, 6) == [2, 2, 1, 1, 2, 2]


def test_embeddings_end_with_the_paragraph() -> None:
    assert resolve(f"{RLE}1\n1", 0).levels == (None, 2, 0, 0)


@pytest.mark.parametrize(
    ("char", "expected"),
    [("(", ")"), (")", "("), ("«", "»"), ("≤", "≥"), ("“", None), ("ا", None), ("a", None)],
)
def test_mirror(char: str, expected: str | None) -> None:
    assert mirror(char) == expected


@QUICK
@given(ANYTHING, st.sampled_from([None, 0, 1]), st.data())
def test_order_of_a_line_is_a_permutation_of_what_is_left(text: str, base: int | None, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    resolved = resolve(text, base)
    left = [index for index in range(start, end) if resolved.levels[index] is not None]
    assert sorted(visual_order(resolved, start, end)) == left


@QUICK
@given(ANYTHING)
def test_base_agrees_with_the_first_strong_character_that_the_library_sees(text: str) -> None:
    assert resolve(text + "\n").base == get_base_level(text + "\n")


@QUICK
@given(st.text("ابجدهوكل abcxyz 0123٤٥٦.,:-%()[]!"), st.sampled_from([0, 1]))
def test_order_agrees_with_python_bidi(text: str, base: int) -> None:
    """An Arabic letter is added in front: without one, python-bidi leaves out L1 in a right-to-left paragraph."""
    text = "ا" + text
    order = visual_order(resolve(text, base), 0, len(text))
    assert "".join([text[index] for index in order]) == get_display(text, base_dir="RL"[1 - base])


@pytest.mark.parametrize(
    "unit",
    ["(", "(]", "([{", "(ا)", "a(b)", "1,", "%", "1%", " ", "\u064e", "ا٠,", FSI, f"{FSI}ا{PDI}", RLE, f"{RLO}ا", "\n"],
)
def test_work_is_linear_in_hostile_texts(unit: str, steps_grow: Callable[..., float]) -> None:
    def order(count: int) -> None:
        text = unit * count
        visual_order(resolve(text), 0, len(text))

    assert steps_grow(order, 200) < 1.2
