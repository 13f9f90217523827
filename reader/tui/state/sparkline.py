"""A strip of bars that shows where in a text something is mentioned; the text runs from right to left."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.text.span import Span

BARS = " ▁▂▃▄▅▆▇"
TALLEST = len(BARS) - 1


def bars(positions: Iterable[int], length: int, cells: int) -> str:
    """`cells` bars, the first part of a text of `length` at the right end.

    A mention is a step of a bar; where some part has more of them than there are steps, all bars shrink alike.
    """
    counts = [0] * cells
    for position in positions:
        counts[min(cells - 1, position * cells // max(1, length))] += 1
    most = max(TALLEST, *counts)
    return "".join(BARS[-(-count * TALLEST // most)] for count in reversed(counts))


def here(visible: Span, length: int, cells: int) -> range:
    """The columns of the strip, from its left end, that stand for the part of the text in sight."""
    first = visible.start * cells // max(1, length)
    last = max(first, (visible.end - 1) * cells // max(1, length))
    return range(max(0, cells - 1 - last), max(1, cells - min(first, cells - 1)))
