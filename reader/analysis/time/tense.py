"""What a clause says of its time: the direction that «يوم الخميس» or «في 20 نوفمبر» is looked for in.

There is no tagger here: prefixes, endings and short lists stand for one. Where nothing tells, news tells the past.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.analysis.time.meaning import Tense
from reader.analysis.words.shapes import form
from reader.analysis.words.verbs import Form

if TYPE_CHECKING:
    from reader.analysis.time.tokens import Segment, Token

_REACH = 30
_FROM = ("اعتبارا", "ابتداء", "انطلاقا", "بدءا", "بداية")
_LEADING = ("الي", "حتي", "ل", "بحلول", "*", "•")
"""What stands before a day that something leads to, or that an item begins with."""
_NOT_YET = ("لم", "ولم", "فلم")  # an imperfect behind them tells the past
_TENSES = {Form.PERFECT: Tense.PAST, Form.IMPERFECT: Tense.PRESENT, Form.FUTURE: Tense.FUTURE}


def tense(segment: Segment, first: int, last: int) -> Tense:
    """The tense of the nearest verb before the expression in its sentence, else of the first one after it."""
    before = _before(segment, first)
    for at, token in enumerate(before):
        if (told := of_word(token)) and not _is_subordinate(before, at):
            if told is Tense.PAST and _is_planned(before, at):
                return Tense.FUTURE
            return Tense.PAST if told is Tense.PRESENT and _word(before, at + 1) in _NOT_YET else told
    for token in segment.tokens[last : last + 8]:
        if token.entry.cls == "stop":
            break
        if told := of_word(token):
            return told
    return Tense.PAST


def looks_ahead(segment: Segment, first: int) -> bool:
    """«أُجّل إلى 7 أكتوبر», «إلى جلسة 14 يناير», «اعتبارا من 1 مايو»: the verb's tense says nothing of the day that it
    leads to; the day that heads an item («* 13 يوليو: حفل») has no verb."""
    before = [token.word for token in segment.tokens[max(0, first - 2) : first]]
    if before[-1:] == ["من"] and before[0] in _FROM:
        return True
    return before in (["الي", "جلسة"], ["ل", "جلسة"]) or (bool(before) and before[-1] in _LEADING)


def _is_subordinate(before: list[Token], at: int) -> bool:
    """«قبل أن يخسر»: the tense is that of the verb before."""
    return _word(before, at + 1) == "ان" and _word(before, at + 2) in ("قبل", "بعد")


def _is_planned(before: list[Token], at: int) -> bool:
    """«من المقرر طرحها»: a noun of action, though spelled like a verb."""
    return _word(before, at + 2) == "من" and before[at + 1].entry.cls == "future"


def _word(before: list[Token], at: int) -> str:
    return before[at].word if at < len(before) else ""


def lasts(segment: Segment, first: int) -> bool:
    """Whether what stands before «منذ عامين» is a state that lasts, not a happening.

    An imperfect, a negation or a word of lasting makes a state; a sentence without a verb is one too.
    """
    verbless = True
    for token in _before(segment, first):
        if token.entry.cls == "ongoing" or of_word(token) is Tense.PRESENT:
            return True
        if of_word(token) is Tense.PAST:
            return False
        if token.word in ("ان", "انه", "انها"):
            break
        verbless = verbless and token.word.startswith("ال")
    return verbless


def _before(segment: Segment, first: int) -> list[Token]:
    tokens = segment.tokens[max(0, first - _REACH) : first]
    tokens.reverse()
    stop = next((at for at, token in enumerate(tokens) if token.entry.cls == "stop"), len(tokens))
    return tokens[:stop]


def of_word(token: Token) -> Tense | None:
    match token.entry.cls:
        case "future":
            return Tense.FUTURE
        case "qualifier":
            return Tense.FUTURE if int(token.entry.key) > 0 else None
        case "verb":
            return _TENSES[Form(token.entry.key)]
        case "other":
            told = form(token.word.removeprefix("و") if len(token.word) > 4 else token.word)
            return _TENSES[told] if told else None
    return None
