"""Which words of a sentence tell of an event, and which only seem to: denied, supposed, habitual, or no verb at all."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from reader.analysis.events.dating import Dated
from reader.analysis.words.keys import keys
from reader.analysis.words.verbs import (
    DOING_TOO,
    HELD,
    LIGHT_FUTURE,
    REPORTING,
    RISKY,
    Form,
    Sense,
    Trigger,
    guess,
    is_state,
    is_telling,
    trigger,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence, Set

    from reader.analysis.events.clauses import Sentence
    from reader.analysis.words.tokens import Token

_DENIED = keys("لم لن لا ليس ليست دون بدون عدم ولم ولن ولا فلم فلن فلا ألم بلا")
_REFUSED = keys("نفى نفت ونفى ونفت ينفي تنفي نافيا نافية نافيين استبعد استبعدت واستبعد نفيه نفيها")
_IF = keys("لو ولو إذا وإذا لولا ولولا فلو لعل لعله ولعله لعلها ولعلها ليت")
_SUPPOSED = keys(
    "يمكن يمكنه يمكنها ربما وربما ينبغي يجب محتمل المحتمل كأن يريد تريد يأمل تأمل هل لكي كي قررت قرر وقرر حاول"
    " حاولت أراد أرادت يحاول تحاول طالب طالبت دعا دعت رفض رفضت محاولة تمهيدا بهدف إمكانية احتمال ضرورة اقترح كاد"
    " كادت متوقعا متوقعة"
)
_HABIT = keys("كان كانت كانوا وكان وكانت وكانوا فكان فكانت عادة دائما بانتظام أحيانا غالبا كثيرا كلما")
_BE = keys("كان كانت كانوا وكان وكانت وكانوا")
_PLANNED = keys(
    "يعتزم تعتزم ويعتزم وتعتزم يعتزمون ينوي تنوي المقرر المتوقع المزمع المرتقب المنتظر يخطط تخطط يستعد تستعد سوف وسوف"
    " ينتظر يرتقب ويرتقب وينتظر يتوقع ويتوقع سيتم ستتم وسيتم وستتم مقررا يفترض المفترض"
)
_TANWIN = re.compile("[\u064b-\u064d]")
_PRONOUNS = ("ه", "ها", "هم", "هما")
_FALL = "وقع"
"""«وقع» is "fell" as often as "signed"; it leaves the telling to nouns of these kinds."""
_FALLING = frozenset({"disaster", "attack", "casualty", "agreement"})
_HOLDING = keys("بعقد لعقد بإجراء لإجراء")
_BECOME = keys("أصبح صار")
_OFFICES = keys(
    "رئيسا رئيسة ملكا ملكة وزيرا وزيرة مديرا مديرة أستاذا أستاذة عضوا عضوة قائدا سلطانا خليفة أميرا أميرة حاكما واليا"
    " نائبا نائبة عميدا قاضيا سفيرا إمبراطورا أول شيخا مفتيا مدربا رئيسها رئيسه"
)
_EXILE, _TO = keys("نفي ونفي نفت"), "الي"
_AN, _WAS = "ان", "كان"
_STATE = Sense("state", Form.PERFECT)
_COPULAS = keys("كان دام استمر استغرق عرف")
"""States that leave a time to the noun that they speak of («كانت المعركة عام …»)."""
_RETURN = keys("عاد رجع")
_MAYBE = keys("قد وقد فقد")
_LASTING = keys("واصل واصلت يواصل تواصل يزال تزال مازال مازالت استمر استمرت يستمر")
_DURING = keys("خلال أثناء وخلال وأثناء عقب بعد قبل وبعد وقبل إثر منذ قبيل بعيد عشية غداة وعقب وإثر ومنذ حتى من مع على")
_NAMED = keys("أطلق لقب سمى")
_NAMING = keys("عليه عليها عليهم اسم لقب")
"""«أطلق عليه اسم …» names, and launches nothing."""
_PREPOSITIONS = keys(
    "في من إلى على عن مع بعد قبل خلال أثناء منذ حتى بين عند لدى نحو ضد حول وفي ومن وإلى وعلى وعن ومع وبعد وقبل وخلال"
    " وأثناء ومنذ عقب إثر فيه كل بعض أي هذا هذه ذلك تلك بهذا لهذا دون بدون غير أول آخر عدم أكثر أقل"
)
_INTRODUCING = keys(
    "قد وقد فقد ثم حيث وحيث الذي التي الذين اللذين اللذان اللتين والذي والتي كما وكما حين حينما عندما وعندما لما ولما"
    " بينما وبينما فيما وفيما وهناك هناك ما أن أنه أنها إنه إنها وفيها وفيه فيها فيه بعدما بل أيضا كذلك لكنه لكنها لكن"
    " وهو وهي هو هي ومنها مجددا"
)
"""Words behind which a verb may stand though it is spelled like a noun."""
_WINDOW = 3
"""Tokens before a trigger in which a word changes what it says."""
_REACH = 5
"""Tokens between a light verb and the noun that it leaves the telling to."""
_REFUSAL = 8
_THAT = keys("أن إن بأن أنه أنها إنه إنها عن")
_QUOTES = frozenset("«“\"‘'(")


@dataclass(slots=True)
class Candidate:
    """A trigger in its sentence, on the way to an event."""

    sentence: Sentence
    clause: int
    token: int
    letters: int
    sense: Sense
    planned: bool = False
    lasting: bool = False
    during: bool = False
    """It only says when another event was («خلال زيارته»)."""
    light: bool = False
    """A noun that a light verb leaves the telling to («أجرى محادثات»)."""
    joined: bool = False
    """It stands behind «و» or «ف»."""
    void: bool = False
    """Denied, supposed or no happening: it is not told, but the times of its clause are its own."""
    guessed: bool = False
    """The word is not in the lexicon and only looks like a verb."""
    dated: Dated = field(default_factory=Dated)
    who: tuple[str, ...] = ()
    where: tuple[str, ...] = ()

    @property
    def start(self) -> int:
        return self.sentence.tokens[self.token].start

    @property
    def after_that(self) -> bool:
        """Whether «أن» stands right before it («قبل أن يعود»)."""
        return self.token > 0 and self.sentence.tokens[self.token - 1].key == _AN

    @property
    def leads(self) -> bool:
        """Whether it is the verb that a main clause in the past begins with."""
        clause = self.sentence.clauses[self.clause]
        return (
            self.sense.form is Form.PERFECT and self.token == clause.start and not (clause.relative or clause.content)
        )

    @property
    def finite(self) -> bool:
        return self.sense.form is not Form.NOUN or self.light


def find_candidates(sentence: Sentence, settled: Set[int]) -> list[Candidate]:
    """The candidates of a sentence in order. `settled` are the tokens of times and names: no triggers, and what
    follows one may be a verb."""
    found: list[Candidate] = []
    verbal = -1
    unreal = False
    for index, token in enumerate(sentence.tokens):
        unreal = unreal or token.key in _IF
        if token.kind != "word" or index in settled:
            continue
        clause = sentence.clause_at(index)
        if (
            is_telling(token.key)
            or (is_state(token.key) and not _takes_office(sentence, index))
            or (token.key in REPORTING and not _does(sentence, index))
        ):
            if token.key.lstrip("وف").removesuffix("ت") != _WAS:
                verbal = clause
            if is_state(token.key) and token.key.lstrip("وف").removesuffix("ت") not in _COPULAS:
                found.append(Candidate(sentence, clause, index, 0, _STATE, void=True))
            continue
        made = _candidate(sentence, index, clause, settled, taken=verbal == clause)
        if made is None:
            continue
        if made.sense.form is Form.PERFECT:
            verbal = clause
        made.void = unreal or _unsaid(sentence, made)
        if not made.void or made.finite:
            found.append(made)
    return list(_without_light(found))


def _does(sentence: Sentence, index: int) -> bool:
    """Whether a verb of telling tells of a happening here («كتب رواية», «نقل المصابين»)."""
    behind = sentence.tokens[index + 1 : index + 2 * _REFUSAL]
    if sentence.tokens[index].key in _EXILE:
        return any(token.key == _TO for token in behind[:_WINDOW])
    return sentence.tokens[index].key in DOING_TOO and not any(token.key in _THAT for token in behind)


def _takes_office(sentence: Sentence, index: int) -> bool:
    """«أصبح رئيسا», «صارت أول امرأة …»: who takes an office begins to be, and that is an event."""
    word = sentence.tokens[index].key.lstrip("وف").removesuffix("ت")
    behind = sentence.tokens[index + 1 : index + _REACH]
    return word in _BECOME and any(token.key in _OFFICES for token in behind)


def _candidate(sentence: Sentence, index: int, clause: int, settled: Set[int], *, taken: bool) -> Candidate | None:
    """The reading of a word that its place allows. `taken`: the clause has its verb."""
    token = sentence.tokens[index]
    told = trigger(token.key, marbuta="ة" in sentence.word(index))
    guessed = told is None
    quoted = index > 0 and sentence.tokens[index - 1].key in _QUOTES
    if quoted and (told is None or told.verb is None or told.verb.bare):
        return None
    if told is None:
        begins = index == sentence.clauses[clause].start or sentence.tokens[index - 1].key in _INTRODUCING
        told = guess(token.key, marbuta="ة" in sentence.word(index)) if begins else None
        if told is None:
            return None
    verb, noun = told.verb, told.noun
    if verb is not None and not _is_verb(sentence, index, clause, told, settled, taken=taken):
        verb = None
    chosen = verb or noun
    if chosen is None:
        return None
    start = sentence.clauses[clause].start
    whole = [one.key for one in sentence.tokens[start:index]]
    before = set(whole[-_WINDOW:])
    planned = chosen.form is Form.FUTURE or bool(_PLANNED & set(whole)) or bool(before & LIGHT_FUTURE)
    return Candidate(
        sentence,
        clause,
        index,
        told.letters,
        chosen,
        planned=planned and chosen.form is not Form.PERFECT,
        lasting=bool(before & _LASTING),
        during=chosen.form is Form.NOUN and bool(set(whole[-2:]) & _DURING),
        light=chosen.form is Form.NOUN and bool(before & (LIGHT_FUTURE | _HOLDING)),
        joined=told.letters > 0 and chosen.form is not Form.NOUN,
        guessed=guessed,
    )


def _is_verb(sentence: Sentence, index: int, clause: int, told: Trigger, settled: Set[int], *, taken: bool) -> bool:
    """Whether a word that may be a verb stands where one may stand."""
    verb, before = told.verb, sentence.tokens[index - 1].key if index else ""
    if verb is None or _TANWIN.search(sentence.word(index)):
        return False
    if index == sentence.clauses[clause].start or before in _INTRODUCING:
        return True
    if before in _PREPOSITIONS or _is_dual(sentence.tokens[index].key, verb):
        return False
    if verb.form is not Form.PERFECT:
        return True
    rest = sentence.tokens[index].key[told.letters :]
    if verb.lemma in HELD and _holds_event(sentence, index):
        return True  # «مؤتمر صحفي عقده …»
    meant = LIGHT_FUTURE & {token.key for token in sentence.tokens[max(0, index - _WINDOW) : index]}
    if told.noun and (taken or meant or rest.endswith(_PRONOUNS)):
        return False
    risky = rest in RISKY or (verb.bare and rest[:3] in RISKY)
    if not verb.bare and not risky:
        return True
    if taken and not told.letters:
        return False
    return not risky or (index - 1 in settled and not taken)


def _holds_event(sentence: Sentence, index: int) -> bool:
    """Whether one of the two words before names an event."""
    before = (trigger(token.key) for token in sentence.tokens[max(0, index - 2) : index])
    return any(told is not None and told.noun is not None and not told.noun.weak for told in before)


def _is_dual(word: str, verb: Sense) -> bool:
    """«قاضيا», «حكما»: the ending of a verb in the dual is more often that of a noun."""
    return verb.form is Form.PERFECT and word[-1] == "ا" and word[-2] != "و" and not word.endswith(verb.lemma)


def _unsaid(sentence: Sentence, made: Candidate) -> bool:
    """Whether the sentence denies, supposes or repeats what the candidate tells, or only gives a name."""
    tokens, index = sentence.tokens, made.token
    start = sentence.clauses[made.clause].start
    whole = [token.key for token in tokens[start:index]]
    before = set(whole[-_WINDOW:])
    if made.sense.lemma in DOING_TOO and (whole[-1:] == ["ما"] or tokens[index].key.endswith(_PRONOUNS)):
        return True  # «وفق ما أعلنته …»
    if made.sense.lemma in _NAMED and index + 1 < len(tokens) and tokens[index + 1].key in _NAMING:
        return True
    if any(one in _DENIED and other in LIGHT_FUTURE for one, other in pairwise(whole)):
        return True  # «لا تنوي اللجنة إعادة الفرز»
    if set(whole[-2:]) & _DENIED or before & _SUPPOSED or _refused(tokens, index):
        return True
    form = made.sense.form
    if form in (Form.IMPERFECT, Form.FUTURE) and whole[-1:] and whole[-1] in _MAYBE:
        return True
    if form is Form.IMPERFECT and made.sense.lemma in _RETURN and not made.after_that:  # «تعود القضية إلى …»
        return True
    if made.planned and set(whole) & _BE:  # «كان مقررا أن ينطلق»
        return True
    return form is Form.IMPERFECT and not made.planned and bool(_HABIT & set(whole))


def _refused(tokens: Sequence[Token], index: int) -> bool:
    """Whether somebody denies it a few words before («نفى … أن يكون قد وقّع»)."""
    before = [token.key for token in tokens[max(0, index - _REFUSAL) : index]]
    at = next((at for at, word in enumerate(before) if word in _REFUSED), len(before))
    return any(word in _THAT for word in before[at:])


def _is_light(one: Candidate) -> bool:
    return (
        one.finite and not one.guessed and not one.void and (one.sense.kind == "occurrence" or one.sense.lemma == _FALL)
    )


def _without_light(found: list[Candidate]) -> Iterator[Candidate]:
    """A light verb goes where the noun that it leaves the telling to follows in its clause."""
    skipped: set[int] = set()
    for one, other in pairwise(found):
        near = one.clause == other.clause and other.token - one.token <= _REACH
        if not near or not _is_light(one) or other.sense.form is not Form.NOUN or other.during:
            continue
        if one.sense.lemma == _FALL and other.sense.kind not in _FALLING:
            continue
        if other.sense.weak or other.sense.definite:
            skipped.add(id(other))
            continue
        other.light, other.planned, other.joined = True, other.planned or one.planned, one.joined
        skipped.add(id(one))
    return (one for one in found if id(one) not in skipped)
