"""How the screen is to look: what the command line and the settings decided before it opens."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.layout.direction import Direction
from reader.layout.view import PageOptions
from reader.styles.load import COLOURLESS, DARK
from reader.text.arabic import Digits
from reader.tui.before.geometry import AIR

if TYPE_CHECKING:
    from reader.settings import Settings


@dataclass(frozen=True, slots=True)
class ScreenOptions:
    """`width` is the page's in columns, None for one that reads well, `margin` what is free beside it at least; `lang`
    is "ar" or "en"."""

    theme: str | None = None
    lang: str = "ar"
    tashkeel: bool = True
    digits: Digits = Digits.AS_IS
    width: int | None = None
    direction: Direction = Direction.MAJORITY
    margin: int = AIR
    spacing: int = 0
    justify: bool = False
    text_digits: Digits = Digits.AS_IS
    """The family that most digits of the text on the screen are of; AS_IS where it has none."""

    @classmethod
    def of(cls, settings: Settings) -> ScreenOptions:
        """What the settings and the command line decided together."""
        return cls(
            theme=settings.theme,
            lang=settings.lang,
            tashkeel=settings.tashkeel is not False,
            digits=Digits(settings.digits),
            width=settings.width,
            direction=Direction(settings.direction),
            margin=settings.margin,
            spacing=settings.spacing,
            justify=settings.justify,
        )

    @property
    def page(self) -> PageOptions:
        """What of it the layout of the page needs."""
        return PageOptions(
            tashkeel=self.tashkeel,
            digits=self.digits,
            direction=self.direction,
            justify=self.justify,
            spacing=self.spacing,
        )

    @property
    def interface_digits(self) -> Digits:
        """The digits of counts, percents and dates around the text: the chosen ones, else the text's, else the
        language's."""
        for digits in (self.digits, self.text_digits):
            if digits is not Digits.AS_IS:
                return digits
        return Digits.ARAB if self.lang == "ar" else Digits.LATIN


def first_theme(name: str | None) -> str:
    """The theme to begin with: the one asked for, else one without colour where that is not wanted."""
    # Textual turns colours to grey then: what a theme says by a ground alone would not be seen.
    return COLOURLESS if os.environ.get("NO_COLOR") else name or DARK
