"""Which mentions of persons are one person.

A short form belongs to the nearest fuller name before it that ends (in Korean and Chinese order begins) with it;
two given names with one surname are two people. Any other word of a full name, its given name too, stands for
the person where nobody else in the document bears it, the full name came first and no title speaks against it:
reports call ministers by their surname, but artists, children and rulers by their first name. A given name with its
rank is whoever bears both near by. Otherwise it joins nobody, and says whom it may mean.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final

from reader.analysis.entities.growing import BEHIND_NAMES, CANDIDATES, MOST_WORDS, is_ranked
from reader.analysis.entities.variants import same_word, skeleton
from reader.analysis.model import EntityType
from reader.analysis.words import lexicon

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from reader.analysis.entities.growing import Cluster, Gathering

    _Words = tuple[str, ...]

OFTEN: Final = 10
"""How many times more often than with a full name a surname stands alone, and is not taken for that person's."""
_SON: Final = "بن"
"""Written together with the father's name."""
REACH: Final = 3_000
"""Characters over which a given name alone means who was last named in full with it, where several bear it."""
MOST_DOUBTS: Final = 4
"""Persons that a name alone is said to be perhaps."""


def _full(gathering: Gathering) -> list[Cluster]:
    return [one for one in gathering.of(EntityType.PERSON) if len(one.words) > 1]


def _ranked(gathering: Gathering) -> list[Cluster]:
    return [one for one in gathering.of(EntityType.PERSON) if is_ranked(one.words)]


def _short(gathering: Gathering) -> list[Cluster]:
    """Those that are named by one word, and joined to nobody."""
    return [one for one in gathering.of(EntityType.PERSON) if len(one.words) == 1]


def _forms(gathering: Gathering) -> Iterator[tuple[tuple[str, ...], Cluster]]:
    """Every full form of a name with whose it is."""
    return ((form, cluster) for cluster in _full(gathering) for form in cluster.forms if len(form) > 1)


def join_ranked(gathering: Gathering) -> None:
    """A given name with its rank («عبد الله باشا») is whoever bears it in a fuller name near by, the nearest before it,
    else the nearest behind. Those who are left are one, like other spellings."""
    full = [one for one in _full(gathering) if not is_ranked(one.words)]
    nearest = _Nearest(full, _names_with_rank)
    for short in _ranked(gathering):
        bearer = nearest.before(short) or nearest.behind(short)
        if bearer is not None and _fits(short, bearer):
            nearest.joined(short, bearer)
            bearer.take(short)


