"""The words that tell of an event: verbs and nouns of action by kind, in the forms in which texts have them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache
from importlib import resources
from typing import NamedTuple

from reader.analysis.words import conjugation, lexicon
from reader.analysis.words.keys import key, keys
from reader.analysis.words.tokens import readings


class Form(Enum):
    """How a trigger stands in its clause."""

    PERFECT = "perfect"
    IMPERFECT = "imperfect"
    FUTURE = "future"
    NOUN = "noun"


@dataclass(frozen=True, slots=True)
class Sense:
    """One reading of a word as a trigger. A weak one counts only with a time of its own."""

    kind: str
    form: Form
    weak: bool = False
    definite: bool = False
    """A noun with the article: rather a reference to an event than its first telling."""
    bare: bool = False
    """Three letters without the ending of a verb, spelled like many a noun («حكم», «عرضه»)."""
    lemma: str = ""


class Trigger(NamedTuple):
    """What a word may tell, behind `letters` of clitics: as a verb, as a noun, or as either."""

    letters: int
    verb: Sense | None
    noun: Sense | None


REPORTING = keys(
    "قال قالت قالوا يقول تقول ذكر ذكرت تذكر أكد أكدت يؤكد تؤكد أعلن أعلنت يعلن أضاف أضافت صرح صرحت أوضح أوضحت"
    " أشار أشارت أفاد أفادت يفيد كشف كشفت نقل نقلت اعتبر اعتبرت زعم زعمت نفى نفت حذر حذرت أبلغ أبلغت كتب"
    " رأى يرى شدد شددت اعترف أعرب أعربت قالا"
    " وقال وقالت وذكر وذكرت وأكد وأكدت وأعلن وأعلنت وأضاف وأضافت وأوضح وأوضحت وأشار وأشارت وأفاد وأفادت وكشف وكشفت"
    " ونقل ونقلت وصرح وصرحت ويقول وتقول ذكرته وحذر وحذرت وأعرب وأعربت وشدد وشددت واعتبر واعتبرت ونفى ونفت"
    " ويرى وترى وزعم وزعمت"
)
"""Verbs of telling: they open a content clause and are no events themselves."""
DOING_TOO = keys("نفى ونفى أعلن أعلنت وأعلن وأعلنت كتب كشف كشفت نقل نقلت رأى وكشف وكشفت ونقل ونقلت")
"""Of those, the ones that tell of a happening where no «أن» follows."""
_TELLING = keys("قال ذكر أكد أضاف صرح أوضح أشار أفاد اعتبر زعم نفى حذر شدد أعرب استبعد توقع رجح")
"""Those that never are events."""
_STATES = keys(
    "كان أصبح صار ظل بقي استمر دام استغرق بلغ شمل تضمن تناول عرف اعتبر تميز اتسم عد تعلق اشتهر تمتع عانى امتلك ملك"
    " أراد أحب احتاج كلف تراوح زاد استطاع بات أمسى ليس اتصف استند اعتمد ارتبط اقتصر احتوى اشتمل استحق انتمى"
    " تطلب استلزم تأثر اهتم أكثر اشترط تكون تألف امتاز انحدر توقع تذكر افترض استحال انبغى تجلى اختلف تشابه"
)
"""Verbs of being, lasting and measuring, which are no events whatever their shape."""
_STATES_NOW = keys(
    "يقع تقع يعد تعد يعتبر تعتبر يصادف تصادف يبلغ تبلغ يضم تضم يشمل تشمل يمتد تمتد يوجد توجد يعيش تعيش يعتمد تعتمد"
    " يمثل تمثل يشكل تشكل يبقى تبقى يظل تظل يكون تكون يستمر تستمر يستغرق تستغرق يتضمن تتضمن يواصل تواصل"
)
RISKY = keys(
    "عبر خلف حل ألف ولي رأس قلب وضع شكل أجل صور أمر حكم عقد عمل كتب قدم ترك دار سلم شرح سبب وجه نظم رد ظهر وقف حول"
    " عرض سن هدف درس علم مد حج ضم صد شب مر ثار لحن تم سار نهب نفي جمع ملك طبع أعد خطب مرض فتح قصد بحث نقل نشر رحل جدد"
    " حسم سقط حفر رسم أسر قتل بعث حشد هدم جاء جال فارق حاكم حرر وحد درب حي حفظ رفع خطأ عاد هز منح ضبط قبض منع حظر حبس"
    " حلف سجن عزل طعن دفن شنق غرق قصف دخل نزل فصل خرج"
)
"""Verbs that are as often another word: only where a clause begins, or behind «قد», are they verbs."""
HELD = keys("عقد جرى أقيم نظم أقام")
"""Verbs that say when or where the noun right before them was («مؤتمر عقد في …»)."""
LIGHT_FUTURE = keys(
    "يعقد تعقد يجري تجري يبدأ تبدأ يقام تقام يعتزم تعتزم ينوي تنوي يخطط تخطط يستعد تستعد سيعقد ستعقد سيجري ستجري"
    " سيبدأ ستبدأ سيقام ستقام سيتم ستتم يتم تتم سيقوم ستقوم سيشن ستشن ويعتزم وتعتزم"
)
_SHAPES = ("است", "ان", "ات", "اف", "اق", "اخ", "اج", "اح", "اش", "اع", "اغ", "ال", "اض", "اص", "اط", "اد", "از")
_OBJECT = re.compile("(?:ه|ها|هم|هما)$")
_WHOLE = keys("وادي والي")
"""Words that begin with «و», not behind it."""
_LOOSE = 5
"""Letters from which the shape of an unknown word tells a perfect of a derived form."""


@cache
def _senses() -> tuple[dict[str, Sense], dict[str, Sense]]:
    """Every generated form of the verbs, and of the nouns; the first kind in the file wins."""
    verbs: dict[str, Sense] = {}
    nouns: dict[str, Sense] = {}
    derived: dict[str, Sense] = {}
    text = (resources.files("reader.analysis.words.data") / "verbs.tsv").read_text("utf-8")
    lines = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    entries = [(kind, entry.startswith("?"), entry.lstrip("?")) for kind, told, _ in lines for entry in told.split()]
    for kind, weak, entry in entries:
        verb, _, rest = entry.partition("/")
        _conjugate(verbs, kind, verb, weak=weak)
        if masdar := rest.partition("/")[2] or conjugation.masdar(verb):
            _decline(derived, kind, masdar, weak=True, lemma=key(verb))
    for kind, weak, entry in entries:  # behind all perfects: «تقدم» is rather "advanced" than "she presents"
        verb, _, rest = entry.partition("/")
        _conjugate_imperfect(verbs, kind, verb, rest.partition("/")[0] or None, weak=weak)
    for kind, _, named in lines:
        for noun in named.split():
            made = derived.get(key(noun.lstrip("?")))
            _decline(nouns, kind, noun.lstrip("?"), weak=noun.startswith("?"), lemma=made.lemma if made else "")
    return verbs, derived | nouns


def _conjugate(found: dict[str, Sense], kind: str, verb: str, *, weak: bool) -> None:
    stem = key(verb)
    for number, form in enumerate(conjugation.perfects(verb)):
        bare = len(stem) == 3 and (number == 0 or form[len(stem) :] in ("ه", "ها", "هم", "هما", "هن"))
        found.setdefault(form, Sense(kind, Form.PERFECT, weak, bare=bare, lemma=stem))


def _conjugate_imperfect(found: dict[str, Sense], kind: str, verb: str, imperfect: str | None, *, weak: bool) -> None:
    stem = key(verb)
    for form in conjugation.imperfects(verb, imperfect):
        found.setdefault(form, Sense(kind, Form.IMPERFECT, weak, lemma=stem))
        found.setdefault("س" + form, Sense(kind, Form.FUTURE, weak, lemma=stem))


def _decline(found: dict[str, Sense], kind: str, noun: str, *, weak: bool, lemma: str) -> None:
    forms = conjugation.nouns(noun)
    lemma = lemma or forms[0]
    for form in forms:
        found.setdefault(form, Sense(kind, Form.NOUN, weak, lemma=lemma))
    found.setdefault("ال" + forms[0], Sense(kind, Form.NOUN, weak, definite=True, lemma=lemma))


@lru_cache(maxsize=1 << 16)
def trigger(word: str, *, marbuta: bool = False) -> Trigger | None:
    """What the word with this key may tell, or None. `marbuta`: it is written with «ة», so it is no verb."""
    verbs, nouns = _senses()
    for letters, rest in readings(word):
        verb = None if marbuta else verbs.get(rest)
        whole = letters > 0 and (lexicon.is_stem(word) or word in _WHOLE)
        if verb is not None and (
            not set(word[:letters]) <= set("وف") or (whole and verb.bare and (word[0] == "ف" or word in _WHOLE))
        ):
            verb = None
        noun = None if whole else nouns.get(rest)
        if verb or noun:
            return None if rest in _TELLING or rest.removesuffix("ت") in _TELLING else Trigger(letters, verb, noun)
    return None


@lru_cache(maxsize=1 << 16)
def guess(word: str, *, marbuta: bool = False) -> Trigger | None:
    """An unknown word that has the shape of a perfect: it begins like form VII, VIII or X, or ends in «ت»."""
    letters = 1 if word[0] in "وف" and not lexicon.is_stem(word) else 0
    rest = word[letters:]
    object_ = _OBJECT.search(rest)
    rest = rest[: object_.start()] if object_ and len(rest) > _LOOSE + 1 else rest
    stem = rest.removesuffix("ت")
    if (
        marbuta
        or len(rest) < _LOOSE - 1
        or stem in _STATES
        or stem in _TELLING
        or word in REPORTING
        or rest.startswith("ال")
    ):
        return None
    feminine = rest.endswith("ت") and rest[-2] not in "ايو"
    derived = len(rest) >= _LOOSE and rest.startswith(_SHAPES) and rest[-2] not in "اي" and rest[-1] not in "هاءي"
    return Trigger(letters, Sense("occurrence", Form.PERFECT, weak=True), None) if feminine or derived else None


def is_telling(word: str) -> bool:
    """Whether the word is a perfect of telling and of nothing else."""
    return _is_one_of(word, _TELLING)


def is_state(word: str) -> bool:
    """Whether the word is a verb of being, lasting or measuring."""
    return _is_one_of(word, _STATES) or word in _STATES_NOW or word[1:] in _STATES_NOW


def _is_one_of(word: str, verbs: frozenset[str]) -> bool:
    rest = word[1:] if word[0] in "وف" and len(word) > 3 else word
    return any(one.removesuffix("ت") in verbs for one in (word, rest))
