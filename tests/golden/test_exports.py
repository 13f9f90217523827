"""What leaves the program, to the byte."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader import resources
from reader.analysis.model import EntityType
from reader.export import ansi, json_document, plain, tables
from reader.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.reading import Reading

    Golden = Callable[[str, str | bytes], None]
    Known = Callable[[str], Reading]

SOURCES = ("mutanabbi", "python", "hostile.txt")
pytestmark = pytest.mark.parametrize("source", SOURCES)


def file(source: str, ending: str) -> str:
    return f"{source.removesuffix('.txt')}.{ending}"


def test_text_is_the_source(known: Known, source: str) -> None:
    made = plain.text_bytes(known(source).document)
    bundled = resources.folder("content") / source / "text.txt"
    assert made == (bundled if bundled.exists() else Path(source)).read_bytes()


def test_text_on_a_terminal(golden: Golden, known: Known, source: str) -> None:
    document = known(source).document
    made = plain.text_for_terminal(document)
    if source == "hostile.txt":
        golden("hostile.shown", made)
    else:
        assert made == plain.text_bytes(document)


def test_json(golden: Golden, known: Known, source: str) -> None:
    golden(file(source, "json"), "".join(json_document.parts(known(source), "ar")) + "\n")


def test_rows_of_entities(golden: Golden, known: Known, source: str) -> None:
    rows = list(tables.entity_rows(known(source), EntityType))
    golden(file(source, "entities.tsv"), tables.as_tsv(tables.ENTITY_COLUMNS, rows))
    golden(file(source, "entities.csv"), tables.as_csv(tables.ENTITY_COLUMNS, rows))


def test_rows_of_events(golden: Golden, known: Known, source: str) -> None:
    rows = list(tables.event_rows(known(source)))
    golden(file(source, "events.tsv"), tables.as_tsv(tables.EVENT_COLUMNS, rows))
    golden(file(source, "events.csv"), tables.as_csv(tables.EVENT_COLUMNS, rows))


def test_picture(golden: Golden, known: Known, source: str) -> None:
    settings = Settings(width=60)
    golden(file(source, "ansi"), "".join(ansi.render(known(source), settings, colour=True)))
    golden(file(source, "plain.ansi"), "".join(ansi.render(known(source), settings, colour=False)))
