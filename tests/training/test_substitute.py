from __future__ import annotations

import random
from dataclasses import replace

import pytest

from reader.text.span import Span
from reader.training.clitics import Attested
from reader.training.samples import Convention, Label, Parts, Row, Sample
from reader.training.substitute import Pool, substitute

POOL = Pool([], ["بيت", "البيت"], Attested([]))


def sample(text: str, *names: tuple[str, str]) -> Sample:
    labels = []
    position = 0
    for name, type_ in names:
        position = text.index(name, position)
        labels.append(Label(Span(position, position + len(name)), type_))
        position += len(name)
    return Sample(text, tuple(labels), Convention.OURS, "test")


PLACES = sample("في صور ثم في صور، وبصور. قال سامي من للصور ومن لصور", *[("صور", "location")] * 3)


@pytest.mark.parametrize("seed", range(20))
def test_what_is_labelled_stays_labelled_and_the_rest_stays(seed: int) -> None:
    changed = substitute(PLACES, POOL, random.Random(seed))
    names = [label.span.of(changed.text) for label in changed.labels]
    assert len(names) == 3
    assert len(set(names)) == 1  # one surface becomes one other surface
    assert names[0] in ("صور", "بيت", "البيت")
    assert changed.text.startswith("في ")
    assert changed.text.endswith(". قال سامي من للصور ومن لصور")


def test_something_changes() -> None:
    assert len({substitute(PLACES, POOL, random.Random(seed)).text for seed in range(40)}) == 3


@pytest.mark.parametrize("seed", range(10))
def test_the_article_loses_its_alef_to_a_preposition(seed: int) -> None:
    changed = substitute(sample("وصل لصور", ("صور", "location")), POOL, random.Random(seed))
    assert changed.text in ("وصل لصور", "وصل لبيت", "وصل للبيت")
    assert changed.labels[0].span.of(changed.text) in ("صور", "بيت", "لبيت")


@pytest.mark.parametrize(
    ("text", "name", "type_"),
    [
        ("وصل للبترون", "لبترون", "location"),  # without its alef a name cannot be looked up
        ("شركة صور", "صور", "organisation"),  # bodies are told by what they are called
        ("في جبل صور البعيد جدا هنا", "جبل صور البعيد جدا هنا", "location"),  # nothing as long to draw from
    ],
)
def test_what_is_left_alone(text: str, name: str, type_: str) -> None:
    original = sample(text, (name, type_))
    assert all(substitute(original, POOL, random.Random(seed)) == original for seed in range(10))


@pytest.mark.parametrize("seed", range(10))
def test_what_happens_moves_with_the_text(seed: int) -> None:
    text = "هدم صور ثم بنى صور وعاد"
    happenings = tuple(
        Label(Span(text.index(word), text.index(word) + len(word)), "told") for word in ("هدم", "بنى", "عاد")
    )
    told = replace(sample(text, ("صور", "location"), ("صور", "location")), happenings=happenings)
    changed = substitute(told, POOL, random.Random(seed))
    assert [label.span.of(changed.text) for label in changed.happenings or ()] == ["هدم", "بنى", "عاد"]


@pytest.mark.parametrize("seed", range(10))
def test_who_takes_part_is_called_what_he_is_called_now(seed: int) -> None:
    text = "زار سامي صور"
    visit = Label(Span(0, 3), "told", Parts(frozenset({"سامي"}), frozenset({"صور"})))
    told = replace(sample(text, ("سامي", "person"), ("صور", "location")), happenings=(visit,))
    changed = substitute(told, POOL, random.Random(seed))
    (label,) = changed.happenings or ()
    assert label.parts == Parts(*(frozenset({name.span.of(changed.text)}) for name in changed.labels))


@pytest.mark.parametrize("seed", range(10))
def test_a_row_keeps_its_words_and_puts_the_other_name_in(seed: int) -> None:
    pool = Pool([], ["بيت المقدس"], Attested([]))
    one = sample("زار بطرس جبل لبنان ثم عاد أحمد", ("جبل لبنان", "location"))
    span = Span(one.text.index("عاد"), one.text.index("عاد") + 3)
    said = frozenset(one.text.index(word) for word in ("عاد", "لبنان", "أحمد"))
    row = Row(said, said, frozenset({span.start}), frozenset({"جبل لبنان"}))
    changed = substitute(replace(one, happenings=(Label(span, "told", row=row),)), pool, random.Random(seed))
    (told,) = changed.happenings or ()
    assert told.row is not None
    name = changed.labels[0].span.of(changed.text)
    words = {changed.text[at:].split()[0] for at in told.row.long}
    assert words == {"عاد", name.split()[1], "أحمد"}
    assert told.row.put_in == {name}
    assert {changed.text[at : at + 3] for at in told.row.behind} == {"عاد"}
