"""Whether the panels are shown, and where: beside the page, or over it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from reader.tui.before.geometry import SIDE_BY_SIDE

if TYPE_CHECKING:
    from collections.abc import Callable


class Panels(Protocol):
    """What is shown or hidden."""

    display: bool
    over: bool
    """Whether they lie over the page."""

    def focus_last(self) -> None:
        """The panel that had the focus last gets it again."""


class Margin:
    """Panels stand beside the page where there is room; else they lie over it while one is busy with them.

    `to_page`, `to_next` and `to_previous` give the keys to the page, the next part of the screen, the one before.
    """

    def __init__(
        self,
        panels: Panels,
        *,
        to_page: Callable[[], None],
        to_next: Callable[[], object],
        to_previous: Callable[[], object],
    ) -> None:
        self._panels = panels
        self._to_page = to_page
        self._to_next = to_next
        self._to_previous = to_previous
        self._wanted: bool | None = None
        """What the reader has asked for, at this width."""

    def place(self, width: int) -> None:
        """The screen has so many columns now."""
        over = width < SIDE_BY_SIDE
        if over is not self._panels.over:
            self._wanted = None
        self._panels.over = over
        self._panels.display = not over if self._wanted is None else self._wanted

    def toggle(self) -> None:
        """Show the panels, or hide them."""
        self._show(not self._panels.display)

    def enter(self) -> None:
        """To the panels."""
        if not self._panels.display:
            self._show(True)
        self._panels.focus_last()

    def focus(self, step: int) -> None:
        """To the next part of the screen; to the panels that had to be shown for it, where they lie over the page."""
        if not self._panels.display:
            self._show(True)
            if self._panels.over:
                return
        (self._to_next if step > 0 else self._to_previous)()

    def uncover(self) -> bool:
        """Hide the panels if they lie over the page; whether they did."""
        covered = self._panels.display and self._panels.over
        if covered:
            self._show(False)
        return covered

    def _show(self, shown: bool) -> None:
        self._wanted = self._panels.display = shown
        if not shown:
            self._to_page()
        elif self._panels.over:
            self._panels.focus_last()
