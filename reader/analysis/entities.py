"""Gathers mentions into entities: one for everything that is named, whatever its spelling or length.

The rules are those of one document. Persons: `people`; what holds for every type is here.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from reader.analysis.cluster import CANDIDATES, Cluster
from reader.analysis.model import Entity, EntityType, MentionLevel
from reader.analysis.names import lexicon
from reader.analysis.names.variants import product_key, same_word, skeleton, words_of
from reader.analysis.people import persons

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from reader.analysis.model import Mention

_SHORTENED: Final = (EntityType.ORGANISATION, EntityType.WORK)
"""What is met again by the beginning of its name: «حزب البيئة» for «حزب البيئة الأخضر»; of places and products
the longer name is another («غينيا بيساو», «آيفون 15»)."""
_OPENING: Final = re.compile(r"[»”\"]?\s*[(\[]\s*[«“\"]?")
_CLOSING: Final = re.compile(r"[»”\"]?\s*[)\]]")
_LATIN: Final = re.compile(r"[A-Za-z]")


def gather(text: str, mentions: Sequence[Mention]) -> tuple[Entity, ...]:
    """The entities of a document, by first mention, as e1, e2 …; every mention of `mentions` is in one of them.

    Linear in the number of mentions but for a bounded number of comparisons of each name.
    """
    by_type: dict[EntityType, list[Mention]] = defaultdict(list)
    for mention in sorted(mentions, key=lambda mention: mention.span):
        by_type[mention.type].append(mention)
    clusters: list[Cluster] = []
    for type_, group in by_type.items():
        named = [(mention, words_of(_surface(text, mention))) for mention in group]
        found = persons(named) if type_ is EntityType.PERSON else _things(text, type_, group)
        clusters += _explained(text, group, found)
    for cluster in clusters:
        cluster.mentions.sort(key=lambda mention: mention.span)
    clusters.sort(key=lambda cluster: cluster.first)
    ids = {id(cluster): f"e{number}" for number, cluster in enumerate(clusters, 1)}
    return tuple(_entity(text, cluster, ids) for cluster in clusters)


def _entity(text: str, cluster: Cluster, ids: Mapping[int, str]) -> Entity:
    surfaces = Counter(_surface(text, mention) for mention in cluster.mentions if mention.level is MentionLevel.NAME)
    surfaces = surfaces or Counter(_surface(text, mention) for mention in cluster.mentions)
    name = max(surfaces, key=lambda surface: (len(words_of(surface)), surfaces[surface], len(surface)))
    titles = dict.fromkeys(mention.title for mention in cluster.mentions if mention.title)
    place = lexicon.place(name) if cluster.type is EntityType.LOCATION else None
    return Entity(
        ids[id(cluster)],
        cluster.type,
        name,
        tuple(cluster.mentions),
        aliases=tuple(surface for surface in surfaces if surface != name),
        titles=tuple(titles),
        country=place.country if place else None,
        geonameid=place.geonameid if place else None,
        maybe=tuple(ids[id(other)] for other in cluster.maybe if id(other) in ids),
    )


def _surface(text: str, mention: Mention) -> str:
    return " ".join(mention.span.of(text).split())


def _things(text: str, type_: EntityType, mentions: Iterable[Mention]) -> list[Cluster]:
    """Places, bodies and products: equal names, names of one referent, spellings of one name."""
    clusters: dict[tuple[str, ...], Cluster] = {}
    buckets: dict[str, list[Cluster]] = defaultdict(list)
    for mention in mentions:
        surface = _surface(text, mention)
        identity = _identity(type_, surface)
        cluster = clusters.get(identity)
        if cluster is None:
            words = words_of(surface)
            bucket = buckets[" ".join(map(skeleton, words))]
            cluster = next((other for other in bucket[: -CANDIDATES - 1 : -1] if _same(other.words, words)), None)
            if cluster is None:
                cluster = Cluster(type_, words)
                bucket.append(cluster)
            clusters[identity] = cluster
        cluster.add(mention, words_of(surface))
    apart = list({id(cluster): cluster for cluster in clusters.values()}.values())
    return _joined_to_wholes(apart) if type_ in _SHORTENED else apart


def _joined_to_wholes(clusters: Sequence[Cluster]) -> list[Cluster]:
    """A name of more than one word with which exactly one longer name begins, and the first word of a longer name
    alone («الشعلة» for «شعلة صيدا»), stand for the whole."""
    wholes: dict[tuple[str, ...], list[Cluster]] = defaultdict(list)
    kept = []
    for cluster in sorted(clusters, key=lambda cluster: -len(cluster.words)):
        whole = wholes.get(_indefinite(cluster.words), ())
        long_enough = len(cluster.words) > 1 or cluster.words[0].startswith("ال")
        if len(whole) == 1 and long_enough and whole[0].first < cluster.first:
            whole[0].take(cluster)
            continue
        kept.append(cluster)
        for end in range(1, len(cluster.words)):
            wholes[_indefinite(cluster.words[:end])].append(cluster)
    return kept


def _indefinite(words: tuple[str, ...]) -> tuple[str, ...]:
    return (words[0].removeprefix("ال"), *words[1:])


def _explained(text: str, mentions: Sequence[Mention], clusters: Iterable[Cluster]) -> list[Cluster]:
    """Joins a name and the one in brackets behind it that says the same in the other script, or a body's
    abbreviation: «منظمة الأرض (أوم)»."""
    owner = {mention.span: cluster for cluster in clusters for mention in cluster.mentions}
    for mention, following in pairwise(mentions):
        one, other = owner[mention.span], owner[following.span]
        if one is not other and _explains(text, mention, following):
            one.take(other)
            owner |= {taken.span: one for taken in other.mentions}
    return list({id(cluster): cluster for cluster in owner.values()}.values())


def _explains(text: str, mention: Mention, following: Mention) -> bool:
    if not _OPENING.fullmatch(text, mention.span.end, following.span.start):
        return False
    if not _CLOSING.match(text, following.span.end):
        return False
    scripts = {bool(_LATIN.match(text, span.start)) for span in (mention.span, following.span)}
    abbreviates = mention.type is EntityType.ORGANISATION and " " not in following.span.of(text)
    return len(scripts) == 2 or abbreviates


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
