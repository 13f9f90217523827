"""What the analysis is worth on every set, and what each of its steps is.

python tests/eval/worth.py                        every figure
python tests/eval/worth.py --steps                what moves when a step is left out, one after another
python tests/eval/worth.py --steps 'events: .*'   only the steps whose whole name is that
python tests/eval/worth.py --sets events          only the sets whose names begin so

The first round reads the texts; what the recogniser said is kept, so that the others take seconds.
"""

from __future__ import annotations

import argparse
import re
import sys
from functools import partial
from multiprocessing import get_context
from typing import TYPE_CHECKING, Final

import answers
from sets import SETS, present

from reader.analysis.pipeline import EVERY_STEP
from reader.analysis.recogniser import kept
from reader.analysis.steps import without

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sets import Figures

PROCESSES: Final = 2
Round = dict[str, "Figures"]
"""The figures of each set."""


def round_of(sets: Iterable[str]) -> Round:
    return {name: SETS[name].measure() for name in sets}


def _left_out(sets: Sequence[str], step: str) -> tuple[str, Round]:
    """The figures without a step, of the sets that it can have to do with."""
    room = step.partition(":")[0]
    with without(step):
        return step, round_of(name for name in sets if room in SETS[name].rooms)


def moved(full: Round, other: Round) -> Iterator[tuple[str, str, float]]:
    """Set, figure, and by how much the other round has less."""
    for name, figures in other.items():
        for figure, value in full[name].items():
            if less := round(value - figures.get(figure, 0.0), 1):
                yield name, figure, less


def rows(step: str, full: Round, other: Round) -> Iterator[str]:
    """What a step is worth, a line a set: how much every figure that moves falls without it."""
    worth: dict[str, list[str]] = {}
    for name, figure, less in moved(full, other):
        worth.setdefault(name, []).append(f"{figure} {less:+}")
    for first, (name, figures) in enumerate(worth.items()):
        yield f"{'' if first else step:44} {name:17} {', '.join(figures)}"
    if not worth:
        yield f"{step:44} nothing"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sets", nargs="+", default=[""], help="beginnings of names of sets")
    parser.add_argument("--steps", nargs="?", const=".*", help="leave out each step with such a name")
    options = parser.parse_args()
    if missing := kept.notice():
        sys.exit(missing.kind)
    answers.recall()
    sets = [name for name in present() if name.startswith(tuple(options.sets))]
    full = round_of(sets)
    answers.keep()
    for name, figures in full.items():
        sys.stdout.write(f"{name:17} {', '.join(f'{figure} {value}' for figure, value in figures.items())}\n")
    if options.steps is None:
        return
    steps = [step.name for step in EVERY_STEP if re.fullmatch(options.steps, step.name)]
    with get_context("fork").Pool(PROCESSES) as pool:
        for step, other in pool.imap(partial(_left_out, sets), steps):
            sys.stdout.write("\n".join(rows(step, full, other)) + "\n")


if __name__ == "__main__":
    main()
