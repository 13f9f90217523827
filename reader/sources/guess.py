"""Which encoding bytes are in that do not say so, judged by how much the text they make looks like Arabic."""

from __future__ import annotations

import re
from functools import cache
from math import log
from typing import NamedTuple
from unicodedata import normalize

from reader.text.arabic import HARAKAT, PRESENTATION_FORMS, TATWEEL

_PRIOR = {"windows-1256": 4.0, "iso-8859-6": 1.0, "mac-arabic": 0.0, "cp720": 0.0, "cp864": -4.0, "windows-1252": -2.0}
"""The 8-bit Arabic encodings, and how much commoner than the others each is (in points, see `_likeness`).
On a few letters this decides: half the alphabet has the same bytes in the first three. The Western one is
there for texts without Arabic, of which windows-1256 has the French accents only."""

_SAMPLE = 4096
"""Bytes that are looked at, from the first one beyond ASCII on; for UTF-16 from the start."""

_PER_MILLE = (
    "ا156 ل115 ي80 م62 و55 ن54 ر49 ت44 ب35 ة32 ع31 د31 ف26 س26 ه24 ق23 ك18 ح17 أ17 ج14 ش10 ط9 ص9 ى8 خ7 إ7 "
    "ز6 ض6 ذ6 ث6 ئ4 غ4 ء3 ظ2 ؤ1 آ1 ک6 گ5 پ5 چ4 ژ1 ی6 ہ9 ے6 ں5 ھ4 ٹ3 ڈ2 ڑ2"
)
"""How often each letter comes in a thousand letters of Arabic news; those of Persian and Urdu by estimate."""

_PAIRS_IN_NEWS = """
    أس أم أن أو إل إن ئي اء ائ اب ات اج اح اد ار اس اص اع اف اق اك ال ام ان اه او اي با بة بد بر بع بل بن
    بو بي تا تب تح تر تع تف تق تل تم ته تو تي جا جد جل جم جي حا حت حد حر حي خا خل دا دة در دم دو دي ذا ذي
    را رب رة رت رك رو ري زي سا سب ست سر سل سم سو سي شا شر صا ضا طا عا عب عة عت عد عر عل عم عن عي فا فر في
    قا قب قة قت قد قر قو قي كا كر كل كم كن كو كي لأ لإ لا لب لة لت لج لح لخ لد لذ لر لس لش لص لع لف لق لك
    لل لم لن له لو لى لي ما مة مت مج مح مد مر مس مع مل من مو مي نا نة نت ند نس نه نو ني ها هذ هم هو وأ وا
    وب وت وج ود ور وس وع وف وق وك ول وم ون وي يا ية يت يد ير يس يع يف يق يك يل يم ين يه يو يي
"""
_FOREIGN = frozenset("کگپچژیہےںھٹڈڑ")
_PAIRS = frozenset(_PAIRS_IN_NEWS.split())
"""The 200 most frequent pairs of letters in Arabic news, three quarters of all pairs there."""

_MARKS = re.compile(f"[{HARAKAT}{TATWEEL}]+")
_ARTICLE = re.compile(r"\b[وبكف]?ال(?=[ء-ي]{2})")
_CUT_FORMS = re.compile(f"[ﺑﺗﺛﺟﺣﺧﺳﺷﺻﺿﻋﻏﻓﻗﻛﻟﻣﻧﻫﻳ](?![{PRESENTATION_FORMS}])")
"""An initial form at the end of a word: no cp864 (which writes joined forms), only read as such."""
_MISPLACED_MARK = re.compile(rf"[\u064c\u064d](?=[ء-ي])|\u064b(?=[ء-ئب-و])|(?:^|(?<=\s))[{HARAKAT}]")
"""Tanwin inside a word, a mark with no letter before it: marks in name only."""
_SIGNS = frozenset("،؛؟«»“”‘’–—…٪٠١٢٣٤٥٦٧٨٩\u200c\u200d\u200e\u200f")
_CONTROL = re.compile(r"[\x00-\x07\x0e-\x1a\x1c-\x1f\x7f]")
_ASCII = bytes(range(0x80))


def looks_binary(text: str, share: float = 0.3) -> bool:
    """Whether more than `share` of (the beginning of) a text is control characters.

    Escape codes and a stray NUL do not make a text binary. The share is that of Perl's -T.
    """
    sample = text[:_SAMPLE]
    return len(_CONTROL.findall(sample)) > share * len(sample)


