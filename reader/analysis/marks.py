"""Turns an analysis into marks: what to draw, and the entity or time that each mark stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.document.marks import Mark, Role

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.analysis.model import Analysis


def marks(analysis: Analysis) -> list[Mark]:
    """The mentions (`ref` is the entity's id) and the time expressions (`ref` is "t" and the index in
    `analysis.times`), in text order. No two overlap: of two that do, the one that covers more stays."""
    found = [
        Mark(mention.span, Role(entity.type.value), entity.id)
        for entity in analysis.entities
        for mention in entity.mentions
    ]
    found += [Mark(time.span, Role.TIME, f"t{index}") for index, time in enumerate(analysis.times)]
    return list(_outermost(found))


def _outermost(found: list[Mark]) -> Iterable[Mark]:
    kept: list[Mark] = []
    for mark in sorted(found, key=lambda mark: (mark.span.start, -mark.span.end)):
        if mark.span.length == 0:
            continue
        if kept and kept[-1].span.overlaps(mark.span):
            if mark.span.length > kept[-1].span.length:
                kept[-1] = mark
            continue
        kept.append(mark)
    return kept
