"""What the form of the words of a sentence says of them: their letters, the names that were found, the table of verbs.

No other grammar is known of a word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reader.analysis.model import TimeType
from reader.analysis.words import lexicon, shapes
from reader.analysis.words.clitics import ARTICLES, CONJUNCTIONS
from reader.analysis.words.keys import keys
from reader.analysis.words.particles import RELATIVES
from reader.analysis.words.verbs import Form, verb

if TYPE_CHECKING:
    from reader.analysis.events.sentence import Sentence
    from reader.analysis.model import Mention

PREPOSITIONS: Final = keys(
    "في من إلى على عن مع بعد قبل خلال أثناء منذ حتى بين عند لدى نحو ضد حول قرب مثل أمام وراء تحت فوق داخل خارج عبر"
    " ضمن وسط دون بدون عقب إثر بشأن بخصوص بسبب بيد لصالح بالقرب بواسطة بموجب بحضور بمشاركة بقيادة برئاسة بمناسبة بهذا"
    " بهذه لهذا لهذه كهذا بتاريخ"
)
_OF_PRONOUNS: Final = keys(
    "منها فيها لها به بها له عنه عنها عليه عليها إليه إليها منه فيه لهم بهم منهم فيهم عنهم عليهم إليهم معه"
    " معها معهم ضده"
)
"""Prepositions that have their noun in them."""
_THAT_OR_SINCE: Final = keys("أن إن بأن أنه أنها إنه إنها بأنه بأنها أنهم إنهم لأنه لأنها لأنهم")
"""What opens another clause, one of reasons as well («لأنه»)."""
PARTICLES: Final = keys("قد فقد لقد كان كانت كانوا كنت كنا سوف")
"""What may stand between a subject and its verb."""
_OTHERS: Final = keys(
    "و تم تمت يتم حيث إذ إذا لكن بينما فيما كما عندما حين حينما لما بعدما قبلما ثم أو أم بل ما لا لم لن مما هل وذلك"
    " كي لكي لأن بحيث حتى أما هو هي هم حسب بحسب وفق وفقا حسبما إلا سوى هناك هنا ثمة"
)
"""Words that begin something else."""
_NO_NOUNS: Final = RELATIVES | _THAT_OR_SINCE | PARTICLES | _OTHERS
_WAITING: Final = _NO_NOUNS | keys("هذا هذه ذلك تلك كل بن ابن أبو عبد ف ب ل ك")
"""Words for what follows."""
_CLOSING: Final = '»”")%'
_ADVERBS: Final = keys(
    "يوم عام سنة شهر صباح مساء أمس غدا فجر ليل ليلة بعد قبل منذ مطلع أواخر أوائل خلال حاليا لاحقا مؤخرا"
)
"""With which a time is said that hangs on no noun."""
_BEFORE_TIMES: Final = keys("بتاريخ لعام لسنة لشهر لموسم في منذ خلال يوم وفي ومنذ وخلال حتى من عام سنة مساء صباح")
_SON_OF: Final = keys("بن ابن بنت")
_MORE: Final = keys("أكثر أقل أزيد")
"""Before «من» no verbs («انتداب أكثر من ألفي عون»)."""
_PRONOUNS: Final = ("ه", "ها", "هم", "هما", "هن")
_TANWIN: Final = "ً"
_SHORT: Final = 3
_SURE: Final = 5
"""Letters of a word from which the clitic before it is one though the two together are listed as well."""


class Words:
    """What the form of the tokens of a sentence says of them."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.mentions: dict[int, tuple[Mention, int, int]] = {}
        """By token the name that it is of, with its first and its last."""
        for _, mention in sentence.named:
            first, last = sentence.token_at(mention.span.start), sentence.token_at(mention.span.end - 1)
            self.mentions.update(dict.fromkeys(range(first, last + 1), (mention, first, last)))
        self.verbs = {one.token: one.letters for one in sentence.candidates if one.is_verb}
        self.hidden = self._bracketed()
        """Tokens in brackets, and those of times."""
        self.times = self._times()
        """Tokens of times that say when and stand free, and the prepositions before them."""
        self.hidden |= self.times

    def raw(self, at: int) -> str:
        token = self.sentence.tokens[at]
        return self.sentence.text[token.start : token.end]

    def is_verb(self, at: int) -> bool:
        """A verb that tells of an event, or that can hardly be anything else."""
        if at in self.verbs:
            return True
        key = self.sentence.key(at)
        if at in self.sentence.settled or (key in _MORE and self.sentence.key(at + 1) == "من"):
            return False
        bound = (at > 0 and self.is_preposition(at - 1)) or _TANWIN in self.raw(at)
        if at in self.mentions or bound or key in PARTICLES | _OTHERS or not self.sentence.tokens[at].is_word:
            return False
        sense = self.sentence.verb(at)
        listed = sense is not None and not sense.is_risky
        return listed or (key[0] == "ي" and shapes.form(key) is Form.IMPERFECT)

    def joined_letters(self, at: int) -> int:
        """Letters of «و» or «ف» before a verb."""
        key = self.sentence.key(at)
        listed = key[0] in CONJUNCTIONS and self.is_verb(at) and verb(key[1:]) is not None
        return self.verbs.get(at, 0) or int(listed)

    def bounds(self, at: int) -> bool:
        """Whether a token is no part of a noun and what belongs to it."""
        key, sign = self.sentence.key(at), self.sentence.tokens[at].is_sign
        if sign:
            return self.raw(at) not in '«»“”"()%' and at not in self.hidden and at not in self.mentions
        return at not in self.mentions and (self.begins(key, _NO_NOUNS) or self.is_verb(at) or self._is_purpose(at))

    def begins(self, key: str, words: frozenset[str]) -> bool:
        """Whether a key is one of the words, alone or behind «و»."""
        return key in words or (key[:1] in CONJUNCTIONS and key[1:] in words)

    def _is_purpose(self, at: int) -> bool:
        """«ليستصحب»."""
        key = self.sentence.key(at)
        return key.startswith("لي") and at not in self.mentions and shapes.form(key[1:]) is Form.IMPERFECT

    def _bracketed(self) -> set[int]:
        """The tokens in brackets for which no preposition waits, none where a bracket stays open."""
        found, depth = set[int](), 0
        for at, token in enumerate(self.sentence.tokens):
            opens = token.key == "("
            needed = opens and at > 0 and self.is_preposition(at - 1)
            depth += opens and not needed
            if depth:
                found.add(at)
            depth -= token.key == ")" and depth > 0
        return found if not depth else set()

    def is_joined(self, at: int) -> bool:
        """«و» before a noun."""
        key = self.sentence.key(at)
        if at in self.mentions:
            return self.sentence.text[self.sentence.tokens[at].start : self.mentions[at][0].span.start] == "و"
        return key.startswith("و") and not lexicon.is_stem(key) and (key[1:].startswith("ال") or not _known(key))

    def is_prepositional(self, at: int) -> bool:
        """A preposition, or one that is written together with its noun."""
        if self.is_preposition(at) or self.has_its_pronoun(at):
            return True
        key = self.sentence.key(at)
        if at in self.mentions:
            before = self.sentence.text[self.sentence.tokens[at].start : self.mentions[at][0].span.start]
            return at == self.mentions[at][1] and before.removeprefix("و") in tuple("بلك")
        if key.startswith(("بال", "لل")):
            return lexicon.word(key[1:] if key[1] == "ا" else "ا" + key[1:]).common
        return key[:1] in tuple("بل") and _is_clitic(key)

    def is_preposition(self, at: int) -> bool:
        """A word of its own that is one."""
        return self.begins(self.sentence.key(at), PREPOSITIONS)

    def has_its_pronoun(self, at: int) -> bool:
        """«عنه»."""
        return self.begins(self.sentence.key(at), _OF_PRONOUNS)

    def has_article(self, at: int) -> bool:
        key = self.sentence.key(at)
        return len(key) > _SURE - 1 and key.startswith(ARTICLES)

    def has_tanwin(self, at: int) -> bool:
        raw, key = self.raw(at), self.sentence.key(at)
        return _TANWIN in raw or (len(key) > _SHORT and raw.endswith("ا") and lexicon.is_stem(key[:-1]))

    def has_pronoun(self, at: int) -> bool:
        """«أخوه», «بلادها»."""
        raw = self.raw(at)
        return any(
            raw.endswith(pronoun) and len(raw) - len(pronoun) >= _SHORT and _known(self.sentence.key(at))
            for pronoun in _PRONOUNS
        )

    def is_open(self, at: int) -> bool:
        """Whether a noun waits for the one behind it («اتفاق …», «رئيس …»)."""
        if at in self.mentions:
            return self.mentions[at][2] != at
        return not (self.has_article(at) or self.has_tanwin(at) or self.has_pronoun(at))

    def waits(self, at: int) -> bool:
        """Whether what ends with a token does not end there: a noun, name or number goes on, or it is a word for what
        follows."""
        return self.is_for_more(at) or (not self._ends(at) and self.is_open(at))

    def is_for_more(self, at: int) -> bool:
        """A word that says nothing without what follows, or a sign that closes nothing."""
        if self.sentence.tokens[at].is_sign:
            return self.raw(at) not in _CLOSING
        return self.is_preposition(at) or self.begins(self.sentence.key(at), _WAITING)

    def _ends(self, at: int) -> bool:
        """Whether what stands behind a token is no part of its noun, or says no more of whom a name has said («محمد بن
        يونس | بن حمزة»)."""
        after = at + 1
        if after >= len(self.sentence.tokens) or after in self.hidden:
            return True
        named = at in self.mentions and self.sentence.key(after) in _SON_OF
        return named or self.bounds(after) or self.is_prepositional(after) or self.is_joined(after)

    def _times(self) -> set[int]:
        found: set[int] = set()
        sentence = self.sentence
        for time in (time for _, time in sentence.times if time.type in (TimeType.DATE, TimeType.TIME)):
            first, last = sentence.token_at(time.span.start), sentence.token_at(time.span.end - 1)
            if self._hangs(first):
                continue
            found.update(range(first, last + 1))
            if sentence.key(first - 1) in _BEFORE_TIMES:
                found.add(first - 1)
        return found

    def _hangs(self, time: int) -> bool:
        """Whether a time belongs to the noun before it («ثورة 1919», «قمة يونيو»)."""
        before = time - 1
        if time in self.mentions:
            return self.mentions[time][1] < time
        if before < 0 or self.sentence.key(time) in _ADVERBS:
            return False
        return not (self.bounds(before) or self.is_preposition(before)) and self.is_open(before)


def _known(key: str) -> bool:
    return lexicon.word(key).common


def _is_clitic(key: str) -> bool:
    rest = key[1:]
    if any(lexicon.is_stem(key.removesuffix(pronoun)) for pronoun in _PRONOUNS if key.endswith(pronoun)):
        return False
    if lexicon.is_stem(key):
        return len(rest) >= _SURE and lexicon.is_stem(rest)
    return len(rest) >= _SHORT and lexicon.is_stem(rest)
