"""The cases that the suite reads are its own: a clone elsewhere tests the same."""

from __future__ import annotations

from pathlib import Path

import pytest

OURS = Path(__file__).parent / "data" / "cases"
SHARED = Path(__file__).resolve().parents[2] / "shared" / "cases"


@pytest.mark.parametrize("name", ["alias_pairs.json", "reader_cases.jsonl", "timex_cases.jsonl"])
def test_ours_are_those_beside_the_checkout(name: str) -> None:
    if not (SHARED / name).is_file():
        pytest.skip(f"../shared/cases/{name} is not here: ours was not compared")
    theirs, ours = ((folder / name).read_text("utf-8").splitlines() for folder in (SHARED, OURS))
    assert ours == theirs, f"copy ../shared/cases/{name} to tests/data/cases, and read the difference"
