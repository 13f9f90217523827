"""What a sentence denies, supposes or wishes: it happened no more than what nobody tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.analysis.words.keys import keys
from reader.analysis.words.verbs import Flag, Form

if TYPE_CHECKING:
    from reader.analysis.events.sentence import Candidate, Sentence

_DENIED = keys("لم لن لا ليس ليست دون بدون عدم ولم ولن ولا فلم فلن فلا ألم بلا")
_IF = keys("لو ولو إذا وإذا لولا ولولا فلو لعل لعله ولعله لعلها ولعلها ليت")
_SUPPOSED = keys("ربما وربما محتمل المحتمل هل لكي كي محاولة تمهيدا بهدف إمكانية احتمال ضرورة متوقعا متوقعة")
_REFUSING = keys("نافيا نافية نافيين نفيه نفيها")
_THAT = keys("أن إن بأن أنه أنها إنه إنها عن")
_AN = "ان"
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
    """«نفى … أن يكون قد وقّع»."""
    near = range(max(0, candidate.token - _FAR), candidate.token)
    at = next((at for at in near if _refuses(candidate.sentence, at)), candidate.token)
    return not _THAT.isdisjoint(candidate.sentence.keys(at, candidate.token))


def _refuses(sentence: Sentence, token: int) -> bool:
    verb = sentence.verb(token)
    return sentence.key(token) in _REFUSING or (verb is not None and Flag.DENIES in verb.flags)


def goes_back(candidate: Candidate) -> bool:
    """«تعود القضية إلى …»."""
    after_that = candidate.sentence.key(candidate.token - 1) == _AN
    return candidate.sense.form is Form.IMPERFECT and Flag.RETURNS in candidate.sense.flags and not after_that
