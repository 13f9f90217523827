"""Offices that stand for their bearer: «وزير الدفاع الروسي», where one person of the document was given it.

A description joins a person only if exactly one bears that title, word for word, and only from two words on that
say something: «الرئيس السابق» may be anybody.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from reader.analysis.model import EntityType, Mention, MentionBasis, MentionLevel
from reader.analysis.names import lexicon
from reader.analysis.names.keys import key
from reader.analysis.names.titles import QUALIFIERS
from reader.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from reader.analysis.model import Entity

SCORE: Final = 0.8
_MOST: Final = 200
"""Titles that are looked for in one document."""
_NEAR: Final = 40
"""Characters within which a name follows whose title it rather is: «وزير الدفاع الروسي السابق إيغور …»."""
_WORD: Final = re.compile(r"\w+")
_NEXT_WORD: Final = re.compile(r" (\w+)")


def describe(text: str, blocks: Iterable[Span], entities: Sequence[Entity]) -> tuple[Entity, ...]:
    """The entities, with what describes persons among their mentions."""
    bearers = _bearers(entities)
    if not bearers:
        return tuple(entities)
    longest_first = sorted(bearers, key=lambda title: (-len(title), title))[:_MOST]
    pattern = re.compile(rf"(?<!\w)[وف]?[بلك]?({'|'.join(map(re.escape, longest_first))})(?!\w)")
    taken = sorted(mention.span for entity in entities for mention in entity.mentions)
    found: dict[str, list[Mention]] = {}
    for block in blocks:
        for match in pattern.finditer(text, block.start, block.end):
            span = Span(*match.span(1))
            if not _says_more(text, span.end) and not _names_somebody(text, span, taken):
                mention = Mention(
                    span, EntityType.PERSON, MentionLevel.DESCRIPTION, score=SCORE, basis=MentionBasis.RULE
                )
                found.setdefault(bearers[match[1]], []).append(mention)
    return tuple(_with(entity, found.get(entity.id, ())) for entity in entities)


def _bearers(entities: Iterable[Entity]) -> Mapping[str, str]:
    """Title and id of the only person who was given it."""
    ids: dict[str, set[str]] = {}
    for entity in entities:
        for title in entity.titles if entity.type is EntityType.PERSON else ():
            ids.setdefault(title, set()).add(entity.id)
    return {title: next(iter(bearers)) for title, bearers in ids.items() if len(bearers) == 1 and _says_who(title)}


def _says_who(title: str) -> bool:
    words = {key(word) for word in _WORD.findall(title)}
    return len(words - QUALIFIERS) > 1


def _says_more(text: str, end: int) -> bool:
    """Whether an adjective of a people follows: «وزير الدفاع» is not known to be «وزير الدفاع الكوري»."""
    following = _NEXT_WORD.match(text, end)
    return following is not None and lexicon.word(key(following[1])).demonym is not None


def _names_somebody(text: str, span: Span, names: Sequence[Span]) -> bool:
    """Whether the office lies in a name, or stands before one with nothing but words between."""
    at = bisect_right(names, span.start, key=lambda name: name.start)
    for name in names[max(at - 1, 0) : at + 1]:
        if name.overlaps(span):
            return True
        if name.start >= span.end:
            between = text[span.end : name.start]
            return len(between) < _NEAR and all(key(word) in QUALIFIERS for word in between.split())
    return False


def _with(entity: Entity, mentions: Sequence[Mention]) -> Entity:
    if not mentions:
        return entity
    return replace(entity, mentions=tuple(sorted((*entity.mentions, *mentions), key=lambda mention: mention.span)))
