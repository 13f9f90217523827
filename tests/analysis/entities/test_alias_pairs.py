"""Spellings that are one name, and names that are not one however alike they look."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from reader.analysis.entities import gather
from reader.analysis.model import EntityType, Mention
from reader.analysis.words import lexicon
from reader.text.span import Span

FILE = Path(__file__).resolve().parents[2] / "data" / "cases" / "alias_pairs.json"
PAIRS: dict[str, list[list[str]]] = json.loads(FILE.read_text("utf-8"))
GAPS = {
    ("شي جين بينغ", "شي جينبينغ"): "three words, and two",
    ("إسطنبول", "اسطمبول"): "an «n» before a «b», and a hamza",
    ("مالي", "مالاوي"): "vowels cost little, and the longer is in no list",
    ("جورج", "جورجيا"): "a man's name, and with an ending a country's",
    ("الكونغو", "كونغ"): "the article and a last vowel cost little",
    ("بوش", "بوتش"): "a «t» before «sh» costs little",
}
"""What is not told yet, and why."""


def pairs(kind: str) -> list[Any]:
    return [pytest.param(*pair, id=" / ".join(pair), marks=_gap(tuple(pair))) for pair in PAIRS[kind]]


def _gap(pair: tuple[str, ...]) -> Any:
    return pytest.mark.xfail(strict=True, reason=GAPS[pair]) if pair in GAPS else ()


def entities(*names: str) -> int:
    """How many there are in a text of these names, which are of one type."""
    text = "\n".join(names)
    starts = [text.index("\n" + name) + 1 if at else 0 for at, name in enumerate(names)]
    type_ = _type(names[0])
    mentions = [Mention(Span(at, at + len(name)), type_) for at, name in zip(starts, names, strict=True)]
    return len(gather(text, mentions).entities)


def _type(name: str) -> EntityType:
    if any(character.isdigit() for character in name):
        return EntityType.PRODUCT
    if name in ("جوجل", "غوغل"):
        return EntityType.ORGANISATION
    return EntityType.LOCATION if lexicon.place(name) else EntityType.PERSON


@pytest.mark.parametrize(("one", "other"), pairs("same"))
def test_one_name(one: str, other: str) -> None:
    assert entities(one, other) == entities(other, one) == 1


@pytest.mark.parametrize(("one", "other"), pairs("different"))
def test_two_names(one: str, other: str) -> None:
    assert entities(one, other) == entities(other, one) == 2
