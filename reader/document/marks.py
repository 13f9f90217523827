"""Marks: a span of the text and the role it plays. Meaning on one side, drawing on the other."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.text.span import Span


class Role(StrEnum):
    """Why a span may look different from plain text. Styles give each role its look."""

    PERSON = "person"
    LOCATION = "location"
    ORGANISATION = "organisation"
    PRODUCT = "product"
    WORK = "work"
    OTHER = "other"
    TIME = "time"
    EVENT = "event"
    HEADING = "heading"
    QUOTE = "quote"
    CODE = "code"
    CHOSEN = "chosen"
    """A mention of the entity that the reader has chosen."""
    HIT = "hit"
    CURRENT_HIT = "current_hit"
    SELECTION = "selection"


@dataclass(frozen=True, slots=True)
class Mark:
    """A role that a span plays; `ref` names what it stands for (an entity or event id), if anything."""

    span: Span
    role: Role
    ref: str | None = None
