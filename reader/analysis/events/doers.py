"""Whom a row names as the one who does it, where the text leaves that out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from reader.analysis.events.phrases import Kind, Phrase, split
from reader.analysis.events.subjects import agrees, begin_of, subject_before
from reader.analysis.model import EntityType
from reader.analysis.words.clitics import CONJUNCTIONS
from reader.analysis.words.keys import keys

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.analysis.events.forms import Words
    from reader.analysis.events.sentence import Candidate

_NOBODY: Final = frozenset({"birth", "death"})
"""Kinds of events whose verbs have no object: the noun behind them is the subject."""
_JOINING: Final = keys("ثم بعد قبل أن")
_LONGEST: Final = 24
"""Characters of a subject that is put in as the text has it."""

Names = Mapping[str, tuple[str, ...]]
"""By id how those are called of whom one may be put in: in full, and shorter."""


def put_in(words: Words, candidate: Candidate, lead: int, behind: Sequence[Phrase], names: Names) -> tuple[str, ...]:
    """Who does it where its clause leaves that out, in full and shorter; nobody where the noun behind may be it."""
    if not candidate.is_verb and lead == candidate.token:
        return ()
    if words.is_of_many(lead) or words.sentence.key(lead).endswith("نا"):
        return ()
    noun = next((phrase for phrase in behind if phrase.kind is Kind.NOUN), None)
    if noun and _may_be_subject(words, candidate, lead, noun):
        return ()
    clause, tokens = candidate.clause, candidate.sentence.tokens
    named = candidate.sentence.named_between(tokens[clause.start].start, tokens[clause.end - 1].end)
    said = {entity.id for entity, _ in named}
    goes_on = _of_joined(words, candidate, lead, names)
    if goes_on is not None:
        return goes_on
    unnamed = (id_ for id_ in candidate.who if id_ in names and id_ not in said)
    return next((names[id_] for id_ in unnamed), ())


def _may_be_subject(words: Words, candidate: Candidate, lead: int, phrase: Phrase) -> bool:
    """Whether the phrase right behind a verb may be its subject."""
    head = phrase.first
    if phrase.kind is not Kind.NOUN:
        return False
    if words.has_object(lead) or candidate.sense.kind in _NOBODY:
        return True
    if head in words.mentions:
        return words.mentions[head][0].type is not EntityType.LOCATION or words.feminine_verb(lead)
    return not words.has_tanwin(head) and agrees(words, head, lead)


def _of_joined(words: Words, candidate: Candidate, lead: int, names: Names) -> tuple[str, ...] | None:
    """The subject of the verb to which this one is joined, None where it is not or that has none."""
    joined = words.sentence.key(lead)[0] in CONJUNCTIONS and candidate.joined
    if not joined and words.sentence.key(lead - 1) not in _JOINING:
        return None
    for at in range(lead - 1, -1, -1):
        if not words.is_verb(at) or words.sentence.clause_at(at).relative:
            continue
        subject = _subject_of(words, candidate, at)
        unsure = words.joined_letters(at) and subject is not None and subject.first not in words.mentions
        if subject is not None and not unsure:
            return _named(words, candidate, subject, names) if agrees(words, subject.first, lead) else None
    return None


def _subject_of(words: Words, candidate: Candidate, verb: int) -> Phrase | None:
    found = () if words.joined_letters(verb) else subject_before(words, verb)
    if found:
        return found[0]
    count = len(words.sentence.tokens)
    end = next((at for at in range(verb + 1, count) if words.bounds(at)), count)
    behind = split(words, [at for at in range(verb + 1, end) if at not in words.hidden])
    return behind[0] if behind and _may_be_subject(words, candidate, verb, behind[0]) else None


def _named(words: Words, candidate: Candidate, subject: Phrase, names: Names) -> tuple[str, ...] | None:
    """By its whole name where it is that of a person, else as it stands where that is short. Nobody is named who is
    not known to take part."""
    sentence = words.sentence
    start, end = begin_of(words, subject.first), sentence.tokens[subject.last].end
    for entity, _ in sentence.named_between(start, end):
        if entity.id not in candidate.who:
            return None
        if entity.id in names:
            return names[entity.id]
    said = sentence.text[start:end]
    return (said,) if len(said) <= _LONGEST and said.replace(" ", "").isalpha() else None
