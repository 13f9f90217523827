"""Which words of a sentence may tell of an event, as a verb or as a noun."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from reader.analysis.events.sentence import STATE, Candidate
from reader.analysis.model import EntityType
from reader.analysis.words.keys import key, keys
from reader.analysis.words.particles import THAT_OR_ABOUT, YEAR_BEGINS
from reader.analysis.words.shapes import guess
from reader.analysis.words.verbs import OCCURRENCE, Flag, Form, Sense

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.analysis.events.sentence import Sentence

_OFFICES = keys(
    "رئيسا رئيسة ملكا ملكة وزيرا وزيرة مديرا مديرة أستاذا أستاذة عضوا عضوة قائدا سلطانا خليفة أميرا أميرة حاكما واليا"
    " نائبا نائبة عميدا قاضيا سفيرا إمبراطورا أول شيخا مفتيا مدربا رئيسها رئيسه"
)
_STATE = Sense(STATE, Form.PERFECT)
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
_ABOUT = key("عن")
_STAMP = keys("نشر نشرت تاريخ بتاريخ النشر آخر تحديث التحديث حرر كتب في يوم الساعة بتوقيت غرينتش القاهرة مكة")
"""Words of a line that says when a text was put out."""
_NEAR = 4
"""Tokens behind a verb of becoming in which the office stands."""
_FAR = 16
"""Tokens behind a verb of telling in which it says what is told."""


def settled_by_times(sentence: Sentence) -> None:
    """What belongs to a time tells nothing."""
    for _, time in sentence.times:
        sentence.settle(time.span)


def settled_by_names(sentence: Sentence) -> None:
    """Nor does what belongs to a name."""
    for _, mention in sentence.named:
        sentence.settle(mention.span)


def _free(sentence: Sentence) -> Iterator[int]:
    return (i for i, token in enumerate(sentence.tokens) if token.is_word and i not in sentence.settled)


def known(sentence: Sentence) -> None:
    """The words that tell something by the lexicon."""
    for token in _free(sentence):
        told = sentence.trigger(token)
        if told is not None and (sense := told.verb or told.noun) is not None:
            noun = told.noun if told.verb else None
            sentence.add(Candidate(sentence, sentence.clause_at(token), token, told.letters, sense, noun))


def unknown(sentence: Sentence) -> None:
    """Words that look like a verb, where one may stand."""
    found = {candidate.token for candidate in sentence.candidates}
    for token in _free(sentence):
        if token in found or not _opens(sentence, token):
            continue
        told = guess(sentence.words[token], marbuta=sentence.has_marbuta(token))
        if told is not None and told.verb is not None:
            clause = sentence.clause_at(token)
            sentence.add(Candidate(sentence, clause, token, told.letters, told.verb))


def _opens(sentence: Sentence, token: int) -> bool:
    return token in sentence.starts or sentence.key(token - 1) in _INTRODUCING


def without_telling(sentence: Sentence) -> None:
    """Who tells does nothing else, but for «كتب رواية», «نقل المصابين»."""
    telling = {
        token
        for token in _free(sentence)
        if (told := sentence.verb(token)) is not None and told.is_telling and not _does(sentence, token, told)
    }
    sentence.candidates = [one for one in sentence.candidates if one.token not in telling]


def _does(sentence: Sentence, token: int, told: Sense) -> bool:
    """Whether a verb of telling tells of a happening here."""
    if Flag.DOES not in told.flags:
        return False
    behind = sentence.keys(token + 1, token + _FAR)
    at = next((at for at, word in enumerate(behind, token + 1) if word in THAT_OR_ABOUT), None)
    return at is None or (sentence.key(at) == _ABOUT and _is_product_near(sentence, at))


def _is_product_near(sentence: Sentence, token: int) -> bool:
    """«كشفت سامسونج عن هاتف جالاكسي»: what is shown for the first time is no tale."""
    return any(entity.type is EntityType.PRODUCT and token < at <= token + _NEAR for entity, at in sentence.stands)


def without_states(sentence: Sentence) -> None:
    """Verbs of being, lasting and measuring tell of nothing; but the time of their clause is theirs, unless they
    leave it to the noun that they speak of."""
    for token in _free(sentence):
        state = sentence.verb(token)
        if state is None or not state.is_state or _takes_office(sentence, token, state):
            continue
        sentence.candidates = [one for one in sentence.candidates if one.token != token]
        if not state.is_copula:
            sentence.add(Candidate(sentence, sentence.clause_at(token), token, 0, _STATE, sure=True, void=True))


def _takes_office(sentence: Sentence, token: int, state: Sense) -> bool:
    """«أصبح رئيسا», «صارت أول امرأة …»: who takes an office begins to be, and that is an event."""
    return Flag.BECOMES in state.flags and not _OFFICES.isdisjoint(sentence.keys(token + 1, token + 1 + _NEAR))


def without_stamps(sentence: Sentence) -> None:
    """«نشر في: 12-03-2023 | 08:15 PM»: when a text was put out."""
    has_day = any(time.earliest is not None and time.earliest == time.latest for _, time in sentence.times)
    if has_day and all(sentence.key(at) in _STAMP for at in _free(sentence)):
        sentence.candidates.clear()


def is_year_begun(candidate: Candidate) -> bool:
    """«ثم دخلت سنة أربع وتسعين»: what annals say at the head of a year."""
    sentence, behind = candidate.sentence, candidate.token + 1
    return candidate.rest in YEAR_BEGINS and any(
        sentence.token_at(time.span.start) == behind for _, time in sentence.times
    )


# Whether a word that may be a verb is one. Each of these takes the verb away from a candidate, or makes it sure.


def opens_clause(candidate: Candidate) -> bool:
    return candidate.token in candidate.sentence.starts


def is_introduced(candidate: Candidate) -> bool:
    return candidate.sentence.key(candidate.token - 1) in _INTRODUCING


def is_behind_preposition(candidate: Candidate) -> bool:
    return candidate.sentence.key(candidate.token - 1) in _PREPOSITIONS


def holds_event(candidate: Candidate) -> bool:
    """«مؤتمر صحفي عقده …»: one of the two words before names what was held."""
    before = map(candidate.sentence.trigger, range(candidate.token - 2, candidate.token))
    named = any(told is not None and told.noun is not None for told in before)
    return named and Flag.HELD in candidate.sense.flags


def is_risky(candidate: Candidate) -> bool:
    """A word that is as often no verb; it may be one behind a name or a time."""
    return candidate.sense.is_risky and candidate.token - 1 not in candidate.sentence.settled


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


def is_during(candidate: Candidate) -> bool:
    return not candidate.is_verb and not _DURING.isdisjoint(candidate.before[-2:])


def is_joined(candidate: Candidate) -> bool:
    return candidate.letters > 0 and candidate.is_verb


def without_light_verbs(sentence: Sentence) -> None:
    """A light verb goes where the noun that it leaves the telling to follows in its clause."""
    skipped: set[Candidate] = set()
    for one, other in pairwise(sentence.candidates):
        if one.clause is not other.clause or not _is_light(one) or other.is_verb or other.during:
            continue
        if other.sense.weak or other.sense.definite:
            skipped.add(other)
        else:
            other.light, other.joined = True, one.joined
            other.planned, other.void = other.planned or one.planned, other.void or one.void
            skipped.add(one)
    sentence.candidates = [one for one in sentence.candidates if one not in skipped]


def _is_light(one: Candidate) -> bool:
    return one.finite and one.sense.kind == OCCURRENCE
