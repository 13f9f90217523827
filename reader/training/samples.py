"""What every corpus is read into: a text with labelled names, and the rules that it was labelled by."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import TYPE_CHECKING, Final, NamedTuple, Self

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.text.span import Span

ANY_OF: Final = "any"
"""Type of a span that is a product, a work or something else: the MISC of ANERcorp and AQMAR."""
UNSAID: Final = "unsaid"
"""Type of a span about which the corpus says nothing that we could use."""

INLINE: Final = {
    "PER": "person",
    "LOC": "location",
    "ORG": "organisation",
    "PRO": "product",
    "WRK": "work",
    "OTH": "other",
}
"""The types as our labels write them."""


class Convention(IntEnum):
    """Whose rules a text was labelled by. The model is told in training; the program always asks for OURS."""

    OURS = 0
    ANERCORP = 1
    AQMAR = 2
    WOJOOD = 3


class Parts(NamedTuple):
    """Who takes part in a happening and where it is: all that its text calls them."""

    who: frozenset[str]
    where: frozenset[str]


class Row(NamedTuple):
    """What the row of a happening says: where in the text the words begin that it keeps in a wide panel, those that it
    keeps in a narrow one, and those behind which it puts something in; and what."""

    long: frozenset[int]
    short: frozenset[int]
    behind: frozenset[int]
    put_in: frozenset[str]

    def moved(self, by: Callable[[int], int]) -> Self:
        """The row in another text."""
        long, short, behind = (frozenset(at + by(at) for at in words) for words in (self.long, self.short, self.behind))
        return self._replace(long=long, short=short, behind=behind)


@dataclass(frozen=True, slots=True)
class Label:
    """A named span, or the trigger of a happening. `type` is a value of `EntityType`, or ANY_OF, or UNSAID; of a
    trigger "told", "planned" or UNSAID. `parts` and `row` are those of its happening, None where the corpus does not
    say."""

    span: Span
    type: str
    parts: Parts | None = None
    row: Row | None = None

    def moved(self, by: Callable[[int], int]) -> Self:
        """The label in another text, where each position stands so much further on."""
        return replace(self, span=self.span.shift(by(self.span.start)), row=self.row and self.row.moved(by))


@dataclass(frozen=True, slots=True)
class Sample:
    """A labelled text. `group` names what belongs together (a piece, a stretch of a corpus): the parts of a
    group are held out together."""

    text: str
    labels: tuple[Label, ...]
    convention: Convention
    group: str
    happenings: tuple[Label, ...] | None = None
    """Triggers of events, of type "told", "planned" or UNSAID, where events were labelled."""

    @property
    def has_rows(self) -> bool:
        """Whether of some of its happenings the rows are known."""
        return any(happening.row is not None for happening in self.happenings or ())

    @property
    def tells_parts(self) -> bool:
        """Whether of some of its happenings it is known who takes part."""
        return any(happening.parts is not None for happening in self.happenings or ())

    @property
    def held_out(self) -> bool:
        """One group in ten, by its hash: never trained on."""
        return hashlib.sha256(self.group.encode()).digest()[0] % 10 == 0
