"""The life in brackets behind a name: «سالم حداد (22 يناير 1939 – 3 مايو 2001)». It dates a birth and a death, wherever
they are told, and nothing else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from reader.analysis.events.dated import Life, day_number, stated
from reader.analysis.events.dating import BIRTH, DEATH
from reader.analysis.model import EntityType
from reader.analysis.words.keys import keys
from reader.text.span import Span

if TYPE_CHECKING:
    from reader.analysis.events.sentence import Sentence
    from reader.analysis.events.status import Frame
    from reader.analysis.model import TimeExpression

_IN_BRACKETS: Final = re.compile(r"[»”\"]? ?\(([^()\n]{4,90})\)")
_DASH: Final = re.compile(r"\s*[-–—]\s*")
_TO: Final = re.compile(r".{0,30}?[-–—].{0,30}", re.DOTALL)
"""What stands between the two days of a life: places, too."""
_LONGEST: Final = 125 * 366
"""Days that nobody has outlived."""
_NO_LIFE: Final = keys(
    "حكم حكمت حكمه عهد عهده ملك الملك تولى رئيسا رئيس وزيرا وزير فترة بين من خلال ولد ولدت مواليد توفي توفيت"
)
"""A reign; and what tells of a birth itself."""


def find(sentence: Sentence) -> None:
    """Remembers the lives that the sentence tells in brackets; their days date nothing else in it."""
    for entity, mention in sentence.named:
        if entity.type is not EntityType.PERSON:
            continue
        brackets = _IN_BRACKETS.match(sentence.text, mention.span.end, sentence.span.end)
        if brackets is None:
            continue
        said = Span(*brackets.span(1))
        inside = [one for one in sentence.times if said.covers(one[1].span) and one[1].earliest is not None]
        life = _life(sentence.text, said, inside)
        if life is not None:
            sentence.paragraph.lives.setdefault(entity.id, life)
            sentence.dates = [one for one in sentence.dates if one not in inside]


def _life(text: str, said: Span, inside: list[tuple[int, TimeExpression]]) -> Life | None:
    """Two days and a dash between them, or one and a dash behind it."""
    if not inside or keys(text[said.start : inside[0][1].span.start]) & _NO_LIFE:
        return None
    (at, birth), *others = inside
    for _, death in others[-1:]:
        fits = _TO.fullmatch(text, birth.span.end, death.span.start) is not None and _may_live(birth, death)
        return Life(stated(at, birth), stated(*others[-1])) if fits else None
    return Life(stated(at, birth), None) if _DASH.fullmatch(text, birth.span.end, said.end) else None


def _may_live(birth: TimeExpression, death: TimeExpression) -> bool:
    if birth.earliest is None or death.earliest is None:
        return False
    return 0 < day_number(death.earliest) - day_number(birth.earliest) < _LONGEST


def date(frame: Frame) -> None:
    """A birth or a death of which no time is told anywhere is that of the life of whom it happens to."""
    ends = [one for one in frame.candidates if one.sense.kind in (BIRTH, DEATH)]
    known = {(one.sense.kind, id_) for one in ends if one.dated.is_known for id_ in one.who}
    for candidate in ends:
        kind, who = candidate.sense.kind, candidate.who[:1]
        if candidate.dated.is_known or candidate.dated.time is not None or known & {(kind, id_) for id_ in who}:
            continue
        for life in filter(None, map(candidate.sentence.paragraph.lives.get, who)):
            candidate.dated = (life.birth if kind == BIRTH else life.death) or candidate.dated
