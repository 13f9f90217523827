"""The lists behind the rules, read once, and what they say about one word."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import TYPE_CHECKING

from reader.analysis.words.clitics import ARTICLES, BEFORE_NOUNS
from reader.analysis.words.keys import key, keys, name_keys
from reader.analysis.words.trie import Trie

if TYPE_CHECKING:
    from collections.abc import Iterator, Set

REGNAL = keys("الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر الأولى الثانية")
SERVANT = keys("عبد عبيد")
SURNAME_FIRST = keys(
    "كيم شي ماو دينغ تشانغ وانغ جيانغ هو لي مون بارك باك بان يون تشوي تشو وين شو لين تران نغوين وو ليو هوانغ تشين كانغ"
)
"""Family names of the orders (Chinese, Korean, Vietnamese) that put them first."""

FUNCTION = keys(
    "في من عن على علي إلى أن إن ما لا لم لن قد هو هي هم مع كل ثم أو أم بل كي حتى بعد قبل كما هل له به لها عقب خلال"
    " أثناء أمام وراء فوق تحت ضد حول عند منذ بين دون غير نحو حسب وفق وفقا رغم بعض أي هذا هذه ذلك تلك كان"
    " كانت ليس وقد الذي"
    " التي مثل عبر لدى حيث بينما فيما عندما حين أمس غدا صباح مساء اليوم لكن أيضا كذلك أنه أنها إنه إنها لأن إذا إذ"
    " سوف منها منه فيها فيه عليه عليها إليه إليها بها لهم بهم ضمن سوى حال بسبب نظرا عام يوم شهر سنة أحد أول"
)
"""Words that no name goes on with."""
_ENDINGS = ("هما", "ها", "هم", "ين", "ون", "ات", "ان", "ه", "ا")
_SHORT = 4
"""Letters of a stem that an ending is taken off, or a preposition: less is too likely a name."""


@dataclass(frozen=True, slots=True)
class Word:
    """What the lists say about a word key."""

    key: str
    common: bool
    """A word of the language: no part of a name unless something says so."""
    definite: bool
    given: bool
    """A given name that is hardly ever a word."""
    given_or_word: bool
    foreign: bool
    demonym: str | None
    """The country (or "" for a people without one) whose adjective it is."""

    @property
    def may_be_given(self) -> bool:
        """Whether it is a given name, be it a word too."""
        return self.given or self.given_or_word

    @property
    def unknown(self) -> bool:
        return not self.common and not self.definite and self.demonym is None and len(self.key) > 1


@dataclass(frozen=True, slots=True)
class PlaceEntry:
    """A name of the gazetteer and what it stands for."""

    name: str
    kind: str
    country: str | None
    geonameid: int | None
    population: int
    sure: bool
    """From the own list of well-known places, not from the long catalogue."""
    referent: str
    """Equal for the names of one place: «أمريكا» and «الولايات المتحدة»."""


def lines(name: str) -> Iterator[str]:
    """The lines of a list in `data/`, comments left out."""
    text = (resources.files("reader.analysis.words.data") / name).read_text("utf-8")
    return (line for line in text.splitlines() if line and not line.startswith("#"))


@cache
def _words() -> frozenset[str]:
    return frozenset(lines("words.txt"))


@cache
def _given() -> dict[str, str]:
    """Given names with their flags: also a "word", "foreign"."""
    names: dict[str, str] = {}
    for line in lines("given_names.tsv"):
        name, _, flags = line.partition("\t")
        names.setdefault(key(name), flags)
    return names


@cache
def demonyms() -> dict[str, str]:
    """Every form of every adjective of a people, with and without the article, to its country or ""."""
    forms: dict[str, str] = {}
    for line in lines("demonyms.tsv"):
        country, adjective, *plurals = line.split("\t")
        for stem in [adjective, *(plurals[0].split("|") if plurals and plurals[0] else [])]:
            bare = key(stem)
            if " " in bare:
                continue
            endings = ("", "ه", "ون", "ين", "ات", "ان", "تين", "تان") if bare.endswith("ي") else ("",)
            for ending in endings:
                forms.setdefault("ال" + bare + ending, country)
                forms.setdefault(bare + ending, country)
    return forms


@cache
def titles() -> Trie[str]:
    """Titles to "plain" or "office" (a complement may follow: «وزير الدفاع»)."""
    found = [(title, kind) for title, kind in (line.split("\t") for line in lines("titles.tsv"))]
    return Trie(sorted(found))  # "office" before "plain": the first value stays


@cache
def places() -> Trie[PlaceEntry]:
    return Trie((entry.name, entry) for entry in _place_rows())


def place(name: str) -> PlaceEntry | None:
    """What the gazetteer says of this whole name."""
    return places().find(name_keys(name))


def _place_rows() -> Iterator[PlaceEntry]:
    own: dict[str, str] = {}
    for line in lines("places_own.tsv"):
        names = line.split("\t")[2].split("|")
        for name in names:
            own.setdefault(key(name), names[0])
    for line in lines("places.tsv"):
        name, kind, country, id_, people = line.split("\t")
        known = own.get(key(name))
        referent = f"{country}:{id_}" if kind == "country" and country else known or id_ or f"{country}:{name}"
        sure = known is not None or kind == "country"
        yield PlaceEntry(name, kind, country or None, int(id_) if id_ else None, int(people or 0), sure, referent)


@cache
def gated_places() -> frozenset[str]:
    """Places whose name is a word first («مشهد», «مالي»): only a class noun before them makes them places."""
    return frozenset(map(key, lines("places_gated.txt")))


@cache
def organisations() -> Trie[str]:
    """Known bodies; the value is the first of the names that a body has."""
    bodies = (line.split("\t") for line in lines("organisations.tsv"))
    return Trie((name, names[0]) for names in bodies for name in names)


def organisation(name: str) -> str | None:
    """The first name of a known body that this whole name stands for."""
    return organisations().find(name_keys(name))


def is_stem(word: str) -> bool:
    """Whether the word stands in the list as it is, so that its first letter is hardly a clitic («وزارة»)."""
    return word in _words()


def _is_common(word: str) -> bool:
    return len(word) < 2 or word.endswith("على") or is_inflected(word, _words())


def is_inflected(word: str, words: Set[str]) -> bool:
    """Whether a word is one of `words`, or one of them inflected: with an article or a clitic before it, a pronoun
    or the ending of a case, a number or a gender behind it."""
    if word in words or any(word.startswith(article) and word[len(article) :] in words for article in ARTICLES):
        return True
    if word[:1] in BEFORE_NOUNS and word[1:] in words and (word[0] == "و" or len(word) > _SHORT):
        return True
    stems = (word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending))
    return any(len(stem) >= _SHORT and stem in words for stem in stems)


@lru_cache(maxsize=1 << 17)
def word(word_key: str) -> Word:
    """What is known about a word; made once per distinct word."""
    flags = _given().get(word_key)
    given = flags is not None and "word" not in flags
    return Word(
        word_key,
        common=not given and _is_common(word_key),
        definite=word_key.startswith("ال") and len(word_key) > 4 and not given,
        given=given,
        given_or_word=flags is not None and "word" in flags,
        foreign=flags is not None and "foreign" in flags,
        demonym=demonyms().get(word_key),
    )
