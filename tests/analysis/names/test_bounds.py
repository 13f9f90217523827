"""Where a name that the recogniser found is set right, each row with why it stands here."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from bracketed import block_of, left_of

from reader.analysis.model import EntityType, Mention
from reader.analysis.names import bounds
from reader.analysis.names.block import Block
from reader.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable

    Rule = Callable[[Block, Mention], Mention]

PERSON, BODY, PLACE = EntityType.PERSON, EntityType.ORGANISATION, EntityType.LOCATION


@pytest.mark.parametrize(
    ("rule", "type_", "text", "found", "right", "why"),
    [
        (
            bounds.person_without_clitic,
            PERSON,
            "التقى بوائل أبو فاعور",
            "بوائل أبو فاعور",
            "وائل أبو فاعور",
            "a clitic",
        ),
        (bounds.person_without_clitic, PERSON, "جلس كخالد هنا", "كخالد", "خالد", "of likeness"),
        (bounds.person_without_clitic, PERSON, "ثم ولليلى", "ولليلى", "ليلى", "two in a row"),
        (bounds.person_without_clitic, PERSON, "زار كلارا", "كلارا", "كلارا", "the whole is a given name as well"),
        (bounds.person_without_clitic, PERSON, "زار فلورا", "فلورا", "فلورا", "a foreign name that another ends with"),
        (
            bounds.person_without_clitic,
            PERSON,
            "سجل لامين يامال",
            "لامين يامال",
            "لامين يامال",
            "the article of the Maghreb",
        ),
        (bounds.person_without_clitic, PERSON, "قال بورغن", "بورغن", "بورغن", "nothing is left that a list knows"),
        (
            bounds.without_preposition,
            BODY,
            "عرضت أم تي في الحلقة",
            "أم تي",
            "أم تي في",
            "a letter called so",
        ),
        (bounds.without_preposition, BODY, "عرضت أم تي في الحلقة", "أم تي في", "أم تي في", "it stays"),
        (bounds.with_capital, PLACE, "وصل إلى الجزائر العاصمة أمس", "الجزائر", "الجزائر العاصمة", "the city"),
        (bounds.with_capital, PLACE, "زار باريس العاصمة أمس", "باريس", "باريس", "a city that no land is called like"),
        (bounds.with_capital, PLACE, "غادر تونس، العاصمة تغلي", "تونس", "تونس", "a sign stands between"),
        (bounds.without_preposition, BODY, "عرضت إم بي سي في رمضان", "إم بي سي في", "إم بي سي", "a preposition"),
    ],
)
def test_bounds(rule: Rule, type_: EntityType, text: str, found: str, right: str, why: str) -> None:
    start = text.index(found)
    mended = rule(Block(text, Span(0, len(text))), Mention(Span(start, start + len(found)), type_))
    assert mended.span.of(text) == right, why


@pytest.mark.parametrize(
    ("text", "type_", "right", "why"),
    [
        ("منذ [الحرب الروسية على] [أوكرانيا] مرت", EntityType.WORK, "الحرب الروسية على أوكرانيا", "on to the place"),
        ("عقدت [لجنة الحدود بين] [إيطاليا] ومصر", EntityType.ORGANISATION, "لجنة الحدود بين إيطاليا", "a body's too"),
        ("منذ [الحرب الروسية على] الجارة [أوكرانيا]", EntityType.WORK, "الحرب الروسية", "no place behind it"),
        ("عاد [زيد بن علي من] [دمشق] أمس", EntityType.PERSON, "زيد بن علي", "a person is not of a place so"),
    ],
)
def test_preposition_before_a_place(text: str, type_: EntityType, right: str, why: str) -> None:
    block = block_of(text, EntityType.LOCATION)
    name = replace(block.found[0], type=type_)
    assert bounds.without_preposition(block, name).span.of(block.text) == right, why


@pytest.mark.parametrize(
    ("text", "score", "left", "why"),
    [
        ("عرضت [قناة] [سي بي سي] الحلقة", 0.6, ["سي بي سي"], "what a body is, before what it is called"),
        (
            "فاز [فيردر بريمن] [Werder Bremen] أمس",
            0.99,
            ["فيردر بريمن", "Werder Bremen"],
            "a name of its own, and sure",
        ),
    ],
)
def test_bodies_side_by_side(text: str, score: float, left: list[str], why: str) -> None:
    block = block_of(text, BODY, score)
    bounds.join(block)
    assert left_of(block) == left, why


@pytest.mark.parametrize(
    ("line", "left", "why"),
    [
        ("درس في [جامعة “محمد الأول]” أمس", ["جامعة “محمد الأول”"], "the sign stands right behind"),
        ('غرقت [يو إس إس "مادوكس]" أمس', ['يو إس إس "مادوكس"'], "both signs are the same"),
        ('توفي "[هانز" ديلف] أمس', ['"هانز" ديلف'], "the first one is left out"),
        ("أدارت [مستشفى «][الملك فيصل]» أمس", ["مستشفى", "الملك فيصل"], "nothing stands in it"),
        ("أعادوا (دستور [١٨٨٣)] أمس", ["١٨٨٣"], "the sign of more than the name"),
        ("قال [«زورك] ديلف» أمس", ["زورك"], "the same before it"),
        ("كتب [راي «ديلف» زورك] أمس", ["راي «ديلف» زورك"], "whole as it is"),
        ("قال [زورك «ديلف] باتغ» أمس", ["زورك «ديلف"], "where it ends nobody knows"),
        ('قال [زورك "ديلف]["باتغ" كوادي] أمس', ['زورك "ديلف', '"باتغ" كوادي'], "a sign is of one name alone"),
        ("قال [«] ثم", [], "a sign is no name"),
    ],
)
def test_no_name_holds_half_a_quotation(line: str, left: list[str], why: str) -> None:
    block = block_of(line)
    bounds.close_pairs(block)
    assert left_of(block) == left, why
