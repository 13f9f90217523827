"""How long a page-down takes at 120×40, in a pseudo-terminal: milliseconds from the key to the frame.

    python tests/bench/page_down.py [ARTICLE]

Each page is seen for the first time, as when reading. The text is the article, as often as it takes to fill the
pages; its analysis is over before the first key. Two figures: the frame that holds the page, written to its end,
and the last byte of what follows from it (panels and status row) before the terminal is quiet.
"""

from __future__ import annotations

import os
import select
import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from in_a_terminal import InATerminal

from reader.reading import Reading
from reader.sources.bundled import articles

PAGES = 60
CHARACTERS = 3_000
"""More than a page of 120×40 holds."""
KEY = b" "
QUIET = 0.15
"""Seconds without a byte after which a frame is over."""
READY = 3.0
"""The same for the analysis, whose bar moves as long as it lasts."""
PATIENCE = 60.0
ASKED, ANSWER, FRAME_ENDS = b"\x1b[?2026$p", b"\x1b[?2026;2$y", b"\x1b[?2026l"
"""Synchronised output, which marks where a frame ends: asked for at the start."""


def listen(terminal: int, quiet: float) -> tuple[float, float]:
    """Read until nothing comes for so long; when the first frame ended, and when the last byte came."""
    seen, frame, last = b"", 0.0, 0.0
    while select.select([terminal], [], [], quiet if last else PATIENCE)[0]:
        seen = seen[-16:] + os.read(terminal, 1 << 20)
        last = time.perf_counter()
        if ASKED in seen:
            os.write(terminal, ANSWER)
        if FRAME_ENDS in seen:
            frame = frame or last
    return frame, last


def measure(source: Path) -> tuple[list[float], list[float]]:
    """Milliseconds to the end of the page's frame and to the last byte, for each page."""
    with InATerminal([sys.executable, "-m", "reader", str(source)], columns=120, rows=40) as qari:
        listen(qari.terminal, READY)
        page, all_of_it = [], []
        for _ in range(PAGES):
            began = time.perf_counter()
            qari.type(KEY)
            frame, last = listen(qari.terminal, QUIET)
            page.append((frame - began) * 1000)
            all_of_it.append((last - began) * 1000)
    return page, all_of_it


def main() -> None:
    """Print the medians and the worst."""
    text = Reading.open(sys.argv[1] if len(sys.argv) > 1 else articles()[0].name).document.text
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "long.txt")
        source.write_text("\n\n".join([text] * (PAGES * CHARACTERS // len(text) + 1)), "utf-8")
        page, all_of_it = measure(source)
    for name, spent in (("the page", page), ("panels and all", all_of_it)):
        print(f"page-down at 120×40, {name}: median {statistics.median(spent):.1f} ms, worst {max(spent):.1f} ms")


if __name__ == "__main__":
    main()
