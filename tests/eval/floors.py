"""Floors under the quality of names: what was measured when they were set, less a margin.

python tests/eval/floors.py            measure, and say where a floor is missed or could rise
python tests/eval/floors.py --update   raise the floors to what is measured
python tests/eval/floors.py --update --lower   also lower them: takes a reason in the message of the change

A set of texts has a fingerprint of its words and labels: figures on other texts do not compare.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Final

import score_entities
import score_names

from reader.analysis.recogniser import kept
from reader.training import evaluate

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

FILE: Final = Path(__file__).with_name("floors.toml")
MARGIN: Final = 1.0
"""Points of F by which a floor lies under what was measured."""
TYPES: Final = ("person", "location", "organisation", "product", "work")
FEW: Final = 30
"""Names of a type under which its figure says nothing."""

Figures = dict[str, float]
Floors = dict[str, float | str]
"""Those of one set, and its fingerprint."""


def _mentions(name: str) -> tuple[str, Figures] | None:
    samples = score_names.held_out().get(name)
    if samples is None:
        return None
    exact, _ = evaluate.evaluate(samples, score_names.found)
    texts = "".join(f"{sample.text}{sample.labels}" for sample in samples)
    return texts, {type_: exact[type_].f for type_ in TYPES if type_ in exact and exact[type_].gold >= FEW}


def _articles(*, unseen: bool) -> tuple[str, Figures]:
    articles = score_entities.articles(unseen=unseen)
    counts = score_entities.evaluate(articles)
    figures = {
        name: count.figures[2] for name, count in counts.items() if name.startswith("panel") and count.gold >= FEW
    }
    texts = "".join(
        f"{article.text}{sorted((id_, sorted(spans)) for id_, spans in article.clusters.items())}"
        for article in articles
    )
    return texts, figures | {"B3": score_entities.b_cubed_f(counts)}


SETS: Final[Mapping[str, Callable[[], tuple[str, Figures] | None]]] = {
    "own": lambda: _mentions("own"),
    "aqmar": lambda: _mentions("aqmar"),
    "anercorp": lambda: _mentions("anercorp"),
    "articles, seen": lambda: _articles(unseen=False),
    "articles, unseen": lambda: _articles(unseen=True),
}


def measure(name: str) -> tuple[str, Figures] | None:
    """Fingerprint and figures of a set, None where its texts are not there."""
    measured = SETS[name]()
    return measured and (hashlib.sha256(measured[0].encode()).hexdigest()[:16], measured[1])


def floors() -> dict[str, Floors]:
    return tomllib.loads(FILE.read_text("utf-8")) if FILE.is_file() else {}


def _raised(
    old: Mapping[str, float | str], fingerprint: str, measured: Figures, *, lower: bool
) -> dict[str, float | str]:
    same = old.get("fingerprint") == fingerprint
    new: Floors = {"fingerprint": fingerprint}
    for figure, value in measured.items():
        floor = round(value - MARGIN, 1)
        before = old.get(figure)
        keep = isinstance(before, float) and before > floor and same and not lower
        new[figure] = before if keep and isinstance(before, float) else floor
    return new


def _written(sets: Mapping[str, Floors]) -> str:
    lines = ["# F in per cent under which nothing may fall; written by floors.py"]
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
    sets = floors()
    for name in SETS:
        measured = measure(name)
        if measured is None:
            continue
        old = sets.get(name, {})
        sets[name] = _raised(old, *measured, lower=options.lower)
        for figure, value in measured[1].items():
            sys.stdout.write(f"{name:17} {figure:18} {value:5} floor {old.get(figure, '-')}\n")
    if options.update:
        FILE.write_text(_written(sets), "utf-8")


if __name__ == "__main__":
    main()
