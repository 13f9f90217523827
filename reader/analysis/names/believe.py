"""What the recogniser said, set right where the lists know better. Each rule here pays on text that was held out
(`tests/eval/score_names.py`)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from reader.analysis.model import EntityType, MentionBasis
from reader.analysis.names.gazetteer import BIRTH, CLASS_OUTSIDE, PLACE
from reader.analysis.words import lexicon
from reader.analysis.words.keys import key, keys
from reader.analysis.words.tokens import opens_quote

if TYPE_CHECKING:
    from reader.analysis.model import Mention
    from reader.analysis.names.block import Block

LEAST: Final = 0.55
"""Score of a mention that is believed, …"""
LEAST_OF_A_PERSON: Final = 0.5
"""… and of a person, who is rarely taken for a word."""
LEAST_OF_A_WORD: Final = 0.9
"""Score of a person or place that is a word of the language («القطاع», «مازحة») or an adjective of a people, …"""
LEAST_OF_A_NOUN: Final = 0.8
"""… of a body or work that is, or of a country that is called as its people are, …"""
LEAST_OF_A_PRODUCT: Final = 0.65
"""… and of a product, which is called by a word more often («بارد»); chosen on our own text held out."""
SURE_TYPE: Final = {EntityType.PERSON: 0.99, EntityType.ORGANISATION: 0.97}
"""Score from which a well-known place is what the recogniser says: a surname, a club …"""
_SINGLE: Final = (EntityType.PERSON, EntityType.LOCATION)
_UNQUOTED: Final = {
    EntityType.ORGANISATION: LEAST_OF_A_NOUN,
    EntityType.PRODUCT: LEAST_OF_A_PRODUCT,
    EntityType.WORK: LEAST_OF_A_NOUN,
}
"""What may be called by a word where it stands in quotes."""
_THINGS: Final = (EntityType.PRODUCT, EntityType.WORK, EntityType.OTHER)
_NO_BODY: Final = (EntityType.PERSON, EntityType.PRODUCT, EntityType.WORK, EntityType.OTHER)
_WHOM: Final = keys("عمن ممن فيمن بمن لمن كمن")
_NO_NAME: Final = re.compile(r"(?i)covid|كوفيد|كروز\Z")
"""A disease and a kind of missile look like products."""
_MONEY: Final = keys("دولار دولارا دولارين يورو جنيه جنيها ليرة درهم درهما دينار دينارا ريال ريالا روبل فرنك ين يوان")
"""Units name nothing (annotation conventions); in four of the 52 real passages of the development part
the recogniser takes money for a product."""
_AUTHORITIES: Final = keys("الحكومة حكومة السلطات سلطات")
"""Before an adjective or a place they say whose, and name nothing (annotation conventions)."""
_MEDIA: Final = keys("وكالة صحيفة قناة شبكة مجلة إذاعة")
_NEAR: Final = 3
"""Tokens between «وكالة» and its name: «وكالة الأنباء الروسية …»."""


def likely(block: Block, mention: Mention) -> Mention | None:
    """Nothing that the recogniser itself does not believe, and nothing without a word."""
    first, last = block.within(mention.span)
    least = LEAST_OF_A_PERSON if mention.type is EntityType.PERSON else LEAST
    return mention if mention.score >= least and first < last else None


def no_word(block: Block, mention: Mention) -> Mention | None:
    """Not what is an adjective of a people or a word of the language."""
    return None if _is_word(block, mention) else mention


def no_common_noun(block: Block, mention: Mention) -> Mention | None:
    """Not what counts as no name, whoever says it."""
    return None if _is_common(block, mention) else mention


def take(block: Block) -> None:
    """What is left of the recogniser's answer stands."""
    for mention in block.found:
        block.take(mention)
    block.found = []


