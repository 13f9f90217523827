"""Organisations: known bodies, and names built on a noun such as «وزارة», «حزب», «شركة»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.analysis.model import EntityType, MentionBasis
from reader.analysis.words import lexicon
from reader.analysis.words.keys import keys
from reader.analysis.words.tokens import closes_quote, opens_quote

if TYPE_CHECKING:
    from reader.analysis.names.block import Block
    from reader.analysis.words.tokens import Reading

LONGEST = 7
"""Tokens of the longest name built on a noun."""
QUOTED = 6
"""Tokens of the longest brand in quotation marks."""
_BODIES = keys(
    "الجيش القوات البحرية الحزب الجامعة البنك المحكمة الاتحاد الإتحاد المنتخب البرلمان الهيئة المركز المجلس"
    " الحرس المؤسسة الشركة الوكالة المنظمة الجمعية الصحيفة الحركة الجبهة اللجنة الهلال الدوري"
)
_CHAIN = keys("لكرة كرة لحقوق حقوق لشؤون شؤون القدم الإنسان اللاجئين")
_STOP = keys(
    "الذي التي الذين اليوم الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الماضي الماضية المقبل"
    " الحالي الحالية الجديد الجديدة السابق السابقة الأخيرة الأخير الكبرى الكبيرة المحلية المحلي الرئيسية المعنية"
    " الرسمية الرسمي المختصة الخاصة الحاكم الحاكمة القادم القادمة المعارض المعارضة التابع التابعة"
)
_MEDIA = keys("وكالة صحيفة قناة شبكة مجلة إذاعة")
_ADJECTIVE = ("ي", "يه", "ه", "حد", "يا")
_GOVERNS = keys("وزارة حزب هيئة معهد جمعية كلية لجنة نقابة وكالة مجلس منظمة جامعة مركز")


def find(block: Block) -> None:
    index = 0
    while index < len(block.tokens):
        if block.taken[index] is None and block.is_word(index) and not _is_place(block, index):
            index = _known(block, index) or _built(block, index) or _body(block, index) or index + 1
        else:
            index += 1


SHORT = 4
"""Letters of a word that is left to the recogniser."""


def find_known(block: Block) -> None:
    """The bodies of the list alone, where the recogniser has spoken: short words it knows better («ميتا», «كابل»)."""
    index = 0
    while index < len(block.tokens):
        free = block.taken[index] is None and block.is_word(index) and len(block.key(index)) > SHORT
        index = (_known(block, index) if free else None) or index + 1


def _known(block: Block, index: int) -> int | None:
    for reading in block.readings(index):
        if not lexicon.organisations().starts(reading.key):
            continue
        match = lexicon.organisations().longest(reading.key, block.tokens, index)
        if match is None or not block.free(index, match[0]):
            continue
        block.add(
            index,
            match[0],
            EntityType.ORGANISATION,
            letters=reading.letters,
            score=round(0.95 - 0.05 * reading.letters, 2),
            basis=MentionBasis.GAZETTEER,
        )
        return match[0]
    return None


def _is_place(block: Block, index: int) -> bool:
    """«الاتحاد السوفيتي», «الجمهورية …»: a state, though its words look like a body's."""
    match = lexicon.places().longest(block.key(index), block.tokens, index)
    return match is not None and match[1].sure and match[0] > index + 1


def _built(block: Block, index: int) -> int | None:
    """«وزارة الدفاع الروسية», «شركة X»: the noun is inside unless a brand stands behind it."""
    heads = lexicon.organisation_heads()
    for reading in block.readings(index):
        match = heads.longest(reading.key, block.tokens, index) if heads.starts(reading.key) else None
        if match is None:
            continue
        end, kind = match
        brand = _brand(block, end)
        if brand is not None and (kind == "outside" or opens_quote(block.tokens[end])):
            block.add(*brand, EntityType.ORGANISATION, score=0.8)
            return brand[1]
        stop = _official(block, end, _governed(reading, index, end))
        if stop is None or block.foreign_script:
            return None
        if reading.key in _MEDIA and (brand := _brand(block, stop)) is not None:
            block.add(*brand, EntityType.ORGANISATION, score=0.75)
            return brand[1]
        block.add(index, stop, EntityType.ORGANISATION, letters=reading.letters, score=0.75)
        return stop
    return None


def _governed(reading: Reading, index: int, end: int) -> bool:
    return reading.key in _GOVERNS or end - index > 1


def _brand(block: Block, index: int) -> tuple[int, int] | None:
    """A brand at `index`: in quotation marks, in Latin letters, or of unknown words."""
    if index >= len(block.tokens):
        return None
    if opens_quote(block.tokens[index]) and block.tokens[index].key != "(":
        for end in range(index + 2, min(index + 2 + QUOTED, len(block.tokens))):
            if closes_quote(block.tokens[end]) and block.free(index + 1, end):
                return (index + 1, end)
        return None
    start = index
    while block.continues(start) and block.words[start].demonym is not None:
        start += 1
    end = start
    while end < start + 3 and end < len(block.tokens) and block.tokens[end].glued and block.taken[end] is None:
        latin = block.tokens[end].kind == "latin"
        word = block.words[end]
        unknown = block.is_word(end) and word.unknown and not word.key.startswith("و") and not word.given
        if not (latin or unknown):
            break
        end += 1
    return (start, end) if end > start else None


def _official(block: Block, index: int, governed: bool) -> int | None:
    """The index behind the words with the article, the adjectives and the names that complete a noun."""
    end = index
    while end < index + LONGEST and block.continues(end):
        word = block.words[end]
        if word.key in _STOP or lexicon.titles().starts(word.key):
            break
        step = _word_of_name(block, end, first=end == index, governed=governed)
        if not step:
            break
        end += step
    return end if end > index else None


def _word_of_name(block: Block, at: int, *, first: bool, governed: bool) -> int:
    """How many words at `at` go on with a name built on a noun; 0 for the end of the name."""
    word = block.words[at]
    if word.key.startswith("ال") and len(word.key) > 3:
        return 1 if first or word.key.endswith(_ADJECTIVE) or word.demonym is not None else 0
    if word.key.startswith("وال"):
        return 1 if governed and not first else 0
    if word.key in _CHAIN:
        return 1 if block.continues(at + 1) else 0
    place = lexicon.places().longest(word.key, block.tokens, at) if first else None
    if place is not None and place[1].sure:
        return place[0] - at
    if word.key in lexicon.REGNAL and block.words[at - 1].given:
        return 1
    return 1 if (first and word.unknown) or (word.given and (first or block.words[at - 1].given)) else 0


def _body(block: Block, index: int) -> int | None:
    """«الجيش السوري», «الحزب الديمقراطي»: a body with the article and adjectives that single it out."""
    head = next((reading for reading in block.readings(index) if reading.key in _BODIES), None)
    if head is None or block.foreign_script:
        return None
    end = index + 1
    national = False
    while end < index + 4 and block.continues(end) and block.words[end].definite and block.key(end) not in _STOP:
        word = block.words[end]
        if not (word.demonym is not None or word.key.endswith(("ي", "يه"))):
            break
        national = national or word.demonym is not None
        end += 1
    if not national:
        return None
    block.add(index, end, EntityType.ORGANISATION, letters=head.letters, score=0.65)
    return end
