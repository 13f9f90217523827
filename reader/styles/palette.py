"""What a role looks like: a `Look` per `Role`, and the colours of the page around it.

Nothing here knows how a screen is drawn; the terminal, ANSI and HTML each turn a `Look` into their own words.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from reader.document.marks import Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from reader.errors import Mistake


class Underline(StrEnum):
    """The kinds of underline; the values are those of the theme files."""

    NONE = "none"
    SINGLE = "single"
    DOUBLE = "double"


@dataclass(frozen=True, slots=True)
class Look:
    """How a stretch of text is drawn. A colour is `#rrggbb`; None is whatever lies beneath."""

    colour: str | None = None
    background: str | None = None
    bold: bool = False
    dim: bool = False
    italic: bool = False
    underline: Underline = Underline.NONE
    overline: bool = False
    reverse: bool = False

    def over(self, below: Look) -> Look:
        """This look laid over another: its own colours first, the attributes of both."""
        return Look(
            colour=self.colour or below.colour,
            background=self.background or below.background,
            bold=self.bold or below.bold,
            dim=self.dim or below.dim,
            italic=self.italic or below.italic,
            underline=below.underline if self.underline is Underline.NONE else self.underline,
            overline=self.overline or below.overline,
            reverse=self.reverse or below.reverse,
        )


PLAIN = Look()

PRECEDENCE: tuple[Role, ...] = (
    Role.SELECTION,
    Role.CURRENT_HIT,
    Role.HIT,
    Role.CHOSEN,
    Role.PERSON,
    Role.LOCATION,
    Role.ORGANISATION,
    Role.PRODUCT,
    Role.WORK,
    Role.OTHER,
    Role.TIME,
    Role.EVENT,
    Role.CODE,
    Role.QUOTE,
    Role.HEADING,
)
"""Strongest first: what the reader is doing, then what the text speaks of, then how it was written."""

TYPES: tuple[Role, ...] = (
    Role.PERSON,
    Role.LOCATION,
    Role.ORGANISATION,
    Role.PRODUCT,
    Role.WORK,
    Role.OTHER,
    Role.TIME,
)
"""The roles that a legend explains: each has a hue and a sign of its own."""

# A sign takes no cell and needs no colour. Seen drawn on joined Arabic in xterm 379, VTE 0.70, Konsole 22.12,
# mlterm 3.9, kitty 0.26 and alacritty 0.11: bold and a single underline everywhere; a double underline (SGR 21)
# everywhere but in alacritty, which takes the code for "bold off"; italics not in kitty, as boxes in mlterm, and
# cut at the cell's edge in Konsole. An overline (SGR 53) is drawn by VTE alone, and there it reads as an underline
# of the row above, so no type relies on it. A page at rest has one kind of underline, under places and what is near
# to them: a news page with two looked like a form to fill in. Times, which digits and month names betray anyway, lean;
# so does what is rare or mostly Latin. Where there are no italics, times alone look like plain text.
SIGNS: Mapping[Role, Look] = MappingProxyType(
    {
        Role.PERSON: Look(bold=True),
        Role.LOCATION: Look(underline=Underline.SINGLE),
        Role.ORGANISATION: Look(bold=True, underline=Underline.SINGLE),
        Role.PRODUCT: Look(italic=True, underline=Underline.SINGLE),
        Role.WORK: Look(bold=True, italic=True, underline=Underline.SINGLE),
        Role.OTHER: Look(bold=True, italic=True),
        Role.TIME: Look(italic=True),
        Role.EVENT: Look(overline=True),
        Role.HEADING: Look(bold=True),
        Role.QUOTE: PLAIN,
        Role.CODE: PLAIN,
        Role.CHOSEN: Look(bold=True, reverse=True),
        Role.HIT: Look(underline=Underline.SINGLE, reverse=True),
        Role.CURRENT_HIT: Look(bold=True, underline=Underline.SINGLE, reverse=True),
        Role.SELECTION: Look(reverse=True),
    }
)
"""How each role is drawn where no colour helps; a theme adds colours to it."""


@dataclass(frozen=True, eq=False)
class Palette:
    """The colours of a page and the look of every role. A colour of None is the terminal's own."""

    name: str
    title_ar: str
    title_en: str
    dark: bool
    background: str | None = None
    surface: str | None = None
    """The ground of panels, bars and cards."""
    foreground: str | None = None
    muted: str | None = None
    """Secondary text, and the rest of the page while one entity is lit."""
    accent: str | None = None
    """The part that has the focus; titles of panels."""
    line: str | None = None
    """Rules and borders; the only colour that no text is written in."""
    looks: Mapping[Role, Look] = field(default_factory=lambda: SIGNS, repr=False)
    mistakes: Sequence[Mistake] = ()
    """What means nothing in its file, and was passed over."""

    def look(self, roles: Iterable[Role]) -> Look:
        """The look of a stretch that plays several roles at once; `PLAIN` for none.

        Colours come from the strongest role that has one (`PRECEDENCE`), attributes from all of them.
        """
        playing = set(roles)
        look = PLAIN
        for role in PRECEDENCE:
            if role in playing:
                look = look.over(self.looks.get(role, PLAIN))
        return look

    def upright(self) -> Palette:
        """The same without italics, for a terminal in which Arabic cannot be read in them."""
        return replace(self, looks={role: replace(look, italic=False) for role, look in self.looks.items()})
