"""Can it be read: the contrast of every colour with every ground that it may stand on (WCAG 2.2)."""

from __future__ import annotations

from itertools import combinations_with_replacement
from typing import TYPE_CHECKING, NamedTuple

from reader.styles.palette import PRECEDENCE, Palette

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.document.marks import Role

READABLE = 4.5
"""The least ratio for text of normal size (WCAG 2.2, success criterion 1.4.3, level AA)."""
ENHANCED = 7.0
"""The same for level AAA (1.4.6)."""


def ratio(one: str, other: str) -> float:
    """The contrast ratio of two `#rrggbb` colours, from 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """The relative luminance of an sRGB colour, 0 for black and 1 for white."""
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def linear(colour: str) -> tuple[float, float, float]:
    """Red, green and blue of `#rrggbb` as linear light from 0 to 1 (IEC 61966-2-1)."""
    red, green, blue = (_decode(value / 255) for value in bytes.fromhex(colour.removeprefix("#")))
    return red, green, blue


def _decode(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)


class Weak(NamedTuple):
    """Text that is hard to read: who meets whom, on which ground, and how little they differ."""

    roles: tuple[Role | str, ...]
    colour: str
    background: str
    ratio: float


def weak(palette: Palette, least: float = READABLE) -> list[Weak]:
    """Every pair of colours that a reader can meet in this palette and that differs by less than `least`.

    Colour and ground of a stretch come from one role each, or from the page, so pairs of roles are all there
    is to try. A colour that the theme leaves to the terminal cannot be judged and is passed over.
    """
    return [
        Weak(roles, colour, background, found)
        for roles, colour, background in _meetings(palette)
        if (found := ratio(colour, background)) < least
    ]


def _meetings(palette: Palette) -> Iterator[tuple[tuple[Role | str, ...], str, str]]:
    grounds = [ground for ground in (palette.background, palette.surface) if ground]
    for ground in grounds:
        for text in ("foreground", "muted", "accent"):
            if colour := getattr(palette, text):
                yield (text,), colour, ground
        for pair in combinations_with_replacement(PRECEDENCE, 2):
            look = palette.look(pair)
            # `muted` is what the rest of the page is written in while one entity is lit.
            for colour in {look.colour} if look.colour else {palette.foreground, palette.muted}:
                if colour:
                    yield pair, colour, look.background or ground
