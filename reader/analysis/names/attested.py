"""The document as evidence on what the recogniser said: what it marks here and there only is a word, and a form met
once gives way to the names of which it is made."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from reader.analysis.model import EntityType
from reader.analysis.words import lexicon
from reader.analysis.words.clitics import readings
from reader.analysis.words.keys import name_keys
from reader.analysis.words.trie import Trie
from reader.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from reader.analysis.model import Mention
    from reader.analysis.names.block import Block

LEAST_MET: Final = 5
"""Occurrences from which a document says something about a word."""
LEAST_SHARE: Final = 1 / 3
"""Of the occurrences of a name at least so many are marked."""
OFTEN: Final = 10
"""How many times more often a name stands alone than in a form that gives way to it."""
SURE: Final = 0.98
"""Score of a form that stands, whatever the document says: two books have 60 right ones with it («إبراهيم عدلان»,
«عبد الغني النابلسي») and six wrong, and below it three right ones and 50 wrong."""
_LONGEST: Final = 8
"""Words of a form that is taken apart."""

Words = tuple[str, ...]


class _Piece(NamedTuple):
    """Words `[start, end)` of a form that the document attests as a name."""

    start: int
    end: int


def no_words(blocks: Sequence[Block]) -> None:
    """Drops names of one word that are words of this document."""
    words = words_among(blocks)
    for block in blocks:
        block.found = [mention for mention in block.found if words.isdisjoint([" ".join(_words(block, mention))])]


def words_among(blocks: Sequence[Block]) -> frozenset[str]:
    """Of the words in names those that are marked in under a third of the five or more places where they stand."""
    met, marked = _met(blocks), _marked(blocks)
    return frozenset(
        word
        for word, count in marked.items()
        if met[word] >= LEAST_MET and count < LEAST_SHARE * met[word] and not _is_given(word)
    )


def _met(blocks: Iterable[Block]) -> Counter[str]:
    """How often each word stands, by every way to split off its clitics."""
    tokens = Counter(token.key for block in blocks for token in block.tokens if token.is_word)
    met: Counter[str] = Counter()
    for word, count in tokens.items():
        for rest in {reading.key for reading in readings(word)}:
            met[rest] += count
    return met


def _marked(blocks: Iterable[Block]) -> Counter[str]:
    """How often each word stands in a name."""
    named = ((block, mention) for block in blocks for mention in (*block.found, *block.mentions))
    return Counter(word for block, mention in named for word in _words(block, mention))


def _words(block: Block, mention: Mention) -> Words:
    return name_keys(mention.span.of(block.text))


def _is_given(word: str) -> bool:
    return lexicon.word(word).may_be_given


def apart(blocks: Sequence[Block]) -> None:
    """Takes a person's form apart that is met once and not sure, where the names in it are met ten times as often
    alone and the rest of it is words («نوم جيمي», «بدر رفيق طارق»)."""
    forms = _forms(blocks)
    for block in blocks:
        block.found = [part for mention in block.found for part in _parts(block, mention, forms)]


def _parts(block: Block, mention: Mention, forms: Mapping[Words, int]) -> list[Mention]:
    """The mention, or those in it that the document speaks for."""
    words = _words(block, mention)
    first, last = block.within(mention.span)
    if mention.type is not EntityType.PERSON or mention.score >= SURE or not 1 < len(words) == last - first <= _LONGEST:
        return [mention]
    pieces = list(_pieces(words, forms))
    if not pieces or not _give_way(words, pieces):
        return [mention]
    return [_part(block, mention, first, piece) for piece in pieces]


def _part(block: Block, mention: Mention, first: int, piece: _Piece) -> Mention:
    start = block.tokens[first + piece.start].start if piece.start else mention.span.start
    return replace(mention, span=Span(start, block.tokens[first + piece.end - 1].end))


def _pieces(words: Words, forms: Mapping[Words, int]) -> Iterator[_Piece]:
    """The longest attested names in a form, from its beginning."""
    least = max(LEAST_MET, OFTEN * forms[words])
    start = 0
    while start < len(words):
        ends = (end for end in range(len(words), start, -1) if (start, end) != (0, len(words)))
        end = next((end for end in ends if forms.get(words[start:end], 0) >= least), None)
        if end is not None:
            yield _Piece(start, end)
        start = end or start + 1


def _give_way(words: Words, pieces: Sequence[_Piece]) -> bool:
    """Whether what lies around the pieces is words, or nothing and the pieces are no given names in a row."""
    covered = {at for piece in pieces for at in range(*piece)}
    rest = [word for at, word in enumerate(words) if at not in covered]
    if rest:
        return all(lexicon.word(word).common and not _is_given(word) for word in rest)
    return not all(_is_given(words[piece.start]) for piece in pieces)


def whole(blocks: Sequence[Block]) -> None:
    """Lets a person's name go on to where the document has it whole elsewhere («محمد» of «محمد علي كثيرا»)."""
    longer: Trie[int] = Trie()
    for form, count in _forms(blocks).items():
        if 1 < len(form) <= _LONGEST and count >= LEAST_MET:
            longer.add(form, count)
    for block in blocks:
        block.found = list(_grown(block, longer))


def _grown(block: Block, longer: Trie[int]) -> Iterator[Mention]:
    """The block's names, none of which reaches into the next."""
    limits = (*(mention.span.start for mention in block.found[1:]), block.span.end)
    for mention, limit in zip(block.found, limits, strict=False):
        first, last = block.within(mention.span)
        match = None
        if mention.type is EntityType.PERSON and first < last:
            match = longer.longest(_words(block, mention)[0], block.tokens, first)
        end = block.tokens[match[0] - 1].end if match else 0
        grows = mention.span.end < end <= limit
        yield replace(mention, span=Span(mention.span.start, end)) if grows else mention


def _forms(blocks: Sequence[Block]) -> Counter[Words]:
    """How often each person's name of the recogniser stands as it does."""
    return Counter(
        _words(block, mention) for block in blocks for mention in block.found if mention.type is EntityType.PERSON
    )
