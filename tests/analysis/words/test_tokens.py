"""Tokens, as the rules for names, events and times see them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.analysis.words.tokens import tokenise
from reader.text.span import Span

ROWS = [
    ("قال نعم.", [("قال", "word"), ("نعم", "word"), (".", "other")], "words and signs"),
    ("الطائرة Tu-160", [("الطائرة", "word"), ("Tu-160", "latin")], "a Latin name goes on with a number"),
    ("U.S. Army", [("U.S", "latin"), (".", "other"), ("Army", "latin")], "and over a stop between its letters"),
    ("ميج-31", [("ميج", "word"), ("-", "other"), ("31", "number")], "an Arabic word does not"),
    ("5G", [("5", "number"), ("G", "latin")], "nor does a number with letters"),
    ("في 14:30", [("في", "word"), ("14:30", "number")], "an hour is one number"),
    ("1990–1995", [("1990–1995", "number")], "so is a stretch of years"),
    ("1990, 1995", [("1990", "number"), (",", "other"), ("1995", "number")], "but only where nothing parts them"),
    ("17\u200f/9\u200f/2023", [("17\u200f/9\u200f/2023", "number")], "marks of direction part nothing"),
    ("هـ ـ 1055", [("هـ", "word"), ("1055", "number")], "tatweel alone is no token"),
    ("قال\u200f نعم", [("قال", "word"), ("نعم", "word")], "what nobody sees is none"),
    ("Юрий", [("Юрий", "latin")], "letters of any other script"),
]


@pytest.mark.parametrize(("text", "expected", "why"), ROWS)
def test_tokens(text: str, expected: list[tuple[str, str]], why: str) -> None:
    found = tokenise(text, Span(0, len(text)))
    assert [(text[token.start : token.end], token.kind) for token in found] == expected, why


@pytest.mark.parametrize(
    ("text", "glued", "why"),
    [
        ("قال نعم", True, "a space"),
        ("قال\u00a0نعم", True, "a hard space"),
        ("قال \u200fنعم", True, "what nobody sees beside it"),
        ("قال\nنعم", True, "the end of a wrapped line"),
        ("قال\tنعم", False, "a tab"),
    ],
)
def test_what_stands_side_by_side(text: str, glued: bool, why: str) -> None:
    first, second = tokenise(text, Span(0, len(text)))
    assert not first.glued
    assert second.glued is glued, why


@settings(deadline=None, max_examples=200)
@given(st.text(alphabet="ابو سَـ«aй1١.-–'_\u200f\n", max_size=40))
def test_tokens_are_in_order_and_leave_out_no_letter(text: str) -> None:
    tokens = tokenise(text, Span(0, len(text)))
    assert all(one.end <= other.start for one, other in pairwise(tokens))
    covered = {position for token in tokens for position in range(token.start, token.end)}
    letters = {position for position, character in enumerate(text) if character.isalnum() and character != "ـ"}
    assert letters <= covered
