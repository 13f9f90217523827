"""What a sentence denies, supposes, wishes or only says now and then: it happened no more than what nobody tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.analysis.events.forms import PREPOSITIONS
from reader.analysis.words.clitics import CONJUNCTIONS
from reader.analysis.words.keys import keys
from reader.analysis.words.particles import THAT_OR_ABOUT
from reader.analysis.words.verbs import Flag, Form

if TYPE_CHECKING:
    from reader.analysis.events.sentence import Candidate, Sentence

_DENIED = keys("لم لن لا ليس ليست دون بدون عدم ولم ولن ولا فلم فلن فلا ألم بلا")
_IF = keys("لو ولو إذا وإذا لولا ولولا فلو لعل لعله ولعله لعلها ولعلها ليت")
_SUPPOSED = keys("ربما وربما محتمل المحتمل هل لكي كي محاولة تمهيدا بهدف إمكانية احتمال ضرورة متوقعا متوقعة")
_REFUSING = keys("نافيا نافية نافيين نفيه نفيها")
_MAYBE = keys("قد وقد فقد")
_HABIT = keys("عادة دائما بانتظام أحيانا غالبا كثيرا كلما")
_WAS = "كان"
_AN = "ان"
_FAILED = keys("فشل فشلت فشلوا يفشل تفشل أخفق أخفقت أخفقوا عجز عجزت عجزوا امتنع امتنعت امتنعوا")
_OF_FAILURE = (["في"], ["عن"])
_MEMORY = keys("ذكرى الذكرى بذكرى لذكرى")
_AGO = keys("عام عاما أعوام عامين سنة سنوات سنين سنتين شهر شهرا أشهر شهرين عقد عقدين عقود قرن قرون يوما أيام")
_COUNTED = 3
"""Words before a noun in which a count of time ends with «على»."""
_WINDOW = 3
"""Words before a trigger in which one changes what it says."""
_FAR = 8
"""Words before a trigger in which somebody may deny it."""


def is_supposed(candidate: Candidate) -> bool:
    """«لو …», anywhere before."""
    return not _IF.isdisjoint(candidate.sentence.keys(0, candidate.token + 1))


def is_denied(candidate: Candidate) -> bool:
    return not _DENIED.isdisjoint(candidate.before[-2:])


def is_wished(candidate: Candidate) -> bool:
    """«يمكن أن …», «حاول أن …»."""
    if not _SUPPOSED.isdisjoint(candidate.before[-_WINDOW:]):
        return True
    return any(Flag.SUPPOSES in verb.flags for verb in candidate.verbs_before(_WINDOW))


def is_refused(candidate: Candidate) -> bool:
    """«نفى … أن يكون قد وقّع», «نفت الوزارة أمس وفاة الرئيس»."""
    near = range(max(0, candidate.token - _FAR), candidate.token)
    at = next((at for at in near if _refuses(candidate.sentence, at)), candidate.token)
    between = candidate.sentence.keys(at + 1, candidate.token)
    if not THAT_OR_ABOUT.isdisjoint(between):
        return True
    is_object = at < candidate.token and candidate.letters == 0 and _is_governed(candidate, at)
    return is_object and not any(word in PREPOSITIONS for word in between)


def is_failed(candidate: Candidate) -> bool:
    """«فشل البرلمان أمس في انتخاب رئيس»."""
    near = range(max(0, candidate.token - _FAR), candidate.token)
    at = next((at for at in near if _fails(candidate.sentence.key(at))), candidate.token)
    between = candidate.sentence.keys(at + 1, candidate.token)
    behind = [word for word in between if word in PREPOSITIONS]
    return between[-1:] in _OF_FAILURE and len(behind) == 1 and _is_governed(candidate, at)


def _fails(word: str) -> bool:
    return word in _FAILED or (word[:1] in CONJUNCTIONS and word[1:] in _FAILED)


def _is_governed(candidate: Candidate, verb: int) -> bool:
    """Whether it is a noun that hangs on a verb before it: no other verb and no relative lies between."""
    if candidate.is_verb or candidate.during or candidate.clause.relative or candidate.clause.start > verb:
        return False
    return not candidate.sentence.verbs(verb + 1, candidate.token)


def is_remembered(candidate: Candidate) -> bool:
    """«الذكرى الثالثة لانفجار المرفأ», «بعد مرور عام على مقتله», «50 عاما على رحيله»: today only remembers it."""
    if candidate.is_verb:
        return False
    if candidate.before[-1:] == ["على"]:
        return any(word in _AGO for word in candidate.before[-_COUNTED:-1])
    beside = not _MEMORY.isdisjoint(candidate.before[-1:])
    return beside or (candidate.letters > 0 and not _MEMORY.isdisjoint(candidate.before[-_WINDOW:]))


def _refuses(sentence: Sentence, token: int) -> bool:
    verb = sentence.verb(token)
    return sentence.key(token) in _REFUSING or (verb is not None and Flag.DENIES in verb.flags)


def goes_back(candidate: Candidate) -> bool:
    """«تعود القضية إلى …»."""
    after_that = candidate.sentence.key(candidate.token - 1) == _AN
    return candidate.sense.form is Form.IMPERFECT and Flag.RETURNS in candidate.sense.flags and not after_that


def is_possible(candidate: Candidate) -> bool:
    """«قد يصل»."""
    ahead = candidate.sense.form in (Form.IMPERFECT, Form.FUTURE)
    return ahead and not _MAYBE.isdisjoint(candidate.before[-1:])


def was_planned(candidate: Candidate) -> bool:
    """«كان مقررا أن ينطلق»."""
    return candidate.planned and _was_before(candidate)


def is_habit(candidate: Candidate) -> bool:
    """«كان يزور …», «يزور … عادة»."""
    imperfect = candidate.sense.form is Form.IMPERFECT and not candidate.planned
    return imperfect and (_was_before(candidate) or not _HABIT.isdisjoint(candidate.before))


def _was_before(candidate: Candidate) -> bool:
    return any(verb.lemma == _WAS and verb.form is Form.PERFECT for verb in candidate.verbs_before())
