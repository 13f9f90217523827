"""Of all rows that fit, the best."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.events.choosing import Weights, Word, chosen, ending, steps

WEIGHTS = Weights(
    lean=0.0,
    heard=1.0,
    begin_together=-0.5,
    on_together=0.5,
    waits=-3.0,
    leave_together=-0.5,
    gap=-0.5,
    gap_verb=-1.0,
    gap_sign=-0.25,
    back_together=-0.5,
)
WORDS = st.builds(
    Word,
    st.just(0),
    st.integers(2, 9),
    st.floats(-4, 4),
    st.floats(-4, 4),
    *[st.booleans()] * 5,
)


def row(*heard: float, **about: int) -> list[Word]:
    """Words of four cells; `about` says which of them is what."""
    flags = {"free": True} | dict.fromkeys(about, False)
    words = [Word(at, 4, one, 0.0, **flags) for at, one in enumerate(heard)]
    for name, at in about.items():
        words[at] = words[at]._replace(**{name: True})
    return words


@pytest.mark.parametrize(
    ("words", "cells", "wanted", "why"),
    [
        (row(3, -3, 2, -2), 48, [0, 2], "what is heard, wherever it stands"),
        (row(-3, -1, -1), 48, [0], "what is needed stays however it is heard"),
        (row(3, -0.5, 0.25), 48, [0], "a gap has its price"),
        (row(3, 2, waits=1), 48, [0], "a word that waits is no end"),
        (row(3, 2, 1, waits=1), 48, [0, 1, 2], "but may go on"),
        (row(3, 9, is_for_more=1), 48, [0], "and one that is nothing alone never is"),
        (row(3, -2, 1.25, is_other_verb=1), 48, [0], "over a verb a row goes for more only, …"),
        (row(3, -2, 1.25), 48, [0, 2], "… over another word for less"),
        (row(3, 0.25, 2), 7, [0, 2], "of two one fits: the better"),
        (row(3, 1, 2), 2, [0], "no room for more than what is needed"),
        ([*row(0, -9), Word(2, 4, 9.0, 0.0, free=False)], 48, [0], "what may not be said is not"),
    ],
)
def test_the_best_words(words: list[Word], cells: int, wanted: list[int], why: str) -> None:
    assert chosen(words, 0, cells, WEIGHTS) == wanted, why


def test_a_row_does_not_begin_behind_what_belongs_to_its_first_word() -> None:
    first, second, third = row(-1, 2, 2)
    assert chosen([first, second, third], 2, 48, WEIGHTS) == [1, 2]
    assert chosen([first, second._replace(together=4.0), third], 2, 48, WEIGHTS) == [0, 1, 2]


@given(st.lists(WORDS, min_size=1, max_size=6), st.data())
def test_no_row_is_better_where_all_fits(words: list[Word], data: st.DataObject) -> None:
    words = [word._replace(token=at) for at, word in enumerate(words)]
    needed = data.draw(st.sampled_from(range(len(words))))
    words[needed] = words[needed]._replace(free=True)
    found = chosen(words, needed, 99, WEIGHTS)
    best = max(_worth(words, kept) for kept in product((False, True), repeat=len(words)) if kept[needed])
    assert _worth(words, [at in found for at in range(len(words))]) == pytest.approx(best, rel=1e-6, abs=1e-6)


@given(st.lists(WORDS, min_size=1, max_size=9), st.integers(0, 30), st.data())
def test_it_fits(words: list[Word], cells: int, data: st.DataObject) -> None:
    words = [word._replace(token=at) for at, word in enumerate(words)]
    needed = data.draw(st.sampled_from(range(len(words))))
    found = chosen(words, needed, cells, WEIGHTS)
    assert needed in found
    assert found == sorted(found)
    assert found == [needed] or sum(words[at].cells for at in found) - 1 <= cells


def _worth(words: list[Word], kept: tuple[bool, ...] | list[bool]) -> float:
    """By the meaning of each step, one after the other."""
    ways, worth = list(steps(words, WEIGHTS)), 0.0
    said = [at for at, one in enumerate(kept) if one]
    for at, way in enumerate(ways):
        before = kept[at - 1] if at else False
        if kept[at]:
            worth += way.begin if at == said[0] else way.on if before else way.back
        elif said[0] < at < said[-1]:
            worth += way.gap if before else way.omit
        elif before:
            worth += way.leave
    return worth + (ending(words[-1], WEIGHTS) if kept[-1] else 0.0)
