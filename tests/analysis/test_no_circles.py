"""No module of the analysis imports, in however many steps, one that imports it; not even for its types."""

from __future__ import annotations

import ast
from graphlib import TopologicalSorter
from pathlib import Path

import reader.analysis

ROOT = Path(reader.analysis.__file__).parent


def _name(path: Path) -> str:
    parts = ("reader", "analysis", *path.relative_to(ROOT).with_suffix("").parts)
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {_name(path): path for path in ROOT.rglob("*.py")}


def _imports(path: Path) -> set[str]:
    """The modules of the analysis that a file imports, wherever in it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom):
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"
                found.add(whole if whole in MODULES else str(node.module))
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return (found & MODULES.keys()) - {_name(path)}


def test_imports_lead_nowhere_in_a_circle() -> None:
    graph = {name: _imports(path) for name, path in MODULES.items()}
    assert sum(map(len, graph.values())) > len(MODULES), "the imports have been seen"
    TopologicalSorter(graph).prepare()  # raises CycleError, which names the circle
