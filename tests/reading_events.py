"""A sentence as the steps of the room of events have it, for tests of single steps."""

import re
from collections.abc import Mapping

from heard import hear

from reader.analysis import events
from reader.analysis.events.find import Source
from reader.analysis.events.sentence import Candidate, Sentence
from reader.analysis.model import Entity, EntityType, Mention
from reader.analysis.steps import take
from reader.analysis.time import find_times
from reader.text.span import Span


def last_sentence(text: str, names: Mapping[str, str] | None = None, today: str | None = None) -> Sentence:
    """The last sentence of a paragraph, its words read, nothing told yet; those before are told."""
    source = Source(text, named(text, names or {}), find_times(text, None), today, hear(text))
    sentences = iter(source.sentences(Span(0, len(text))))
    last = next(sentences)
    take(events.READING, last)
    for sentence in sentences:
        take(events.TELLING, last)
        take(events.READING, sentence)
        last = sentence
    return last


def named(text: str, names: Mapping[str, str]) -> tuple[Entity, ...]:
    """An entity for each name, its id the name, its mentions everywhere that it stands."""
    return tuple(Entity(name, EntityType(type_), name, _mentions(text, name, type_)) for name, type_ in names.items())


def _mentions(text: str, name: str, type_: str) -> tuple[Mention, ...]:
    return tuple(Mention(Span(*at.span()), EntityType(type_)) for at in re.finditer(name, text))


def candidate(sentence: Sentence, word: str) -> Candidate:
    """The one whose word ends so."""
    tokens = sentence.tokens
    (found,) = (one for one in sentence.candidates if Span(*tokens[one.token][:2]).of(sentence.text).endswith(word))
    return found
