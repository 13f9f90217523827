import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from styles.contrast import luminance, ratio, weak

from reader.document.marks import Role
from reader.styles.palette import Look, Palette

colours = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


@pytest.mark.parametrize(
    ("one", "other", "expected", "reason"),
    [
        ("#000000", "#ffffff", 21.0, "the widest there is"),
        ("#123456", "#123456", 1.0, "a colour with itself"),
        ("#ffffff", "#767676", 4.54, "the lightest grey that passes AA on white"),
        ("#ffffff", "#777777", 4.48, "the darkest grey that fails it"),
        ("#ffffff", "#ff0000", 4.00, "pure red on white"),
        ("#0000ff", "#ffffff", 8.59, "pure blue on white"),
    ],
)
def test_ratio(one: str, other: str, expected: float, reason: str) -> None:
    assert ratio(one, other) == pytest.approx(expected, abs=0.005), reason


@given(colours, colours)
@settings(deadline=None, max_examples=100)
def test_ratio_is_symmetric_and_bounded(one: str, other: str) -> None:
    assert ratio(one, other) == ratio(other, one)
    assert 1 <= ratio(one, other) <= 21.000001
    assert 0 <= luminance(one) <= 1.000001


def page(**looks: Look) -> Palette:
    return Palette(
        name="t",
        title_ar="ت",
        title_en="T",
        dark=False,
        background="#ffffff",
        surface="#ffffff",
        foreground="#000000",
        muted="#000000",
        accent="#000000",
        looks={Role(name): look for name, look in looks.items()},
    )


@pytest.mark.parametrize(
    ("palette", "found", "reason"),
    [
        (page(), set(), "black on white"),
        (page(person=Look(colour="#999999")), {("#999999", "#ffffff")}, "pale on the page"),
        (page(hit=Look(background="#333333")), {("#000000", "#333333")}, "the page's text on a dark ground"),
        (
            page(person=Look(colour="#005500"), hit=Look(background="#333333", colour="#ffffff")),
            set(),
            "a hit with its own colour hides the person's",
        ),
        (
            page(person=Look(colour="#005500"), event=Look(background="#556655", colour="#ffffff")),
            {("#005500", "#556655")},
            "a person's colour wins over the event's and meets its ground",
        ),
    ],
)
def test_weak_pairs_are_those_that_can_meet(palette: Palette, found: set[tuple[str, str]], reason: str) -> None:
    assert {(pair.colour, pair.background) for pair in weak(palette)} == found, reason
