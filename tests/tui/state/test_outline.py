"""The headings of a text."""

from __future__ import annotations

import pytest

from reader.reading import Reading
from reader.tui.state.outline import current, headings

MARKDOWN = "## أول\n\nنص.\n\n### فرع\n\nنص.\n\n## ثانٍ\n\nنص.\n"


@pytest.fixture
def reading(tmp_path_factory: pytest.TempPathFactory) -> Reading:
    file = tmp_path_factory.mktemp("outline") / "a.md"
    file.write_text(MARKDOWN, "utf-8")
    return Reading.open(str(file))


def test_headings_in_order_with_their_depth(reading: Reading) -> None:
    assert [(entry.text, entry.depth) for entry in headings(reading.document)] == [("أول", 0), ("فرع", 1), ("ثانٍ", 0)]


def test_the_heading_one_is_under(reading: Reading) -> None:
    entries, text = headings(reading.document), reading.document.text
    starts = [entry.span.start for entry in entries]
    for position in range(len(text)):
        under = [index for index, start in enumerate(starts) if start <= position]
        assert current(entries, position) == (under[-1] if under else 0)
