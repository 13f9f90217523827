"""How long a page-down takes at 120×40, in a pseudo-terminal: milliseconds from the key to the frame.

    python tests/bench/page_down.py [FILE]

Each page is seen for the first time, as when reading: from the start of the text on, and near its end. The text is
the article, as often as it takes to fill the pages, or the file as it is (a book); the analysis is over, or has been at
it for WAITED seconds, before the first key. Two figures: the frame that holds the page, written to its end, and the
last byte of what follows from it (panels and status row) before the terminal is quiet. `less`, if it is there, beside
it: it has no frames, so the last byte is all there is.
"""

from __future__ import annotations

import os
import select
import shutil
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
NEAR_THE_END = b"90%"
"""To where 60 pages of a book are left before its end, in qari and in less."""
QUIET = 0.15
"""Seconds without a byte after which a frame is over."""
READY = 3.0
"""The same for the analysis, whose bar moves as long as it lasts, …"""
WAITED = 20.0
"""… which is waited for so many seconds at most: that of a book takes minutes."""
PATIENCE = 60.0
ASKED, ANSWER, FRAME_ENDS = b"\x1b[?2026$p", b"\x1b[?2026;2$y", b"\x1b[?2026l"
"""Synchronised output, which marks where a frame ends: asked for at the start."""


def listen(terminal: int, quiet: float) -> tuple[float, float]:
    """Read until nothing comes for so long; when the first frame ended, and when the last byte came."""
    seen, frame, last = b"", 0.0, 0.0
    end = time.perf_counter() + WAITED
    while last < end and select.select([terminal], [], [], quiet if last else PATIENCE)[0]:
        seen = seen[-16:] + os.read(terminal, 1 << 20)
        last = time.perf_counter()
        if ASKED in seen:
            os.write(terminal, ANSWER)
        if FRAME_ENDS in seen:
            frame = frame or last
    return frame, last


def measure(command: list[str], first: bytes = b"") -> tuple[list[float], list[float]]:
    """Milliseconds to the end of the page's frame and to the last byte, for each page behind the key `first`."""
    with InATerminal(command, columns=120, rows=40) as pager:
        listen(pager.terminal, READY)
        if first:
            pager.type(first)
            listen(pager.terminal, READY)
        page, all_of_it = [], []
        for _ in range(PAGES):
            began = time.perf_counter()
            pager.type(KEY)
            frame, last = listen(pager.terminal, QUIET)
            page.append((frame - began) * 1000)
            all_of_it.append((last - began) * 1000)
    return page, all_of_it


def main() -> None:
    """Print the medians and the worst."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(sys.argv[1]) if len(sys.argv) > 1 else long_article(Path(folder, "long.txt"))
        qari, less = [sys.executable, "-m", "reader", str(source)], ["less", str(source)]
        for where, percent in (("at the start", b""), ("near the end", NEAR_THE_END)):
            page, all_of_it = measure(qari, percent)
            tell(f"qari, {where}, the page", page)
            tell(f"qari, {where}, panels and all", all_of_it)
            if shutil.which("less"):
                tell(f"less, {where}", measure(less, percent)[1])


def long_article(path: Path) -> Path:
    """The article, as often as it takes to fill the pages behind 90 % as well."""
    text = Reading.open(articles()[0].name).document.text
    path.write_text("\n\n".join([text] * (10 * (PAGES + 5) * CHARACTERS // len(text))), "utf-8")
    return path


def tell(what: str, spent: list[float]) -> None:
    print(f"page-down at 120×40, {what:27} median {statistics.median(spent):6.1f} ms, worst {max(spent):6.1f} ms")


if __name__ == "__main__":
    main()
