"""How soon a file of each kind is on the screen, in a pseudo-terminal of 120×40: the median of three starts.

    python tests/bench/first_screen.py

The files are those of the tests of sources, one of each kind, and the largest of the pages and the PDFs.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from first_paint import seconds_to_paint
from fuzzing.seeds import NAMES, seeds

ROUNDS = 3
TWICE = ("ansi",)
"""Kinds that are another one's files."""


def main() -> None:
    """Print a line for each kind."""
    with tempfile.TemporaryDirectory() as folder:
        for kind in (kind for kind in NAMES if kind not in TWICE):
            seed = max(seeds(kind), key=lambda seed: len(seed.raw))
            path = Path(folder, seed.name)
            path.write_bytes(seed.raw)
            command = [sys.executable, "-m", "reader", str(path)]
            times = [1000 * seconds_to_paint(command) for _ in range(ROUNDS)]
            print(f"{kind:10} {len(seed.raw):8} bytes   {statistics.median(times):6.0f} ms", flush=True)


if __name__ == "__main__":
    main()