def _names_with_rank(form: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The given name of a form with each rank in it."""
    return ((form[0], word) for word in form[1:] if word in BEHIND_NAMES)


def join_spellings(gathering: Gathering) -> None:
    """Full names with like ends, of which the shorter has no word that the longer has not."""
    met: dict[tuple[str, str], list[Cluster]] = defaultdict(list)
    for cluster in _full(gathering):
        ends = _ends(cluster.words)
        near = (other for end in ends for other in met[end][: -CANDIDATES - 1 : -1])
        same = next((other for other in near if _compatible(other.words, cluster.words)), None)
        if same is not None:
            same.take(cluster)
        for end in ends:
            met[end].append(same or cluster)


def _ends(words: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """The buckets in which a full name meets its spellings: first and last word, first and second word."""
    first = skeleton(words[0])
    return tuple(dict.fromkeys([(first, skeleton(words[-1])), (first, "2" + skeleton(words[1]))]))


def _compatible(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether the shorter name's words stand in the longer in order, beginning with the first. A given name with its
    rank is not enough, but of whom only the father is said besides («إبراهيم باشا بن محمد علي باشا»)."""
    short, long = sorted((a, b), key=len)
    if not same_word(short[0], long[0]) or (is_ranked(short) and not _adds_a_father(short, long)):
        return False
    rest = iter(long[1:])
    return all(any(same_word(word, other) for other in rest) for word in short[1:])


def _adds_a_father(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether nothing but a father is said besides; or nothing at all."""
    behind = long[len(short) : len(short) + 1]
    return all(word.startswith(_SON) and not _given(word) for word in behind)


def join_ends(gathering: Gathering) -> None:
    """«فان در بيل» is the end of «هانز فان در بيل», and he, if of nobody else."""
    longer: dict[tuple[str, ...], dict[int, Cluster]] = defaultdict(dict)
    for words, cluster in _forms(gathering):
        for start in range(1, min(len(words) - 1, MOST_WORDS)):
            longer[words[start:]][id(cluster)] = cluster
    wholes: dict[int, Cluster] = {}
    for words, cluster in _forms(gathering):
        found = list(longer.get(words, {}).values())
        if len(found) != 1 or id(cluster) in wholes or _given(words[0]):
            continue
        if _last(found[0], wholes) is not cluster:  # by their spellings two may each be the end of the other
            wholes[id(cluster)] = found[0]
    for part in [cluster for cluster in _full(gathering) if id(cluster) in wholes]:
        _last(part, wholes).take(part)


def _last(cluster: Cluster, wholes: Mapping[int, Cluster]) -> Cluster:
    """The whole of which `cluster` is a part, of the whole of which …; `wholes` leads nowhere in a circle."""
    while id(cluster) in wholes:
        cluster = wholes[id(cluster)]
    return cluster


def join_surnames(gathering: Gathering) -> None:
    """A surname is the nearest person's before it, else behind it and spelled alike, who bears it; a title decides
    first. Of several bearers none counts with whose full name it is met too seldom for what stands alone; nor an only
    one whose last name is a given name, since others have it too."""
    bearers: dict[str, dict[int, Cluster]] = defaultdict(dict)
    weight: Counter[tuple[str, int]] = Counter()
    for words, cluster in _forms(gathering):
        word = skeleton(_surname(words))
        bearers[word][id(cluster)] = cluster
        weight[word, id(cluster)] += cluster.forms[words]
    alone = Counter(skeleton(short.words[0]) for short in _short(gathering))
    seen: dict[str, list[tuple[int, Cluster]]] = {}
    for word, found in bearers.items():
        named = [one for one in found.values() if OFTEN * weight[word, id(one)] >= alone[word]]
        if not named and len(found) == 1 and not _given(_surname(next(iter(found.values())).words)):
            named = list(found.values())
        at = ((mention.span.start, one) for one in named for mention in one.mentions)
        seen[word] = sorted(at, key=lambda entry: entry[0])
    for short in _short(gathering):
        (word,) = short.words
        bearer = _bearer(short, word, seen.get(skeleton(word), []))
        if bearer is not None:
            bearer.take(short)


def _bearer(short: Cluster, word: str, seen: Sequence[tuple[int, Cluster]]) -> Cluster | None:
    at = bisect_right(seen, short.first, key=lambda entry: entry[0])
    before = [cluster for _, cluster in seen[max(0, at - CANDIDATES) : at][::-1]]
    behind = [cluster for _, cluster in seen[at : at + CANDIDATES]]
    fits = [cluster for cluster in before if same_word(_surname(cluster.words), word)]
    fits += [cluster for cluster in behind if _bare(_surname(cluster.words)) == _bare(word)]
    fits = [cluster for cluster in fits if _surname(cluster.words) == word] or fits
    if short.titles and len({id(cluster) for cluster in fits}) > 1:
        fits = [cluster for cluster in fits if short.titles & cluster.titles] or fits
    return fits[0] if fits else None


def _bare(word: str) -> str:
    return word.removeprefix("ال")


def join_other_parts(gathering: Gathering) -> None:
    """Any other word of a full name is its only bearer's, if he is named in full before it or the word alone, spelled
    like his, says who it is; a given name of several is the nearest's before it. A title may speak against both, and so
    does a full name that is met too seldom for what stands alone."""
    bearers = _Bearers(gathering)
    full = [one for one in _full(gathering) if _times_in_full(one) > 1]
    nearest = _Nearest(full, lambda form: [form[:1]])
    alone = Counter(short.words[0] for short in _short(gathering))
    for short in _short(gathering):
        (word,) = short.words
        found = [one for one in bearers.of(short) if OFTEN * _times_in_full(one) >= alone[word]]
        bearer = found[0] if len(found) == 1 else nearest.before(short) if _given(word) else None
        if bearer is None or _surname(bearer.words) == word or not _fits(short, bearer):  # surnames are decided
            continue
        alike = _bare(word) in map(_bare, bearer.words)
        says_who = alike and not _given(word) and " " not in gathering.surface(short.mentions[0])
        if bearer.first <= short.first or says_who:
            nearest.joined(short, bearer)
            bearer.take(short)


def join_met_again(gathering: Gathering) -> None:
    """What stands for a person behind the full name («ابن خلدون») stands for him before it, too; a given name need
    not."""
    bearers = _Bearers(gathering)
    for short in _short(gathering):
        found = [one for one in bearers.of(short) if short.words in one.forms]
        if len(found) == 1 and not _given(short.words[0]):
            found[0].take(short)


def _fits(short: Cluster, bearer: Cluster) -> bool:
    return not short.titles or not short.titles.isdisjoint(bearer.titles)


def _times_in_full(cluster: Cluster) -> int:
    return sum(count for form, count in cluster.forms.items() if len(form) > 1)


class _Nearest:
    """Who of these was last named whose full name may be told so shortly; `shorter` gives the short forms of one."""

    def __init__(self, full: Iterable[Cluster], shorter: Callable[[_Words], Iterable[_Words]]) -> None:
        self._named: dict[_Words, list[tuple[int, Cluster]]] = defaultdict(list)
        self._joined: dict[_Words, tuple[int, Cluster]] = {}
        for cluster in full:
            for words in {words for form in cluster.forms if len(form) > 1 for words in shorter(form)}:
                self._named[words] += ((mention.span.start, cluster) for mention in cluster.mentions)
        for named in self._named.values():
            named.sort(key=_place)

    def before(self, short: Cluster) -> Cluster | None:
        """The nearest of those before it, None where nobody is near."""
        named = self._named.get(short.words, [])
        at = bisect_right(named, short.first, key=_place)
        joined = filter(None, [self._joined.get(short.words)])
        last = max([*named[max(0, at - 1) : at], *joined], key=_place, default=None)
        return last[1] if last is not None and short.first - last[0] <= REACH else None

    def behind(self, short: Cluster) -> Cluster | None:
        """The nearest of those behind it."""
        named = self._named.get(short.words, [])
        at = bisect_right(named, short.first, key=_place)
        return named[at][1] if at < len(named) and named[at][0] - short.first <= REACH else None

    def joined(self, short: Cluster, bearer: Cluster) -> None:
        """Keeps in mind that he is meant there; those that come before it were asked for before."""
        self._joined[short.words] = (short.first, bearer)


def _place(named: tuple[int, Cluster]) -> int:
    return named[0]


def join_alone(gathering: Gathering) -> None:
    """What is left of persons named by one word: one for all spellings of the word."""
    alone: dict[str, list[Cluster]] = defaultdict(list)
    for short in _short(gathering):
        bucket = alone[skeleton(short.words[0])]
        near = bucket[: -CANDIDATES - 1 : -1]
        same = next((other for other in near if same_word(other.words[0], short.words[0])), None)
        if same is None:
            bucket.append(short)
        else:
            same.take(short)


def say_who_it_may_be(gathering: Gathering) -> None:
    """Of who is left, the nearest of those whose name it may be."""
    bearers = _Bearers(gathering)
    for short in (*_short(gathering), *_ranked(gathering)):
        nearest = sorted(bearers.of(short), key=lambda bearer: abs(bearer.first - short.first))
        short.maybe = nearest[:MOST_DOUBTS]


class _Bearers:
    """The persons by the words of their full names."""

    def __init__(self, gathering: Gathering) -> None:
        self._by_word: dict[str, dict[int, tuple[str, Cluster]]] = defaultdict(dict)
        for words, cluster in _forms(gathering):
            for word in words[:MOST_WORDS]:
                self._by_word[skeleton(word)].setdefault(id(cluster), (word, cluster))

    def of(self, short: Cluster) -> list[Cluster]:
        """The persons of whose full names the word is a part; none where too many bear something like it.

        A given name in the middle is a father's or a grandfather's. Of a name with a rank all bear both.
        """
        word, *rank = short.words
        bearers = self._by_word.get(skeleton(word), {})
        return [
            cluster
            for other, cluster in (bearers.values() if len(bearers) <= CANDIDATES else ())
            if same_word(other, word)
            and (same_word(cluster.words[0], word) or not _given(word))
            and cluster is not short
            and set(rank) <= set(cluster.words)
        ]


def _given(word: str) -> bool:
    return lexicon.word(word).may_be_given


def _surname(words: tuple[str, ...]) -> str:
    """The word that stands for a person alone: the last, the first in Chinese and Korean order; of «نوبار باشا» the
    name before the rank, but not of «محمد علي باشا»."""
    if len(words) > 1 and words[0] in lexicon.SURNAME_FIRST:
        return words[0]
    ranked = len(words) > 1 and words[-1] in BEHIND_NAMES and not _given(words[-2])
    return words[-2] if ranked else words[-1]
