"""Gathers mentions into entities: one for everything that is named, whatever its spelling or length.

The rules are those of one document: a short form belongs to the nearest fuller name before it; a given name
alone joins nothing; two given names with one surname are two people.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reader.analysis.model import Entity, EntityType, Mention, MentionLevel
from reader.analysis.names import lexicon
from reader.analysis.names.variants import product_key, same_word, skeleton, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

CANDIDATES = 24
"""Clusters with one skeleton that a name is compared with, the latest first: keeps hostile texts linear."""


@dataclass(slots=True)
class _Cluster:
    """An entity in the making."""

    type: EntityType
    words: tuple[str, ...]
    """The longest form."""
    mentions: list[Mention] = field(default_factory=list)
    titles: set[str] = field(default_factory=set)

    @property
    def first(self) -> int:
        return self.mentions[0].span.start

    def add(self, mention: Mention, words: tuple[str, ...]) -> None:
        self.mentions.append(mention)
        if len(words) > len(self.words):
            self.words = words
        if mention.title:
            self.titles.update(words_of(mention.title))


def gather(text: str, mentions: Sequence[Mention]) -> tuple[Entity, ...]:
    """The entities of a document, by first mention, as e1, e2 …; every mention of `mentions` is in one of them.

    Linear in the number of mentions but for a bounded number of comparisons of each name.
    """
    by_type: dict[EntityType, list[Mention]] = defaultdict(list)
    for mention in sorted(mentions, key=lambda mention: mention.span):
        by_type[mention.type].append(mention)
    clusters: list[_Cluster] = []
    for type_, group in by_type.items():
        clusters += _persons(text, group) if type_ is EntityType.PERSON else _things(text, type_, group)
    for cluster in clusters:
        cluster.mentions.sort(key=lambda mention: mention.span)
    clusters.sort(key=lambda cluster: cluster.first)
    return tuple(_entity(text, f"e{number}", cluster) for number, cluster in enumerate(clusters, 1))


def _entity(text: str, id_: str, cluster: _Cluster) -> Entity:
    surfaces = Counter(_surface(text, mention) for mention in cluster.mentions if mention.level is MentionLevel.NAME)
    surfaces = surfaces or Counter(_surface(text, mention) for mention in cluster.mentions)
    name = max(surfaces, key=lambda surface: (len(words_of(surface)), surfaces[surface], len(surface)))
    titles = dict.fromkeys(mention.title for mention in cluster.mentions if mention.title)
    place = lexicon.place(name) if cluster.type is EntityType.LOCATION else None
    return Entity(
        id_,
        cluster.type,
        name,
        tuple(cluster.mentions),
        aliases=tuple(surface for surface in surfaces if surface != name),
        titles=tuple(titles),
        country=place.country if place else None,
        geonameid=place.geonameid if place else None,
    )


def _surface(text: str, mention: Mention) -> str:
    return " ".join(mention.span.of(text).split())


def _things(text: str, type_: EntityType, mentions: Iterable[Mention]) -> list[_Cluster]:
    """Places, bodies and products: equal names, names of one referent, spellings of one name."""
    clusters: dict[tuple[str, ...], _Cluster] = {}
    buckets: dict[str, list[_Cluster]] = defaultdict(list)
    for mention in mentions:
        surface = _surface(text, mention)
        identity = _identity(type_, surface)
        cluster = clusters.get(identity)
        if cluster is None:
            words = words_of(surface)
            bucket = buckets[" ".join(map(skeleton, words))]
            cluster = next((other for other in bucket[: -CANDIDATES - 1 : -1] if _same(other.words, words)), None)
            if cluster is None:
                cluster = _Cluster(type_, words)
                bucket.append(cluster)
            clusters[identity] = cluster
        cluster.add(mention, words_of(surface))
    return list({id(cluster): cluster for cluster in clusters.values()}.values())


def _identity(type_: EntityType, surface: str) -> tuple[str, ...]:
    if type_ is EntityType.PRODUCT:
        return product_key(surface)
    words = words_of(surface)
    if type_ is EntityType.LOCATION and (place := lexicon.place(surface)):
        return ("", place.referent)
    if type_ is EntityType.ORGANISATION and (known := lexicon.organisation(surface)):
        return ("", known)
    return words


def _same(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    return len(a) == len(b) and all(same_word(x, y) for x, y in zip(a, b, strict=True))


def _persons(text: str, mentions: Sequence[Mention]) -> list[_Cluster]:
    """Full names first, among themselves; then the short ones join the nearest full one."""
    named = [(mention, words_of(_surface(text, mention))) for mention in mentions]
    people = _People()
    for mention, words in named:
        if len(words) > 1:
            people.add_full(mention, words)
    people.settle()
    for mention, words in named:
        if len(words) == 1:
            people.add_short(mention, words[0])
    return people.clusters


class _People:
    """The persons of a document, found by the ends of their names."""

    def __init__(self) -> None:
        self.clusters: list[_Cluster] = []
        self._exact: dict[tuple[str, ...], _Cluster] = {}
        self._ends: dict[tuple[str, str], list[_Cluster]] = defaultdict(list)
        self._surnames: dict[str, list[_Cluster]] = defaultdict(list)
        self._seen: dict[str, list[tuple[int, _Cluster]]] = defaultdict(list)
        self._alone: dict[str, _Cluster] = {}

    def add_full(self, mention: Mention, words: tuple[str, ...]) -> None:
        cluster = self._exact.get(words) or self._similar(words)
        if cluster is None:
            cluster = _Cluster(EntityType.PERSON, words)
            self.clusters.append(cluster)
        if words not in self._exact:
            self._exact[words] = cluster
            for ends in _ends(words):
                self._ends[ends].append(cluster)
        cluster.add(mention, words)

    def _similar(self, words: tuple[str, ...]) -> _Cluster | None:
        for ends in _ends(words):
            for cluster in self._ends[ends][: -CANDIDATES - 1 : -1]:
                if _compatible(cluster.words, words):
                    return cluster
        return None

    def settle(self) -> None:
        """After the last full name: under which surname each person may be met again, and where each was."""
        for words, cluster in self._exact.items():
            bucket = self._surnames[skeleton(_surname(words))]
            if cluster not in bucket[-CANDIDATES:]:
                bucket.append(cluster)
        for bucket_key, bucket in self._surnames.items():
            seen = [(mention.span.start, cluster) for cluster in bucket for mention in cluster.mentions]
            self._seen[bucket_key] = sorted(seen, key=lambda entry: entry[0])

    def add_short(self, mention: Mention, word: str) -> None:
        cluster = self._bearer(mention, word) or self._alone.get(word)
        if cluster is None:
            cluster = _Cluster(EntityType.PERSON, (word,))
            self.clusters.append(cluster)
            self._alone[word] = cluster
        cluster.add(mention, (word,))

    def _bearer(self, mention: Mention, word: str) -> _Cluster | None:
        """The nearest person before (else behind) the mention whose surname is `word`; a title decides first."""
        seen = self._seen.get(skeleton(word), [])
        at = bisect_right(seen, mention.span.start, key=lambda entry: entry[0])
        before = [cluster for _, cluster in seen[max(0, at - CANDIDATES) : at][::-1]]
        behind = [cluster for _, cluster in seen[at : at + CANDIDATES]]
        fits = [cluster for cluster in before + behind if same_word(_surname(cluster.words), word)]
        exact = [cluster for cluster in fits if _surname(cluster.words) == word]
        fits = exact or fits
        if mention.title and len({id(cluster) for cluster in fits}) > 1:
            title = set(words_of(mention.title))
            fits = [cluster for cluster in fits if title & cluster.titles] or fits
        return fits[0] if fits else None


def _surname(words: tuple[str, ...]) -> str:
    """The word that stands for a person alone: the last, the first in Chinese and Korean order."""
    return words[0] if words[0] in lexicon.SURNAME_FIRST and len(words) > 1 else words[-1]


def _ends(words: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """The buckets in which a full name meets its spellings: first and last word, first and second word."""
    first = skeleton(words[0])
    return tuple(dict.fromkeys([(first, skeleton(words[-1])), (first, "2" + skeleton(words[1]))]))


def _compatible(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether the shorter name's words stand in the longer in order, beginning with the first."""
    short, long = sorted((a, b), key=len)
    if not same_word(short[0], long[0]):
        return False
    rest = iter(long[1:])
    return all(any(same_word(word, other) for other in rest) for word in short[1:])
