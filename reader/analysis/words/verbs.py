"""The table of verbs: what the words of a text tell as verbs and nouns of action, in the forms that texts have.

`data/verbs.tsv` and `data/nouns.tsv` say what each tells; `conjugation` makes the forms. Where two verbs share a
form a perfect goes before an imperfect («تقدم» is rather "advanced" than "she presents") unless the table says
otherwise, then the line that comes first.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, StrEnum
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from reader.analysis.words import conjugation, lexicon
from reader.analysis.words.clitics import CONJUNCTIONS, FUTURE, readings
from reader.analysis.words.keys import key

if TYPE_CHECKING:
    from collections.abc import Iterator


class Form(Enum):
    """How a trigger stands in its clause."""

    PERFECT = "perfect"
    IMPERFECT = "imperfect"
    FUTURE = "future"
    NOUN = "noun"


class Flag(StrEnum):
    """What else is to be known of a verb; the values are those of `data/verbs.tsv`."""

    TELLS = "tells"
    """It says what another clause holds, and is no event itself …"""
    DOES = "does"
    """… but where no «أن» follows («كتب رواية»)."""
    STATE = "state"
    """Its perfect says how something was, lasted or measured."""
    STATE_NOW = "state_now"
    """Its imperfect says how something is."""
    COPULA = "copula"
    """Its perfect leaves a time to the noun that it speaks of («كانت المعركة عام …»)."""
    BECOMES = "becomes"
    """A state that with an office behind it is an event («أصبح رئيسا»)."""
    FUTURE = "future"
    """Its imperfect speaks of what is to come («يعتزم»)."""
    LASTING = "lasting"
    """What it speaks of goes on («واصل», «لا يزال»)."""
    HELD = "held"
    """It says when or where the noun right before it was («مؤتمر عقد في …»)."""
    RISKY = "risky"
    """As often another word: a verb only where a clause begins, or behind «قد»."""
    SUPPOSES = "supposes"
    """What follows has not happened for that («حاول», «يمكن»)."""
    DENIES = "denies"
    """What follows has not happened («نفى أن»)."""
    RETURNS = "returns"
    """Its imperfect says what something goes back to («تعود القضية إلى …»)."""
    HOMOGRAPH = "homograph"
    """What it shares with other verbs is rather theirs («وقع» fell, and signed)."""
    VAGUE = "vague"
    """It tells of many things, and of its kind where a noun of that kind stands behind it («وقع الاتفاق»)."""


OCCURRENCE: Final = "occurrence"
"""The kind of what has no other."""
BIRTH, DEATH, FOUNDING, RELEASE = "birth", "death", "founding", "release"
"""The kinds that rules ask for; all of them are in the tables."""


@dataclass(frozen=True, slots=True)
class Sense:
    """One reading of a word as a verb or a noun of action. A weak one counts only with a time of its own."""

    kind: str
    """Of the event that it tells, "" where it tells none."""
    form: Form
    weak: bool = False
    definite: bool = False
    """A noun with the article: rather a reference to an event than its first telling."""
    bare: bool = False
    """Three letters without the ending of a verb, spelled like many a noun («حكم», «عرضه»)."""
    plain: bool = False
    """The perfect as the table has it, without an ending."""
    bound: bool = False
    """With a pronoun as its object."""
    lemma: str = ""
    flags: frozenset[Flag] = frozenset()

    @property
    def is_state(self) -> bool:
        """A verb of being, lasting or measuring: one with an object is none («اعتمدها المجلس»)."""
        state = Flag.STATE if self.form is Form.PERFECT else Flag.STATE_NOW
        return state in self.flags and not self.bound

    @property
    def is_copula(self) -> bool:
        """A state that leaves a time to the noun that it speaks of («كانت المعركة عام …»)."""
        return Flag.COPULA in self.flags and self.form is Form.PERFECT

    @property
    def is_telling(self) -> bool:
        """A verb of telling: with an object it is rather a doing, if it can be («نقله إلى …»)."""
        return Flag.TELLS in self.flags and not (self.bound and Flag.DOES in self.flags)

    @property
    def is_risky(self) -> bool:
        """It may well be another word."""
        return Flag.RISKY in self.flags and (self.plain or self.bare)


class Trigger(NamedTuple):
    """What a word may tell, behind `letters` of clitics: as a verb, as a noun, or as either."""

    letters: int
    verb: Sense | None
    noun: Sense | None


class Verb(NamedTuple):
    """A line of the table."""

    perfect: str
    kind: str
    weak: bool
    imperfect: str
    masdars: tuple[str, ...]
    """As `data/verbs.tsv` has them, with «?» before a weak one."""
    flags: frozenset[Flag]


_OBJECTS: Final = ("هما", "هم", "هن", "ها", "ه", "نا")


def table() -> Iterator[Verb]:
    """The lines of `data/verbs.tsv`."""
    for line in lexicon.lines("verbs.tsv"):
        perfect, kind, strength, imperfect, masdars, flags = (line.split("\t") + [""] * 5)[:6]
        yield Verb(
            perfect, kind, strength == "weak", imperfect, tuple(masdars.split()), frozenset(map(Flag, flags.split()))
        )


@cache
def _whole(what: str) -> frozenset[str]:
    """The keys of what `data/whole.tsv` calls so."""
    found = (line.split("\t") for line in lexicon.lines("whole.tsv"))
    return frozenset(key(word) for word, known_as, _ in found if known_as == what)


@cache
def _senses() -> tuple[dict[str, Sense], dict[str, Sense]]:
    """Every form of the verbs, and of the nouns."""
    verbs: dict[str, Sense] = {}
    verbal: dict[str, Sense] = {}
    lines = list(table())
    for homographs in (False, True):
        chosen = [verb for verb in lines if (Flag.HOMOGRAPH in verb.flags) is homographs]
        for add in (_add_perfects, _add_imperfects):
            for verb in chosen:
                add(verbs, verb)
    for verb in lines:
        if verb.kind:
            _add_masdars(verbal, verb)
    nouns: dict[str, Sense] = {}
    for line in lexicon.lines("nouns.tsv"):
        noun, kind, strength = line.split("\t")
        made = verbal.get(key(noun))
        _decline(nouns, noun, Sense(kind, Form.NOUN, strength == "weak", lemma=made.lemma if made else key(noun)))
    return verbs, verbal | nouns


def _add_perfects(found: dict[str, Sense], verb: Verb) -> None:
    sense = Sense(verb.kind, Form.PERFECT, verb.weak, lemma=key(verb.perfect), flags=verb.flags)
    short = len(sense.lemma) == 3
    found.setdefault(sense.lemma, replace(sense, plain=True, bare=short))
    for form in conjugation.perfects(verb.perfect):
        found.setdefault(form, sense)
    bound, bare = replace(sense, bound=True), replace(sense, bound=True, bare=True)
    for form in conjugation.perfects_of(verb.perfect):
        found.setdefault(form, bare if short and form[3:] in _OBJECTS else bound)


def _add_imperfects(found: dict[str, Sense], verb: Verb) -> None:
    for forms, bound in ((conjugation.imperfects, False), (conjugation.imperfects_of, True)):
        now = Sense(verb.kind, Form.IMPERFECT, verb.weak, bound=bound, lemma=key(verb.perfect), flags=verb.flags)
        later = replace(now, form=Form.FUTURE)
        for form in forms(verb.perfect, verb.imperfect):
            found.setdefault(form, now)
            found.setdefault(FUTURE + form, later)


def _add_masdars(found: dict[str, Sense], verb: Verb) -> None:
    by_rule = conjugation.masdar(verb.perfect)
    for masdar in verb.masdars or ([f"?{by_rule}"] if by_rule else []):
        if masdar != conjugation.NONE:
            weak = masdar.startswith("?")
            sense = Sense(verb.kind, Form.NOUN, weak, lemma=key(verb.perfect), flags=verb.flags & {Flag.VAGUE})
            _decline(found, masdar.lstrip("?"), sense)


def _decline(found: dict[str, Sense], noun: str, sense: Sense) -> None:
    forms, definite = conjugation.nouns(noun), replace(sense, definite=True)
    for form in forms:
        found.setdefault(form, sense)
    for form in forms[:2]:
        found.setdefault("ال" + form, definite)


@lru_cache(maxsize=1 << 16)
def verb(word: str, *, marbuta: bool = False) -> Sense | None:
    """The word with this key as a verb of the table, alone or behind «و» or «ف». `marbuta`: it is written with «ة»,
    so it is no verb."""
    if marbuta:
        return None
    return next((sense for letters, rest in readings(word) if (sense := _verb(word, letters, rest))), None)


def _verb(word: str, letters: int, rest: str) -> Sense | None:
    sense = _senses()[0].get(rest)
    if sense is None or not set(word[:letters]) <= set(CONJUNCTIONS):
        return None
    whole = sense.bare and ((word[0] == "ف" and lexicon.is_stem(word)) or word in _whole("word"))
    return None if letters and whole else sense


def noun_behind(word: str) -> tuple[int, Sense] | None:
    """The noun of a happening that the word with this key is, behind so many letters: also where a list has the whole
    («بفوز», «ووفاته»)."""
    if word in _whole("word") or word in _whole("idiom"):
        return None
    nouns = _senses()[1]
    return next(((letters, nouns[rest]) for letters, rest in readings(word) if rest in nouns), None)


def is_plainly_verb(word: str) -> bool:
    """Whether the word with this key is a verb of the table, and hardly anything else."""
    found = verb(word)
    return found is not None and not found.bare and not found.is_risky


@lru_cache(maxsize=1 << 16)
def trigger(word: str, *, marbuta: bool = False) -> Trigger | None:
    """What the word with this key may tell, or None; `marbuta` as above."""
    for letters, rest in readings(word):
        told = None if marbuta else _verb(word, letters, rest)
        if told is not None and told.is_telling and Flag.DOES not in told.flags:
            return None
        if told is not None and not told.kind and letters == 0 and told.plain:
            return None  # «وعد» is not «و» and «عد»
        told = told if told is not None and told.kind else None
        whole = letters > 0 and (lexicon.is_stem(word) or word in _whole("word"))
        noun = None if whole else _senses()[1].get(rest)
        if told or noun:
            return Trigger(letters, told, noun)
    return None
