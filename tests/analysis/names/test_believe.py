"""What of the recogniser's answer is believed, each row with why it stands here."""

import pytest
from bracketed import block_of, left_of

from reader.analysis.model import EntityType
from reader.analysis.names import believe, gazetteer

PERSON, PLACE, BODY = EntityType.PERSON, EntityType.LOCATION, EntityType.ORGANISATION
PRODUCT = EntityType.PRODUCT


@pytest.mark.parametrize(
    ("type_", "score", "left", "why"),
    [
        (PLACE, 0.52, False, "hardly believed"),
        (PLACE, 0.56, True, "rather believed"),
        (PERSON, 0.52, True, "a person is rarely taken for a word"),
    ],
)
def test_likely(type_: EntityType, score: float, left: bool, why: str) -> None:
    block = block_of("جلس [زورك] هنا", type_, score)
    assert (believe.likely(block, block.found[0]) is not None) is left, why


@pytest.mark.parametrize(
    ("line", "type_", "score", "left", "why"),
    [
        ("سافر من [إفريقية] إلى إيطاليا", PLACE, 0.99, True, "the old name of a land, though an adjective too"),
        ("هذه دولة [إفريقية] كبيرة", PLACE, 0.7, False, "an adjective of a people"),
        ("عن المقرئ [المصري] أنه قال", PERSON, 0.95, True, "a surname"),
        ("ضرب [القطاع] أمس", PLACE, 0.7, False, "a word of the language"),
        ("ضرب [القطاع] أمس", PLACE, 0.95, True, "a word that the recogniser is sure of"),
        ("عرضت [الروبوت] أمس", PRODUCT, 0.6, False, "a word, and no product"),
        ("عرضت [الروبوت] أمس", PRODUCT, 0.7, True, "a product is called by a word more often"),
        ("نشر «[الروبوت]» أمس", PRODUCT, 0.6, True, "in quotes it is rather a name"),
        ("أطلق [أندرويد] أمس", PRODUCT, 0.6, True, "no word of the language"),
    ],
)
def test_words(line: str, type_: EntityType, score: float, left: bool, why: str) -> None:
    block = block_of(line, type_, score)
    assert (believe.no_word(block, block.found[0]) is not None) is left, why


@pytest.mark.parametrize(
    ("line", "left", "why"),
    [
        ("بلغ 31 مليار [دولار] أمس", False, "a unit"),
        ("اشترى ب43 [دولارًا] سيارة", False, "as it is counted"),
        ("تراجع أمام [الدولار] أمس", False, "with its article"),
        ("اشترى [دولار 2000] أمس", True, "more than the word"),
    ],
)
def test_money(line: str, left: bool, why: str) -> None:
    block = block_of(line, PRODUCT)
    assert (believe.no_common_noun(block, block.found[0]) is not None) is left, why


@pytest.mark.parametrize(
    ("line", "type_", "score", "right", "why"),
    [
        ("فاز [برشلونة] باللقب", BODY, 0.98, BODY, "a club, and sure"),
        ("في [برشلونة] أمس", BODY, 0.7, PLACE, "a well-known place"),
        ("زار [برشلونة] أمس", PERSON, 0.95, PLACE, "who is called like a place has to be surer"),
        ("مدير وكالة الطاقة الدولية [فاتح بيرول] قال", PERSON, 0.996, PERSON, "who directs an agency"),
        ("نقلت وكالة الأنباء الرسمية [تراست] الخبر", PERSON, 0.7, BODY, "an agency"),
    ],
)
def test_types(line: str, type_: EntityType, score: float, right: EntityType, why: str) -> None:
    block = block_of(line, type_, score)
    assert believe.of_known_type(block, block.found[0]).type is right, why


@pytest.mark.parametrize(
    ("line", "found", "why"),
    [
        ("نقل إلى بوخوم أمس", ["بوخوم"], "a town of the long catalogue behind a preposition"),
        ("على الرغم من بلاغة الخطيب", [], "whose name many words end with"),
        ("زار وبغداد والقاهرة", ["بغداد", "القاهرة"], "of the well-known ones the clitic is split off"),
    ],
)
def test_known_places(line: str, found: list[str], why: str) -> None:
    block = block_of(line)
    gazetteer.find_places(block)
    assert left_of(block) == found, why
