"""Offices that stand for their bearer: «وزير الدفاع الروسي», where one person of the document was given it.

A description joins a person only if exactly one bears that title, word for word, and only from two words on that
say something: «الرئيس السابق» may be anybody.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from reader.analysis.model import EntityType, Mention, MentionBasis, MentionLevel
from reader.analysis.names.titles import QUALIFIERS
from reader.analysis.words import lexicon
from reader.analysis.words.clitics import BEFORE
from reader.analysis.words.keys import key, keys
from reader.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.analysis.entities.growing import Cluster, Gathering

SCORE: Final = 0.8
_MOST: Final = 200
"""Titles that are looked for in one document."""
_WORD: Final = re.compile(r"\w+")
_WORD_BEHIND: Final = re.compile(r"\s+(\w+)")
_WORD_BEFORE: Final = re.compile(r"(\w+)\s+\Z")
_BEFORE_BEARER: Final = re.compile(r"\s+|\s*/\s*")
_LONGEST_WORD: Final = 20
_DEPUTIES: Final = keys("نائب نائبة مساعد مساعدة وكيل وكيلة مستشار مستشارة سكرتير سكرتيرة")


def describe(gathering: Gathering) -> None:
    """Adds what describes persons to their mentions."""
    bearers = _bearers(gathering)
    if not bearers:
        return
    longest_first = sorted(bearers, key=lambda title: (-len(title), title))[:_MOST]
    pattern = re.compile(rf"(?<!\w){BEFORE}({'|'.join(map(_however_spaced, longest_first))})(?!\w)")
    named = sorted((mention.span, mention.type) for cluster in gathering.of() for mention in cluster.mentions)
    for block in gathering.blocks:
        for match in pattern.finditer(gathering.text, block.start, block.end):
            span = Span(*match.span(1))
            if not (_of_another(gathering.text, match.start(), span.end) or _names_somebody(gathering, span, named)):
                bearers[_spaced_once(match[1])].describe(_mention(span))


def _however_spaced(title: str) -> str:
    """A pattern of the title, whose words may stand apart by two spaces or the end of a line."""
    return r"\s+".join(map(re.escape, title.split()))


def _spaced_once(title: str) -> str:
    return " ".join(title.split())


def _mention(span: Span) -> Mention:
    return Mention(span, EntityType.PERSON, MentionLevel.DESCRIPTION, score=SCORE, basis=MentionBasis.RULE)


def _bearers(gathering: Gathering) -> Mapping[str, Cluster]:
    """Titles with the only person who was given each."""
    found: dict[str, dict[int, Cluster]] = {}
    for cluster in gathering.of(EntityType.PERSON):
        for title in {_spaced_once(mention.title) for mention in cluster.mentions if mention.title}:
            found.setdefault(title, {})[id(cluster)] = cluster
    return {title: next(iter(ones.values())) for title, ones in found.items() if len(ones) == 1 and _says_who(title)}


def _says_who(title: str) -> bool:
    words = {key(word) for word in _WORD.findall(title)}
    return len(words - QUALIFIERS) > 1


def _of_another(text: str, start: int, end: int) -> bool:
    """Whether the words around make it another office: «وزير الدفاع الكوري», «الرئيس السابق», «نائب الرئيس»."""
    before, behind = _WORD_BEFORE.search(text, max(0, start - _LONGEST_WORD), start), _WORD_BEHIND.match(text, end)
    if before is not None and key(before[1]) in _DEPUTIES:
        return True
    word = key(behind[1]) if behind is not None else ""
    return word in QUALIFIERS or lexicon.word(word).demonym is not None


def _names_somebody(gathering: Gathering, span: Span, named: Sequence[tuple[Span, EntityType]]) -> bool:
    """Whether the office lies in a name, or right before a person's."""
    at = bisect_right(named, span.start, key=lambda name: name[0].start)
    if any(name.overlaps(span) for name, _ in named[max(at - 1, 0) : at + 1]):
        return True
    following, type_ = named[at] if at < len(named) else (None, None)
    if type_ is not EntityType.PERSON or following is None:
        return False
    return _BEFORE_BEARER.fullmatch(gathering.text, span.end, following.start) is not None
