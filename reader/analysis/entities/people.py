"""Which mentions of persons are one person.

A short form belongs to the nearest fuller name before it that ends (in Korean and Chinese order begins) with it;
two given names with one surname are two people. Any other word of a full name, its given name too, stands for
the person where nobody else in the document bears it, the full name came first and no title speaks against it:
reports call ministers by their surname, but artists, children and rulers by their first name. Otherwise it joins
nobody, and says whom it may mean.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from reader.analysis.entities.growing import CANDIDATES, MOST_WORDS, Cluster
from reader.analysis.entities.variants import same_word, skeleton, words_of
from reader.analysis.model import EntityType
from reader.analysis.words import lexicon

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.analysis.model import Mention


MOST_DOUBTS: Final = 4
"""Persons that a name alone is said to be perhaps."""


def persons(named: Sequence[tuple[Mention, tuple[str, ...]]]) -> list[Cluster]:
    """The persons among mentions in text order, each with the words of its name.

    Full names first, among themselves; then the short ones join a full one.
    """
    people = _People()
    for mention, words in named:
        if len(words) > 1:
            people.add_full(mention, words)
    people.settle()
    for mention, words in named:
        if len(words) == 1:
            people.add_short(mention, words[0])
    return [cluster for cluster in people.clusters if cluster.mentions]


class _People:
    """The persons of a document, found by the words of their names."""

    def __init__(self) -> None:
        self.clusters: list[Cluster] = []
        self._exact: dict[tuple[str, ...], Cluster] = {}
        self._ends: dict[tuple[str, str], list[Cluster]] = defaultdict(list)
        self._surnames: dict[str, list[Cluster]] = defaultdict(list)
        self._bearers: dict[str, dict[int, tuple[str, Cluster]]] = defaultdict(dict)
        self._seen: dict[str, list[tuple[int, Cluster]]] = defaultdict(list)
        self._alone: dict[str, list[Cluster]] = defaultdict(list)

    def add_full(self, mention: Mention, words: tuple[str, ...]) -> None:
        cluster = self._exact.get(words) or self._similar(words)
        if cluster is None:
            cluster = Cluster(EntityType.PERSON, words)
            self.clusters.append(cluster)
        if words not in self._exact:
            self._exact[words] = cluster
            for ends in _ends(words):
                self._ends[ends].append(cluster)
        cluster.add(mention, words)

    def _similar(self, words: tuple[str, ...]) -> Cluster | None:
        for ends in _ends(words):
            for cluster in self._ends[ends][: -CANDIDATES - 1 : -1]:
                if _compatible(cluster.words, words):
                    return cluster
        return None

    def settle(self) -> None:
        """After the last full name: by which word each person may be met again, and where each was."""
        self._join_ends()
        for words, cluster in self._exact.items():
            bucket = self._surnames[skeleton(_surname(words))]
            if cluster not in bucket[-CANDIDATES:]:
                bucket.append(cluster)
            for word in words[:MOST_WORDS]:
                self._bearers[skeleton(word)].setdefault(id(cluster), (word, cluster))
        for bucket_key, bucket in self._surnames.items():
            seen = [(mention.span.start, cluster) for cluster in bucket for mention in cluster.mentions]
            self._seen[bucket_key] = sorted(seen, key=lambda entry: entry[0])

    def _join_ends(self) -> None:
        """«فان در بيل» is the end of «هانز فان در بيل», and he, if of nobody else."""
        longer: dict[tuple[str, ...], dict[int, Cluster]] = defaultdict(dict)
        for words, cluster in self._exact.items():
            for start in range(1, min(len(words) - 1, MOST_WORDS)):
                longer[words[start:]][id(cluster)] = cluster
        wholes: dict[int, Cluster] = {}
        for words, cluster in self._exact.items():
            found = list(longer.get(words, {}).values())
            if len(found) != 1 or id(cluster) in wholes or _given(words[0]):
                continue
            if _last(found[0], wholes) is not cluster:  # by their spellings two may each be the end of the other
                wholes[id(cluster)] = found[0]
        for part in [cluster for cluster in self.clusters if id(cluster) in wholes]:
            _last(part, wholes).take(part)
            part.mentions = []
        self._exact = {words: _last(cluster, wholes) for words, cluster in self._exact.items()}

    def add_short(self, mention: Mention, word: str) -> None:
        bearers = self._who_bear(word)
        cluster = self._bearer(mention, word) or _sure(mention, bearers) or self._met_alone(word)
        if cluster is None:
            nearest = sorted(bearers, key=lambda bearer: abs(bearer.first - mention.span.start))
            cluster = Cluster(EntityType.PERSON, (word,), maybe=nearest[:MOST_DOUBTS])
            self.clusters.append(cluster)
            self._alone[skeleton(word)].append(cluster)
        cluster.add(mention, (word,))

    def _met_alone(self, word: str) -> Cluster | None:
        alone = self._alone[skeleton(word)][: -CANDIDATES - 1 : -1]
        return next((cluster for cluster in alone if same_word(cluster.words[0], word)), None)

    def _bearer(self, mention: Mention, word: str) -> Cluster | None:
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

    def _who_bear(self, word: str) -> list[Cluster]:
        """The persons of whose full names `word` is a part; none where too many bear something like it.

        A given name in the middle is a father's or a grandfather's.
        """
        bearers = self._bearers.get(skeleton(word), {})
        return [
            cluster
            for other, cluster in (bearers.values() if len(bearers) <= CANDIDATES else ())
            if same_word(other, word) and (same_word(cluster.words[0], word) or not _given(word))
        ]


def _sure(mention: Mention, bearers: Sequence[Cluster]) -> Cluster | None:
    """The only bearer, where the full name stands before the mention and a title of the mention is his too."""
    if len(bearers) != 1 or bearers[0].first > mention.span.start:
        return None
    strange = mention.title is not None and bearers[0].titles.isdisjoint(words_of(mention.title))
    return None if strange else bearers[0]


def _given(word: str) -> bool:
    known = lexicon.word(word)
    return known.given or known.given_or_word


def _last(cluster: Cluster, wholes: Mapping[int, Cluster]) -> Cluster:
    """The whole of which `cluster` is a part, of the whole of which …; `wholes` leads nowhere in a circle."""
    while id(cluster) in wholes:
        cluster = wholes[id(cluster)]
    return cluster


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
