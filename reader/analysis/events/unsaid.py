"""What a sentence denies, supposes or only says now and then. It happened no more than what nobody tells."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from reader.analysis.words.keys import keys
from reader.analysis.words.verbs import DOING_TOO, LIGHT_FUTURE, Form

if TYPE_CHECKING:
    from reader.analysis.events.sentence import Candidate

_DENIED = keys("لم لن لا ليس ليست دون بدون عدم ولم ولن ولا فلم فلن فلا ألم بلا")
_REFUSED = keys("نفى نفت ونفى ونفت ينفي تنفي نافيا نافية نافيين استبعد استبعدت واستبعد نفيه نفيها")
_IF = keys("لو ولو إذا وإذا لولا ولولا فلو لعل لعله ولعله لعلها ولعلها ليت")
_SUPPOSED = keys(
    "يمكن يمكنه يمكنها ربما وربما ينبغي يجب محتمل المحتمل يريد تريد يأمل تأمل هل لكي كي قررت قرر وقرر حاول"
    " حاولت أراد أرادت يحاول تحاول طالب طالبت دعا دعت رفض رفضت محاولة تمهيدا بهدف إمكانية احتمال ضرورة اقترح كاد"
    " كادت متوقعا متوقعة"
)
_HABIT = keys("كان كانت كانوا وكان وكانت وكانوا فكان فكانت عادة دائما بانتظام أحيانا غالبا كثيرا كلما")
_BE = keys("كان كانت كانوا وكان وكانت وكانوا")
_RETURN = keys("عاد رجع")
_MAYBE = keys("قد وقد فقد")
_NAMED = keys("أطلق لقب سمى")
_NAMING = keys("عليه عليها عليهم اسم لقب")
"""«أطلق عليه اسم …» names, and launches nothing."""
_AN = "ان"
_PRONOUNS = ("ه", "ها", "هم", "هما")
_THAT = keys("أن إن بأن أنه أنها إنه إنها عن")
_WINDOW = 3
"""Words before a trigger in which one changes what it says."""
_REFUSAL = 8


def is_supposed(candidate: Candidate) -> bool:
    """«لو …», anywhere before."""
    return not _IF.isdisjoint(candidate.sentence.keys(0, candidate.token + 1))


def is_source(candidate: Candidate) -> bool:
    """«وفق ما أعلنته …»."""
    behind_what = candidate.before[-1:] == ["ما"]
    return candidate.sense.lemma in DOING_TOO and (behind_what or candidate.key.endswith(_PRONOUNS))


def is_naming(candidate: Candidate) -> bool:
    """«أطلق عليه اسم …» names, and launches nothing."""
    return candidate.sense.lemma in _NAMED and candidate.sentence.key(candidate.token + 1) in _NAMING


def is_not_intended(candidate: Candidate) -> bool:
    """«لا تنوي اللجنة إعادة الفرز»."""
    return any(one in _DENIED and other in LIGHT_FUTURE for one, other in pairwise(candidate.before))


def is_denied(candidate: Candidate) -> bool:
    return not _DENIED.isdisjoint(candidate.before[-2:])


def is_wished(candidate: Candidate) -> bool:
    """«يمكن أن …», «حاول أن …»."""
    return not _SUPPOSED.isdisjoint(candidate.before[-_WINDOW:])


def is_refused(candidate: Candidate) -> bool:
    """Whether somebody denies it a few words before («نفى … أن يكون قد وقّع»)."""
    before = candidate.sentence.keys(candidate.token - _REFUSAL, candidate.token)
    at = next((at for at, word in enumerate(before) if word in _REFUSED), len(before))
    return any(word in _THAT for word in before[at:])


def is_possible(candidate: Candidate) -> bool:
    """«قد يصل»."""
    ahead = candidate.sense.form in (Form.IMPERFECT, Form.FUTURE)
    return ahead and not _MAYBE.isdisjoint(candidate.before[-1:])


def goes_back(candidate: Candidate) -> bool:
    """«تعود القضية إلى …»."""
    after_that = candidate.sentence.key(candidate.token - 1) == _AN
    return candidate.sense.form is Form.IMPERFECT and candidate.sense.lemma in _RETURN and not after_that


def was_planned(candidate: Candidate) -> bool:
    """«كان مقررا أن ينطلق»."""
    return candidate.planned and not _BE.isdisjoint(candidate.before)


def is_habit(candidate: Candidate) -> bool:
    imperfect = candidate.sense.form is Form.IMPERFECT and not candidate.planned
    return imperfect and not _HABIT.isdisjoint(candidate.before)
