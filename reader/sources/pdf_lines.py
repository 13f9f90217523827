"""The glyphs of a page of a PDF into lines of text in the order in which they are read.

A PDF has no lines and no order: glyphs, each at its place. What a program says about their order is right
for some producers and wrong for others, so only their places count here: left to right they are in visual
order, and that is undone (numbers and Latin words go left to right also within an Arabic line).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from reader.sources.pdf_glyphs import Cluster, clusters, marked
from reader.sources.pdf_visual import Habits, logical

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.sources.pdf_glyphs import Glyph

_SAME_LINE = 0.45
"""How far baselines may lie apart in one line, in sizes of its letters; a raised number of a note lies further."""
_RAISED, _NOTE = 0.9, 3
_MOST_RUNS = 4000
"""Stretches of text on a page; a page has some fifty lines."""
_APART = 2.0
"""Sizes between two stretches on one baseline from which they are in two columns."""
_SPACE, _NARROW = 0.22, 0.08
"""Sizes between two letters that are a space, and that are one where the file has a space there."""
_TAIL = 1.8
"""How much more room there is than is seen, at most, where the tail of a reh reaches into it."""
_LOOSE_STOP = re.compile(r" (?=[.،؛:؟!](?: |\Z))")
_LEVEL = 60
"""Stretches above, and below, among which the line of a mark is: more than a page has columns."""
_NEAR = 4
"""Letters to both sides among which a mark's own is."""


class Line(NamedTuple):
    """A line of text in logical order, and where it stands."""

    text: str
    left: float
    right: float
    y: float
    size: float


class _Run:
    """Letters that follow each other on one baseline; `order` is where the file has the first of them."""

    def __init__(self, cluster: Cluster, order: int) -> None:
        self.clusters = [cluster]
        self.order = order
        self.left, self.right, self.y, self.size = cluster.left, cluster.right, cluster.y, cluster.size

    def add(self, cluster: Cluster) -> None:
        self.clusters.append(cluster)
        self._widen(cluster)

    def take(self, other: _Run) -> None:
        """All of the other; the longer of the two says where in the file the line is: a bullet may come last."""
        if len(other.clusters) > len(self.clusters):
            self.order, self.y = other.order, other.y
        self.clusters += other.clusters
        self._widen(other)

    def _widen(self, other: Cluster | _Run) -> None:
        self.left, self.right = min(self.left, other.left), max(self.right, other.right)
        self.size = max(self.size, other.size)

    def is_beside(self, other: Cluster | _Run, within: float) -> bool:
        """Whether no more than `within` sizes lie between this and the other."""
        return max(self.left - other.right, other.left - self.right) < within * self.size

    def is_level_with(self, other: Cluster | _Run, within: float = _SAME_LINE) -> bool:
        """Whether the two have one baseline, or one that is no more than `within` sizes off."""
        return abs(self.y - other.y) <= within * self.size


def lines(glyphs: Sequence[Glyph], habits: Habits) -> list[Line]:
    """The lines of a page, in the order of the file."""
    letters, marks, spaces = clusters(glyphs, habits.turned)
    runs = _runs(letters)
    above, between = _by_line(marks, runs), _by_line(spaces, runs)
    made = []
    for run in sorted(runs, key=lambda run: run.order):
        run.clusters.sort(key=lambda cluster: cluster.x)  # one may reach over the next, or stand above it
        _mark(run.clusters, above.get(id(run), []))
        text = logical(_spaced(run, between.get(id(run), [])), habits)
        made.append(Line(_LOOSE_STOP.sub("", " ".join(text.split())), run.left, run.right, run.y, run.size))
    return made


def _runs(clusters: list[Cluster]) -> list[_Run]:
    runs: list[_Run] = []
    for order, cluster in enumerate(clusters):
        if runs and runs[-1].is_level_with(cluster) and runs[-1].is_beside(cluster, _APART):
            runs[-1].add(cluster)
        elif len(runs) < _MOST_RUNS:
            runs.append(_Run(cluster, order))
    for run in runs:
        run.y = median(cluster.y for cluster in run.clusters)  # some letters stand where their mark is said to
    return _joined(runs)


def _joined(runs: list[_Run]) -> list[_Run]:
    """Runs on one baseline that lie beside each other are one line; so is the number of a note above it."""
    rows: list[list[_Run]] = []
    for run in sorted(runs, key=lambda run: -run.y):
        if rows and rows[-1][0].is_level_with(run):
            rows[-1].append(run)
        else:
            rows.append([run])
    joined: list[_Run] = []
    for row in rows:
        row.sort(key=lambda run: run.left)
        joined.append(row[0])
        for run in row[1:]:
            if joined[-1].is_beside(run, _APART):
                joined[-1].take(run)
            else:
                joined.append(run)
    return _with_notes(joined)


def _with_notes(runs: list[_Run]) -> list[_Run]:
    kept = [run for run in runs if len(run.clusters) > _NOTE]
    for run in runs:
        if len(run.clusters) > _NOTE:
            continue
        beside = (line for line in kept if line.is_level_with(run, _RAISED) and line.is_beside(run, _SPACE))
        line = next(beside, None)
        if line is None:
            kept.append(run)
        else:
            line.take(run)
    return kept


def _by_line(clusters: Iterable[Cluster], runs: list[_Run]) -> dict[int, list[Cluster]]:
    """Marks and spaces to the line that they stand in: the nearest one that reaches over them."""
    found: dict[int, list[Cluster]] = {}
    runs = sorted(runs, key=lambda run: run.y)
    for cluster in clusters:
        middle = (cluster.left + cluster.right) / 2
        place = bisect_left(runs, cluster.y, key=lambda run: run.y)
        level = runs[max(0, place - _LEVEL) : place + _LEVEL]
        near = [run for run in level if run.left - run.size <= middle <= run.right + run.size]
        if near:
            run = min(near, key=lambda run: abs(run.y - cluster.y))
            found.setdefault(id(run), []).append(cluster)
    return found


def _mark(letters: list[Cluster], marks: list[Cluster]) -> None:
    """Give each mark to the letter that it stands over or under: of those that reach there, the one whose
    middle is nearest."""
    middles = [(letter.left + letter.right) / 2 for letter in letters]
    for mark in marks:
        middle = (mark.left + mark.right) / 2
        place = bisect_left(middles, middle)
        near = range(max(0, place - _NEAR), min(len(letters), place + _NEAR))
        index = min(
            near,
            key=lambda index: (not letters[index].left <= middle <= letters[index].right, abs(middles[index] - middle)),
        )
        letters[index] = letters[index]._replace(text=marked(letters[index].text, mark.text))


def _spaced(run: _Run, spaces: list[Cluster]) -> list[str]:
    """The letters with the spaces between them: where there is room, and less where the file has one there."""
    written = sorted((space.left + space.right) / 2 for space in spaces)
    narrow = _NARROW * run.size
    found: list[str] = []
    end = run.left
    for cluster in run.clusters:
        gap = min(cluster.x - end, _TAIL * (cluster.left - end))
        index = bisect_left(written, end - narrow)
        is_written = index < len(written) and written[index] <= cluster.left + narrow
        if gap > _SPACE * run.size or (gap > narrow and is_written):
            found.append(" ")
        found.append(cluster.text)
        end = max(end, cluster.right)
    return found
