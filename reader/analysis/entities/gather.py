"""Gathers mentions into entities: one for everything that is named, whatever its spelling or length.

The rules are those of one document. Persons: `people`; what holds for every type is here.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from reader.analysis.entities.growing import CANDIDATES, MOST_WORDS, Cluster
from reader.analysis.entities.people import persons
from reader.analysis.entities.variants import begin_alike, product_key, same_word, skeleton, words_of
from reader.analysis.model import Entity, EntityType
from reader.analysis.words import lexicon
from reader.analysis.words.keys import keys

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from reader.analysis.model import Mention

_SHORTENED: Final = (EntityType.ORGANISATION, EntityType.WORK)
"""What is met again by the beginning of its name: «حزب البيئة» for «حزب البيئة اللبناني»; of places and products
the longer name is another («غينيا بيساو», «آيفون 15»)."""
_TELLS_LITTLE: Final = keys("الدولي الدولية العالمي العالمية")
"""Adjectives with and without which a name is the same."""
_OPENING: Final = re.compile(r"[»”\"]? *[(\[] *[«“\"]?")
_CLOSING: Final = re.compile(r"[»”\"]? *[)\]]")
_LATIN: Final = re.compile(r"[A-Za-z\u00c0-\u024f]")


def gather(text: str, mentions: Sequence[Mention]) -> tuple[Entity, ...]:
    """The entities of a document, by first mention, as e1, e2 …; every mention of `mentions` is in one of them.

    Linear in the number of mentions but for a bounded number of comparisons of each name.
    """
    by_type: dict[EntityType, list[Mention]] = defaultdict(list)
    for mention in sorted(mentions, key=lambda mention: mention.span):
        by_type[mention.type].append(mention)
    clusters: list[Cluster] = []
    for type_, group in by_type.items():
        clusters += _explained(
            text, group, _persons(text, group) if type_ is EntityType.PERSON else _things(text, group)
        )
    clusters.sort(key=lambda cluster: cluster.first)
    ids = {id(cluster): f"e{number}" for number, cluster in enumerate(clusters, 1)}
    return tuple(_entity(text, cluster, ids) for cluster in clusters)


def numbered(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    """The entities in the order of their first mentions, with new ids."""
    ordered = sorted(entities, key=lambda entity: entity.mentions[0].span)
    ids = {entity.id: f"e{number}" for number, entity in enumerate(ordered, 1)}
    return tuple(
        replace(entity, id=ids[entity.id], maybe=tuple(ids[other] for other in entity.maybe)) for entity in ordered
    )


def _entity(text: str, cluster: Cluster, ids: Mapping[int, str]) -> Entity:
    mentions = sorted(cluster.mentions, key=lambda mention: mention.span)
    surfaces = Counter(_surface(text, mention) for mention in mentions)
    name = max(surfaces, key=lambda form: (not _LATIN.match(form), len(words_of(form)), surfaces[form], len(form)))
    titles = dict.fromkeys(mention.title for mention in mentions if mention.title)
    place = lexicon.place(name) if cluster.type is EntityType.LOCATION else None
    return Entity(
        ids[id(cluster)],
        cluster.type,
        name,
        tuple(mentions),
        aliases=tuple(surface for surface in surfaces if surface != name),
        titles=tuple(titles),
        country=place.country if place else None,
        geonameid=place.geonameid if place else None,
        maybe=tuple(ids[id(other)] for other in cluster.maybe if id(other) in ids),
    )


def _surface(text: str, mention: Mention) -> str:
    return " ".join(mention.span.of(text).split())


def _persons(text: str, mentions: Iterable[Mention]) -> list[Cluster]:
    return persons([(mention, words_of(_surface(text, mention))) for mention in mentions])


def _things(text: str, mentions: Sequence[Mention]) -> list[Cluster]:
    """Places, bodies and products: equal names, names of one referent, spellings of one name."""
    type_ = mentions[0].type
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
                cluster = Cluster(type_, words, known=identity[0] == "")
                bucket.append(cluster)
            clusters[identity] = cluster
        cluster.add(mention, words_of(surface))
    apart = list({id(cluster): cluster for cluster in clusters.values()}.values())
    return _joined_to_wholes(apart) if type_ in _SHORTENED else apart


def _joined_to_wholes(clusters: Sequence[Cluster]) -> list[Cluster]:
    """A name of more than one word with which exactly one longer name begins, and the first word of a longer name
    with an article («الشعلة» for «شعلة صيدا»), stand for the whole; or may, where an adjective that tells bodies
    apart is missing («الجيش السوري» beside «الجيش السوري الحر»)."""
    wholes: dict[tuple[str, ...], list[Cluster]] = defaultdict(list)
    kept = []
    for cluster in sorted(clusters, key=lambda cluster: -len(cluster.words)):
        beginning = _indefinite(cluster.words)
        begun = [] if cluster.known else [whole for whole in wholes[beginning] if _begins(cluster, whole)]
        if len(begun) == 1 and _stands_for(cluster, begun[0]):
            begun[0].take(cluster)
            continue
        cluster.maybe = begun[:1]
        kept.append(cluster)
        for end in range(1, min(len(cluster.words), MOST_WORDS)):
            wholes[_indefinite(cluster.words[:end])].append(cluster)
    return kept


def _indefinite(words: tuple[str, ...]) -> tuple[str, ...]:
    return (words[0].removeprefix("ال"), *words[1:])


def _begins(short: Cluster, whole: Cluster) -> bool:
    """Whether the short name may stand for the whole: in full, or as its first word, which has the article then."""
    first = short.words[0]
    return first == whole.words[0] if len(short.words) > 1 else first == "ال" + whole.words[0]


def _stands_for(short: Cluster, whole: Cluster) -> bool:
    """Whether the beginning of a name stands for the whole. One word does once the whole has been named; more do
    unless what the whole has more is an adjective with which it may be another body. Of which people a body is, is
    left out as often as not."""
    more = whole.words[len(short.words) :]
    if len(short.words) == 1:
        return whole.first < short.first
    adjective = len(more) == 1 and more[0].startswith("ال")
    return not adjective or more[0] in _TELLS_LITTLE or lexicon.word(more[0]).demonym is not None


def _explained(text: str, mentions: Sequence[Mention], clusters: Iterable[Cluster]) -> list[Cluster]:
    """Joins a name and the one in brackets behind it that says the same in the other script, or a body's
    abbreviation («منظمة الأرض (أوم)»), where it is introduced there."""
    owner = {mention.span: cluster for cluster in clusters for mention in cluster.mentions}
    for mention, following in pairwise(mentions):
        one, other = owner[mention.span], owner[following.span]
        introduced = one is not other and other.first == following.span.start
        if introduced and not other.known and _explains(text, mention, following):
            one.take(other)
            owner |= {taken.span: one for taken in other.mentions}
    return list({id(cluster): cluster for cluster in owner.values()}.values())


def _explains(text: str, mention: Mention, following: Mention) -> bool:
    if not _OPENING.fullmatch(text, mention.span.end, following.span.start):
        return False
    if not _CLOSING.match(text, following.span.end):
        return False
    name, other = mention.span.of(text), following.span.of(text)
    scripts = {bool(_LATIN.match(name)), bool(_LATIN.match(other))}
    if mention.type is EntityType.ORGANISATION:
        return len(scripts) == 2 or " " not in other
    return len(scripts) == 2 and begin_alike(*sorted((name, other), key=lambda form: bool(_LATIN.match(form))))


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
