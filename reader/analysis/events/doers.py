"""Whom a row names as the one who does it, where the text leaves that out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from reader.analysis.events.phrases import Kind, Phrase, split
from reader.analysis.events.subjects import agrees, begin_of, subject_before
from reader.analysis.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.analysis.events.forms import Words
    from reader.analysis.events.sentence import Candidate
    from reader.analysis.model import Entity

_PLURAL, _OBLIQUE = "ون", "ين"
"""Endings of several who do something, and of several to whom it is done."""
_FAR: Final = 40
"""Tokens before a verb among which that stands to which it is joined, and behind one among which its subject ends."""

Names = Mapping[str, str]
"""By id the whole names of people."""


def put_in(words: Words, candidate: Candidate, lead: int, behind: Sequence[Phrase], names: Names) -> str | None:
    """Who does it where its clause leaves that out; nobody where it is several. Where a noun behind may be the subject,
    it is only one of whom the sentences before spoke: he may be meant by a pronoun («أدخله والده»)."""
    if (lead == candidate.token and not candidate.is_verb) or words.is_of_many(lead):
        return None
    actor = _left_out(words, candidate, behind)
    if any(_may_be_subject(words, lead, phrase) for phrase in behind):
        here = {entity.id for entity, _ in words.sentence.named}
        return actor.name if actor is not None and actor.id not in here else None
    return actor.name if actor is not None else _of_joined(words, lead, names)


def _left_out(words: Words, candidate: Candidate, behind: Sequence[Phrase]) -> Entity | None:
    """Who takes part most surely, where the row does not name them."""
    actor, sentence = candidate.actor, words.sentence
    ends = [(sentence.tokens[phrase.first].start, sentence.tokens[phrase.last].end) for phrase in behind]
    said = {entity.id for end in ends for entity, _ in sentence.named_between(*end)}
    return actor if actor is not None and actor.id not in said else None


def _may_be_subject(words: Words, lead: int, phrase: Phrase) -> bool:
    """Whether a phrase behind a verb may be its subject."""
    head = phrase.first
    if phrase.kind is not Kind.NOUN:
        return False
    if words.has_object(lead):
        return True
    if head in words.mentions:
        return words.mentions[head][0].type is not EntityType.LOCATION or words.feminine_verb(lead)
    return agrees(words, head, lead)


def _of_joined(words: Words, lead: int, names: Names) -> str | None:
    """The subject of the verb to which this one is joined, None where it is not or they do not agree."""
    if not words.joined_letters(lead):
        return None
    for at in range(lead - 1, max(-1, lead - _FAR), -1):
        if not words.is_verb(at) or words.sentence.clause_at(at).relative:
            continue
        subject = _subject_of(words, at)
        if subject is not None and not words.raw(subject.first).endswith(_OBLIQUE):
            several = words.raw(subject.first).endswith(_PLURAL)
            goes_on = words.feminine_verb(at) == words.feminine_verb(lead) and not several
            return _named(words, subject, names) if goes_on else None
    return None


def _subject_of(words: Words, verb: int) -> Phrase | None:
    found = () if words.joined_letters(verb) else subject_before(words, verb)
    if found:
        return found[0]
    last = min(verb + _FAR, len(words.sentence.tokens))
    end = next((at for at in range(verb + 1, last) if words.bounds(at)), last)
    behind = split(words, [at for at in range(verb + 1, end) if at not in words.hidden])
    return behind[0] if behind and _may_be_subject(words, verb, behind[0]) else None


def _named(words: Words, subject: Phrase, names: Names) -> str:
    """By its whole name where it is that of a person, else as it stands."""
    sentence = words.sentence
    start, end = begin_of(words, subject.first), sentence.tokens[subject.last].end
    for entity, _ in sentence.named_between(start, end):
        if entity.id in names:
            return names[entity.id]
    return sentence.text[start:end]
