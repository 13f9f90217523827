"""Places: names of the gazetteer where nothing speaks against them, and names behind a class noun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.analysis.model import EntityType, MentionBasis
from reader.analysis.words import lexicon
from reader.analysis.words.keys import key, keys

if TYPE_CHECKING:
    from reader.analysis.names.block import Block
    from reader.analysis.words.tokens import Reading

CLASS_OUTSIDE = keys("مدينة بلدة قرية ولاية محافظة إقليم جزيرة حي منطقة مقاطعة ضاحية قضاء ناحية مدينتي بلدية جزر")
"""Nouns that stand outside a name that can do without them (annotation conventions)."""
CLASS_INSIDE = keys(
    "جبل جبال نهر بحر بحيرة مضيق خليج وادي صحراء هضبة سهل شارع ميدان ساحة دوار جسر مطار ميناء قصر"
    " ملعب استاد سجن معتقل مخيم جامع مسجد كنيسة دير قلعة معبر حديقة سد واحة شاطئ كاتدرائية بيمارستان ستاد"
)
PREPOSITIONS = keys("في إلى من قرب نحو بين عبر شمال جنوب شرق غرب وسط شمالي جنوبي شرقي غربي ضد على")
AFTER_NAME = keys("الدولي الدولية الكبير الكبرى")
BIRTH, PLACE = keys("مسقط"), key("رأس")
"""«مسقط رأسه» is where somebody was born, wherever that is."""
WORDS_TOO = keys(
    "أبها أكرا البندقية الرباط الرمادي الزرقاء الضفة النوبة بردي تركيا جدة درعا روما زرقاء سوسة سول صربيا صوفيا عدن"
    " عكا غنت قطر كوبا كولومبيا"
)
"""Places whose name is a word too («جده», «كوبًا») or the end of one («بابها», «باكرا»), as our text shows."""
LARGE_CITY = 250_000
"""People from which a city of the long catalogue is taken without a preposition before it."""


def find_facilities(block: Block) -> None:
    """Names with a class noun inside, before the persons whose names they hold are looked for."""
    index = 0
    while index < len(block.tokens):
        free = block.taken[index] is None and block.is_word(index)
        index = (_facility(block, index) if free else None) or index + 1


def find(block: Block) -> None:
    """Names of the gazetteer, and names behind a class noun."""
    index = 0
    while index < len(block.tokens):
        free = block.taken[index] is None and block.is_word(index)
        index = (_known(block, index) or _behind_class(block, index) if free else None) or index + 1


def find_known(block: Block) -> None:
    """The names of the gazetteer alone, where the recogniser has spoken: what is a word as well it knows better."""
    index = 0
    while index < len(block.tokens):
        free = block.taken[index] is None and block.is_word(index)
        free = free and WORDS_TOO.isdisjoint(reading.key for reading in block.readings(index))
        index = (_known(block, index) if free else None) or index + 1


def _bare(block: Block, index: int) -> str:
    """The key without a clitic where that leaves a noun of one of the lists here."""
    for reading in block.readings(index) if block.is_word(index) else ():
        if reading.key in CLASS_OUTSIDE or reading.key in CLASS_INSIDE or reading.key in PREPOSITIONS:
            return reading.key
    return ""


def _known(block: Block, index: int) -> int | None:
    """A name of the gazetteer at `index`; gives the index behind it."""
    places = lexicon.places()
    for reading in block.readings(index):
        if not places.starts(reading.key):
            continue
        match = places.longest(reading.key, block.tokens, index)
        if match is None:
            continue
        end, entry = match
        if block.free(index, end) and _speaks_for(block, index, end, reading, entry):
            score = 0.95 if entry.sure else 0.8
            block.add(
                index,
                end,
                EntityType.LOCATION,
                letters=reading.letters,
                score=round(score - 0.05 * reading.letters, 2),
                basis=MentionBasis.GAZETTEER,
            )
            return end
    return None


def _speaks_for(block: Block, index: int, end: int, reading: Reading, entry: lexicon.PlaceEntry) -> bool:
    word = block.words[index]
    class_before = block.tokens[index].glued and _bare(block, index - 1) in CLASS_OUTSIDE
    if word.demonym is not None and end == index + 1:
        return False
    if reading.key in BIRTH and block.key(end).startswith(PLACE):
        return False
    if end - index > 1:
        return entry.sure or not word.common or class_before
    if reading.key in lexicon.gated_places():
        return class_before and reading.letters == 0
    if reading.letters and (word.given or (word.common and not entry.sure and not _clitic_fits(block, index, reading))):
        return False
    if entry.sure:
        return not block.foreign_script or reading.letters == 0
    return _catalogue_fits(block, index, reading, entry, class_before=class_before)


def _clitic_fits(block: Block, index: int, reading: Reading) -> bool:
    """A known word is split only into «و»/«ف» + name or where the rest is a name and no word."""
    word = block.tokens[index].key
    return word[0] in "وف" or not lexicon.word(reading.key).common


def _catalogue_fits(
    block: Block, index: int, reading: Reading, entry: lexicon.PlaceEntry, *, class_before: bool
) -> bool:
    """The long catalogue holds many names that are words or surnames elsewhere: ask for more."""
    rest = lexicon.word(reading.key)
    if class_before:
        return True
    if block.foreign_script or len(reading.key) < 4 or rest.given or rest.given_or_word:
        return False
    before = block.key(index - 1) if block.tokens[index].glued else ""
    prepared = before in PREPOSITIONS or _bare(block, index - 1) in PREPOSITIONS
    prepared = prepared or (reading.letters > 0 and block.tokens[index].key[reading.letters - 1] == "ب")
    if rest.common:
        return False
    if _name_beside(block, index):
        return False
    return prepared or entry.population >= LARGE_CITY


def _name_beside(block: Block, index: int) -> bool:
    """Whether an unknown word or a given name stands beside: then this is rather a part of a name."""
    before = block.continues(index) and block.is_word(index - 1)
    if before and (block.words[index - 1].unknown or block.words[index - 1].given):
        return True
    return block.continues(index + 1) and (block.words[index + 1].unknown or block.words[index + 1].given)


def _behind_class(block: Block, index: int) -> int | None:
    """«بلدة X»: an unknown word behind a class noun; the noun stays outside."""
    if not block.continues(index) or block.foreign_script or _bare(block, index - 1) not in CLASS_OUTSIDE:
        return None
    word = block.words[index]
    if word.demonym is not None or word.common:
        return None
    end = index + 1
    if not word.definite:
        while end < index + 4 and block.continues(end) and block.words[end].unknown and block.key(end)[0] != "و":
            end += 1
    block.add(index, end, EntityType.LOCATION, score=0.75)
    return end


def _facility(block: Block, index: int) -> int | None:
    """«مطار دمشق الدولي», «شارع الحمراء», «نهر X»: the noun is part of the name."""
    head = next((r for r in block.readings(index) if r.key in CLASS_INSIDE), None)
    if head is None or block.foreign_script or not block.continues(index + 1):
        return None
    if block.key(index - 1) in lexicon.PARTICLES:  # «فون دير …»
        return None
    end = _facility_name(block, index + 1)
    if end is None:
        return None
    while block.continues(end) and block.key(end) in AFTER_NAME:
        end += 1
    block.add(index, end, EntityType.LOCATION, letters=head.letters, score=0.7)
    return end


def _facility_name(block: Block, index: int) -> int | None:
    """The index behind what names a facility: a place, unknown words or a person's name."""
    match = lexicon.places().longest(block.key(index), block.tokens, index)
    if match is not None and match[1].sure:
        return match[0]
    word = block.words[index]
    if word.demonym is not None or not (word.unknown or word.given or (word.definite and not word.common)):
        return None
    end = index + 1
    while end < index + 4 and block.continues(end):
        following = block.words[end]
        if not (following.unknown or following.given) or following.key.startswith("و"):
            break
        end += 1
    return end
