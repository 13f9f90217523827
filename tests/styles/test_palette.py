from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.document.marks import Role
from reader.styles.load import load
from reader.styles.palette import PLAIN, PRECEDENCE, SIGNS, TYPES, Look, Palette, Underline

RED, GREEN, BLUE = "#ff0000", "#00ff00", "#0000ff"


def palette(looks: dict[Role, Look]) -> Palette:
    return Palette(name="t", title_ar="ت", title_en="T", dark=True, looks=looks)


LOOKS = {
    Role.SELECTION: Look(background=BLUE),
    Role.HIT: Look(colour=RED, background=GREEN),
    Role.PERSON: Look(colour=GREEN, underline=Underline.SINGLE),
    Role.TIME: Look(underline=Underline.DOUBLE),
    Role.HEADING: Look(colour=BLUE, bold=True),
}


@pytest.mark.parametrize(
    ("roles", "expected", "reason"),
    [
        ([], PLAIN, "no role, no look"),
        ([Role.QUOTE], PLAIN, "a role without a look is drawn plainly"),
        ([Role.PERSON], LOOKS[Role.PERSON], "one role is its own look"),
        (
            [Role.HEADING, Role.PERSON],
            Look(colour=GREEN, bold=True, underline=Underline.SINGLE),
            "a name in a heading keeps its hue and gains the heading's weight",
        ),
        (
            [Role.PERSON, Role.SELECTION],
            Look(colour=GREEN, background=BLUE, underline=Underline.SINGLE),
            "colour and ground may come from different roles",
        ),
        (
            [Role.SELECTION, Role.HIT],
            Look(colour=RED, background=BLUE),
            "the stronger role's ground wins, the weaker one's colour stays",
        ),
        (
            [Role.TIME, Role.PERSON],
            Look(colour=GREEN, underline=Underline.SINGLE),
            "of two underlines the stronger role's is drawn",
        ),
    ],
)
def test_roles_combine(roles: list[Role], expected: Look, reason: str) -> None:
    assert palette(LOOKS).look(roles) == expected, reason


@given(st.lists(st.sampled_from(Role), max_size=6), st.randoms())
@settings(deadline=None, max_examples=100)
def test_order_and_repetition_of_roles_do_not_matter(roles: list[Role], random: Random) -> None:
    shuffled = random.sample(roles * 2, 2 * len(roles))
    assert palette(LOOKS).look(roles) == palette(LOOKS).look(shuffled)


def test_every_role_has_a_rank_and_a_sign() -> None:
    assert sorted(PRECEDENCE) == sorted(Role)
    assert set(SIGNS) == set(Role)


def without_double(look: Look) -> tuple[bool, bool, bool]:
    return look.bold, look.italic, look.underline is Underline.SINGLE


def without_italic(look: Look) -> tuple[bool, Underline]:
    return look.bold, look.underline


def test_each_type_has_its_own_sign() -> None:
    signs = [SIGNS[role] for role in TYPES]
    assert len(set(signs)) == len(TYPES)
    assert PLAIN not in signs
    assert not any(sign.overline for sign in signs), "most terminals do not draw an overline"


def test_signs_stay_distinct_where_a_double_underline_is_not_drawn() -> None:
    assert len({without_double(SIGNS[role]) for role in TYPES}) == len(TYPES)


def test_the_commonest_types_stay_distinct_where_italics_are_not_drawn() -> None:
    commonest = (Role.PERSON, Role.LOCATION, Role.ORGANISATION, Role.TIME)
    assert len({without_italic(SIGNS[role]) for role in commonest}) == len(commonest)


def test_a_double_underline_is_never_bold() -> None:
    both = [role for role, sign in SIGNS.items() if sign.bold and sign.underline is Underline.DOUBLE]
    assert both == [], "some terminals take its code for 'bold off'"


def test_a_page_at_rest_has_one_kind_of_underline() -> None:
    at_rest = set(Role) - {Role.SELECTION, Role.CURRENT_HIT, Role.HIT, Role.CHOSEN, Role.EVENT}
    assert {SIGNS[role].underline for role in at_rest} == {Underline.NONE, Underline.SINGLE}


def test_what_the_reader_does_shows_without_colour() -> None:
    states = [SIGNS[role] for role in (Role.SELECTION, Role.CURRENT_HIT, Role.HIT, Role.CHOSEN)]
    assert len(set(states)) == len(states)
    assert all(state.reverse for state in states)


def test_an_upright_palette_is_the_same_without_italics() -> None:
    night = load("layl")
    assert any(look.italic for look in night.looks.values())
    assert night.upright().looks == {role: replace(look, italic=False) for role, look in night.looks.items()}
    assert night.upright().background == night.background
