"""Which mentions of places, bodies, works … are one: by lists, by spelling, by the beginning of a longer name."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from reader.analysis.entities.growing import CANDIDATES
from reader.analysis.entities.states import country_of
from reader.analysis.entities.variants import is_latin, product_key, same_word, skeleton
from reader.analysis.model import EntityType
from reader.analysis.words import lexicon
from reader.analysis.words.keys import keys

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable

    from reader.analysis.entities.growing import Cluster, Gathering

_THINGS: Final = tuple(type_ for type_ in EntityType if type_ is not EntityType.PERSON)
_SHORTENED: Final = (EntityType.ORGANISATION, EntityType.WORK)
"""What is met again by some words of its name: «حزب البيئة» for «حزب البيئة اللبناني»; of products the longer name is
another («آيفون 15»), and of places but for those that begin with what they are."""
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


def join_shortened(gathering: Gathering) -> None:
    """A shorter form of exactly one longer name: some of its words in their order, the first among them («مجلس
    القنيطرة» for «المجلس الجماعي لمدينة القنيطرة»), or the first alone («الشعلة» for «شعلة صيدا»). Where a word is
    missing that tells bodies apart, it may be the longer one («الجيش السوري» beside «الجيش السوري الحر»)."""
    for type_ in (*_SHORTENED, EntityType.LOCATION):
        wholes: dict[str, list[Cluster]] = defaultdict(list)
        for cluster in sorted(gathering.of(type_), key=lambda cluster: -len(cluster.words)):
            others = wholes[_bare(cluster.words[0])]
            near = [] if cluster.known else others[: -CANDIDATES - 1 : -1]
            found = list(dict.fromkeys(whole.last for whole in near if _is_short_for(cluster, whole)))
            found = [whole for whole in found if _begins(whole, cluster)] or found
            if len(found) == 1 and _stands_for(cluster, found[0]):
                found[0].take(cluster)
            else:
                cluster.maybe = found
            others.append(cluster)


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


def _is_short_for(short: Cluster, whole: Cluster) -> bool:
    """Whether the whole holds all words of the short name. One word has the article then, or the whole is named by it
    and a town («بايرن» of «بايرن ميونخ») or praise («القرآن» of «القرآن الكريم»); and a place begins with what it is
    («مطار», «متحف»): another with a word more may be another («غينيا بيساو»)."""
    words = _form(short)
    first, more = words[0], whole.words[1:]
    if short.type is EntityType.LOCATION and (len(words) == 1 or is_latin(first) or lexicon.place(first)):
        return False
    if len(words) > 1:
        return any(_holds(form, words) for form in whole.forms)
    return first == "ال" + whole.words[0] or (first == whole.words[0] and (_is_town(more) or _is_praise(more)))


def _form(cluster: Cluster) -> tuple[str, ...]:
    """The words by which it is named most."""
    return cluster.forms.most_common(1)[0][0]


def _holds(whole: tuple[str, ...], short: tuple[str, ...]) -> bool:
    rest = map(_bare, whole)
    return len(whole) > len(short) and all(_bare(word) in rest for word in short)


def _begins(whole: Cluster, short: Cluster) -> bool:
    words = _form(short)
    return any(form[: len(words)] == words for form in whole.forms)


def _bare(word: str) -> str:
    """Without the article, «لل» too."""
    return word.removeprefix("لل").removeprefix("ال")


def _is_praise(words: tuple[str, ...]) -> bool:
    return len(words) == 1 and words[0] in _PRAISE


def _is_town(words: tuple[str, ...]) -> bool:
    place = lexicon.place(" ".join(words))
    return place is not None and place.kind != "country"


def _stands_for(short: Cluster, whole: Cluster) -> bool:
    """Whether a shorter name stands for the whole. One word with the article does once the whole has been named, and
    before a town one that says not what the body is. More do, but for those that end with a people: such a name is
    one in itself («القوات الروسية» beside «القوات الجوية الروسية»); and before the whole is named one that lacks its
    last adjective, unless that says of which people it is, which is left out as often as not."""
    words = _form(short)
    more = whole.words[len(words) :]
    if len(words) == 1:
        return whole.first < short.first if words[0] != whole.words[0] else words[0] not in _KINDS
    if whole.words[: len(words)] != words:
        return not _is_demonym(words[-1])
    if len(more) > 1 or not more[0].startswith("ال"):
        return True
    told = whole.first < short.first and not _is_demonym(words[-1])
    return told or more[0] in _TELLS_LITTLE or _is_demonym(more[0])


def _is_demonym(word: str) -> bool:
    return lexicon.word(word).demonym is not None
