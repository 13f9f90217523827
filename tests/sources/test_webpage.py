from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from written import written

from reader.sources.open import open_source

PAGES = Path(__file__).parents[1] / "data" / "documents" / "pages"


@pytest.mark.parametrize("name", sorted(path.stem for path in PAGES.glob("*.toml")))
def test_a_saved_page_is_its_article(name: str) -> None:
    expected = tomllib.loads((PAGES / f"{name}.toml").read_text(encoding="utf-8"))
    document = open_source(PAGES / f"{name}.html")
    assert written(document) == expected["text"].strip(), expected["why"]
    assert document.metadata.title == expected["title"]
    assert document.metadata.date == expected.get("date")
    assert document.metadata.author == expected.get("author")
    assert document.source.kind == "html"
    assert document.source.encoding == expected.get("encoding", "utf-8")
