"""Persons: names behind a title, given names and what follows them, chains with «بن», names behind a verb."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.analysis.model import EntityType
from reader.analysis.names.places import CLASS_OUTSIDE
from reader.analysis.names.titles import NO_SURNAME, inflected, sure_place, title_at, title_words
from reader.analysis.words import lexicon
from reader.analysis.words.keys import key, keys

if TYPE_CHECKING:
    from reader.analysis.names.block import Block
    from reader.analysis.words.tokens import Reading

LONGEST = 9
"""Tokens of the longest name with a chain of forefathers."""
_GOD = keys("الله الدين الإسلام الرحمن")
_PRONOUNS = ("ها", "هم", "هن", "هما", "وا", "ته")
_SYLLABLES = ("ون", "ين", "ان", "نغ", "نج", "وك", "يو")
_AMBIGUOUS_FIRST = keys("علي بن لي أنا بان هو")


class _Name(NamedTuple):
    end: int
    given: int
    """How many tokens are given names, kunyas or links of a chain."""
    unknown: int


def find(block: Block) -> None:
    index = 0
    while index < len(block.tokens):
        if not block.is_word(index) or block.taken[index] is not None:
            index += 1
            continue
        index = _titled(block, index) or _untitled(block, index) or index + 1


def _titled(block: Block, index: int) -> int | None:
    """A title at `index` and the name behind it; gives the index behind the name."""
    title = title_at(block, index)
    if title is None:
        return None
    start = title.name_at
    name = _extent(block, start, titled=True)
    if name is None or (block.foreign_script and not name.given):
        return None
    score = 0.95 if name.given else 0.85
    block.add(start, name.end, EntityType.PERSON, title=title_words(block, title), score=score)
    return name.end


def _untitled(block: Block, index: int) -> int | None:
    """A name that its own words or a verb before it give away; gives the index behind it."""
    if sure_place(block, index) and not _named_like_place(block, index):
        return None
    if block.tokens[index].glued and block.key(index - 1) in CLASS_OUTSIDE and not block.words[index].given:
        return None
    reading = _first(block, index)
    name = _extent(block, index, titled=False, first=reading)
    if name is None:
        return None
    score = _evidence(block, index, reading, name)
    if score is None or (block.foreign_script and score < 0.9):
        return None
    block.add(index, name.end, EntityType.PERSON, letters=reading.letters, score=score)
    return name.end


def _named_like_place(block: Block, index: int) -> bool:
    word = block.words[index]
    follows = block.continues(index + 1) and block.words[index + 1].unknown and not sure_place(block, index + 1)
    return word.given_or_word and follows and not block.words[index + 1].common


def _first(block: Block, index: int) -> Reading:
    """How to read the first word: a clitic comes off only where a listed or attested name is left."""
    whole, *split = block.readings(index)
    word = block.words[index]
    if word.given or word.given_or_word or whole.key in lexicon.KUNYA or whole.key in lexicon.SERVANT:
        return whole
    if word.common and word.key[0] != "و" and not any(lexicon.word(r.key).given and len(r.key) > 3 for r in split):
        return whole
    if split and index and block.taken[index - 1] is EntityType.PERSON and word.key[0] == "و" and word.unknown:
        return split[0]
    for reading in split:
        rest = lexicon.word(reading.key)
        if rest.given or reading.key in lexicon.KUNYA or reading.key in lexicon.SERVANT:
            return reading
        if rest.unknown and reading.key in block.attested and not word.common and len(reading.key) > 3:
            return reading
        if rest.given_or_word and not word.common and (reading.key in block.attested or _goes_on(block, index + 1)):
            return reading
    return whole


def _evidence(block: Block, index: int, reading: Reading, name: _Name) -> float | None:
    """How sure an untitled name is, None for not at all."""
    length = name.end - index
    first = lexicon.word(reading.key)
    saying = block.tokens[index].glued and index > 0 and block.words[index - 1].saying
    if first.given and length > 1:
        return 0.9
    if first.key in lexicon.KUNYA and length > 1:
        return 0.75
    if first.key in lexicon.SERVANT and length > 1:
        return 0.85
    if any(block.key(i) in lexicon.FILIATION for i in range(index, name.end)) and length > 1:
        return 0.9
    if first.given_or_word and length > 1 and first.key not in _AMBIGUOUS_FIRST:
        return 0.75
    if first.given_or_word and length > 1 and (name.given > 1 or name.unknown):
        return 0.75
    if first.given and (saying or (first.foreign and reading.letters == 0)):
        return 0.7 if saying else 0.55
    people = block.tokens[index].glued and index > 0 and block.words[index - 1].definite
    people = people and block.words[index - 1].demonym is not None
    shaped = not any(inflected(block.key(i)) for i in range(index, name.end)) and not inflected(first.key)
    if saying and name.unknown == length and shaped and len(first.key) > 2:
        return 0.7 if length > 1 else 0.55
    plain = 2 <= length <= 4 and shaped and name.unknown + name.given == length
    if plain and people:
        return 0.65
    if plain and (name.given or _foreign(block, index, name.end)):
        return 0.55
    return None


def _foreign(block: Block, start: int, end: int) -> bool:
    """Whether every word is unknown, long enough, and does not look inflected by an Arabic prefix."""
    keys = [block.key(i) for i in range(start, end)]
    if any(lexicon.places().starts(word) for word in keys):
        return False
    return all(len(word) > 2 and not word.startswith(("ال", "لل", "وال", "ست", "سي", "مت", "است")) for word in keys)


def _extent(block: Block, start: int, *, titled: bool, first: Reading | None = None) -> _Name | None:
    """The words from `start` on that make up one name."""
    index, given, unknown = start, 0, 0
    led = titled or (start > 0 and block.tokens[start].glued and block.words[start - 1].saying)
    while index < len(block.tokens) and index - start < LONGEST and (index == start or block.continues(index)):
        word_key = first.key if first and index == start else block.key(index)
        word = lexicon.word(word_key)
        if index > start and sure_place(block, index) and not word.given:
            break
        joined = _joined(block, index, word_key, at_start=index == start)
        if joined:
            index += joined
            given += 1
        elif word.given or (word.given_or_word and _given(block, start, index, titled=titled, unknown=unknown)):
            index += 1
            given += 1
        elif _syllable(block, start, index, titled=titled) or (
            word.unknown and not (index > start and _is_next_word(block, index, length=index - start))
        ):
            index += 1
            unknown += 1
        elif index == start and titled and word.definite and not word.common and word.demonym is None:
            return _Name(_regnal(block, index + 1), 0, 1)
        elif index > start and _is_surname(block, start, index, given=given, unknown=unknown, led=led):
            return _Name(_regnal(block, index + 1), given, unknown)
        else:
            break
    if index == start:
        return None
    return _Name(_regnal(block, index), given, unknown)


def _given(block: Block, start: int, index: int, *, titled: bool, unknown: int) -> bool:
    """Whether a word that is also a given name is meant as one."""
    if index == start:
        return titled or _goes_on(block, index + 1)
    return block.key(index) not in _AMBIGUOUS_FIRST or (unknown == 0 and not block.words[start].foreign)


def _syllable(block: Block, start: int, index: int, *, titled: bool) -> bool:
    """A short word of a name in Chinese or Korean order, which may look like an Arabic word."""
    if block.key(start) not in lexicon.SURNAME_FIRST or index > start + 2:
        return False
    if index == start:
        return titled and block.continues(index + 1)
    word = block.words[index]
    sure = titled or (index == start + 2 and block.words[start + 1].unknown)
    short = len(word.key) <= 3 or (len(word.key) == 4 and word.key.endswith(_SYLLABLES))
    return sure and short and word.key not in lexicon.FUNCTION and not word.saying


def _joined(block: Block, index: int, word_key: str, *, at_start: bool) -> int:
    """How many words a word that is never alone takes with itself («عبد العزيز», «بن سلمان», «دي لا …»), or 0."""
    if not block.continues(index + 1):
        return 0
    following = block.words[index + 1]
    if word_key in lexicon.SERVANT and following.key.startswith("ال"):
        return 2
    if word_key in lexicon.FILIATION and not (at_start and word_key == key("ولد")):
        if following.key in lexicon.KUNYA or following.key in lexicon.SERVANT:
            return 3 if block.continues(index + 2) else 0
        return 2 if not following.saying and len(following.key) > 2 else 0
    if word_key in lexicon.KUNYA and word_key != key("أم") and following.demonym is None:
        servant = following.key in lexicon.SERVANT and block.continues(index + 2)
        return (3 if servant else 2) if len(following.key) > 1 else 0
    if word_key in lexicon.PARTICLES and not at_start:
        return _particles(block, index)
    if not at_start and word_key == key("آل"):
        return 2
    if following.key in _GOD and lexicon.word(word_key).given_or_word:
        return 2
    return 0


def _particles(block: Block, index: int) -> int:
    """How many words particles take with the name behind them: «فون دير …», «دي لا …»."""
    end = index + 1
    while end < index + 3 and block.continues(end) and block.key(end) in lexicon.PARTICLES:
        end += 1
    if not block.continues(end):
        return 0
    word = block.words[end]
    chain = end > index + 1 and word.key not in lexicon.FUNCTION and not (word.saying or word.definite)
    return end + 1 - index if word.unknown or word.given or chain else 0


def _goes_on(block: Block, index: int) -> bool:
    """Whether the word at `index` can only be the rest of a name."""
    if not block.continues(index):
        return False
    word = block.words[index]
    if word.key in lexicon.FILIATION or word.key in lexicon.SERVANT or word.key in lexicon.KUNYA or word.given:
        return True
    if sure_place(block, index) or word.demonym is not None:
        return False
    if word.unknown:
        return not inflected(word.key) and not _is_next_word(block, index)
    return word.definite and (not word.common or word.key.endswith("ي")) and word.key not in NO_SURNAME


def _is_next_word(block: Block, index: int, *, length: int = 1) -> bool:
    """Whether an unknown word rather opens something new: «و» + a name, an adjective, an inflected word.

    `length` is that of the name so far: after two words «و» is taken for «and».
    """
    word = block.key(index)
    if inflected(word, _PRONOUNS) or (word[0] == "و" and length > 1):
        return True
    if word.startswith(("وال", "لل", "فال", "بال")):
        return True
    if word[0] in "وفبلك" and len(word) > 3:
        rest = lexicon.word(word[1:])
        if rest.given or (rest.key in block.attested and word[0] in "ول") or rest.demonym is not None:
            return True
        place = lexicon.place(word[1:])
        if place is not None and (place.sure or word[0] == "و"):
            return True
    participle = word.startswith("م") and word.endswith(("ين", "ون")) and len(word) > 6
    return participle or word.endswith(("يه", "وها", "تها", "تهم", "يين", "يون"))


def _is_surname(block: Block, start: int, index: int, *, given: int, unknown: int, led: bool) -> bool:
    """Whether a known word ends the name: «سعد الحريري», «محمد المصري», and «الشيخ علي جمعة»."""
    word = block.words[index]
    alone = led and given == 0 and unknown == 1 and not word.key.endswith("ه")
    arabic = ((given > 0 and unknown == 0) or alone) and not block.words[start].foreign
    if word.key in NO_SURNAME or word.key in lexicon.REGNAL:
        return False
    if not word.definite:
        return led and given == 1 and unknown == 0 and _plain_surname(block, index)
    if lexicon.titles().starts(word.key) and not (led and given == 1):
        return False
    if word.demonym is not None or word.common:
        return arabic and not alone and not word.key.endswith("يه") and (word.key.endswith("ي") or given == 1)
    return arabic


def _plain_surname(block: Block, index: int) -> bool:
    """Whether a word of the language without the article may be a surname, behind a title and a given name."""
    word = block.words[index]
    if word.key in lexicon.FUNCTION or word.saying or word.demonym is not None or len(word.key) < 3:
        return False
    if lexicon.titles().starts(word.key) or word.key[0] in "يت" or inflected(word.key):
        return False
    return not block.text[block.tokens[index].start : block.tokens[index].end].endswith(("ً", "ًا", "اً", "ا"))


def _regnal(block: Block, end: int) -> int:
    """The index behind an ordinal that counts rulers of one name."""
    return end + 1 if block.continues(end) and block.key(end) in lexicon.REGNAL else end
