"""Which words of a sentence may tell of an event, as a verb or as a noun."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from reader.analysis.events.sentence import Candidate
from reader.analysis.model import EntityType, TimeType
from reader.analysis.words.keys import keys
from reader.analysis.words.shapes import guess
from reader.analysis.words.verbs import Flag, Form, Sense, trigger
from reader.text.arabic import TANWIN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.analysis.events.sentence import Sentence

_TANWIN = re.compile(f"[{TANWIN}]")
_PRONOUNS = ("ه", "ها", "هم", "هما")
_FALL = "وقع"
"""«وقع» is "fell" as often as "signed"; it leaves the telling to nouns of these kinds."""
_FALLING = frozenset({"disaster", "attack", "casualty", "agreement"})
_HOLDING = keys("بعقد لعقد بإجراء لإجراء")
_OFFICES = keys(
    "رئيسا رئيسة ملكا ملكة وزيرا وزيرة مديرا مديرة أستاذا أستاذة عضوا عضوة قائدا سلطانا خليفة أميرا أميرة حاكما واليا"
    " نائبا نائبة عميدا قاضيا سفيرا إمبراطورا أول شيخا مفتيا مدربا رئيسها رئيسه"
)
_EXILE, _TO = "نفي", "الي"
_WAS = "كان"
_STATE = Sense("state", Form.PERFECT)
_PLANNED = keys("المقرر المتوقع المزمع المرتقب المنتظر سوف وسوف مقررا المفترض")
_COME_ABOUT = "تم"
_DURING = keys("خلال أثناء وخلال وأثناء عقب بعد قبل وبعد وقبل إثر منذ قبيل بعيد عشية غداة وعقب وإثر ومنذ حتى من مع على")
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


def settled_by_times(sentence: Sentence) -> None:
    """What belongs to a time tells nothing."""
    for _, time in sentence.times:
        sentence.settle(time.span)


def settled_by_names(sentence: Sentence) -> None:
    """Nor does what belongs to a name; that of a war or a conference is itself told of."""
    for _, mention in sentence.named:
        if mention.type is not EntityType.WORK:
            sentence.settle(mention.span)


def _free(sentence: Sentence) -> Iterator[int]:
    return (i for i, token in enumerate(sentence.tokens) if token.kind == "word" and i not in sentence.settled)


def known(sentence: Sentence) -> None:
    """The words that tell something by the lexicon."""
    for token in _free(sentence):
        told = trigger(sentence.key(token), marbuta=sentence.has_marbuta(token))
        if told is not None and (sense := told.verb or told.noun) is not None:
            noun = told.noun if told.verb else None
            sentence.add(Candidate(sentence, sentence.clause_at(token), token, told.letters, sense, noun))


def unknown(sentence: Sentence) -> None:
    """Words that look like a verb, where one may stand."""
    found = {candidate.token for candidate in sentence.candidates}
    for token in _free(sentence):
        if token in found or not _opens(sentence, token):
            continue
        told = guess(sentence.key(token), marbuta=sentence.has_marbuta(token))
        if told is not None and told.verb is not None:
            clause = sentence.clause_at(token)
            sentence.add(Candidate(sentence, clause, token, told.letters, told.verb, guessed=True))


def _opens(sentence: Sentence, token: int) -> bool:
    return token in sentence.starts or sentence.key(token - 1) in _INTRODUCING


def without_telling(sentence: Sentence) -> None:
    """Who tells does nothing else, but for «كتب رواية», «نقل المصابين»."""
    telling = {
        token
        for token in _free(sentence)
        if (told := sentence.verb(token)) is not None and told.is_telling and not _does(sentence, token, told)
    }
    sentence.predicates |= telling
    sentence.candidates = [one for one in sentence.candidates if one.token not in telling]


def _does(sentence: Sentence, token: int, told: Sense) -> bool:
    """Whether a verb of telling tells of a happening here."""
    behind = sentence.keys(token + 1, token + 2 * _REFUSAL)
    if told.lemma == _EXILE:
        return _TO in behind[:_WINDOW]
    return Flag.DOES in told.flags and not any(key in _THAT for key in behind)


def without_states(sentence: Sentence) -> None:
    """Verbs of being, lasting and measuring tell of nothing; but the time of their clause is theirs, unless they
    leave it to the noun that they speak of."""
    for token in _free(sentence):
        state = sentence.verb(token)
        if state is None or not state.is_state or _takes_office(sentence, token, state):
            continue
        sentence.candidates = [one for one in sentence.candidates if one.token != token]
        if state.lemma != _WAS:
            sentence.predicates.add(token)
        if not state.is_copula:
            sentence.add(Candidate(sentence, sentence.clause_at(token), token, 0, _STATE, sure=True, void=True))


def _takes_office(sentence: Sentence, token: int, state: Sense) -> bool:
    """«أصبح رئيسا», «صارت أول امرأة …»: who takes an office begins to be, and that is an event."""
    behind = sentence.keys(token + 1, token + _REACH)
    return Flag.BECOMES in state.flags and any(key in _OFFICES for key in behind)


def is_quoted(candidate: Candidate) -> bool:
    """A name in quotation marks, and no verb beyond doubt."""
    quoted = candidate.sentence.key(candidate.token - 1) in _QUOTES
    return quoted and (candidate.guessed or not candidate.is_verb or candidate.sense.bare)


# Whether a word that may be a verb is one. Each of these takes the verb away from a candidate, or makes it sure.


def has_tanwin(candidate: Candidate) -> bool:
    return _TANWIN.search(candidate.word) is not None


def opens_clause(candidate: Candidate) -> bool:
    return candidate.token in candidate.sentence.starts


def is_introduced(candidate: Candidate) -> bool:
    return candidate.sentence.key(candidate.token - 1) in _INTRODUCING


def is_behind_preposition(candidate: Candidate) -> bool:
    return candidate.sentence.key(candidate.token - 1) in _PREPOSITIONS


def is_dual(candidate: Candidate) -> bool:
    """«قاضيا», «حكما»: the ending of a verb in the dual is more often that of a noun."""
    word, verb = candidate.key, candidate.sense
    return verb.form is Form.PERFECT and word[-1] == "ا" and word[-2] != "و" and not word.endswith(verb.lemma)


def is_imperfect(candidate: Candidate) -> bool:
    """Its first letter tells it from nouns."""
    return candidate.sense.form in (Form.IMPERFECT, Form.FUTURE)


def holds_event(candidate: Candidate) -> bool:
    """«مؤتمر صحفي عقده …»: one of the two words before names what was held."""
    before = map(trigger, candidate.sentence.keys(candidate.token - 2, candidate.token))
    named = any(told is not None and told.noun is not None and not told.noun.weak for told in before)
    return named and Flag.HELD in candidate.sense.flags


def is_possessed(candidate: Candidate) -> bool:
    """A noun with its owner is spelled like a verb with its object."""
    return candidate.noun is not None and candidate.rest.endswith(_PRONOUNS)


def is_meant(candidate: Candidate) -> bool:
    """«يعتزم إعادة …»: who intends, intends a noun."""
    near = candidate.sentence.verbs(candidate.token - _WINDOW, candidate.token)
    return candidate.noun is not None and any(verb.is_light for verb in near)


def is_risky(candidate: Candidate) -> bool:
    """A word that is as often no verb; it may be one behind a name or a time."""
    return candidate.sense.is_risky and candidate.token - 1 not in candidate.sentence.settled


def one_verb_a_clause(sentence: Sentence) -> None:
    """Where the clause has its verb, what may be a noun is none."""
    verbs: dict[int, int] = {}
    for token in sorted(sentence.predicates):
        verbs.setdefault(sentence.clause_at(token).number, token)
    kept = []
    for candidate in sentence.candidates:
        taken = verbs.get(candidate.clause.number, candidate.token) < candidate.token
        if taken and not candidate.sure and candidate.sense.form is Form.PERFECT and _is_doubtful(candidate):
            if candidate.noun is None:
                continue
            candidate.sense = candidate.noun
        if candidate.sense.form is Form.PERFECT:
            verbs.setdefault(candidate.clause.number, candidate.token)
        kept.append(candidate)
    sentence.candidates = kept


def _is_doubtful(candidate: Candidate) -> bool:
    bare = candidate.sense.bare and not candidate.letters
    return candidate.noun is not None or bare or candidate.sense.is_risky


# What the words before say of a candidate.


def is_future(candidate: Candidate) -> bool:
    return candidate.sense.form is Form.FUTURE


def is_planned(candidate: Candidate) -> bool:
    """«من المقرر أن …», «يعتزم …»."""
    if candidate.sense.form is Form.PERFECT:
        return False
    return not _PLANNED.isdisjoint(candidate.before) or any(map(_plans, candidate.verbs_before()))


def _plans(verb: Sense) -> bool:
    ahead = verb.form is Form.FUTURE and verb.lemma == _COME_ABOUT
    return ahead or (Flag.FUTURE in verb.flags and verb.form is not Form.PERFECT)


def is_intended(candidate: Candidate) -> bool:
    """«سيتم توقيع …»."""
    return candidate.sense.form is not Form.PERFECT and _is_behind_light(candidate)


def _is_behind_light(candidate: Candidate) -> bool:
    return any(verb.is_light for verb in candidate.verbs_before(_WINDOW))


def lasts(candidate: Candidate) -> bool:
    return any(Flag.LASTING in verb.flags for verb in candidate.verbs_before(_WINDOW))


def is_during(candidate: Candidate) -> bool:
    return not candidate.is_verb and not _DURING.isdisjoint(candidate.before[-2:])


def is_held(candidate: Candidate) -> bool:
    """«سيعقد اجتماع»: a noun that tells what a verb of holding leaves to it."""
    holding = not _HOLDING.isdisjoint(candidate.before[-_WINDOW:])
    return not candidate.is_verb and (holding or _is_behind_light(candidate))


def is_joined(candidate: Candidate) -> bool:
    return candidate.letters > 0 and candidate.is_verb


def is_repeated(candidate: Candidate) -> bool:
    """Whether its clause says how often («كل ليلة»)."""
    clause, tokens = candidate.clause, candidate.sentence.tokens
    start, end = tokens[clause.start].start, tokens[clause.end - 1].end
    return any(time.type is TimeType.SET and start <= time.span.start < end for _, time in candidate.sentence.times)


def without_light_verbs(sentence: Sentence) -> None:
    """A light verb goes where the noun that it leaves the telling to follows in its clause."""
    skipped: set[Candidate] = set()
    for one, other in pairwise(sentence.candidates):
        near = one.clause is other.clause and other.token - one.token <= _REACH
        if not near or not _is_light(one) or other.is_verb or other.during:
            continue
        if one.sense.lemma == _FALL and other.sense.kind not in _FALLING:
            continue
        if other.sense.weak or other.sense.definite:
            skipped.add(other)
            continue
        other.light, other.planned, other.joined = True, other.planned or one.planned, one.joined
        skipped.add(one)
    sentence.candidates = [one for one in sentence.candidates if one not in skipped]


def _is_light(one: Candidate) -> bool:
    occurs = one.sense.kind == "occurrence" or one.sense.lemma == _FALL
    return one.finite and occurs and not one.guessed and not one.void