def _is_word(block: Block, mention: Mention) -> bool:
    """Whether the mention is an adjective of a people or a word of the language, and no name."""
    first, last = block.within(mention.span)
    words = block.words[first:last]
    if mention.score >= _UNQUOTED.get(mention.type, LEAST_OF_A_WORD):
        return False
    if mention.type in _SINGLE and all(word.demonym is not None for word in _bare_words(block, first, last)):
        return not _is_country(mention, block.text)
    single = mention.type in _SINGLE or (mention.type in _UNQUOTED and not _quoted(block, first))
    if len(words) != 1 or not single:
        return False
    name = mention.span.of(block.text)
    whole = mention.span.start == block.tokens[first].start
    word = words[0] if whole else lexicon.word(key(name))
    if word.key in _WHOM:
        return True
    listed = word.given_or_word or lexicon.place(name) is not None or lexicon.organisation(name) is not None
    return word.common and not word.given and not listed


def _is_country(mention: Mention, text: str) -> bool:
    """«السعودية» and «تشيلي» are adjectives of their people as well: the recogniser knows which."""
    place = lexicon.place(mention.span.of(text))
    country = place is not None and place.kind == "country"
    return country and mention.type is EntityType.LOCATION and mention.score >= LEAST_OF_A_NOUN


def _quoted(block: Block, index: int) -> bool:
    return index > 0 and opens_quote(block.tokens[index - 1])


def _bare_words(block: Block, first: int, last: int) -> list[lexicon.Word]:
    """The words without the clitic of the first, where an adjective of a people is left."""
    words = block.words[first:last]
    bare = (lexicon.word(reading.key) for reading in block.readings(first))
    return [next((word for word in bare if word.demonym is not None), words[0]), *words[1:]] if words else []


def _is_common(block: Block, mention: Mention) -> bool:
    """Whether a rule of what counts as a name shuts the mention out."""
    first, last = block.within(mention.span)
    if mention.type is EntityType.LOCATION:
        alone = last - first == 1 and block.key(first) in CLASS_OUTSIDE
        return alone or (block.key(last - 1) in BIRTH and block.key(last).startswith(PLACE))
    if mention.type is EntityType.ORGANISATION:
        return any(reading.key in _AUTHORITIES for reading in block.readings(first))
    if mention.type is EntityType.PRODUCT and last - first == 1 and _is_money(block, first):
        return True
    return mention.type in _THINGS and _NO_NAME.match(mention.span.of(block.text)) is not None


def _is_money(block: Block, index: int) -> bool:
    return any(reading.key.removeprefix("ال") in _MONEY for reading in block.readings(index))


def of_known_type(block: Block, mention: Mention) -> Mention:
    """A well-known place is a place and a well-known body a body, unless people bear the name too."""
    name = mention.span.of(block.text)
    if mention.score < SURE_TYPE.get(mention.type, 0.0) and _is_place(name):
        return replace(mention, type=EntityType.LOCATION, basis=MentionBasis.GAZETTEER)
    if mention.type in _NO_BODY and (lexicon.organisation(name) is not None or _behind_media(block, mention)):
        return replace(mention, type=EntityType.ORGANISATION, basis=MentionBasis.GAZETTEER)
    return mention


def _behind_media(block: Block, mention: Mention) -> bool:
    """Whether «وكالة», «صحيفة» … stands before what may be no person's name, with only adjectives between."""
    if mention.type is not EntityType.PERSON or mention.score >= SURE_TYPE[mention.type]:
        return False
    first, _ = block.within(mention.span)
    for index in range(first - 1, max(first - _NEAR - 1, -1), -1):
        if not block.is_word(index) or not block.tokens[index + 1].glued:
            return False
        if any(reading.key in _MEDIA for reading in block.readings(index)):
            return True
        if not block.words[index].definite:
            return False
    return False


def _is_place(name: str) -> bool:
    place = lexicon.place(name)
    if place is None or not place.sure:
        return False
    word = lexicon.word(key(name))
    return not (word.may_be_given or word.key in lexicon.gated_places())
