"""The words that tell of an event: verbs and nouns of action by kind, in the forms in which texts have them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache
from importlib import resources

from reader.analysis.names import lexicon
from reader.analysis.names.keys import key, keys
from reader.analysis.names.tokens import readings


class Form(Enum):
    """How a trigger stands in its clause."""

    PERFECT = "perfect"
    IMPERFECT = "imperfect"
    FUTURE = "future"
    NOUN = "noun"


@dataclass(frozen=True, slots=True)
class Sense:
    """One reading of a word as a trigger. A weak one counts only with a time in its own clause."""

    kind: str
    form: Form
    weak: bool = False
    definite: bool = False
    """A noun with the article: rather a reference to an event than its first telling."""


REPORTING = keys(
    "قال قالت قالوا يقول تقول ذكر ذكرت تذكر أكد أكدت يؤكد تؤكد أعلن أعلنت يعلن أضاف أضافت صرح صرحت أوضح أوضحت"
    " أشار أشارت أفاد أفادت يفيد كشف كشفت نقل نقلت اعتبر اعتبرت زعم زعمت نفى نفت حذر حذرت أبلغ أبلغت كتب"
    " رأى يرى شدد شددت اعترف"
    " وقال وقالت وذكر وذكرت وأكد وأكدت وأعلن وأعلنت وأضاف وأضافت وأوضح وأوضحت وأشار وأشارت وأفاد وأفادت وكشف وكشفت"
    " ونقل ونقلت وصرح ويقول وتقول ذكرته"
)
"""Verbs of telling: they open a content clause and are no events themselves."""
_WHOLE = keys("وزارة")
"""Words whose first letter only looks like «و»: «زارة» would be «زاره»."""
LIGHT = keys(
    "أجرى أجرت أجروا أجريت عقد عقدت عقدوا عقدا بعقد شن شنت نفذ نفذت خاض خاضت قام قامت قاموا تم تمت جرى"
    " جرت وقع وقعت شهد"
    " شهدت حدث حدثت بدأ بدأت انتهى انتهت اندلع اندلعت أقيم أقيمت نظم نظمت حضر حضرت أدى ألقى وقعوا ارتكب"
)
"""Verbs that leave the telling to the noun behind them: «أجرى محادثات»."""
LIGHT_FUTURE = keys(
    "يعقد تعقد يجري تجري يبدأ تبدأ يقام تقام يعتزم تعتزم ينوي تنوي يخطط تخطط يستعد تستعد سيعقد ستعقد سيجري ستجري"
    " سيبدأ ستبدأ سيقام ستقام سيتم ستتم يتم تتم سيقوم ستقوم سيشن ستشن"
)
_PERFECT_ENDINGS = ("", "ت", "وا", "ا", "تا", "ه", "ها", "هم", "ته", "تها", "تهم")
_PRONOUNS = ("ه", "ها", "هم", "هما")


@cache
def _senses() -> dict[str, Sense]:
    """Every generated form to its sense; the first kind in the file wins."""
    found: dict[str, Sense] = {}
    text = (resources.files("reader.analysis") / "data" / "triggers.tsv").read_text("utf-8")
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        kind, verbs, nouns = line.split("\t")
        for verb in verbs.split():
            if "/" in verb:
                _conjugate(found, kind, verb.lstrip("?"), weak=verb.startswith("?"))
        for noun in nouns.split():
            _decline(found, kind, noun.lstrip("?"), weak=noun.startswith("?"))
    return found


def _conjugate(found: dict[str, Sense], kind: str, verb: str, *, weak: bool) -> None:
    perfect, imperfect = map(key, verb.split("/"))
    stem = perfect[:-1] if perfect.endswith(("ي", "ا")) and len(perfect) > 3 else perfect
    for ending in _PERFECT_ENDINGS:
        base = perfect if ending == "" else stem
        found.setdefault(base + ending, Sense(kind, Form.PERFECT, weak))
    if perfect.endswith("ي") and len(perfect) > 3:  # «رأى»: «رآه», «التقاها»
        for pronoun in _PRONOUNS:
            found.setdefault(stem + "ا" + pronoun, Sense(kind, Form.PERFECT, weak))
    bare = imperfect[1:]
    for person in ("ي", "ت"):
        for ending in ("", "ون", "ان", "ها", "ه"):
            found.setdefault(person + bare + ending, Sense(kind, Form.IMPERFECT, weak))
            found.setdefault("س" + person + bare + ending, Sense(kind, Form.FUTURE, weak))


def _decline(found: dict[str, Sense], kind: str, noun: str, *, weak: bool) -> None:
    word = key(noun)
    bound = word[:-1] + "ت" if word.endswith("ه") else word
    plural = (word[:-1] if word.endswith("ه") else word) + "ات"
    for form in (word, word + "ا", plural, *(bound + pronoun for pronoun in _PRONOUNS)):
        found.setdefault(form, Sense(kind, Form.NOUN, weak))
    found.setdefault("ال" + word, Sense(kind, Form.NOUN, weak, definite=True))


@cache
def nouns_of_action() -> frozenset[str]:
    return frozenset(word for word, sense in _senses().items() if sense.form is Form.NOUN)


@lru_cache(maxsize=1 << 16)
def sense(word: str) -> tuple[int, Sense] | None:
    """How many letters of clitics the word carries and what it tells, or None."""
    senses = _senses()
    for reading in readings(word):
        found = senses.get(reading.key)
        if found is None or (reading.letters and (word in _WHOLE or lexicon.is_stem(word))):
            continue
        clitics = word[: reading.letters]
        if found.form is Form.NOUN or all(letter in "وف" for letter in clitics):
            return reading.letters, found
    return None
