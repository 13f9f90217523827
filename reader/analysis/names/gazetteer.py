"""Names that a list knows: bodies, and places where nothing speaks against them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.analysis.model import EntityType, MentionBasis
from reader.analysis.words import lexicon
from reader.analysis.words.clitics import CONJUNCTIONS
from reader.analysis.words.keys import key, keys

if TYPE_CHECKING:
    from reader.analysis.names.block import Block
    from reader.analysis.words.clitics import Reading

CLASS_OUTSIDE = keys("مدينة بلدة قرية ولاية محافظة إقليم جزيرة حي منطقة مقاطعة ضاحية قضاء ناحية مدينتي بلدية جزر")
"""Nouns that stand outside a name that can do without them (annotation conventions)."""
PREPOSITIONS = keys("في إلى من قرب نحو بين عبر شمال جنوب شرق غرب وسط شمالي جنوبي شرقي غربي ضد على")
BIRTH, PLACE = keys("مسقط"), key("رأس")
"""«مسقط رأسه» is where somebody was born, wherever that is."""
WORDS_TOO = keys(
    "أبها أكرا البندقية الرباط الرمادي الزرقاء الضفة النوبة بردي تركيا جدة درعا روما زرقاء سوسة سول صربيا صوفيا عدن"
    " عكا غنت قطر كوبا كولومبيا"
)
"""Places whose name is a word too («جده», «كوبًا») or the end of one («بابها», «باكرا»), as our text shows."""
LARGE_CITY = 250_000
"""People from which a city of the long catalogue is taken without a preposition before it."""
SHORT = 4
"""Letters of a word that is left to the recogniser."""


def find_bodies(block: Block) -> None:
    """Bodies of the list: short words the recogniser knows better («ميتا», «كابل»)."""
    index = 0
    while index < len(block.tokens):
        free = block.taken[index] is None and block.is_word(index) and len(block.key(index)) > SHORT
        index = (_body(block, index) if free else None) or index + 1


def _body(block: Block, index: int) -> int | None:
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


def find_places(block: Block) -> None:
    """Places, where nothing speaks against them: what is a word as well the recogniser knows better."""
    index = 0
    while index < len(block.tokens):
        free = block.taken[index] is None and block.is_word(index)
        free = free and WORDS_TOO.isdisjoint(reading.key for reading in block.readings(index))
        index = (_place(block, index) if free else None) or index + 1


def _bare(block: Block, index: int) -> str:
    """The key without a clitic where that leaves a noun of one of the lists here."""
    for reading in block.readings(index) if block.is_word(index) else ():
        if reading.key in CLASS_OUTSIDE or reading.key in PREPOSITIONS:
            return reading.key
    return ""


def _place(block: Block, index: int) -> int | None:
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
    return word[0] in CONJUNCTIONS or not lexicon.word(reading.key).common


def _catalogue_fits(
    block: Block, index: int, reading: Reading, entry: lexicon.PlaceEntry, *, class_before: bool
) -> bool:
    """The long catalogue holds many names that are words or surnames elsewhere, and the ends of many words: ask for
    more."""
    word = block.words[index]
    if class_before or reading.letters:
        return class_before and not reading.letters
    if block.foreign_script or len(word.key) < 4 or word.may_be_given or word.common or _name_beside(block, index):
        return False
    before = block.key(index - 1) if block.tokens[index].glued else ""
    prepared = before in PREPOSITIONS or _bare(block, index - 1) in PREPOSITIONS
    return prepared or entry.population >= LARGE_CITY


def _name_beside(block: Block, index: int) -> bool:
    """Whether an unknown word or a given name stands beside: then this is rather a part of a name."""
    before = block.continues(index) and block.is_word(index - 1)
    if before and (block.words[index - 1].unknown or block.words[index - 1].given):
        return True
    return block.continues(index + 1) and (block.words[index + 1].unknown or block.words[index + 1].given)
