"""Right ones among those found and those looked for: what every score is made of."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Count:
    """What was right, of what was found and of what the gold has; halves count where a score gives them."""

    right: float = 0
    found: float = 0
    gold: float = 0

    def add(self, right: float, found: float, gold: float) -> None:
        self.right, self.found, self.gold = self.right + right, self.found + found, self.gold + gold

    @property
    def precision(self) -> float:
        """In per cent."""
        return round(100 * self.right / max(self.found, 1), 1)

    @property
    def recall(self) -> float:
        """In per cent."""
        return round(100 * self.right / max(self.gold, 1), 1)

    @property
    def f(self) -> float:
        """Twice the right ones among the found and the gold ones together, in per cent: the harmonic mean of both."""
        return round(200 * self.right / max(self.found + self.gold, 1), 1)

    def __str__(self) -> str:
        return f"{self.gold:5g} {self.precision:6} {self.recall:6} {self.f:6}"


HEAD = f"{'gold':>5} {'P':>6} {'R':>6} {'F':>6}"
"""Over a column of counts."""
