"""Where one was, in another version of a text."""

from __future__ import annotations

import pytest

from reader.tui.state.place import place_again

LINES = [f"السطر رقم {number} من كتاب طويل عن البحر والسفر وما رآه المسافر.\n" for number in range(100)]
TEXT = "".join(LINES)
HERE = TEXT.index(LINES[50])
TWICE = TEXT.replace(LINES[50], LINES[50] * 2)


@pytest.mark.parametrize(
    ("position", "other", "expected"),
    [
        pytest.param(HERE, TEXT, HERE, id="the same"),
        pytest.param(HERE, "مقدمة جديدة.\n" + TEXT, HERE + 13, id="something put before it"),
        pytest.param(HERE, TEXT.replace(LINES[3], ""), HERE - len(LINES[3]), id="something taken away before it"),
        pytest.param(HERE, TWICE, HERE, id="the nearest of several"),
        pytest.param(HERE, TEXT.replace(LINES[50], ""), None, id="taken away itself"),
        pytest.param(0, "مقدمة جديدة.\n" + TEXT, 0, id="the beginning stays the beginning"),
        pytest.param(HERE, "", 0, id="nothing is left"),
    ],
)
def test_place_again(position: int, other: str, expected: int | None) -> None:
    found = place_again(TEXT, position, other)
    assert found == expected if expected is not None else abs(found - HERE) < len(LINES[50])
