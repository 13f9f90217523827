"""Marks of an analysis: in order, apart, with what they stand for."""

from reader.analysis.marks import marks
from reader.analysis.model import Analysis, Entity, EntityType, Mention, TimeExpression, TimeType
from reader.document.marks import Mark, Role
from reader.text.span import Span


def entity(id_: str, type_: EntityType, *spans: tuple[int, int]) -> Entity:
    return Entity(id_, type_, id_, tuple(Mention(Span(*span), type_) for span in spans))


def time(start: int, end: int) -> TimeExpression:
    return TimeExpression(Span(start, end), TimeType.DATE, "2020")


def test_marks_are_in_text_order_with_their_refs() -> None:
    person = entity("e1", EntityType.PERSON, (10, 14), (0, 4))
    assert marks(Analysis((person,), (time(5, 9),))) == [
        Mark(Span(0, 4), Role.PERSON, "e1"),
        Mark(Span(5, 9), Role.TIME, "t0"),
        Mark(Span(10, 14), Role.PERSON, "e1"),
    ]


def test_the_outer_of_two_overlapping_marks_stays() -> None:
    work = entity("e1", EntityType.WORK, (0, 20))
    place = entity("e2", EntityType.LOCATION, (5, 9))
    late = entity("e3", EntityType.ORGANISATION, (18, 50))
    assert [mark.ref for mark in marks(Analysis((work, place)))] == ["e1"]
    assert [mark.ref for mark in marks(Analysis((work, late)))] == ["e3"]


def test_an_empty_span_gives_no_mark() -> None:
    assert marks(Analysis((entity("e1", EntityType.PERSON, (3, 3)),))) == []
