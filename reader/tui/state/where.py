"""Where one is, as the status row says it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Where:
    """What the status row has to say, in parts that may be missing."""

    part: float | None = 0.0
    """How far one has read, 0 to 1; None where all of the text is on the screen."""
    minutes: int | None = None
    changed: bool = False
    """Whether the file is no longer what is shown."""
    chosen: str = ""
    """Whose name is lit, or gone to."""
    mention: tuple[int, int] | None = None
    """Which mention of how many; None as long as that is not known."""
    analysed: float | None = None
    """How much has been analysed, 0 to 1; None when there is nothing under way."""
    typed: str = ""
    """Digits typed so far, on the way to a percentage."""
    coming: int | None = None
    """Lines that have come of a text that is still coming; None where all of it is there."""
    cut: bool = False
    """Whether more of it came than is shown."""
