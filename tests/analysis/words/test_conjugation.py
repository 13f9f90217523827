"""The forms that the lexicon's verbs and nouns are looked up in."""

import pytest

from reader.analysis.words import conjugation
from reader.analysis.words.keys import key

PERFECTS = [
    ("أعاد", "أعيدت", "the passive of a hollow verb"),
    ("ألقى", "ألقاها", "a final ya before an object"),
    ("دمّر", "دمروها", "the plural before an object"),
    ("حاصر", "حوصر", "the passive of form III"),
    ("غزا", "غزت", "a final alef falls before the feminine"),
]
IMPERFECTS = [
    ("أقام", "يقيم", "hollow form IV"),
    ("استعاد", "يستعيد", "hollow form X"),
    ("انهار", "ينهار", "hollow form VII keeps its alef"),
    ("أسّس", "يؤسس", "form II of a verb that begins with hamza"),
    ("تولّى", "يتولى", "form V"),
]
MASDARS = [
    ("وقّع", "توقيع", "form II"),
    ("افتتح", "افتتاح", "form VIII"),
    ("اغتال", "اغتيال", "hollow form VIII"),
    ("أقام", "اقامة", "hollow form IV"),
    ("حاصر", "محاصرة", "form III"),
    ("كتب", None, "form I has no rule"),
]


@pytest.mark.parametrize(("verb", "form", "why"), PERFECTS)
def test_perfect(verb: str, form: str, why: str) -> None:
    assert key(form) in set(conjugation.perfects(verb)), why


@pytest.mark.parametrize(("verb", "form", "why"), IMPERFECTS)
def test_imperfect(verb: str, form: str, why: str) -> None:
    assert conjugation.imperfect(verb) == form, why
    assert key(form) in set(conjugation.imperfects(verb, None)), why


@pytest.mark.parametrize(("verb", "form", "why"), MASDARS)
def test_masdar(verb: str, form: str | None, why: str) -> None:
    assert conjugation.masdar(verb) == form, why


@pytest.mark.parametrize("verb", [verb for verb, *_ in (*PERFECTS, *IMPERFECTS)])
def test_forms_are_keys(verb: str) -> None:
    forms = [*conjugation.perfects(verb), *conjugation.imperfects(verb, None)]
    assert [key(form) for form in forms] == forms
