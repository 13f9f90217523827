"""Where one has been."""

from __future__ import annotations

LONGEST = 100


class Jumps:
    """Places one has jumped from, for going back and forward again, as in a browser."""

    def __init__(self) -> None:
        self._back: list[int] = []
        self._forward: list[int] = []

    def leave(self, position: int) -> None:
        """One is about to jump away from `position`."""
        if not self._back or self._back[-1] != position:
            self._back.append(position)
        del self._back[:-LONGEST]
        self._forward.clear()

    def back(self, position: int) -> int | None:
        """Where one was before, when one is at `position` now."""
        return self._move(self._back, self._forward, position)

    def forward(self, position: int) -> int | None:
        """Where one was before going back."""
        return self._move(self._forward, self._back, position)

    @staticmethod
    def _move(from_: list[int], to: list[int], position: int) -> int | None:
        if not from_:
            return None
        to.append(position)
        return from_.pop()
