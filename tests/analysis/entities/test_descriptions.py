"""Offices that stand for the one person who was given them."""

import re
from collections.abc import Callable

import pytest

from reader.analysis.entities import gather
from reader.analysis.model import EntityType, Mention, MentionLevel
from reader.text.span import Span


def described(text: str, **titles: str) -> dict[str, list[str]]:
    """By name, what describes each person of the text; `titles` are the words right before the names."""
    mentions = []
    for name, title in titles.items():
        found = re.search(rf"{title}\s*/?\s*({name})", text)
        assert found is not None
        mentions.append(Mention(Span(*found.span(1)), EntityType.PERSON, title=title))
    entities = gather(text, mentions, [Span(0, len(text))]).entities
    return {
        entity.name: [m.span.of(text) for m in entity.mentions if m.level is MentionLevel.DESCRIPTION]
        for entity in entities
    }


@pytest.mark.parametrize(
    ("text", "titles", "expected", "why"),
    [
        (
            "وصل وزير النقل اليمني سامر. وقال وزير النقل اليمني إنه راض.",
            {"سامر": "وزير النقل اليمني"},
            {"سامر": ["وزير النقل اليمني"]},
            "the office again, without the name",
        ),
        (
            "وصل وزير النقل اليمني سامر. ورحبوا بوزير النقل اليمني.",
            {"سامر": "وزير النقل اليمني"},
            {"سامر": ["وزير النقل اليمني"]},
            "behind a clitic, which stays outside",
        ),
        (
            "وصل وزير النقل اليمني سامر. وقال وزير النقل اليمني السابق باهر إنه راض.",
            {"سامر": "وزير النقل اليمني", "باهر": "وزير النقل اليمني السابق"},
            {"سامر": [], "باهر": []},
            "a name follows: it is that man's office",
        ),
        (
            "وصل وزير النقل اليمني/ سامر. وجلس.",
            {"سامر": "وزير النقل اليمني"},
            {"سامر": []},
            "so it does behind a slash",
        ),
        (
            "وصل وزير النقل سامر. وقال وزير النقل اليمني إنه راض.",
            {"سامر": "وزير النقل"},
            {"سامر": []},
            "it may be the minister of another country",
        ),
        (
            "وصل الرئيس السابق سامر. وقال الرئيس السابق إنه راض.",
            {"سامر": "الرئيس السابق"},
            {"سامر": []},
            "which says too little",
        ),
        (
            "وصل وزير النقل اليمني سامر. وانتقد وزير النقل اليمني السابق ذلك.",
            {"سامر": "وزير النقل اليمني"},
            {"سامر": []},
            "his predecessor",
        ),
        (
            "وصل وزير النقل اليمني سامر. وتحدث نائب وزير النقل اليمني بعده.",
            {"سامر": "وزير النقل اليمني"},
            {"سامر": []},
            "his deputy",
        ),
        (
            "وصل وزير النقل اليمني سامر. وتحدثت زوجة وزير النقل اليمني بعده.",
            {"سامر": "وزير النقل اليمني"},
            {"سامر": ["وزير النقل اليمني"]},
            "his wife is his",
        ),
        (
            "وصل وزير  النقل\nاليمني  سامر. وصرح وزير النقل  اليمني بعده.",
            {"سامر": "وزير  النقل\nاليمني"},
            {"سامر": ["وزير النقل  اليمني"]},
            "however it is spaced, and no title before its bearer",
        ),
        ("وصل سامر", {}, {}, "no title, no description"),
    ],
)
def test_describe(text: str, titles: dict[str, str], expected: dict[str, list[str]], why: str) -> None:
    assert described(text, **titles) == expected, why


def test_a_place_behind_an_office_is_not_its_bearer() -> None:
    text = "وصل وزير النقل اليمني سامر. ثم غادر وزير النقل اليمني صنعاء."
    person = Mention(Span(22, 26), EntityType.PERSON, title="وزير النقل اليمني")
    place = Mention(Span(54, 59), EntityType.LOCATION)
    entities = gather(text, [person, place], [Span(0, len(text))]).entities
    assert [len(entity.mentions) for entity in entities] == [2, 1]


def test_ids_follow_what_describes_as_well() -> None:
    text = "قال وزير النقل اليمني في عدن كلمة. وصل وزير النقل اليمني سامر."
    person = Mention(Span(57, 61), EntityType.PERSON, title="وزير النقل اليمني")
    place = Mention(Span(25, 28), EntityType.LOCATION)
    entities = gather(text, [place, person], [Span(0, len(text))]).entities
    assert [(entity.id, entity.name) for entity in entities] == [("e1", "سامر"), ("e2", "عدن")]


def test_thousands_of_offices_take_linear_work(
    steps_grow: Callable[..., float], time_is_linear: Callable[..., bool]
) -> None:
    def offices(count: int) -> None:
        text = "وزير النقل اليمني " * count + "سامر"
        person = Mention(Span(len(text) - 4, len(text)), EntityType.PERSON, title="وزير النقل اليمني")
        (described,) = gather(text, [person], [Span(0, len(text))]).entities
        assert len(described.mentions) == count

    assert steps_grow(offices, 100) < 1.2
    assert time_is_linear(offices, 400)


def test_an_office_of_two_bearers_describes_neither() -> None:
    text = "وزير النقل اليمني سامر\nوزير النقل اليمني باهر\nوزير النقل اليمني"
    mentions = [
        Mention(Span(18, 22), EntityType.PERSON, title="وزير النقل اليمني"),
        Mention(Span(41, 45), EntityType.PERSON, title="وزير النقل اليمني"),
    ]
    entities = gather(text, mentions, [Span(0, len(text))]).entities
    assert [entity.name for entity in entities] == ["سامر", "باهر"]
    assert entities == gather(text, mentions).entities
