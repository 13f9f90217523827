"""What a document has named once, it may name again with less: surnames, brands, gated places."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from reader.analysis.model import EntityType, MentionBasis
from reader.analysis.names import attested
from reader.analysis.words import lexicon
from reader.analysis.words.clitics import BEFORE_NOUNS, after_letters, readings
from reader.analysis.words.keys import key, name_keys
from reader.analysis.words.trie import Trie
from reader.analysis.words.verbs import is_plainly_verb
from reader.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from reader.analysis.model import Mention
    from reader.analysis.names.block import Block
    from reader.analysis.words.clitics import Reading

SURE = 0.7
"""Score from which a mention vouches for other places where the same words stand."""
SURNAME_SHARE = 0.5
"""How much a full name says about the type of its last word."""
_LONGEST = 12
"""Words of a name that is found again whole: a longer one is a list, and looking for it everywhere takes long."""
_TYPES = (EntityType.PERSON, EntityType.ORGANISATION, EntityType.PRODUCT, EntityType.LOCATION)


@dataclass(slots=True)
class Memory:
    """The names that a document has given, to be found again where nothing else gives them away."""

    full: Trie[EntityType] = field(default_factory=Trie)
    short: dict[str, EntityType] = field(default_factory=dict)


def _remember(blocks: Sequence[Block]) -> Memory:
    """The sure mentions of all blocks. A surname that is a word of the language, or of the document, is not
    remembered."""
    memory = Memory()
    votes: dict[str, Counter[EntityType]] = {}
    for block in blocks:
        for mention in block.mentions:
            if mention.type not in _TYPES:
                continue
            keys = name_keys(mention.span.of(block.text))
            if mention.score >= SURE and 1 < len(keys) <= _LONGEST:
                memory.full.add(keys, mention.type)
            if (short := _short(keys, mention)) is not None:
                votes.setdefault(short, Counter())[mention.type] += 1
    for word in votes.keys() - attested.words_among(blocks):
        memory.short[word] = votes[word].most_common(1)[0][0]
    return memory


def _votes(blocks: Iterable[Block]) -> dict[str, dict[EntityType, float]]:
    """What the scores of each name's mentions say of its type; a person's full name speaks for the surname too."""
    votes: dict[str, dict[EntityType, float]] = defaultdict(lambda: defaultdict(float))
    for block in blocks:
        for mention in block.mentions:
            name = key(mention.span.of(block.text))
            votes[name][mention.type] += mention.score
            if mention.type is EntityType.PERSON and mention.score >= SURE and " " in name:
                votes[name.split()[-1]][mention.type] += mention.score * SURNAME_SHARE
    return votes


def without_attested_clitics(blocks: Sequence[Block]) -> None:
    """«ومادسن» is «و» and a name, where the document speaks more of «مادسن» and no list knows the whole; for a name
    of several words it is enough that the document has it without the letter."""
    votes = _votes(blocks)
    for block in blocks:
        block.mentions = [_without_attested_clitic(block, mention, votes) for mention in block.mentions]


def agree(blocks: Sequence[Block]) -> None:
    """Gives one name one type in the whole document: the one that its scores speak for."""
    votes = _votes(blocks)
    for block in blocks:
        for number, mention in enumerate(block.mentions):
            types = votes[key(mention.span.of(block.text))]
            best = max(types, key=lambda type_: types[type_])
            if types[best] > types[mention.type]:
                block.mentions[number] = replace(mention, type=best, basis=MentionBasis.CONSISTENCY)


def _without_attested_clitic(
    block: Block, mention: Mention, votes: Mapping[str, Mapping[EntityType, float]]
) -> Mention:
    name = key(mention.span.of(block.text))
    rest = name[1:]
    if name[:1] not in BEFORE_NOUNS or rest not in votes:
        return mention
    if " " not in name and sum(votes[rest].values()) <= sum(votes[name].values()):
        return mention
    known = lexicon.word(name)
    if known.may_be_given or lexicon.place(name) is not None:
        return mention
    first, _ = block.within(mention.span)
    return replace(mention, span=Span(after_letters(block.text, block.tokens[first], 1), mention.span.end))


def _short(keys: Sequence[str], mention: Mention) -> str | None:
    """The one word that may stand for the whole name later."""
    if lexicon.word(keys[-1]).given_or_word:  # «حسن»: what is heard as a word elsewhere is one
        return None
    if mention.type is EntityType.PERSON:
        first = len(keys) > 1 and keys[0] in lexicon.SURNAME_FIRST
        word = keys[0] if first else keys[-1]
        sure = (mention.score >= SURE and len(keys) > 1) or mention.title is not None
        if (
            not sure
            or len(word) < (2 if first else 3)
            or word in lexicon.REGNAL
            or (len(keys) > 2 and keys[-2] in lexicon.SERVANT)
        ):
            return None
        known = lexicon.word(word)
        nisba = known.definite and word.endswith("ي") and len(keys) > 1
        if (
            (known.common and not nisba and not first)
            or known.demonym is not None
            or (known.given and len(keys) > 1 and not first)
        ):
            return None
        return word
    if len(keys) == 1 and mention.score >= SURE and not lexicon.word(keys[0]).common and len(keys[0]) > 2:
        return keys[0]
    return None


def recall(blocks: Sequence[Block]) -> None:
    """Marks what the document has named and nothing has seen in its other places."""
    memory = _remember(blocks)
    for block in blocks:
        for index in range(len(block.tokens)):
            if block.taken[index] is None and block.is_word(index):
                _recall(block, index, memory)


def _recall(block: Block, index: int, memory: Memory) -> None:
    for reading in readings(block.tokens[index].key):
        if memory.full.starts(reading.key):
            match = memory.full.longest(reading.key, block.tokens, index)
            if match is not None and block.free(index, match[0]):
                _add(block, index, match[0], match[1], reading)
                return
        type_ = memory.short.get(reading.key)
        if len(reading.key) < 3 and not (index and is_plainly_verb(block.key(index - 1))):
            continue
        if type_ is not None and (reading.letters == 0 or not block.words[index].common):
            _add(block, index, index + 1, type_, reading)
            return


def _add(block: Block, start: int, end: int, type_: EntityType, reading: Reading) -> None:
    score = round(0.85 - 0.05 * reading.letters, 2)
    block.add(start, end, type_, letters=reading.letters, score=score, basis=MentionBasis.CONSISTENCY)
