"""Whether two spellings are one name: transliteration varies («غوغل», «جوجل»), names differ («حسن», «حسين»)."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import groupby

from reader.analysis.words import lexicon
from reader.analysis.words.keys import key, keys

THRESHOLD = 0.13
"""Greatest weighted distance per letter of two spellings of one name (measured on 135 pairs)."""
LONGEST_SURE_WORD = 6
"""Letters from which a "common word" may well be a name that looks like one."""
_CHEAP = ("جغقك", "فو", "تطث", "سصش", "زذظج", "اويه", "سز", "ده")
_VOWELS = frozenset("اوي")
_NUMBER = re.compile(r"\d+")
_NUMBERED = re.compile(r"(\d+)")
_MAKERS = {
    key(word): maker
    for maker, words in {
        "tu": "توبوليف tu تو",
        "mig": "ميج ميغ ميك mig",
        "su": "سوخوي سو su",
        "f": "إف اف f",
        "b": "بي b",
        "s": "إس اس s",
        "il": "إليوشن il",
        "an": "أنتونوف an",
        "ka": "كاموف كا ka",
        "mi": "مي mi",
    }.items()
    for word in words.split()
}
_PARTS = str.maketrans("-", " ", '«»“”"')
_TOGETHER = keys("عبد أبو أم ابن بن آل ذو")
_CASES = {key("أبي"): key("أبو"), key("أبا"): key("أبو"), key("ابن"): key("بن")}


_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")


def is_latin(name: str) -> bool:
    """Whether it begins with a Latin letter."""
    return _LATIN.match(name) is not None


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name in the spelling that comparison uses: «عبد الله» and «عبدالله» give the same, and so does a
    name with a part of it in quotes."""
    words: list[str] = []
    for word in name.translate(_PARTS).split():
        word_key = key(word)
        word_key = _CASES.get(word_key, word_key)
        if words and words[-1] in _TOGETHER:
            words[-1] += word_key
        else:
            words.append(word_key)
    return tuple(words)


def product_key(name: str) -> tuple[str, ...]:
    """The words, makers and numbers in one spelling: «Tu-160» and «توبوليف 160» give the same, «آيفون 15» and
    «آيفون 15 برو» do not."""
    parts = (word for part in _NUMBERED.split(name) for word in words_of(part))
    words = [str(int(word)) if word.isdecimal() else _MAKERS.get(word, word) for word in parts]
    return tuple(word for word, _ in groupby(words))


_SKELETON = str.maketrans(
    {
        **dict.fromkeys("جغقكزذظ", "ك"),
        **dict.fromkeys("تطث", "ت"),
        **dict.fromkeys("سصش", "س"),
        **dict.fromkeys("اويه ", ""),
        "ف": "",
    }
)


@lru_cache(maxsize=1 << 16)
def skeleton(word: str) -> str:
    """What spellings of one name have in common: the bucket in which they meet."""
    return word.removeprefix("ال").replace("تش", "ش").translate(_SKELETON)


@lru_cache(maxsize=1 << 16)
def same_word(a: str, b: str) -> bool:
    """Whether two word keys are spellings of one name."""
    a, b = _without_article(a, b)
    if a == b:
        return True
    if _NUMBER.findall(a) != _NUMBER.findall(b):
        return False
    if _is_nisba_of(a, b) or _is_nisba_of(b, a):
        return False
    place, other = lexicon.place(a), lexicon.place(b)
    if place and other:
        return place.referent == other.referent
    if _attested(a) and _attested(b) and not (lexicon.word(a).foreign and lexicon.word(b).foreign):
        return False
    a, b = a.replace(" ", ""), b.replace(" ", "")
    return _distance(a, b) <= THRESHOLD * max(len(a), len(b))


def _is_nisba_of(a: str, b: str) -> bool:
    """«قسطنطيني» is of Constantine, and not he."""
    return a in (b + "ي", b + "يه") and len(b) > 3


def _without_article(a: str, b: str) -> tuple[str, str]:
    """Surnames of more than three letters are met with and without «ال»."""
    if a.startswith("ال") != b.startswith("ال"):
        bare_a, bare_b = a.removeprefix("ال"), b.removeprefix("ال")
        if min(len(bare_a), len(bare_b)) > 3:
            return bare_a, bare_b
    return a, b


@lru_cache(maxsize=1 << 16)
def _attested(word: str) -> bool:
    """Whether the word is known as a name or a word: two of those are two names."""
    known = lexicon.word(word)
    if known.may_be_given or known.demonym is not None:
        return True
    return lexicon.place(word) is not None or (known.common and len(word) < LONGEST_SURE_WORD)


def _substitution(a: str, b: str) -> float:
    if a == b:
        return 0.0
    return 0.3 if any(a in group and b in group for group in _CHEAP) else 1.0


def _gap(word: str, index: int) -> float:
    """What it costs to leave a letter out: little for a long vowel or a final ha."""
    letter = word[index]
    if letter in _VOWELS and index > 0:
        return 0.3 if len(word) > 3 else 0.6
    if letter == "ه" and index == len(word) - 1:
        return 0.3
    if letter == "ت" and word[index + 1 : index + 2] == "ش":
        return 0.3
    return 1.0


def _distance(a: str, b: str) -> float:
    row = [0.0]
    for j in range(len(b)):
        row.append(row[-1] + _gap(b, j))
    for i, letter in enumerate(a):
        cost = _gap(a, i)
        previous, row = row, [row[0] + cost]
        for j, other in enumerate(b):
            best = min(previous[j] + _substitution(letter, other), previous[j + 1] + cost, row[j] + _gap(b, j))
            row.append(best)
    return row[-1]


_INITIALS = {
    **dict.fromkeys("اأإآع", "aeiouh"),
    **dict.fromkeys("جغ", "gjdy"),
    **dict.fromkeys("كقخ", "kcqgx"),
    **dict.fromkeys("سصش", "scz"),
    **dict.fromkeys("تطث", "tc"),
    **dict.fromkeys("زذظ", "zdtj"),
    **dict.fromkeys("دض", "d"),
    **dict.fromkeys("هح", "h"),
    **dict.fromkeys("فڤ", "fvpw"),
    "ب": "bpv",
    "پ": "p",
    "ر": "r",
    "ل": "l",
    "م": "m",
    "ن": "n",
    "و": "wvou",
    "ي": "yijeu",
}


def begin_alike(arabic: str, latin: str) -> bool:
    """Whether the words of a name in Arabic and of one in Latin letters begin with like sounds, first and last."""
    ours = [word.removeprefix("ال") or word for word in arabic.replace("-", " ").split()]
    theirs = unicodedata.normalize("NFD", latin).lower().replace("-", " ").split()
    return all(_begin_alike(ours[at], theirs[at]) for at in (0, -1))


def _begin_alike(arabic: str, latin: str) -> bool:
    """Two words; numbers have to be the same."""
    if arabic.isdecimal() and latin.isdecimal():
        return int(arabic) == int(latin)
    return latin[0] in _INITIALS.get(arabic[0], "")
