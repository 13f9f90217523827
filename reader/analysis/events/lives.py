"""The life in brackets behind a name: «سالم حداد (22 يناير 1939 – 3 مايو 2001)».

It dates the birth and the death of whom it stands behind, where no time is told of them, and no other happening.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from reader.analysis.events.dated import Dated, Life, day_number, stated
from reader.analysis.model import Certainty, EntityType, EventBasis
from reader.analysis.words.keys import keys
from reader.analysis.words.verbs import BIRTH, DEATH
from reader.text.span import Span

if TYPE_CHECKING:
    from reader.analysis.events.sentence import Candidate, Sentence
    from reader.analysis.events.status import Frame
    from reader.analysis.model import TimeExpression

_IN_BRACKETS: Final = re.compile(r"[»”\"]? ?\(([^()\n]{4,90})\)")
_DASH: Final = re.compile(r"\s*[-–—]\s*")
_TO: Final = re.compile(r".{0,30}?[-–—].{0,30}", re.DOTALL)
"""What stands between the two days of a life: places, too."""
_SHORTEST, _LONGEST = 20 * 365, 125 * 366
"""Days of a life: reigns, terms and years with a club are mostly shorter, and nobody has outlived the other."""
_NO_LIFE: Final = keys(
    "حكم حكمت حكمه عهد عهده ملك الملك تولى رئيسا رئيس وزيرا وزير فترة بين من خلال ولد ولدت مواليد توفي توفيت"
    " السلطان الخليفة الإمبراطور لعب درب مدرب أمير مدير مديرا رئاسة الرئيس اعتقل سجن ولاية"
)
"""A reign or another stretch; and what tells of a birth itself."""
_NEAR: Final = 5
"""Words before a name among which one of these may stand."""
_BEHIND: Final = keys(
    "في من عام سنة يوم بعد إثر عن قبل خلال أثناء ليلة صباح مساء فجر على لأسرة لعائلة لأب بمدينة بقرية ببلدة بمنزله بمرض"
)
"""What may stand behind a verb whose subject is left out."""


def find(sentence: Sentence) -> None:
    """Remembers the lives behind names that sentences begin with. What is as long as a life dates nothing else."""
    for entity, mention in sentence.named:
        brackets = _IN_BRACKETS.match(sentence.text, mention.span.end, sentence.span.end)
        if entity.type is not EntityType.PERSON or brackets is None:
            continue
        at, said = sentence.token_at(mention.span.start), Span(*brackets.span(1))
        inside = [one for one in sentence.times if said.covers(one[1].span) and one[1].earliest is not None]
        if inside and not _is_stretch(sentence, at, said, inside[0][1]):
            opens = all(sentence.verb(before) is None for before in range(at))
            _remember(sentence, entity.id, _life(sentence.text, said, inside), inside, opens=opens)


def _remember(
    sentence: Sentence, id_: str, life: Life | None, inside: list[tuple[int, TimeExpression]], *, opens: bool
) -> None:
    if life is None or not (opens or life.death):
        return
    sentence.dates = [one for one in sentence.dates if one not in inside]
    if opens:
        sentence.paragraph.lives.setdefault(id_, life)


def _is_stretch(sentence: Sentence, at: int, said: Span, first: TimeExpression) -> bool:
    before = {*sentence.keys(at - _NEAR, at), *keys(sentence.text[said.start : first.span.start])}
    return not before.isdisjoint(_NO_LIFE)


def _life(text: str, said: Span, inside: list[tuple[int, TimeExpression]]) -> Life | None:
    """Two days and a dash between them, or one and a dash behind it."""
    at, birth = inside[0]
    if len(inside) == 1:
        return Life(stated(at, birth), None) if _DASH.fullmatch(text, birth.span.end, said.end) else None
    last, death = inside[-1]
    parted = _TO.fullmatch(text, birth.span.end, death.span.start) is not None
    return Life(stated(at, birth), stated(last, death)) if parted and _may_live(birth, death) else None


def _may_live(birth: TimeExpression, death: TimeExpression) -> bool:
    if birth.earliest is None or death.earliest is None:
        return False
    return _SHORTEST < day_number(death.earliest) - day_number(birth.earliest) < _LONGEST


def date(frame: Frame) -> None:
    """Dates births and deaths of which no time is told anywhere."""
    ends = [one for one in frame.candidates if one.sense.kind in (BIRTH, DEATH)]
    known = {(one.sense.kind, id_) for one in ends if one.dated.is_known for id_ in one.who}
    for candidate in ends:
        end = _end(candidate)
        if end is not None and known.isdisjoint((candidate.sense.kind, id_) for id_ in candidate.who):
            candidate.dated = replace(end, certainty=Certainty.INFERRED, basis=EventBasis.LIFE)


def _end(candidate: Candidate) -> Dated | None:
    """Of the life of whom it happens to, where it has no time of its own."""
    if candidate.dated.is_known or candidate.dated.time is not None or not candidate.who:
        return None
    life = candidate.sentence.paragraph.lives.get(candidate.who[0])
    if life is None or not _happens_to(candidate, candidate.who[0]):
        return None
    return life.birth if candidate.sense.kind == BIRTH else life.death


def _happens_to(candidate: Candidate, id_: str) -> bool:
    """Whether what stands right behind the verb is the name, or shows that it is left out: «توفي والد سالم»."""
    sentence, behind = candidate.sentence, candidate.token + 1
    if not candidate.is_verb or behind >= len(sentence.tokens) or sentence.tokens[behind].is_sign:
        return candidate.is_verb
    for entity, mention in sentence.named:
        if sentence.token_at(mention.span.start) == behind:
            bare = mention.span.start == sentence.tokens[behind].start
            return entity.type is EntityType.LOCATION or (entity.id == id_ and bare)
    return sentence.key(behind) in _BEHIND
