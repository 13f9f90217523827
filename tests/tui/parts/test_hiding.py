"""Types that are left out, and digits that are numbers or switches."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest

from reader.document.marks import Role
from reader.styles.palette import TYPES
from reader.tui.parts.hiding import Hiding

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.parts.conftest import Calls, FakePage, Row

    from reader.tui.parts.voice import Voice


@pytest.fixture
def jumped(make_calls: type[Calls]) -> Calls:
    return make_calls()


@pytest.fixture
def later(make_calls: type[Calls]) -> Calls:
    """What is to be done later."""
    return make_calls()


@pytest.fixture
def hiding(page: FakePage, row: Row, voice: Voice, jumped: Calls, calls: Calls, later: Calls) -> Hiding:
    return Hiding(page, row, voice, jumped, calls, later)


def press(hiding: Hiding, keys: str) -> list[bool]:
    """Which of these keys were taken; `%` as the keymap has it."""
    taken = []
    for key in keys:
        taken.append(hiding.take_key("percent_sign" if key == "%" else key, key))
        if key == "%":
            hiding.percent()
    return taken


def test_a_type_is_hidden_and_shown_again(hiding: Hiding, page: FakePage, row: Row) -> None:
    hiding.switch(Role.PERSON)
    assert page.overlay.hidden == row.hidden == {Role.PERSON}
    hiding.switch(Role.TIME)
    hiding.switch(Role.PERSON)
    assert page.overlay.hidden == row.hidden == {Role.TIME}
    assert row.said == ["People hidden", "Dates hidden", "People shown"]


@pytest.mark.parametrize(
    ("keys", "hidden", "reason"),
    [
        ("1", {TYPES[0]}, "a digit"),
        ("٢", {TYPES[1]}, "of any family"),
        ("1j1", set(), "again, after another key"),
        ("12", {TYPES[0], TYPES[1]}, "two, one after the other"),
        ("0", set(), "no type has this number"),
        ("50", set(), "no type has its second digit: a number was meant"),
        ("9", set(), "nor this"),
    ],
)
def test_a_digit_switches_a_type(keys: str, hidden: set[Role], reason: str, hiding: Hiding, page: FakePage) -> None:
    press(hiding, keys)
    assert page.overlay.hidden == hidden, reason


@pytest.mark.parametrize(
    ("keys", "part", "reason"),
    [
        ("50%", 0.5, "two digits"),
        ("٥٠%", 0.5, "of another family"),
        ("7%", 0.07, "one"),
        ("100%", 1.0, "three"),
        ("9050%", 0.5, "the last three"),
    ],
)
def test_digits_before_a_percent_sign_are_a_number_after_all(
    keys: str, part: float, reason: str, hiding: Hiding, page: FakePage, jumped: Calls, row: Row
) -> None:
    hiding.switch(TYPES[6])
    press(hiding, keys)
    assert jumped.made == [(part,)], reason
    assert page.overlay.hidden == {TYPES[6]}, "as they were before"
    assert not row.said, "no type was switched"
    assert hiding.typed == ""


@pytest.mark.parametrize("keys", ["%", "5j%"])
def test_without_digits_a_percent_sign_leads_nowhere(keys: str, hiding: Hiding, jumped: Calls) -> None:
    press(hiding, keys)
    assert not jumped.made


def test_what_is_typed_so_far_is_told_until_another_key(hiding: Hiding, calls: Calls) -> None:
    assert press(hiding, "58") == [True, True]
    assert hiding.typed == "58"
    told = len(calls.made)
    assert press(hiding, "jj") == [False, False], "it means something else"
    assert hiding.typed == ""
    assert len(calls.made) == told + 1


def test_digits_are_no_beginning_of_a_number_for_ever(hiding: Hiding, jumped: Calls, later: Calls) -> None:
    press(hiding, "5")
    press(hiding, "0")
    earlier, last = (cast("Callable[[], None]", made[1]) for made in later.made)
    earlier()
    assert hiding.typed == "50", "another digit has come since"
    last()
    assert hiding.typed == ""
    hiding.percent()
    assert jumped.made == []
