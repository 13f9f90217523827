"""Which mentions are one entity."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from bracketed import block_of

from reader.analysis.entities import Gathered, gather, people, variants
from reader.analysis.entities.growing import Cluster
from reader.analysis.model import Entity, EntityType, Mention
from reader.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable


def entities(*names: str, type_: EntityType = EntityType.PERSON) -> tuple[Entity, ...]:
    """The entities of a text that holds just these names, each once, in this order."""
    text, mentions = "", []
    for name in names:
        mentions.append(Mention(Span(len(text), len(text) + len(name)), type_))
        text += name + "\n"
    return gather(text, mentions).entities


GROUPS = [
    (("توماس مان", "مان"), 1, "a surname joins the full name before it"),
    (("هاينريش مان", "توماس مان"), 2, "one surname, two given names: two people"),
    (("توماس مان", "توماس"), 1, "a given name that one person of the document bears"),
    (("توماس مان", "توماس بيل", "توماس"), 3, "a given name that two bear joins neither"),
    (("توماس", "توماس مان"), 2, "a given name before the full name may be another's"),
    (("سيريل كواديو نغيسان", "كواديو"), 1, "a name in the middle"),
    (("ستيفن ميلر", "مولر"), 1, "another spelling of the surname behind the full name"),
    (("مولر", "ستيفن ميلر"), 2, "but before it somebody else's"),
    (("الميلر", "ستيفن ميلر"), 1, "an article makes no other spelling"),
    (("كوستا", "جون كاستو كارل"), 2, "nor is it that of a name in the middle"),
    (("ابن ديلف", "زورك بن ديلف الحضرمي", "ابن ديلف"), 1, "what stands for him behind the full name does before it"),
    (("ابن ديلف", "زورك بن ديلف الحضرمي"), 2, "who need not be his"),
    (("خالد", "خالد ديلف", "خالد"), 2, "a given name alone may still be another's"),
    (("خالد محمود الشامي", "محمود"), 2, "a given name in the middle is the father's"),
    (("خالد صالح الشامي", "صالح"), 2, "also one that is a word too"),
    (("أحمد سعيد علي", "سعيد علي"), 2, "and with the surname behind it"),
    (("هانز فان در بيل", "فان در بيل"), 1, "a surname of several words"),
    (("فان در بيل", "هانز فان در بيل"), 1, "which a headline has first"),
    (("هانز فان در بيل", "ماري فان در بيل", "فان در بيل"), 3, "two bear it"),
    (("فان در بيلوفسكي", "فان در بلوفسكي", "هانز فان در بيلوفسكي"), 1, "two spellings of the end"),
    (("زورك ديلف", "زورك باتغ ديلف", "باتغ زورك ديلف", "باتغ ديلف"), 1, "each is the end of the other"),
    (("أحمد محمد علي", "محمد علي"), 2, "a son and perhaps his father"),
    (("جوليان فايس-كوهل", "فايس-كوهل"), 1, "a double surname"),
    (("زيلينسكي", "زيلنسكي"), 1, "spellings of a surname alone"),
    (("لي جاي ميونغ", "لي"), 1, "the surname comes first in Korean order"),
    (("عبد الله الثاني", "عبدالله الثاني"), 1, "«عبد» is written together and apart"),
    (("أبو بكر الرازي", "أبي بكر الرازي"), 1, "case forms of a kunya"),
    (("أم رامي", "رامي"), 2, "a mother and her son"),
    (("إيغور غوربانوف", "إيغور جوربانوف"), 1, "transliteration"),
    (("حسن صالح", "حسين صالح"), 2, "two attested names are two names"),
    (("محمد بن سلمان", "محمد بن سلمان آل سعود"), 1, "the longer form of a chain"),
    (("زورك باتغ ديلف كواديو", "زورك باتغ كواديو"), 1, "a name in the middle is left out"),
    (("زورك باتغ ديلف كواديو", "زورك باتغ كواديو ديلف"), 2, "the same names in another order"),
]


@pytest.mark.parametrize(("names", "count", "why"), GROUPS)
def test_people(names: tuple[str, ...], count: int, why: str) -> None:
    assert len(entities(*names)) == count, why


@pytest.mark.parametrize(
    ("names", "count", "why"),
    [
        (("أمريكا", "الولايات المتحدة", "أميركا"), 1, "names of one country"),
        (("كوريا الشمالية", "كوريا الجنوبية"), 2, "two countries"),
        (("بيونغ يانغ", "بيونغيانغ"), 1, "one city, two spellings"),
        (("غينيا", "كينيا"), 2, "near names of two countries"),
        (("البحرين", "مملكة البحرين"), 1, "what a state calls itself"),
        (("رومانيا", "الجمهورية الرومانية"), 2, "Rome is no Romania"),
        (("الجمهورية التونسية", "تونس"), 1, "by the adjective of its people"),
        (("الجمهورية الجزائرية الديمقراطية الشعبية", "الجزائر"), 1, "with more adjectives"),
        (("جمهورية الصين الشعبية", "الصين"), 1, "of which one tells two apart here"),
        (("جمهورية الصين", "الصين"), 2, "so that this is Taiwan"),
        (("جمهورية ألمانيا الديمقراطية", "ألمانيا"), 2, "there were two"),
        (("الجمهورية العربية المتحدة", "الإمارات العربية المتحدة"), 2, "a state that was Egypt and Syria"),
        (("مملكة ديلف", "ديلف"), 2, "no country that a list knows"),
        (("مطار ديلف كواديو الدولي", "مطار كواديو"), 1, "some of the words, behind what it is"),
        (("كواديو ديلف الكبرى", "كواديو الكبرى"), 1, "a name that no list knows"),
        (("كواديو الكبرى", "كواديو"), 2, "one word may be another"),
        (("غينيا الاستوائية الكبرى", "غينيا الكبرى"), 2, "a place that a list knows as another"),
        (("LHS 1140 b", "LHS 1140"), 2, "a planet and its star"),
    ],
)
def test_places(names: tuple[str, ...], count: int, why: str) -> None:
    assert len(entities(*names, type_=EntityType.LOCATION)) == count, why


@pytest.mark.parametrize(
    ("names", "count", "why"),
    [
        (("حزب البيئة في صيدا", "حزب البيئة"), 1, "the beginning of one longer name"),
        (("حزب البيئة اللبناني", "حزب البيئة"), 1, "of which people it is, is left out"),
        (("معرض صيدا الدولي", "معرض صيدا"), 1, "an adjective that tells nothing apart"),
        (("حزب البيئة", "حزب البيئة الأخضر"), 2, "an adjective that may tell two apart"),
        (("حزب البيئة الأخضر", "حزب البيئة"), 1, "unless it has been told before"),
        (("الجيش السوري الحر", "الجيش السوري"), 2, "a name that ends with its people is whole"),
        (("القوات الجوية الروسية", "القوات الروسية"), 2, "with words less before them as well"),
        (("المجلس الجماعي لمدينة صيدا", "مجلس صيدا"), 1, "words of it, in their order"),
        (("لجنة زورك لحقوق الإنسان", "لجنة الإنسان زورك"), 2, "and in no other"),
        (("حزب البيئة في صيدا", "حزب البيئة في صور", "حزب البيئة"), 3, "the beginning of two"),
        (("الاتحاد الأوروبي لكرة القدم", "الاتحاد الأوروبي"), 2, "the shorter is a known body of its own"),
        (("حزب البيئة", "حزب البيئة في صيدا"), 1, "the longer name comes later"),
        (("الشعلة", "شعلة صيدا"), 2, "a word that nothing has explained yet"),
        (("شعلة صيدا", "الشعلة"), 1, "a club by its first word"),
        (("بايرن ميونخ", "بايرن"), 1, "or by the word before its town"),
        (("بايرن", "بايرن ميونخ"), 1, "which may come first"),
        (("بايرن ميونخ", "بايرن ليفركوزن", "بايرن"), 3, "if there is but one"),
        (("شعلة الأخبار", "شعلة"), 2, "before anything else it has the article"),
        (("جامعة صيدا", "جامعة"), 2, "what a body is, is no name"),
        (("جامعة “نوم زورك”", "جامعة نوم زورك"), 1, "a part of it in quotes"),
        (("بعثة الأمم المتحدة", "الأمم المتحدة"), 2, "the end of a name is another body"),
        (("منظمة نوم زورك", "نوم زورك"), 1, "what it is, is left out"),
        (("نوم زورك", "منظمة نوم زورك"), 1, "or told later"),
        (("منظمة نوم زورك", "جامعة نوم زورك", "نوم زورك"), 3, "it may be either"),
        (("لجنة حزب زورك", "حزب زورك", "زورك"), 1, "two kinds of it"),
        (("مجلس الأمم المتحدة", "الأمم المتحدة"), 2, "a known body of its own"),
    ],
)
def test_bodies(names: tuple[str, ...], count: int, why: str) -> None:
    assert len(entities(*names, type_=EntityType.ORGANISATION)) == count, why


@pytest.mark.parametrize(
    ("names", "count", "why"),
    [
        (("القرآن", "القرآن الكريم"), 1, "a holy book without its praise"),
        (("الأرض الواسعة", "الأرض"), 2, "any other adjective is part of a title"),
        (("جائزة السعفة", "السعفة"), 1, "a prize without the word"),
        (("كأس الدوري الزوركي", "الدوري الزوركي"), 2, "a cup and a league"),
    ],
)
def test_works(names: tuple[str, ...], count: int, why: str) -> None:
    assert len(entities(*names, type_=EntityType.WORK)) == count, why


@pytest.mark.parametrize(
    ("text", "type_", "count", "why"),
    [
        ("منظمة الأرض (أوم)", EntityType.ORGANISATION, 1, "an abbreviation"),
        ("بنك صيدا (Saida Bank)", EntityType.ORGANISATION, 1, "the same in the other script"),
        ("كارل يونسن (Karl Jonsson)", EntityType.PERSON, 1, "a name in the other script"),
        ("كارل يونسن (توماس مان)", EntityType.PERSON, 2, "two people"),
        ("باريس (فرنسا)", EntityType.LOCATION, 2, "a place and where it lies"),
        ("باريس (France)", EntityType.LOCATION, 2, "in the other script too"),
        ("صافيتا (Safita)", EntityType.LOCATION, 1, "the same place in the other script"),
        ("توم كارلسن (Erik Holm)", EntityType.PERSON, 2, "whom an actor plays"),
        ("منظمة الأرض\n(أوم)", EntityType.ORGANISATION, 2, "another line"),
        ("شركة الأرض (رويترز)", EntityType.ORGANISATION, 2, "an agency that took the picture"),
        ("كارل يونسن (Karl Jonsson بالسويدية)", EntityType.PERSON, 2, "more than the name in the brackets"),
        ("مئة عام من العزلة (Cien años de soledad)", EntityType.WORK, 1, "a title and what it translates"),
    ],
)
def test_a_name_in_brackets_explains_the_one_before(text: str, type_: EntityType, count: int, why: str) -> None:
    names = [Span(*match.span()) for match in re.finditer(r"[^()\n]*[^()\n ]", text)]
    spans = [Span(span.start, span.start + len("Karl Jonsson")) if "بال" in span.of(text) else span for span in names]
    assert len(gather(text, [Mention(span, type_) for span in spans]).entities) == count, why


@pytest.mark.parametrize(
    ("text", "type_", "count", "why"),
    [
        ("[برج ديلف] (بالإنجليزية: [Tower of Delf]) قديم", EntityType.LOCATION, 1, "translated, as is said"),
        ("[كارل يونسن] (بالألمانية: [Karl Jonsson]؛ 1901) ولد", EntityType.PERSON, 1, "with more in the brackets"),
        ("هاتف [زورك 17] ([Zork 17]) جديد", EntityType.PRODUCT, 1, "a name that ends in a number"),
        ("هاتف [زورك 17] ([Zork 16]) جديد", EntityType.PRODUCT, 2, "another number"),
        ("نرسم في [كريتا] [Krita] جيدا", EntityType.PRODUCT, 1, "beside the name, without brackets"),
        ("نرسم في [كريتا]، [Corel] جيدا", EntityType.PRODUCT, 2, "but for a sign"),
        ("شرح [Zork] اليوم. تقنية [زورك] ([Zork]) جديدة", EntityType.PRODUCT, 1, "which was met before"),
        ("أعلن [الاتحاد الدولي لكرة القدم] ([فيفا]) الموعد", EntityType.ORGANISATION, 1, "that everybody knows"),
        ("ربحت [الشركة السعودية للصناعات الأساسية] ([سابك])", EntityType.ORGANISATION, 1, "a company's full name"),
        ("قال [البنك المركزي السعودي] ([ساما]) إن", EntityType.ORGANISATION, 1, "a bank's"),
        ("قالت [حماس] شيئا. [حركة المقاومة الإسلامية] ([حماس]) قالت", EntityType.ORGANISATION, 1, "and was met before"),
        ("قال [مكتب زورك الفيدرالي] ([زي إف بي]) نعم", EntityType.ORGANISATION, 1, "letters of another script"),
        ("قالت [وزارة الدفاع الروسية] ([رويترز]) نعم", EntityType.ORGANISATION, 2, "an agency, behind a full name too"),
        ("قال [مجلس زورك] ([أ ف ب]) نعم", EntityType.ORGANISATION, 2, "one that is spelled"),
        ("قالت [وكالة زورك] ([تاس]) نعم", EntityType.ORGANISATION, 1, "an agency's own name"),
        ("أعلنت [شركة زورك للبرمجة] ([غوغل]) نعم", EntityType.ORGANISATION, 2, "whose it is"),
        ("قالت هيئة زورك التابعة ل[لأمم المتحدة] ([أوم])", EntityType.ORGANISATION, 2, "another's that belongs to it"),
        ("قالت [غوغل] ([أبل]) نعم", EntityType.ORGANISATION, 2, "two that a list knows"),
    ],
)
def test_what_is_said_behind_a_name(text: str, type_: EntityType, count: int, why: str) -> None:
    block = block_of(text, type_)
    assert len(gather(block.text, block.found).entities) == count, why


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Su-27", "سوخوي 27", True),
        ("ميغ 29", "ميج-29", True),
        ("ميغ 29", "ميغ 31", False),
        ("Su-27", "Tu-27", False),
        ("ريدمي نوت 12", "ريلمي نوت 12", False),
        ("آيفون 15", "آيفون 15 برو", False),
        ("سوخوي Su-35", "Su-35", True),
    ],
)
def test_products(a: str, b: str, same: bool) -> None:
    assert (len(entities(a, b, type_=EntityType.PRODUCT)) == 1) is same


@pytest.mark.parametrize(
    ("names", "expected", "why"),
    [
        (("توماس مان", "توماس بيل", "توماس"), ("e2", "e1"), "either of the two, the nearer first"),
        (("توماس", "توماس مان"), ("e2",), "he who is named in full later"),
        (("توماس مان", "كارل"), (), "nobody else bears it"),
    ],
)
def test_a_name_that_may_be_somebody_s_says_whose(names: tuple[str, ...], expected: tuple[str, ...], why: str) -> None:
    (alone,) = (entity for entity in entities(*names) if " " not in entity.name)
    assert alone.maybe == expected, why


@pytest.mark.parametrize(
    ("names", "rows", "why"),
    [
        ({"نوم زورك": 1, "زورك": 20}, ["زورك"], "the form met once is not the name of the row"),
        ({"توماس مان": 1, "مان": 9}, ["توماس مان"], "but where it stands for a tenth of the mentions it is"),
        ({"نوم زورك": 1, "يد زورك": 1, "زورك": 20}, ["نوم زورك", "يد زورك", "زورك"], "nor does either take the others"),
        ({"نوم زورك": 1, "باتغ زورك": 3, "زورك": 20}, ["نوم زورك", "باتغ زورك"], "but one that is met more often does"),
        ({"كارل بشير": 1, "بشير": 20}, ["كارل بشير", "بشير"], "a given name may be others' too"),
        ({"نوبار باشا": 3, "نوبار": 2}, ["نوبار باشا"], "a rank behind the name stands for nobody"),
        ({"نـوم زورك": 1, "نوم زورك": 1}, ["نوم زورك"], "the form without tatweel is the name"),
        ({"نُومُ زورك": 2, "نوم زورك": 1}, ["نوم زورك"], "and the one without vowel signs, met less often"),
        ({"نُومُ زورك": 2, "زورك": 2}, ["نُومُ زورك"], "but not a shorter one"),
        ({"القسطنطيني": 2, "قسطنطين": 2}, ["القسطنطيني", "قسطنطين"], "who is of somebody's people is not he"),
    ],
)
def test_what_carries_weight(names: dict[str, int], rows: list[str], why: str) -> None:
    found = entities(*(name for name, count in names.items() for _ in range(count)))
    assert [entity.name for entity in found] == rows, why


@pytest.mark.parametrize(
    ("text", "count", "why"),
    [
        ("[كارل يونسن] الشهير ب[أبو سمرة] مات", 1, "known by"),
        ("[كارل يونسن]، المعروف بـ«[أبو سمرة]» مات", 1, "with the sign of the letter, in quotes"),
        ("[كارل يونسن] (المُلقَّب بـ [أبو سمرة]) مات", 1, "with vowels, in brackets"),
        ("[كارل يونسن] المعروفة أيضًا باسم [أبو سمرة]", 1, "by the name of"),
        ("[كارل يونسن] (أو [أبو سمرة])", 1, "or so"),
        ("[كارل يونسن] أو [أبو سمرة]", 2, "one of two, outside of brackets"),
        ("[كارل يونسن] المعروف لدى [أبو سمرة]", 2, "whom another knows"),
        ("[كارل يونسن] الشهير. ب[أبو سمرة]", 2, "another sentence"),
    ],
)
def test_bynames(text: str, count: int, why: str) -> None:
    spans = [Span(match.start(1), match.end(1)) for match in re.finditer(r"\[([^\]]+)\]", text)]
    bare, shifts = re.sub(r"[\[\]]", "", text), iter(range(1, 2 * len(spans), 2))
    names = [Mention(span.shift(-next(shifts)), EntityType.PERSON) for span in spans]
    assert len(gather(bare, names).entities) == count, why


@pytest.mark.parametrize(
    ("text", "name", "type_", "row", "why"),
    [
        ("عاد للمحكمة", "لمحكمة", EntityType.ORGANISATION, "المحكمة", "the article lost its alef to the clitic"),
        ("عاد وللبيت الأبيض", "لبيت الأبيض", EntityType.LOCATION, "البيت الأبيض", "behind another clitic"),
        ("عاد للندن", "لندن", EntityType.LOCATION, "لندن", "a place that begins with the letter"),
        ("عاد لليلى", "ليلى", EntityType.PERSON, "ليلى", "so does a person, who has no article"),
        ("عاد لمحكمة", "لمحكمة", EntityType.ORGANISATION, "لمحكمة", "no clitic before the name"),
        ("عاد للجنة الأمن", "لجنة الأمن", EntityType.ORGANISATION, "لجنة الأمن", "what it is begins with the letter"),
    ],
)
def test_the_article_behind_a_clitic(text: str, name: str, type_: EntityType, row: str, why: str) -> None:
    start = text.index(name, text.index(" "))
    (entity,) = gather(text, [Mention(Span(start, start + len(name)), type_)]).entities
    assert entity.name == row, why


@pytest.mark.parametrize(
    ("names", "count", "why"),
    [
        (("أندرويد", "Android"), 1, "sound for sound"),
        (("واتساب", "WhatsApp"), 1, "two letters for one sound on both sides"),
        (("بيتزا هت", "Pizza Hut"), 1, "two letters for a sound that one writes, and both words"),
        (("آيفون 15", "iPhone 15"), 1, "with the same number"),
        (("آيفون 15", "iPhone 16"), 2, "with another"),
        (("باي", "Pi"), 2, "of too few sounds"),
        (("كوريل", "Corel", "كاريل"), 3, "it may be either"),
        (("بارد", "Bard AI"), 2, "a word more"),
    ],
)
def test_the_other_script(names: tuple[str, ...], count: int, why: str) -> None:
    assert len(entities(*names, type_=EntityType.PRODUCT)) == count, why


FAR = "\n" * people.REACH


@pytest.mark.parametrize(
    ("names", "rows", "why"),
    [
        (("عبد الله باشا فكري", "عبد الله باشا"), ["عبد الله باشا فكري"], "near by he is meant"),
        (("عبد الله باشا", "عبد الله باشا فكري"), ["عبد الله باشا فكري"], "also before his whole name"),
        (("عبد الله باشا فكري", FAR, "عبد الله باشا"), ["عبد الله باشا فكري", "عبد الله باشا"], "far off another"),
        (("عبد الله باشا", FAR, "عبد الله باشا"), ["عبد الله باشا"], "who is left is one"),
        (("علي بك فكري", "علي باشا"), ["علي بك فكري", "علي باشا"], "of another rank"),
        (("علي باشا فكري", "علي حسن", "علي باشا"), ["علي باشا فكري", "علي حسن"], "nobody else is asked"),
        (("علي حسن", "علي باشا", "علي باشا فكري"), ["علي حسن", "علي باشا فكري"], "nor before him"),
        (("اسمعيل باشا", "اسماعيل باشا"), ["اسماعيل باشا"], "two spellings"),
        (("اسماعيل باشا", "اسمعيل باشا"), ["اسماعيل باشا"], "in either order"),
        (("علي باشا بنيامين", FAR, "علي باشا"), ["علي باشا بنيامين", "علي باشا"], "no father, but a name"),
        (("علي باشا فكري", "علي باشا صدقي", "علي باشا"), ["علي باشا فكري", "علي باشا صدقي"], "the nearest before it"),
        (("علي باشا بن عثمان", FAR, "علي باشا"), ["علي باشا بن عثمان"], "a father is no name of his own"),
    ],
)
def test_a_given_name_and_a_rank(names: tuple[str, ...], rows: list[str], why: str) -> None:
    text, mentions = "", []
    for name in names:
        if name != FAR:
            mentions.append(Mention(Span(len(text), len(text) + len(name)), EntityType.PERSON))
        text += name + "\n"
    assert [entity.name for entity in gather(text, mentions).entities] == rows, why


def test_a_name_with_a_rank_that_is_far_from_its_bearer_says_whose_it_may_be() -> None:
    names = ("علي باشا فكري", FAR, "علي باشا")
    text = "\n".join(names)
    spans = [Span(0, len(names[0])), Span(len(text) - len(names[2]), len(text))]
    bearer, other = gather(text, [Mention(span, EntityType.PERSON) for span in spans]).entities
    assert other.maybe == (bearer.id,)


def test_short_form_goes_to_the_nearest_bearer() -> None:
    first, second = entities("هاينريش شولتس", "شولتس", "أوتو شولتس", "شولتس")
    assert [len(first.mentions), len(second.mentions)] == [2, 2]
    assert first.name == "هاينريش شولتس"


def test_a_title_decides_between_two_bearers() -> None:
    text = "أوتو شولتس هاينريش شولتس شولتس"
    spans = [Span(0, 10), Span(11, 24), Span(25, 30)]
    titles = ["الوزير", "القاضي", "الوزير"]
    people = gather(text, [Mention(s, EntityType.PERSON, title=t) for s, t in zip(spans, titles, strict=True)])
    assert [len(person.mentions) for person in people.entities] == [2, 1]


def test_the_fullest_form_names_the_entity_and_the_rest_are_aliases() -> None:
    (person,) = entities("مان", "توماس مان", "مان")
    assert (person.id, person.name, person.aliases) == ("e1", "توماس مان", ("مان",))


@pytest.mark.parametrize(
    ("given", "alone", "count", "why"),
    [
        ("الأمير", "الأمير", 1, "a title of his"),
        ("الأمير", None, 1, "no title"),
        ("الكاتب", "الملك", 2, "somebody else's title"),
        (None, "الملك", 2, "a title where he had none"),
    ],
)
def test_a_given_name_with_a_title_that_is_not_his_is_another_s(
    given: str | None, alone: str | None, count: int, why: str
) -> None:
    text = "تشارلز ويلكنسون تشارلز"
    mentions = [
        Mention(Span(0, 15), EntityType.PERSON, title=given),
        Mention(Span(16, 22), EntityType.PERSON, title=alone),
    ]
    assert len(gather(text, mentions).entities) == count, why


def test_an_arabic_form_names_the_entity_before_a_longer_latin_one() -> None:
    text = "صافيتا (Saaafitaaa)"
    spans = [Span(0, 6), Span(8, 18)]
    (place,) = gather(text, [Mention(span, EntityType.LOCATION) for span in spans]).entities
    assert (place.name, place.aliases) == ("صافيتا", ("Saaafitaaa",))


def test_a_known_place_has_its_country_and_geonames_id() -> None:
    (place,) = entities("القاهرة", type_=EntityType.LOCATION)
    assert (place.country, place.geonameid) == ("EG", 360630)


def test_a_state_has_its_country_by_any_of_its_names() -> None:
    (entity,) = entities("مملكة البحرين", "البحرين", type_=EntityType.LOCATION)
    assert (entity.name, entity.country, entity.geonameid) == ("مملكة البحرين", "BH", 290291)


def test_ids_follow_the_first_mention_over_all_types() -> None:
    text = "القاهرة توماس"
    mentions = [Mention(Span(8, 13), EntityType.PERSON), Mention(Span(0, 7), EntityType.LOCATION)]
    assert [(e.id, e.type) for e in gather(text, mentions).entities] == [
        ("e1", EntityType.LOCATION),
        ("e2", EntityType.PERSON),
    ]


def test_nothing_in_nothing_out() -> None:
    assert gather("", []) == Gathered(())


@pytest.mark.parametrize("type_", [EntityType.PERSON, EntityType.ORGANISATION])
@pytest.mark.parametrize(
    "names",
    [
        lambda count: [" ".join(f"بيل{number}" for number in range(count))],
        lambda count: [f"شركة {number} (أو{number})" for number in range(count)],
        lambda count: ["كارل بيل"] * count + ["كارل"] * count,
    ],
    ids=["a name of thousands of words", "thousands in brackets", "one name again and again"],
)
def test_hostile_names_take_linear_work(
    names: Callable[[int], list[str]], type_: EntityType, steps_grow: Callable[..., float]
) -> None:
    assert steps_grow(lambda count: entities(*names(count), type_=type_), 100) < 1.5


def _alike(count: int) -> list[str]:
    """So many people of one given name whose surnames are all of the same few sounds, and none a spelling of
    another: any two differ in two letters that are never exchanged."""
    surnames = (f"{number:011b}{number.bit_count() % 2}" for number in range(count))
    return ["محمد " + surname.replace("0", "ق").replace("1", "ز") for surname in surnames]


def test_people_of_like_names_are_not_compared_each_with_all(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[tuple[str, str]] = []

    def same_word(a: str, b: str) -> bool:
        compared.append((a, b))
        return variants.same_word(a, b)

    monkeypatch.setattr(people, "same_word", same_word)
    count = 500
    assert len(entities(*_alike(count))) == count
    assert len(compared) / count < 100, "of a thousand words"


def test_whom_a_name_may_be_is_he_who_holds_that_one_now() -> None:
    """However they take each other: who takes is held by nobody."""
    first, second, third = (Cluster(EntityType.PERSON, (name,)) for name in ("a", "b", "c"))
    first.take(second)
    assert second.last is first
    second.take(first)
    third.take(second)
    assert first.last is second.last is third.last is third
