"""Who takes part in an event, and where it happens."""

import pytest
from heard import hear

from reader.analysis.entities import gather
from reader.analysis.events import find_events
from reader.analysis.model import EntityType, Mention
from reader.analysis.time import find_times
from reader.text.span import Span

PER, LOC, ORG = "person", "location", "organisation"

SAID = [
    ("زار توماس القاهرة عام 1990.", {"توماس": PER, "القاهرة": LOC}, ["توماس"], ["القاهرة"], "the goal of a visit"),
    (
        "زيارة توماس إلى القاهرة عام 1990.",
        {"توماس": PER, "القاهرة": LOC},
        ["توماس"],
        ["القاهرة"],
        "and of its noun",
    ),
    (
        "هاجمت مصر ليبيا عام 1990.",
        {"مصر": LOC, "ليبيا": LOC},
        ["مصر"],
        ["ليبيا"],
        "who attacks, and what is attacked",
    ),
    ("حصار القاهرة عام 1990.", {"القاهرة": LOC}, [], ["القاهرة"], "a place behind the noun of an attack"),
    (
        "التقى توماس هانس بمدينة لندن عام 1990.",
        {"توماس": PER, "هانس": PER, "لندن": LOC},
        ["توماس", "هانس"],
        ["لندن"],
        "«بـ»",
    ),
    ("وقعت مصر الاتفاقية في لندن عام 1990.", {"مصر": LOC, "لندن": LOC}, ["مصر"], ["لندن"], "a state that acts"),
    (
        "ولد توماس في لندن عام 1875. وأسس دار النشر عام 1900.",
        {"توماس": PER, "لندن": LOC, "دار النشر": ORG},
        ["توماس", "دار النشر"],
        [],
        "a subject that is left out, beside an object with a name",
    ),
    (
        "التقى توماس وهانس وكلارا في لندن عام 1990.",
        {"توماس": PER, "هانس": PER, "كلارا": PER, "لندن": LOC},
        ["توماس", "هانس", "كلارا"],
        ["لندن"],
        "those who are joined to one stand where it stands",
    ),
    ("ولد سمير عام 1900 وتوفي كريم عام 1955.", {"سمير": PER, "كريم": PER}, ["كريم"], [], "each verb has its own"),
    ("ولد سمير عام 1900. وتوفي والده عام 1955.", {"سمير": PER}, [], [], "the death of his father is not his"),
    (
        "ولد توماس في لندن عام 1875. وأسست الحكومة مصنعا عام 1900.",
        {"توماس": PER, "لندن": LOC},
        [],
        [],
        "a subject without a name is one",
    ),
]


def told(text: str, names: dict[str, str], titles: dict[str, str] | None = None) -> list[tuple[list[str], list[str]]]:
    """Who takes part in each event of a text, and where it happens; `titles` by name."""
    mentions = [
        Mention(Span(text.index(name), text.index(name) + len(name)), EntityType(type_), title=(titles or {}).get(name))
        for name, type_ in names.items()
    ]
    entities = gather(text, sorted(mentions, key=lambda mention: mention.span)).entities
    events = find_events(text, [Span(0, len(text))], entities, find_times(text, None), None, hear(text)).events
    named = {entity.id: entity.name for entity in entities}
    return [([named[id_] for id_ in event.participants], [named[id_] for id_ in event.places]) for event in events]


@pytest.mark.parametrize(("text", "names", "who", "where", "why"), SAID)
def test_who_and_where(text: str, names: dict[str, str], who: list[str], where: list[str], why: str) -> None:
    assert told(text, names)[-1] == (who, where), why


def test_a_title_begins_a_subject_of_its_own() -> None:
    text = "ولد سمير عام 1900. ووصل الوزير كريم عام 1955."
    assert told(text, {"سمير": PER, "كريم": PER}, {"كريم": "الوزير"})[-1] == (["كريم"], [])


def test_the_deaths_of_two_are_two() -> None:
    text = "توفي المطرب سمير حداد. وتوفي المطرب كريم نجار."
    titles = {"سمير حداد": "المطرب", "كريم نجار": "المطرب"}
    assert told(text, dict.fromkeys(titles, PER), titles) == [(["سمير حداد"], []), (["كريم نجار"], [])]
