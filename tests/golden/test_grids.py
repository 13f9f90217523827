"""Cells of the page at three widths, with tashkeel and without, and the look of each in every theme.

Each row is written as a person reads a diff: where it stands in the text, its direction, the columns left free and
those taken, and what it says; below it the cells from left to right, as a terminal draws them; below that the runs
that are marked, by their columns.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import pytest

from reader.layout.page import Page, PageOptions
from reader.layout.runs import MarkIndex, Run, runs
from reader.styles.load import load, names
from reader.styles.palette import PLAIN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reader.layout.line import Line
    from reader.reading import Reading
    from reader.styles.palette import Look

    Golden = Callable[[str, str | bytes], None]
    Known = Callable[[str], Reading]

ROWS = 12
"""Of each page: the heading and some of what follows."""
ARROWS = ("→", "←")


@pytest.mark.parametrize(
    ("article", "kind"), [("battuta", "prose"), ("mutanabbi", "verse"), ("python", "with much Latin")]
)
def test_grid(golden: Golden, known: Known, article: str, kind: str) -> None:
    reading = known(article)
    marks = MarkIndex(reading.marks())
    told = [f"{article}: {kind}"]
    for width in (40, 80, 120):
        for tashkeel in (True, False):
            told += ["", f"== {width} columns, {'with' if tashkeel else 'without'} tashkeel"]
            page = Page(reading.document, width, PageOptions(tashkeel=tashkeel))
            for line in page.lines(0, ROWS):
                told += _row(line, reading.document.text, marks)
    golden(f"grid-{article}.txt", "\n".join(told) + "\n")


def test_themes(golden: Golden, known: Known) -> None:
    reading = known("python")
    marks = MarkIndex(reading.marks())
    lines = Page(reading.document, 40).lines(0, ROWS)
    told = []
    for theme in names():
        palette = load(theme)
        told += [f"== {theme}: {palette.foreground} on {palette.background}"]
        for line in lines:
            for at, run in _placed(line, marks):
                if run.marks:
                    told.append(f"{at} {' '.join(sorted(run.roles))}: {_said(palette.look(run.roles))}")
        told.append("")
    golden("grid-themes.txt", "\n".join(told))


def _row(line: Line, text: str, marks: MarkIndex) -> Iterator[str]:
    said = " ".join(line.span.of(text).split())
    yield f"{line.span.start}–{line.span.end} {ARROWS[line.direction]} {line.left}+{line.width} {said}".rstrip()
    if line.cells:
        yield "|" + " " * line.left + "".join(cell.text for cell in line.cells)
    marked = [f"{at} {' '.join(sorted(run.roles))}" for at, run in _placed(line, marks) if run.marks]
    if marked:
        yield "  " + ", ".join(marked)


def _placed(line: Line, marks: MarkIndex) -> Iterator[tuple[str, Run]]:
    """The runs from left to right, each with its first column and its width."""
    column = line.left
    for run in runs(line, marks):
        yield f"{column}+{run.width}", run
        column += run.width


def _said(look: Look) -> str:
    plain = asdict(PLAIN)
    return ", ".join(
        name if value is True else f"{name} {value}" for name, value in asdict(look).items() if value != plain[name]
    )
