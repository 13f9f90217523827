"""A palette in Textual's and Rich's words."""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from rich.style import Style
from textual.theme import Theme

from reader.styles.palette import Look, Palette, Underline

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.document.marks import Role

DEFAULT = "ansi_default"
"""Textual's word for the terminal's own colour."""


class Paint:
    """The Rich styles that a palette gives to what is drawn on one ground; blanks need `plain` as well."""

    def __init__(self, palette: Palette, ground: str | None = None) -> None:
        self.palette = palette
        self._ground = Look(colour=palette.foreground, background=ground or palette.background)
        self._faint = Look(colour=palette.muted, dim=palette.muted is None)
        self.plain = self._over(Look())
        self.muted = self._over(self._faint)
        self.accent = self._over(Look(colour=palette.accent, bold=True))
        self.line = self._over(Look(colour=palette.line, dim=palette.line is None))
        self.caret = self._over(Look(colour=palette.accent, reverse=True))
        self._styles: dict[tuple[frozenset[Role], bool], Style] = {}

    @cached_property
    def surface(self) -> Paint:
        """The same colours on the ground of panels and bars."""
        return Paint(self.palette, self.palette.surface)

    def style(self, roles: Iterable[Role], *, dimmed: bool = False) -> Style:
        """The style of a stretch that plays these roles; `dimmed` while something else is lit."""
        key = (frozenset(roles), dimmed)
        if key not in self._styles:
            look = self.palette.look(key[0])
            self._styles[key] = self._over(self._faint.over(look) if dimmed else look)
        return self._styles[key]

    def _over(self, look: Look) -> Style:
        return style_of(look.over(self._ground))


@lru_cache(maxsize=512)
def style_of(look: Look) -> Style:
    """A look as a Rich style; attributes that are off are left open, so that styles can be laid over another."""
    return Style(
        color=look.colour,
        bgcolor=look.background,
        bold=look.bold or None,
        dim=look.dim or None,
        italic=look.italic or None,
        underline=(look.underline is Underline.SINGLE) or None,
        underline2=(look.underline is Underline.DOUBLE) or None,
        overline=look.overline or None,
        reverse=look.reverse or None,
    )


def textual_theme(palette: Palette) -> Theme:
    """What Textual needs to know of a palette: the grounds of the screen and of the bars."""
    accent = palette.accent or DEFAULT
    return Theme(
        name=palette.name,
        primary=accent,
        accent=accent,
        foreground=palette.foreground or DEFAULT,
        background=palette.background or DEFAULT,
        surface=palette.surface or DEFAULT,
        panel=palette.surface or DEFAULT,
        dark=palette.dark,
        ansi=palette.background is None,
        text_alpha=1.0,
        # Textual's own style sheets name these in a theme of the terminal's colours, and give them no value.
        variables={"ansi-background": DEFAULT, "ansi-foreground": DEFAULT},
    )
