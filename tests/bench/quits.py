"""Whether qari ends as it should, whatever it is at: told to end at random moments of start-up and analysis.

    python tests/bench/quits.py [--tries N] [--busy N] [--seed N]

A table with a row for each way to end and each of two texts: tries, how many of them ended with the right exit code,
with nothing on stderr, with the terminal as it was, and the longest time that it took (of a key: from when there is
somebody to read it). Exits with 1 where a try went wrong. `--busy` keeps so many processor cores at work meanwhile.

The moments begin with the program's first line: before it, Ctrl-C is the interpreter's.
"""

from __future__ import annotations

import argparse
import random
import re
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from in_a_terminal import InATerminal, StuckError

from reader.reading import Reading
from reader.sources.bundled import articles

TEXTS = {"5 KB": 5_000, "3 MB": 3_000_000}
PATIENCE = 120
START_UP, ANALYSIS = 1.0, 8.0
"""Seconds within which the moments lie, in turn."""
BUSY = "import os\nours = os.getppid()\nwhile os.getppid() == ours: pass"
LISTENING = b"\x1b[?1003h"
"""Textual has the terminal and reads keys."""


class Way(NamedTuple):
    """How it is told to end: keys, a signal, or (neither) a terminal that is closed."""

    name: str
    code: int
    keys: bytes = b""
    number: int | None = None
    arguments: tuple[str, ...] = ()


JSON = ("-f", "json")
WAYS = (
    Way("q", 0, keys=b"q"),
    Way("Ctrl-C", 130, keys=b"\x03"),
    Way("INT", 130, number=signal.SIGINT),
    Way("TERM", 143, number=signal.SIGTERM),
    Way("HUP", 129, number=signal.SIGHUP),
    Way("closed", 129),
    Way("INT, json", 130, number=signal.SIGINT, arguments=JSON),
    Way("TERM, json", 143, number=signal.SIGTERM, arguments=JSON),
    Way("HUP, json", 129, number=signal.SIGHUP, arguments=JSON),
)


@dataclass
class Row:
    """What came of all tries of one way with one text."""

    tries: int = 0
    codes: int = 0
    silent: int = 0
    restored: int = 0
    longest: float = 0.0
    faults: list[str] = field(default_factory=list)


def main() -> int:
    """Try, tell, and say whether all went well."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tries", type=int, default=6, help="of each way with each text")
    parser.add_argument("--busy", type=int, default=0, help="cores to be kept busy")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        for _ in range(options.busy):
            stack.callback(subprocess.Popen([sys.executable, "-c", BUSY]).kill)
        rows = {
            (way.name, size): tried(way, written(folder / f"{size}.txt", length), options.tries, chance)
            for size, length in TEXTS.items()
            for way in WAYS
        }
    print(f"{'':12} {'text':6}tries  code  silent  restored   longest")
    for (way, size), row in rows.items():
        figures = f"{row.tries:5} {row.codes:5} {row.silent:7} {row.restored:9} {row.longest:8.2f} s"
        print(f"{way:12} {size:6}{figures}")
        print(*row.faults, sep="\n", end="\n" * bool(row.faults))
    return any(row.faults for row in rows.values())


def written(file: Path, length: int) -> Path:
    """A text of about so many bytes: sentences of our articles, in an order of its own each time they come."""
    if not file.exists():
        chance, text = random.Random(length), ""
        sentences = [
            sentence
            for article in articles()
            for sentence in re.split(r"(?<=\.)\s+|\n+", Reading.open(article.name).document.text)
            if sentence
        ]
        paragraphs: list[str] = []
        while sum(map(len, paragraphs)) < length // 2:  # letters of two bytes
            chance.shuffle(sentences)
            paragraphs += (" ".join(sentences[begin : begin + 4]) for begin in range(0, len(sentences), 4))
        text = "\n\n".join(paragraphs)
        file.write_bytes(text.encode()[:length].decode(errors="ignore").encode())
    return file


def tried(way: Way, text: Path, tries: int, chance: random.Random) -> Row:
    """Tries that end in time by themselves do not count."""
    row = Row()
    for number, span in enumerate(cycle((START_UP, ANALYSIS))):
        if row.tries == tries:
            return row
        moment = chance.uniform(0, span)
        try:
            one_try(way, text, moment, row, on_terminal=number % 4 < 2)
        except StuckError as stuck:
            row.tries += 1
            row.faults.append(f"at {moment:.3f} s: {stuck}")
        print(".", end="", file=sys.stderr, flush=True)
    raise AssertionError


def one_try(way: Way, text: Path, moment: float, row: Row, *, on_terminal: bool) -> None:
    """Start it, tell it to end at the moment, and enter in the row how it did. Stderr is the terminal or a file."""
    command = [sys.executable, "-m", "reader", *way.arguments, str(text)]
    with tempfile.TemporaryFile() as log, tempfile.TemporaryFile() as out:
        stderr, stdout = None if on_terminal else log, out if way.arguments else None
        with InATerminal(command, patience=PATIENCE, stderr=stderr, stdout=stdout) as qari:
            if not watched(qari, moment):
                return
            told = tell(qari, way)
            while way.keys and LISTENING not in qari.written and qari.read():
                told = time.monotonic()
            code = qari.wait()
            row.longest = max(row.longest, time.monotonic() - told)
            changed = qari.left_changed() if qari.terminal >= 0 else []
        log.seek(0)
        said = log.read().decode(errors="replace")
    row.tries += 1
    row.codes += code == way.code
    row.silent += not said
    row.restored += not changed
    if code != way.code or said or changed:
        row.faults.append(f"at {moment:.3f} s: exit code {code}, stderr {said!r}, left changed: {changed}")


def watched(qari: InATerminal, moment: float) -> bool:
    """Read on until so long after the first line of the program; whether it is still there then."""
    while not _catches_signals(qari.pid):
        if not qari.read(0.001):
            return False
    begin = time.monotonic()
    while (left := begin + moment - time.monotonic()) > 0:
        if not qari.read(left):
            return False
    return True


def _catches_signals(pid: int) -> bool:
    _, _, caught = Path(f"/proc/{pid}/status").read_text().partition("SigCgt:")
    return bool(int(caught.split()[0], 16) >> (signal.SIGTERM - 1) & 1)


def tell(qari: InATerminal, way: Way) -> float:
    """Tell it to end; when that was."""
    if way.keys:
        qari.type(way.keys)
    elif way.number is not None:
        qari.send(way.number)
    else:
        qari.hang_up()
    return time.monotonic()


if __name__ == "__main__":
    sys.exit(main())
