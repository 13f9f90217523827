"""Who imports whom within the screen, imports for the sake of types included."""

from __future__ import annotations

import ast
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

import reader

ROOT = Path(reader.__file__).parent
SCREEN = {
    ".".join(("reader", *path.relative_to(ROOT).with_suffix("").parts)).removesuffix(".__init__"): path
    for path in (ROOT / "tui").rglob("*.py")
}


def imported(path: Path) -> set[str]:
    """The modules that a file imports, wherever in it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def test_no_two_modules_import_each_other_however_far_around() -> None:
    # `from reader.tui import messages` names the package, which imports nothing of its own at the top.
    graph = {name: imported(path) & (SCREEN.keys() - {name, "reader.tui"}) for name, path in SCREEN.items()}
    assert sum(map(len, graph.values())) > 100
    try:
        tuple(TopologicalSorter(graph).static_order())
    except CycleError as error:
        pytest.fail(" → ".join(reversed(error.args[1])))
