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
from typing import TYPE_CHECKING, Final, NamedTuple

import answers
from sets import present

from reader.analysis.recogniser import kept

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sets import Figures

FILE: Final = Path(__file__).with_name("floors.toml")
MARGIN: Final = 1.0
"""Points by which a floor lies under what was measured, …"""
MARGINS: Final = {"times": 0.5}
"""… and where it is fewer."""
WITHOUT: Final = frozenset({"events, seen"})


class Floors(NamedTuple):
    """Those of one set, and the fingerprint of its texts."""

    fingerprint: str
    figures: Figures


def floors() -> dict[str, Floors]:
    read = tomllib.loads(FILE.read_text("utf-8")) if FILE.is_file() else {}
    return {name: Floors(entries.pop("fingerprint"), entries) for name, entries in read.items()}


def _raised(old: Floors | None, new: Floors, *, lower: bool) -> Floors:
    """The new floors, but for those that were higher on the same texts."""
    if old is None or lower or old.fingerprint != new.fingerprint:
        return new
    return new._replace(figures={name: max(floor, old.figures.get(name, 0.0)) for name, floor in new.figures.items()})


def _written(sets: Mapping[str, Floors]) -> str:
    lines = ["# Figures in per cent under which nothing may fall; written by floors.py"]
    for name, (fingerprint, figures) in sets.items():
        lines += ["", f'["{name}"]', f'"fingerprint" = "{fingerprint}"']
        lines += [f'"{figure}" = {floor}' for figure, floor in figures.items()]
    return "\n".join(lines) + "\n"


def _against(floor: float | None, value: float, under: float) -> str:
    if floor is None:
        return "-"
    return f"{floor}{'  MISSED' if value < floor else '  could rise' if under > floor else ''}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--lower", action="store_true")
    options = parser.parse_args()
    if options.lower and not options.update:
        parser.error("--lower goes with --update")
    if missing := kept.notice():
        sys.exit(missing.kind)
    answers.recall()
    new = floors()
    for name, set_ in present().items():
        if name in WITHOUT:
            continue
        old, figures = new.get(name), set_.measure()
        under = {figure: round(value - MARGINS.get(name, MARGIN), 1) for figure, value in figures.items()}
        new[name] = _raised(old, Floors(set_.fingerprint or "", under), lower=options.lower)
        for figure, value in figures.items():
            floor = old.figures.get(figure) if old else None
            sys.stdout.write(f"{name:17} {figure:18} {value:5} floor {_against(floor, value, under[figure])}\n")
    answers.keep()
    if options.update:
        FILE.write_text(_written(new), "utf-8")


if __name__ == "__main__":
    main()
