"""What the parts ask of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from reader.text.span import Span
    from reader.tui.state.overlay import Overlay


class Page(Protocol):
    """The text on the screen, and what lies over it."""

    overlay: Overlay

    @property
    def shown(self) -> Span:
        """The text on the screen."""

    def show(self, span: Span) -> None:
        """Bring `span` on the screen."""

    def come_to(self, span: Span) -> None:
        """Bring `span` on the screen as a reader's motion: where one is selecting, up to there."""

    def go_to(self, position: int) -> None:
        """The row of `position` becomes the first."""

    def go_to_part(self, part: float) -> None:
        """`part` of the way through the text, from 0 to 1."""

    def redraw(self) -> None:
        """The overlay has changed."""
