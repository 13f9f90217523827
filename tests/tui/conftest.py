"""Readings for the screen: plain text, with an analysis that is known beforehand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from reader.analysis.model import Analysis, Entity, EntityType, Mention
from reader.document.build import plain_blocks
from reader.document.model import Document, Source
from reader.reading import Reading
from reader.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SENTENCES = (
    "زارت ليلى مدينة الإسكندرية في الشتاء، ثم عادت إلى بيتها.",
    "وقال سالم إن ليلى ستكتب عن البحر والأسواق القديمة «كتابًا طويلًا» في العام القادم.",
    "وفي المساء جلست ليلى مع سالم أمام النافذة يقرآن الرسائل التي وصلت من طنجة.",
)


class KnownReading(Reading):
    """A reading whose analysis finds the given names wherever they stand, and is there at once."""

    names: tuple[tuple[str, EntityType], ...] = ()

    def analyses(
        self, stop: Callable[[], bool] = lambda: False, view: Callable[[], Span] | None = None
    ) -> Iterator[Analysis]:
        del stop, view
        found = (self._entity(number, name, type_) for number, (name, type_) in enumerate(self.names, 1))
        self.analysis = Analysis(tuple(entity for entity in found if entity.mentions), complete=True)
        yield self.analysis

    def _entity(self, number: int, name: str, type_: EntityType) -> Entity:
        places = (Span(*match.span()) for match in re.finditer(name, self.document.text))
        return Entity(f"e{number}", type_, name, tuple(Mention(span, type_) for span in places))


@pytest.fixture
def make_reading() -> Callable[[str], KnownReading]:
    """A reading of a plain text, in which «ليلى», «سالم» and «الإسكندرية» are known."""

    def make(text: str) -> KnownReading:
        source = Source("text.txt", "text", "utf-8", "")
        reading = KnownReading(Document(text, plain_blocks(text), source))
        reading.names = (
            ("ليلى", EntityType.PERSON),
            ("سالم", EntityType.PERSON),
            ("الإسكندرية", EntityType.LOCATION),
        )
        return reading

    return make


@pytest.fixture
def story(make_reading: Callable[[str], KnownReading]) -> KnownReading:
    """Sixty paragraphs: several screens."""
    return make_reading("\n\n".join(SENTENCES[index % 3] for index in range(60)))
