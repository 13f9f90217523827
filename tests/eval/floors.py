"""Floors under quality: what was measured when they were set, less a margin.

python tests/eval/floors.py            measure, and say where a floor is missed or could rise
python tests/eval/floors.py --update   raise the floors to what is measured
python tests/eval/floors.py --update --lower   also lower them: takes a reason in the message of the change

Nothing is under the seen half of the events: rules were made on it, and a floor there would keep what is of no use
elsewhere.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Final

import answers
from sets import present

from reader.analysis.recogniser import kept

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sets import Figures

FILE: Final = Path(__file__).with_name("floors.toml")
MARGIN: Final = 1.0
"""Points by which a floor lies under what was measured."""
WITHOUT: Final = frozenset({"events, seen"})

Floors = dict[str, float | str]
"""Those of one set, and its fingerprint."""


def floors() -> dict[str, Floors]:
    return tomllib.loads(FILE.read_text("utf-8")) if FILE.is_file() else {}


def _raised(old: Mapping[str, float | str], fingerprint: str | None, measured: Figures, *, lower: bool) -> Floors:
    keep = old.get("fingerprint") == fingerprint and not lower
    before = {figure: float(old.get(figure, 0.0)) if keep else 0.0 for figure in measured}
    risen = {figure: max(before[figure], round(value - MARGIN, 1)) for figure, value in measured.items()}
    return {"fingerprint": fingerprint or "", **risen}


def _written(sets: Mapping[str, Floors]) -> str:
    lines = ["# Figures in per cent under which nothing may fall; written by floors.py"]
    for name, entries in sets.items():
        lines += ["", f'["{name}"]']
        lines += [f'"{key}" = {value!r}'.replace("'", '"') for key, value in entries.items()]
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--lower", action="store_true")
    options = parser.parse_args()
    if missing := kept.notice():
        sys.exit(missing.kind)
    answers.recall()
    new = floors()
    for name, set_ in present().items():
        if name in WITHOUT:
            continue
        old, figures = new.get(name, {}), set_.measure()
        new[name] = _raised(old, set_.fingerprint, figures, lower=options.lower)
        for figure, value in figures.items():
            sys.stdout.write(f"{name:17} {figure:18} {value:5} floor {old.get(figure, '-')}\n")
    answers.keep()
    if options.update:
        FILE.write_text(_written(new), "utf-8")


if __name__ == "__main__":
    main()
