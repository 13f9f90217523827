"""How long a page-down takes at 120×40, from the key to the frame that shows it: milliseconds, in-process.

    python tests/bench/page_down.py [ARTICLE]
"""

from __future__ import annotations

import asyncio
import statistics
import sys
import time

from reader.reading import Reading
from reader.settings import Settings
from reader.sources.bundled import articles
from reader.tui.app import QariApp

PAGES = 60


async def measure(reading: Reading) -> list[float]:
    """Milliseconds of each page-down, every page seen for the first time, then again from the top."""
    app = QariApp([reading], Settings())
    spent = []
    async with app.run_test(size=(120, 40)) as pilot:
        await app.workers.wait_for_complete()
        for _ in range(PAGES):
            began = time.perf_counter()
            await pilot.press("pagedown")
            spent.append((time.perf_counter() - began) * 1000)
    return spent


def main() -> None:
    """Print the median and the worst."""
    source = sys.argv[1] if len(sys.argv) > 1 else articles()[0].name
    document = Reading.open(source).document
    spent = asyncio.run(measure(Reading(document)))
    print(f"page-down at 120×40, {PAGES} pages: median {statistics.median(spent):.1f} ms, worst {max(spent):.1f} ms")


if __name__ == "__main__":
    main()
