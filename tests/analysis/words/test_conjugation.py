"""The forms that the lexicon's verbs and nouns are looked up in."""

import pytest

from reader.analysis.words import conjugation
from reader.analysis.words.keys import key

PERFECTS = [
    ("قال", "قالت", "hollow form I"),
    ("أعاد", "أعيدت", "the passive of a hollow verb"),
    ("ألقى", "ألقيت", "the passive of a verb that ends in ya"),
    ("دمّر", "دمروا", "the plural"),
    ("حاصر", "حوصر", "the passive of form III"),
    ("غزا", "غزت", "a final alef falls before the feminine"),
    ("غزا", "غزوا", "and before the plural"),
]
PERFECTS_OF = [
    ("ألقى", "ألقاها", "a final ya before an object"),
    ("دمّر", "دمروها", "the plural before an object"),
    ("أعلن", "أعلنته", "the feminine before an object"),
]
IMPERFECTS = [
    ("كتب", "يكتبون", "the plural of a sound verb"),
    ("أقام", "يقيم", "hollow form IV"),
    ("استعاد", "يستعيد", "hollow form X"),
    ("استعاد", "يستعاد", "and its passive"),
    ("انهار", "ينهار", "hollow form VII keeps its alef"),
    ("أسّس", "يؤسس", "form II of a verb that begins with hamza"),
    ("تولّى", "يتولى", "form V"),
    ("ألقى", "تلقون", "a final ya falls before the plural"),
]
TOLD = [
    ("قال", "يقول", "تقول", "what the lexicon says goes before the rule"),
    ("ليس", "-", None, "a verb without an imperfect"),
]
MASDARS = [
    ("وقّع", "توقيع", "form II"),
    ("سمّى", "تسمية", "form II that ends in ya"),
    ("برّأ", "تبرئة", "form II that ends in hamza"),
    ("حاصر", "محاصرة", "form III"),
    ("أوقف", "ايقاف", "form IV: waw behind a kasra is ya"),
    ("أقام", "اقامة", "hollow form IV"),
    ("أنشأ", "انشاء", "form IV that ends in hamza"),
    ("ترشّح", "ترشح", "form V"),
    ("انطلق", "انطلاق", "form VII"),
    ("افتتح", "افتتاح", "form VIII"),
    ("اغتال", "اغتيال", "hollow form VIII"),
    ("استأصل", "استئصال", "form X: a hamza behind a kasra sits on ya"),
    ("استورد", "استيراد", "form X with waw"),
    ("استعاد", "استعادة", "hollow form X"),
    ("كتب", None, "form I has no rule"),
]


@pytest.mark.parametrize(("verb", "form", "why"), PERFECTS)
def test_perfect(verb: str, form: str, why: str) -> None:
    assert key(form) in set(conjugation.perfects(verb)), why


@pytest.mark.parametrize(("verb", "form", "why"), PERFECTS_OF)
def test_perfect_with_an_object(verb: str, form: str, why: str) -> None:
    assert key(form) in set(conjugation.perfects_of(verb)), why
    assert key(form) not in set(conjugation.perfects(verb)), why


@pytest.mark.parametrize(("verb", "form", "why"), IMPERFECTS)
def test_imperfect(verb: str, form: str, why: str) -> None:
    assert key(form) in set(conjugation.imperfects(verb)), why
    assert key(form + "ها") in set(conjugation.imperfects_of(verb)) or form.endswith("ون"), why


@pytest.mark.parametrize(("verb", "told", "form", "why"), TOLD)
def test_imperfect_of_the_lexicon(verb: str, told: str, form: str | None, why: str) -> None:
    made = set(conjugation.imperfects(verb, told))
    assert form in made if form else not made, why


@pytest.mark.parametrize(("verb", "form", "why"), MASDARS)
def test_masdar(verb: str, form: str | None, why: str) -> None:
    assert conjugation.masdar(verb) == form, why


def test_a_noun_is_met_bound_and_in_the_plural() -> None:
    assert {"زياره", "زيارته", "زيارات"} <= set(conjugation.nouns("زيارة"))


def test_the_first_two_forms_of_a_noun_take_the_article() -> None:
    assert conjugation.nouns("زيارة")[:2] == ("زياره", "زيارات")
    assert conjugation.nouns("اجتماع")[:2] == ("اجتماع", "اجتماعات")


@pytest.mark.parametrize("verb", [verb for verb, *_ in (*PERFECTS, *IMPERFECTS)])
def test_forms_are_keys(verb: str) -> None:
    makers = (conjugation.perfects, conjugation.perfects_of, conjugation.imperfects, conjugation.imperfects_of)
    forms = [form for make in makers for form in make(verb)]
    assert [key(form) for form in forms] == forms
