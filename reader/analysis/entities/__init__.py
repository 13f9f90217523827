"""Who is who: the mentions of a document gathered into one entity for everything that is named.

Mentions of the same words are together from the start, but for persons so shortly named that they need not be one.
Each step joins more of them: other spellings, shorter forms, names in brackets; at last the offices that stand for
their bearers. The rules are those of one document.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from reader.analysis.entities import descriptions, explained, latin, people, things
from reader.analysis.entities.growing import Gathering
from reader.analysis.entities.variants import is_latin, words_of
from reader.analysis.model import Entity, EntityType, MentionLevel
from reader.analysis.steps import Step, take
from reader.analysis.words import lexicon
from reader.text.arabic import TASHKEEL, TATWEEL

__all__ = ["STEPS", "Gathered", "gather"]

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.analysis.entities.growing import Cluster
    from reader.analysis.model import Mention, Notice
    from reader.text.span import Span

LEAST_WEIGHT: Final = 1 / 20
"""Share of a person's mentions from which a form may be the name: what is met once in a book is a slip, or
another's."""
LEAST_OF_A_THING: Final = 1 / 3
"""The same of anything else, whose full name is not told once and then shortened as a rule."""
_ADORNED: Final = re.compile(f'[{TASHKEEL}{TATWEEL}«»“”"]')
STEPS: Final = (
    Step("entities: known places", things.join_places),
    Step("entities: known bodies", things.join_bodies),
    Step("entities: products by number", things.join_products),
    Step("entities: spellings of things", things.join_spellings),
    Step("entities: shortened names", things.join_shortened),
    Step("entities: names without their kind", things.join_without_kinds),
    Step("entities: bynames", explained.join_bynames),
    Step("entities: names with a rank", people.join_ranked),
    Step("entities: spellings of persons", people.join_spellings),
    Step("entities: ends of names", people.join_ends),
    Step("entities: surnames", people.join_surnames),
    Step("entities: other parts of names", people.join_other_parts),
    Step("entities: parts met again", people.join_met_again),
    Step("entities: names alone", people.join_alone),
    Step("entities: who it may be", people.say_who_it_may_be),
    Step("entities: the other script", explained.join_scripts),
    Step("entities: sounds of the other script", latin.join_sounds),
    Step("entities: abbreviations", explained.join_abbreviations),
    Step("entities: descriptions", descriptions.describe),
)
"""What is done to gather the mentions of a document, in this order."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """Entities by first mention, as e1, e2 …, and what there is to know about how they were gathered."""

    entities: tuple[Entity, ...]
    notices: tuple[Notice, ...] = ()


def gather(text: str, mentions: Sequence[Mention], blocks: Sequence[Span] = ()) -> Gathered:
    """The entities of a document; every mention of `mentions` is in one of them. In `blocks` offices are sought
    that stand for persons.

    Linear in the number of mentions but for a bounded number of comparisons of each name.
    """
    gathering = Gathering(text, mentions, blocks)
    failed = take(STEPS, gathering)
    clusters = gathering.of()
    ids = {id(cluster): f"e{number}" for number, cluster in enumerate(clusters, 1)}
    return Gathered(tuple(_entity(gathering, cluster, ids) for cluster in clusters), failed)


def _entity(gathering: Gathering, cluster: Cluster, ids: Mapping[int, str]) -> Entity:
    mentions = sorted(cluster.mentions, key=lambda mention: mention.span)
    named = [mention for mention in mentions if mention.level is MentionLevel.NAME]
    surfaces = Counter(map(gathering.surface, named))
    name = _name(surfaces, LEAST_WEIGHT if cluster.type is EntityType.PERSON else LEAST_OF_A_THING)
    forms = (name, *surfaces) if cluster.type is EntityType.LOCATION else ()
    place = next(filter(None, map(lexicon.place, forms)), None)
    return Entity(
        ids[id(cluster)],
        cluster.type,
        name,
        tuple(mentions),
        aliases=tuple(surface for surface in surfaces if surface != name),
        titles=tuple(dict.fromkeys(mention.title for mention in named if mention.title)),
        country=place.country if place else None,
        geonameid=place.geonameid if place else None,
        maybe=_ids_of(cluster, ids),
    )


def _ids_of(cluster: Cluster, ids: Mapping[int, str]) -> tuple[str, ...]:
    """Those whom it may be one with, or that hold them now."""
    others = dict.fromkeys(id(other.last) for other in cluster.maybe if other.last is not cluster)
    return tuple(ids[other] for other in others if other in ids)


def _name(surfaces: Counter[str], least_weight: float) -> str:
    """The fullest form of those that carry weight, the most frequent of the full ones; Latin letters last. Where it is
    met without vowel signs, tatweel and quotes as well, so."""
    least, most = least_weight * surfaces.total(), max(surfaces.values())
    fullest = max(
        (form for form, count in surfaces.items() if count >= least or count == most),
        key=lambda form: (not is_latin(form), len(words_of(form)), surfaces[form], len(form)),
    )
    if not _ADORNED.search(fullest):
        return fullest
    plain = [form for form in surfaces if words_of(form) == words_of(fullest) and not _ADORNED.search(form)]
    return max(plain, key=lambda form: surfaces[form], default=fullest)
