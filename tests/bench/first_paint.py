"""How soon the text is on the screen: ratios of medians measured in one run, in a pseudo-terminal of 120×40.

    python tests/bench/first_paint.py [ARTICLE]

Against a bare Textual app that shows a Static with the same text, and a text of 10 MB against the article.
Each round starts every contestant once, so that a machine that slows down slows them all. The terminal answers as
xterm does: one that stays silent is waited for (`keyboard.A_MOMENT`).
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from in_a_terminal import InATerminal

from reader.sources.bundled import articles

ROUNDS = 9
PATIENCE = 60
TEN_MEGABYTES = 10_000_000
ANSWERS = {b"\x1b[>q": b"\x1bP>|XTerm(390)\x1b\\", b"\x1b[>c": b"\x1b[>41;390;0c", b"\x1b[c": b"\x1b[?64;1;2c"}
"""What xterm says to XTVERSION, DA2 and DA1."""

BARE = """
from pathlib import Path
from textual.app import App
from textual.widgets import Static
class Bare(App):
    def compose(self):
        yield Static(Path({path!r}).read_text("utf-8"), markup=False)
Bare().run()
"""


def seconds_to_paint(command: list[str]) -> float:
    """Wall seconds from the start of `command` until the first Arabic letter (any form) is written."""
    began = time.perf_counter()
    with InATerminal(command, columns=120, rows=40, patience=PATIENCE) as started:
        unanswered = dict(ANSWERS)
        while not _has_arabic(started.written):
            started.read()
            for question in [question for question in unanswered if question in started.written]:
                started.type(unanswered.pop(question))
        return time.perf_counter() - began


def _has_arabic(written: bytes) -> bool:
    return any("\u0620" <= c <= "\u06ff" or "\ufb50" <= c <= "\ufefc" for c in written.decode(errors="ignore"))


def main() -> None:
    """Print the medians and their ratios."""
    article = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    text = article.read_text("utf-8") if article else _bundled()
    with tempfile.TemporaryDirectory() as folder:
        small, large = Path(folder, "small.txt"), Path(folder, "large.txt")
        small.write_text(text, "utf-8")
        large.write_text((text + "\n\n") * (TEN_MEGABYTES // len(text.encode()) + 1), "utf-8")
        contestants = {
            "bare Textual app": [sys.executable, "-c", BARE.format(path=str(small))],
            "qari, the article": [sys.executable, "-m", "reader", str(small)],
            "qari, 10 MB": [sys.executable, "-m", "reader", str(large)],
        }
        for command in contestants.values():
            seconds_to_paint(command)
        spent: dict[str, list[float]] = {name: [] for name in contestants}
        for _ in range(ROUNDS):
            for name, command in contestants.items():
                spent[name].append(seconds_to_paint(command))
    median = {name: statistics.median(times) for name, times in spent.items()}
    for name, times in spent.items():
        middle, least, most = (1000 * value for value in (median[name], min(times), max(times)))
        print(f"{name:20} median {middle:5.0f} ms   min {least:5.0f}   max {most:5.0f}")
    bare, one, ten = median.values()
    print(f"first paint, the article / bare Textual app: {one / bare:.2f}")
    print(f"first paint, 10 MB / the article:            {ten / one:.2f}")


def _bundled() -> str:
    from reader.reading import Reading

    return Reading.open(articles()[0].name).document.text


if __name__ == "__main__":
    main()
