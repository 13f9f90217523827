"""Which mentions of places, bodies, works … are one: by lists, by spelling, by the beginning of a longer name."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from reader.analysis.entities.growing import CANDIDATES, MOST_WORDS
from reader.analysis.entities.states import country_of
from reader.analysis.entities.variants import product_key, same_word, skeleton
from reader.analysis.model import EntityType
from reader.analysis.words import lexicon
from reader.analysis.words.keys import keys

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable

    from reader.analysis.entities.growing import Cluster, Gathering

_THINGS: Final = tuple(type_ for type_ in EntityType if type_ is not EntityType.PERSON)
_SHORTENED: Final = (EntityType.ORGANISATION, EntityType.WORK)
"""What is met again by the beginning of its name: «حزب البيئة» for «حزب البيئة اللبناني»; of places and products
the longer name is another («غينيا بيساو», «آيفون 15»)."""
_TELLS_LITTLE: Final = keys("الدولي الدولية العالمي العالمية")
"""Adjectives with and without which a name is the same."""
_KINDS: Final = keys(
    "حزب بنك وزارة جامعة شركة نادي فريق منتخب منظمة حركة مجلس هيئة لجنة صحيفة جريدة مجلة وكالة قناة شبكة إذاعة اتحاد"
    " جمعية مؤسسة معهد مركز كلية مدرسة مستشفى محكمة جيش قوات كتائب لواء جبهة تحالف رابطة نقابة مديرية إدارة"
)
"""What a body is, and no name of one."""
_KINDS_OF_WORKS: Final = keys("جائزة بطولة دوري مهرجان كتاب رواية فيلم مسلسل سورة ملحمة معاهدة اتفاقية اتفاق")
"""The same of works; but a cup is another than the league of its name."""
_PRAISE: Final = keys("الكريم المجيد الحكيم الشريف")
"""Without it a holy book is the same."""


def _joined_by(clusters: Iterable[Cluster], identity: Callable[[Cluster], Hashable | None]) -> list[Cluster]:
    """Joins the clusters of one identity; those that have one."""
    found: dict[Hashable, Cluster] = {}
    for cluster in clusters:
        same = identity(cluster)
        if same is not None and found.setdefault(same, cluster) is not cluster:
            found[same].take(cluster)
    return list(found.values())


def join_places(gathering: Gathering) -> None:
    """The names that one place has in the lists, and the official one of a state."""

    def referent(cluster: Cluster) -> str | None:
        name = gathering.surface(cluster.mentions[0])
        place = lexicon.place(name)
        if place is None:
            return country_of(name)
        return place.country if place.kind == "country" and place.country else place.referent

    for cluster in _joined_by(gathering.of(EntityType.LOCATION), referent):
        cluster.known = True


def join_bodies(gathering: Gathering) -> None:
    """The names that one body has in the lists."""

    def known(cluster: Cluster) -> str | None:
        return lexicon.organisation(gathering.surface(cluster.mentions[0]))

    for cluster in _joined_by(gathering.of(EntityType.ORGANISATION), known):
        cluster.known = True


def join_products(gathering: Gathering) -> None:
    """Those of one maker and number."""
    clusters = gathering.of(EntityType.PRODUCT)
    _joined_by(clusters, lambda cluster: product_key(gathering.surface(cluster.mentions[0])))


def join_spellings(gathering: Gathering) -> None:
    """Names whose words are spellings of each other's."""
    buckets: dict[tuple[EntityType, str], list[Cluster]] = defaultdict(list)
    for cluster in gathering.of(*_THINGS):
        bucket = buckets[cluster.type, " ".join(map(skeleton, next(iter(cluster.forms))))]
        same = next((other for other in bucket[: -CANDIDATES - 1 : -1] if _are_spellings(other, cluster)), None)
        if same is None:
            bucket.append(cluster)
        else:
            same.take(cluster)


def _are_spellings(one: Cluster, other: Cluster) -> bool:
    pairs = zip(one.words, other.words, strict=False)
    return len(one.words) == len(other.words) and all(same_word(x, y) for x, y in pairs)


def join_beginnings(gathering: Gathering) -> None:
    """A name of more than one word with which exactly one longer name begins, and the first word of a longer name
    with an article («الشعلة» for «شعلة صيدا»), stand for the whole; or may, where an adjective that tells bodies
    apart is missing («الجيش السوري» beside «الجيش السوري الحر»)."""
    for type_ in _SHORTENED:
        wholes: dict[tuple[str, ...], list[Cluster]] = defaultdict(list)
        for cluster in sorted(gathering.of(type_), key=lambda cluster: -len(cluster.words)):
            beginning = _indefinite(cluster.words)
            begun = [] if cluster.known else [whole for whole in wholes[beginning] if _begins(cluster, whole)]
            if len(begun) == 1 and _stands_for(cluster, begun[0]):
                begun[0].take(cluster)
                continue
            cluster.maybe = begun[:1]
            for end in range(1, min(len(cluster.words), MOST_WORDS)):
                wholes[_indefinite(cluster.words[:end])].append(cluster)


def join_without_kinds(gathering: Gathering) -> None:
    """What a body or a work is may be left out («الصحة العالمية» for «منظمة الصحة العالمية»), where it is of one kind
    in the document."""
    for type_ in _SHORTENED:
        wholes: dict[tuple[str, ...], list[Cluster]] = defaultdict(list)
        clusters = sorted(gathering.of(type_), key=lambda cluster: len(cluster.words))
        for cluster in clusters:
            if len(cluster.words) > 1 and cluster.words[0] in (_KINDS | _KINDS_OF_WORKS):
                wholes[cluster.words[1:]].append(cluster)
        for short in clusters:
            found = [] if short.known else wholes[short.words]
            if len(found) == 1:
                found[0].take(short)


def _indefinite(words: tuple[str, ...]) -> tuple[str, ...]:
    return (words[0].removeprefix("ال"), *words[1:])


def _begins(short: Cluster, whole: Cluster) -> bool:
    """Whether the short name may stand for the whole: in full, or as its first word, which has the article then or
    stood before a town («بايرن» of «بايرن ميونخ») or praise («القرآن» of «القرآن الكريم»)."""
    first, more = short.words[0], whole.words[1:]
    if len(short.words) > 1 or (first == whole.words[0] and (_is_town(more) or _is_praise(more))):
        return first == whole.words[0]
    return first == "ال" + whole.words[0]


def _is_praise(words: tuple[str, ...]) -> bool:
    return len(words) == 1 and words[0] in _PRAISE


def _is_town(words: tuple[str, ...]) -> bool:
    place = lexicon.place(" ".join(words))
    return place is not None and place.kind != "country"


def _stands_for(short: Cluster, whole: Cluster) -> bool:
    """Whether the beginning of a name stands for the whole. One word with the article does once the whole has been
    named, and before a town one that says not what the body is; more do unless what the whole has more is an adjective
    with which it may be another body. Of which people a body is, is left out as often as not."""
    more = whole.words[len(short.words) :]
    if len(short.words) == 1:
        return whole.first < short.first if short.words[0] != whole.words[0] else short.words[0] not in _KINDS
    adjective = len(more) == 1 and more[0].startswith("ال")
    return not adjective or more[0] in _TELLS_LITTLE or lexicon.word(more[0]).demonym is not None