def utf16_without_bom(raw: bytes) -> str | None:
    """ "utf-16-le" or "utf-16-be" if `raw` is Latin or Arabic text in it without a byte order mark.

    Every second byte is then 00 or 06, but for some punctuation (20) and joined forms (FB to FE).
    """
    sample = raw[: _SAMPLE - _SAMPLE % 2]
    for name, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        blocks = high.count(0x00) + high.count(0x06)
        other = sum(high.count(block) for block in (0x20, 0xFB, 0xFC, 0xFD, 0xFE))
        if 2 * blocks > len(high) and blocks + other >= 0.9 * len(high):
            text = sample.decode(name, "replace")
            if not looks_binary(text, 0.05) and 2 * sum(map(str.isalpha, text)) > len(text.split()):
                return name
    return None


class Guess(NamedTuple):
    """An encoding, the points of the text that it makes, and the number of bytes that were judged."""

    encoding: str
    points: float
    judged: int
    doubtful: bool
    """Whether the text looks like Arabic in none: of all that it is not, it is this least of all."""


def arabic_8bit(raw: bytes) -> Guess | None:
    """The 8-bit encoding in which `raw` looks most like Arabic; None where it looks binary.

    A text that is ASCII but for a few bytes (quotation marks, accents) is not doubted whatever these are.
    Right for nearly all texts of 12 bytes and more, and given with no certainty: tell it as a guess.
    """
    sample = _sample(raw)
    scores = {name: prior + _likeness(sample.decode(name, "replace")) for name, prior in _PRIOR.items()}
    best = max(scores, key=lambda name: scores[name])
    count = len(sample.translate(None, _ASCII))
    # Measured: Arabic of 100 bytes is above 0 a byte, of 12 above -0.9; Russian -0.7, random bytes -1.2.
    doubtful = scores[best] < -0.35 * count - 7 and count > 0.4 * len(sample)
    # Of random bytes every tenth is a control character, of a text with a stray NUL in it one in all.
    if looks_binary(sample.decode(best, "replace"), 0.03 + 1 / max(1, len(sample))):
        return None
    return Guess(best, scores[best], count, doubtful)


def likeness(raw: bytes, encoding: str) -> float:
    """How much `raw` looks like Arabic in this encoding, in the points of a `Guess`."""
    return _PRIOR.get(encoding, 0.0) + _likeness(_sample(raw).decode(encoding, "replace"))


def _sample(raw: bytes) -> bytes:
    beyond = re.search(rb"[\x80-\xff]", raw)
    start = max(0, beyond.start() - 1) if beyond else 0
    return raw[start : start + _SAMPLE]


def _likeness(text: str) -> float:
    """How much the characters beyond ASCII look like Arabic, in points that add up: a frequent letter
    gives 1, a rare one takes 2, a character that has no business in Arabic takes 5."""
    points = -4.0 * (len(_CUT_FORMS.findall(text)) + len(_MISPLACED_MARK.findall(text))) - text.count("\xa0")
    text = _MARKS.sub("", normalize("NFKC", text))
    for before, char, after in zip(" " + text, text, text[1:] + " ", strict=False):
        if char > "\x7f":
            points += _points(before, char, after)
    return points + 2.0 * len(_ARTICLE.findall(text))


def _points(before: str, char: str, after: str) -> float:
    letters = _letter_points()
    points = letters.get(char)
    if points is None:
        if char in _SIGNS:
            return 0.0
        return -1.0 if char.isalpha() and (_is_latin(before) or _is_latin(after)) else -5.0  # «café»
    if before in letters:
        points += 0.7 if before + char in _PAIRS else -1.0 if _FOREIGN.isdisjoint((before, char)) else 0.0
    elif char in "ةىءؤئ" or before.isalpha():  # none of these begins a word, and no word is half Latin
        points -= 4.0
    if _is_latin(after) or (char in "ةى" and after in letters):
        points -= 4.0
    return points


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalpha()


@cache
def _letter_points() -> dict[str, float]:
    return {entry[0]: log(int(entry[1:]) / 1000) + 3.5 for entry in _PER_MILLE.split()}
