"""How well names are found on text that was held out: entity P, R, F by type and set.

python tests/eval/score_names.py             all of it: recogniser, lists, consistency
python tests/eval/score_names.py lists       what the lists say without the recogniser
python tests/eval/score_names.py recogniser  what the recogniser says alone
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from beside import SHARED

from reader.analysis import names
from reader.analysis.recogniser import kept
from reader.training import evaluate

if TYPE_CHECKING:
    from reader.analysis.model import Mention
    from reader.text.span import Span
    from reader.training.evaluate import Finder
    from reader.training.samples import Sample

CORPORA = SHARED / "names"
OWN = Path(evaluate.__file__).parent / "text"


def held_out() -> dict[str, list[Sample]]:
    """Our own text, and of the public corpora those that lie beside the repository."""
    return evaluate.held_out(CORPORA, OWN)


def _recogniser() -> Finder:
    from reader.analysis.recogniser.network import recogniser, stretches

    return lambda text, blocks: recogniser().find(text, stretches(blocks))


def found(text: str, blocks: list[Span]) -> list[Mention]:
    """What the program finds."""
    return list(names.find_names(text, blocks).mentions)


def main() -> None:
    way = sys.argv[1] if len(sys.argv) > 1 else "all"
    if way == "lists":
        kept.read = lambda *_, **__: None
    elif missing := kept.notice():
        sys.exit(missing.kind)
    sys.stdout.write(evaluate.report(held_out(), _recogniser() if way == "recogniser" else found) + "\n")


if __name__ == "__main__":
    main()
