"""How the screen looks, changed while one reads."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from reader.styles.load import load
from reader.text.arabic import Digits
from reader.tui.options import ScreenOptions
from reader.tui.parts.looks import Looks
from reader.tui.parts.voice import Voice
from reader.tui.theme import Paint

if TYPE_CHECKING:
    from tui.parts.conftest import Calls, Row


class Wardrobe:
    """The options of a new screen in English."""

    def __init__(self) -> None:
        self.options = ScreenOptions(lang="en")
        self.paint = Paint(load("layl"))

    def choose(self, **changes: Any) -> ScreenOptions:
        self.options = replace(self.options, **changes)
        return self.options

    def next_way(self) -> str:
        return "words"


@pytest.fixture
def wardrobe() -> Wardrobe:
    return Wardrobe()


@pytest.fixture
def looks(wardrobe: Wardrobe, row: Row, calls: Calls) -> Looks:
    """`calls` are those to dress the screen."""
    return Looks(wardrobe, Voice(row, lambda: wardrobe.options), calls)


def test_tashkeel_is_hidden_and_shown_again(looks: Looks, wardrobe: Wardrobe, row: Row, calls: Calls) -> None:
    looks.tashkeel()
    assert not wardrobe.options.tashkeel
    looks.tashkeel()
    assert wardrobe.options.tashkeel
    assert row.said == ["tashkeel hidden", "tashkeel shown"]
    assert len(calls.made) == 2


def test_the_forms_of_digits_follow_one_another(looks: Looks, wardrobe: Wardrobe) -> None:
    seen = []
    for _ in Digits:
        looks.digits()
        seen.append(wardrobe.options.digits)
    assert set(seen) == set(Digits)
    assert seen[-1] is Digits.AS_IS


def test_the_way_of_writing_is_said(looks: Looks, row: Row, calls: Calls) -> None:
    looks.way()
    assert row.said == ["way of writing: words turned round (words)"]
    assert not calls.made, "it looks as before"


def test_what_is_said_is_in_the_language_just_chosen(looks: Looks, wardrobe: Wardrobe, row: Row) -> None:
    looks.lang()
    assert wardrobe.options.lang == "ar"
    looks.tashkeel()
    assert row.said == ["التشكيل مخفي"]
    looks.lang()
    assert wardrobe.options.lang == "en"


def test_straight_margins_come_and_go(looks: Looks, wardrobe: Wardrobe, row: Row) -> None:
    looks.justify()
    assert wardrobe.options.justify
    looks.justify()
    assert not wardrobe.options.justify
    assert row.said == ["straight margins; names and vowelled text as they are", "ragged margins"]


def test_back_from_another_screen_it_is_dressed_if_something_was_chosen_there(
    looks: Looks, wardrobe: Wardrobe, calls: Calls
) -> None:
    looks.catch_up()
    assert not calls.made
    wardrobe.choose(lang="ar")
    looks.catch_up()
    wardrobe.paint = Paint(load("nahar"))
    looks.catch_up()
    looks.catch_up()
    assert len(calls.made) == 2
