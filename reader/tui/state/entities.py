"""Entities, as more becomes known about them: which is which, and who is on the page."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.analysis.model import Entity
    from reader.text.span import Span


def same(entity: Entity, other: Entity) -> bool:
    """Whether `other`, of which more is known, is named like `entity` or where that is: ids may change."""
    return touches(other, entity.mentions[0].span) or entity.name == other.name


def found_again(entity: Entity, entities: Iterable[Entity]) -> Entity | None:
    """The one among `entities` that stands for the same, now that more is known."""
    return next((one for one in entities if one.mentions and one.type is entity.type and same(entity, one)), None)


def touches(entity: Entity, span: Span) -> bool:
    """Whether one of the entity's mentions is within `span`, wholly or in part."""
    index = bisect_left(entity.mentions, span.start, key=lambda mention: mention.span.end - 1)
    return index < len(entity.mentions) and entity.mentions[index].span.overlaps(span)
