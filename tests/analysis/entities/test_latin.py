"""Which names a Latin spelling finds."""

import pytest

from reader.analysis.entities.latin import by_latin
from reader.analysis.model import Entity, EntityType, Mention
from reader.text.span import Span

NAMES = (
    *(("person", name) for name in (
        "فلاديمير بوتين", "كيم جونغ أون", "سيرجي شويجو", "محمد صلاح", "أنغيلا ميركل", "جورج واشنطن", "خالد الدباغ",
        "يوسف شاهين", "كمال أتاتورك",
    )),
    *(("location", name) for name in ("القاهرة", "فوستوتشني", "طوكيو", "الخرطوم", "باريس", "بغداد")),
    *(("product", name) for name in ("توبوليف 160", "F-16")),
)  # fmt: skip
ENTITIES = tuple(
    Entity(f"e{number}", EntityType(type_), name, (Mention(Span(number, number + 1), EntityType(type_)),))
    for number, (type_, name) in enumerate(NAMES)
)


@pytest.mark.parametrize(
    ("query", "expected", "why"),
    [
        ("putin", ["فلاديمير بوتين"], "p is written with a ba"),
        ("Vladimir Putin", ["فلاديمير بوتين"], "two words, both in the name"),
        ("Kim", ["كيم جونغ أون"], "a short name, sound for sound"),
        ("Jong-un", ["كيم جونغ أون"], "a part with a hyphen"),
        ("Shoigu", ["سيرجي شويجو"], "sh"),
        ("mohamed", ["محمد صلاح"], "one of many spellings"),
        ("Muhammad Salah", ["محمد صلاح"], "another"),
        ("Merkel", ["أنغيلا ميركل"], "vowels are overlooked"),
        ("washington", ["جورج واشنطن"], "w at the beginning, and a sound that Arabic leaves out"),
        ("Vostochny", ["فوستوتشني"], "ch is written with two letters"),
        ("Tokyo", ["طوكيو"], "an emphatic letter"),
        ("khartoum", ["الخرطوم"], "kh, and an article"),
        ("Tu 160", ["توبوليف 160"], "a maker by its short name, with the number"),
        ("Tu 22", [], "another number is another product"),
        ("Chahine", ["يوسف شاهين"], "French ch"),
        ("xyz", [], "nobody"),
        ("بوتين", [], "no Latin letter"),
        ("", [], "nothing"),
    ],
)
def test_by_latin(query: str, expected: list[str], why: str) -> None:
    assert [entity.name for entity in by_latin(query, ENTITIES)][: max(1, len(expected))] == expected, why
