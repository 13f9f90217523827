"""The lists: sound in themselves, and what they say about a word."""

from __future__ import annotations

import re

import pytest

from reader.analysis.words import lexicon
from reader.analysis.words.keys import key

WORDS = list(lexicon.lines("words.txt"))


def test_the_words_are_keys_each_once() -> None:
    assert [word for word in WORDS if key(word) != word or not re.fullmatch("[ء-ي]{2,}", word)] == []
    assert len(set(WORDS)) == len(WORDS) == 40_000


def test_the_commonest_words_come_first() -> None:
    assert {"في", "من", "ان"} <= set(WORDS[:10])


@pytest.mark.parametrize("name", ["given_names.tsv", "titles.tsv", "organisations.tsv", "places_gated.txt"])
def test_a_list_has_one_entry_a_line_each_once(name: str) -> None:
    entries = list(lexicon.lines(name))
    assert len(set(entries)) == len(entries)
    assert [entry for entry in entries if entry != entry.strip() or re.search("[|;]|  ", entry)] == []


def test_given_names_have_known_flags() -> None:
    flags = {flag for line in lexicon.lines("given_names.tsv") for flag in line.partition("\t")[2].split()}
    assert flags == {"word", "foreign"}


def test_titles_are_of_known_kinds() -> None:
    assert {line.split("\t")[1] for line in lexicon.lines("titles.tsv")} == {"plain", "office"}


COMMON = [
    ("كتاب", "a word of the list"),
    ("والكتاب", "with the article and what may stand before it"),
    ("للكتاب", "whose alef is lost to «ل»"),
    ("وكتاب", "behind a conjunction"),
    ("بكتاب", "behind a preposition"),
    ("كتابها", "with its owner"),
    ("مندوبين", "in another case and number"),
]
NOT_COMMON = [
    ("بوتين", "what begins like a clitic"),
    ("ميركل", "a name"),
    ("زارينا", "«نا» ends names as often"),
    ("محمد", "a given name that is no word"),
]


@pytest.mark.parametrize(("word", "why"), COMMON)
def test_common(word: str, why: str) -> None:
    assert lexicon.word(key(word)).common, why


@pytest.mark.parametrize(("word", "why"), NOT_COMMON)
def test_not_common(word: str, why: str) -> None:
    assert not lexicon.word(key(word)).common, why


@pytest.mark.parametrize(
    ("word", "inflected", "why"),
    [
        ("وفد", True, "«و» may stand before a short word"),
        ("بفد", False, "a preposition may not"),
        ("سميره", False, "of a short stem no ending is taken off"),
        ("مندوبه", True, "of a longer one it is"),
    ],
)
def test_inflected(word: str, inflected: bool, why: str) -> None:
    assert lexicon.is_inflected(word, {"فد", "سمي", "مندوب"}) is inflected, why


def test_the_first_kind_of_a_title_is_an_office() -> None:
    """«وزير» alone stands before a name, but before a complement too."""
    assert lexicon.titles().find(["وزير"]) == "office"
    assert lexicon.titles().find(["دكتور"]) == "plain"


def test_every_name_of_a_body_leads_to_its_first() -> None:
    assert lexicon.organisation("الناتو") == lexicon.organisation("حلف الناتو") == "حلف شمال الأطلسي"
