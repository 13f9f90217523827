"""Arabic names and their Latin spelling: «putin» means «بوتين», «Tu 160» «توبوليف 160».

Both are reduced to the consonants that transliterations agree on, since vowels, and how a sound is written, vary from
one newspaper to the next.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from difflib import SequenceMatcher
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from reader.analysis.entities.variants import is_latin, product_key, words_of
from reader.analysis.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.analysis.entities.growing import Cluster, Gathering
    from reader.analysis.model import Entity

LEAST: Final = 0.8
"""Likeness of two skeletons of consonants (difflib's ratio) from which they may be one name."""
LEAST_SOUNDS: Final = 3
"""Consonants and digits of a name from which one in the other script that has just the same is the same name: so are,
read one by one, the 123 pairs of one type in 5,024 open passages that stand nowhere beside each other."""
_LATIN: Final = re.compile(r"[a-z]+")
_PARTS: Final = re.compile(r"[^\W\d_]+|\d+")
_DIGRAPHS: Final = {"tch": "$", "sch": "$", "sh": "$", "ch": "$", "kh": "x", "gh": "g", "zh": "g", "th": "t", "dh": "d",
                    "ph": "f", "ck": "k", "tz": "s", "ts": "s", "wh": "w"}  # fmt: skip
_DIGRAPH: Final = re.compile("|".join(_DIGRAPHS))
_SOFT_C: Final = re.compile("c(?=[eiy])")
_LETTERS: Final = str.maketrans("cqjpvz", "kkgbfs")
_VOWELS: Final = str.maketrans("", "", "aeiouyw")
_SOUNDS: Final = "بپb تطثt جغگg كقکk دذضظd زسصژs حهh فڤf خx ش$ رr لl مm نn"
_ARABIC: Final = str.maketrans(
    {letter: sounds[-1] for sounds in _SOUNDS.split() for letter in sounds[:-1]} | dict.fromkeys("اويىءئؤأإآع", "")
)
"""Letters of word keys to the sounds that Latin spellings agree on; vowels to nothing."""


def by_latin(query: str, entities: Iterable[Entity]) -> tuple[Entity, ...]:
    """The entities that a query in Latin letters may mean, the likeliest first; none for one without any."""
    words = _LATIN.findall(_plain(query))
    if not words:
        return ()
    found = [(_likeness(query, words, entity), entity) for entity in entities]
    likely = [(score, entity) for score, entity in found if score >= LEAST]
    likely.sort(key=lambda pair: (-pair[0], -len(pair[1].mentions)))
    return tuple(entity for _, entity in likely)


def join_sounds(gathering: Gathering) -> None:
    """A name in one script and the only one of its type that sounds the same in the other, anywhere («أندرويد» and
    «Android»)."""
    for type_ in EntityType:
        alike: dict[str, list[dict[Cluster, None]]] = defaultdict(lambda: [{}, {}])
        for cluster in gathering.of(type_):
            for name in dict.fromkeys(map(gathering.surface, cluster.mentions)):
                if (heard := _sounds(name)) is not None:
                    alike[heard][is_latin(name)][cluster] = None
        for arabic, latin in alike.values():
            ours, theirs = ({cluster.last for cluster in clusters} for clusters in (arabic, latin))
            if len(ours) == len(theirs) == 1 and ours != theirs:
                ours.pop().take(theirs.pop())


def _sounds(name: str) -> str | None:
    """The consonants and numbers of a whole name, the same for both scripts, without the space between its words;
    None for one of too few of them, of none but numbers, or of both scripts."""
    plain = _plain(name)
    latin = _LATIN.search(plain) is not None
    words = _PARTS.findall(plain) if latin else _PARTS.findall(" ".join(words_of(name)))
    spelt = [word for word in words if not word.isdecimal()]
    if not spelt or any((_LATIN.fullmatch(word) is not None) != latin for word in spelt):
        return None
    of_word = _of_latin if latin else lambda word: _of_arabic(word.removeprefix("ال"))
    all_sounds = "".join(str(int(word)) if word.isdecimal() else of_word(word) for word in words)
    return all_sounds if len(all_sounds) >= LEAST_SOUNDS else None


def _likeness(query: str, words: Sequence[str], entity: Entity) -> float:
    names = (entity.name, *entity.aliases)
    if entity.type is EntityType.PRODUCT and any(product_key(name) == product_key(query) for name in names):
        return 1.0
    if any(character.isdigit() for character in query):
        return 0.0
    return max(_best(words, words_of(name)) for name in names)


def _best(words: Sequence[str], name: Sequence[str]) -> float:
    """How alike the query's words are to words of the name, the least alike of them."""
    return min(max((_alike(word, other) for other in name), default=0.0) for word in words)


@lru_cache(maxsize=1 << 14)
def _alike(latin: str, arabic: str) -> float:
    one, other = _of_latin(latin), _of_arabic(arabic.removeprefix("ال"))
    if min(len(one), len(other)) < 3:
        return float(one == other and len(one) > 1)
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _plain(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(char))


@lru_cache(maxsize=1 << 14)
def _of_latin(word: str) -> str:
    spelt = _SOFT_C.sub("s", _DIGRAPH.sub(lambda match: _DIGRAPHS[match[0]], word.replace("x", "ks")))
    spelt = re.sub(r"(.)\1", r"\1", spelt.translate(_LETTERS))
    first = "A" if spelt[:1] in tuple("aeiouyw") else ""
    return first + spelt.translate(_VOWELS).removesuffix("h")


@lru_cache(maxsize=1 << 14)
def _of_arabic(key: str) -> str:
    first = "A" if key[:1] in tuple("اويعء") else ""
    spelt = key.replace("تش", "ش").replace("دج", "ج").replace("تس", "س").replace("تز", "ز")
    return first + spelt.translate(_ARABIC).removesuffix("h")
