"""How long a search of 10 MB takes on the screen: milliseconds to the first match and to the count of all.

    python tests/bench/finding.py [--reading]

Medians of five, each after another query, as when typing; the first search of all, in which the text is folded, stands
alone. The last column is the longest time in which the screen answered nothing. With `--reading` the names of the text
are being looked for meanwhile, as after it has just been opened.
"""

from __future__ import annotations

import asyncio
import os
import random
import statistics
import sys
import time
from typing import TYPE_CHECKING

from textual import events

from reader.analysis.model import Analysis
from reader.document.build import plain_blocks
from reader.document.model import Document, Source
from reader.reading import Reading
from reader.settings import Settings
from reader.sources.bundled import articles
from reader.tui.app import QariApp
from reader.tui.screens.reading import ReadingScreen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reader.text.span import Span

SIZE = 10_000_000
"""Bytes of UTF-8."""
RARE = "زنجفور"
QUERIES = ("بوتين", "وزير الدفاع", "كتاب", "ال", "ا", "2023", "putin", "وبالكتاب", RARE, "ليسهناك")
PATTERNS = (r"كا?ت\w*", r"\d{4}", r"(\w+\s?)+؟")
RUNS = 5


class Unread(Reading):
    """Nothing is looked for in it but what the bench looks for."""

    def analyses(
        self, stop: Callable[[], bool] = lambda: False, view: Callable[[], Span] | None = None
    ) -> Iterator[Analysis]:
        del stop, view
        self.analysis = Analysis(complete=True)
        yield self.analysis


def long_text() -> str:
    """Paragraphs of the articles, each begun at another word, up to `SIZE`; one word that there is but once ends it."""
    dice = random.Random(1)
    texts = [Reading.open(article.name).document.text for article in articles()]
    paragraphs = [paragraph.split() for text in texts for paragraph in text.split("\n\n") if len(paragraph) > 40]
    parts, size = [], 0
    while size < SIZE:
        words = dice.choice(paragraphs)
        begin = dice.randrange(len(words))
        parts.append(" ".join(words[begin:] + words[:begin]))
        size += len(parts[-1].encode()) + 2
    return "\n\n".join([*parts, RARE])


async def searched(app: QariApp, screen: ReadingScreen, query: str) -> tuple[float, float, float, int]:
    """Seconds to the first match, to the last, the longest without an answer; and how many there are."""
    finding = screen.parts.searching._finding
    screen.parts.searching.clear()
    app.post_message(events.Paste(query))
    began = last = time.perf_counter()
    first, gap = 0.0, 0.0
    while screen.parts.searching._query.text != query or not finding.complete:
        await asyncio.sleep(0.001)
        now = time.perf_counter()
        gap, last = max(gap, now - last), now
        if finding.hits and not first:
            first = now - began
    end = time.perf_counter()
    return first or end - began, end - began, max(gap, end - last), len(finding.hits)


async def main(reading: type[Reading]) -> None:
    text = long_text()
    app = QariApp([reading(Document(text, plain_blocks(text), Source("ten", "text", "utf-8", "")))], Settings())
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("/")
        screen = app.screen
        assert isinstance(screen, ReadingScreen)
        print(f"{len(text):,} code points, {len(text.encode()):,} bytes")
        print("the first search of all: first {:.0f}, all {:.0f}, gap {:.0f} ms".format(
            *(1000 * seconds for seconds in (await searched(app, screen, "موسكو"))[:3])
        ))  # fmt: skip
        for queries in (QUERIES, PATTERNS):
            for query in queries:
                runs = [await searched(app, screen, query) for _ in range(RUNS)]
                first, all_, gap = (1000 * statistics.median(run[part] for run in runs) for part in range(3))
                print(f"{query:>12}  first {first:6.0f}  all {all_:6.0f}  gap {gap:5.0f} ms  {runs[0][3]:,} matches")
            screen.parts.searching.switch_regex()
    print("load", *(f"{load:.1f}" for load in os.getloadavg()))


if __name__ == "__main__":
    asyncio.run(main(Reading if "--reading" in sys.argv else Unread))
