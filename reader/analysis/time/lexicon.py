"""The words of time: `words/*.toml` folded and indexed, read once, at the first use."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, NamedTuple

from reader.analysis.time import numbers
from reader.text.fold import Folded, Folding, fold

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDING = Folding.MARKS | Folding.TATWEEL | Folding.ALEF | Folding.HAMZA | Folding.YA | Folding.DIGITS | Folding.PERSIAN
"""Everything but ta marbuta: «جمعة» (a Friday) is not «جمعه» (it brought him together with …)."""


class Entry(NamedTuple):
    """What a word of time is: its class, and within the class its value."""

    cls: str
    key: str


class LexiconError(Exception):
    """Two meanings for one surface: a mistake in `words/`."""


@dataclass(slots=True)
class Lexicon:
    """Folded words and phrases of time."""

    words: dict[str, Entry] = field(default_factory=dict)
    phrases: dict[str, list[tuple[tuple[str, ...], Entry]]] = field(default_factory=dict)
    """First word → the words that follow it, longest first."""
    spelled_otherwise: set[str] = field(default_factory=set)
    """Words that only folding makes a word of time: «إب» is a town, «آب» a month."""

    def add(self, surface: str, entry: Entry) -> None:
        if entry.cls == "spelled_otherwise":
            self.spelled_otherwise.add(surface)
            return
        first, *rest = fold_word(surface).text.split()
        if not rest:
            if self.words.setdefault(first, entry) != entry:
                raise LexiconError(f"{surface}: {self.words[first]} and {entry}")
            return
        known = self.phrases.setdefault(first, [])
        for words, other in known:
            if words == tuple(rest) and other != entry:
                raise LexiconError(f"{surface}: {other} and {entry}")
        known.append((tuple(rest), entry))

    def knows(self, word: str) -> bool:
        return word in self.words or word in self.phrases


def fold_word(surface: str) -> Folded:
    return fold(surface, FOLDING)


def surfaces() -> Iterator[tuple[str, Entry]]:
    """Every surface of `words/*.toml`, with the number words built from their stems."""
    for file in sorted(resources.files(__package__).joinpath("words").iterdir(), key=lambda file: file.name):
        table = tomllib.loads(file.read_text("utf-8"))
        if file.name == "numbers.toml":
            for form in numbers.forms(table):
                yield form.surface, Entry(form.cls, form.key)
            continue
        for cls, keys in table.items():
            for key, words in keys.items():
                for word in words:
                    yield word, Entry(cls, key)


@cache
def lexicon() -> Lexicon:
    """The compiled lexicon. Definite forms in «ة» are known with «ه» too, as many write them."""
    made = Lexicon()
    for surface, entry in surfaces():
        made.add(surface, entry)
    for word, entry in list(made.words.items()):
        if word.endswith("ة") and (word.startswith("ال") or entry.cls == "number"):
            made.words.setdefault(f"{word[:-1]}ه", entry)
    for known in made.phrases.values():
        known.sort(key=lambda phrase: -len(phrase[0]))
    return made
