"""A laid-out row as a strip: one segment for each run of cells that look alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.strip import Strip

from reader.document.marks import Role
from reader.layout.runs import MarkIndex, runs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.document.marks import Mark
    from reader.layout.line import Line
    from reader.tui.theme import Paint


def draw(line: Line, marks: Sequence[Mark], paint: Paint, *, dimmed: bool) -> Strip:
    """`line` with the marks that touch it. While something is lit (`dimmed`), all but that is faint."""

    segments = [Segment(" " * line.left, paint.plain)] if line.left else []
    for run in runs(line, MarkIndex(marks)):
        roles = run.roles
        faint = dimmed and Role.CHOSEN not in roles
        segments.append(Segment(run.text, paint.style(roles, dimmed=faint)))
    return Strip(segments, line.left + line.width)
