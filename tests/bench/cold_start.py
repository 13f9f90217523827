"""What starting costs: seconds to import or run each thing in a fresh process, best of five, over a bare Python.

python tests/bench/cold_start.py
"""

from __future__ import annotations

import subprocess
import sys
import time

STEPS = {
    "bare Python": "pass",
    "import reader": "import reader",
    "import reader.cli": "import reader.cli",
    "open a bundled article": (
        "from reader.sources.bundled import articles; from reader.reading import Reading;"
        "Reading.open(articles()[0].name)"
    ),
    "import textual.app": "import textual.app",
    "import reader.tui.app": "import reader.tui.app",
}
ROUNDS = 5


def seconds(code: str) -> float:
    """Wall seconds of one fresh interpreter that runs `code`."""
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True)
    return time.perf_counter() - start


def main() -> None:
    """Print one line a step."""
    best = {step: min(seconds(code) for _ in range(ROUNDS)) for step, code in STEPS.items()}
    bare = best["bare Python"]
    for step, spent in best.items():
        print(f"{step:26} {spent * 1000:6.0f} ms   {(spent - bare) * 1000:+6.0f} ms over a bare Python")


if __name__ == "__main__":
    main()
