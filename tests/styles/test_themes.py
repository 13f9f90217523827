"""What the shipped themes promise: legible text, and types of names that nobody confuses."""

import colorsys
import math
from itertools import combinations

import pytest
from styles.contrast import ENHANCED, READABLE, linear, ratio, weak

from reader.document.marks import Role
from reader.styles.load import COLOURLESS, load, names
from reader.styles.palette import PLAIN, TYPES, Palette, Underline

COLOURED = [name for name in names() if name != COLOURLESS]
Light = tuple[float, float, float]
Eye = tuple[Light, Light, Light]

# Machado, Oliveira & Fernandes (2009), severity 1.0, for linear light.
DICHROMATS = {
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
}
TRITANOPIA = (
    (1.255528, -0.076749, -0.178779),
    (-0.078411, 0.930809, 0.147602),
    (0.004733, 0.691367, 0.303900),
)
FULL_SIGHT = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))


def hue(colour: str) -> float:
    red, green, blue = (value / 255 for value in bytes.fromhex(colour[1:]))
    return colorsys.rgb_to_hls(red, green, blue)[0] * 360


def angle(one: float, other: float) -> float:
    return min(abs(one - other), 360 - abs(one - other))


def seen_by(eye: Eye, colour: str) -> Light:
    light = linear(colour)
    red, green, blue = (
        min(1.0, max(0.0, sum(weight * part for weight, part in zip(row, light, strict=True)))) for row in eye
    )
    return red, green, blue


def lab(light: Light) -> Light:
    """CIE L*a*b* under D65."""
    red, green, blue = light
    x = _root((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047)
    y = _root(0.2126729 * red + 0.7151522 * green + 0.0721750 * blue)
    z = _root((0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _root(value: float) -> float:
    return math.cbrt(value) if value > 216 / 24389 else (24389 / 27 * value + 16) / 116


def hues(palette: Palette) -> list[str]:
    return [colour for role in TYPES if (colour := palette.looks[role].colour)]


@pytest.mark.parametrize("name", COLOURED)
def test_every_colour_can_be_read_wherever_it_stands(name: str) -> None:
    assert weak(load(name), READABLE) == []


def test_the_theme_of_high_contrast_meets_the_stricter_ratio() -> None:
    assert weak(load("tabayun"), ENHANCED) == []


@pytest.mark.parametrize("name", COLOURED)
def test_a_theme_says_rightly_whether_it_is_dark(name: str) -> None:
    palette = load(name)
    assert palette.background is not None
    assert palette.dark == (ratio(palette.background, "#000000") < ratio(palette.background, "#ffffff"))


@pytest.mark.parametrize("name", COLOURED)
def test_each_type_has_a_hue_of_its_own(name: str) -> None:
    colours = hues(load(name))
    assert len(colours) == len(TYPES)
    assert min(angle(hue(one), hue(other)) for one, other in combinations(colours, 2)) >= 25


@pytest.mark.parametrize("name", names())
def test_each_type_has_a_sign_of_its_own(name: str) -> None:
    looks = [load(name).looks[role] for role in TYPES]
    signs = [(look.bold, look.italic, look.underline, look.overline) for look in looks]
    assert len(set(signs)) == len(TYPES)
    assert (False, False, Underline.NONE, False) not in signs


@pytest.mark.parametrize("name", COLOURED)
@pytest.mark.parametrize("eye", DICHROMATS)
def test_types_differ_to_an_eye_without_red_or_green(name: str, eye: str) -> None:
    """CIE76 distance of at least 14; about 2.3 is the least that an eye can notice."""
    assert nearest(load(name), DICHROMATS[eye]) >= 14


@pytest.mark.parametrize("eye", [*DICHROMATS.values(), TRITANOPIA, FULL_SIGHT], ids=[*DICHROMATS, "tritanopia", "full"])
def test_the_theme_for_colour_blindness_keeps_all_types_far_apart(eye: Eye) -> None:
    assert nearest(load("basira"), eye) >= 25


def nearest(palette: Palette, eye: Eye) -> float:
    """The least CIE76 distance between the colours of two types."""
    seen = [lab(seen_by(eye, colour)) for colour in hues(palette)]
    return min(math.dist(one, other) for one, other in combinations(seen, 2))


@pytest.mark.parametrize("name", names())
def test_what_the_reader_does_is_never_drawn_plainly(name: str) -> None:
    palette = load(name)
    doing = (Role.SELECTION, Role.CURRENT_HIT, Role.HIT, Role.CHOSEN, Role.EVENT)
    states = [palette.looks[role] for role in doing]
    assert PLAIN not in states
    assert len(set(states)) == len(states)


@pytest.mark.parametrize("name", COLOURED)
def test_borders_can_be_seen_without_shouting(name: str) -> None:
    palette = load(name)
    assert palette.line is not None
    assert palette.background is not None
    assert 1.4 <= ratio(palette.line, palette.background) <= 7
