"""What the recogniser hears of a happening and a name, beside all that is else to be weighed of the two."""

import pytest
from heard import hear
from reading_events import named

from reader.analysis import events
from reader.analysis.events.find import Source
from reader.analysis.events.pairing import in_reach, weighed
from reader.analysis.events.sentence import Candidate
from reader.analysis.model import Happening, Tie
from reader.analysis.steps import take
from reader.text.span import Span

NAMES = {"سامي": "person", "هانس": "person", "صور": "location"}


def tied(text: str, *ties: tuple[str, str, float, float]) -> tuple[Happening, ...]:
    """What is heard of a text: every verb, and of some (verb, name, takes part, is the place)."""
    return tuple(
        Happening(
            one.span,
            one.told,
            one.planned,
            tuple(
                Tie(text.index(name) - one.span.start, who, where)
                for verb, name, who, where in ties
                if verb == one.span.of(text)
            ),
        )
        for one in hear(text)
    )


def last(text: str, *ties: tuple[str, str, float, float]) -> Candidate:
    """The last that may happen in a text, a paragraph a line."""
    source = Source(text, named(text, NAMES), (), None, tied(text, *ties))
    for block in lines(text):
        for sentence in source.sentences(block):
            take(events.READING, sentence)
            found = sentence
    return found.candidates[-1]


def lines(text: str) -> list[Span]:
    starts = [0, *(at + 1 for at, letter in enumerate(text) if letter == "\n")]
    return [Span(start, text.find("\n", start) if "\n" in text[start:] else len(text)) for start in starts]


@pytest.mark.parametrize("part", [0, 1])
def test_what_is_heard_counts(part: int) -> None:
    text = "زار سامي صور."
    name = ("سامي", "صور")[part]
    shares = []
    for heard in (0.02, 0.5, 0.98):
        one = last(text, ("زار", name, *((heard, 0.0) if part == 0 else (0.0, heard))))
        reach = next(reach for reach in in_reach(one) if reach.entity.name == name)
        shares.append(weighed(one, reach)[part])
    assert shares == sorted(shares)
    assert shares[0] < 0.5 < shares[-1]


@pytest.mark.parametrize(
    ("heard", "reached", "why"),
    [
        (0.9, ["سامي"], "it is heard to go on with him"),
        (0.2, [], "an earlier paragraph may be about anything"),
    ],
)
def test_a_name_of_an_earlier_paragraph(heard: float, reached: list[str], why: str) -> None:
    one = last("وصل سامي.\nوتوفي هناك.", ("وتوفي", "سامي", heard, 0.0))
    assert [reach.entity.name for reach in in_reach(one)] == reached, why
